"""What articles are about, and what several of them share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.model import Article, Block, EntityType, Fact, Span
from quizgen.pipeline import make_quiz
from quizgen.questions.topics import Topics
from quizgen.reading import find, read_all
from tests.questions.build import SOURCE, fact, slot, verb

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def article(title: str, text: str, number: int = 0) -> Article:
    """An article with that title and text."""
    source = replace(SOURCE, id=f"a{number}", title=title)
    return Article(source, text, (Block("paragraph", Span(0, len(text))),))


def named(*names: tuple[str, EntityType]) -> list[Fact]:
    """A fact for each name."""
    return [fact("action", verb("came", "come"), slot("subject", name, kind), asked="subject") for name, kind in names]


class TestArticle:
    def test_a_name_in_the_title_is_a_topic(self) -> None:
        """Others only where the article speaks of them often."""
        topics = Topics()
        text = "Norway and Denmark helped. Norway sent boats, and Norway sent food. The Red Cross came."
        facts = named(("Norway", "country"), ("Denmark", "country"), ("the Red Cross", "organization"))
        topics.add(article("Red Cross opens a camp", text), facts)
        assert topics.of("a0") == ("Red Cross", "Norway")

    def test_a_person_is_counted_by_the_surname(self) -> None:
        """And called by the full name."""
        topics = Topics()
        text = "Jane Roe won. Roe had trained for years. It was a good day for Roe."
        topics.add(article("A day of records", text), named(("Jane Roe", "person")))
        assert topics.of("a0") == ("Jane Roe",)

    def test_us_is_no_country(self) -> None:
        """A pronoun is not taken for the name that it is spelled like, nor a pronoun that opens a sentence."""
        topics = Topics()
        text = "The US said no. Tell us. Tell us now. Show us. It did. It did. It did."
        topics.add(article("They told us all", text), named(("US", "country"), ("It", "organization")))
        assert topics.of("a0") == ()

    def test_a_name_is_said_as_most_articles_say_it(self) -> None:
        """However the article itself spells it."""
        topics = Topics()
        topics.add(article("Nato meets", "Nato met. Nato left. Nato said."), named(("Nato", "organization")))
        topics.add(article("NATO meets again", "NATO met.", 1), named(("NATO", "organization")))
        assert topics.of("a1") == ("Nato",)

    def test_a_title_s_name_may_be_known_from_another_article(self) -> None:
        """Where its own facts do not hold it."""
        topics = Topics()
        topics.add(article("Iraq waits", "Iraq waits."), named(("Iraq", "country")))
        topics.add(article("Iraq’s ministers meet", "The ministers met.", 1), named())
        assert topics.of("a1") == ("Iraq",)


class TestCommon:
    @pytest.mark.parametrize(
        ("titles", "title"),
        [
            (("Nato meets on Iraq", "Iraq asks Nato to stay", "Nato stays"), "Nato and Iraq"),
            (("Iraq waits", "Iraq votes", "Norway wins"), "Iraq"),
            (("Iraq waits", "Norway wins", "Nato meets", "Denmark loses"), ""),
            (("Iraq waits",), ""),
            ((), ""),
        ],
    )
    def test_what_most_articles_are_about_is_the_title(self, titles: tuple[str, ...], title: str) -> None:
        """Two names at most, those of the most articles first; none where they share none, or where there is one."""
        topics = Topics()
        facts = named(("Nato", "organization"), ("Iraq", "country"), ("Norway", "country"), ("Denmark", "country"))
        for number, one in enumerate(titles):
            topics.add(article(one, f"{one}.", number), facts)
        assert topics.common() == title

    def test_the_seeds_have_a_title(self) -> None:
        """Three articles on one matter."""
        read = (one for one in read_all(find([str(SEEDS)])) if isinstance(one, Article))
        quiz = make_quiz(read, "")
        assert quiz.title == "Nato and Iraq"
        assert {question.topics[:2] for question in quiz.questions} == {("Nato", "Iraq")}
