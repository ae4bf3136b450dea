"""At whose request something happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact


def find_requester(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who stands behind "at the request of"."""
    for clause in clauses:
        part = clause.part("request")
        if part is None:
            continue
        of = next((c for c in part.phrase.head.children if c.dep_ == "nmod" and c.i > part.phrase.head.i), None)
        phrase = noun_phrase(scene, of) if of is not None else None
        if phrase is not None and phrase.case == "of" and not phrase.open:
            slot = phrase.slot("requester", within="request", rest=part.phrase.head.lemma_)
            yield state(clause, "request", ["requester"], [slot])


RULES = (Rule("something happened at the request of somebody", find_requester),)
