"""Who stands with whom: "aligned with", "Iran-backed", "a researcher at the university", "an ally of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.deeds import is_verb
from quizgen.facts.noun_runs import (
    NameRun,
    NounRun,
    behind_brackets,
    is_and_next,
    is_closed,
    is_person,
    name_runs,
    name_span,
    noun_run,
    stop,
    words,
)  # fmt: skip
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.language import gazetteer
from quizgen.language.inflection import inflections
from quizgen.model import Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SIDING = frozenset("align affiliate ally link associate back support sponsor fund".split())
SIDE_NOUNS = frozenset("ally partner supporter rival affiliate opponent enemy backer neighbour neighbor".split())
# participles behind a name and a hyphen: what the name does to the thing
DOING = frozenset(
    "led backed run owned funded supported controlled sponsored financed organised organized ruled administered built "
    "occupied trained brokered mediated drafted designed developed founded".split()
)
WORKING = frozenset({"of", "from", "at", "with", "for"})
COUNTRIES = frozenset({"country"})


def find_side(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask with whom or by whom somebody is aligned, affiliated or backed."""
    for clause in clauses:
        if not is_verb(clause, SIDING) or not clause.verb.passive or clause.verb.negated:
            continue
        for name in ("oblique", "agent"):
            part = clause.part(name)
            if part is not None and part.phrase.case in {"with", "to", "by"}:
                yield state(clause, "affiliation", [name])


