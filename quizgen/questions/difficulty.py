"""How hard a question is: whether it is recognised or recalled, how much is to be recalled, how prominent it is.

Choosing is easier than filling a blank, and that than answering freely; what headline and lead tell of is known best;
exact numbers, long answers and reasons are the hardest to bring back (Haladyna, Downing and Rodriguez 2002 on formats).
"""

from __future__ import annotations

import re

from quizgen.model import Difficulty, Form, Question
from quizgen.questions.asked import answer_of, asked_slot
from quizgen.questions.checks import COUNTED, STOP, words_of
from quizgen.questions.score import LEAD

RECALL: dict[Form, float] = {"true-false": 0.0, "multiple-choice": 0.15, "cloze": 0.4, "short-answer": 0.5}
EASY, HARD = 0.35, 0.6  # up to the one, and from the other on
DEEP = 15  # sentences into an article, where its details stand
REASONS = frozenset({"cause", "purpose", "definition", "request"})


def difficulty_of(question: Question) -> Difficulty:
    """Easy, medium or hard."""
    value = RECALL[question.form] + _detail(question) - _prominence(question)
    return "easy" if value <= EASY else "hard" if value >= HARD else "medium"


def _detail(question: Question) -> float:
    """How much is to be recalled: many words, many digits, a reason, something far down in the article."""
    asked, words = asked_slot(question), len(answer_of(question))
    digits = len(re.findall(r"\d", asked.text))
    exact = 0.15 if digits >= 3 and (asked.type in COUNTED or asked.type == "time") else 0.0
    reason = 0.1 if question.fact.kind in REASONS else 0.0
    depth = min(question.fact.sentence.index, DEEP) / DEEP
    return exact + reason + 0.03 * min(max(words - 2, 0), 5) + 0.15 * depth


def _prominence(question: Question) -> float:
    """How well known the answer is to who read the article: named in its title, or told in its lead."""
    key = {word for word in answer_of(question) if word not in STOP}
    titled = bool(key) and key <= set(words_of(question.source.title))
    return (0.15 if titled else 0.0) + (0.05 if question.fact.sentence.index < LEAD else 0.0)
