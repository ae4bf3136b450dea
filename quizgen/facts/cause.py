"""Why: what the text itself names as the cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact


def find_cause(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for what stands behind "because", "due to", "in response to"."""
    for clause in clauses:
        if clause.part("cause") is not None and not clause.part("cause2"):
            yield state(clause, "cause", ["cause"])


RULES = (Rule("something happened because of something", find_cause),)
