"""The parts of a clause besides its verb: what they are, and whether a stem may go without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.facts.causes import (
    BLAMING,
    CAUSE_WORDS,
    PRIZED,
    TOOLS,
    belongs_to_noun,
    gerund_case,
    is_blame,
    is_cause,
    is_doubled,
    is_in_that,
    is_so_that,
)
from quizgen.facts.loose_times import loose_times
from quizgen.facts.phrases import NOMINAL, Phrase, case_of, noun_phrase
from quizgen.facts.requests import asked_deed, is_asked, is_called_on, urged
from quizgen.facts.scene import Scene
from quizgen.facts.stretches import briefly, stretch, to_comma, with_case
from quizgen.facts.verbs import lemma_of
from quizgen.model import Verb

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass")
PLACES = frozenset({"place", "city", "country"})
PLACE_CASES = frozenset("in at near across inside outside throughout around within into to from on over".split())
SEATS = frozenset("university college school institute academy airport hospital museum stadium station".split())
REQUEST_HEADS = frozenset({"request", "behest", "invitation", "insistence", "urging"})
REQUIRED = frozenset({"subject", "object", "indirect", "complement", "chain", "content", "condition"})
INSIDE_CHAIN = frozenset({"mark", "case", "aux", "aux:pass", "advmod", "compound:prt", "cop"})
FRONTED = frozenset({"time", "place", "source", "cause", "condition", "purpose", "request"})
DOUBTFUL_ORDER = 10  # doubts: more than any statement survives
DEICTIC = frozenset(
    "now today currently recently yesterday tomorrow ago here there presently nowadays lately also however "
    "meanwhile then instead therefore thus too earlier later already still again moreover furthermore so "
    "nevertheless nonetheless additionally otherwise indeed this subsequently just even".split()
)
CONDITIONS = frozenset({"if", "unless", "once", "until", "before", "whether", "provided"})


@dataclass(frozen=True)
class Part:
    """A part of a clause: its name ("subject", "time", …) and its phrase; `order` is its place in the text."""

    name: str
    phrase: Phrase
    order: int

    @property
    def required(self) -> bool:
        """Whether the statement would be another one without this part."""
        return self.name in REQUIRED


def parts_of(scene: Scene, predicate: Token, verb: Verb) -> tuple[tuple[Part, ...], tuple[Part, ...], int]:
    """The parts of a clause but its subject, in stem order; the ones that were left out; and how many doubts remain.

    Adjuncts that lean on their context ("this week", "in the country") are left out.
    """
    found: list[Part] = []
    dropped: list[Part] = []
    doubts = 0
    if verb.copular:
        found.append(Part("complement", _complement(scene, predicate), predicate.i))
    for part in _raw_parts(scene, predicate):
        if part.name == "span":
            continue
        if part.phrase.open and not part.required:
            doubts += part.name not in {"time", "manner"}
            dropped.append(part)
            continue
        found.append(part)
    found = [part for part in found if not _is_inside_another(part, found)]
    doubts += DOUBTFUL_ORDER * _is_out_of_order(found, predicate)
    behind = sorted((part for part in found if part.order >= predicate.i), key=lambda part: part.order)
    front = sorted((part for part in found if part.order < predicate.i), key=lambda part: part.order)
    # in front stand circumstances; moved behind, anything else would change places with the complements
    front = [part for part in front if part.name in FRONTED]
    return tuple(_unique_names([*behind, *front])), tuple(dropped), doubts


def _is_out_of_order(parts: list[Part], predicate: Token) -> bool:
    """Whether a plain object stands behind an adjunct, which English hardly does: a sign of a wrong parse."""
    deed = next((part.order for part in parts if part.name == "chain"), len(predicate.doc))
    # behind an infinitive ("called on Roe to help them") stands what belongs to that
    behind = [part for part in parts if predicate.i < part.order < deed]
    adjuncts = [part.order for part in behind if part.name in {"oblique", "time", "place", "cause", "agent"}]
    return any(part.name == "object" and part.order > order for part in behind for order in adjuncts)


def _is_inside_another(part: Part, parts: list[Part]) -> bool:
    """Whether the words of a part belong to another one already, as where a name or a date was made whole."""
    for other in parts:
        if other is part or other.phrase.head.i == part.phrase.head.i:
            continue
        is_first = part.phrase.span == other.phrase.span and part.order < other.order  # of two halves of one date
        if part.phrase.head in other.phrase.words and not is_first:
            return True
    return False


def _unique_names(parts: list[Part]) -> Iterator[Part]:
    seen: dict[str, int] = {}
    for part in parts:
        count = seen[part.name] = seen.get(part.name, 0) + 1
        yield part if count == 1 else replace(part, name=f"{part.name}{count}")


def _complement(scene: Scene, predicate: Token) -> Phrase:
    """The predicate nominal or adjective of a copular clause, its preposition included."""
    leave = frozenset(
        child.i
        for child in predicate.children
        if child.dep_ in {"obl", "advcl", "xcomp", "obl:unmarked"} or (child.dep_ == "conj" and _is_predicate(child))
    )
    to = next((c for c in predicate.children if c.dep_ == "mark" and c.lower_ == "to"), None)
    if predicate.tag_ == "VB" and to is not None:  # "are to meet", "the aim is to cut costs"
        return stretch(scene, predicate, leave | {c.i for c in predicate.children if c.i < to.i})
    return noun_phrase(scene, predicate, leave)


def _time_parts(scene: Scene, head: Token) -> Iterator[Part]:
    for i in loose_times(scene, head):
        yield Part("time", noun_phrase(scene, scene.doc[i]), max(i, head.i))


def _is_predicate(token: Token) -> bool:
    """Whether a conjoined word makes a statement of its own rather than going on with the first one."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"nsubj", "cop", "aux", "obj"} for c in token.children)


