"""Why: what the text itself names as the cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule, state
from quizgen.facts.saying import is_described
from quizgen.facts.scene import Scene
from quizgen.model import Fact

CAUSING = frozenset("cause trigger spark provoke".split())
SHORTEST = 3  # words of a cause of which something leans
LEADING = {"lead": "to", "result": "in"}


def find_cause(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for what stands behind "because", "due to", "in response to"."""
    for clause in clauses:
        causes = [part for part in (*clause.parts, *clause.dropped) if part.name.startswith("cause")]
        if len(causes) != 1 or clause.verb.negated:
            continue
        phrase = causes[0].phrase
        if not phrase.open or (is_described(clause.scene, phrase.words) and len(phrase.words) >= SHORTEST):
            yield state(clause, "cause", ["cause"], [phrase.slot("cause")], without="cause")


def find_causing(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for what caused something, or led to it."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.copular:
            continue
        cases = {part.phrase.case for part in clause.parts if part.name == "oblique"}
        if clause.verb.lemma in CAUSING and clause.verb.passive and clause.part("agent") is not None:
            yield state(clause, "cause", ["agent"])
        elif (clause.verb.lemma in CAUSING and not clause.verb.passive and clause.part("object") is not None) or (
            not clause.verb.passive and LEADING.get(clause.verb.lemma, "") in cases
        ):
            yield state(clause, "cause", ["subject"])


RULES = (
    Rule("something happened because of something", find_cause),
    Rule("something led to something", find_causing),
)
