"""What makes a stem sound beside a fact, and what does not."""

from __future__ import annotations

import pytest

from quizgen.questions.checks import is_alone, is_sound
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


class TestDays:
    @pytest.mark.parametrize(
        ("stem", "alone"),
        [
            ("Where did the flood hit before dawn on Saturday?", False),
            ("Where did the flood hit on Saturday (9 November 2024)?", True),
            ("Where did the flood hit on Saturday, 9 November 2024?", True),
            ("Where is a market held every Saturday?", True),
            ("Which mosque is closed during Friday prayers?", True),
            ("Which shops were open on Black Friday in 2020?", True),
        ],
    )
    def test_a_day_has_its_date(self, stem: str, alone: bool) -> None:
        """A weekday alone is one of many by the time that the card comes up."""
        assert is_alone(stem) is alone
