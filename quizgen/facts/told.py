"""What an answer may lean on: a thing described, or what its question tells of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.parts import Part
from quizgen.facts.saying import leans
from quizgen.facts.scene import Scene
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

PEOPLE = frozenset({"person", "people"})
BODIES = frozenset({"organization", "people", "country"})  # of which "they" may be said in the singular
Told = Sequence[tuple[EntityType, bool]]  # the type of each thing that a question tells of, and whether it is several


def told_in(parts: Iterable[Part]) -> Told:
    """What a question that says these parts tells of: its subject, and those or what the verb acts on."""
    names = {"subject", "object", "indirect", "oblique"}
    return [(part.phrase.type, part.phrase.plural) for part in parts if part.name in names]


def is_described(scene: Scene, words: Sequence[Token], told: Sequence[tuple[EntityType, bool]] = ()) -> bool:
    """Whether all that leans among the words is what an answer may say.

    That is a thing described ("the border"), or a pronoun for something that the question tells of; `told` gives
    the type of each such thing, and whether it is several.
    """
    return all(
        any(_is_pronoun_of(word, told) for word in (token, *token.children) if word is token or word.tag_ == "PRP$")
        or (token.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children))
        for token in words
        if leans(scene, token)
    )


def _is_pronoun_of(token: Token, told: Sequence[tuple[EntityType, bool]]) -> bool:
    """Whether a pronoun agrees with something that is told of."""
    if token.tag_ != "PRP$" and not token.dep_.startswith("nsubj"):
        return False  # "wants to support it": hardly itself
    word = token.lower_
    if word in {"they", "them", "their"}:
        return any(several or kind in BODIES for kind, several in told)
    if word in {"it", "its"}:
        return any(not several and kind not in PEOPLE for kind, several in told)
    return word in {"he", "him", "his", "she", "her"} and any(kind == "person" for kind, _ in told)
