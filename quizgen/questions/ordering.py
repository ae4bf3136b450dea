"""Ordering: dated events of one story to be put into a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from quizgen.language.days import MONTHS, WEEKDAYS
from quizgen.model import ItemSet, Part, Question
from quizgen.questions.asked import asked_slot
from quizgen.questions.asking import POINTS, base_name, event_of
from quizgen.questions.checks import is_sound
from quizgen.questions.context import written_day
from quizgen.questions.pool import Pool
from quizgen.questions.sets import FEWEST, GOOD, MOST, make_set, part_of, stories
from quizgen.questions.wording import attributed

STEM = "Put these events into their order, the earliest first."
SHORTEST, LONGEST = 3, 20  # words of an event
# what tells a time beside the one that is left out
DATED = re.compile(rf"\b(?:1[5-9]|20)\d\d\b|\b(?:{'|'.join(MONTHS[:4] + MONTHS[5:])}|{'|'.join(WEEKDAYS)}|in May)\b")
LATER = re.compile(r"\b(?:then|later|afterwards?|next|again|first|last|finally|previously|earlier|already|since)\b")


def orderings(asked: Sequence[Sequence[Question]], pool: Pool, seed: int) -> Iterator[ItemSet]:
    """The sets that the questions of the articles allow, at most one on a story."""
    dated = [[question for question in questions if _is_dated(question)] for questions in asked]
    for questions in stories(dated, pool):
        parts = list(_timeline(questions))
        if len(parts) >= FEWEST:
            yield make_set("ordering", STEM, parts, seed)


def _is_dated(question: Question) -> bool:
    """Whether a question asks for the known time of something that happened."""
    fact, asked = question.fact, asked_slot(question)
    if base_name(asked.name) != "time" or asked.case not in POINTS or question.score < GOOD:
        return False
    if question.form != "short-answer" or fact.verb is None or fact.verb.negated or fact.modality:
        return False
    return _limits(question) is not None and bool(_event(question))


def _event(question: Question) -> str:
    """What happened, as a sentence that tells nothing of when, and who says so."""
    fact, asked = question.fact, asked_slot(question)
    text = event_of(fact, asked)
    is_told = DATED.search(text) or LATER.search(text) or not SHORTEST <= len(text.split()) <= LONGEST
    if is_told or not is_sound(text, fact, asked):
        return ""
    return attributed(text, f"according to {fact.attribution}") if fact.attribution else text


def _timeline(questions: Sequence[Question]) -> list[Part]:
    """The best events that follow each other, the earliest first."""
    taken: list[tuple[tuple[date, date], Part]] = []
    for question in sorted(questions, key=lambda question: (-question.score, question.id)):
        limits, event = _limits(question), _event(question)
        if limits and len(taken) < MOST and all(_apart(limits, other) for other, _ in taken):
            taken.append((limits, part_of(question, event, _written(question))))
    return [part for _, part in sorted(taken, key=lambda pair: pair[0])]


def _limits(question: Question) -> tuple[date, date] | None:
    """The first and the last day of the time that the question asks for; None where it is no day, month or year."""
    value = asked_slot(question).normalised
    if value is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value.value)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    return date(year, month or 1, day or 1), date(year, month or 12, day or 28)


def _apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _written(question: Question) -> str:
    """The time in full: "15 February 2021", "January 2020", "2018"."""
    value = asked_slot(question).normalised
    assert value is not None
    year, _, rest = value.value.partition("-")
    if not rest:
        return year
    return written_day(date.fromisoformat(value.value)) if "-" in rest else f"{MONTHS[int(rest) - 1]} {year}"
