"""Who stands with whom: "aligned with", "affiliated with", "backed by"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact

SIDING = frozenset("align affiliate ally link associate back support sponsor".split())


def find_side(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask with whom or by whom somebody is aligned, affiliated or backed."""
    for clause in clauses:
        if clause.verb.lemma not in SIDING or not clause.verb.passive or clause.verb.negated:
            continue
        for name in ("oblique", "agent"):
            part = clause.part(name)
            if part is not None and part.phrase.case in {"with", "to", "by"}:
                yield state(clause, "affiliation", [name])


RULES = (Rule("somebody is aligned with somebody", find_side),)
