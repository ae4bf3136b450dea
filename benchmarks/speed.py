"""How long a full build takes against parsing alone, and our deck writing against genanki's.

    python -m benchmarks.speed FOLDER [--runs 5] [--notes 2000]

What is compared runs in turns, so that a busy machine slows both; each ratio is given for the fastest runs and at
the median of the turns. A full build is what `quizgen build FOLDER` does, files and trace included, once in one
process, as parsing alone is, and once in as many as the command takes. Aims: at most 1.25 times parsing, at most
1.2 times genanki.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.scale import bare_deck
from quizgen.errors import ReadingError
from quizgen.export.anki import write_anki
from quizgen.export.jsonl import write_jsonl
from quizgen.export.pdf import write_pdf
from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import FORMS, Article, Question, Quiz
from quizgen.outputs import anki_deck, open_lines, printed, write_files
from quizgen.parallel import useful_jobs
from quizgen.pipeline import Options, make_quiz
from quizgen.questions.make import make_questions
from quizgen.questions.templates import load
from quizgen.reading import find, read_all
from quizgen.trace import check, records

AIMS = {"build": 1.25, "deck": 1.2}


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def articles(folder: str) -> list[Article]:
    """The articles of a folder that can be read."""
    return [article for article in read_all(find([folder])) if not isinstance(article, ReadingError)]


def build(folder: str, target: Path, jobs: int) -> Quiz:
    """What `quizgen build` does, from the files of the articles to the files of the quiz."""
    quiz = make_quiz(articles(folder), "Speed", Options(jobs=jobs))
    write_files(quiz, (anki_deck(target / "a"), *printed(target / "p"), open_lines(target / "l")))
    return quiz


def in_turns(works: Sequence[Callable[[], object]], runs: int) -> list[list[float]]:
    """The times of each work, run one after the other, `runs` times."""
    turns = [[seconds(work) for work in works] for _ in range(runs)]
    return [list(times) for times in zip(*turns, strict=True)]


def compare(name: str, bare: list[float], ours: list[float], aim: float) -> None:
    """Print one comparison."""
    turn = median(our / plain for plain, our in zip(bare, ours, strict=True))
    best = min(ours) / min(bare)
    print(f"{name:<28}{min(bare):8.3f} s{min(ours):8.3f} s   {best:5.2f} (median {turn:.2f}), aim {aim}")


def many(questions: Iterable[Question], count: int) -> Quiz:
    """A quiz of `count` questions: the given ones, again and again under other ids."""
    known = list(questions)
    chosen = [replace(known[i % len(known)], id=f"{known[i % len(known)].id}-{i}") for i in range(count)]
    return Quiz("Speed", tuple(chosen))


def best(work: Callable[[], object], runs: int = 3) -> float:
    """The time of the fastest of a few runs."""
    return min(seconds(work) for _ in range(runs))


def shares(folder: str, target: Path) -> None:
    """Print how the time of one build is spread over the stages."""
    times: dict[str, float] = {}
    known = articles(folder)
    times["reading"] = best(lambda: articles(folder))
    parsed = list(parse(known))
    times["parsing"] = best(lambda: list(parse(known)))
    found = [(one.article, tuple(find_facts(one))) for one in parsed]
    times["facts"] = best(lambda: [tuple(find_facts(one)) for one in parsed])
    templates = load()
    times["questions"] = best(lambda: [list(make_questions(f, a.source, templates, FORMS)) for a, f in found])
    quiz = make_quiz(known, "Speed", Options())
    times["deck"] = best(lambda: write_anki(quiz, target / "deck.apkg"))
    times["printed quiz"] = best(lambda: write_pdf(quiz, target / "quiz.pdf"))
    times["lines"] = best(lambda: write_jsonl(quiz, target / "lines.jsonl"))
    times["trace"] = best(lambda: [list(check(records(target / n), known)) for n in ("deck.apkg", "lines.jsonl")])
    sentences = sum(len(one.sentences) for one in parsed)
    print(f"\n{len(known)} articles, {sentences} sentences, {len(quiz.questions)} questions")
    for name, time in times.items():
        print(f"  {name:<26}{time:8.3f} s  {time / times['parsing']:6.1%} of parsing")


def main() -> None:
    """Run everything once to warm up, then in turns."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--notes", type=int, default=2000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        target = Path(name)
        known = articles(arguments.folder)
        jobs = useful_jobs(len(known))
        quiz = build(arguments.folder, target, jobs)
        full: list[Callable[[], object]] = [lambda: list(parse(known))]
        full += [partial(build, arguments.folder, target, n) for n in (1, jobs)]
        parsing, alone, shared = in_turns(full, arguments.runs)
        print(f"{'':<28}{'bare':>10}{'ours':>10}   ratio")
        compare("parsing, full build", parsing, alone, AIMS["build"])
        compare(f"  the same by {jobs} processes", parsing, shared, AIMS["build"])
        large = many(quiz.questions, arguments.notes)
        fresh = target / "fresh.apkg"
        deck = [lambda: bare_deck(large, target / "bare.apkg"), lambda: write_anki(large, fresh, previous=target / "-")]
        theirs, ours = in_turns(deck, arguments.runs)
        compare(f"genanki, deck of {arguments.notes:,}", theirs, ours, AIMS["deck"])
        shares(arguments.folder, target)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"  peak memory {peak / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
