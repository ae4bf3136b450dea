"""Title, author and date out of the text."""

from datetime import date

import pytest

from quizgen.reading.dates import full_dates, is_dateline
from tests.reading.conftest import Reader

LONG = "The river rose by two metres overnight, and the town was cut off from the coast."


class TestPublished:
    def test_dateline(self, reading: Reader) -> None:
        """A dateline with a full date gives the day, inferred; the earliest where it tells of an update."""
        source = reading(f"Flood\n\nPublished 3 May 2019 | Updated 4 May 2019\n\n{LONG}").source
        assert (source.published, source.published_basis) == (date(2019, 5, 3), "inferred")

    def test_dateline_before_words(self, reading: Reader) -> None:
        """So does a dateline before a paragraph's first words, if it has a year."""
        assert reading(f"Flood\n\nPARIS, May 3, 2019 (AFP) - {LONG}").source.published == date(2019, 5, 3)
        assert reading(f"Flood\n\nPARIS, May 3 (AFP) - {LONG}").source.published is None

    def test_caption(self, reading: Reader) -> None:
        """A caption's full date gives the day where nothing else does."""
        assert reading(f"Flood\n\nPhoto: The bridge on 3 May 2019.\n\n{LONG}").source.published == date(2019, 5, 3)
        both = f"Flood\n\n4 May 2019\n\nPhoto: The bridge on 3 May 2019.\n\n{LONG}"
        assert reading(both).source.published == date(2019, 5, 4)

    @pytest.mark.parametrize(
        "text",
        [
            f"Flood\n\nPhoto: The bridge on 3 May 2019.\n\n{LONG} It was built by August 2019 and rebuilt later.",
            f"Flood\n\nPhoto: The bridge on 3 May 2019.\n\n{LONG} It fell on 6 July 2020.",
            f"Flood\n\nPhoto: The bridge on 3 May 2019.\n\n{LONG}\n\nPhoto: The town on 9 May 2012.\n\n{LONG}",
            f"Flood\n\nFILE PHOTO: The bridge on 3 May 2019. REUTERS/Jane Doe\n\n{LONG}",
            f"Flood\n\nFILE PHOTO: The bridge on 3 May 2019. REUTERS/Jane Doe\n\n{LONG} It fell on Tuesday.",
            f"Flood\n\nPhoto: The bridge in May 2019.\n\n{LONG}",
            f"Flood\n\n{LONG} It fell on 3 May 2019.",
        ],
    )
    def test_doubtful(self, reading: Reader, text: str) -> None:
        """A caption that something contradicts, an old picture and a date in the running text date no article."""
        source = reading(text).source
        assert (source.published, source.published_basis) == (None, None)

    def test_old_picture_that_fits(self, reading: Reader) -> None:
        """An old picture's day is taken if the running text speaks of the same day of the week."""
        text = f"Flood\n\nFILE PHOTO: The bridge on 3 May 2019. REUTERS/Jane Doe\n\n{LONG} It fell on Friday."
        assert reading(text).source.published == date(2019, 5, 3)


class TestPlace:
    @pytest.mark.parametrize(
        ("dateline", "place"),
        [
            ("PARIS, May 3, 2019 (AFP) -", "Paris"),
            ("PORT SUDAN, Sudan, Jan 23, 2025 -", "Port Sudan, Sudan"),
            ("RIO DE JANEIRO —", "Rio de Janeiro"),
            ("LILLE (March 6, 2025) —", "Lille"),
            ("N'DJAMENA/KING'S LYNN, Monday --", "N'Djamena/King's Lynn"),
            ("BOGOTÁ, Colombia (AFP) —", "Bogotá, Colombia"),
            ("Springfield, Illinois, United States -", "Springfield, Illinois, United States"),
            ("*LILLE/LENS –*", "Lille/Lens"),
            ("Port Louis:", "Port Louis"),
            ("(Reuters) -", None),
            ("Friday, May 8, 2009", None),
        ],
    )
    def test_a_dateline_says_where(self, reading: Reader, dateline: str, place: str | None) -> None:
        """The place before the day and the agency is kept, its capitals taken down; a day alone is no place."""
        assert reading(f"Flood\n\n{dateline} {LONG}").source.place == place

    def test_staff_and_place_stand_over_the_text(self, reading: Reader) -> None:
        """A desk is no headline, and a place with a full date is a dateline."""
        source = reading(f"Flood cuts off the coast\n\nStaff Correspondent\nLille, Sept 14, 2023\n\n{LONG}").source
        assert (source.title, source.place) == ("Flood cuts off the coast", "Lille")
        assert source.published == date(2023, 9, 14)

    def test_a_line_of_its_own_says_no_place(self, reading: Reader) -> None:
        """When something was posted is no place."""
        assert reading(f"Flood\n\nPublished 3 May 2019 | Updated 4 May 2019\n\n{LONG}").source.place is None


class TestDates:
    @pytest.mark.parametrize(
        ("line", "days"),
        [
            ("on May 8, 2009 and Feb. 3rd, 2010", [date(2009, 5, 8), date(2010, 2, 3)]),
            ("8 May 2009, 1st of June 2010", [date(2009, 5, 8), date(2010, 6, 1)]),
            ("2009-05-08 and 2009/5/8 and 25.12.2009", [date(2009, 5, 8), date(2009, 5, 8), date(2009, 12, 25)]),
            ("03/04/2021", []),
            ("30 February 2021, 2021-13-01, May 2021, 8 May", []),
            ("5 May 20211", []),
        ],
    )
    def test_full_dates(self, line: str, days: list[date]) -> None:
        """Only a day with month and year counts, and only one that the calendar has."""
        assert [found.date for found in full_dates(line)] == days

    @pytest.mark.parametrize("line", ["May", "Updated", "On May 8, 2009, it rained", "2009", ""])
    def test_no_dateline(self, line: str) -> None:
        """A line with other words, or without a day, is no dateline."""
        assert not is_dateline(line)


class TestOthers:
    @pytest.mark.parametrize(
        ("byline", "names"),
        [
            ("By Jane Doe and John Roe in Cairo", "Jane Doe and John Roe"),
            ("By Jane Doe, health editor", "Jane Doe"),
            ("By Jane Doe | Example Post", "Jane Doe"),
            ("By Jane Doe, 11 May 2023", "Jane Doe"),
            ("By Jane Doe, May 11, 2023", "Jane Doe"),
        ],
    )
    def test_author(self, reading: Reader, byline: str, names: str) -> None:
        """The author is whom the byline names, without place and post."""
        assert reading(f"Flood\n\n{byline}\n\n{LONG}").source.author == names

    def test_not_invented(self, reading: Reader) -> None:
        """What the text does not state is None, even where an agency is named."""
        source = reading(f"Flood\n\nPARIS (Reuters) - {LONG}").source
        assert (source.publisher, source.url, source.author, source.published) == (None, None, None, None)
