"""How many of the facts that a teacher would ask for does a dense quiz ask for?

    python -m benchmarks.coverage GOLD TEXTS [--density 8] [--missed]

TEXTS is a folder of articles. GOLD holds, for some of them, `<stem of the article's file>.jsonl` with one key fact a
line: `question`, `answer`, `also` (other right answers), `answer_start`, `answer_end`, `sentence_start`,
`sentence_end` (offsets into the article), `importance` (3 anyone would ask it, 1 a fine detail) and `kind`.

A fact counts as asked when a question on its article has an answer that covers the same letters, for the most part
(Dice of at least a half), or that says the same and stands in a source sentence that overlaps the fact's own.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from quizgen.errors import ReadingError
from quizgen.model import Question, Quiz, Span
from quizgen.pipeline import Options, make_quiz
from quizgen.reading import find, read_all

ENOUGH = 0.5
_PLAIN = str.maketrans("‘’“”\u00a0", "''\"\" ")


@dataclass(frozen=True, slots=True)
class Gold:
    """A key fact: what it is called in the table, where its answer and sentence stand, what would be right."""

    question: str
    kind: str
    importance: int
    answer: Span
    sentence: Span
    right: frozenset[str]

    def is_asked(self, questions: Iterable[Question]) -> bool:
        """Whether one of the questions on its article asks for it."""
        return any(
            likeness(self.answer, question.key_span) >= ENOUGH
            or (said(question.key) in self.right and self.sentence.overlaps(question.fact.sentence.span))
            for question in questions
        )


def likeness(one: Span, other: Span) -> float:
    """Dice of two spans: twice the letters that they share, by the letters of both."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return 2 * shared / (one.end - one.start + other.end - other.start)


def said(answer: str) -> str:
    """An answer as it sounds: without case, article, kinds of quotes and of white space."""
    plain = answer.lower().translate(_PLAIN).strip(" .,\"'")
    return " ".join(re.sub(r"^(the|a|an) ", "", plain).split())


def gold_facts(path: Path) -> Iterator[Gold]:
    """The key facts of one article."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        yield Gold(
            fact["question"],
            fact["kind"],
            fact["importance"],
            Span(fact["answer_start"], fact["answer_end"]),
            Span(fact["sentence_start"], fact["sentence_end"]),
            frozenset({said(answer) for answer in (fact["answer"], *fact["also"])} - {""}),
        )


def build(texts: str, density: float) -> Quiz:
    """The quiz that `quizgen build TEXTS --density N` makes."""
    articles = (article for article in read_all(find([texts])) if not isinstance(article, ReadingError))
    return make_quiz(articles, "Coverage", Options(density=density))


def rows(asked: Sequence[tuple[Gold, bool]]) -> Iterator[tuple[str, int, int]]:
    """A name, how many are asked, and of how many: all, by importance, by kind."""
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for gold, hit in asked:
        for name in ("all", f"importance {gold.importance}", f"kind {gold.kind}"):
            total[name] += 1
            hits[name] += hit
    for name in sorted(total):
        yield name, hits[name], total[name]


def main() -> None:
    """Build, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts")
    parser.add_argument("--density", type=float, default=8.0)
    parser.add_argument("--missed", action="store_true", help="list the facts that no question asks for")
    arguments = parser.parse_args()
    questions = defaultdict(list)
    for question in build(arguments.texts, arguments.density).questions:
        questions[PurePath(question.source.path).stem].append(question)
    paths = sorted(arguments.gold.glob("*.jsonl"))
    asked = [(gold, gold.is_asked(questions[path.stem])) for path in paths for gold in gold_facts(path)]
    for name, hits, total in rows(asked):
        print(f"{name:<22}{hits:>5} of {total:<5}{hits / total:>6.0%}")
    print(f"questions on these {len(paths)} articles: {sum(len(questions[path.stem]) for path in paths)}")
    if arguments.missed:
        for gold, hit in asked:
            if not hit:
                print(f"{gold.importance} {gold.kind}: {gold.question}")


if __name__ == "__main__":
    main()
