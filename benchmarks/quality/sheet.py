"""A sheet for a judge: each question as its card shows it, a place for the verdict, the sources at the end."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from quizgen.errors import ReadingError
from quizgen.model import Question, Quiz
from quizgen.pipeline import Options, make_quiz
from quizgen.reading import find, read_all

HEAD = """# {drawn} of {all} questions, drawn with seed {seed}

Read each entry as a card that comes up weeks later, alone. `verdict: yes` if a teacher would use it unchanged,
`verdict: no` and the `defect` if not. The source sentences stand at the end: look there only to check an answer.
"""


def build(folder: str, density: float | None = None) -> Quiz:
    """The quiz that `quizgen build FOLDER` makes."""
    articles = (article for article in read_all(find([folder])) if not isinstance(article, ReadingError))
    return make_quiz(articles, "Quality", Options() if density is None else Options(density=density))


def draw(quiz: Quiz, count: int, seed: int) -> list[Question]:
    """So many of its questions by chance, all of them if there are fewer, in the order of the draw."""
    questions = sorted(quiz.questions, key=lambda question: question.id)
    return random.Random(seed).sample(questions, min(count, len(questions)))


def sheet(drawn: Sequence[Question], whole: int, seed: int) -> str:
    """The sheet as Markdown."""
    parts = [HEAD.format(drawn=len(drawn), all=whole, seed=seed)]
    parts += ["\n".join(_card(number, question)) for number, question in enumerate(drawn, start=1)]
    parts.append("## Sources\n")
    parts += [f"{number}. {_plain(question.fact.sentence.text)}" for number, question in enumerate(drawn, start=1)]
    return "\n".join(parts) + "\n"


def _card(number: int, question: Question) -> Iterator[str]:
    yield f"## {number}\n"
    yield f"> {question.context or '(no context)'}\n>\n> **{question.stem}**"
    for letter, option in zip("ABCDEFGH", question.options, strict=False):
        yield f">\n> {letter}. {option}"
    yield f"\nAnswer: {question.key}"
    if question.derived:
        yield f"\nThe card adds: {question.derived}"
    if question.accepted:
        yield f"\nAlso right: {'; '.join(question.accepted)}"
    yield "\nverdict:\n\ndefect:\n"
    yield f"<!-- {question.form} | {question.fact.kind} | {question.template} | {question.id} -->\n"


def _plain(text: str) -> str:
    return " ".join(text.split())
