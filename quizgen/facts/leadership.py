"""Who leads what: heads of states, governments, bodies and missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.deeds import is_verb, loses_its_clause, named_in_deed
from quizgen.facts.offices import Office, offices
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.tenure import besides, is_current
from quizgen.model import Fact

LEADING = frozenset("lead head command chair run govern captain direct coach preside".split())

LOOSE = frozenset({"run", "direct", "head", "captain", "coach", "command"})


def find_leader(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who holds an office that leads something, and which office somebody holds, where the date is known."""
    if not is_current(scene):
        return  # an office changes hands: without a date the question has no one answer
    for office in _leaders(scene):
        if office.former or office.then or not office.specific:
            continue
        slots = (besides(scene, office), office.role)
        yield Fact("leadership", slots, ("role",), scene.parsed.sentence, "")
        if office.unique and office.full:
            yield Fact("leadership", slots, ("holder",), scene.parsed.sentence, "")


def find_titled(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the name of a leader by what the sentence says that the leader did."""
    for office in _leaders(scene):
        yield from named_in_deed("leadership", office, clauses)


def _leaders(scene: Scene) -> Iterator[Office]:
    return (office for office in offices(scene) if office.leads)


def find_leading(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who leads, heads or commands something, or by whom it is led."""
    for clause in clauses:
        if not is_verb(clause, LEADING) or clause.verb.negated or loses_its_clause(clause) or clause.part("chain"):
            continue
        if clause.verb.lemma in LOOSE and not _leads_a_body(clause):
            continue
        if clause.verb.passive and clause.part("agent") is not None:
            yield state(clause, "leadership", ["agent"])
        elif not clause.verb.passive and clause.part("object") is not None:
            yield state(clause, "leadership", ["subject"])


def _leads_a_body(clause: Clause) -> bool:
    """Whether what is run is an organization or bears a name: one runs a bakery too, and directs traffic."""
    led = clause.subject if clause.verb.passive else clause.part("object")
    return led is not None and (led.phrase.type == "organization" or led.phrase.head.tag_ in {"NNP", "NNPS"})


RULES = (
    Rule("the prime minister who met somebody", find_titled),
    Rule("the leader of something, by name", find_leader),
    Rule("somebody leads something", find_leading),
)
