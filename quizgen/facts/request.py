"""At whose request something happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.causes import ASKING
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
        owner = next((c for c in part.phrase.head.children if c.dep_ == "nmod:poss"), None)
        of = next((c for c in part.phrase.head.children if c.dep_ == "nmod" and c.i > part.phrase.head.i), None)
        asked = owner if owner is not None and owner.tag_ != "PRP$" else of
        mark = frozenset(c.i for c in asked.children if c.tag_ == "POS") if asked is not None else frozenset()
        phrase = noun_phrase(scene, asked, mark) if asked is not None else None
        if phrase is not None and (asked is owner or phrase.case == "of") and not phrase.open:
            slot = phrase.slot("requester", within="request", rest=part.phrase.head.lemma_)
            yield state(clause, "request", ["requester"], [slot])


def find_asking(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who asked somebody to do something."""
    for clause in clauses:
        asked = clause.part("indirect") or clause.part("object")
        if clause.verb.lemma == "call":
            asked = next((p for p in clause.parts if p.name == "oblique" and p.phrase.case in {"on", "upon"}), None)
        if clause.verb.lemma not in ASKING | {"call"} or clause.verb.negated or clause.verb.passive or asked is None:
            continue
        if clause.part("chain") is not None:
            yield state(clause, "request", ["subject"])


RULES = (
    Rule("something happened at the request of somebody", find_requester),
    Rule("somebody asked somebody to do something", find_asking),
)
