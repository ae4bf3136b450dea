"""Pages into a PDF: running heads, feet, and every mark at its place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import (
    Anchor,
    Booklet,
    Box,
    Bubble,
    Choice,
    Field,
    Glyphs,
    Link,
    Mark,
    Row,
    Stroke,
    Upright,
)
from quizgen.export.pdf.options import Paper
from quizgen.export.pdf.pages import Page, Sheets, paginate
from quizgen.export.pdf.text import Style, fitted, marks_on, natural_width

PAPERS: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}
HEAD, FOOT = 72.0, 60.0
# A chosen circle is filled so far, in shares of its radius.
DOT = 0.8
BLANK_PAGE = "This page is left blank, so that the next part begins on a sheet of its own."


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every page and in the file's properties: the title and the quiz's short id."""

    title: str
    id: str


def type_area(paper: Paper, side: float) -> tuple[float, float]:
    """Width and height, in points, of what the margins leave of a page."""
    width, height = PAPERS[paper]
    return width - 2 * side, height - HEAD - FOOT


def draw(
    booklets: Sequence[Booklet | Sheets], imprint: Imprint, book: FontBook, paper: Paper, created: datetime | None
) -> bytes:
    """The finished PDF file: each booklet on sheets of its own, so that a print on both sides can be parted."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAPERS[paper], invariant=1, lang="en", initialFontName=book.face("regular"))
    _describe(canvas, imprint.title, created)
    for place, booklet in enumerate(booklets, 1):
        if isinstance(booklet, Sheets):
            _draw_sheets(canvas, booklet, PAPERS[paper][1])
        else:
            area = type_area(paper, booklet.side)
            frame = _Frame(booklet, imprint, book, area[0])
            _draw_booklet(canvas, booklet, frame, area, followed=place < len(booklets))
    canvas.save()
    return file.getvalue()


def _draw_booklet(
    canvas: Canvas, booklet: Booklet, frame: _Frame, area: tuple[float, float], *, followed: bool
) -> None:
    """The booklet's pages, and a blank one where it ends on a front and is `followed` by another."""
    width, height = area
    pages = paginate(booklet, width, height)
    for number, page in enumerate(pages, 1):
        _begin(canvas, booklet, height)
        _draw_row(canvas, frame.head(page), 0.0, HEAD - 36)
        for x, top, row in page.rows:
            _draw_row(canvas, row, x, -top)
        _draw_row(canvas, frame.foot(number, len(pages)), 0.0, 28 - FOOT - height)
        canvas.showPage()
    if len(pages) % 2 and followed:
        _begin(canvas, booklet, height)
        _draw_row(canvas, frame.note(BLANK_PAGE), 0.0, -height / 2)
        canvas.showPage()


def _begin(canvas: Canvas, booklet: Booklet, height: float) -> None:
    canvas.translate(booklet.side, height + FOOT)


def _describe(canvas: Canvas, title: str, created: datetime | None) -> None:
    canvas.setTitle(title)
    canvas.setAuthor("quizgen")
    canvas.setCreator("quizgen")
    canvas.setSubject("A news quiz with its answer key")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if created:
        stamp = created.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        canvas.setDateFormatter(lambda *_: stamp)
    canvas.showOutline()


class _Frame:
    """What stands around the pages of a booklet."""

    def __init__(self, booklet: Booklet, imprint: Imprint, book: FontBook, width: float) -> None:
        self._name, self._imprint, self._book, self._width = booklet.name, imprint, book, width
        self._style = Style(booklet.small, 12, grey=0.3, rise=3)

    def head(self, page: Page) -> Row:
        """The title, and what part of which version this is; empty where the title stands below it."""
        if page.opens:
            return Row(0)
        self._book.place = "the running head"
        part = " · ".join(filter(None, (page.part, self._name)))
        room = self._width - natural_width(self._book, part, self._style) - 24
        title = fitted(self._book, self._imprint.title, self._style, 0.0, room)
        return Row(15, (Stroke(0, self._width, 15, 0.4), *title.marks, *self._at_right(part)))

    def foot(self, number: int, count: int) -> Row:
        """The quiz's short id and the number of the page."""
        return Row(12, (*self._text(f"Quiz {self._imprint.id}", 0.0), *self._at_right(f"Page {number} of {count}")))

    def note(self, text: str) -> Row:
        """A line in the middle."""
        return Row(12, self._text(text, (self._width - natural_width(self._book, text, self._style)) / 2))

    def _text(self, text: str, x: float) -> tuple[Mark, ...]:
        return marks_on(self._book, text, self._style, x, self._style.drop)

    def _at_right(self, text: str) -> tuple[Mark, ...]:
        return self._text(text, self._width - natural_width(self._book, text, self._style))


