"""How hard a question is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import DIFFICULTIES, Form, Question, Sentence
from quizgen.questions.difficulty import difficulty_of
from quizgen.questions.selection import select
from tests.questions.build import SOURCE, day, fact, question, slot, verb


def opened(form: Form = "short-answer", index: int = 0) -> Question:
    """A question on who opened a school."""
    made = fact(
        "action", verb("opened", "open"), slot("subject", "Jane Roe", "person"),
        slot("object", "the harbour school", "object"), slot("place", "Leeds", "city", "in"), asked="subject",
    )  # fmt: skip
    sentence = Sentence("a1", index, made.sentence.span, made.sentence.text)
    return replace(question(replace(made, sentence=sentence), form), score=0.8)


class TestDifficulty:
    @pytest.mark.parametrize(
        ("form", "level"),
        [("true-false", "easy"), ("multiple-choice", "easy"), ("cloze", "medium"), ("short-answer", "medium")],
    )
    def test_recognising_is_easier_than_recalling(self, form: Form, level: str) -> None:
        """One fact, four forms."""
        assert difficulty_of(opened(form)) == level

    def test_details_are_hard(self) -> None:
        """An exact date from far down in the article is harder than a name out of its lead."""
        made = fact(
            "date", verb("opened", "open"), slot("subject", "Jane Roe", "person"), slot("object", "the Leeds school"),
            day("3 May 2020", "2020-05-03"), asked="time",
        )  # fmt: skip
        deep = replace(made, sentence=replace(made.sentence, index=12))
        assert difficulty_of(question(deep)) == "hard"

    def test_what_the_title_names_is_easier(self) -> None:
        """Who reads no more than that knows it."""
        hard = opened(index=15)
        easier = replace(hard, source=replace(SOURCE, title="Jane Roe opens a school"))
        assert (difficulty_of(hard), difficulty_of(easier)) == ("hard", "medium")

    @pytest.mark.parametrize("level", DIFFICULTIES)
    def test_only_the_wanted_ones_are_taken(self, level: str) -> None:
        """Of the forms that ask for one thing, the one that is as hard as wanted."""
        asked = [opened(form) for form in ("true-false", "cloze", "short-answer")]
        taken = select(asked, 1000, density=8, difficulty=level)  # type: ignore[arg-type]
        assert all(difficulty_of(one) == level for one in taken)
        assert len(taken) == (level != "hard")
