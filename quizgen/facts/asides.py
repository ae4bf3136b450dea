"""Asides at the end of a clause that the parse hangs on its verb: a statement is whole, and as true, without them.

"Made 94% of cells in 2024, up from 91% in 2022", "eased to 4.6%, its lowest level since 2021", "confirmed seven cases,
five of them fatal": a phrase behind a comma that tells more of what was said before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.parts import Part
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

APART = frozenset({"oblique", "manner", "place", "object"})  # what an aside comes out as in the parse
OF_THEM = frozenset({"them", "which", "whom", "these", "those"})
QUANTITIES = frozenset("most some many several half all both each one none few more".split())


def without_asides(predicate: Token, parts: tuple[Part, ...], end: int) -> tuple[Part, ...]:
    """The parts that stand in no aside; all of them where an aside may be a part of a list or another clause.

    Args:
        predicate: the verb of the clause.
        parts: its parts besides the subject.
        end: the index of the token at which the statement ends.
    """
    for first in _openings(predicate, parts, end):
        closing = next((i for i in range(first, end) if predicate.doc[i].text == ","), end)
        inside = [part for part in parts if first <= _first(part) < closing]
        is_list = any(t.dep_ == "cc" for t in predicate.doc[first : min(closing + 2, end)])
        if not is_list and all(predicate.is_ancestor(t) or t.is_punct for t in predicate.doc[first:closing]):
            parts = tuple(part for part in parts if part not in inside)
    return parts


def _openings(predicate: Token, parts: Sequence[Part], end: int) -> Iterator[int]:
    """The indices of the words right behind the commas that open an aside."""
    held = [part.order for part in parts if part.name == "object"]
    for part in parts:
        first = predicate.doc[_first(part)]
        if first.i <= predicate.i + 1 or predicate.doc[first.i - 1].text != ",":
            continue
        name = part.name.rstrip("0123456789")
        is_second = name != "object" or any(order < part.order for order in held)
        is_noun = part.phrase.head.pos_ in {"NOUN", "PROPN"} and not part.phrase.case and first.tag_ not in {"IN", "TO"}
        if first.lower_ in {"up", "down"} or _is_of_them(first) or (name in APART and is_second and is_noun):
            yield first.i
    for token in predicate.doc[predicate.i + 1 : end]:
        if token.text == "," and token.i + 1 < end and _is_of_them(predicate.doc[token.i + 1]):
            yield token.i + 1


def _first(part: Part) -> int:
    """The index of the first word of a part, its preposition included."""
    cases = [token.i for c in part.phrase.head.children if c.dep_ == "case" for token in c.subtree]
    return min([*cases, *(token.i for token in part.phrase.words)])


def _is_of_them(word: Token) -> bool:
    """Whether a word opens a share of what was counted before: "five of them", "most of which"."""
    if word.tag_ != "CD" and word.lower_ not in QUANTITIES:
        return False
    return neighbour(word, 1).lower_ == "of" and neighbour(word, 2).lower_ in OF_THEM