def _draw_sheets(canvas: Canvas, sheets: Sheets, height: float) -> None:
    for page in sheets.pages:
        canvas.translate(0, height)
        for x, top, row in page.rows:
            _draw_row(canvas, row, x, -top)
        canvas.showPage()


def _draw_row(canvas: Canvas, row: Row, left: float, top: float) -> None:
    """Draw the row's marks, its upper left corner at (`left`, `top`) in the canvas's coordinates."""
    for mark in row.marks:
        match mark:
            case Glyphs():
                _draw_text(canvas, mark, left + mark.x, top - mark.drop)
            case Stroke():
                canvas.setLineWidth(mark.thickness)
                canvas.line(left + mark.x, top - mark.drop, left + mark.end, top - mark.drop)
            case Upright():
                canvas.setLineWidth(mark.thickness)
                canvas.line(left + mark.x, top - mark.drop, left + mark.x, top - mark.foot)
            case Bubble():
                canvas.setLineWidth(0.6)
                canvas.circle(left + mark.x, top - mark.drop, mark.radius)
            case Box():
                canvas.setLineWidth(mark.thickness)
                canvas.rect(left + mark.x, top - mark.drop - mark.height, mark.width, mark.height)
            case Field() | Choice():
                _draw_field(canvas, mark, left, top)
            case Link():
                box = (left + mark.x, top - row.height, left + mark.end, top)
                if mark.web:
                    canvas.linkURL(mark.target, box, relative=1)
                else:
                    canvas.linkRect("", mark.target, box, relative=1)
            case Anchor():
                # A little above the row, so that a reader shows its first line with some air.
                canvas.bookmarkHorizontal(mark.name, 0, top + 6)
                if mark.title:
                    canvas.addOutlineEntry(mark.title, mark.name, mark.level)


def _draw_text(canvas: Canvas, mark: Glyphs, x: float, y: float) -> None:
    canvas.setFillGray(mark.grey)
    canvas.setFont(mark.font, mark.size)
    canvas.drawString(x, y, mark.text, charSpace=mark.tracking)


def _draw_field(canvas: Canvas, mark: Field | Choice, left: float, top: float) -> None:
    """A form field; its letters are the reader's Helvetica: a form can take one of the standard fonts alone."""
    if isinstance(mark, Choice):
        # reportlab misplaces its own round buttons unless they are 20 points wide, but not a dot in a bare square.
        radius = DOT * mark.radius
        canvas.acroForm.radio(
            mark.value, name=mark.name, tooltip=mark.label, fieldFlags="radio", shape="square", size=2 * radius,
            x=left + mark.x - radius, y=top - mark.drop - radius,
            fillColor=None, borderColor=None, textColor=black, relative=True,
        )  # fmt: skip
        return
    several = mark.lines > 1
    canvas.acroForm.textfield(
        name=mark.name, tooltip=mark.label, maxlen=mark.limit, fontName="Helvetica", fontSize=round(mark.size),
        fieldFlags="multiline" if several else "", borderWidth=0.6 if several else 0,
        x=left + mark.x, y=top - mark.drop - mark.height, width=mark.width, height=mark.height,
        fillColor=None, borderColor=black if several else None, textColor=black, relative=True,
    )  # fmt: skip
