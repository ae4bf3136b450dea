"""The printed quiz: a PDF that a teacher can hand out, with its answer key behind it.

This package is the only importer of reportlab. A quiz becomes versions of numbered sections (`sections`), these become
blocks of rows (`questions`, `items`, `key`) in booklets, the blocks are put on pages (`pages`), and only then is
anything drawn (`ink`), so that every page knows how many there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from quizgen.export.files import write_whole
from quizgen.export.pdf.answer_sheet import COLUMNS as SHEET_COLUMNS
from quizgen.export.pdf.answer_sheet import sheet_blocks
from quizgen.export.pdf.cards import cards
from quizgen.export.pdf.design import PLAIN as PLAIN_DESIGN
from quizgen.export.pdf.design import design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import PAPERS, Imprint, draw, type_area
from quizgen.export.pdf.key import key_blocks, source_blocks
from quizgen.export.pdf.marks import SIDE, Booklet
from quizgen.export.pdf.options import PLAIN, Paper, PrintOptions
from quizgen.export.pdf.pages import Sheets
from quizgen.export.pdf.passages import line_numbers
from quizgen.export.pdf.questions import question_blocks
from quizgen.export.pdf.scripts import plain
from quizgen.export.pdf.sections import Version, items_of
from quizgen.export.pdf.sheets import COLUMNS, Grid, sheets
from quizgen.export.pdf.table import table_blocks
from quizgen.export.pdf.versions import versions
from quizgen.model import Quiz

__all__ = ["PLAIN", "Paper", "PrintOptions", "write_key", "write_pdf"]


def write_pdf(
    quiz: Quiz, path: Path, options: PrintOptions = PLAIN, *, created: datetime | None = None
) -> tuple[str, ...]:
    """Write to `path` what is handed out, with the key behind it where the options append it.

    Returns what the reader should know of it, as sentences: a letter that no font has (it is drawn as a box), a
    letter set in a font that the file does not embed, a text that its flashcard does not hold.

    The same arguments make the same bytes. `created` is the day in the file's properties; without it that is
    SOURCE_DATE_EPOCH, as of which reproducible builds are dated, or else 1 January 2000.

    Raises:
        QuizgenError: the font in `options` cannot be used.
        WriteError: `path` cannot be written; what stood there is untouched.
    """
    book, made, told = _book(options), _versions(quiz, options), list[str]()
    parts: Iterable[Booklet | Sheets]
    if options.layout == "flashcards":
        parts, told = _flashcards(quiz, made[0], options, book)
    else:
        parts = _handouts(quiz, made, options, book)
    if options.key == "appended":
        parts = chain(parts, _keys(quiz, made, options, book))
    _write(quiz, path, options, book, parts, created)
    return (*told, *book.warnings())


def write_key(
    quiz: Quiz, path: Path, options: PrintOptions = PLAIN, *, created: datetime | None = None
) -> tuple[str, ...]:
    """Write the answer key and the sources alone to `path`; arguments, result and errors are those of `write_pdf`."""
    book = _book(options)
    _write(quiz, path, options, book, _keys(quiz, _versions(quiz, options), options, book), created)
    return book.warnings()


def short_id(quiz: Quiz) -> str:
    """Eight hexadecimal digits for what the quiz asks, whatever its order: the same on handout and key."""
    ids = sorted(item.id for item in items_of(quiz))
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:8]


def _book(options: PrintOptions) -> FontBook:
    return FontBook(options.font, legible=options.dyslexia)


def _versions(quiz: Quiz, options: PrintOptions) -> tuple[Version, ...]:
    return tuple(
        replace(version, keyed=options.key == "appended") for version in versions(quiz, options.versions)
    )


def _galley(options: PrintOptions, book: FontBook) -> Galley:
    plan = design(options)
    return Galley(book, plan, type_area(options.paper, plan.side)[0], fillable=options.fillable)


def _handouts(quiz: Quiz, made: Sequence[Version], options: PrintOptions, book: FontBook) -> Iterator[Booklet]:
    """A booklet for each version and its answer sheet; the articles are listed in it where no key lists them."""
    galley = _galley(options, book)
    plan = galley.design
    for version in made:
        blocks = question_blocks(quiz, version, galley, options.columns)
        if options.key == "none":
            blocks = chain(blocks, source_blocks(quiz, galley, options.columns))
        yield Booklet(blocks, version.name, options.columns, plan.gutter, plan.side, plan.small)
        if options.answer_sheet:
            sheet = sheet_blocks(quiz, version, galley)
            yield Booklet(sheet, version.name, SHEET_COLUMNS, plan.gutter, plan.side, plan.small)


def _flashcards(
    quiz: Quiz, version: Version, options: PrintOptions, book: FontBook
) -> tuple[list[Booklet | Sheets], list[str]]:
    """The sheets, and a sentence for each item that takes more than one card."""
    grid = Grid(PAPERS[options.paper], options.per_page // COLUMNS)
    dealt = [*cards(version, book, *grid.text)]
    told = [
        f"Card {first.number} cannot hold its text in letters of a readable size; it goes on over {len(more)} more."
        for first, *more in dealt
        if more
    ]
    return [Sheets(sheets([*chain(*dealt)], grid, options.duplex, book, _title(quiz)))], told


def _keys(quiz: Quiz, made: Sequence[Version], options: PrintOptions, book: FontBook) -> Iterator[Booklet]:
    """A key for each version, then the table of versions and the sources."""
    handout = _galley(options, book)
    galley = Galley(book, PLAIN_DESIGN, type_area(options.paper, SIDE)[0])
    if not made[0].sections:
        return
    for version in made:
        lines = line_numbers(quiz, version, handout, options.columns)
        key = key_blocks(version, galley, lines)
        yield Booklet(key if version.letter else chain(key, source_blocks(quiz, galley)), version.name)
    if len(made) > 1:
        yield Booklet(chain(table_blocks(quiz, made, galley), source_blocks(quiz, galley)))


def _write(
    quiz: Quiz, path: Path, options: PrintOptions, book: FontBook, parts: Iterable[Booklet | Sheets],
    created: datetime | None,
) -> None:  # fmt: skip
    write_whole(path, draw(parts, Imprint(_title(quiz), short_id(quiz)), book, options.paper, created))


def _title(quiz: Quiz) -> str:
    return plain(quiz.title).strip().encode("utf-8", "replace").decode() or "Quiz"
