"""Wrong options that a person would choose: same type, same form, not true by anything that is stored."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizgen.model import Distractor, Fact, Question, Slot
from quizgen.questions.checks import COUNTED, STOP, is_named, words_of
from quizgen.questions.numbers import near_dates, near_numbers

OPTIONS = 4
NAMED = frozenset({"person", "organization", "country", "city", "place", "people"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that an article speaks of, and that may be a wrong answer elsewhere."""

    text: str
    type: str
    article: str


class Pool:
    """The candidates of all articles of a build, each text once."""

    def __init__(self) -> None:
        self._candidates: dict[tuple[str, str], Candidate] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Take the slots of facts that could be options in the place of another."""
        for fact in facts:
            for slot in fact.slots:
                text = " ".join(slot.text.split())
                if not _is_candidate(slot) or not is_named(text):
                    continue
                key = (" ".join(words_of(text)), slot.type)
                self._candidates.setdefault(key, Candidate(text, slot.type, fact.sentence.article_id))

    def like(self, question: Question) -> list[Candidate]:
        """The candidates of the key's type and form that the question itself does not speak of."""
        slot = next(slot for slot in question.fact.slots if slot.span == question.key_span)
        said = set(words_of(question.stem)) | set(words_of(question.fact.sentence.text)) - STOP
        if not is_named(question.key):
            return []
        return [
            candidate for candidate in self._candidates.values()
            if candidate.type == slot.type
            and not (set(words_of(candidate.text)) - STOP) & said
        ]  # fmt: skip


def _is_candidate(slot: Slot) -> bool:
    """Whether a slot is a bare name: other slots may carry titles or say more than a name."""
    bare = slot.name in {"name", "holder"} or slot.name.startswith("place")
    return bare and slot.type in NAMED and not slot.replacements and len(slot.text.split()) <= 5


def with_options(questions: Iterable[Question], pool: Pool, seed: int) -> Iterator[Question]:
    """Give every multiple-choice question its options; one that has not enough is left out."""
    for question in questions:
        if question.form != "multiple-choice":
            yield question
            continue
        dice = random.Random(f"{seed}:{question.id}")
        found = _distractors(question, pool, dice)[: OPTIONS - 1]
        if len(found) >= OPTIONS - 2:
            yield replace(question, distractors=tuple(found), options=_ordered(question, found, dice))


def _distractors(question: Question, pool: Pool, dice: random.Random) -> list[Distractor]:
    slot = next(slot for slot in question.fact.slots if slot.span == question.key_span)
    if slot.type in COUNTED:
        return [Distractor(text, "a number near by") for text in near_numbers(question.key, dice)]
    if slot.type == "time":
        return [Distractor(text, "a date near by") for text in near_dates(question.key, dice)]
    found = pool.like(question)
    dice.shuffle(found)
    length = len(question.key)
    # an option that is much longer or shorter than the others is the odd one out
    found.sort(key=lambda candidate: (abs(len(candidate.text) - length) > 12, candidate.article != question.source.id))
    return [Distractor(candidate.text, candidate.article) for candidate in found]


def _ordered(question: Question, found: list[Distractor], dice: random.Random) -> tuple[str, ...]:
    """Numbers and dates by size, the others shuffled by the seed."""
    options = [question.key, *(distractor.text for distractor in found)]
    numbers = [re.findall(r"\d[\d,.]*", option) for option in options]
    if all(len(parts) == 1 for parts in numbers):
        return tuple(sorted(options, key=lambda text: float(re.sub(r"[^\d.]", "", text).strip(".") or 0)))
    dice.shuffle(options)
    return tuple(options)
