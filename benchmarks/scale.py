"""How much time and memory a large deck takes: written, written anew, written as text, and imported.

    python -m benchmarks.scale [FOLDER] [--notes 50000] [--runs 3]

Each line of the table is a process of its own, and so is what it is compared with: genanki alone, which writes the
same fields in its own way. They run in turns; shown are the least time of the processor and the highest memory, of
the whole process, with all the questions of the quiz in it. The questions are those on the articles of FOLDER
(seeds/ if left out), copied with all their letters under other ids. Aims: at most 1.3 times genanki, below 300 MB.
The import is that of the official `anki` package into an empty collection, and the last line a second one.
"""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

import genanki

from quizgen.export.anki import write_anki
from quizgen.export.anki_cards import NOTE_TYPES
from quizgen.export.anki_fields import fields
from quizgen.export.anki_tsv import write_tsv
from quizgen.model import Question, Quiz

ROOT = Path(__file__).parent.parent
BARE = "genanki alone"
RATIO, MEMORY = 1.3, 300


def ask(articles: str, file: Path) -> None:
    """Put the questions on a folder's articles into a file."""
    from quizgen.pipeline import Options, make_quiz
    from quizgen.reading import find, read_all

    read = (article for article in read_all(find([articles])) if not isinstance(article, Exception))
    file.write_bytes(pickle.dumps(make_quiz(read, "Scale", Options(density=9)).questions))


def large(file: Path, count: int) -> Quiz:
    """A quiz of `count` questions: those in the file, again and again, each copy with letters of its own."""
    content = file.read_bytes()
    questions: list[Question] = []
    while len(questions) < count:
        turn = len(questions)
        questions += [replace(question, id=f"{question.id}-{turn}") for question in pickle.loads(content)]
    return Quiz("Scale", tuple(questions[:count]))


def bare_deck(quiz: Quiz, path: Path) -> None:
    """The same notes by genanki alone, with its own way of writing."""
    models = {}
    for form, kind in NOTE_TYPES.items():
        names = [{"name": name} for name in kind.fields]
        cards = [{"name": "Card", "qfmt": kind.front(), "afmt": kind.back()}]
        sort = genanki.Model.CLOZE if form == "cloze" else genanki.Model.FRONT_BACK
        models[form] = genanki.Model(kind.model_id, kind.name, fields=names, templates=cards, model_type=sort)
    deck = genanki.Deck(1_700_000_000, quiz.title)
    for question in quiz.questions:
        values, kind = fields(question), NOTE_TYPES[question.form]
        deck.add_note(genanki.Note(models[question.form], [values.get(name, "") for name in kind.fields]))
    genanki.Package(deck).write_to_file(path)


def take_in(deck: Path, count: int) -> None:
    """Import the deck into the collection beside it, as Anki does by default."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection = Collection(str(deck.with_suffix(".anki2")))
    request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)
    if collection.card_count() != count:
        raise SystemExit(f"{collection.card_count():,} of {count:,} cards were imported.")
    collection.close()


def measured(work: Callable[[], object]) -> dict[str, float]:
    """The seconds of the processor that the work takes, and the highest memory of this process, in MB."""
    start = process_time()
    work()
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"seconds": seconds, "memory": peak / 1e6}


def part(name: str, folder: Path, count: int) -> dict[str, float]:
    """One line of the table, in this process."""
    deck, file = folder / "ours.apkg", folder / "questions"
    if name.startswith("import"):
        return measured(lambda: take_in(deck, count))
    if name == "as text":
        return measured(lambda: write_tsv(deck, folder / "ours.tsv"))
    quiz = large(file, count)
    if name == BARE:
        return measured(lambda: bare_deck(quiz, folder / "bare.apkg"))
    return measured(lambda: write_anki(quiz, deck, previous=None if name == "quizgen, anew" else folder / "none"))


PARTS = (BARE, "quizgen", "quizgen, anew", "as text", "import", "import, anew")


@dataclass
class Line:
    """What the runs of one part took."""

    name: str
    seconds: float = float("inf")
    memory: float = 0.0

    def add(self, run: dict[str, float]) -> None:
        """Count one more run."""
        self.seconds, self.memory = min(self.seconds, run["seconds"]), max(self.memory, run["memory"])


def child(*arguments: object) -> str:
    """What another process of this module prints."""
    command = [sys.executable, "-m", "benchmarks.scale", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def table(lines: Sequence[Line], count: int) -> str:
    """The lines beside each other, those of genanki the measure."""
    bare = lines[0].seconds
    rows = [f"{f'{count:,} notes':<24}{'time':>10}{'memory':>12}{'ratio':>8}"]
    for line in lines:
        ratio = f"{line.seconds / bare:8.2f}" if line.name.startswith("quizgen") else ""
        rows.append(f"{line.name:<24}{line.seconds:8.2f} s{line.memory:9,.0f} MB{ratio}")
    return "\n".join([*rows, f"aims: {RATIO} times genanki, {MEMORY} MB"])


def main() -> None:
    """Ask, then run the parts in turns; or, called so by itself, do one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(ROOT / "seeds"))
    parser.add_argument("--notes", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part == "ask":
        ask(given.folder, given.into / "questions")
    elif given.part:
        print(json.dumps(part(given.part, given.into, given.notes)))
    else:
        with tempfile.TemporaryDirectory() as name:
            child(Path(given.folder).absolute(), "--part", "ask", "--into", name)
            lines = [Line(one) for one in PARTS]
            for _ in range(given.runs):
                Path(name, "ours.anki2").unlink(missing_ok=True)
                for line in lines:
                    line.add(json.loads(child("--part", line.name, "--into", name, "--notes", given.notes)))
        print(table(lines, given.notes))


if __name__ == "__main__":
    main()
