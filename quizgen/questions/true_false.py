"""Statements to be judged: a blank filled with the source's own words, or with others that make it false.

A false half differs from what the source says by one swap of the same type. It is made only where the swap is sure to
make it false: a number that is no bound, a day or year, the place of an event, the one who did what one alone does.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from quizgen.language.days import WEEKDAYS
from quizgen.language.sameness import amount
from quizgen.model import BLANK, Fact, Question, Slot
from quizgen.questions.agreement import ALONE, ONCE
from quizgen.questions.asked import asked_slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, PLACED
from quizgen.questions.claims import SENSES
from quizgen.questions.distractors import wrong_options
from quizgen.questions.fluency import TITLES
from quizgen.questions.pool import Pool
from quizgen.questions.verb_groups import lemma_of

HALF = 0.5  # of the statements are true
LONGEST = 20  # words of a statement that is judged at one reading
# what stands before a blank and makes another number or time as true as the right one
BOUNDED = re.compile(
    rf"\b(?:than|least|most|up to|as (?:many|much|high|low|long|early|late) as|nearly|almost|over|under|within|every|"
    rf"next|last|by|until|before|after|till|first|another) {BLANK}",
    re.IGNORECASE,
)
BOUNDED_NUMBER = re.compile(BOUNDED.pattern.replace("by|", ""), re.IGNORECASE)
# what hangs on a name and would be false of another one as well
HANGING = re.compile(rf"{BLANK}(?:,? (?:who|which|whose|the|an?|his|her|their|its)\b|,|['’]s?\b)")
# what leans on something said before, names a day that nothing dates, or counts what it lists
LEANING = re.compile(
    rf"\b(?:also|either|the (?:last|latest|next|previous))\b|\b(?:{'|'.join(WEEKDAYS)})\b(?! \()"
    r"|^There (?:was|were|is|are)\b",
    re.IGNORECASE,
)
LISTED = re.compile(rf"{BLANK} [^,.]*\b[A-Z][\w-]+ [^.]*\band [A-Z]")
SMALL = 6  # a number that a list of names beside it would tell
OWNED = re.compile(r"\b(?:his|her|himself|herself)\b", re.IGNORECASE)
ONE = frozenset({"one", "1", "a", "an"})
DONE_ALONE = ONCE | ALONE["subject"] | frozenset("buy sell capture host award ban shoot invade publish".split())
HAPPENING = ONCE | frozenset("happen occur take hold meet land arrive stage start".split())


def as_statement(question: Question, pool: Pool, seed: int) -> Question | None:
    """The item with its blank filled, true or false by the seed; None where it could not be made false."""
    if not _is_decided(question):
        return None
    dice, coin = random.Random(f"{seed}:{question.id}"), random.Random(f"{seed}:{question.id}:coin")
    wrong = [option for option in wrong_options(question, pool, dice) if option.text.lower().split()[0] not in ONE]
    if not wrong:
        return None
    if coin.random() < HALF:
        return replace(question, stem=filled(question.stem, question.key), key="True", accepted=())
    swapped = dice.choice(wrong)
    return replace(
        question, stem=filled(question.stem, swapped.text), key="False", correction=question.key,
        distractors=(swapped,), accepted=(),
    )  # fmt: skip


def filled(stem: str, words: str) -> str:
    """A statement with the words in its blank."""
    text = stem.replace(BLANK, words, 1)
    return text[:1].upper() + text[1:]


def reworded(question: Question, stem: str) -> str:
    """Another wording of a statement, with a blank, that says what the question says."""
    own = asked_slot(question)
    return filled(stem, question.distractors[0].text if question.correction else " ".join(own.text.split()))


def _is_decided(question: Question) -> bool:
    """Whether other words in the blank are sure to make a statement false that is easily read."""
    asked, stem = asked_slot(question), question.stem
    if len(stem.split()) > LONGEST or OWNED.search(stem) or LEANING.search(stem):
        return False
    if asked.type in COUNTED:
        said = amount(question.key)
        if said is None or not said.is_point or question.key.lower() in ONE:
            return False
        return not BOUNDED_NUMBER.search(stem) and not ((said.low or 0) <= SMALL and LISTED.search(stem))
    if asked.type == "time" or base_name(asked.name) == "time":
        return not BOUNDED.search(stem)
    if HANGING.search(stem) or TITLES.search(stem):
        return False
    return _is_place_of_event(question.fact, asked) or _is_done_alone(question.fact, asked)


def _is_place_of_event(fact: Fact, asked: Slot) -> bool:
    is_place = base_name(asked.name) == "place" and asked.type in PLACED
    return is_place and fact.verb is not None and lemma_of(fact.verb) in HAPPENING


def _is_done_alone(fact: Fact, asked: Slot) -> bool:
    """Whether the asked one did what only one can have done."""
    if fact.verb is None or asked.within:
        return False
    is_doer = asked.name == "agent" or (asked.name == "subject" and not fact.verb.passive)
    has_other = fact.slot("object" if asked.name == "subject" else "subject") is not None
    lemma = lemma_of(fact.verb)
    return is_doer and has_other and bool({lemma, SENSES.get(lemma)} & DONE_ALONE)
