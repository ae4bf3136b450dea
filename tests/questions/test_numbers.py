"""Numbers and dates near a given one."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.questions.numbers import in_order, near_dates, near_numbers

DICE = random.Random(7)
TEXTS = [
    "500",
    "at least 28",
    "around 1,200",
    "58,825",
    "1.5 million",
    "49 percent",
    "more than 40",
    "nine",
    "Fourteen",
]


class TestNumbers:
    @pytest.mark.parametrize("text", TEXTS)
    def test_the_words_around_the_number_stay(self, text: str) -> None:
        """Three other numbers, with the hedge and the unit of the given one."""
        found = near_numbers(text, DICE)
        shape = re.sub(r"[\d,.]+", "#", text)
        assert len({text, *found}) == 4
        if shape != text:
            assert {re.sub(r"[\d,.]+", "#", other) for other in found} == {shape}

    @pytest.mark.parametrize(("text", "roundness"), [("500", 100), ("4,000", 1000), ("30", 5), ("200", 50)])
    def test_options_are_as_round_as_the_key(self, text: str, roundness: int) -> None:
        """No 487 beside a 500."""
        assert all(int(other.replace(",", "")) % roundness == 0 for other in near_numbers(text, DICE))

    def test_the_key_is_not_always_the_smallest(self) -> None:
        """Over many questions, the key takes every place among its options."""
        places = {sorted([500, *map(int, near_numbers("500", random.Random(seed)))]).index(500) for seed in range(40)}
        assert places == {0, 1, 2, 3}

    def test_shares_stay_below_a_hundred(self) -> None:
        """No more than a hundred in a hundred."""
        for seed in range(30):
            assert all(float(other.split()[0]) <= 100 for other in near_numbers("96 percent", random.Random(seed)))

    def test_nouns_agree(self) -> None:
        """No "one minutes" beside "two minutes", and no "two year" beside "one year"."""
        assert all("one minutes" not in near_numbers("two minutes", random.Random(seed)) for seed in range(30))
        assert near_numbers("one year", DICE) == []

    @pytest.mark.parametrize("text", ["4,000 to 5,000", "many", "two of three", "half"])
    def test_what_holds_no_single_number_gets_none(self, text: str) -> None:
        """A range or a word has no number near by."""
        assert near_numbers(text, DICE) == []

    @given(st.integers(min_value=1, max_value=10**7), st.integers(min_value=0, max_value=99))
    def test_options_are_positive_and_differ(self, value: int, seed: int) -> None:
        """Every number has three others, none of them below one, and none equal to it."""
        found = near_numbers(f"{value:,}", random.Random(seed))
        assert len({f"{value:,}", *found}) == 4
        assert all(float(other.replace(",", "")) > 0 for other in found)


class TestDates:
    @pytest.mark.parametrize("text", ["July 21, 2016", "15 February 2021", "October 2018", "1989"])
    def test_other_dates_keep_the_form(self, text: str) -> None:
        """Three other dates, written like the given one."""
        found = near_dates(text, DICE)
        assert len({text, *found}) == 4
        assert {re.sub(r"\d+|[A-Z]\w+", "#", other) for other in found} == {re.sub(r"\d+|[A-Z]\w+", "#", text)}

    def test_no_date_lies_after_the_article(self) -> None:
        """What the article tells of had happened when it came out."""
        for seed in range(30):
            for other in near_dates("January 2021", random.Random(seed), latest=date(2021, 2, 16)):
                assert other in {"February 2021"} or other.endswith("2020")
            assert all(int(y) <= 2021 for y in near_dates("2020", random.Random(seed), latest=date(2021, 2, 16)))

    def test_days_exist(self) -> None:
        """The thirty-first is in no month that has thirty days."""
        for seed in range(30):
            others = " ".join(near_dates("31 May 2019", random.Random(seed)))
            assert not re.search("April|June|September|February|November", others)

    def test_a_day_without_a_year_stays_in_its_year(self) -> None:
        """September 24 of an article of October has no January of the next year beside it."""
        for seed in range(30):
            found = near_dates("September 24", random.Random(seed), "2010-09-24", date(2010, 10, 9))
            assert not re.search("November|December|January", " ".join(found))

    @pytest.mark.parametrize("text", ["Monday", "Monday 15 February 2021", "2006 to 2009", "from May to June 2020"])
    def test_weekdays_and_ranges_get_none(self, text: str) -> None:
        """A weekday that does not fit its date would tell the wrong option."""
        assert near_dates(text, DICE) == []


class TestOrder:
    @pytest.mark.parametrize(
        ("options", "ordered"),
        [
            (["500", "90", "1,200"], ("90", "500", "1,200")),
            (["nine", "six", "eleven"], ("six", "nine", "eleven")),
            (["May 2021", "June 2020", "April 2021"], ("June 2020", "April 2021", "May 2021")),
            (["March 3", "January 9", "March 1"], ("January 9", "March 1", "March 3")),
        ],
    )
    def test_numbers_and_dates_are_sorted(self, options: list[str], ordered: tuple[str, ...]) -> None:
        """From the smallest or the earliest up."""
        assert in_order(options) == ordered

    def test_names_have_no_order(self) -> None:
        """Names are left to the dice."""
        assert in_order(["Peru", "Fiji"]) is None
