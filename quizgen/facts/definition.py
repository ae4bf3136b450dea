"""What something is, and by what other name it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact

NAMING = frozenset("call name know dub nickname term codename title".split())


def find_definition(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what a named thing is ("Homeopathy is a form of alternative medicine")."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or clause.verb.negated or complement.phrase.open:
            continue
        if complement.phrase.head.pos_ == "NOUN" and not complement.phrase.case:
            yield state(clause, "definition", ["complement"])
            if _is_telling(complement.phrase.wording):
                yield state(clause, "definition", ["subject"])


def _is_telling(wording: str) -> bool:
    """Whether a description is long enough to fit one thing only."""
    return len(wording.split()) >= 6 or " of " in wording


def find_name(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask by what name something is known ("was known as Operation Iron Fist")."""
    for clause in clauses:
        oblique = clause.part("oblique")
        if clause.verb.lemma not in NAMING or not clause.verb.passive or oblique is None:
            continue
        if oblique.phrase.case == "as":
            yield state(clause, "definition", ["oblique"])
            yield state(clause, "definition", ["subject"])


RULES = (
    Rule("something is a thing of some sort", find_definition),
    Rule("something is known by a name", find_name),
)
