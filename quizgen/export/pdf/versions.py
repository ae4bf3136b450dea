"""Versions of one quiz: the same items in other orders, and a table that tells which is where.

All is shuffled by the quiz's seed. The places of the right options are dealt out evenly within each version, and from
one version to the next the right option of an item moves on by one place, so that it stands nowhere twice as long as
there are places left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from quizgen.export.pdf.sections import LETTERS, Version, sections
from quizgen.model import ItemSet, Question, Quiz

T = TypeVar("T")


def versions(quiz: Quiz, count: int) -> tuple[Version, ...]:
    """The quiz in `count` versions from A on; the quiz as it stands, without a letter, where that is 1."""
    if count == 1:
        return (Version("", sections(quiz)),)
    places = _places(quiz)
    return tuple(Version(LETTERS[turn], sections(_rearranged(quiz, turn, places))) for turn in range(count))


def _places(quiz: Quiz) -> dict[str, int]:
    """For each question with options, by its id, the place of the right one in version A."""
    asked: dict[int, list[str]] = {}
    for question in quiz.questions:
        if question.key in question.options:
            asked.setdefault(len(question.options), []).append(question.id)
    dealt: dict[str, int] = {}
    for size, ids in asked.items():
        places = [place % size for place in range(len(ids))]
        Random(f"{quiz.seed}/places/{size}").shuffle(places)
        dealt |= zip(ids, places, strict=True)
    return dealt


def _rearranged(quiz: Quiz, turn: int, places: dict[str, int]) -> Quiz:
    random = Random(f"{quiz.seed}/version/{turn}")
    questions = [_reoptioned(question, turn, places, random) for question in quiz.questions]
    sets = [replace(one, shown=_reshown(one, random)) for one in quiz.sets]
    return replace(
        quiz,
        questions=_shuffled(questions, random),
        sets=_shuffled(sets, random),
        sources=_shuffled(quiz.sources, random),
    )


def _reoptioned(question: Question, turn: int, places: dict[str, int], random: Random) -> Question:
    if question.id not in places:
        return question
    wrong = list(question.options)
    wrong.remove(question.key)
    random.shuffle(wrong)
    wrong.insert((places[question.id] + turn) % len(question.options), question.key)
    return replace(question, options=tuple(wrong))


def _reshown(item: ItemSet, random: Random) -> tuple[int, ...]:
    """Another order of a set's lines, never that of its key."""
    sorted_ = tuple(range(len(item.parts)))
    shown = _shuffled(item.shown, random)
    while shown == sorted_ and len(shown) > 1:
        shown = _shuffled(shown, random)
    return shown


def _shuffled(things: Sequence[T], random: Random) -> tuple[T, ...]:
    return tuple(random.sample(things, len(things)))
