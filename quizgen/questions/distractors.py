"""Wrong options that a person would choose: same type, same form, not true by anything that is stored."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quizgen.model import Distractor, EntityType, Fact, Question, Slot
from quizgen.questions.asked import asked_slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, STOP, words_of
from quizgen.questions.names import TITLES, is_name, name_key
from quizgen.questions.numbers import in_order, near_dates, near_numbers
from quizgen.questions.regions import neighbours

OPTIONS = 4
FEWEST = 2  # wrong options; with fewer there is no choice
NAMED = frozenset({"person", "organization", "country", "city", "place"})
OFFICES = frozenset({"role", "leadership"})
LONGEST = 5  # words of a name
SIMILAR = 12  # letters that an option may be longer or shorter than the key
ALIKE = 0.5  # share of a stem's content words in a sentence from which the sentence may make it true
REMEMBERED = 20  # sentences kept for each name
@dataclass(slots=True)
class Candidate:
    """A name that an article speaks of, and the content words of the sentences that it stands in."""

    name: str
    type: EntityType
    article: str
    definite: bool
    said: list[frozenset[str]] = field(default_factory=list)


class Pool:
    """The candidates of all articles of a build, each name once."""

    def __init__(self) -> None:
        self._candidates: dict[EntityType, dict[str, Candidate]] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Take the slots of facts that could be options in the place of another."""
        for fact in facts:
            for slot in fact.slots:
                if not _is_candidate(slot):
                    continue
                text = " ".join(slot.text.split())
                name = re.sub(r"^[Tt]he ", "", text)
                fresh = Candidate(name, slot.type, fact.sentence.article_id, name != text)
                candidate = self._candidates.setdefault(slot.type, {}).setdefault(name_key(name), fresh)
                said = frozenset(words_of(fact.sentence.text)) - STOP
                if said not in candidate.said and len(candidate.said) < REMEMBERED:
                    candidate.said.append(said)

    def like(self, question: Question) -> list[Candidate]:
        """The candidates of the key's type and form of which nothing stored makes the stem true."""
        slot = asked_slot(question)
        key = " ".join(question.key.split())
        if slot.type not in NAMED or not is_name(key, slot.type):
            return []
        stem = set(words_of(question.stem)) - STOP
        near = set(words_of(question.fact.sentence.text)) | set(words_of(question.context)) | stem
        definite = key.lower().startswith("the ")
        return [
            candidate for candidate in self._candidates.get(slot.type, {}).values()
            if (candidate.definite or not definite)
            and name_key(candidate.name) != name_key(key) and not (set(words_of(candidate.name)) - STOP) & near
            and not any(len(stem & said) >= ALIKE * len(stem) for said in candidate.said)
        ]  # fmt: skip


def _is_candidate(slot: Slot) -> bool:
    """Whether a slot is a name and no more; one out of the middle of a sentence is not sure to be a whole name."""
    if slot.type not in NAMED or slot.replacements or slot.trimmed or slot.within == "statement":
        return False
    return len(slot.text.split()) <= LONGEST and is_name(" ".join(slot.text.split()), slot.type)


def with_options(questions: Iterable[Question], pool: Pool, seed: int) -> Iterator[Question]:
    """Give every multiple-choice question its options; one that has not enough is left out."""
    for question in questions:
        if question.form != "multiple-choice":
            yield question
            continue
        dice = random.Random(f"{seed}:{question.id}")
        found = _distractors(question, pool, dice)
        if len(found) >= FEWEST:
            yield replace(question, distractors=tuple(found), options=_ordered(question, found, dice))


def _distractors(question: Question, pool: Pool, dice: random.Random) -> list[Distractor]:
    slot = asked_slot(question)
    if slot.type in COUNTED:
        return [Distractor(text, "a number near by") for text in near_numbers(question.key, dice)]
    if base_name(slot.name) == "time" or slot.type == "time":
        known = slot.normalised.value if slot.normalised else ""
        near = near_dates(question.key, dice, known, question.source.published)
        return [Distractor(text, "a date near by") for text in near]
    return _names(question, pool, dice)


def _names(question: Question, pool: Pool, dice: random.Random) -> list[Distractor]:
    """Names of the corpus, the article's own first; for a country or a city, its neighbours where they are too few."""
    found = [candidate for candidate in pool.like(question) if _could_hold(candidate, question)]
    dice.shuffle(found)
    found.sort(key=lambda candidate: candidate.article != question.source.id)
    article = re.match(r"[Tt]he ", question.key)
    offered = [Distractor((article[0] if article else "") + c.name, c.article) for c in found]
    if asked_slot(question).type in {"country", "city"}:
        # what lies near is more likely than what some other article happens to name
        said = set(words_of(f"{question.stem} {question.context} {question.fact.sentence.text}"))
        near = [name for name in neighbours(re.sub(r"^[Tt]he ", "", question.key)) if not set(words_of(name)) & said]
        dice.shuffle(near)
        others = [Distractor(name, "the same region") for name in near]
        offered = [*(d for d in offered if d.origin == question.source.id), *others] if near else offered
    chosen: list[Distractor] = []
    for distractor in offered:
        is_alike = abs(len(distractor.text) - len(question.key)) <= SIMILAR
        if is_alike and all(_differ(distractor.text, other.text) for other in chosen):
            chosen.append(distractor)
    chosen = chosen[: OPTIONS - 1]
    is_longest = all(len(question.key) > 1.4 * len(distractor.text) for distractor in chosen)
    return [] if is_longest else chosen


def _could_hold(candidate: Candidate, question: Question) -> bool:
    """Whether a person can pass for an office's holder: of the same article, and with such an office beside them."""
    if question.fact.kind not in OFFICES or candidate.type != "person":
        return True
    offices = set(words_of(question.stem)) & TITLES
    return candidate.article == question.source.id and any(offices & said for said in candidate.said)


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
