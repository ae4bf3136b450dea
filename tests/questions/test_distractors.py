"""Wrong options: of the key's type and form, and true by nothing that is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import EntityType, Fact, Question
from quizgen.questions.distractors import with_options
from quizgen.questions.ledger import Ledger
from quizgen.questions.names import is_name, name_key
from quizgen.questions.pool import Pool
from quizgen.questions.regions import neighbours
from tests.questions.build import SOURCE, day, fact, question, slot, verb

PEOPLE = ("John Doe", "Ann Lee", "Tom Ray", "Max Fox")


def told(name: str, kind: EntityType, deed: str = "painted", thing: str = "a mural of dolphins") -> Fact:
    """A fact of another sentence that names a possible option."""
    return fact("action", verb(deed, deed), slot("subject", name, kind), slot("object", thing), asked="subject", at=500)


def stranger(name: str) -> Fact:
    """A fact of an article about something else."""
    return told(name, "person", "sold", "an orchard")


def asked(name: str = "Jane Roe", kind: EntityType = "person") -> Question:
    """A multiple-choice question whose key has that name."""
    made = fact(
        "action", verb("opened", "open"), slot("subject", name, kind), slot("object", "the harbour museum"),
        day("May 2020", "2020-05", case="in"), asked="subject",
    )  # fmt: skip
    return question(made, "multiple-choice")


def options(made: Question, pool: Pool, seed: int = 0) -> tuple[str, ...]:
    """The options that a question gets."""
    return next((q.options for q in with_options([made], pool, seed)), ())


def pool_of(*facts: Fact) -> Pool:
    """A pool of those facts."""
    return Pool([facts], Ledger([(SOURCE, facts)]))


class TestNames:
    def test_a_person_stands_among_persons(self) -> None:
        """Options come from the corpus and are of the key's type."""
        pool = pool_of(
            *(told(name, "person") for name in PEOPLE), told("Peru", "country"), told("Acme", "organization")
        )
        found = options(asked(), pool)
        assert len(found) == 4
        assert set(found) <= {"Jane Roe", *PEOPLE}

    def test_no_option_is_true(self) -> None:
        """Who is said elsewhere to have done the same is no wrong option."""
        pool = pool_of(
            *(told(name, "person") for name in PEOPLE), told("Kim Poe", "person", "opened", "the harbour museum in May")
        )
        for seed in range(20):
            assert "Kim Poe" not in options(asked(), pool, seed)

    def test_two_options_make_no_choice(self) -> None:
        """Without two wrong options the question is left out."""
        assert options(asked(), pool_of(told("John Doe", "person"))) == ()

    @pytest.mark.parametrize(
        "name", ["Mayor John Doe", "Doe", "Group G", "Special Envoy Doe", "Doe's Party", "John Doe and Ann Lee"]
    )
    def test_only_full_personal_names_stand_for_persons(self, name: str) -> None:
        """A title, a surname alone or what is no person would be the odd one out."""
        assert not is_name(name, "person")

    def test_options_share_the_article(self) -> None:
        """With "the" before the key, all have it."""
        bodies = ("the Harbour Union", "the Teachers League", "the Mill Society", "the River Trust")
        pool = pool_of(*(told(name, "organization") for name in bodies), told("Acme", "organization"))
        found = options(asked("the Ferry Board", "organization"), pool)
        assert len(found) == 4
        assert all(option.startswith("the ") for option in found)

    def test_one_country_has_one_option(self) -> None:
        """The US and the United States are one."""
        assert name_key("the US") == name_key("United States") == name_key("USA")

    def test_countries_near_by_fill_the_choice(self) -> None:
        """Where the articles name too few, the region does; none that the question speaks of."""
        made = asked("Iraq", "country")
        found = options(made, pool_of())
        assert len(found) == 4
        assert {"Germany", "Brazil"}.isdisjoint(found)
        assert {d.origin for q in with_options([made], pool_of(), 0) for d in q.distractors} == {"the same region"}

    def test_what_another_article_calls_true_is_no_option(self) -> None:
        """A rival answer that is stored somewhere stays out, however it is worded there."""
        claims = [
            fact("action", verb("opened", "open"), slot("subject", name, "person"), slot("object", "the Leeds Museum"),
                 asked="subject", at=at)
            for name, at in (("Jane Roe", 0), ("Kim Poe", 500))
        ]  # fmt: skip
        facts = [*(told(name, "person") for name in PEOPLE[:2]), claims[1]]
        pool = Pool([facts], Ledger([(SOURCE, claims[:1]), (replace(SOURCE, id="a2"), facts)]))
        made = question(claims[0], "multiple-choice")
        assert all("Kim Poe" not in options(made, pool, seed) for seed in range(20))
        assert pool.is_true("Kim Poe", made)
        assert not pool.is_true("Tom Ray", made)

    def test_a_name_out_of_another_story_is_no_option(self) -> None:
        """Articles that share no two names are of two stories."""
        own = [told(name, "person") for name in PEOPLE[:2]]
        other = [replace(one, sentence=replace(one.sentence, article_id="a2")) for one in map(stranger, PEOPLE[2:])]
        found = options(asked(), Pool([own, other], Ledger([])))
        assert set(found) == {"Jane Roe", *PEOPLE[:2]}

    @pytest.mark.parametrize(
        ("name", "kind", "near", "far"),
        [
            ("Iraq", "country", "Turkey", "Brazil"),
            ("the US", "country", "Canada", "Haiti"),
            ("Leeds", "city", "Sheffield", "Paris"),
            ("Brussels", "city", "Paris", "Lyon"),
        ],
    )
    def test_what_is_near_is_alike(self, name: str, kind: str, near: str, far: str) -> None:
        """Neighbours of a size; beside a capital, capitals."""
        found = neighbours(name.removeprefix("the "), kind)
        assert near in found
        assert far not in found

    def test_an_unknown_place_has_no_neighbours(self) -> None:
        """A village is offered no cities."""
        assert neighbours("Hibhib", "city") == ()

    def test_the_key_takes_every_place(self) -> None:
        """The seed decides where the key stands."""
        pool = pool_of(*(told(name, "person") for name in PEOPLE))
        assert {options(asked(), pool, seed).index("Jane Roe") for seed in range(40)} == {0, 1, 2, 3}

    def test_the_same_seed_gives_the_same_options(self) -> None:
        """Nothing but the seed decides."""
        pool = pool_of(*(told(name, "person") for name in PEOPLE))
        assert options(asked(), pool, 3) == options(asked(), pool, 3)


