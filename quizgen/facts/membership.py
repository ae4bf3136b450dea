"""What belongs to what: members named after "including", parts of a whole, what something consists of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.deeds import is_verb
from quizgen.facts.lists import Members, named_members
from quizgen.facts.noun_runs import is_closed, name_runs, name_span, noun_run
from quizgen.facts.parts import Part
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.model import Fact, Slot

WHOLES = frozenset({"part", "member", "branch", "ally", "subsidiary", "offshoot", "wing", "unit", "arm", "division"})
BELONGING = frozenset({"belong", "join", "leave", "quit"})
CONSISTING = {"consist": "of", "comprise": "", "compose": "of", "make": "of"}


def find_whole(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of what something is a part or a member."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or complement.phrase.head.lemma_ not in WHOLES or clause.verb.negated:
            continue
        whole = next((c for c in complement.phrase.head.children if c.dep_ == "nmod" and c.i > c.head.i), None)
        phrase = noun_phrase(scene, whole) if whole is not None else None
        if phrase is not None and not phrase.open and phrase.case == "of":
            before = [t for t in complement.phrase.words if t.i <= complement.phrase.head.i]
            slot = phrase.slot("whole", within="complement", rest=say(scene, before)[0])
            yield state(clause, "membership", ["whole"], [slot])


def find_set_aside(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of what a named thing is a part, where an aside says so ("Springfield, part of the county of Avon,")."""
    for run in name_runs(scene):
        at = run.last + 1
        if at + 3 >= scene.end or scene.doc[at].text != ",":
            continue
        at += 1 + (scene.doc[at + 1].lower_ in {"a", "an"})
        if scene.doc[at].lemma_ not in WHOLES or scene.doc[at + 1].lower_ != "of":
            continue
        whole = noun_run(scene, at + 2)
        if whole is None or whole.owner is not None or not is_closed(scene, whole.last + 1):
            continue
        tokens = [scene.doc[i] for i in range(whole.first, whole.last + 1)]
        wording, replaced, is_open = say(scene, tokens)
        if is_open or replaced or not any(scene.cast.name_at(token) for token in tokens):
            continue
        span, held = scene.parsed.span(tokens[0], tokens[-1]), name_span(scene, run)
        sort = scene.doc[at].lower_
        thing = Slot("thing", held, scene.parsed.text(held), run.name.wording, run.name.type)
        slot = Slot("side", span, scene.parsed.text(span), wording, rest=sort if sort == "part" else f"a {sort}")
        yield Fact("membership", (thing, slot), ("side",), scene.parsed.sentence, "")


def find_joined(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask to what somebody belongs, or what somebody joined or left."""
    for clause in clauses:
        if not is_verb(clause, BELONGING) or clause.verb.negated or clause.verb.passive:
            continue
        part = clause.part("object") or clause.part("oblique")
        if part is None or part.phrase.type != "organization" or part.phrase.case not in {"", "to"}:
            continue
        if clause.scene.cast.name_at(part.phrase.head) is not None:
            yield state(clause, "membership", [part.name])


def find_members(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the members that "including" or "such as" names: all of them, where they are three at most."""
    found = list(named_members(scene))
    for clause in clauses:
        if clause.verb.negated or clause.modality not in {"", "can"}:
            continue
        for part in clause.parts:
            for members in found:
                if members.group == part.phrase.head.i and part.name in {"object", "oblique", "agent"}:
                    yield from _members(scene, clause, part, members)


def _members(scene: Scene, clause: Clause, part: Part, members: Members) -> Iterator[Fact]:
    slot = Slot(
        "member", members.span, scene.parsed.text(members.span), members.wording, "abstract", True,
        head=members.asked, within=part.name,
    )  # fmt: skip
    yield state(clause, "membership", ["member"], [slot])


def find_made_of(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of what something consists ("The jury consists of two judges and a writer")."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma not in CONSISTING:
            continue
        if clause.verb.lemma == "make" and not (clause.verb.passive and clause.verb.particle == "up"):
            continue
        case = CONSISTING[clause.verb.lemma]
        part = clause.part("oblique" if case else "object")
        if part is not None and part.phrase.case == case and not _is_count(part):
            yield state(clause, "membership", [part.name])


def _is_count(part: Part) -> bool:
    """Whether a part only counts ("five members") and names nothing."""
    return part.phrase.words[0].tag_ == "CD" and all(token.dep_ != "conj" for token in part.phrase.words)


RULES = (
    Rule("something is part of a whole", find_whole),
    Rule("something, part of a whole,", find_set_aside),
    Rule("allies including Britain and Denmark", find_members),
    Rule("something consists of parts", find_made_of),
    Rule("somebody joins a body", find_joined),
)
