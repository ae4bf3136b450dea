"""Wrong options that a person would choose: same type, same form, not true by anything that is stored."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from quizgen.language.sameness import amount
from quizgen.model import Distractor, EntityType, Fact, Question, Slot
from quizgen.questions.agreement import is_one_name
from quizgen.questions.asked import asked_slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, STOP, words_of
from quizgen.questions.ledger import Ledger
from quizgen.questions.names import is_name, name_key
from quizgen.questions.numbers import in_order, near_dates, near_numbers
from quizgen.questions.regions import neighbours

OPTIONS = 4
FEWEST = 2  # wrong options; with fewer there is no choice
NAMED = frozenset({"person", "organization", "country", "city", "place"})
OFFICES = frozenset({"role", "leadership"})
OFFICE_SLOTS = frozenset({"role", "post"})
LONGEST, LONGEST_OFFICE = 5, 7  # words of a name, of an office
SIMILAR = 12  # letters that an option may be longer or shorter than the key
ALIKE = 0.5  # share of a stem's content words in a sentence from which the sentence may make it true
REMEMBERED = 20  # sentences kept for each name
SHARED = 2  # names in common that make two articles one story
LIKELIEST = 5  # of the places near by, so many are mixed
@dataclass(slots=True)
class Candidate:
    """A name that an article speaks of, and the content words of the sentences that it stands in."""

    name: str
    type: EntityType | Literal["office"]
    article: str
    definite: bool
    said: list[frozenset[str]] = field(default_factory=list)


class Pool:
    """The candidates of all articles of a build, each name once, and what the articles claim."""

    def __init__(self, told: Iterable[Sequence[Fact]], ledger: Ledger) -> None:
        """Take the slots of the facts that could be options in the place of another."""
        self.ledger = ledger
        self.holders: set[str] = set()  # who is said to hold an office, whichever
        self._candidates: dict[str, dict[str, Candidate]] = {}
        self._named: dict[str, set[str]] = defaultdict(set)
        for facts in told:
            for fact in facts:
                self._add(fact)

    def _add(self, fact: Fact) -> None:
        for slot in fact.slots:
            kind = _kind(slot)
            if not _is_candidate(slot, kind):
                continue
            text = " ".join(slot.text.split())
            name, article = re.sub(r"^[Tt]he ", "", text), fact.sentence.article_id
            key = name_key(name)
            fresh = Candidate(name, kind, article, name != text)
            candidate = self._candidates.setdefault(kind, {}).setdefault(key, fresh)
            said = frozenset(words_of(fact.sentence.text)) - STOP
            if said not in candidate.said and len(candidate.said) < REMEMBERED:
                candidate.said.append(said)
            self._named[article].add(key)
            if slot.name == "holder":
                self.holders.add(key)

    def like(self, question: Question) -> list[Candidate]:
        """The candidates of the key's type and form of which nothing stored makes the stem true."""
        kind, key = _kind(asked_slot(question)), " ".join(question.key.split())
        if not _is_option(key, kind):
            return []
        stem = set(words_of(question.stem)) - STOP
        # an office may be of the body that the sentence speaks of; any other name in it belongs to what is asked
        beside = f"{question.fact.sentence.text} {question.context}" if kind != "office" else ""
        near = stem | set(words_of(beside))
        definite = key.lower().startswith("the ")
        return [
            candidate for candidate in self._candidates.get(kind, {}).values()
            if (candidate.definite or not definite) and self.is_related(question.source.id, candidate.article)
            and not is_one_name(candidate.name, key) and not (set(words_of(candidate.name)) - STOP) & near
            and not any(len(stem & said) >= ALIKE * len(stem) for said in candidate.said)
        ]  # fmt: skip

    def is_related(self, one: str, other: str) -> bool:
        """Whether two articles speak of the same: a name out of quite another story would stand out."""
        return one == other or len(self._named[one] & self._named[other]) >= SHARED

    def is_true(self, text: str, question: Question) -> bool:
        """Whether some fact gives this as an answer to the question."""
        claims = self.ledger.related(question.fact, asked_slot(question))
        return any(is_one_name(claim.asked.wording, text) for claim, _ in claims)


def _kind(slot: Slot) -> EntityType | Literal["office"]:
    """What a slot is as an option."""
    return "office" if slot.name in OFFICE_SLOTS else slot.type


def _is_candidate(slot: Slot, kind: str) -> bool:
    """Whether a slot is a name and no more; one out of the middle of a sentence is not sure to be a whole name."""
    return not (slot.replacements or slot.trimmed or slot.within) and _is_option(" ".join(slot.text.split()), kind)


def _is_option(text: str, kind: str) -> bool:
    """Whether a text is a bare name of that type, or the whole of an office."""
    if kind == "office":
        return len(text.split()) <= LONGEST_OFFICE and not re.search(r",| and |[\d/]", text)
    return kind in NAMED and len(text.split()) <= LONGEST and is_name(text, cast("EntityType", kind))


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
    if question.fact.kind not in OFFICES or candidate.type != "person":
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