class TestCounted:
    def test_numbers_are_near_and_sorted(self) -> None:
        """A number stands among numbers of its size, in order."""
        made = fact(
            "figure", verb("left", "leave"), slot("subject", "500 troops", "people", plural=True),
            slot("figure", "500", "number", within="subject", rest="troops"), slot("place", "Leeds", "city", "in"),
            asked="figure",
        )  # fmt: skip
        found = options(question(made, "multiple-choice"), pool_of())
        assert len(found) == 4
        assert list(found) == sorted(found, key=int)

    def test_dates_lie_before_the_article(self) -> None:
        """No option lies after the day on which the article came out."""
        made = fact(
            "date", verb("opened", "open"), slot("subject", "Jane Roe", "person"), slot("object", "the Leeds school"),
            day("2020", "2020", case="in"), asked="time",
        )  # fmt: skip
        for seed in range(20):
            assert all(int(option) <= 2021 for option in options(question(made, "multiple-choice"), pool_of(), seed))

    def test_other_forms_pass(self) -> None:
        """Questions without options go through as they are."""
        made = fact(
            "action", verb("opened", "open"), slot("subject", "Jane Roe", "person"), slot("object", "the Leeds school"),
            asked="subject",
        )  # fmt: skip
        short = question(made)
        assert list(with_options([short], pool_of(), 0)) == [short]