def find_ally(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of whom somebody is an ally, a rival or a neighbour ("is a close ally of the president")."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or complement.phrase.head.lemma_ not in SIDE_NOUNS or clause.verb.negated:
            continue
        side = next((c for c in complement.phrase.head.children if c.dep_ == "nmod" and c.i > c.head.i), None)
        phrase = noun_phrase(scene, side) if side is not None else None
        if phrase is not None and not phrase.open and phrase.case == "of":
            before = [t for t in complement.phrase.words if t.i <= complement.phrase.head.i]
            slot = phrase.slot("side", within="complement", rest=say(scene, before)[0])
            yield state(clause, "affiliation", ["side"], [slot])


def find_maker(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who leads, backs or owns something, where a name says so before a hyphen ("Iran-backed")."""
    for name in name_runs(scene):
        hyphen = name.last + 1
        if hyphen + 2 >= scene.end or scene.doc[hyphen].text not in {"-", "–"} or scene.doc[hyphen].whitespace_:
            continue
        doing, thing = scene.doc[hyphen + 1], noun_run(scene, hyphen + 2)
        if thing is None or doing.lower_ not in DOING or name.name.type not in {"country", "organization", "person"}:
            continue
        rest = _known_thing(scene, thing)
        if rest is None:
            continue
        span = name_span(scene, name)
        verb = (inflections(_lemma(doing), "VBD") or (doing.lower_,))[0]
        maker = Slot("maker", span, scene.parsed.text(span), name.name.wording, name.name.type, rest=verb)
        yield Fact("affiliation", (maker, rest), ("maker",), scene.parsed.sentence, "", confidence=0.85)


def _lemma(doing: Token) -> str:
    return {"led": "lead", "run": "run", "built": "build"}.get(doing.lower_, doing.lemma_)


def _known_thing(scene: Scene, thing: NounRun) -> Slot | None:
    """What is led or backed, where its words say which one: they hold a name, or tell a thing of one place."""
    wording, replaced, is_open = say(scene, words(scene, thing.first, thing.last))
    named = any(scene.cast.name_at(scene.doc[i]) is not None for i in range(thing.first, thing.last + 1))
    if is_open or replaced or not named or scene.doc[thing.head].tag_ == "NNS":
        return None
    span = scene.parsed.span(scene.doc[thing.first], scene.doc[thing.last])
    name = scene.cast.name_at(scene.doc[thing.first])
    if name is not None and thing.first == thing.last - len(name.text.split()) + 1:
        wording = name.wording
    elif name is None or thing.linked <= thing.last or thing.head > thing.first:
        wording = f"the {wording}"
    return Slot("thing", span, scene.parsed.text(span), wording)


def find_base(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask where a named thing has its seat ("the Dubai-based airline Emirates")."""
    for place in name_runs(scene):
        hyphen = place.last + 1
        if hyphen + 2 >= scene.end or scene.doc[hyphen].text != "-" or scene.doc[hyphen + 1].lower_ != "based":
            continue
        if place.name.type not in {"city", "country", "place"}:
            continue
        named = _next_name(scene, hyphen + 2)
        if named is not None:
            span, held = name_span(scene, place), name_span(scene, named)
            side = Slot("place", span, scene.parsed.text(span), place.name.wording, place.name.type)
            thing = Slot("thing", held, scene.parsed.text(held), named.name.wording, named.name.type)
            yield Fact("affiliation", (side, thing), ("place",), scene.parsed.sentence, "")


def _next_name(scene: Scene, start: int) -> NameRun | None:
    """The name that the nouns from `start` lead up to: "airline Emirates"."""
    at = start
    while at < min(start + 4, scene.end) and scene.cast.name_at(scene.doc[at]) is None:
        if scene.doc[at].tag_ not in {"NN", "JJ", "NNP"}:
            return None
        at += 1
    run = next((run for run in name_runs(scene) if run.first == at), None)
    return run if run is not None and run.name.type in {"organization", "thing", "object"} else None


def find_workplace(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask to which body somebody belongs, where an aside says so ("Mu Li, of the University of X, said")."""
    for person in name_runs(scene):
        at = behind_brackets(scene, person.last + 1)
        if person.name.type != "person" or at + 2 >= stop(scene):
            continue
        aside = scene.doc[at].text == ","
        at += aside
        body = noun_run(scene, at + 1) if scene.doc[at].lower_ in WORKING else None
        if (
            body is None
            or is_and_next(scene, body.last + 1)
            or not _ends_aside(scene, body.last + 1, aside=aside, case=scene.doc[at].lower_)
        ):
            continue
        first = body.owner[0] if body.owner else body.first
        first += scene.doc[first].tag_ in {"DT"}
        if is_person(scene, body.last) or not _is_body(scene, first, body.last):
            continue
        said, _replaced, is_open = say(scene, words(scene, first, body.last))
        if is_open:
            continue
        span, held = scene.parsed.span(scene.doc[first], scene.doc[body.last]), name_span(scene, person)
        holder = Slot("holder", held, scene.parsed.text(held), person.name.text, "person")
        side = Slot("side", span, scene.parsed.text(span), said, "organization")
        yield Fact("affiliation", (holder, side), ("side",), scene.parsed.sentence, "")


def _ends_aside(scene: Scene, end: int, *, aside: bool, case: str) -> bool:
    """Whether the phrase ends before `end`: at a comma or the like, or at the verb ("Jane Roe of Oxfam said").

    Without a comma before it, "at" and the like may say where something happened, unless the verb follows.
    """
    is_verb_next = end < stop(scene) and scene.doc[end].tag_ in {"VBD", "VBZ", "MD"}
    return is_verb_next or (is_closed(scene, end) and (aside or case in {"of", "for"}))


def _is_body(scene: Scene, first: int, last: int) -> bool:
    """Whether the words name an organization rather than a place somebody comes from."""
    names = [scene.cast.name_at(scene.doc[i]) for i in range(first, last + 1)]
    return any(name is not None and name.type == "organization" for name in names) or (
        scene.cast.type_of(scene.doc[last]) == "organization" and any(name is not None for name in names)
    )


def find_nationality(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a nationality that stands before "citizen" or "national" and a name."""
    for person in name_runs(scene):
        at = person.first - 1
        if person.name.type != "person" or at <= scene.parsed.tokens.start:
            continue
        before = scene.doc[at - 1]
        if scene.doc[at].lower_ in {"citizen", "national"} and gazetteer.is_demonym(before.text):
            span, held = scene.parsed.span(before, before), name_span(scene, person)
            holder = Slot("holder", held, scene.parsed.text(held), person.name.text, "person")
            side = Slot("nationality", span, scene.parsed.text(span), before.text, "abstract")
            yield Fact("affiliation", (holder, side), ("nationality",), scene.parsed.sentence, "")


RULES = (
    Rule("somebody is aligned with somebody", find_side),
    Rule("somebody is an ally of somebody", find_ally),
    Rule("a country-led mission", find_maker),
    Rule("a city-based company", find_base),
    Rule("somebody, of a university", find_workplace),
    Rule("a Danish citizen", find_nationality),
)
