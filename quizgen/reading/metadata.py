"""Title, author and date of an article, out of its blocks; what they do not hold is None, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quizgen.model import Block, BlockRole
from quizgen.reading import datelines
from quizgen.reading.dates import full_dates, months, weekday
from quizgen.reading.inline import plain

TITLE_WORDS = 10
"""How many of an article's first words stand for a title where it has none."""

_EARLIEST = date(1700, 1, 1)
# A caption's picture is of the article's own days only if the article speaks of no later ones.
_LATER = timedelta(days=31)
_FROM_FILE = re.compile(r"\b(?:file|archive|undated)\b", re.IGNORECASE)
_BY = re.compile(r"(?:(?:Words|Story|Text|Report|Written) )?by +", re.IGNORECASE)
_AFTER_NAMES = re.compile(r",? in [A-Z].*$|, [a-z].*$| ?[|•·–—].*$|,? (?:on )?\w+ \d.*$|,? \d.*$")


def title(text: str, blocks: tuple[Block, ...]) -> str:
    """The headline, else a heading before the running text, else the first words; empty where there are none."""
    for role in ("headline", "heading", "paragraph"):
        first = next((block for block in blocks if block.role == role), None)
        if not first or (role == "heading" and any(b.role == "paragraph" for b in blocks[: blocks.index(first)])):
            continue
        words = plain(text, first.span)
        if role == "paragraph" and len(words.split()) > TITLE_WORDS:
            return " ".join(words.split()[:TITLE_WORDS]).rstrip(".,;:–— ") + "…"
        return words
    return ""


def author(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The names of the first byline, without "By" and without the place or the post after them."""
    line = next(_lines(text, blocks, "byline"), "")
    opened = _BY.match(line)
    names = _AFTER_NAMES.sub("", line[opened.end() :]) if opened else ""
    return names.strip(" ,") or None


def place(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Where a dateline before the running text says that the news was reported from."""
    first = next((at for at, block in enumerate(blocks) if block.role == "paragraph"), len(blocks))
    return next(filter(None, map(datelines.place, _lines(text, blocks[:first], "dateline"))), None)


def published(text: str, blocks: tuple[Block, ...]) -> date | None:
    """The day on which the article was published, as far as it can be inferred.

    A dateline's or a byline's full date is taken first, the earliest if it tells of updates too. A caption's is
    taken if all captions agree and the running text names no later one; of an old picture ("FILE PHOTO") only if
    besides the running text speaks of a day of the week that fits, "on Monday" for a Monday.
    """
    for line in (*_lines(text, blocks, "dateline"), *_lines(text, blocks, "byline")):
        days = [found.date for found in full_dates(line) if found.date >= _EARLIEST]
        if days:
            return min(days)
    return _from_captions(text, blocks)


def _from_captions(text: str, blocks: tuple[Block, ...]) -> date | None:
    captions = list(_lines(text, blocks, "caption"))
    days = {found.date for line in captions for found in full_dates(line)}
    if len(days) != 1:
        return None
    day = days.pop()
    running = " ".join(_lines(text, blocks, "paragraph"))
    named = [found.date for found in full_dates(running)]
    if day < _EARLIEST or any(other > day + _LATER for other in (*named, *months(running))):
        return None
    old = any(_FROM_FILE.search(line) for line in captions if next(full_dates(line), None))
    return day if not old or re.search(rf"\b[Oo]n {weekday(day)}\b", running) else None


def _lines(text: str, blocks: tuple[Block, ...], role: BlockRole) -> Iterator[str]:
    return (plain(text, block.span) for block in blocks if block.role == role)
