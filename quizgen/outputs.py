"""A quiz into its files, all of them or none, and a made file back to its articles.

Before any file takes its name, the deck and the lines that were made are read back and every answer in them is
looked for at its offsets in the articles, as these stand on the disk now.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgen.errors import ReadingError, TraceError, WriteError
from quizgen.export.anki import write_anki
from quizgen.export.anki_changes import Changes, compare, read_notes
from quizgen.export.anki_notes import DEFAULT_LAYOUT, Layout
from quizgen.export.anki_tsv import write_tsv
from quizgen.export.ankiconnect import push
from quizgen.export.files import whole_file
from quizgen.export.jsonl import write_jsonl
from quizgen.export.pdf import PLAIN, PrintOptions, Watch, unwatched, write_key, write_pdf
from quizgen.export.quizlet import write_quizlet
from quizgen.model import Quiz
from quizgen.reading import find
from quizgen.reading.decoding import load
from quizgen.reading.files import ids
from quizgen.trace import Place, TraceRecord, Verdict, check, records

__all__ = [
    "Changes", "Layout", "Output", "PrintOptions", "anki_deck", "anki_text", "check_apart", "check_writable", "compare",
    "make_folder", "open_lines", "printed", "push_deck", "quizlet_text", "read_notes", "trace_file", "write_files",
]  # fmt: skip
SHOWN = 5  # faults that one message lists


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be made: its path, what writes a quiz to a path, and whether the trace can read it back.

    `write` returns sentences that the user should know of.
    """

    path: Path
    write: Callable[[Quiz, Path], Iterable[str]]
    traced: bool = True


def anki_deck(path: Path, layout: Layout = DEFAULT_LAYOUT, previous: Path | None = None) -> Output:
    """The quiz as an Anki deck that goes on with an earlier build, the deck that stands there if none is named."""

    def write(quiz: Quiz, target: Path) -> tuple[str, ...]:
        if not quiz.questions and all(one.form == "matching" for one in quiz.sets):
            raise WriteError(f"{path}: matching makes no cards; choose more --forms, or print it with quizgen pdf.")
        write_anki(quiz, target, layout=layout, previous=previous or path)
        return ()

    return Output(path, write)


def anki_text(path: Path, layout: Layout = DEFAULT_LAYOUT) -> Output:
    """The quiz as Anki's own text: what stands in the deck that would be made of it.

    It goes on with the deck of the same name beside it, so that both have the same ids.
    """

    def write(quiz: Quiz, target: Path) -> tuple[str, ...]:
        package = target.with_suffix(".package")
        write_anki(quiz, package, layout=layout, previous=path.with_suffix(".apkg"))
        write_tsv(package, target)
        return ()

    return Output(path, write, traced=False)


def quizlet_text(path: Path) -> Output:
    """The quiz as lines for Quizlet's import."""

    def write(quiz: Quiz, target: Path) -> tuple[str, ...]:
        write_quizlet(quiz, target)
        return ()

    return Output(path, write, traced=False)


def push_deck(path: Path, port: int, key: str | None) -> None:
    """Hand the deck to the Anki that runs on this machine.

    Raises:
        PushError: it did not take it.
    """
    push(path, port=port, key=key)


def open_lines(path: Path) -> Output:
    """The quiz as `questions.jsonl`."""

    def write(quiz: Quiz, target: Path) -> tuple[str, ...]:
        write_jsonl(quiz, target)
        return ()

    return Output(path, write)


def printed(path: Path, options: PrintOptions = PLAIN, watch: Watch = unwatched) -> tuple[Output, ...]:
    """The quiz as a PDF, and where the options say so its key in a file of its own, NAME-key.pdf."""
    quiz = Output(path, lambda quiz, target: write_pdf(quiz, target, options, watch=watch), traced=False)
    if options.key != "separate":
        return (quiz,)
    key = path.with_name(f"{path.stem}-key{path.suffix}")
    return quiz, Output(key, lambda quiz, target: write_key(quiz, target, options, watch=watch), traced=False)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, where they are missing.

    Raises:
        WriteError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"{folder}: the folder cannot be made ({reason}); choose another one.") from error


def check_writable(outputs: Iterable[Output]) -> None:
    """Find out before the work begins whether its results can be written; nothing is changed.

    Raises:
        WriteError: one of them cannot.
    """

    class Tried(Exception):
        """The file could be opened; raised so that it is left as it was."""

    for output in outputs:
        with suppress(Tried), whole_file(output.path):
            raise Tried


