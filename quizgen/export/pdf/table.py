"""The table of versions as blocks: where each question stands in each version, and what is right there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.key import GRID, NOTE, TITLE
from quizgen.export.pdf.marks import Anchor, Block, Link, Row, Stroke
from quizgen.export.pdf.sections import Item, Version, answer, items_of
from quizgen.export.pdf.text import Style, fitted
from quizgen.model import BLANK, Quiz

GAP = 12.0
LEAST_STEM = 90.0
LINE = 1.25 * GRID
CELL = Style(8, LINE, rise=4)
PART = "Versions"
_NOTE = (
    "Where each question stands in each version, and the letter of its right answer there. "
    "The first column is the question's id, by which it is known in every file made of this quiz."
)


def table_blocks(quiz: Quiz, versions: Sequence[Version], galley: Galley) -> Iterator[Block]:
    """A line for each item in the quiz's own order, below its title; the head of the table on every page."""
    galley.book.place = "the table of versions"
    table = _Table(quiz, versions, galley)
    made = [Row(GRID, (Anchor("versions", PART), Stroke(0, galley.width, 0, 1.4))), *galley.rows(PART, TITLE)]
    made += [Row(GRID / 4), *galley.rows(_NOTE, NOTE), Row(GRID), table.head]
    yield Block(tuple(made), part=PART, opens=True, keep=True, spans=True)
    for place, item in enumerate(items_of(quiz)):
        yield Block((table.line(item),), part=PART, carried=(table.head,) if place else ())


class _Table:
    """Sets the lines of the table: the id, the beginning of the stem, then a column for each version."""

    def __init__(self, quiz: Quiz, versions: Sequence[Version], galley: Galley) -> None:
        self._versions, self._galley = versions, galley
        self._places = [{item.id: (number, item) for number, item in version.items} for version in versions]
        self._stem = GAP + max(galley.width_of(item.id, CELL) for item in items_of(quiz))
        entries = (_entry(*found) for known in self._places for found in known.values())
        room = (galley.width - self._stem - LEAST_STEM) / len(versions)
        self._step = min(GAP + max(galley.width_of(entry, CELL) for entry in entries), room)

    @property
    def head(self) -> Row:
        """What the columns hold."""
        galley = self._galley
        marks = [*galley.marks("Id", CELL.bold, 0.0), *galley.marks("Question", CELL.bold, self._stem)]
        for turn, version in enumerate(self._versions):
            marks += galley.marks(version.letter, CELL.bold, self._column(turn))
        return Row(LINE, (*marks, Stroke(0, galley.width, LINE, 0.6)))

    def line(self, item: Item) -> Row:
        """The line of one item, its numbers links to its entries in the keys."""
        galley = self._galley
        room = self._column(0) - self._stem - GAP
        marks = list(galley.marks(item.id, CELL, 0.0))
        marks += fitted(galley.book, item.stem.replace(BLANK, "…"), CELL, self._stem, room).marks
        for turn, version in enumerate(self._versions):
            number, shown = self._places[turn][item.id]
            text, x = _entry(number, shown), self._column(turn)
            # What belongs into the boxes of a set may be too long for a narrow column.
            marks += galley.marks(text if galley.width_of(text, CELL) < self._step else f"{number}", CELL, x)
            marks.append(Link(x, x + self._step - GAP / 2, version.anchor("key", number)))
        return Row(LINE, (*marks, Stroke(0, galley.width, LINE, 0.25)))

    def _column(self, turn: int) -> float:
        return self._galley.width - self._step * (len(self._versions) - turn)


def _entry(number: int, item: Item) -> str:
    return f"{number} {answer(item)}".strip()
