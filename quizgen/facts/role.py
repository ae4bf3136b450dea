"""What office, occupation or former post somebody has, and who holds an office that leads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts.clauses import Clause
from quizgen.facts.deeds import is_verb, named_in_deed, role_in_deed
from quizgen.facts.noun_runs import NounRun, is_person, noun_run, words
from quizgen.facts.occupations import FORMER, sort_of
from quizgen.facts.offices import Office, offices
from quizgen.facts.parts import Part
from quizgen.facts.rule import Rule, state
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.facts.tenure import besides, is_current
from quizgen.model import Fact, Slot

TIMING = frozenset("during from since until between before after under throughout".split())
APPOINTING = frozenset("appoint promote nominate elect name designate".split())


def find_role(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask which office a person holds, and who holds it, where the article's date says as of when."""
    if not is_current(scene):
        return
    for office in _others(scene):
        if office.sort == "office" and office.specific and not office.former and not office.then:
            slots = (besides(scene, office), office.role)
            yield Fact("role", slots, ("role",), scene.parsed.sentence, "")
            if office.unique and office.full:
                yield Fact("role", slots, ("holder",), scene.parsed.sentence, "")


def find_office(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask which office somebody held at the time of the deed, where no date settles the time."""
    if is_current(scene):
        return
    for office in offices(scene):
        yield from role_in_deed(office, clauses)
        is_post = (
            office.sort == "office"
            and office.specific
            and (office.where != "title" or office.unique or _is_known(office))
        )
        if is_post and not office.former and not office.then:
            # a post that says of what it is one: somebody is known by it, whenever that was
            post = replace(office.role, name="post")
            yield Fact("role", (office.holder, post), ("post",), scene.parsed.sentence, "", confidence=0.8)


def _is_known(office: Office) -> bool:
    """Whether a title of two words or more says which office it is without its country: "Foreign Minister"."""
    return len(office.role.wording.split()) > 1 and office.head.lower_ in {"minister", "president", "secretary"}


def _stated_behind(scene: Scene, run: NounRun) -> str:
    """The time right behind a post, however the parse hangs it: "during the war"."""
    at = run.last + 1
    if at + 1 >= scene.end or scene.doc[at].lower_ not in TIMING:
        return ""
    start = at + 1
    while start < scene.end and (is_person(scene, start) or (start > at + 1 and scene.doc[start].tag_ == "POS")):
        start += 1  # "during Saddam Hussein's reign"
    time = noun_run(scene, start) if start < scene.end else None
    if time is None:
        return ""
    wording, _, is_open = say(scene, words(scene, at, time.last))
    return "" if is_open else wording


def _is_when(part: Part, run: NounRun) -> bool:
    """Whether a part says when a post was held, and is none of the words that name the post."""
    return part.name in {"time", "oblique"} and not run.first <= part.phrase.head.i <= run.last


def find_appointed(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask to what post somebody was appointed ("was appointed by the king as commander of the guard")."""
    for clause in clauses:
        if not is_verb(clause, APPOINTING) or clause.verb.negated:
            continue
        for part in clause.parts:
            post = _post(scene, part)
            if post is not None:
                fact = state(clause, "role", ["post"])
                yield replace(fact, slots=tuple(post if slot.name == part.name else slot for slot in fact.slots))
                break


def _post(scene: Scene, part: Part) -> Slot | None:
    """The post that a part names: after "as", or right behind the verb or the one appointed."""
    phrase = part.phrase
    if not (part.name == "oblique" and phrase.case == "as") and part.name != "chain":
        return None
    run = noun_run(scene, phrase.words[0].i)
    if run is None or run.head != phrase.head.i or run.owner is not None or sort_of(scene.doc[run.head]) == "other":
        return None
    span = scene.parsed.span(scene.doc[run.first], scene.doc[run.last])
    return Slot("post", span, scene.parsed.text(span), phrase.wording, "abstract")


def find_holder(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who holds an office that the subject names ("Her chief of staff is Jane Roe")."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or clause.verb.negated or clause.modality or complement.phrase.type != "person":
            continue
        if clause.subject.phrase.wording.count("'s ") > 1:
            continue
        if sort_of(clause.subject.phrase.head) == "office" and complement.phrase.text[:1].isupper():
            fact = state(clause, "role", ["complement"])
            # what a conjunct left out of the phrase is no part of the name
            slots = (replace(slot, trimmed=False) if slot.name == "complement" else slot for slot in fact.slots)
            yield replace(fact, slots=tuple(slots))


def find_titled(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for a name by what its bearer is and did ("Which homeopath decided to …?")."""
    for office in _others(scene):
        yield from named_in_deed("role", office, clauses)


def find_occupation(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what somebody does for a living; a trade, unlike an office, does not change with the month."""
    for office in _others(scene):
        if office.sort == "occupation" and office.where != "title" and not office.former:
            yield Fact("role", (office.holder, replace(office.role, name="occupation")), ("occupation",),
                       scene.parsed.sentence, "")  # fmt: skip


def find_former(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask which post somebody held in the past: what has been stays true."""
    for office in offices(scene):
        if office.former and office.sort == "office":
            past = _without_former(scene, office)
            if past is not None:
                yield Fact("role", (office.holder, past), ("past",), scene.parsed.sentence, "")


def _without_former(scene: Scene, office: Office) -> Slot | None:
    """The office without the word that says that it is over."""
    first = min(i for i in office.tokens if office.role.span.contains(scene.parsed.span(scene.doc[i], scene.doc[i])))
    if scene.doc[first].lower_ not in FORMER:
        return None
    first += 1
    while scene.doc[first].tag_ == "HYPH":
        first += 1
    run = noun_run(scene, first)
    if run is None or sort_of(scene.doc[run.head]) != "office":
        return None
    span = scene.parsed.span(scene.doc[run.first], scene.doc[run.last])
    text = scene.parsed.text(span)
    return Slot("past", span, text, " ".join(text.split()), "abstract")


def _others(scene: Scene) -> Iterator[Office]:
    return (office for office in offices(scene) if not office.leads)


def find_been(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what somebody was at a time that the clause states ("was a commander in the navy during the war")."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or clause.verb.negated or clause.modality or clause.subject.phrase.type != "person":
            continue
        head = complement.phrase.head
        if sort_of(head) == "other" or head.tag_ in {"NNS", "NNPS"} or complement.phrase.case:
            continue
        run = noun_run(scene, complement.phrase.words[0].i)
        if run is None or run.head != head.i or run.determiner in {"his", "her", "their", "its"}:
            continue
        span = scene.parsed.span(scene.doc[run.first], scene.doc[run.last])
        role = Slot("occupation" if sort_of(head) == "occupation" else "been", span, scene.parsed.text(span),
                    say(scene, words(scene, run.first, run.last))[0], "abstract")  # fmt: skip
        if role.name == "occupation":
            holder = clause.subject.phrase.slot("holder")
            yield Fact("role", (holder, role), ("occupation",), scene.parsed.sentence, "")
            continue
        yield from _held(scene, clause, run, role)


def _held(scene: Scene, clause: Clause, run: NounRun, role: Slot) -> Iterator[Fact]:
    """The post with the time at which it was held: what the clause says of it, or the month of the article."""
    said = [part.phrase.slot(part.name) for part in clause.parts if _is_when(part, run)]
    when = " ".join(f"{slot.case} {slot.wording}".strip() for slot in said)
    time = _stated_behind(scene, run)
    if time and time not in when:
        when = f"{time} {when}".strip()
    holder = replace(clause.subject.phrase.slot("holder"), rest=when)
    if when or (clause.verb.tag == "VBZ" and is_current(scene)):
        yield Fact("role", (holder, role), ("been",), scene.parsed.sentence, "")
    elif clause.verb.tag == "VBD":
        yield Fact("role", (holder, replace(role, name="past")), ("past",), scene.parsed.sentence, "", confidence=0.8)


RULES = (
    Rule("the ambassador who said something", find_titled),
    Rule("somebody, holder of an office", find_role),
    Rule("the ambassador, who said something", find_office),
    Rule("somebody, a teacher", find_occupation),
    Rule("somebody, a former minister", find_former),
    Rule("somebody was a commander then", find_been),
    Rule("somebody is appointed commander", find_appointed),
    Rule("the commander is somebody", find_holder),
)
