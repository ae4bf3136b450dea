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
from quizgen.export.pdf.text import Style, fitted, natural_width

PAPERS: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}
SIDE, HEAD, FOOT = 68.0, 72.0, 60.0
RUNNING = Style(8, 12, grey=0.3)
NOTHING = Row(0)
# A chosen circle is filled so far, in shares of its radius.
DOT = 0.8
BLANK_PAGE = "This page is left blank, so that the next part begins on a sheet of its own."


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every page and in the file's properties: the title and the quiz's short id."""

    title: str
    id: str


def type_area(paper: Paper) -> tuple[float, float]:
    """Width and height, in points, of what the margins leave of a page."""
    width, height = PAPERS[paper]
    return width - 2 * SIDE, height - HEAD - FOOT


def draw(
    booklets: Sequence[Booklet | Sheets], imprint: Imprint, book: FontBook, paper: Paper, created: datetime | None
) -> bytes:
    """The finished PDF file: each booklet on sheets of its own, so that a print on both sides can be parted."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAPERS[paper], invariant=1, lang="en", initialFontName=book.face("regular"))
    _describe(canvas, imprint.title, created)
    width, height = type_area(paper)
    for place, booklet in enumerate(booklets, 1):
        if isinstance(booklet, Sheets):
            _draw_sheets(canvas, booklet, PAPERS[paper][1])
            continue
        pages = paginate(booklet, width, height)
        for number, page in enumerate(pages, 1):
            _draw_page(canvas, page, _frame(booklet, page, (number, len(pages)), imprint, book, width), height)
        if len(pages) % 2 and place < len(booklets):
            note = _centred(BLANK_PAGE, book, width)
            _draw_page(canvas, Page(rows=[(0.0, height / 2, note)]), (NOTHING, NOTHING), height)
    canvas.save()
    return file.getvalue()


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


def _frame(
    booklet: Booklet, page: Page, count: tuple[int, int], imprint: Imprint, book: FontBook, width: float
) -> tuple[Row, Row]:
    """The running head, empty where the title stands below it, and the foot of a page."""
    foot = Row(12, (*_small(f"Quiz {imprint.id}", book), *_at_right("Page {} of {}".format(*count), book, width)))
    if page.opens:
        return NOTHING, foot
    book.place = "the running head"
    part = " · ".join(filter(None, (page.part, booklet.name)))
    shown = fitted(book, imprint.title, RUNNING, width - natural_width(book, part, RUNNING) - 24)
    head = Row(15, (Stroke(0, width, 15, 0.4), *_small(shown, book), *_at_right(part, book, width)))
    return head, foot


def _small(text: str, book: FontBook, x: float = 0.0) -> list[Mark]:
    """A prepared text in the small letters of heads and feet."""
    marks: list[Mark] = []
    for letters, font in book.pieces(text, RUNNING.face):
        marks.append(Glyphs(x, 9, letters, font, RUNNING.size, RUNNING.grey))
        x += book.width(letters, font, RUNNING.size)
    return marks


def _at_right(text: str, book: FontBook, width: float) -> list[Mark]:
    return _small(text, book, width - natural_width(book, text, RUNNING))


def _centred(text: str, book: FontBook, width: float) -> Row:
    return Row(12, tuple(_small(text, book, (width - natural_width(book, text, RUNNING)) / 2)))


def _draw_page(canvas: Canvas, page: Page, frame: tuple[Row, Row], height: float) -> None:
    canvas.translate(SIDE, height + FOOT)
    head, foot = frame
    _draw_row(canvas, head, 0.0, HEAD - 36)
    for x, top, row in page.rows:
        _draw_row(canvas, row, x, -top)
    _draw_row(canvas, foot, 0.0, 28 - FOOT - height)
    canvas.showPage()


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
                canvas.setFillGray(mark.grey)
                canvas.setFont(mark.font, mark.size)
                canvas.drawString(left + mark.x, top - mark.drop, mark.text)
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
        name=mark.name, tooltip=mark.label, maxlen=mark.limit, fontName="Helvetica", fontSize=11,
        fieldFlags="multiline" if several else "", borderWidth=0.6 if several else 0,
        x=left + mark.x, y=top - mark.drop - mark.height, width=mark.width, height=mark.height,
        fillColor=None, borderColor=black if several else None, textColor=black, relative=True,
    )  # fmt: skip
