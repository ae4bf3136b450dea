"""Booklets into a PDF: their pages, what stands around these, and the file's properties."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Booklet, Mark, Row, Stroke
from quizgen.export.pdf.options import Paper
from quizgen.export.pdf.pages import Page, Sheets, paginate
from quizgen.export.pdf.press import Press
from quizgen.export.pdf.text import Style, fitted, marks_on, natural_width

PAPERS: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}
HEAD, FOOT = 72.0, 60.0
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
    booklets: Iterable[Booklet | Sheets], imprint: Imprint, book: FontBook, paper: Paper, created: datetime | None
) -> bytes:
    """The finished PDF file: each booklet on sheets of its own, so that a print on both sides can be parted."""
    file = io.BytesIO()
    font = book.face("regular")
    canvas = Canvas(file, PAPERS[paper], invariant=1, pdfVersion=(1, 5), lang="en", initialFontName=font)
    _describe(canvas, imprint.title, created)
    press = Press(canvas)
    odd = False
    for booklet in booklets:
        if isinstance(booklet, Sheets):
            for page in booklet.pages:
                press.page((0.0, PAPERS[paper][1]), page.rows)
            continue
        width, height = type_area(paper, booklet.side)
        frame = _Frame(booklet, imprint, book, width)
        corner = (booklet.side, height + FOOT)
        if odd:
            press.page(corner, (), ((0.0, height / 2, frame.note(BLANK_PAGE)),))
        odd = _draw_booklet(press, booklet, frame, corner, (width, height)) % 2 == 1
    press.finish()
    return file.getvalue()


def _draw_booklet(
    press: Press, booklet: Booklet, frame: _Frame, corner: tuple[float, float], area: tuple[float, float]
) -> int:
    """Print the booklet's pages, and return how many there are."""
    pages = paginate(booklet, *area)
    count = len(pages)
    _, height = area
    for number in range(1, count + 1):
        # What is printed is let go of: a long quiz is not to stand in memory as rows and as pages.
        page = pages.popleft()
        head, foot = frame.head(page), frame.foot(number, count)
        press.page(corner, page.rows, ((0.0, 36 - HEAD, head), (0.0, height + FOOT - 28, foot)))
    return count


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
