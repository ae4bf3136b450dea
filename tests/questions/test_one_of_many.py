"""A list out of which one is asked for."""

from __future__ import annotations

import pytest

from quizgen.model import Span
from quizgen.questions.one_of_many import is_one_of_list, is_one_of_years
from tests.questions.build import slot

LISTED = (
    "Mills in _____, Italy and Luxembourg were closed.",
    "Mills in Spain, _____ and Luxembourg were closed.",
    "Mills in Spain, Italy and the _____ were closed.",
    "Mills in Spain, _____, Italy, and Luxembourg were closed.",
    "The river flooded in 2016, _____ and 2020.",
)
ALONE = (
    "Mills in Spain and _____ were closed.",
    "Jane Roe, the mayor of _____, and Peter Hansen met.",
    "In 2016, _____ was flooded.",
    "A doctor from Husum, _____, said that Leeds was safe.",
)


@pytest.mark.parametrize("stem", LISTED)
def test_a_blank_in_a_list_is_seen(stem: str) -> None:
    """Nobody can say which one of three names or years is missing."""
    assert is_one_of_list(stem)


@pytest.mark.parametrize("stem", ALONE)
def test_a_blank_by_itself_is_no_list(stem: str) -> None:
    """Two names, an aside or a fronted year make no list."""
    assert not is_one_of_list(stem)


@pytest.mark.parametrize(
    ("text", "year", "several"),
    [
        ("It flooded in 2016, 2017 and 2020.", "2016", True),
        ("It flooded in 2016 and in 2020.", "2016", True),
        ("It flooded in 2016, 2017 and 2020.", "2020", True),
        ("In 2016, 300 people fled.", "2016", False),
        ("It flooded in 2016 and burned later.", "2016", False),
    ],
)
def test_one_of_several_years_is_seen(text: str, year: str, several: bool) -> None:
    """A year beside another one is only one of the right answers."""
    start = text.index(year)
    time = slot("time", year, "time", span=Span(start, start + len(year)))
    assert is_one_of_years(time, text, 0) is several
