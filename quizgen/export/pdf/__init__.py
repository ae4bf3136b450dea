"""The printed quiz: a PDF that a teacher can hand out, with its answer key.

This package is the only importer of reportlab. A quiz becomes versions of numbered sections (`versions`, `sections`),
these become blocks of rows (`questions`, `items`, `key`) in booklets (`booklets`), or flashcards on sheets (`cards`,
`sheets`); the blocks are put on pages (`pages`), and each page is drawn (`ink`, `press`) and written (`growing`) before
the next one is set, so that a long quiz takes hardly more memory than a short one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path

from quizgen.export.files import whole_file
from quizgen.export.pdf.booklets import Booklets
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.ink import Imprint, draw
from quizgen.export.pdf.marks import Booklet
from quizgen.export.pdf.options import PLAIN, Paper, PrintOptions
from quizgen.export.pdf.pages import Sheets
from quizgen.export.pdf.scripts import plain
from quizgen.export.pdf.sections import items_of
from quizgen.model import Quiz

__all__ = ["PLAIN", "Paper", "PrintOptions", "Watch", "unwatched", "write_key", "write_pdf"]

Watch = Callable[[int], AbstractContextManager[Callable[[], None]]]


@contextmanager
def unwatched(_: int) -> Iterator[Callable[[], None]]:
    """Nobody looks on."""
    yield lambda: None


def write_pdf(
    quiz: Quiz, path: Path, options: PrintOptions = PLAIN, *, created: datetime | None = None, watch: Watch = unwatched
) -> tuple[str, ...]:
    """Write to `path` what is handed out, with the key behind it where the options append it.

    Returns what the reader should know of it, as sentences: a letter that no font has (it is drawn as a box), a
    letter set in a font that the file does not embed, a text that its flashcard does not hold.

    The same arguments make the same bytes. `created` is the day in the file's properties; without it that is
    SOURCE_DATE_EPOCH, as of which reproducible builds are dated, or else 1 January 2000. `watch` shows how far the
    work has come: it is told how many steps there are, and calls what it gives at each.

    Raises:
        QuizgenError: the font in `options` cannot be used.
        WriteError: `path` cannot be written; what stood there is untouched.
    """
    book = _book(options)
    cards = options.layout == "flashcards"
    times = 1 if cards else options.versions * (1 + options.answer_sheet)
    times += options.versions * (options.key == "appended")
    with watch(times * len(items_of(quiz))) as step:
        booklets = Booklets(quiz, options, book, step)
        parts: Iterable[Booklet | Sheets] = booklets.handouts()
        if cards:
            parts = [booklets.flashcards(_title(quiz))]
        if options.key == "appended":
            parts = chain(parts, booklets.keys())
        elif options.key == "none" and not cards:
            parts = chain(parts, booklets.sources())
        _write(quiz, path, options, book, parts, created)
    return (*booklets.told, *book.warnings())


def write_key(
    quiz: Quiz, path: Path, options: PrintOptions = PLAIN, *, created: datetime | None = None, watch: Watch = unwatched
) -> tuple[str, ...]:
    """Write the answer key and the sources alone to `path`; arguments, result and errors are those of `write_pdf`."""
    book = _book(options)
    with watch(options.versions * len(items_of(quiz))) as step:
        _write(quiz, path, options, book, Booklets(quiz, options, book, step).keys(), created)
    return book.warnings()


def short_id(quiz: Quiz) -> str:
    """Eight hexadecimal digits for what the quiz asks, whatever its order: the same on handout and key."""
    ids = sorted(item.id for item in items_of(quiz))
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:8]


def _book(options: PrintOptions) -> FontBook:
    return FontBook(options.font, legible=options.dyslexia)


def _write(
    quiz: Quiz, path: Path, options: PrintOptions, book: FontBook, parts: Iterable[Booklet | Sheets],
    created: datetime | None,
) -> None:  # fmt: skip
    with whole_file(path) as file:
        draw(file, parts, Imprint(_title(quiz), short_id(quiz)), book, options.paper, created)


def _title(quiz: Quiz) -> str:
    return plain(quiz.title).strip().encode("utf-8", "replace").decode() or "Quiz"
