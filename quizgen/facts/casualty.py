"""Who was killed or hurt, how many, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.meanings import LEFT, is_harm
from quizgen.facts.nested import figures
from quizgen.facts.occasion import clause_above, occasion
from quizgen.facts.parts import Part
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.stretches import stretch
from quizgen.facts.verbs import HARM, lemma_of, participle_passive
from quizgen.model import Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token


def find_harmed_in_tail(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for those killed or hurt in a participial tail ("…, injuring nine others"), by the event that it ends."""
    for token in scene.words:
        above = clause_above(token, clauses) if token.tag_ == "VBG" and _harms(token) else None
        held = next((c for c in token.children if c.dep_ == "obj"), None)
        event = occasion(above) if above is not None else None
        if above is not None and held is not None and event is not None:
            yield from _harmed(scene, token, Part("subject", noun_phrase(scene, held), held.i), above, event)


def _harms(token: Token) -> bool:
    """Whether a participle tells of harm: "killing ten", "leaving ten dead"."""
    lemma = lemma_of(token)
    return lemma in HARM or (lemma == "leave" and any(c.dep_ == "xcomp" and c.lower_ in LEFT for c in token.children))


def _harmed(scene: Scene, token: Token, victims: Part, above: Clause, event: Slot) -> Iterator[Fact]:
    """Those who were harmed, as a number or by name, with the event as the occasion."""
    counts = [replace(slot, rest=_people(slot.rest)) for slot in figures(scene, victims)]
    if victims.phrase.open and not counts:
        return
    whole = victims.phrase.slot("subject")
    whole = replace(whole, plural=whole.plural or bool(counts))
    verb = participle_passive(scene, token, plural=whole.plural)
    left = [stretch(scene, c).slot("chain") for c in token.children if c.dep_ == "xcomp"]
    for asked in counts or [whole]:
        yield Fact(
            "casualty", tuple(dict.fromkeys((whole, *left, event, asked))), (asked.name,), scene.parsed.sentence, "",
            verb, attribution=above.speaker, confidence=above.confidence,
        )  # fmt: skip


def _people(counted: str) -> str:
    """What is counted, by itself: "nine others" and "nine" are nine people."""
    return "people" if counted in {"", "others", "other", "persons"} else counted


def find_count(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number of people killed or hurt."""
    for clause in clauses:
        if is_harm(clause) and not clause.verb.negated:
            for part in clause.all_parts():
                for slot in figures(scene, part):
                    yield state(clause, "casualty", ["figure"], [replace(slot, rest=slot.rest or "people")])


def find_toll(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number to which a death toll has come."""
    for clause in clauses:
        if clause.subject.phrase.head.lemma_ != "toll" or clause.verb.negated:
            continue
        for part in clause.parts:
            if part.phrase.case in {"to", "at", ""}:
                for slot in figures(scene, part):
                    yield state(clause, "casualty", ["figure"], [slot])


def find_victim(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who was killed or hurt, where a name or a description says so rather than a number."""
    for clause in clauses:
        if not is_harm(clause) or clause.verb.negated:
            continue
        victim = clause.subject if clause.verb.passive or clause.verb.lemma in {"die", "perish", "drown"} else None
        victim = victim or clause.part("object")
        if victim is not None and not any(figures(scene, victim)):
            yield state(clause, "casualty", [victim.name])


def find_cause_of_harm(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what or who killed or hurt people."""
    for clause in clauses:
        if is_harm(clause) and not clause.verb.negated and clause.part("object") and not clause.verb.passive:
            yield state(clause, "casualty", ["subject"])


RULES = (
    Rule("something happened, killing so many people", find_harmed_in_tail),
    Rule("so many people were killed", find_count),
    Rule("a death toll rose to so many", find_toll),
    Rule("somebody was killed", find_victim),
    Rule("something killed people", find_cause_of_harm),
)
