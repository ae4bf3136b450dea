"""What is told while a command runs, on standard error: notes, skipped articles, how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

import click

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.inputs import News

SKIPPED = 3  # the exit code of a run that left articles out


def readable(text: str) -> str:
    """The text of a command line or a file's name, which may hold bytes that are no letters."""
    return text.encode("utf-8", "replace").decode()


@contextmanager
def telling(news: News) -> Iterator[News]:
    """Whatever happens to the articles, tell what was odd about them and which were left out."""
    error: QuizgenError | None = None
    try:
        yield news
    except QuizgenError as raised:
        error = raised
        raise
    finally:
        tell("Note", news.notes)
        tell("Skipped", (str(fault) for fault in news.skipped if fault is not error))


def watched(label: str) -> Callable[[int], AbstractContextManager[Callable[[], None]]]:
    """What shows a progress bar, where somebody sees it: told of so many steps, it gives what to call at each."""

    @contextmanager
    def watch(length: int) -> Iterator[Callable[[], None]]:
        if not is_seen():
            yield lambda: None
            return
        with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
            yield lambda: bar.update(1)

    return watch


def is_seen() -> bool:
    """Whether standard error is a terminal."""
    return sys.stderr.isatty()


def tell(what: str, sentences: Iterable[str]) -> None:
    """Say each of the sentences, behind what they are."""
    for sentence in sentences:
        click.echo(f"{what}: {sentence}", err=True)


def leave(skipped: Sequence[QuizgenError], keep_going: bool) -> None:
    """Leave with the exit code of a run that skipped articles, if it did and that counts."""
    if skipped and not keep_going:
        raise click.exceptions.Exit(SKIPPED)
