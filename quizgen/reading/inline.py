"""Marks inside a paragraph that are no words of it: emphasis, link targets, citations, doubled quotes.

A sentence is a letter-for-letter span of the article, so the marks stay in it. `markup` says where they are, and
whoever parses the sentence puts a space in the place of each of their characters: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Span

# Every pattern is bounded, so that no paragraph, however odd, is searched in more than linear time.
_WHOLE = (
    re.compile(r"<!--.{0,2000}?-->", re.DOTALL),
    re.compile(r"!\[[^\]\[]{0,300}\]\([^()\n]{0,500}\)"),
    re.compile(r"\[\^[^\]\[\s]{1,40}\]"),
    re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"),
    re.compile(r"&(?:nbsp|shy|zwj|zwnj|ensp|emsp|thinsp);"),
    # The mark of a quoted block, at the start of each of its lines.
    re.compile(r"(?:(?<=\n)|(?<=\r))[ \t]{0,3}(?:>[ \t]?){1,5}"),
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>~\"'-])"),
    re.compile(r"(?<=&)amp;"),
    # Citations: [3], [note 2], [a], [citation needed], [sic]. An editor's "[he]" or "[T]he" is part of the words.
    re.compile(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}\](?::\d{1,4})?"),
    re.compile(r"\[(?:note|nb|fn|ref|n|a)\.?\s?\d{1,3}\]", re.IGNORECASE),
    re.compile(r"(?:(?<=\w\w)|(?<=[.,;:!?)\]]))\[[a-z]\](?!\w)"),
    re.compile(
        r"\[(?:[a-z -]{0,40} ?needed|sic|update|dead link|failed verification|dubious|when|who|which|where)\??\]"
    ),
    # Direction marks and other letters without width, where they are not inside a word.
    re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+(?!\w)"),
    re.compile(r"(?<!\w)[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"),
)
# Paired marks: the two ends are marks, what stands between them is text.
_PAIRS = (
    re.compile(r"(?P<open>\[)[^\]\[]{1,300}(?P<close>\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))"),
    re.compile(r"(?P<open>(?<!\w)\[)(?![\d^])[^\]\[]{1,300}(?P<close>\]\[[^\]\[\n]{0,100}\])"),
    re.compile(r"(?P<open>(?<![*\d])\*\*\*)(?=[^\s*])[^*]{1,600}(?<=\S)(?P<close>\*\*\*(?!\*))"),
    re.compile(r"(?P<open>(?<![*\d])\*\*)(?=\S).{1,600}?(?<=[^\s*])(?P<close>\*\*(?!\*))", re.DOTALL),
    re.compile(r"(?P<open>(?<![*\d])\*)(?=[^\s*])[^*]{1,600}(?<=\S)(?P<close>\*(?!\*))"),
    re.compile(r"(?P<open>(?<!\w)__)(?=[^\s_]).{1,600}?(?<=[^\s_])(?P<close>__(?!\w))", re.DOTALL),
    re.compile(r"(?P<open>(?<!\w)_)(?=[^\s_]).{1,600}?(?<=[^\s_])(?P<close>_(?!\w))", re.DOTALL),
    re.compile(r"(?P<open>~~)(?=\S)[^~]{1,600}(?<=\S)(?P<close>~~)"),
    re.compile(r"(?P<open>`{1,2})[^`\n]{1,300}(?P<close>`{1,2})"),
)
_QUOTES = re.compile(r'"{2,}')
_RUNS = re.compile(r'"+')
_MARKS = re.compile(r"[\[<&*_~`\\>\"\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def markup(text: str, span: Span) -> tuple[Span, ...]:
    """Where a paragraph holds marks that are no words.

    Args:
        text: The article's text.
        span: A paragraph of it, or any part of one.

    Returns:
        The marks' spans in `text`, within `span`, in order, none touching another.
    """
    part = span.of(text)
    if not _MARKS.search(part):
        return ()
    found = sorted({*_whole(part), *_pairs(part), *_csv_quotes(part)})
    return tuple(Span(span.start + start, span.start + end) for start, end in _joined(found))


def outer_quotes(part: str) -> tuple[int, int]:
    """How many quote marks at the start and the end of `part` only wrap it, as a field of a CSV file is wrapped.

    They are told by the doubled quotes inside: `"A group (""the Sect"") is active."` has one at each end.
    """
    if '""' not in part:
        return 0, 0
    lead = (len(part) - len(part.lstrip('"'))) % 2
    tail = (len(part) - len(part.rstrip('"'))) % 2
    single = sum(len(run) % 2 for run in _RUNS.findall(part))
    # One quote mark at one end alone may open or close a quotation; only if it has no partner does it wrap.
    return (lead, tail) if lead == tail or single % 2 else (0, 0)


def plain(text: str, span: Span) -> str:
    """The words of `span` without marks, with every run of white space made one space."""
    pieces, at = [], span.start
    for mark in markup(text, span):
        pieces.append(text[at : mark.start])
        at = mark.end
    pieces.append(text[at : span.end])
    return " ".join(" ".join(pieces).split()) if len(pieces) > 1 else " ".join(pieces[0].split())


def _whole(part: str) -> Iterator[tuple[int, int]]:
    for pattern in _WHOLE:
        yield from (match.span() for match in pattern.finditer(part))


def _pairs(part: str) -> Iterator[tuple[int, int]]:
    for pattern in _PAIRS:
        for match in pattern.finditer(part):
            yield match.span("open")
            yield match.span("close")


def _csv_quotes(part: str) -> Iterator[tuple[int, int]]:
    """Of each run of doubled quotes all but the one that touches its word; and the quotes that wrap the whole."""
    lead, tail = outer_quotes(part)
    if lead:
        yield 0, 1
    if tail:
        yield len(part) - 1, len(part)
    for match in _QUOTES.finditer(part):
        start, end = match.span()
        opens = end < len(part) and (start == 0 or part[start - 1] in " \t\n\r\u00a0([—–-")
        yield (start, end - 1) if opens else (start + 1, end)


def _joined(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of `found`, which is sorted, with those that touch or overlap made one."""
    at = -1
    held: tuple[int, int] | None = None
    for start, end in found:
        if held and start <= at:
            held = held[0], max(at, end)
        else:
            if held:
                yield held
            held = start, end
        at = held[1]
    if held:
        yield held
