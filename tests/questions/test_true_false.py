"""Statements to be judged: what may be one, and what makes it false."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quizgen.model import EntityType, Fact, Question
from quizgen.questions.ledger import Ledger
from quizgen.questions.make import make_questions
from quizgen.questions.pool import Pool
from quizgen.questions.templates import built_in
from quizgen.questions.true_false import as_statement, filled, reworded
from tests.questions.build import SOURCE, day, fact, question, slot, verb

PEOPLE = ("John Doe", "Ann Lee", "Tom Ray")


def told(name: str, kind: EntityType) -> Fact:
    """A fact of another sentence that names what could be swapped in."""
    return fact("action", verb("painted", "paint"), slot("subject", name, kind), slot("object", "a mural of dolphins"),
                asked="subject", at=500)  # fmt: skip


def pool(*facts: Fact) -> Pool:
    """A pool of some people, and of these facts."""
    known = [*(told(name, "person") for name in PEOPLE), *facts]
    return Pool([known], Ledger([(SOURCE, known)]))


def counted(text: str, kind: EntityType = "number") -> Fact:
    """A fact on how many rockets hit a town."""
    return fact(
        "figure", verb("hit", "hit"), slot("subject", f"{text} rockets", "object", plural=True),
        slot("figure", text, kind, within="subject", rest="rockets"),
        slot("object", "the town of Leeds", "city"), asked="figure",
    )  # fmt: skip


def opened(asked: str, deed: str = "opened", lemma: str = "open") -> Fact:
    """A fact on who opened a school, where and when."""
    return fact(
        "action" if asked == "subject" else "place" if asked == "place" else "date", verb(deed, lemma),
        slot("subject", "Jane Roe", "person"), slot("object", "the Harbour School", "object"),
        slot("place", "Leeds", "city", "in"), day("May 2020", "2020-05", case="in"), asked=asked,
    )  # fmt: skip


def statements(made: Fact, stem: str = "") -> list[Question]:
    """What thirty seeds make of the fact's statement; nothing where it cannot be judged."""
    asked = make_questions([made], SOURCE, built_in(), ["true-false"])
    blanked = [replace(one, stem=stem or one.stem) for one in asked]
    return [one for blank in blanked for seed in range(30) if (one := as_statement(blank, pool(), seed)) is not None]


class TestStatements:
    @pytest.mark.parametrize(
        "made", [counted("14"), counted("fourteen"), opened("time"), opened("place"), opened("subject")],
        ids=["digits", "words", "month", "place", "doer"],
    )  # fmt: skip
    def test_a_true_one_holds_the_key_and_a_false_one_another(self, made: Fact) -> None:
        """A false one is the true one with one swap, and says what the source has instead."""
        key = question(made, "true-false").key
        true, false = (next(one for one in statements(made) if one.key == said) for said in ("True", "False"))
        assert key in true.stem.lower() or key in true.stem
        assert true.correction == ""
        assert key not in false.stem
        assert false.correction == key
        assert false.stem.lower().replace(false.distractors[0].text.lower(), key.lower(), 1) == true.stem.lower()

    def test_the_halves_are_balanced(self) -> None:
        """Over many statements, about as many are true as false."""
        asked = replace(question(opened("time"), "true-false"), id="")
        made = [as_statement(replace(asked, id=str(i)), pool(), 0) for i in range(200)]
        count = Counter(one.key for one in made if one)
        assert 80 <= count["True"] <= 120
        assert count["True"] + count["False"] == 200

    def test_the_seed_and_the_question_decide(self) -> None:
        """One question is the same statement in every build."""
        assert statements(opened("time")) == statements(opened("time"))

    def test_what_the_swap_cannot_make_false_is_none(self) -> None:
        """Bounds, names that others bear as well, and what one of many does."""
        assert statements(counted("at least nine")) == []
        assert statements(counted("one")) == []
        assert statements(opened("subject", "visited", "visit")) == []
        assert statements(opened("place", "visited", "visit")) == []

    @pytest.mark.parametrize(
        "stem",
        [
            "More than _____ rockets hit the town of Leeds.",
            "Up to _____ rockets hit the town of Leeds.",
            "_____ rockets hit the town of Leeds and her harbour.",
            "_____ rockets hit the town of Leeds, " + "the harbour and the hills around it, " * 3 + "and then the sea.",
        ],
    )
    def test_what_is_not_decided_at_one_reading_is_none(self, stem: str) -> None:
        """A number behind a bound, a pronoun of the one who may be swapped, a long sentence."""
        assert statements(counted("14"), stem) == []

    def test_a_title_before_the_blank_stays_with_its_bearer(self) -> None:
        """ "President John Doe" would be false twice over."""
        assert statements(opened("subject"), "President _____ opened the Harbour School in Leeds.") == []
        assert statements(opened("subject"), "_____, who is from Leeds, opened the Harbour School.") == []

    def test_without_another_name_there_is_none(self) -> None:
        """What cannot be made false is not made at all, or all of its kind would be true."""
        empty = Pool([[]], Ledger([]))
        assert as_statement(question(opened("subject"), "true-false"), empty, 0) is None

    def test_other_words_say_the_same(self) -> None:
        """A user's wording is filled with what the statement says, be it true or false."""
        for one in statements(opened("place")):
            own = reworded(one, "The Harbour School was opened in _____.")
            said = one.distractors[0].text if one.correction else "Leeds"
            assert own == f"The Harbour School was opened in {said}."

    def test_a_statement_opens_with_a_capital(self) -> None:
        """Whatever fills the blank."""
        assert filled("_____ rockets hit Leeds.", "fourteen") == "Fourteen rockets hit Leeds."
