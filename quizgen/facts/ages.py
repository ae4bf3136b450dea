"""How old people are: "Jane Roe, 42,", "the 17-year-old swimmer Ana Costa", "died at the age of 91"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.noun_runs import NameRun, name_runs, name_span, noun_run
from quizgen.facts.scene import Scene
from quizgen.facts.tenure import is_current
from quizgen.language.neighbours import neighbour
from quizgen.model import Slot

if TYPE_CHECKING:
    from quizgen.language.times import TimeExpression

DYING = frozenset({"die", "drown", "perish", "pass"})
KILLING = frozenset("kill murder assassinate shoot stab execute behead".split())
DEATHS = frozenset("death killing murder loss drowning".split())
# where one of these stands, the age may be the one at which somebody died
DEADLY = DYING | KILLING | DEATHS | frozenset("dead late victim body funeral corpse slay slain bury obituary".split())
REACH = 8  # tokens before an age in which "the death of" stands
BRACKETS = frozenset({",", "("})


def ages(scene: Scene, clauses: Sequence[Clause]) -> Iterator[tuple[Slot, Slot]]:
    """The people whose age the sentence gives, each with the age; its `rest` says where it is the one at death.

    An age without a death holds at the article's date, and is left out where that is not known.
    """
    persons = [run for run in name_runs(scene) if run.name.type == "person"]
    for time in scene.times:
        if time.kind != "age":
            continue
        person = _whose(scene, time, persons) or _who_died(scene, time, clauses)
        if person is None:
            continue
        died = _is_at_death(scene, time, person, clauses)
        if died or (is_current(scene) and not any(token.lemma_.lower() in DEADLY for token in scene.words)):
            span = name_span(scene, person)
            holder = Slot("holder", span, scene.parsed.text(span), person.name.text, "person")
            yield holder, _age(scene, time, "death" if died else "")


def _age(scene: Scene, time: TimeExpression, rest: str) -> Slot:
    """The number of years, or all of "six-month-old"."""
    tokens = scene.doc[time.first : time.last + 1]
    numbers = [token for token in tokens if token.like_num]
    if len(numbers) == 1 and not any(token.lower_ in {"month", "week", "day", "hour"} for token in tokens):
        first = last = numbers[0]
    else:
        first, last = tokens[0], tokens[-1]
    span = scene.parsed.span(first, last)
    return Slot("age", span, scene.parsed.text(span), scene.parsed.text(span), "number", rest=rest)


def _whose(scene: Scene, time: TimeExpression, persons: Sequence[NameRun]) -> NameRun | None:
    """The person beside whose name the age stands, or whose description it opens."""
    before = time.first - 1
    behind = next((p for p in persons if p.last == before - 1 and scene.doc[before].text in BRACKETS), None)
    if behind is not None or not scene.doc[time.last].lower_.endswith("old"):
        return behind
    run = noun_run(scene, time.last + 1)
    if run is None or run.first != time.last + 1:
        return None
    start = before - (scene.doc[before].tag_ in {"DT", "PRP$"})
    for person in persons:
        # "Jane Roe, a 42-year-old teacher", "the 42-year-old teacher Jane Roe", "their 9-year-old daughter, Ann,"
        is_beside = person.last == start - 1 and scene.doc[start].text == ","
        is_next = person.first == run.head + 1
        is_daughter = person.first == run.head + 2 and scene.doc[run.head + 1].text == ","
        if is_beside or is_next or is_daughter:
            return person
    return None


def _who_died(scene: Scene, time: TimeExpression, clauses: Sequence[Clause]) -> NameRun | None:
    """The subject of a clause that tells at which age somebody died."""
    for clause in clauses:
        if clause.verb.lemma not in DYING or clause.verb.negated or clause.modality:
            continue
        held = {token.i for part in clause.parts for token in part.phrase.words}
        if time.last in held:
            return _named(scene, clause)
    return None


def _named(scene: Scene, clause: Clause) -> NameRun | None:
    """The name that the subject of a clause is, with nothing joined to it."""
    head = clause.subject.phrase.head
    if any(child.dep_ == "conj" for child in head.children):
        return None
    persons = (run for run in name_runs(scene) if run.name.type == "person")
    return next((run for run in persons if run.first <= head.i <= run.last), None)


def _is_at_death(scene: Scene, time: TimeExpression, person: NameRun, clauses: Sequence[Clause]) -> bool:
    """Whether the person is the one who died: the subject of the dying, or named behind "the death of"."""
    for clause in clauses:
        is_fatal = clause.verb.lemma in DYING or (clause.verb.lemma in KILLING and clause.verb.passive)
        if is_fatal and not clause.verb.negated and not clause.modality:
            named = _named(scene, clause)
            if named is not None and named.name is person.name:
                return True
    opening = list(scene.doc[max(scene.parsed.tokens.start, time.first - REACH) : time.first])
    while opening and not (opening[0].lemma_ in DEATHS and neighbour(opening[0], 1).lower_ == "of"):
        opening.pop(0)
    return bool(opening) and not any(token.pos_ in {"VERB", "AUX"} or token.text == "," for token in opening[1:])
