"""What a question is worth asking, if it is sound: what it is about, where it stands, how sure its fact is."""

from __future__ import annotations

import re

from quizgen.model import BLANK, Fact, Slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import STOP, words_of
from quizgen.questions.unclear import EVENTS

# What teachers ask of the news, counted on articles with the key facts that people marked: numbers, days, deeds and
# their objects far more often than who the subject was, which is mostly whom the article is about anyway.
KIND_WEIGHTS = {
    "casualty": 1.0, "figure": 1.0, "date": 0.9, "leadership": 0.85, "role": 0.85, "place": 0.85, "action": 0.9,
    "quotation": 0.8, "cause": 0.9, "purpose": 0.8, "request": 0.85, "definition": 0.85, "acronym": 0.8,
    "membership": 0.85, "affiliation": 0.4,
}  # fmt: skip
SLOT_WEIGHTS = {"subject": 0.6, "object": 0.9, "oblique": 0.8, "name": 0.7, "indirect": 0.7, "place": 0.9}
BLANK_WEIGHTS = {"figure": 1.0, "time": 0.8, "place": 0.5, "name": 0.6}  # of a blank in a whole sentence
TELLING = 5  # content words with which a stem tells what it is about
LEAD = 3  # sentences that open a news article and hold its news
# what is true of some day only
OF_A_DAY = re.compile(
    r"\b(?:since|so far|to date|more|new|last|latest|largest|biggest|controls?|controlled)\b", re.IGNORECASE
)
FROM = re.compile(rf"\bfrom {BLANK}")
COMFORTABLE = (8, 18)  # words of a stem that is read at a glance


def worth_of(fact: Fact, asked: Slot, stem: str, *, dated: bool = True, title: str = "") -> float:
    """A number from 0 to 1.

    `dated` says whether the article's date stands on the card, `title` is what stands above it.
    """
    index = fact.sentence.index
    position = 1.0 if index < LEAD else max(0.75, 0.95 - 0.01 * index)
    words = len(stem.split())
    length = 1.0 if COMFORTABLE[0] <= words <= COMFORTABLE[1] else 0.85
    named = min(len(re.findall(r"(?<!^)\b[A-Z][\w-]+", stem)), 3)
    key = len(asked.text.split())
    short = 1.0 if key <= 5 else 0.9 if key <= 8 else 0.75
    part = (BLANK_WEIGHTS if asked.within == "statement" else SLOT_WEIGHTS).get(base_name(asked.name), 1.0)
    value = KIND_WEIGHTS.get(fact.kind, 0.7) * part * position * length * (0.85 + 0.05 * named) * short
    value *= 0.3 if _is_in_passing(fact, asked, title) else 1.0
    return round(value * fact.confidence * _specificity(fact, asked, stem, dated), 4)


def _is_in_passing(fact: Fact, asked: Slot, title: str) -> bool:
    """Whether a question asks for the age or the employer of somebody who is not the news."""
    holder = fact.slot("holder")
    is_personal = asked.name == "age" or (fact.kind == "affiliation" and asked.name == "side")
    return is_personal and holder is not None and words_of(holder.wording)[-1] not in words_of(title)


def _specificity(fact: Fact, asked: Slot, stem: str, dated: bool) -> float:
    """How well the stem singles out its answer: by content words, by a part besides subject and object, by a time."""
    names = {base_name(slot.name) for slot in fact.slots if not slot.within}
    told = len({word for word in words_of(stem) if word not in STOP})
    value = 1.0 if told >= TELLING or fact.verb is None else 0.85 if told == TELLING - 1 else 0.65
    if fact.verb is not None and not re.search(r"[A-Z0-9]", stem[1:]):
        value *= 0.75  # nothing named
    if base_name(asked.name) == "object" and names <= {"subject", "object"}:
        value *= 0.6  # "What did the firm sell?"
    if base_name(asked.name) == "subject" and not re.search(r"\d", stem):
        value *= 0.75
    passing = fact.kind in {"figure", "casualty", "role", "leadership"} and not re.search(r"\b\d{4}\b", stem)
    if not dated and (passing or OF_A_DAY.search(stem)):
        value *= 0.2  # a number or an office without a day, or a total that still grows, is true of some day only
    if FROM.search(stem):
        value *= 0.4  # where a change ended is the news
    subject = fact.slot("subject")
    if subject is not None and subject is not asked and subject.wording.startswith(("a ", "an ")):
        value *= 0.6 if not re.search(r"(?<!-)\b[A-Z]\w*\b(?!-)", subject.wording) else 1.0  # which one?
    if re.search(rf"\b(?:after|before|during|since) the [A-Z]\w+ {EVENTS}\?$", stem):
        value *= 0.3  # known to who has read the article
    return value
