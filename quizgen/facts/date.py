"""When something happened: a day, month or year that the text states, or that the article's date settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts import adjuncts
from quizgen.facts.blanks import blanked, time_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.meanings import is_said
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.stretches import with_case
from quizgen.model import Fact

EVENTS = frozenset({"event", "abstract"})
SHORTEST_EVENT = 2  # words of an event that tells a time


def find_time(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a time that is a part of the clause by itself."""
    yield from adjuncts.own(clauses, "date", "time")


def find_trailing_time(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a time at the end of another part ("a mission in Baghdad since October 2018")."""
    yield from adjuncts.at_the_end(scene, clauses, "date", "time")


def find_length(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask how long something takes or lasts."""
    for clause in clauses:
        held = clause.part("object")
        if held is None or held.phrase.type != "duration" or clause.verb.negated or clause.verb.passive:
            continue
        if clause.verb.lemma in {"take", "last"}:
            yield state(clause, "date", ["time"], [held.phrase.slot("time", within="object", rest="")])


def find_condition(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a clause that says when ("once the pandemic is over", "until the talks end")."""
    for clause in clauses:
        condition = clause.part("condition")
        if condition is None or clause.verb.negated:
            continue
        if condition.phrase.words[0].lower_ in {"once", "until", "before", "after", "when"}:
            yield state(clause, "date", ["condition"])


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a time in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "date", time_blanks(scene))


def find_relative(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for an event by which the time is told ("shortly before her death", "after the fall of Mosul")."""
    for clause in clauses:
        if clause.verb.negated or clause.part("time") or clause.part("condition") or is_said(clause):
            continue
        for part in clause.parts:
            phrase = part.phrase
            is_event = phrase.type in EVENTS and not phrase.plural and len(phrase.words) >= SHORTEST_EVENT
            is_told = phrase.case.split(" ")[-1] in {"before", "after", "during"}
            if part.name.startswith("oblique") and is_told and is_event:
                slot = with_case(clause.scene, phrase).slot("condition")
                yield state(clause, "date", ["condition"], [slot], without=part.name)


RULES = (
    Rule("something happened on a day", find_time),
    Rule("something that has been so since a day", find_trailing_time),
    Rule("something takes so long", find_length),
    Rule("something happens once something else has", find_condition),
    Rule("something happened before or after an event", find_relative),
    Rule("a time in a statement", find_blank),
)