def check_apart(outputs: Iterable[Output], articles: Iterable[Path]) -> None:
    """Refuse to write over an article.

    Raises:
        WriteError: an output is one of them.
    """
    known = {path.resolve() for path in articles}
    for output in outputs:
        if output.path.resolve() in known:
            raise WriteError(f"{output.path}: is one of the articles; choose another name for what is made.")


def write_files(quiz: Quiz, outputs: Sequence[Output]) -> tuple[str, ...]:
    """Make the files, trace them, and only then let all of them take their names; return what the user should know.

    Raises:
        TraceError: an answer is not where its question says.
        WriteError: a file cannot be written. In both cases what stood there is untouched.
    """
    notes: list[str] = []
    with TemporaryDirectory(prefix="quizgen-") as folder:
        staged = [(output, Path(folder, f"{i}{output.path.suffix}")) for i, output in enumerate(outputs)]
        for output, path in staged:
            notes += _written(quiz, output, path)
        _trace_all(quiz, staged, Path(folder, "trace.jsonl"))
        with ExitStack() as stack:
            for output, path in staged:
                file = stack.enter_context(whole_file(output.path))
                with path.open("rb") as made:
                    shutil.copyfileobj(made, file)
                file.flush()
    return tuple(dict.fromkeys(notes))


def _written(quiz: Quiz, output: Output, path: Path) -> Iterable[str]:
    try:
        return output.write(quiz, path)
    except WriteError as error:
        raise WriteError(str(error).replace(str(path), str(output.path))) from error


def _trace_all(quiz: Quiz, staged: Sequence[tuple[Output, Path]], spare: Path) -> None:
    """Trace what was made; where none of it can be read back, the same quiz as lines in `spare`."""
    texts = {source.id: load(Path(source.path), _unheard) for source in quiz.sources}
    traced = [(output.path, path) for output, path in staged if output.traced]
    if not traced:
        write_jsonl(quiz, spare)
        traced = [(staged[0][0].path, spare)]
    for name, path in traced:
        told = chain(records(path) if quiz.questions else (), _parts(quiz))
        faults = [verdict for verdict in check(told, texts) if not verdict.ok]
        if faults:
            listed = "".join(f"\n  {fault.question}: {fault.reason}" for fault in faults[:SHOWN])
            raise TraceError(
                f"{name}: not written, because {len(faults)} of {len(quiz.questions)} answers are not where they "
                f"should be; if no article was changed meanwhile, report this fault.{listed}"
            )


def _parts(quiz: Quiz) -> Iterator[TraceRecord]:
    """The parts of the sets, which not every file that is made says in a way that can be read back."""
    for part, identity in ((part, one.id) for one in quiz.sets for part in one.parts):
        sentence, key = part.fact.sentence, part.key_span
        at = sentence.span.start
        stated = " ".join(sentence.text[key.start - at : key.end - at].split())
        yield TraceRecord(
            identity, part.key, key.start, key.end,
            Place(part.source.id, part.source.path, sentence.text, at, sentence.span.end),
            derived="" if stated == part.key else f"{stated} → {part.key}",
        )  # fmt: skip


def trace_file(path: Path, sources: Sequence[str] = ()) -> tuple[Verdict, ...]:
    """A verdict on every question of a made file, held against the articles of `sources`.

    Without sources the articles are looked for under the paths that the file names: from the current folder, the
    file's own folder, and the ones above that.

    Raises:
        TraceError: the file cannot be traced.
        ReadingError: an article cannot be read.
    """
    found = tuple(records(path))
    paths = ids(find(sources)) if sources else _named(found, path)
    texts: dict[str, str] = {}
    for article, name in paths.items():
        texts[name] = texts[article.as_posix()] = load(article, _unheard)
    return tuple(check(found, texts))


def _named(found: Iterable[TraceRecord], path: Path) -> Mapping[Path, str]:
    """The articles that the records name and that are there, with their ids."""
    found = tuple(found)
    places = {place.article: place.path for one in found for place in one.support}
    places |= {one.place.article: one.place.path for one in found}
    bases = (Path(), *path.absolute().parents)
    known: dict[Path, str] = {}
    for article, name in places.items():
        there = next((base / name for base in bases if name and (base / name).is_file()), None)
        if there is not None:
            known[there] = article
    return _neighbours(known) | known if "" in places.values() else known


def _neighbours(known: Mapping[Path, str]) -> dict[Path, str]:
    """The other articles in the folders of the known ones: questions.jsonl names supporting articles by id alone."""
    try:
        return ids(find(sorted({str(path.parent) for path in known})))
    except ReadingError:
        return {}


def _unheard(_: str) -> None:
    """Nothing: what is odd about an article was said when it was read."""
