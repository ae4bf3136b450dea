"""What several articles state alike."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Question, Source
from quizgen.questions.merge import merge
from tests.questions.build import SOURCE, fact, question, slot, verb

OTHER = Source("a2", "A gale reaches the shore", "a2.txt")
PLACE = slot("place", "Leeds", "city", "in")


def opened(who: str = "Jane Roe", source: Source = SOURCE) -> Question:
    """A question on who opened a school, of one article."""
    school = slot("object", "the harbour school", "object")
    made = fact(
        "action", verb("opened", "open"), slot("subject", who, "person"), school, PLACE, asked="subject"
    )  # fmt: skip
    return question(made, source=source)


class TestMerge:
    def test_a_fact_of_two_articles_is_asked_once(self) -> None:
        """The first question stays and names the other article's sentence as support."""
        (kept,) = merge([opened(), opened(source=OTHER)])
        assert kept.source == SOURCE
        assert [support.source.id for support in kept.support] == ["a2"]

    def test_a_third_article_supports_as_well(self) -> None:
        """Each article counts once."""
        third = replace(OTHER, id="a3")
        (kept,) = merge([opened(), opened(source=OTHER), opened(source=third), opened(source=third)])
        assert [support.source.id for support in kept.support] == ["a2", "a3"]

    def test_contradicting_answers_are_not_asked(self) -> None:
        """One stem under one context line with two answers has no right one."""
        assert merge([opened(), opened("John Doe")]) == ()

    def test_a_context_line_tells_rivals_apart(self) -> None:
        """Where the line names another source, both stay."""
        assert len(merge([opened(), opened("John Doe", OTHER)])) == 2
