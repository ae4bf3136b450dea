"""Flashcards onto sheets that are printed on both sides and cut: where each card stands, and the cut marks.

The cards stand edge to edge in the middle of the sheet, so that one cut parts two of them, and so that the place of
a card mirrored in the middle of the sheet is the place of a card again: there, on the back of the sheet, is its
other side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from quizgen.export.pdf.cards import Card
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Anchor, Mark, Row, Stroke, Upright
from quizgen.export.pdf.options import Duplex
from quizgen.export.pdf.pages import Foot, Page, Placed
from quizgen.export.pdf.text import Style, fitted

MM = 72 / 25.4
ACROSS = 2
# What a sheet leaves at least at its edges: printers reach no farther, and the cut marks need their room.
SIDE, HEAD = 10 * MM, 12 * MM
PAD_SIDE, PAD = 5 * MM, 4.5 * MM
CUT, CUT_OFF, CROSS, HAIR = 5 * MM, 1.5 * MM, 1.5 * MM, 0.3
SLUG = Style(7, 9, grey=0.3, rise=3)


@dataclass(frozen=True, slots=True)
class Grid:
    """How a sheet of `paper`, in points, is divided into two columns of cards, their sides whole millimetres."""

    paper: tuple[float, float]
    rows: int

    @property
    def card(self) -> tuple[float, float]:
        """Width and height of a card."""
        width, height = self.paper
        return _whole((width - 2 * SIDE) / ACROSS), _whole((height - 2 * HEAD) / self.rows)

    @property
    def text(self) -> tuple[float, float]:
        """Width and height of what stands on a card."""
        width, height = self.card
        return width - 2 * PAD_SIDE, height - 2 * PAD

    @property
    def count(self) -> int:
        """How many cards a sheet holds."""
        return ACROSS * self.rows

    @property
    def across(self) -> list[float]:
        """Where the upright cuts go, from the left edge of the sheet."""
        width, _ = self.card
        return [self.paper[0] / 2 + width * (place - ACROSS / 2) for place in range(ACROSS + 1)]

    @property
    def down(self) -> list[float]:
        """Where the level cuts go, from the top of the sheet."""
        _, height = self.card
        return [self.paper[1] / 2 + height * (place - self.rows / 2) for place in range(self.rows + 1)]

    def corner(self, place: int) -> tuple[float, float]:
        """The upper left corner of what stands on the card at `place`, counted row by row from 0."""
        row, column = divmod(place, ACROSS)
        return self.across[column] + PAD_SIDE, self.down[row] + PAD

    def behind(self, place: int, duplex: Duplex) -> int:
        """Which place of the back lies behind `place`, when the upright sheet is turned over its long or short edge."""
        row, column = divmod(place, ACROSS)
        if duplex == "long":
            return row * ACROSS + ACROSS - 1 - column
        return (self.rows - 1 - row) * ACROSS + column


def sheets(cards: Iterable[Card], grid: Grid, duplex: Duplex) -> Iterator[Page]:
    """Pages measured from the corner of the paper: one with fronts before each one with their backs."""
    waiting = iter(cards)
    number = 0
    while dealt := tuple(islice(waiting, grid.count)):
        number += 1
        span = "–".join(dict.fromkeys(str(card.number) for card in (dealt[0], dealt[-1])))
        fronts = {place: card.front for place, card in enumerate(dealt)}
        backs = {grid.behind(place, duplex): card.back for place, card in enumerate(dealt)}
        anchor = Anchor(f"sheet-{number}", f"Cards {span}")
        for name, places, marks in (("Fronts", fronts, (anchor,)), ("Backs", backs, ())):
            page = Page(rows=[(0.0, 0.0, Row(0, (*marks, *_cuts(grid))))], note=f"{name} {span}")
            for place in sorted(places):
                left, top = grid.corner(place)
                page.rows += [(left, top + drop, row) for drop, row in places[place]]
            yield page


def slugs(grid: Grid, duplex: Duplex, book: FontBook, title: str) -> Foot:
    """What a sheet is, at its foot between the cut marks, where it is cut off."""

    def slug(note: str, page: int, pages: int) -> Placed:
        of = f"sheet {math.ceil(page / 2)} of {math.ceil(pages / 2)}"
        top = grid.down[-1] + CUT_OFF + (CUT - SLUG.leading) / 2
        book.place = "the foot of a sheet"
        for column, text in enumerate((title, f"{note} · {of} · print on both sides, turn over the {duplex} edge")):
            yield grid.across[column] + PAD_SIDE, top, fitted(book, text, SLUG, 0.0, grid.text[0])

    return slug


def _cuts(grid: Grid) -> Iterator[Mark]:
    """Marks around the cards, where a cut begins and ends, and small crosses where two cuts meet."""
    left, right, top, foot = grid.across[0], grid.across[-1], grid.down[0], grid.down[-1]
    for x in grid.across:
        yield Upright(x, top - CUT_OFF - CUT, top - CUT_OFF, HAIR)
        yield Upright(x, foot + CUT_OFF, foot + CUT_OFF + CUT, HAIR)
    for y in grid.down:
        yield Stroke(left - CUT_OFF - CUT, left - CUT_OFF, y, HAIR)
        yield Stroke(right + CUT_OFF, right + CUT_OFF + CUT, y, HAIR)
    for x in grid.across[1:-1]:
        for y in grid.down[1:-1]:
            yield Stroke(x - CROSS, x + CROSS, y, HAIR)
            yield Upright(x, y - CROSS, y + CROSS, HAIR)


def _whole(length: float) -> float:
    return length // MM * MM
