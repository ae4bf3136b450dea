"""What the user names as articles: those that can be used, and the faults of those that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizgen.errors import NothingToAsk, QuizgenError, ReadingError
from quizgen.model import Article
from quizgen.pipeline import Tally
from quizgen.reading import find, read_all


class News:
    """The articles of a run. `skipped` are the faults of those that were left out, `notes` what else is odd.

    With `few`, only few kinds of fact are wanted, and it is no fault of an article to hold none of them.
    """

    def __init__(self, sources: Sequence[str], *, few: bool = False) -> None:
        self.skipped: list[QuizgenError] = []
        self.notes: list[str] = []
        self._few = few
        known = []
        for source in sources:
            try:
                find([source])
                known.append(source)
            except ReadingError as error:
                self.skipped.append(error)
        self.paths = tuple(path for path in find(known) if self._can_be_named(path))

    def _can_be_named(self, path: Path) -> bool:
        """Whether the file's name is text, which a deck can hold; skipped otherwise."""
        shown = str(path).encode("utf-8", "replace").decode()
        if shown != str(path):
            self.skipped.append(ReadingError(shown, "its name is not in UTF-8", "give the file another name"))
        return shown == str(path)

    def readable(self, progress: Callable[[], None] = lambda: None) -> Iterator[Article]:
        """The articles one by one; `progress` is called for each one that is skipped.

        Raises:
            ReadingError: there is none, or none can be read; the error is that of the first source.
        """
        read = 0
        for article in read_all(self.paths, warn=self.notes.append):
            if isinstance(article, ReadingError):
                self.skipped.append(article)
                progress()
            else:
                read += 1
                yield article
        self._need(read)

    def close(self, tally: Tally, *, asked: bool = True) -> None:
        """Count the articles without facts among the skipped ones, once all are read.

        Raises:
            NothingToAsk: no article holds a fact, or nothing was `asked` of those that were found.
        """
        if not self._few:
            self.skipped += [_silent(source.path) for source in tally.silent]
        self._need(tally.facts)
        if not asked:
            raise NothingToAsk(
                f"{self.paths[0]}: facts were found, but none that makes a good question; choose a higher "
                "--density, more --kinds or --forms, another --difficulty, or add articles."
            )

    def _need(self, good: object) -> None:
        """Where nothing is left, the first fault is the error."""
        if good:
            return
        if not self.skipped:
            raise NothingToAsk(f"{self.paths[0]}: no fact of these kinds was found; choose more --kinds.")
        raise self.skipped[0]


def own_name(source: str) -> str:
    """What a source is called: a file without its ending, a folder, the folder that a pattern searches."""
    path = Path(source)
    if not path.exists():
        fixed = [part for part in path.parts if not set(part) & set("*?[")]
        path = Path(*fixed) if len(fixed) < len(path.parts) else path
    path = path.resolve() if path.name in {"", ".."} else path.absolute()
    return (path.name if path.is_dir() else path.stem) or "quiz"


def _silent(where: str) -> NothingToAsk:
    return NothingToAsk(f"{where}: no fact that could be asked for was found; give an article of whole sentences.")
