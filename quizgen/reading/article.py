"""A file into an `Article`: its text as it is, its blocks, and the metadata that the text holds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from quizgen.errors import ReadingError
from quizgen.model import Article, Basis, Block, Source
from quizgen.reading import markdown, metadata, text
from quizgen.reading.blocks import blocks
from quizgen.reading.decoding import load
from quizgen.reading.files import MARKDOWN_SUFFIXES, ids
from quizgen.reading.frontmatter import front_matter
from quizgen.reading.inline import markup

Warn = Callable[[str], None]


def log(message: str) -> None:
    """What is done with a warning if the caller does not say: it goes to the log of `quizgen`."""
    logging.getLogger("quizgen").warning(message)


def read(path: Path, *, id: str | None = None, warn: Warn = log) -> Article:
    """Reads one article.

    Args:
        path: A .txt or .md file; any other ending is read as plain text.
        id: The article's id; by default the file's stem as a slug.
        warn: Told, one sentence a call, what is odd but can be read: another encoding than UTF-8, a misspelled
            key.

    Raises:
        ReadingError: The file cannot be read as an article; its subclasses say why.
    """
    whole = load(path, warn)
    front = front_matter(whole, path, warn)
    lines = markdown.lines if path.suffix.lower() in MARKDOWN_SUFFIXES else text.lines
    found = blocks(whole, list(lines(whole, front.end)))
    published, basis = _published(front.published, whole, found)
    source = Source(
        id=id or ids([path])[path],
        title=front.title or metadata.title(whole, found) or path.stem,
        path=path.as_posix(),
        publisher=front.publisher,
        published=published,
        published_basis=basis,
        url=front.url,
        author=front.author or metadata.author(whole, found),
        place=metadata.place(whole, found),
    )
    marks = (mark for block in found if block.role == "paragraph" for mark in markup(whole, block.span))
    return Article(source, whole, found, tuple(marks))


def read_all(paths: Iterable[Path], *, warn: Warn = log) -> Iterator[Article | ReadingError]:
    """Yields an article for each path, in order, reading it when it is asked for.

    A file that cannot be read is yielded as its error, in its place, so that the caller decides whether to go on.
    A path that comes twice is read once. Ids are given before the first article is read, and are unique.
    """
    for path, name in ids(paths).items():
        try:
            article: Article | ReadingError = read(path, id=name, warn=warn)
        except ReadingError as error:
            article = error
        yield article


def _published(stated: date | None, whole: str, found: tuple[Block, ...]) -> tuple[date | None, Basis | None]:
    if stated:
        return stated, "stated"
    inferred = metadata.published(whole, found)
    return inferred, "inferred" if inferred else None
