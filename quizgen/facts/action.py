"""Who did what: the subject, the object, and what somebody is to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts.blanks import blanked, name_blanks
from quizgen.facts.clauses import Clause, plans
from quizgen.facts.complex_prepositions import PREPOSITIONS
from quizgen.facts.described import made_known
from quizgen.facts.meanings import is_said
from quizgen.facts.nested import able_act, act_slot, granted_act, whole_deed
from quizgen.facts.parts import Part
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.told import told_in
from quizgen.model import Fact

# verbs of which what they find, settle or call for is one thing, unlike all that somebody says
FINDING = frozenset(
    "find discover prove conclude rule decide agree demand propose recommend promise vow pledge show reveal confirm "
    "establish demonstrate calculate".split()
)
LONGEST_CONTENT = 16  # tokens of a clause that a learner can recall
SHORTEST_MEANS = 2  # words, "by" among them, that still say too little of how: "by voting"
KNOWN = 0.8  # confidence in a thing that another clause makes known
NAMES = frozenset({"person", "organization", "event", "object", "thing", "people"})
# prepositions of what the verb asks for; the others tell the circumstances
ARGUMENT_CASES = frozenset("with against for from to about into on in".split())
OF_VERBS = frozenset("accuse consist die approve dispose convict suspect warn inform deprive rob".split())
# verbs after which "as" gives a name or an office
NAMING = frozenset(
    "appoint serve act work know describe see regard name elect use nominate install hail brand label define "
    "characterise characterize classify recognise recognize denounce dismiss portray treat".split()
)


def find_actor(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the subject of a verb that has an object or another part that tells the deed apart."""
    for clause in clauses:
        if is_said(clause) or clause.verb.negated or clause.verb.copular:
            continue
        if clause.part("content") is not None or not _is_known(clause.subject, clause.how):
            continue
        if any(part.name not in {"manner", "time"} for part in clause.parts):
            yield state(clause, "action", ["subject"])


def find_object(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the object of a verb, or for what an oblique says of it."""
    for clause in clauses:
        if clause.verb.negated or is_said(clause):
            continue
        for part in clause.parts:
            is_argument = part.name == "oblique" and _is_argument(part, clause)
            if clause.verb.lemma == "have" and part.phrase.type in {"person", "people"}:
                continue
            if all(word.tag_ == "CD" for word in part.phrase.words):
                continue  # "killed 117" calls for a number
            if part.name in {"object", "agent", "indirect"} or is_argument:
                yield state(clause, "action", [part.name])


def _is_known(subject: Part, how: str) -> bool:
    """Whether the subject is an answer: "a village", with a clause behind it, could be any village."""
    words = subject.phrase.words
    if how in {"relative", "reduced"} and words[0].lower_ in {"a", "an"}:
        return False
    head = subject.phrase.head
    is_bare = head.tag_ == "NN" and not any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in head.children)
    return not (is_bare and subject.phrase.type == "person")


def _is_argument(part: Part, clause: Clause) -> bool:
    """Whether a preposition belongs to its verb, rather than to an amount ("up to $1 billion") or to the whole."""
    if part.phrase.type in {"number", "money", "percent", "duration", "time"}:
        return False
    if part.phrase.case == "as":
        return clause.verb.lemma in NAMING
    if part.phrase.case == "of":
        return clause.verb.lemma in OF_VERBS
    return part.phrase.case in ARGUMENT_CASES | PREPOSITIONS


def find_maker(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who did or made what the clause above tells of ("the raid in which Roe was killed")."""
    for clause, wording in made_known(clauses):
        fact = state(clause, "action", ["agent"])
        subject = replace(clause.subject.phrase.slot("subject"), wording=wording)
        yield replace(fact, slots=(subject, *fact.slots[1:]), confidence=max(fact.confidence, KNOWN))


def find_plan(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the whole deed behind a verb of planning, asking or granting."""
    for clause in (*clauses, *plans(scene)):
        act = act_slot(clause) or granted_act(clause) or able_act(clause)
        if act is not None and not clause.verb.negated and not clause.verb.copular:
            yield state(clause, "action", ["act"], [act])


def find_means(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask how something was done, where a participle says by what ("stopped the ship by firing at its engine")."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.copular or is_said(clause):
            continue
        for child in clause.predicate.children:
            marks = [c for c in child.children if c.dep_ in {"mark", "case"} and c.i < child.i]
            if child.tag_ != "VBG" or [mark.lower_ for mark in marks] != ["by"] or child.i < clause.predicate.i:
                continue
            deed = whole_deed(scene, child, told=told_in(clause.all_parts()))
            if deed is not None and deed.words[0] == marks[0] and len(deed.words) > SHORTEST_MEANS:
                yield state(clause, "action", ["how"], [deed.slot("how")])


def find_finding(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what somebody found, ruled or demanded, where that is a clause ("found that bees can count")."""
    for clause in clauses:
        content = clause.part("content")
        if content is None or clause.verb.negated or clause.verb.passive or clause.verb.lemma not in FINDING:
            continue
        if not content.phrase.open and content is clause.parts[-1] and len(content.phrase.words) <= LONGEST_CONTENT:
            yield state(clause, "action", ["content"])


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a person's or a body's name in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "action", name_blanks(scene, NAMES, "name"))


RULES = (
    Rule("something is in what somebody did", find_maker),
    Rule("somebody does something", find_actor),
    Rule("something is done to something", find_object),
    Rule("somebody is to do something", find_plan),
    Rule("something is done by doing something else", find_means),
    Rule("somebody found that something is so", find_finding),
    Rule("a name in a statement", find_blank),
)
