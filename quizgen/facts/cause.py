"""Why: what the text itself names as the cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts.causes import CAUSE_CASES
from quizgen.facts.clauses import Clause
from quizgen.facts.parts import Part
from quizgen.facts.phrases import case_of, noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.told import is_described, told_in
from quizgen.model import Fact

CAUSING = frozenset("cause trigger spark provoke necessitate prompt fuel delay disrupt hamper ignite".split())
SHORTEST = 3  # words of a cause of which something leans
LEFT_OF_CAUSE = frozenset({"mark", "cop", "aux"})  # what stands before a cause that is a predicate
LEADING = {"lead": "to", "result": "in"}


def find_cause(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for what stands behind "because", "due to", "in response to"."""
    for clause in clauses:
        causes = [part for part in (*clause.parts, *clause.dropped) if part.name.startswith("cause")]
        if len(causes) != 1 or clause.verb.negated or _goes_on(causes[0], clause):
            continue
        phrase = causes[0].phrase
        told = told_in(clause.all_parts())
        if not phrase.open or (is_described(clause.scene, phrase.words, told) and len(phrase.words) >= SHORTEST):
            yield state(clause, "cause", ["cause"], [phrase.slot("cause")], without="cause")


def _goes_on(cause: Part, clause: Clause) -> bool:
    """Whether a phrase right behind a cause may belong to it ("resigned amid protests over the murder of Roe")."""
    after = cause.phrase.words[-1].i + 1
    return any(
        part.name.startswith("oblique") and part.phrase.case and part.phrase.words[0].i == after + 1
        for part in clause.parts
    )


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


def find_due(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what something is due to, where the cause is all that is said of it ("appears to be due to the heat")."""
    for clause in clauses:
        said = clause.part("complement") or clause.part("chain")
        if said is None or clause.verb.negated or said is not clause.parts[-1]:
            continue
        head = said.phrase.head
        if case_of(head) in CAUSE_CASES and (said.name == "complement" or any(c.dep_ == "cop" for c in head.children)):
            cause = noun_phrase(scene, head, frozenset(c.i for c in head.children if c.dep_ in LEFT_OF_CAUSE))
            before = [token for token in said.phrase.words if token.i < cause.words[0].i]
            rest = "" if said.name == "complement" else " ".join(token.text for token in before)
            if not cause.open:
                slot = replace(cause.slot("cause"), case="", within=said.name, rest=rest)
                yield state(clause, "cause", ["cause"], [slot])


RULES = (
    Rule("something happened because of something", find_cause),
    Rule("something led to something", find_causing),
    Rule("something is due to something", find_due),
)
