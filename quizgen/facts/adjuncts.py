"""Times and places, which are asked for alike: as a part of the clause, or at the end of another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.meanings import ANNOUNCING, is_said
from quizgen.facts.nested import trailing
from quizgen.facts.parts import Part
from quizgen.facts.rule import state
from quizgen.facts.scene import Scene
from quizgen.model import Fact

RELATING = frozenset({"since", "after", "before", "until"})  # prepositions of an event that tells a time


def own(clauses: Sequence[Clause], kind: str, name: str) -> Iterator[Fact]:
    """Ask for every part of that name, "time" or "place", of what is stated."""
    for clause in _stated(clauses):
        for part in clause.parts:
            if part.name.startswith(name) and not (name == "time" and _dates_another(clause, part)):
                yield state(clause, kind, [part.name])


def at_the_end(scene: Scene, clauses: Sequence[Clause], kind: str, name: str) -> Iterator[Fact]:
    """Ask for a slot of that name at the end of another part, where the clause has none by itself."""
    for clause in _stated(clauses):
        if clause.part(name) is not None:
            continue
        for part in clause.parts:
            for slot in trailing(scene, part):
                if slot.name == name:
                    yield state(clause, kind, [name], [slot])


def _dates_another(clause: Clause, time: Part) -> bool:
    """Whether a time dates the event right before it, by which the time is told ("since the riots of May in 2020")."""
    before = next((part for part in clause.parts if part.phrase.words[-1].i + 2 == time.phrase.words[0].i), None)
    return before is not None and before.name.startswith("oblique") and before.phrase.case in RELATING


def _stated(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses that tell of a deed: not denied, and no mere "she said"; to announce something is a deed."""
    return (
        clause for clause in clauses
        if not clause.verb.negated and (not is_said(clause) or clause.verb.lemma in ANNOUNCING)
    )  # fmt: skip
