"""What an acronym stands for, after Schwartz and Hearst (2003), who match its letters to the words before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule
from quizgen.facts.scene import Scene
from quizgen.model import Fact, Slot

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset("of the and for in on to de du des del la le al".split())


def find_acronym(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the long form of an acronym that stands in brackets behind it."""
    tokens = list(scene.parsed.tokens)
    for i, token in enumerate(tokens[:-2]):
        short = tokens[i + 1]
        if token.text != "(" or not _is_acronym(short.text) or tokens[i + 2].text not in {")", ",", ";"}:
            continue
        words = _long_form(tokens[:i], short.text)
        if not words:
            continue
        span, short_span = scene.parsed.span(words[0], words[-1]), scene.parsed.span(short, short)
        long_slot = Slot("long", span, scene.parsed.text(span), " ".join(scene.parsed.text(span).split()))
        short_slot = Slot("short", short_span, scene.parsed.text(short_span), short.text)
        for asked in ("long", "short"):
            yield Fact("acronym", (long_slot, short_slot), (asked,), scene.parsed.sentence, "")


def _is_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= 2 and text[0].isupper()


def _long_form(before: list[Token], short: str) -> list[Token]:
    """The shortest run of words at the end of `before` whose initials spell the acronym, or an empty list."""
    letters = [c.lower() for c in short if c.isalpha()]
    for size in range(len(letters) - 1 or 1, min(len(letters) + 5, len(before)) + 1):
        words = before[-size:]
        if words and words[0].text[0].isupper() and words[0].lower_ not in LINKS and _spells(words, letters):
            return words
    return []


def _spells(words: list[Token], letters: list[str]) -> bool:
    """Whether the initials, linking words aside where need be, give the letters in order."""
    wanted = list(letters)
    for word in words:
        if wanted and word.text[0].lower() == wanted[0]:
            wanted.pop(0)
        elif word.lower_ not in LINKS and not word.is_punct:
            return False
    return not wanted


RULES = (Rule("a long name (LN)", find_acronym),)
