"""Who was killed or hurt, how many, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause, is_harm
from quizgen.facts.nested import figures
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact


def find_count(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number of people killed or hurt."""
    for clause in clauses:
        if is_harm(clause) and not clause.verb.negated:
            for part in clause.all_parts():
                for slot in figures(scene, part):
                    yield state(clause, "casualty", ["figure"], [slot])


def find_toll(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number to which a death toll has come."""
    for clause in clauses:
        if clause.subject.phrase.head.lemma_ != "toll" or clause.verb.negated:
            continue
        for part in clause.parts:
            if part.phrase.case in {"to", "at", ""}:
                for slot in figures(scene, part):
                    yield state(clause, "casualty", ["figure"], [slot])


def find_victim(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who was killed or hurt, where a name or a description says so rather than a number."""
    for clause in clauses:
        if not is_harm(clause) or clause.verb.negated:
            continue
        victim = clause.subject if clause.verb.passive or clause.verb.lemma in {"die", "perish", "drown"} else None
        victim = victim or clause.part("object")
        if victim is not None and not any(figures(scene, victim)):
            yield state(clause, "casualty", [victim.name])


def find_cause_of_harm(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what or who killed or hurt people."""
    for clause in clauses:
        if is_harm(clause) and not clause.verb.negated and clause.part("object") and not clause.verb.passive:
            yield state(clause, "casualty", ["subject"])


RULES = (
    Rule("so many people were killed", find_count),
    Rule("a death toll rose to so many", find_toll),
    Rule("somebody was killed", find_victim),
    Rule("something killed people", find_cause_of_harm),
)
