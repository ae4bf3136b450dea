"""Other answers that count as right, and those that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import EntityType, Slot
from quizgen.questions.accepted import accepted_for, other_names
from quizgen.questions.names import bare_person
from tests.questions.build import day, fact, slot, verb

ACRONYM = fact("acronym", None, slot("long", "Harbour Workers Union"), slot("short", "HWU"), asked="short")
NAMES = slot("thing", "Popular Front", "organization"), slot("alias", "Hashd", "organization")
ALIAS = fact("definition", None, *NAMES, asked="alias")


def accepted(asked: Slot, kind: str = "action") -> tuple[str, ...]:
    """What counts beside that slot as the subject of a fact, in an article that knows two names by another one."""
    made = fact(kind, verb("opened", "open"), asked, asked=asked.name)
    return accepted_for(made.slots[0], made, other_names([ACRONYM, ALIAS]))


class TestAccepted:
    @pytest.mark.parametrize(
        ("text", "kind", "right"),
        [
            ("NATO Secretary-General Jens Stoltenberg", "person", {"Jens Stoltenberg", "Stoltenberg"}),
            ("Prime Minister Nouri Maliki", "person", {"Nouri Maliki"}),
            ("Maria Lindqvist", "person", {"Lindqvist"}),
            ("only 22", "number", {"22"}),
            ("just 34 percent", "percent", {"34 percent", "34%"}),
            ("HWU", "organization", {"Harbour Workers Union"}),
            ("the Harbour Workers Union", "organization", {"HWU", "Harbour Workers Union"}),
            ("the Popular Front", "organization", {"Hashd"}),
            ("ISIS", "organization", {"ISIL", "Islamic State"}),
            ("the US", "country", {"United States", "USA"}),
            ("fourteen", "number", {"14"}),
            ("5,000", "number", {"5000"}),
            ("around 500", "number", {"500"}),
            ("twelve years", "duration", {"12 years"}),
            ("10 per cent", "percent", {"10%"}),
        ],
    )
    def test_who_answers_so_is_right(self, text: str, kind: EntityType, right: set[str]) -> None:
        """A name without its title, the surname, another name of the article, another writing of a number."""
        assert right <= set(accepted(slot("subject", text, kind)))

    @pytest.mark.parametrize(
        ("text", "kind", "wrong"),
        [
            ("at least nine", "number", "nine"),
            ("more than 500", "number", "500"),
            ("Wong Kwok-hing", "person", "Kwok-hing"),
            ("Wang Jing", "person", "Jing"),
            ("Ahmad ibn Yusuf al-Amin", "person", "al-Amin"),
            ("the Harbour Union", "organization", "HWU"),
            ("fourteen", "number", "fourteen"),
        ],
    )
    def test_who_answers_so_is_not(self, text: str, kind: EntityType, wrong: str) -> None:
        """Half a number's meaning, what may be a first name, another body's letters, the key itself."""
        assert wrong not in accepted(slot("subject", text, kind))

    @pytest.mark.parametrize(
        ("text", "value", "right"),
        [
            ("Monday", "2021-02-15", "15 February 2021"),
            ("15 February", "2021-02-15", "February 15, 2021"),
            ("Monday night", "2021-02-15", "Monday"),
            ("early November 2005", "2005-11", "November 2005"),
            ("May", "2020-05", "May 2020"),
        ],
    )
    def test_times(self, text: str, value: str, right: str) -> None:
        """A weekday's date, a month's year, a time without what qualifies it."""
        assert right in accepted(day(text, value, "from the article's date", name="subject"))

    @pytest.mark.parametrize(
        ("text", "right"), [("a village in northern Iraq", {"a village", "village"}), ("a form of tax", set())]
    )
    def test_a_description_without_its_place(self, text: str, right: set[str]) -> None:
        """What kind of place it is tells its first noun; of what it is a form does not."""
        made = replace(slot("description", text), type="place")
        found = set(accepted(made, "definition"))
        assert right <= found
        assert "a form" not in found

    @pytest.mark.parametrize(
        ("name", "bare"),
        [
            ("Nato Secretary General Jens Stoltenberg", "Jens Stoltenberg"),
            ("Sheikh Abu Omar al-Ansari", "Abu Omar al-Ansari"),
            ("deputy mayor Jane Roe", "Jane Roe"),
            ("Jane Roe", "Jane Roe"),
            ("Prime Minister", "Minister"),
        ],
    )
    def test_a_name_loses_its_titles(self, name: str, bare: str) -> None:
        """Whatever office or body stands before it."""
        assert bare_person(name) == bare
