"""Blocks onto pages, and pages into a PDF: what goes where is settled before anything is drawn."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from quizgen.export.pdf.fonts import FontBook, face_font
from quizgen.export.pdf.marks import Anchor, Block, Bubble, Glyphs, Link, Mark, Row, Stroke
from quizgen.export.pdf.text import Style, fitted, natural_width

PAPERS: dict[str, tuple[float, float]] = {"a4": A4, "letter": LETTER}
SIDE, HEAD, FOOT = 68.0, 72.0, 60.0
RULE_RISE = 7.5
RUNNING = Style(8, 12, grey=0.3)


@dataclass(slots=True)
class Page:
    """Rows with the distance of their tops from the top of the type area; `part` is for the running head.

    A page that `opens` a part has its title instead of a running head.
    """

    part: str = ""
    opens: bool = False
    rows: list[tuple[float, Row]] = field(default_factory=list)


def type_area(paper: str) -> tuple[float, float]:
    """Width and height, in points, of what the margins leave of a page."""
    width, height = PAPERS[paper]
    return width - 2 * SIDE, height - HEAD - FOOT


def paginate(blocks: Iterable[Block], height: float) -> list[Page]:
    """The blocks on pages of `height` points, each whole; only one taller than a page runs on over the next."""
    pages: list[Page] = []
    used = height
    for block in blocks:
        if pages and not block.new_page and used + block.gap + block.height <= height:
            rows = (Row(block.gap, _rule(block)), *block.rows)
        else:
            pages.append(Page(block.part, block.opens))
            used, rows = 0.0, (*block.carried, *block.rows)
        for row in rows:
            if used + row.height > height and used:
                pages.append(Page(block.part))
                used = 0.0
            pages[-1].rows.append((used, row))
            used += row.height
    return pages


def _rule(block: Block) -> tuple[Mark, ...]:
    return (Stroke(0, block.rule, block.gap - RULE_RISE),) if block.rule else ()


def draw(pages: Sequence[Page], book: FontBook, paper: str, title: str, created: datetime | None) -> bytes:
    """The finished PDF file."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAPERS[paper], invariant=1, lang="en", initialFontName=face_font("regular"))
    _describe(canvas, title, created)
    width, height = type_area(paper)
    book.place = "the running head"
    shown = fitted(book, title, RUNNING, width - 100)
    for number, page in enumerate(pages, 1):
        canvas.translate(SIDE, height + FOOT)
        if not page.opens:
            _draw_row(canvas, _running_head(shown, page.part, book, width), HEAD - 36)
        for drop, row in page.rows:
            _draw_row(canvas, row, -drop)
        _draw_row(canvas, _folio(number, len(pages), book, width), 28 - height - FOOT)
        canvas.showPage()
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


def _running_head(title: str, part: str, book: FontBook, width: float) -> Row:
    marks: list[Mark] = [Stroke(0, width, 15, 0.4)]
    x = 0.0
    for text, font in book.pieces(title, RUNNING.face):
        marks.append(Glyphs(x, 9, text, font, RUNNING.size, RUNNING.grey))
        x += book.width(text, font, RUNNING.size)
    return Row(15, (*marks, *_at_right(part, book, width)))


def _folio(number: int, count: int, book: FontBook, width: float) -> Row:
    return Row(12, _at_right(f"Page {number} of {count}", book, width))


def _at_right(text: str, book: FontBook, width: float) -> tuple[Glyphs]:
    x = width - natural_width(book, text, RUNNING)
    return (Glyphs(x, 9, text, face_font(RUNNING.face), RUNNING.size, RUNNING.grey),)


def _draw_row(canvas: Canvas, row: Row, top: float) -> None:
    """Draw the row's marks, its top edge at `top` in the canvas's coordinates."""
    for mark in row.marks:
        match mark:
            case Glyphs():
                canvas.setFillGray(mark.grey)
                canvas.setFont(mark.font, mark.size)
                canvas.drawString(mark.x, top - mark.drop, mark.text)
            case Stroke():
                canvas.setLineWidth(mark.thickness)
                canvas.line(mark.x, top - mark.drop, mark.end, top - mark.drop)
            case Bubble():
                canvas.setLineWidth(0.6)
                canvas.circle(mark.x, top - mark.drop, mark.radius)
            case Link():
                box = (mark.x, top - row.height, mark.end, top)
                if mark.web:
                    canvas.linkURL(mark.target, box, relative=1)
                else:
                    canvas.linkRect("", mark.target, box, relative=1)
            case Anchor():
                # A little above the row, so that a reader shows its first line with some air.
                canvas.bookmarkHorizontal(mark.name, 0, top + 6)
                if mark.title:
                    canvas.addOutlineEntry(mark.title, mark.name, mark.level)
