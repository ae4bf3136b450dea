"""The printed quiz: a PDF that a teacher can hand out, with its answer key behind it.

This package is the only importer of reportlab. A quiz becomes blocks of rows (`questions`, `key`), the blocks are
put on pages (`pages`), and only then is anything drawn, so that every page knows how many there are.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from quizgen.export.files import write_whole
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.key import key_blocks, source_blocks
from quizgen.export.pdf.pages import draw, paginate, type_area
from quizgen.export.pdf.questions import question_blocks, sections
from quizgen.export.pdf.scripts import plain
from quizgen.model import Quiz

Paper = Literal["a4", "letter"]

__all__ = ["Paper", "write_pdf"]


def write_pdf(
    quiz: Quiz, path: Path, *, paper: Paper = "a4", font: Path | None = None, created: datetime | None = None
) -> tuple[str, ...]:
    """Write the quiz, its answer key and its sources to `path`, and return what the reader should know of it.

    The warnings are sentences: a letter that no font has (it is drawn as a box), a letter set in a font that the
    file does not embed. `font` is a TrueType file that is asked for letters which the built-in family lacks.

    The same arguments make the same bytes. `created` is the day in the file's properties; without it that is
    SOURCE_DATE_EPOCH, as of which reproducible builds are dated, or else 1 January 2000.

    Raises:
        QuizgenError: `font` cannot be used.
        WriteError: `path` cannot be written; what stood there is untouched.
    """
    book = FontBook(font)
    width, height = type_area(paper)
    parts = sections(quiz)
    blocks = [
        *question_blocks(quiz, parts, book, width),
        *key_blocks(parts, book, width),
        *source_blocks(quiz, book, width),
    ]
    title = plain(quiz.title).strip().encode("utf-8", "replace").decode() or "Quiz"
    write_whole(path, draw(paginate(blocks, height), book, paper, title, created))
    return book.warnings()
