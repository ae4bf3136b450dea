"""Several articles, one question: what two of them state alike is asked once, with both sentences as support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quizgen.model import Question, Support
from quizgen.questions.checks import words_of
from quizgen.questions.selection import asks_same


def merge(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions without those that a better one of another article asks already; that one names both sources.

    Two questions with one stem and different answers have no one right answer: both go.
    """
    kept: list[Question] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for question in questions:
        key = " ".join(words_of(question.key))
        twin = next(
            (i for i in by_key[key] if kept[i].source.id != question.source.id and asks_same(kept[i], question)),
            None,
        )
        if twin is None:
            by_key[key].append(len(kept))
            kept.append(question)
        else:
            kept[twin] = _supported(kept[twin], question)
    return tuple(_without_rivals(kept))


def _supported(one: Question, other: Question) -> Question:
    support = Support(other.source, other.fact.sentence)
    return one if support in one.support else replace(one, support=(*one.support, support))


def _without_rivals(questions: list[Question]) -> list[Question]:
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for question in questions:
        answers[(question.stem.lower(), question.context)].add(" ".join(words_of(question.key)))
    return [question for question in questions if len(answers[(question.stem.lower(), question.context)]) == 1]
