"""The slot that a question asks for."""

from __future__ import annotations

from quizgen.model import Question, Slot
from quizgen.questions.checks import words_of


def asked_slot(question: Question) -> Slot:
    """The slot that is the question's answer."""
    found = [slot for slot in question.fact.slots if slot.span == question.key_span]
    return next((slot for slot in found if slot.name in question.fact.answerable), found[0])


def answer_of(question: Question) -> tuple[str, ...]:
    """The words of the source that answer the question, or decide whether it is true."""
    return words_of(asked_slot(question).text if question.form == "true-false" else question.key)
