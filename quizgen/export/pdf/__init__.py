"""The printed quiz: a PDF that a teacher can hand out, with its answer key behind it.

This package is the only importer of reportlab. A quiz becomes versions of numbered sections (`sections`), these become
blocks of rows (`questions`, `items`, `key`) in booklets, the blocks are put on pages (`pages`), and only then is
anything drawn (`ink`), so that every page knows how many there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quizgen.export.files import write_whole
from quizgen.export.pdf.design import design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import Imprint, draw, type_area
from quizgen.export.pdf.key import key_blocks, source_blocks
from quizgen.export.pdf.marks import SIDE, Booklet
from quizgen.export.pdf.options import PLAIN, Paper, PrintOptions
from quizgen.export.pdf.questions import question_blocks
from quizgen.export.pdf.scripts import plain
from quizgen.export.pdf.sections import items_of
from quizgen.export.pdf.answer_sheet import COLUMNS, sheet_blocks
from quizgen.export.pdf.table import table_blocks
from quizgen.export.pdf.versions import versions
from quizgen.model import Quiz

__all__ = ["PLAIN", "Paper", "PrintOptions", "write_pdf"]


def write_pdf(
    quiz: Quiz, path: Path, options: PrintOptions = PLAIN, *, created: datetime | None = None
) -> tuple[str, ...]:
    """Write the quiz, its answer key and its sources to `path`, and return what the reader should know of it.

    The warnings are sentences: a letter that no font has (it is drawn as a box), a letter set in a font that the
    file does not embed.

    The same arguments make the same bytes. `created` is the day in the file's properties; without it that is
    SOURCE_DATE_EPOCH, as of which reproducible builds are dated, or else 1 January 2000.

    Raises:
        QuizgenError: the font in `options` cannot be used.
        WriteError: `path` cannot be written; what stood there is untouched.
    """
    book = FontBook(options.font, legible=options.dyslexia)
    title = plain(quiz.title).strip().encode("utf-8", "replace").decode() or "Quiz"
    imprint = Imprint(title, short_id(quiz))
    write_whole(path, draw(list(_booklets(quiz, options, book)), imprint, book, options.paper, created))
    return book.warnings()


def short_id(quiz: Quiz) -> str:
    """Eight hexadecimal digits for what the quiz asks, whatever its order: the same on handout and key."""
    ids = sorted(item.id for item in items_of(quiz))
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:8]


def _booklets(quiz: Quiz, options: PrintOptions, book: FontBook) -> Iterator[Booklet]:
    """The handouts first, then what the teacher keeps."""
    plan = design(options)
    width, _ = type_area(options.paper, plan.side)
    galley = Galley(book, plan, width)
    made = versions(quiz, options.versions)
    for version in made:
        blocks = question_blocks(quiz, version, galley, options.columns)
        yield Booklet(blocks, version.name, options.columns, plan.gutter, plan.side, plan.small)
        if options.answer_sheet:
            sheet = sheet_blocks(quiz, version, galley)
            yield Booklet(sheet, version.name, COLUMNS, plan.gutter, plan.side, plan.small)
    if not any(version.sections for version in made):
        return
    width, _ = type_area(options.paper, SIDE)
    references = [*source_blocks(quiz, book, width)]
    if len(made) == 1:
        yield Booklet([*key_blocks(made[0], book, width), *references])
    else:
        yield from (Booklet(key_blocks(version, book, width), version.name) for version in made)
        yield Booklet([*table_blocks(quiz, made, book, width), *references])
