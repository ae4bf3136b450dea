"""What an acronym stands for, after Schwartz and Hearst (2003), who match its letters to the words before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.noun_runs import name_runs
from quizgen.facts.rule import Rule
from quizgen.facts.scene import Scene
from quizgen.model import Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

LINKS = frozenset("of the and for in on to de du des del la le al & - a".split())
OPEN, CLOSE = frozenset({"(", "["}), frozenset({")", "]", ",", ";"})


def find_acronym(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the long form of an acronym that stands in brackets behind it, or after "or"."""
    tokens = list(scene.words)
    for i, token in enumerate(tokens[:-2]):
        at = i + 1 + (token.text == "," and tokens[i + 1].lower_ == "or")
        if at + 1 >= len(tokens) or (token.text not in OPEN and at == i + 1):
            continue
        short = tokens[at]
        if not _is_acronym(short.text) or tokens[at + 1].text not in CLOSE:
            continue
        words = _long_form(tokens[:i], short.text)
        if words:
            yield from _facts(scene, words, short)
            continue
        words = _named(scene, token.i, short.text) if token.text in OPEN else []
        if words:  # the words spell part of the acronym: it is a name for them, they are not what it stands for
            longer = len(_letters(short.text)) > sum(word.text[0].isupper() for word in words)
            yield from _facts(scene, words, short, ("short",) if longer else ("long", "short"))


def find_explained(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the long form in brackets behind its acronym ("WHO (World Health Organization)")."""
    tokens = list(scene.words)
    for i, token in enumerate(tokens[1:], start=1):
        if token.text not in OPEN or not _is_acronym(tokens[i - 1].text):
            continue
        end = next((j for j in range(i + 1, len(tokens)) if tokens[j].text in {")", "]"}), None)
        if end is not None and 2 <= end - i - 1 <= 10 and _spells(tokens[i + 1 : end], _letters(tokens[i - 1].text)):
            yield from _facts(scene, tokens[i + 1 : end], tokens[i - 1])


def _facts(
    scene: Scene, words: Sequence[Token], short: Token, answerable: Sequence[str] = ("long", "short")
) -> Iterator[Fact]:
    span, short_span = scene.parsed.span(words[0], words[-1]), scene.parsed.span(short, short)
    text = scene.parsed.text(span)
    before = scene.doc[words[0].i - 1].lower_ if words[0].i > scene.parsed.tokens.start else ""
    wording = f"the {' '.join(text.split())}" if before == "the" else " ".join(text.split())
    long_slot = Slot("long", span, text, wording)
    short_slot = Slot("short", short_span, scene.parsed.text(short_span), short.text)
    for asked in answerable:
        yield Fact("acronym", (long_slot, short_slot), (asked,), scene.parsed.sentence, "")


def _is_acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= 2 and text[0].isupper()


def _letters(short: str) -> list[str]:
    return [c.lower() for c in short if c.isalpha()]


def _long_form(before: list[Token], short: str) -> list[Token]:
    """The shortest run of words at the end of `before` whose initials spell the acronym, or an empty list."""
    letters = _letters(short)
    for size in range(len(letters) - 1 or 1, min(len(letters) + 5, len(before)) + 1):
        words = before[-size:]
        if words and words[0].lower_ not in LINKS and _spells(words, letters):
            return words
    return []


def _spells(words: list[Token], letters: list[str]) -> bool:
    """Whether the initials, linking words aside where need be, give the letters in order."""
    wanted = list(letters)
    for i, word in enumerate(words):
        if i and words[i - 1].text == "-" and (not wanted or word.text[0].lower() != wanted[0]):
            continue  # "Co-operation"
        if not wanted and word.lower_ == "and" and 1 <= len(words) - i - 1 <= 2:
            return True  # "Centers for Disease Control and Prevention (CDC)"
        if wanted and word.text[0].lower() == wanted[0]:
            wanted.pop(0)
        elif word.lower_ not in LINKS and not word.is_punct:
            return False
    return not wanted


def _named(scene: Scene, bracket: int, short: str) -> list[Token]:
    """The name right before the bracket, where the acronym fits it loosely ("Ministry of Defence (MoD)")."""
    run = next((run for run in name_runs(scene) if run.last == bracket - 1), None)
    if run is None or run.last == run.first or run.name.type in {"person", "city", "country"}:
        return []
    words = [scene.doc[i] for i in range(run.first, run.last + 1)]
    initials = [word.text[0].lower() for word in words if word.text[0].isupper()]
    letters = _letters(short)
    common = min(len(initials), len(letters))
    return words if common >= 2 and initials[:common] == letters[:common] else []


RULES = (Rule("a long name (LN)", find_acronym), Rule("LN (a long name)", find_explained))