def _raw_parts(scene: Scene, predicate: Token) -> Iterator[Part]:
    # what stands before a clause's conjunction limits that: "less than a week after a raid killed 12"
    opening = min((c.i for c in predicate.children if c.dep_ == "mark"), default=-1)
    for child in predicate.children:
        if child.i < opening:
            continue
        if child.dep_ in SUBJECTS:
            yield from (replace(part, order=predicate.i + 1000) for part in _time_parts(scene, child))
        if child.i >= scene.end or child.dep_ in {*SUBJECTS, "punct", "cc", "conj", "cop", "aux", "aux:pass"}:
            continue
        if child.dep_ in {"obj", "iobj"} and case_of(child):
            yield from _oblique(scene, child)
        elif child.dep_ == "obj" and _is_doubled(child):
            yield Part("manner", stretch(scene, child), child.i)
        elif child.dep_ == "obj" and (deed := asked_deed(predicate, child)) is not None:
            yield Part("object", noun_phrase(scene, child, frozenset({deed.i})), child.i)
            yield from _chain(scene, deed)
        elif child.dep_ == "obj":
            yield Part("object", noun_phrase(scene, child, loose_times(scene, child)), child.i)
            yield from _time_parts(scene, child)
        elif child.dep_ == "iobj":
            yield Part("indirect", noun_phrase(scene, child), child.i)
        elif child.dep_ in {"obl", "advcl"} and gerund_case(child):
            yield from _chain(scene, child)  # "accused of violating the treaty"
        elif child.dep_ == "obl" and is_called_on(child):
            yield Part("oblique", noun_phrase(scene, child), child.i)
        elif child.dep_ in {"obl", "obl:unmarked", "obl:agent"}:
            yield from _oblique(scene, child)
        elif child.dep_ == "advmod":
            yield from _adverb(scene, predicate, child)
        elif child.dep_ == "xcomp":
            yield from _chain(scene, child)
        elif child.dep_ == "ccomp" and (asked := urged(child)) is not None:
            yield Part("object", noun_phrase(scene, asked), asked.i)
            yield from _chain(scene, child)
        elif child.dep_ == "ccomp":
            whole = stretch(scene, child)
            if _is_mistaken_clause(child):
                # the noun's own clause says which ones: "the activities carried out by others"
                yield Part("object", replace(whole, open=False), child.i)
            else:
                yield Part("content", whole, child.i)
        elif child.dep_ == "advcl":
            yield from _adverbial(scene, child)


