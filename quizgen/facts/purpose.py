"""What for: the end that somebody had in doing something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact


def find_purpose(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for an infinitive of purpose ("met to discuss the plan")."""
    for clause in clauses:
        purpose = clause.part("purpose")
        if purpose is not None and not clause.verb.negated and clause.verb.lemma != "be":
            yield state(clause, "purpose", ["purpose"])


RULES = (Rule("something is done to reach an end", find_purpose),)
