"""How much a question is worth asking: what it is about, where it stands, how sure its fact is."""

from __future__ import annotations

import re

from quizgen.model import Fact, Slot

# what people ask of the news: who and how many before where and why (NewsQuizQA: what 45%, who 19%, how many 9%)
KIND_WEIGHTS = {
    "casualty": 1.0, "leadership": 0.95, "figure": 0.95, "role": 0.8, "date": 0.85, "place": 0.85, "action": 0.8,
    "quotation": 0.8, "cause": 0.85, "purpose": 0.75, "request": 0.85, "definition": 0.8, "acronym": 0.7,
    "membership": 0.8, "affiliation": 0.75,
}  # fmt: skip
LEAD = 3  # sentences that open a news article and hold its news
COMFORTABLE = (8, 18)  # words of a stem that is read at a glance


def score_of(fact: Fact, asked: Slot, stem: str) -> float:
    """A number from 0 to 1; questions are chosen from the highest down."""
    index = fact.sentence.index
    position = 1.0 if index < LEAD else max(0.75, 0.95 - 0.01 * index)
    words = len(stem.split())
    length = 1.0 if COMFORTABLE[0] <= words <= COMFORTABLE[1] else 0.85
    named = min(len(re.findall(r"(?<!^)\b[A-Z][\w-]+", stem)), 3)
    key = len(asked.text.split())
    short = 1.0 if key <= 5 else 0.9 if key <= 8 else 0.75
    value = KIND_WEIGHTS.get(fact.kind, 0.7) * position * length * (0.85 + 0.05 * named) * short
    return round(value * fact.confidence, 4)