def _is_doubled(head: Token) -> bool:
    """Whether a noun only tells how: "stand shoulder to shoulder", "meet face to face"."""
    behind = head.doc[head.i + 1 : head.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "to" and behind[1].lower_ == head.lower_


def _is_mistaken_clause(child: Token) -> bool:
    """Whether a noun with a participle was parsed as a clause ("take over activities carried out by others")."""
    labels = {c.dep_ for c in child.children}
    return child.tag_ in {"VBD", "VBN"} and "obl:agent" in labels and not labels & {"aux", "aux:pass", "mark"}


def _oblique(scene: Scene, head: Token) -> Iterator[Part]:
    phrase = noun_phrase(scene, head, loose_times(scene, head))
    name = _oblique_name(scene, head, phrase)
    dates = frozenset(i for i in loose_times(scene, head, always=True) if case_of(scene.doc[i]) in {"in", "on"})
    if phrase.case == "for" and head.lemma_ == "time" and dates:
        yield Part("manner", stretch(scene, head, dates), head.i)
        yield from (Part("time", noun_phrase(scene, scene.doc[i]), i) for i in dates)  # "the first time in May 2020"
        return
    edge = scene.doc[max(0, head.left_edge.i - 1)]
    if name == "cause" and edge.text == "," and head.head.dep_ == "acl:relcl":
        return  # "will miss the match, which starts on Monday, due to a strain": why belongs to the clause above
    if name == "cause" and phrase.trimmed and len(phrase.words) == 1 and head.lower_ in CAUSE_WORDS:
        phrase = replace(phrase, open=True)  # "in response" to what was left out
    yield Part(name, with_case(scene, phrase) if name == "cause" else phrase, head.i)
    yield from _time_parts(scene, head)


def _oblique_name(scene: Scene, head: Token, phrase: Phrase) -> str:
    case = phrase.case
    if scene.time_over(head.i) is not None or phrase.type in {"time", "duration"}:
        # "the deadliest in almost a year" says nothing of when, nor does "hours" of "two hours after the crash"
        after = scene.doc[min(head.right_edge.i + 1, scene.end - 1)].lower_
        is_span = phrase.type == "duration" and (case == "in" or after in {"after", "before", "since", "later"})
        return "span" if is_span else "time"
    if head.dep_ == "obl:agent":
        return "agent"
    if head.pos_ not in NOMINAL and head.tag_ != "VBG":
        return "manner"  # "in particular", "at last"
    if case == "according to":
        return "source"
    if is_cause(case, head) or is_blame(case, head, phrase):
        return "cause"
    if case in {"at", "on"} and head.lemma_ in REQUEST_HEADS:
        return "request"
    is_measure = any(child.dep_ == "nummod" for child in head.children) and head.tag_ == "NNS"  # "in 136 booths"
    if case in PLACE_CASES and not is_measure and (phrase.type in PLACES or (case == "at" and head.lower_ in SEATS)):
        return "place"
    return "oblique"


def _adverb(scene: Scene, predicate: Token, child: Token) -> Iterator[Part]:
    """An adverb behind the verb; the ones before it belong to the verb group or may go."""
    if scene.time_over(child.i) is not None:
        yield Part("time", noun_phrase(scene, child), child.i)
    elif child.i > predicate.i and child.lower_ not in DEICTIC and child.tag_ not in {"WRB"}:
        yield Part("manner", stretch(scene, child), child.i)


def _chain(scene: Scene, head: Token) -> Iterator[Part]:
    """An infinitive or predicate that completes the verb ("expected to agree"), and the parts that hang on it."""
    if head.pos_ not in {"VERB", "AUX"}:
        yield Part("chain", stretch(scene, head), head.i)
        return
    deeper = {c.i for c in head.children if c.dep_ not in INSIDE_CHAIN}
    deeper |= {c.i for c in head.children if c.i > head.i and c.dep_ == "advmod"}
    yield Part("chain", stretch(scene, head, frozenset(deeper)), head.i)
    yield from _raw_parts(scene, head)


def _adverbial(scene: Scene, head: Token) -> Iterator[Part]:
    marks = [c.lower_ for c in head.children if c.dep_ == "mark"]
    verb = lemma_of(head.head)
    if head.lower_ == "owing" or ("for" in marks and head.tag_ == "VBG" and verb in BLAMING["for"] | PRIZED):
        yield Part("cause", stretch(scene, head), head.i)
    elif ("for" in marks and head.tag_ == "VBG" and verb in TOOLS) or is_so_that(head):
        yield Part("purpose", stretch(scene, head), head.i)
    elif is_asked(head):
        yield from _chain(scene, head)  # "asked the council to help"
    elif "to" in marks and head.tag_ == "VB":
        first = next(token for token in head.subtree if not token.is_punct)
        if belongs_to_noun(head) or is_doubled(head) or first.tag_ in {"VBG", "WRB"}:
            return  # "including how to build one"
        yield Part("purpose", stretch(scene, head), head.i)
    elif "to" in marks and head.tag_ == "VBG":
        yield Part("chain", stretch(scene, head), head.i)  # "committed to assisting the refugees"
    elif "because" in marks or is_in_that(head):
        yield Part("cause", stretch(scene, head), head.i)
    elif is_occasion(head):
        yield Part("occasion", briefly(scene, to_comma(scene, head)), head.i)
    elif CONDITIONS & set(marks):
        yield Part("condition", stretch(scene, head), head.i)


def is_occasion(head: Token) -> bool:
    """Whether a clause tells the event at which something happened: "when the hotel collapsed"."""
    is_when = any(c.lower_ == "when" and c.dep_ in {"mark", "advmod"} for c in head.children)
    # with a subject and no auxiliary, a participle is a past tense that the tagger mistook
    is_past = head.tag_ == "VBD" or (head.tag_ == "VBN" and not any(c.dep_ == "aux" for c in head.children))
    is_perfect = any(c.dep_ == "aux" for c in head.head.children)  # "has stood since 575 BC, when it was built"
    return is_when and is_past and head.i > head.head.i and head.head.tag_ in {"VBD", "VBN"} and not is_perfect
