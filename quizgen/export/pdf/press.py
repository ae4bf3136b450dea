"""Marks onto the pages of a PDF, each at its place."""

from __future__ import annotations

from collections import deque
from functools import lru_cache

from reportlab.lib.colors import black
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from quizgen.export.pdf.growing import GrowingCanvas
from quizgen.export.pdf.marks import Anchor, Box, Bubble, Choice, Field, Glyphs, Link, Mark, Stroke, Upright
from quizgen.export.pdf.pages import Placed
from quizgen.export.pdf.structure import Structure

# A chosen circle is filled so far, in shares of its radius.
DOT = 0.8


class Press:
    """Prints pages on a canvas; rows are placed by their upper left corners, `x` and `top` from a page's corner.

    A page is written as it ends. Its foot, which says how many pages there are, can be printed when that is known.
    """

    def __init__(self, canvas: GrowingCanvas) -> None:
        self._canvas = canvas
        self._structure = Structure(canvas)
        self._pages = 0
        self._footless = deque[str]()

    def page(self, corner: tuple[float, float], rows: Placed, around: Placed = (), *, footed: bool = True) -> None:
        """One page, which waits for its foot if it is `footed`.

        What stands `around` its rows is no part of what is read aloud.
        """
        self._pages += 1
        self._canvas.saveState()
        self._canvas.translate(*corner)
        for x, top, row in rows:
            for mark in row.marks:
                self._structure.enter(mark.tag if isinstance(mark, Glyphs) else None)
                self._draw(mark, x, -top, row.height)
        self._structure.enter(None)
        self._rows(around)
        self._canvas.restoreState()
        if footed:
            self._footless.append(f"foot-{self._pages}")
            self._canvas.doForm(self._footless[-1])
        self._structure.leave()
        self._canvas.showPage()
        self._structure.end_page()

    def foot(self, corner: tuple[float, float], rows: Placed) -> None:
        """The foot of the first page that waits for one."""
        self._canvas.beginForm(self._footless.popleft())
        self._canvas.translate(*corner)
        self._rows(rows)
        self._canvas.endForm()

    def finish(self) -> None:
        """All pages are printed: write the rest of the file."""
        self._structure.finish()
        self._canvas.save()

    def _rows(self, rows: Placed) -> None:
        for x, top, row in rows:
            for mark in row.marks:
                self._draw(mark, x, -top, row.height)

    def _draw(self, mark: Mark, left: float, top: float, height: float) -> None:
        """Draw a mark of a row that has its upper left corner at (`left`, `top`) and is `height` points high."""
        match mark:
            case Glyphs():
                self._text(mark, left + mark.x, top - mark.drop)
            case Stroke():
                self._line(left + mark.x, top - mark.drop, left + mark.end, top - mark.drop, mark.thickness)
            case Upright():
                self._line(left + mark.x, top - mark.drop, left + mark.x, top - mark.foot, mark.thickness)
            case Bubble():
                self._canvas.setLineWidth(0.6)
                self._canvas.circle(left + mark.x, top - mark.drop, mark.radius)
            case Box():
                self._canvas.setLineWidth(mark.thickness)
                self._canvas.rect(left + mark.x, top - mark.drop - mark.height, mark.width, mark.height)
            case Field() | Choice():
                self._field(mark, left, top)
            case Link():
                self._link(mark, (left + mark.x, top - height, left + mark.end, top))
            case Anchor():
                self._anchor(mark, top)

    def _text(self, mark: Glyphs, x: float, y: float) -> None:
        self._canvas.setFillGray(mark.grey)
        self._canvas.setFont(mark.font, mark.size)
        line = self._canvas.beginText(x, y)
        if mark.tracking:
            line.setCharSpace(mark.tracking)
        line.textLine(_moved(mark.text, mark.moves) if mark.moves else mark.text)
        if mark.tracking:
            line.setCharSpace(0)
        self._canvas.drawText(line)

    def _line(self, x: float, y: float, end_x: float, end_y: float, thickness: float) -> None:
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, y, end_x, end_y)

    def _link(self, mark: Link, box: tuple[float, float, float, float]) -> None:
        self._canvas.link(box, mark.target, web=mark.web)

    def _anchor(self, mark: Anchor, top: float) -> None:
        # A little above the row, so that a reader shows its first line with some air.
        self._canvas.bind(mark.name, 0, top + 6)
        if mark.title:
            self._canvas.addOutlineEntry(mark.title, mark.name, mark.level)

    def _field(self, mark: Field | Choice, left: float, top: float) -> None:
        """A form field; its letters are the reader's Helvetica: a form can take one of the standard fonts alone."""
        form = self._canvas.acroForm
        if isinstance(mark, Choice):
            # reportlab misplaces its own round buttons unless they are 20 points wide, but not a dot in a bare square.
            radius = DOT * mark.radius
            form.radio(
                mark.value, name=mark.name, tooltip=mark.label, fieldFlags="radio", shape="square", size=2 * radius,
                x=left + mark.x - radius, y=top - mark.drop - radius,
                fillColor=None, borderColor=None, textColor=black, relative=True,
            )  # fmt: skip
            return
        several = mark.lines > 1
        form.textfield(
            name=mark.name, tooltip=mark.label, maxlen=mark.limit, fontName="Helvetica", fontSize=round(mark.size),
            fieldFlags="multiline" if several else "", borderWidth=0.6 if several else 0,
            x=left + mark.x, y=top - mark.drop - mark.height, width=mark.width, height=mark.height,
            fillColor=None, borderColor=black if several else None, textColor=black, relative=True,
        )  # fmt: skip


def _moved(text: str, moves: tuple[tuple[float, float, float], ...]) -> ShapedStr:
    """The text with its letters moved, in the form in which reportlab writes such; it counts in 1/1000."""
    return ShapedStr(text, [_shape_data(*move) for move in moves])


@lru_cache(maxsize=1024)
def _shape_data(advance: float, right: float, up: float) -> ShapeData:
    return ShapeData(
        cluster=0, x_advance=1000 * advance, y_advance=0, x_offset=1000 * right, y_offset=1000 * up, width=0
    )
