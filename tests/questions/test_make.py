"""Facts made into questions: ids, keys, what else counts as right, how a value was got."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import BLANK, FORMS, EntityType, Fact, Replacement, Span
from quizgen.questions.make import make_questions, question_id
from quizgen.questions.templates import built_in, parse
from tests.questions.build import SOURCE, day, fact, question, slot, verb

MADE = fact(
    "action", verb("opened", "open"), slot("subject", "Jane Roe", "person"),
    slot("object", "the harbour school", "object"), slot("place", "Leeds", "city", "in"), asked="subject",
)  # fmt: skip
OTHER_WORDS = """[[template]]
id = "other"
kinds = ["action"]
ask = "subject"
forms = ["short-answer"]
stem = "By whose hand, then, {clause}?"
"""


def asking(name: str, made: Fact = MADE) -> Fact:
    """The fact with another slot asked for."""
    return replace(made, answerable=(name,))


class TestIds:
    def test_another_wording_keeps_the_id(self) -> None:
        """A better template updates a card instead of doubling it."""
        (one,) = make_questions([MADE], SOURCE, built_in(), ["short-answer"])
        (two,) = make_questions([MADE], SOURCE, tuple(parse(OTHER_WORDS, "other")), ["short-answer"])
        assert one.stem != two.stem
        assert one.id == two.id

    def test_other_slot_names_and_rules_keep_the_id(self) -> None:
        """What the fact is called does not count, only where it stands."""
        renamed = replace(MADE, rule="another rule", confidence=0.5, kind="casualty")
        assert question(renamed).id == question(MADE).id

    def test_another_answer_has_another_id(self) -> None:
        """Each end of a fact is a card of its own."""
        assert question(asking("object")).id != question(MADE).id

    @pytest.mark.parametrize("form", FORMS)
    def test_each_form_has_its_id(self, form: str) -> None:
        """A cloze and a question on one fact are two cards."""
        ids = {question_id(MADE, MADE.slots[0], one, SOURCE) for one in FORMS}
        assert len(ids) == len(FORMS)
        assert question_id(MADE, MADE.slots[0], form, SOURCE) in ids  # type: ignore[arg-type]

    def test_another_article_has_another_id(self) -> None:
        """The same sentence in two articles is two sources."""
        slot_ = MADE.slots[0]
        other = replace(SOURCE, id="a2")
        assert question_id(MADE, slot_, "cloze", SOURCE) != question_id(MADE, slot_, "cloze", other)

    def test_a_sentence_that_moves_keeps_its_ids(self) -> None:
        """A new first paragraph changes no card of the ones behind it."""
        moved = fact(
            "action", verb("opened", "open"), slot("subject", "Jane Roe", "person"),
            slot("object", "the harbour school", "object"), slot("place", "Leeds", "city", "in"), asked="subject",
            at=300,
        )  # fmt: skip
        assert question(moved).id == question(MADE).id


class TestAnswers:
    def test_the_key_is_the_text(self) -> None:
        """The key is the slot's letters, and its span points at them."""
        made = question(asking("object"))
        assert made.key == "the harbour school"
        assert made.key_span == Span(9, 27)

    @pytest.mark.parametrize(
        ("text", "kind", "accepted"),
        [
            ("the harbour school", "object", "harbour school"),
            ("fourteen", "number", "14"),
            ("14", "number", "fourteen"),
        ],
    )
    def test_other_spellings_count(self, text: str, kind: EntityType, accepted: str) -> None:
        """A name without its article, a number in words or digits."""
        if kind == "number":
            made = fact(
                "figure", verb("left", "leave"), slot("subject", f"{text} troops in France", "people", plural=True),
                slot("figure", text, "number", within="subject", rest="troops in France"), asked="figure",
            )  # fmt: skip
        else:
            made = asking("object")
        assert accepted in question(made).accepted

    def test_a_resolved_day_says_how(self) -> None:
        """Where the article's date settles a day, the card shows both."""
        monday = day("Monday", "2021-02-15", "from the article's date")
        made = fact(
            "date", verb("opened", "open"), slot("subject", "Jane Roe", "person"), slot("object", "the Leeds school"),
            replace(monday, wording="Monday (15 February 2021)"), asked="time",
        )  # fmt: skip
        assert question(made).derived == "Monday → 15 February 2021, from the article's date"

    def test_a_resolved_day_counts_in_full(self) -> None:
        """Who answers with the date instead of the weekday is right, in either order of writing."""
        made = fact(
            "date", verb("opened", "open"), slot("subject", "Jane Roe", "person"), slot("object", "the Leeds school"),
            day("Monday", "2021-02-15", "from the article's date"), asked="time",
        )  # fmt: skip
        assert {"15 February 2021", "February 15, 2021"} <= set(question(made).accepted)

    def test_a_name_counts_without_its_title(self) -> None:
        """Who answers with the name alone is right."""
        titled = replace(MADE.slots[0], text="Prime Minister Jane Roe", wording="Prime Minister Jane Roe")
        made = replace(MADE, slots=(titled, *MADE.slots[1:]))
        assert {"Jane Roe", "Roe"} <= set(question(made).accepted)
        assert "Jane Roe" not in question(MADE).accepted

    def test_a_slot_is_asked_once_a_form(self) -> None:
        """Two facts on one statement make one question."""
        assert len(list(make_questions([MADE, MADE], SOURCE, built_in(), ["short-answer"]))) == 1

    def test_the_key_never_stands_in_the_stem(self) -> None:
        """Neither in a question nor in a statement with a blank."""
        for name in ("subject", "object", "place"):
            for made in make_questions([asking(name)], SOURCE, built_in(), FORMS):
                assert made.key.lower() not in made.stem.lower()
                assert (BLANK in made.stem) == (made.form in {"cloze", "true-false"})


class TestDeeds:
    """What somebody did or is to do may speak of what its question names."""

    @staticmethod
    def deed(name: str) -> Fact:
        """Roe promised to rebuild its harbour; "its" stands for `name`."""
        text = "rebuild its harbour before the winter storms"
        act = slot("act", text, "abstract", within="chain", rest="to do")
        replaced = Replacement(act.span, "its", name, act.span)
        chain = slot("chain", "to rebuild", "abstract")
        return fact(
            "action", verb("promised", "promise"), slot("subject", "Jane Roe", "person"),
            slot("indirect", "Leeds", "city"), chain, replace(act, replacements=(replaced,)), asked="act",
        )  # fmt: skip

    def test_a_deed_may_refer_to_what_its_question_names(self) -> None:
        """The question names Leeds, so "its harbour" is understood."""
        assert question(self.deed("Leeds")).key == "rebuild its harbour before the winter storms"

    def test_a_deed_may_not_refer_to_what_nothing_names(self) -> None:
        """Without Hull in the question, nobody knows whose harbour it is."""
        assert not list(make_questions([self.deed("Hull")], SOURCE, built_in(), ["short-answer"]))
