"""What for: the end that somebody had in doing something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts.causes import is_outcome
from quizgen.facts.clauses import Clause
from quizgen.facts.nested import whole_deed
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.told import told_in
from quizgen.model import Fact

AIMS = frozenset("purpose aim goal objective intention intent task mission job role idea".split())
# verbs whose infinitive says what somebody is to do, or what they have in mind, not what for
ORDERING = frozenset(
    "ask direct order instruct tell remind urge request require train teach invite force allow enable agree intend "
    "wish want plan decide vote expect offer help".split()
)
# what a side does in a match ends in its result: "bowled out the visitors to win by 60 runs"
PLAYING = frozenset("bowl beat defeat knock edge thrash collapse win score draw rally recover remove lose".split())


def find_purpose(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for an infinitive of purpose ("met to discuss the plan")."""
    for clause in clauses:
        purpose = next((part for part in (*clause.parts, *clause.dropped) if part.name == "purpose"), None)
        if purpose is None or clause.verb.negated or clause.verb.lemma == "be" or is_outcome(purpose.phrase.head):
            continue
        if clause.verb.lemma in ORDERING | PLAYING or not purpose.phrase.head.tag_.startswith("V"):
            continue
        deed = whole_deed(scene, purpose.phrase.head, told=told_in(clause.all_parts()))
        if deed is not None:
            yield state(clause, "purpose", ["purpose"], [deed.slot("purpose")], without="purpose")


def find_aim(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the infinitive that a purpose, aim or task is said to be ("the aim of the dam is to …")."""
    for clause in clauses:
        head = clause.predicate
        marks = [c for c in head.children if c.dep_ == "mark" and c.lower_ == "to"]
        if not clause.verb.copular or clause.verb.negated or head.tag_ != "VB" or not marks:
            continue
        if clause.subject.phrase.head.lemma_ not in AIMS:
            continue
        before = frozenset(c.i for c in head.children if c.i < marks[0].i)
        deed = whole_deed(scene, head, before)
        if deed is not None:
            slots = clause.subject.phrase.slot("subject"), deed.slot("purpose")
            yield replace(state(clause, "purpose", ["purpose"]), slots=slots)


RULES = (
    Rule("something is done to reach an end", find_purpose),
    Rule("the purpose of something is to reach an end", find_aim),
)
