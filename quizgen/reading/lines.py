"""The lines of an article: where each stands, what its words are, and which were one before they were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.model import BlockRole, Span
from quizgen.reading.forms import form_of, is_final, is_listed
from quizgen.reading.inline import outer_quotes, plain

WIDEST = 120
"""The widest column, in characters, at which a file may be wrapped; longer lines are paragraphs."""

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_BLANK = re.compile(r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\x00-\x1f]")
# The first word of the next line did not fit, or fitted so narrowly that an editor broke before it.
_SLACK = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several that were one before the file was wrapped.

    `plain` is its words without marks; `gap` says whether a blank line (or the start) stands before it;
    `role` is what its mark-up already says it is, or None; `listed` says whether it is an item of a list, its mark
    not within `span`.
    """

    span: Span
    plain: str
    gap: bool
    role: BlockRole | None = None
    listed: bool = False


def raw_lines(text: str, start: int) -> Iterator[Span]:
    """Yields the span of every line from `start` on, blank ones too, without its line end."""
    at = start
    for match in _LINE_END.finditer(text, start):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, len(text))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, direction marks and quotes that only wrap it at either end."""
    start, end = _without_blanks(text, start, end)
    before, after = outer_quotes(text[start:end])
    return Span(*_without_blanks(text, start + before, max(start + before, end - after)))


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _BLANK.match(text[start]):
        start += 1
    while start < end and _BLANK.match(text[end - 1]):
        end -= 1
    return start, end


def line(
    text: str, start: int, end: int, *, gap: bool, role: BlockRole | None = None, listed: bool = False
) -> Line | None:
    """The line of `text` from `start` to `end`, trimmed; None where no letter and no digit is left of it."""
    span = trimmed(text, start, end)
    words = plain(text, span)
    return Line(span, words, gap, role, listed) if any(map(str.isalnum, words)) else None


def unwrapped(text: str, chunks: list[list[Span]]) -> Iterator[list[Span]]:
    """Yields each chunk (lines with no blank one between them) with the lines joined that were wrapped.

    A file is wrapped if its lines are short, most break within a sentence, and the next word had no room.
    """
    width = _width(text, chunks)
    for chunk in chunks:
        joined = chunk[:1]
        for before, after in pairwise(chunk):
            if _goes_on(text, before, after, width):
                joined[-1] = Span(joined[-1].start, after.end)
            else:
                joined.append(after)
        yield joined


def _width(text: str, chunks: list[list[Span]]) -> int | None:
    """The column at which the file is wrapped, or None where it is not."""
    breaks = [pair for chunk in chunks for pair in pairwise(chunk)]
    narrow = [each for chunk in chunks if len(chunk) > 1 for each in chunk if each.end - each.start <= WIDEST]
    if not breaks or len(narrow) < 0.8 * sum(len(chunk) for chunk in chunks if len(chunk) > 1):
        return None
    width = max(each.end - each.start for each in narrow)
    within = [pair for pair in breaks if not is_final(plain(text, pair[0])) and _is_full(text, *pair, width)]
    return width if width >= 40 and len(within) >= 0.5 * len(breaks) else None


def _is_full(text: str, before: Span, after: Span, width: int) -> bool:
    word = after.of(text).split(maxsplit=1)
    return before.end - before.start + 1 + len(word[0] if word else "") > width - _SLACK


def _goes_on(text: str, before: Span, after: Span, width: int | None) -> bool:
    """Whether the line `after` carries on the line `before`."""
    above, below = plain(text, before), plain(text, after)
    if is_listed(below) or form_of(below) or (form_of(above) and is_final(above)):
        return False
    if width is not None and _is_full(text, before, after, width):
        return not re.match(r"[ \t]{2,}", after.of(text)) or after.of(text)[:1] == before.of(text)[:1]
    return len(above) >= 30 and not is_final(above) and below[:1].islower()
