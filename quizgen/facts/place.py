"""Where something happened: a place that is a part of the clause, or that ends another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts import adjuncts
from quizgen.facts.blanks import blanked, name_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.parts import PLACES
from quizgen.facts.rule import Rule
from quizgen.facts.scene import Scene
from quizgen.model import Fact


def find_place(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place that is a part of the clause by itself."""
    yield from adjuncts.own(clauses, "place", "place")


def find_trailing_place(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place at the end of another part ("three more bases in central Iraq")."""
    yield from adjuncts.at_the_end(scene, clauses, "place", "place")


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a place in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "place", name_blanks(scene, PLACES, "place"))


RULES = (
    Rule("something happened in a place", find_place),
    Rule("something in a place", find_trailing_place),
    Rule("a place in a statement", find_blank),
)
