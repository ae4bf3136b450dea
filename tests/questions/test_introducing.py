"""Names that a stem says with what they name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import Fact, Introduction, Span
from quizgen.questions.introducing import with_introductions
from quizgen.questions.make import make_questions
from quizgen.questions.templates import built_in
from tests.questions.build import SOURCE, fact, slot, verb

TRADER = Introduction("Jane Roe", "the trader Jane Roe", Span(90, 96))


def bought(subject: str, introduction: Introduction = TRADER) -> Fact:
    """Somebody bought something."""
    made = fact(
        "action", verb("bought", "buy"), slot("subject", subject, "person"),
        slot("object", "the last harbour school", "object"), slot("place", "Leeds", "city", "in"), asked="object",
    )  # fmt: skip
    return replace(made, introductions=(introduction,))


class TestStems:
    @pytest.mark.parametrize(
        ("subject", "introduction", "said"),
        [
            ("Jane Roe", TRADER, "the trader Jane Roe"),
            ("Jane Roe's sister", TRADER, "the trader Jane Roe's sister"),
            ("friends of Jane Roe", TRADER, "friends of the trader Jane Roe"),
            (
                "Jane Roe",
                Introduction("Jane Roe", "Jane Roe, the head of Acme,", Span(0, 4)),
                "Jane Roe, the head of Acme,",
            ),
            ("coach Jane Roe", TRADER, "coach Jane Roe"),
            ("Jane Roe supporters", TRADER, "Jane Roe supporters"),
            ("the trader who knew Jane Roe", TRADER, "the trader who knew Jane Roe"),
            ("Mary Jane Roebuck", TRADER, "Mary Jane Roebuck"),
        ],
    )
    def test_a_name_is_introduced_where_it_stands_by_itself(
        self, subject: str, introduction: Introduction, said: str
    ) -> None:
        """Not where a title stands before it, another noun goes on with it, or its kind is said already."""
        made = bought(subject, introduction)
        told, _ = with_introductions(made, made.slots[1], SOURCE.title)
        assert told.slots[0].wording == said

    def test_the_replacement_shows_where_the_article_says_so(self) -> None:
        """The letters of the name, what the stem says instead, and where that stands."""
        made = bought("Jane Roe")
        told, _ = with_introductions(made, made.slots[1], SOURCE.title)
        (mention,) = told.slots[0].replacements
        assert (mention.text, mention.span, mention.name) == ("Jane Roe", Span(0, 8), "the trader Jane Roe")
        assert mention.antecedent == TRADER.span

    def test_a_name_that_the_title_says_is_known(self) -> None:
        """The line above the stem introduces it."""
        made = bought("Jane Roe")
        assert with_introductions(made, made.slots[1], "Roe buys a school") == (made, made.slots[1])

    def test_an_introduction_gives_no_answer_away(self) -> None:
        """Who asks for the school does not speak of a school's head."""
        head = Introduction("Jane Roe", "the school head Jane Roe", Span(90, 101))
        made = bought("Jane Roe", head)
        assert with_introductions(made, made.slots[1], SOURCE.title) == (made, made.slots[1])

    def test_what_tells_what_a_name_is_introduces_it_not(self) -> None:
        """A question for an office would answer itself."""
        role = fact(
            "role", None, slot("holder", "Jane Roe", "person"), slot("role", "trader", "abstract"), asked="role"
        )
        told = replace(role, introductions=(TRADER,))
        assert with_introductions(told, told.slots[1], SOURCE.title) == (told, told.slots[1])

    def test_the_answer_stays_the_name_alone(self) -> None:
        """Who is asked for is introduced by nothing."""
        made = replace(bought("Jane Roe"), answerable=("subject",))
        (asked,) = make_questions([made], SOURCE, built_in(), ["short-answer"])
        assert (asked.stem, asked.key) == ("Who bought the last harbour school in Leeds?", "Jane Roe")

    def test_a_question_ends_without_the_comma_of_an_aside(self) -> None:
        """ "…, the head of Acme?" has no comma before its question mark."""
        aside = Introduction("Jane Roe", "Jane Roe, the head of Acme,", Span(90, 101))
        made = fact(
            "action", verb("praised", "praise"), slot("subject", "The city council of Leeds", "organization"),
            slot("object", "Jane Roe", "person"), slot("place", "Brussels", "city", "in"), asked="place",
        )  # fmt: skip
        made = replace(made, kind="place", introductions=(aside,), slots=(made.slots[0], made.slots[1], made.slots[2]))
        (asked,) = make_questions([made], SOURCE, built_in(), ["short-answer"])
        assert "Jane Roe, the head of Acme?" in asked.stem
