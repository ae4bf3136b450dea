"""Which question word an object takes, and which object can be asked for by itself."""

from __future__ import annotations

import pytest

from quizgen.questions.fluency import is_fluent
from quizgen.questions.question_words import object_word
from tests.questions.build import fact, slot, verb


@pytest.mark.parametrize(("form", "lemma", "word"), [("ordered", "order", "whom"), ("sold", "sell", "what")])
def test_a_body_is_addressed_like_a_person(form: str, lemma: str, word: str) -> None:
    """A court orders somebody to pay; a firm sells something."""
    made = fact(
        "action", verb(form, lemma), slot("subject", "A court in Leeds", "organization"),
        slot("object", "a device maker", "organization"), asked="object",
    )  # fmt: skip
    assert object_word(made.slots[1], made) == word


@pytest.mark.parametrize(("case", "fluent"), [("into", True), ("in", False)])
def test_what_is_turned_into_something_is_not_asked_without_it(case: str, fluent: bool) -> None:
    """ "What did she turn in Leeds?" lost what it became."""
    made = fact(
        "action", verb("turned", "turn"), slot("subject", "Jane Roe", "person"),
        slot("object", "the old mill", "object"), slot("oblique", "a school in Leeds", "object", case), asked="object",
    )  # fmt: skip
    assert is_fluent(f"What did Jane Roe turn {case} a school in Leeds?", made, made.slots[1]) is fluent
