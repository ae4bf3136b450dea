"""Whose something is: the name that "whose" stands for, which is said right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.scene import Scene
from quizgen.language.cast import Reference
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token


def owner_of(scene: Scene, whose: Token) -> Reference | None:
    """The name right before ", whose", which no other noun parts from it; None where no name stands there.

    "Lindqvist, whose founder died in 2019" tells of Lindqvist's founder.
    """
    if whose.i < scene.parsed.tokens.start + 2 or scene.doc[whose.i - 1].text != ",":
        return None
    before = scene.doc[whose.i - 2]
    name = scene.cast.name_at(before)
    if name is None or not _is_described(before, whose):
        return None
    return Reference(name.wording, name.first, name.type, name.plural)


def is_owned(scene: Scene, noun: Token) -> bool:
    """Whether "whose" stands before a noun, for a name."""
    whose = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.tag_ == "WP$"), None)
    return whose is not None and owner_of(scene, whose) is not None


def _is_described(before: Token, whose: Token) -> bool:
    """Whether the clause of "whose" hangs on the name itself, not on a noun that the name is a part of."""
    clause = next((above for above in whose.ancestors if above.dep_ == "acl:relcl"), None)
    if clause is None:
        return False
    name = before
    while name.dep_ in {"flat", "appos"} and name.i != clause.head.i:
        name = name.head
    return name.i == clause.head.i and name.dep_ != "conj" and not _says_where_from(name)


def _says_where_from(name: Token) -> bool:
    """Whether a name only says where the one before it is from: "Anna Berg, of Laredo, Texas, whose son"."""
    while name.dep_ in {"appos", "nmod:unmarked"}:
        name = name.head
    edge = next(token for token in name.subtree if not token.is_punct)
    return edge.dep_ == "case" and edge.lower_ in {"of", "from"} and neighbour(edge, -1).text == ","
