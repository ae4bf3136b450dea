"""Markdown: headings, paragraphs, lists, quotes; tables, code, comments and definitions are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.model import BlockRole, Span
from quizgen.reading.forms import is_final
from quizgen.reading.lines import Line, line, raw_lines

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_DEFINITION = re.compile(r" {0,3}\[[^\]\[]{1,100}\]:[ \t]*\S")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$")
_PICTURE = re.compile(r"\s*(?:\[?!\[[^\]\[]*\]\([^()]*(?:\([^()]*\)[^()]*)?\)(?:\]\([^()]*\))?\s*)+$")
_TAGS = re.compile(r"\s*(?:</?[A-Za-z][^<>]*>\s*)+$")
_LINK = re.compile(r"\W*\[[^\]\[]+\]\([^()]*(?:\([^()]*\)[^()]*)?\)\W*$")
_EMPHASISED = re.compile(r"\s*(?P<mark>\*{1,2}|_{1,2})[^*_\s][^*]*(?P=mark)\s*$")
_COMMENT, _COMMENT_END = "<!--", "-->"


@dataclass(slots=True)
class _Reader:
    """The state while going down the lines: the open paragraph, and whatever is to be skipped until its end."""

    text: str
    done: list[Line] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    gap: bool = True
    listed: bool = False
    fence: str = ""
    comment: bool = False
    picture: bool = False

    def close(self, role: BlockRole | None = None) -> None:
        """Ends the open paragraph."""
        if self.spans:
            span = Span(self.spans[0].start, self.spans[-1].end)
            self.spans = []
            self.add(span, role or self._role(span), self.listed)
        self.listed = False

    def add(self, span: Span, role: BlockRole | None = None, listed: bool = False) -> None:
        """Adds what `span` covers as a line of its own."""
        found = line(self.text, span.start, span.end, gap=self.gap, role=role, listed=listed)
        if found:
            self.done.append(found)
            self.gap = self.picture = False

    def _role(self, span: Span) -> BlockRole | None:
        part = span.of(self.text)
        if _LINK.match(part):
            return "link"
        # A line in italics right under a picture is its caption.
        return "caption" if self.picture and _EMPHASISED.match(part) else None


def lines(text: str, start: int) -> Iterator[Line]:
    """Yields the lines of a Markdown article; lines with no blank one between them are one paragraph.

    Args:
        text: The whole decoded file.
        start: Where the article begins, after any front matter.
    """
    reader = _Reader(text)
    for span in raw_lines(text, start):
        if not _skipped(reader, span):
            _read(reader, span)
    reader.close()
    yield from reader.done


def _skipped(reader: _Reader, span: Span) -> bool:
    """Whether the line is inside a code fence or a comment, or opens or closes one."""
    part = span.of(reader.text)
    if reader.comment:
        reader.comment = _COMMENT_END not in part
        return True
    fence = _FENCE.match(part)
    if reader.fence:
        if fence and fence[1].startswith(reader.fence):
            reader.fence = ""
        return True
    if fence:
        reader.close()
        reader.fence = fence[1]
        return True
    if part.lstrip("\ufeff \t").startswith(_COMMENT):
        reader.close()
        reader.comment = _COMMENT_END not in part
        return reader.comment or part.rstrip().endswith(_COMMENT_END)
    return False


def _read(reader: _Reader, span: Span) -> None:
    part = span.of(reader.text)
    if not part.strip("\ufeff \t\u00a0"):
        reader.close()
        reader.gap = True
    elif heading := _HEADING.match(part.removeprefix("\ufeff")):
        _head(reader, span, heading, part.startswith("\ufeff"))
    elif not reader.listed and (under := _UNDERLINE.match(part)) and _heads(reader):
        reader.close("headline" if under[1][0] == "=" and _is_first(reader) else "heading")
    elif _is_syntax(part):
        reader.close()
    elif _PICTURE.match(part):
        reader.close()
        reader.picture = True
    else:
        _run_on(reader, span, part)


def _head(reader: _Reader, span: Span, heading: re.Match[str], marked: bool) -> None:
    reader.close()
    if heading[2]:
        start = span.start + heading.start(2) + marked
        role: BlockRole = "headline" if len(heading[1]) == 1 and _is_first(reader) else "heading"
        reader.add(Span(start, start + len(heading[2])), role)


def _heads(reader: _Reader) -> bool:
    """Whether the open paragraph is short enough for the line under it to underline it, not to rule it off."""
    return len(reader.spans) == 1 and not is_final(reader.spans[0].of(reader.text).rstrip())


def _is_first(reader: _Reader) -> bool:
    return all(each.role != "headline" for each in reader.done)


def _is_syntax(part: str) -> bool:
    return any(form.match(part) for form in (_RULE, _DEFINITION, _TABLE, _TAGS))


def _run_on(reader: _Reader, span: Span, part: str) -> None:
    """Adds a line of text to the open paragraph, or opens one after the mark of a quote or an item."""
    quote = _QUOTE.match(part)
    if quote and not reader.spans:
        span = Span(span.start + quote.end(), span.end)
    item = _ITEM.match(span.of(reader.text))
    if item and (not quote or not reader.spans):
        reader.close()
        reader.listed = True
        span = Span(span.start + item.end(), span.end)
    reader.spans.append(span)
