"""Booklets into a PDF: their pages, what stands around these, and the file's properties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from reportlab.lib.pagesizes import A4, LETTER

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.growing import GrowingCanvas
from quizgen.export.pdf.marks import Booklet, Mark, Row, Stroke
from quizgen.export.pdf.options import Paper
from quizgen.export.pdf.pages import Foot, Page, Placed, Sheets, paginate
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
    file: BinaryIO, parts: Iterable[Booklet | Sheets], imprint: Imprint, book: FontBook, paper: Paper,
    created: datetime | None,
) -> None:  # fmt: skip
    """Write the PDF to `file`: each booklet on sheets of its own, so that a print on both sides can be parted."""
    canvas = GrowingCanvas(file, PAPERS[paper], book.face("regular"))
    _describe(canvas, imprint.title, created)
    press = Press(canvas)
    odd = False
    for part in parts:
        if isinstance(part, Sheets):
            _print(press, part.pages, (0.0, PAPERS[paper][1]), lambda _: (), part.foot)
            continue
        width, height = type_area(paper, part.side)
        frame = _Frame(part, imprint, book, (width, height))
        corner = (part.side, height + FOOT)
        if odd:
            press.page(corner, (), frame.blank(), footed=False)
        odd = _print(press, paginate(part, width, height), corner, frame.head, frame.foot) % 2 == 1
    press.finish()


def _print(
    press: Press, pages: Iterable[Page], corner: tuple[float, float], head: Callable[[Page], Placed], foot: Foot
) -> int:
    """Print the pages as they come, and their feet in the end; return how many there are."""
    notes = []
    for page in pages:
        press.page(corner, page.rows, head(page))
        notes.append(page.note)
    for number, note in enumerate(notes, 1):
        press.foot(corner, foot(note, number, len(notes)))
    return len(notes)


def _describe(canvas: GrowingCanvas, title: str, created: datetime | None) -> None:
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
    """What stands around the pages of a booklet, whose type area has that `size`."""

    def __init__(self, booklet: Booklet, imprint: Imprint, book: FontBook, size: tuple[float, float]) -> None:
        self._name, self._imprint, self._book = booklet.name, imprint, book
        self._width, self._height = size
        self._style = Style(booklet.small, 12, grey=0.3, rise=3)

    def head(self, page: Page) -> Placed:
        """The title, and what part of which version this is; nothing where the title stands below it."""
        if page.opens:
            return
        with self._book.at("the running head"):
            part = " · ".join(filter(None, (page.part, self._name)))
            room = self._width - natural_width(self._book, part, self._style) - 24
            title = fitted(self._book, self._imprint.title, self._style, 0.0, room)
            row = Row(15, (Stroke(0, self._width, 15, 0.4), *title.marks, *self._at_right(part)))
        yield 0.0, 36 - HEAD, row

    def foot(self, _: str, number: int, count: int) -> Placed:
        """The quiz's short id and the number of the page."""
        row = Row(12, (*self._text(f"Quiz {self._imprint.id}", 0.0), *self._at_right(f"Page {number} of {count}")))
        yield 0.0, self._height + FOOT - 28, row

    def blank(self) -> Placed:
        """A line in the middle of a page that is left blank."""
        width = natural_width(self._book, BLANK_PAGE, self._style)
        yield 0.0, self._height / 2, Row(12, self._text(BLANK_PAGE, (self._width - width) / 2))

    def _text(self, text: str, x: float) -> tuple[Mark, ...]:
        return marks_on(self._book, text, self._style, x, self._style.drop)

    def _at_right(self, text: str) -> tuple[Mark, ...]:
        return self._text(text, self._width - natural_width(self._book, text, self._style))
