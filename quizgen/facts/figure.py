"""How many and how much: a number with what it counts, its hedge and its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.blanks import blanked, number_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.meanings import is_harm
from quizgen.facts.nested import figures
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.language.speech import SAYING
from quizgen.model import Fact

COUNTING = frozenset({"time"})  # a number in a time is no figure


def find_figure(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number in any part of a clause that does not tell of harm done to people."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma in SAYING or is_harm(clause):
            continue
        for part in clause.all_parts():
            if part.name.rstrip("23456789") in COUNTING:
                continue
            for slot in figures(scene, part):
                yield state(clause, "figure", ["figure"], [slot])


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a number in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "figure", number_blanks(scene))


RULES = (Rule("so many of something", find_figure), Rule("a number in a statement", find_blank))
