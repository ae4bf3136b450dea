"""What the parser sees of a paragraph: plain white space and quotes, no marks, and a way back to every letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.model import Span

PLAIN = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "."})
# one to five words without a pause at their end, after a word or a comma, before a word
QUOTED = re.compile(r"(?<=[\w,] )[\"“](?:[\w’'-]+ ){0,4}[\w’'-]+[\"”](?= \w)")
BRACKETED = re.compile(r"[^\S\n]*\([^()\n]*\)")
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what the parser reads; `offsets[i]` is where its letter `i` stands in the article's text."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The article's span behind the letters `[start, end)` of the view (`start < end`)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def _scare_quotes(text: str, span: Span) -> Iterator[Span]:
    """The marks of a few words in quotes within a sentence ("a “couple” of troops"): no speech, no pause."""
    for found in QUOTED.finditer(text, span.start, span.end):
        yield Span(found.start(), found.start() + 1)
        yield Span(found.end() - 1, found.end())


def _glosses(text: str, span: Span) -> Iterator[Span]:
    """Brackets that hold a name in another script: "(Arabic: …)"; an English parser can only stumble over them."""
    for found in BRACKETED.finditer(text, span.start, span.end):
        if any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in found[0]):
            yield Span(*found.span())


def look(text: str, span: Span, marks: Iterable[Span] = ()) -> View:
    """Look at `span` of an article's `text`: white space runs as one space, quotes plain, marks left out."""
    hidden = {i for mark in marks if mark.overlaps(span) for i in range(mark.start, mark.end)}
    hidden |= {i for quote in _scare_quotes(text, span) for i in range(quote.start, quote.end)}
    hidden |= {i for gloss in _glosses(text, span) for i in range(gloss.start, gloss.end)}
    letters: list[str] = []
    offsets: list[int] = []
    # PLAIN maps one letter to one letter, so that places stay
    for i, letter in enumerate(span.of(text).translate(PLAIN), start=span.start):
        if i in hidden or letter in INVISIBLE:
            continue
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        offsets.append(i)
    if letters and letters[-1] == " ":
        letters.pop()
        offsets.pop()
    return View("".join(letters), tuple(offsets))
