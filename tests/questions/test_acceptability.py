"""What a question is like, and how likely a teacher keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.model import Question
from quizgen.questions.acceptability import Weights, weights
from quizgen.questions.traits import traits
from tests.questions import build
from tests.questions.build import SOURCE, fact, slot, verb

MET = fact(
    "action",
    verb("signed", "sign"),
    slot("subject", "Norland", "country"),
    slot("object", "a fishing treaty"),
    slot("place", "Lowport", "city", "in"),
    asked="object",
)


def question(**more: object) -> Question:
    """What did Norland sign in Lowport?"""
    return replace(build.question(MET), **more)  # type: ignore[arg-type]


class TestTraits:
    def test_none_stands_twice(self) -> None:
        """Each trait counts once, however many slots show it."""
        found = list(traits(question()))
        assert len(found) == len(set(found))

    def test_they_name_nothing_of_the_world(self) -> None:
        """The same statement of other names and things has the same traits."""
        other = fact(
            "action",
            verb("signed", "sign"),
            slot("subject", "Sudmark", "country"),
            slot("object", "a customs accord"),
            slot("place", "Highton", "city", "in"),
            asked="object",
        )
        assert set(traits(question())) == set(traits(build.question(other)))

    @pytest.mark.parametrize(
        ("title", "trait"),
        [
            ("Storm hits the coast", "key in title<=0"),
            ("Norland signs a fishing treaty", "key in title>0.67"),
        ],
    )
    def test_a_title_that_gives_the_answer_away_is_seen(self, title: str, trait: str) -> None:
        """The context line shows the title, so what it says of the key counts."""
        assert trait in set(traits(question(source=replace(SOURCE, title=title))))

    def test_a_blank_has_its_place_and_neighbours(self) -> None:
        """Of a cloze it counts what stands around the blank."""
        cloze = question(form="cloze", stem="Norland signed _____ and a protocol in Lowport.")
        assert {"form=cloze", "blank at<=0.6", "blank before=word"} <= set(traits(cloze))


class TestProbability:
    def test_only_known_traits_count(self) -> None:
        """Without weights it is even; a weight for a trait moves it by its log-odds."""
        assert Weights(0.0, {"no such trait": 9.0}).probability(question()) == 0.5
        assert Weights(0.0, {"kind=action": 1.0}).probability(question()) == pytest.approx(0.7311, abs=1e-4)

    def test_the_package_prefers_an_answer_that_the_title_keeps_to_itself(self) -> None:
        """The weights that were learnt tell a given-away answer from one that is not."""
        told = question(source=replace(SOURCE, title="Norland signs a fishing treaty"))
        assert weights().probability(told) < weights().probability(question())
