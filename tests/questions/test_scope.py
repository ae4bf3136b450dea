"""What a card says of where a number counts and of what an office is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quizgen.model import Normalised
from quizgen.questions.scope import countries_in, is_scoped
from tests.questions.build import SOURCE, fact, slot, verb


class TestOffices:
    @pytest.mark.parametrize(
        ("post", "title", "scoped"),
        [
            ("project director", "Storm hits the coast of Mali", False),
            ("President", "Storm hits the coast", False),
            ("President", "Storm hits the coast of Mali", True),
            ("finance minister", "Malian coast hit by a storm", True),
            ("Prime Minister", "Mali and Niger sign a treaty", False),
            ("U.S. Secretary of State", "Storm hits the coast", True),
            ("Mali's President", "Storm hits the coast", True),
            ("president of the land court", "Storm hits the coast", True),
            ("harbour master", "Storm hits the coast", True),
        ],
    )
    def test_an_office_says_of_what(self, post: str, title: str, scoped: bool) -> None:
        """There are many presidents and directors; only one of Mali, which the title may tell."""
        holds = fact("role", None, slot("holder", "Jane Roe", "person"), slot("post", post, "abstract"), asked="post")
        stem = "What office or role did Jane Roe hold in May 2021?"
        assert is_scoped(stem, holds, holds.slots[1], replace(SOURCE, title=title, publisher=None)) is scoped


class TestCounts:
    @pytest.mark.parametrize(
        ("stem", "scoped"),
        [
            ("How many ballots remained to be counted?", False),
            ("How many sailors were rescued by a French destroyer?", False),
            ("How many babies were born in 2024?", False),
            ("How many houses did the storm on the coast destroy?", True),
            ("How many houses did the storm destroy in 2020?", True),
            ("How many ballots remained in Ohio?", True),
            ("How many people in the world have no water?", True),
        ],
    )
    def test_a_number_tells_of_where_it_counts(self, stem: str, scoped: bool) -> None:
        """By a name, by words of the title, by the year: "how many ballots remained" could be any."""
        counts = fact(
            "figure", verb("remained", "remain"), slot("subject", "1,100 ballots", "thing", plural=True),
            slot("figure", "1,100", "number", within="subject", rest="ballots"), asked="figure",
        )  # fmt: skip
        later = replace(counts, sentence=replace(counts.sentence, index=5))
        assert is_scoped(stem, later, later.slots[1], SOURCE) is scoped

    def test_what_opens_the_news_is_what_the_title_tells_of(self) -> None:
        """A count of a later sentence has to tell of what by itself."""
        counts = fact(
            "figure", verb("died", "die"), slot("subject", "40 people", "people", plural=True),
            slot("figure", "40", "number", within="subject", rest="people"), asked="figure",
        )  # fmt: skip
        later = replace(counts, sentence=replace(counts.sentence, index=5))
        assert is_scoped("How many people died when the roof fell?", counts, counts.slots[1], SOURCE)
        assert not is_scoped("How many people died when the roof fell?", later, later.slots[1], SOURCE)

    def test_what_is_true_everywhere_needs_no_place(self) -> None:
        """A disease or another idea without an article is that of the whole world."""
        kills = fact(
            "figure", verb("caused", "cause"), slot("subject", "drug resistance", "abstract"),
            slot("object", "an estimated 1.2 million deaths", "thing", plural=True),
            slot("figure", "1.2 million", "number", within="object", rest="deaths"), asked="figure",
        )  # fmt: skip
        assert is_scoped("How many deaths did drug resistance cause?", kills, kills.slots[2], SOURCE)


def test_a_country_is_told_by_name_or_adjective() -> None:
    """Of two words too, and with what hangs on it."""
    assert countries_in("New Zealand's ministers meet Danish ones") == {"New Zealand", "Danish"}
    assert countries_in("Danish ministers meet", adjectives=False) == frozenset()


class TestDays:
    @pytest.mark.parametrize(
        ("stem", "day", "published", "scoped"),
        [
            ("When did Jane Roe leave Leeds?", "2021-02-16", SOURCE.published, False),  # it stands above the stem
            ("When did Jane Roe leave Leeds?", "2021-02-15", SOURCE.published, True),
            ("When is the Leeds force sent?", "2021-02-15", SOURCE.published, False),  # it was
            ("When is the Leeds fair held?", "2021-03-01", SOURCE.published, True),
            ("When did Jane Roe leave Leeds?", "", None, False),  # of which year, nothing tells
        ],
    )
    def test_a_day_is_neither_told_nor_open(self, stem: str, day: str, published: date | None, scoped: bool) -> None:
        """What the context line says is not asked; nor a past as if it were now; nor a month of no year."""
        when = slot("time", "15 February", "time", normalised=Normalised(day) if day else None)
        leaves = fact("date", verb("left", "leave"), slot("subject", "Jane Roe", "person"), when, asked="time")
        assert is_scoped(stem, leaves, leaves.slots[1], replace(SOURCE, published=published)) is scoped
