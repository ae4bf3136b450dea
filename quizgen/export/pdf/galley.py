"""The galley: fonts, style sheet and measure, handed together to whatever sets a handout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.export.pdf.design import Design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Mark, Row, Stroke
from quizgen.export.pdf.text import Run, Style, marks_on, natural_width, rows


@dataclass(frozen=True, slots=True)
class Galley:
    """Where a handout's lines are set: a measure of `width` points that begins `left` points into its column.

    Every `x` that its methods take counts from there. In a `fillable` handout what is left open has a form field.
    """

    book: FontBook
    design: Design
    width: float
    left: float = 0.0
    fillable: bool = False

    def indented(self, x: float, right: float = 0.0) -> Galley:
        """The same with its left edge `x` points further in, and its right edge `right` points."""
        return replace(self, left=self.left + x, width=self.width - x - right)

    def column(self, count: int) -> Galley:
        """The measure of one of `count` columns."""
        return replace(self, width=(self.width - (count - 1) * self.design.gutter) / count)

    def rows(self, text: str | Iterable[Run], style: Style, x: float = 0.0, width: float | None = None) -> list[Row]:
        """`text` in lines, a row each, from `x` to the right edge of the measure or at most `width` wide."""
        return rows(self.book, text, style, self.left + x, self.width - x if width is None else width)

    def width_of(self, text: str, style: Style) -> float:
        """How wide `text` would be on one line."""
        return natural_width(self.book, text, style)

    def marks(self, text: str, style: Style, x: float, drop: float | None = None) -> tuple[Mark, ...]:
        """A few words on one line, with their baseline at `drop` or where the style has it."""
        return marks_on(self.book, text, style, self.left + x, style.drop if drop is None else drop)

    def at_right(self, text: str, style: Style, drop: float) -> tuple[Mark, ...]:
        """The same, ending at the right edge of the measure."""
        return self.marks(text, style, self.width - self.width_of(text, style), drop)

    def rule(self, x: float, end: float, drop: float) -> Stroke:
        """A rule to write on."""
        return Stroke(self.left + x, self.left + end, drop, 0.6)
