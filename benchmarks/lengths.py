"""How long are questions and answers, beside the ones that people write on the news?

    python -m benchmarks.lengths FOLDER [--density 3]

builds a quiz of the articles in FOLDER as `quizgen build` does, and prints the words of stems and answers by form. Of
the questions of NewsQuizQA, written by people, the stem has 12 words at the median (7 to 22 are nine in ten), the
answer 2, and 78 in 100 have up to five. Aims: stems 9 to 14 words at the median, 95 in 100 up to 24; answers up to 5
words in 75 of 100.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.quality.sheet import build
from quizgen.model import BLANK, Question

LONGEST_STEM, LONGEST_ANSWER = 24, 5  # words, in most questions


@dataclass(frozen=True, slots=True)
class Lengths:
    """What the stems and answers of some questions measure, in words and in shares of one."""

    count: int
    stem: float
    low: float
    high: float
    fitting: float
    answer: float
    short: float


def lengths(questions: Sequence[Question]) -> Lengths:
    """The median words of a stem with its 5th and 95th percentile and the share up to 24; those of an answer."""
    stems = [len(question.stem.replace(BLANK, "").split()) for question in questions]
    answers = [len(question.key.split()) for question in questions]
    cuts = quantiles(stems, n=20, method="inclusive") if len(stems) > 1 else [stems[0]] * 19
    return Lengths(
        len(stems), median(stems), cuts[0], cuts[-1], _share(stems, LONGEST_STEM), median(answers),
        _share(answers, LONGEST_ANSWER),
    )  # fmt: skip


def _share(counts: Sequence[int], most: int) -> float:
    return sum(count <= most for count in counts) / len(counts)


def rows(questions: Iterable[Question]) -> Iterator[tuple[str, Lengths]]:
    """All of them, then each form; statements to be judged have no answer of the source's and count in stems alone."""
    by_form: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_form[question.form].append(question)
    answered = [question for form, found in by_form.items() if form != "true-false" for question in found]
    if answered:
        yield "all but true-false", lengths(answered)
    yield from ((form, lengths(found)) for form, found in sorted(by_form.items()))


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--density", type=float, help="questions a hundred words, if not the default")
    arguments = parser.parse_args()
    print(f"{'':<20}{'number':>7}{'stem':>7}{'5%':>5}{'95%':>5}{'≤24':>6}{'answer':>8}{'≤5':>6}")
    for name, found in rows(build(arguments.folder, arguments.density).questions):
        stems = f"{found.stem:>7.0f}{found.low:>5.0f}{found.high:>5.0f}{found.fitting:>6.0%}"
        print(f"{name:<20}{found.count:>7}{stems}{found.answer:>8.0f}{found.short:>6.0%}")


if __name__ == "__main__":
    main()
