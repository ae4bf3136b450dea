"""Wrong options that a person would choose: same type, same form, not true by anything that is stored."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.language.sameness import amount
from quizgen.model import Distractor, Question
from quizgen.questions.asked import asked_slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, STOP, words_of
from quizgen.questions.names import name_key
from quizgen.questions.numbers import in_order, near_dates, near_numbers
from quizgen.questions.pool import Candidate, Pool
from quizgen.questions.regions import neighbours

OPTIONS = 4
FEWEST = 2  # wrong options; with fewer there is no choice
OFFICES = frozenset({"role", "leadership"})
SIMILAR = 12  # letters that an option may be longer or shorter than the key
LIKELIEST = 5  # of the places near by, so many are mixed


def with_options(questions: Iterable[Question], pool: Pool, seed: int) -> Iterator[Question]:
    """Give every multiple-choice question its options; one that has not enough is left out."""
    for question in questions:
        if question.form != "multiple-choice":
            yield question
            continue
        dice = random.Random(f"{seed}:{question.id}")
        found = wrong_options(question, pool, dice)
        if len(found) >= FEWEST:
            yield replace(question, distractors=tuple(found), options=_ordered(question, found, dice))


def wrong_options(question: Question, pool: Pool, dice: random.Random) -> list[Distractor]:
    """Up to three texts of the key's type, number and form that no stored fact makes an answer to the question."""
    slot = asked_slot(question)
    said = amount(question.key) if slot.type in COUNTED else None
    if said is not None and None in {said.low, said.high}:
        return []  # if it is over 700, it is over 600 as well
    if slot.type in COUNTED:
        found = [Distractor(text, "a number near by") for text in near_numbers(question.key, dice)]
    elif base_name(slot.name) == "time" or slot.type == "time":
        known = slot.normalised.value if slot.normalised else ""
        near = near_dates(question.key, dice, known, question.source.published)
        found = [Distractor(text, "a date near by") for text in near]
    else:
        found = _names(question, pool, dice)
    return [one for one in found if not pool.is_true(one.text, question)]


def _names(question: Question, pool: Pool, dice: random.Random) -> list[Distractor]:
    """Names of the corpus, the article's own first; for a country or a city, what lies near where they are too few."""
    slot, key = asked_slot(question), re.sub(r"^[Tt]he ", "", question.key)
    found = [candidate for candidate in pool.like(question) if _could_hold(candidate, question, pool)]
    dice.shuffle(found)
    found.sort(key=lambda candidate: candidate.article != question.source.id)
    article = question.key[: len(question.key) - len(key)]
    offered = [Distractor(article + candidate.name, candidate.article) for candidate in found]
    near = neighbours(key, slot.type) if slot.type in {"country", "city"} and not article else ()
    if near:
        # what lies near is more likely than what some other article happens to name
        said = set(words_of(f"{question.stem} {question.context} {question.fact.sentence.text}"))
        others = [Distractor(name, "the same region") for name in near if not set(words_of(name)) & said]
        offered = [*(d for d in offered if d.origin == question.source.id), *_mixed(others, dice)]
    chosen: list[Distractor] = []
    for distractor in offered:
        is_alike = abs(len(distractor.text) - len(question.key)) <= SIMILAR
        if is_alike and all(_differ(distractor.text, other.text) for other in chosen):
            chosen.append(distractor)
    chosen = chosen[: OPTIONS - 1]
    is_longest = all(len(question.key) > 1.4 * len(distractor.text) for distractor in chosen)
    return [] if is_longest else chosen


def _mixed(offered: list[Distractor], dice: random.Random) -> list[Distractor]:
    """The likeliest ones in another order, the rest behind them."""
    first = offered[:LIKELIEST]
    dice.shuffle(first)
    return [*first, *offered[LIKELIEST:]]


def _could_hold(candidate: Candidate, question: Question, pool: Pool) -> bool:
    """Whether a person can pass for an office's holder: they are said to hold one."""
    if question.fact.kind not in OFFICES or candidate.kind != "person":
        return True
    return name_key(candidate.name) in pool.holders


def _differ(one: str, other: str) -> bool:
    """Whether two names are two names: no word of content in common, nor one the other's initials."""
    if name_key(one) == name_key(other) or (set(words_of(one)) & set(words_of(other))) - STOP:
        return False
    initials = ("".join(word[0] for word in words_of(text) if word not in STOP) for text in (one, other))
    return not {name_key(one), name_key(other)} & set(initials)


def _ordered(question: Question, found: list[Distractor], dice: random.Random) -> tuple[str, ...]:
    """Numbers and dates by size, the others shuffled by the seed."""
    options = [question.key, *(distractor.text for distractor in found)]
    sorted_options = in_order(options)
    if sorted_options is not None:
        return sorted_options
    dice.shuffle(options)
    return tuple(options)
