"""The line above a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import EntityType, Slot, Source
from quizgen.questions.context import context_of, covered
from tests.questions.build import SOURCE, slot


class TestContext:
    def test_it_says_title_publisher_and_date(self) -> None:
        """What the article is about, who brought it and as of when."""
        line = context_of(SOURCE, slot("subject", "Jane Roe", "person"))
        assert line == "Storm hits the coast · The Daily · as of 16 February 2021"

    def test_nothing_is_invented(self) -> None:
        """An article without publisher and date gets neither."""
        bare = Source("a1", "Storm hits the coast", "a1.txt")
        assert context_of(bare, slot("subject", "Jane Roe")) == "Storm hits the coast"

    def test_a_title_that_is_all_answer_is_left_out(self) -> None:
        """Publisher and date stand alone then."""
        named = replace(SOURCE, title="Jane Roe elected")
        assert context_of(named, slot("subject", "Jane Roe", "person")) == "The Daily · as of 16 February 2021"

    @pytest.mark.parametrize(
        ("place", "asked", "shown"),
        [
            ("Lusaka, Zambia", slot("subject", "Jane Roe", "person"), True),
            ("Lusaka, Zambia", slot("place", "Kitwe", "city"), False),
            ("Lusaka, Zambia", slot("subject", "the Lusaka city council", "organization"), False),
            ("The coast", slot("subject", "Jane Roe", "person"), False),
            (None, slot("subject", "Jane Roe", "person"), False),
        ],
    )
    def test_it_says_where_the_news_is_from(self, place: str | None, asked: Slot, shown: bool) -> None:
        """The dateline's place scopes offices and figures; not where a place is asked, or the title says it."""
        line = context_of(replace(SOURCE, place=place), asked)
        where = f"{place} · " if shown else ""
        assert line == f"Storm hits the coast · The Daily · {where}as of 16 February 2021"

    @pytest.mark.parametrize(
        ("title", "answer", "kind", "expected"),
        [
            ("Peru signs the treaty of Leeds", "Peru", "country", "… signs the treaty of Leeds"),
            ("Fans greet Jane Roe in Leeds today", "Jane Roe", "person", "Fans greet … in Leeds today"),
            ("Fans greet Roe in Leeds today", "Minister Jane Roe", "person", "Fans greet … in Leeds today"),
            ("Over 900 rescued off the coast", "over 900", "number", "… rescued off the coast"),
            ("Over 900 rescued off the coast", "200", "number", "Over 900 rescued off the coast"),
            ("Fourteen dead after storm hits coast", "14", "number", "… dead after storm hits coast"),
            ("Storm in the United States kills five people", "the US", "country", "Storm in the … kills five people"),
            (
                "Iodine is short in schools", "Centre for the Study of Iodine and other Trace Elements", "organization",
                "Iodine is short in schools",
            ),
        ],
    )  # fmt: skip
    def test_the_answer_is_covered(self, title: str, answer: str, kind: EntityType, expected: str) -> None:
        """What would give the answer away gives way to an ellipsis; a word in common does not."""
        assert covered(title, slot("subject", answer, kind)) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Harbour chief: the new bridge will open soon", "…: the new bridge will open soon"),
            ("The new bridge may close again: three diplomats", "The new bridge may close again: …"),
            ("Harbour chief says the bridge will open soon", ""),
            ("New bridge opens in the old harbour", "New bridge opens in the old harbour"),
        ],
    )
    def test_a_title_does_not_tell_who_spoke(self, title: str, expected: str) -> None:
        """Whoever asks who said it leaves out what the title says of the speaker."""
        assert covered(title, slot("speaker", "Jane Roe", "person")) == expected
