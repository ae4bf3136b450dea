"""Plain text: paragraphs set apart by line ends or blank lines, in one line each or wrapped at a column."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Span
from quizgen.reading.forms import is_listed
from quizgen.reading.lines import Line, line, raw_lines, unwrapped


def lines(text: str, start: int) -> Iterator[Line]:
    """Yields the lines of a plain-text article.

    Args:
        text: The whole decoded file.
        start: Where the article begins, after any front matter.
    """
    for chunk in unwrapped(text, chunks(text, start)):
        gap = True
        for span in chunk:
            found = text_line(text, span, gap=gap)
            if found:
                yield found
                gap = False


def chunks(text: str, start: int) -> list[list[Span]]:
    """The lines from `start` on, grouped by the blank lines between them."""
    groups: list[list[Span]] = [[]]
    for span in raw_lines(text, start):
        if span.of(text).strip("\ufeff \t\u00a0"):
            groups[-1].append(span)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def text_line(text: str, span: Span, *, gap: bool) -> Line | None:
    """A line of text, or the item of a list without its mark."""
    found = line(text, span.start, span.end, gap=gap)
    if found and is_listed(found.span.of(text)):
        mark = found.span.of(text).split(maxsplit=1)
        start = found.span.start + len(mark[0]) if len(mark) > 1 else found.span.start
        return line(text, start, span.end, gap=gap, listed=True)
    return found
