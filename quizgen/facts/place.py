"""Where something happened: a place that is a part of the clause, or that ends another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.blanks import blanked, name_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.nested import trailing
from quizgen.facts.parts import PLACES
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.language.speech import SAYING
from quizgen.model import Fact


def find_place(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place that is a part of the clause by itself."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma in SAYING:
            continue
        for part in clause.parts:
            if part.name.startswith("place"):
                yield state(clause, "place", [part.name])


def find_trailing_place(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place at the end of another part ("three more bases in central Iraq")."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma in SAYING or clause.part("place") is not None:
            continue
        for part in clause.parts:
            for slot in trailing(scene, part):
                if slot.name == "place":
                    yield state(clause, "place", ["place"], [slot])


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a place in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "place", name_blanks(scene, PLACES, "place"))


RULES = (
    Rule("something happened in a place", find_place),
    Rule("something in a place", find_trailing_place),
    Rule("a place in a statement", find_blank),
)
