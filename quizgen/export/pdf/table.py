"""The table of versions as blocks: where each question stands in each version, and what is right there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.key import GRID, NOTE, TITLE
from quizgen.export.pdf.marks import Anchor, Block, Link, Mark, Row, Stroke
from quizgen.export.pdf.sections import Item, Version, answer, items_of
from quizgen.export.pdf.text import Style, fitted, marks_on, natural_width, rows
from quizgen.model import BLANK, Quiz

GAP = 12.0
LEAST_STEM = 60.0
LINE = 1.25 * GRID
PART = "Versions"
_CELL = Style(8, LINE, rise=4)
_NOTE = (
    "Where each question stands in each version, and the letter of its right answer there. "
    "The first column is the question's id, by which it is known in every file made of this quiz."
)


def table_blocks(quiz: Quiz, versions: Sequence[Version], galley: Galley) -> Iterator[Block]:
    """A line for each item in the quiz's own order, below its title; the head of the table on every page."""
    book, width = galley.book, galley.width
    book.place = "the table of versions"
    places = {version.letter: {item.id: (number, item) for number, item in version.items} for version in versions}
    items = items_of(quiz)
    ids = max((natural_width(book, item.id, _CELL) for item in items), default=0.0) + GAP
    step = GAP + max(
        (natural_width(book, _entry(*found), _CELL) for known in places.values() for found in known.values()),
        default=0.0,
    )
    at = [max(width - step * (len(versions) - turn), ids + LEAST_STEM) for turn in range(len(versions))]
    head = _head(versions, at, ids, book, width)
    title = [Row(GRID, (Anchor("versions", PART), Stroke(0, width, 0, 1.4))), *rows(book, PART, TITLE, 0, width)]
    title += [Row(GRID / 4), *rows(book, _NOTE, NOTE, 0, width), Row(GRID), head]
    yield Block(tuple(title), part=PART, opens=True, keep=True, spans=True)
    for place, item in enumerate(items):
        marks = list(marks_on(book, item.id, _CELL, 0.0, _CELL.drop))
        marks += fitted(book, item.stem.replace(BLANK, "…"), _CELL, ids, at[0] - ids - GAP).marks
        for x, version in zip(at, versions, strict=True):
            number, shown = places[version.letter][item.id]
            marks += marks_on(book, _entry(number, shown), _CELL, x, _CELL.drop)
            marks.append(Link(x, x + step - GAP, version.anchor("key", number)))
        yield Block((Row(LINE, (*marks, Stroke(0, width, LINE, 0.25))),), part=PART, carried=(head,) if place else ())


def _entry(number: int, item: Item) -> str:
    return f"{number} {answer(item)}".strip()


def _head(versions: Sequence[Version], at: Sequence[float], ids: float, book: FontBook, width: float) -> Row:
    marks: list[Mark] = [Stroke(0, width, LINE, 0.6)]
    letters = zip((version.letter for version in versions), at, strict=True)
    for text, x in (("Id", 0.0), ("Question", ids), *letters):
        marks += marks_on(book, text, _CELL.bold, x, _CELL.drop)
    return Row(LINE, tuple(marks))
