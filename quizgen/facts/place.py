"""Where something happened: a place that is a part of the clause, or that ends another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts import adjuncts
from quizgen.facts.blanks import blanked, name_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.events import Event, events
from quizgen.facts.parts import PLACES
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.sorts import of_sort
from quizgen.language.speech import SAYING
from quizgen.model import Fact

KNOWN = 0.9  # confidence in an event that its own words make known


def find_place(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place that is a part of the clause by itself, by its sort where its words say it."""
    for fact in adjuncts.own(clauses, "place", "place"):
        place = fact.slot(fact.answerable[0])
        found = of_sort(place) if place is not None else None
        if found is None:
            yield fact
        else:
            sort, name = found
            slots = (replace(name, rest=sort) if slot is place else slot for slot in fact.slots)
            yield replace(fact, slots=tuple(slots))


def find_trailing_place(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a place at the end of another part ("three more bases in central Iraq")."""
    yield from adjuncts.at_the_end(scene, clauses, "place", "place")


def find_event(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask where an event happened that a noun names ("condemned the attacks in Kabul", "the summit in Lima")."""
    for event in events(scene):
        clause = _about(event, clauses)
        if clause is not None:
            yield clause
        elif event.known:
            place = replace(event.place, within="event", rest=event.wording)
            yield Fact("place", (place,), ("place",), scene.parsed.sentence, "", confidence=KNOWN)


def _about(event: Event, clauses: Sequence[Clause]) -> Fact | None:
    """The event with what its clause says of it: who condemned it, or whom it killed."""
    for clause in clauses:
        if clause.verb.negated or clause.modality or clause.verb.lemma in SAYING or clause.verb.copular:
            continue
        if clause.subject.phrase.head.i == event.head and not event.wording.startswith("the the "):
            place = replace(event.place, within="subject", rest=event.wording)
            return state(clause, "place", ["place"], [place])
        held = clause.part("object")
        if held is not None and held.phrase.head.i == event.head and not clause.verb.passive:
            place = replace(event.place, within="event", rest=event.wording)
            fact = state(clause, "place", ["place"], [place])
            return replace(fact, slots=(fact.slots[0], place))
    return None


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a place in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "place", name_blanks(scene, PLACES, "place"))


RULES = (
    Rule("something happened in a place", find_place),
    Rule("something in a place", find_trailing_place),
    Rule("the attack in a place", find_event),
    Rule("a place in a statement", find_blank),
)
