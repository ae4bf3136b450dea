"""What makes a stem sound beside a fact, and what does not."""

from __future__ import annotations

import pytest

from quizgen.questions.checks import is_sound
from tests.questions.build import fact, slot, verb


class TestYearOfTheKey:
    @pytest.mark.parametrize(
        ("stem", "sound"),
        [
            ("When was Jane Roe appointed to lead the 2007 campaign in Leeds?", False),
            ("When was Jane Roe appointed to lead the campaign in Leeds?", True),
        ],
    )
    def test_a_stem_does_not_say_the_year_that_it_asks_for(self, stem: str, sound: bool) -> None:
        """A name with the year in it gives the time away."""
        appointed = fact(
            "date",
            verb("was appointed", "appoint"),
            slot("subject", "Jane Roe", "person"),
            slot("time", "February 2007", "time", "in"),
            asked="time",
        )
        assert is_sound(stem, appointed, appointed.slots[1]) is sound


class TestBareOffice:
    @pytest.mark.parametrize(
        ("post", "sound"), [("President", False), ("project director", False), ("Mali's President", True)]
    )
    def test_an_office_says_of_what(self, post: str, sound: bool) -> None:
        """There are many presidents and directors; only one of Mali."""
        holds = fact("role", None, slot("holder", "Jane Roe", "person"), slot("post", post, "abstract"), asked="post")
        assert is_sound("What office or role did Jane Roe hold in May 2021?", holds, holds.slots[1]) is sound
