"""Who leads what: heads of states, governments, bodies and missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.offices import offices
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact

LEADING = frozenset("lead head command chair run govern captain direct coach preside".split())


def find_leader(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who holds an office that leads something, where the text names both side by side."""
    for office in offices(scene):
        if office.leads:
            for asked in ("holder", "role"):
                if asked == "role" or office.unique:
                    yield Fact("leadership", office.slots, (asked,), scene.parsed.sentence, "")


def find_leading(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who leads, heads or commands something, or by whom it is led."""
    for clause in clauses:
        if clause.verb.lemma not in LEADING or clause.verb.negated:
            continue
        if clause.verb.passive and clause.part("agent") is not None:
            yield state(clause, "leadership", ["agent"])
        elif not clause.verb.passive and clause.part("object") is not None:
            yield state(clause, "leadership", ["subject"])


RULES = (
    Rule("the leader of something, by name", find_leader),
    Rule("somebody leads something", find_leading),
)
