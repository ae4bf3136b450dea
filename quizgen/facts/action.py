"""Who did what: the subject, the object, and what somebody is to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.blanks import blanked, name_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.nested import act_slot
from quizgen.facts.parts import Part
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.language.speech import SAYING
from quizgen.model import Fact

ACTORS = frozenset({"person", "organization"})
# prepositions of what the verb asks for; the others tell the circumstances
ARGUMENT_CASES = frozenset("with against for from to about into of on as in".split())


def find_actor(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the subject of a verb that has an object or another part that tells the deed apart."""
    for clause in clauses:
        if clause.verb.lemma in SAYING or clause.verb.negated or clause.verb.copular:
            continue
        if any(part.name not in {"manner", "time"} for part in clause.parts):
            yield state(clause, "action", ["subject"])


def find_object(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the object of a verb, or for what an oblique says of it."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma in SAYING:
            continue
        for part in clause.parts:
            is_argument = part.name == "oblique" and part.phrase.case in ARGUMENT_CASES and not _is_amount(part)
            if clause.verb.lemma == "have" and part.phrase.type in {"person", "people"}:
                continue
            if part.name in {"object", "agent", "indirect"} or is_argument:
                yield state(clause, "action", [part.name])


def _is_amount(part: Part) -> bool:
    """Whether a preposition belongs to an amount rather than to the verb ("up to $1 billion", "as many as")."""
    return part.phrase.type in {"number", "money", "percent", "duration", "time"}


def find_plan(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the whole deed behind a verb of planning, asking or granting."""
    for clause in clauses:
        act = act_slot(clause)
        if act is not None and not clause.verb.negated and not clause.verb.copular:
            yield state(clause, "action", ["act"], [act])


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a person's or a body's name in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "action", name_blanks(scene, ACTORS, "name"))


RULES = (
    Rule("somebody does something", find_actor),
    Rule("something is done to something", find_object),
    Rule("somebody is to do something", find_plan),
    Rule("a name in a statement", find_blank),
)
