"""Several processes at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.errors import ReadingError
from quizgen.model import Article
from quizgen.parallel import in_order, useful_jobs
from quizgen.pipeline import Options, Tally, make_quiz
from quizgen.reading import find, read_all

ARTICLES = Path(__file__).parent / "articles"


def square(number: int) -> int:
    """A number times itself."""
    return number * number


def broken(_: int) -> int:
    """Never a number."""
    raise ValueError("broken")


def articles() -> list[Article]:
    """The articles of the tests."""
    return [article for article in read_all(find([str(ARTICLES)])) if not isinstance(article, ReadingError)]


class TestInOrder:
    @pytest.mark.parametrize("jobs", [1, 2, 3])
    def test_results_come_in_the_order_of_the_items(self, jobs: int) -> None:
        """However many processes work, and more items than are taken at once."""
        assert list(in_order(square, iter(range(60)), jobs, int)) == [(i, i * i) for i in range(60)]

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_an_error_is_raised_where_the_results_are_wanted(self, jobs: int) -> None:
        """It does not get lost in a process."""
        with pytest.raises(ValueError, match="broken"):
            list(in_order(broken, range(3), jobs, int))

    def test_a_few_items_are_not_worth_a_process(self) -> None:
        """One process for a few items, and never more than there are cores."""
        assert useful_jobs(0) == useful_jobs(5) == 1
        assert useful_jobs(10**6) == useful_jobs(10**7) >= 1


def test_a_quiz_is_the_same_by_one_process_and_by_two() -> None:
    """Question for question, with the same count of what was seen."""
    tallies = [Tally(), Tally()]
    one, two = (
        make_quiz(articles(), "", Options(jobs=jobs), tally=tally) for jobs, tally in zip((1, 2), tallies, strict=True)
    )
    assert one == two
    assert tallies[0] == tallies[1]
    assert tallies[0].articles == len(articles())
