"""Slots inside slots: the number in "nine people", the day at the end of a phrase, the name behind a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.causes import gerund_case
from quizgen.facts.clauses import Clause
from quizgen.facts.parts import PLACES, Part
from quizgen.facts.phrases import Phrase, noun_phrase
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.facts.stretches import stretch
from quizgen.facts.told import Told, is_described, told_in
from quizgen.language.inflection import inflections
from quizgen.language.neighbours import neighbour
from quizgen.language.numbers import Quantity
from quizgen.model import EntityType, Slot, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

TIME_CASES = frozenset("in on since during from until by before after between for over within".split())
PLACE_CASES = frozenset("in at near".split())
OPEN_PARTS = frozenset({"object", "complement", "oblique", "agent", "place", "manner", "chain", "purpose"})
LONGEST_DEED = 14  # words of a deed that a learner can recall
ADJUNCTS = frozenset({"obl", "obl:unmarked", "advcl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LOOSE = frozenset({"punct", "advmod", "compound:prt", "cc"})  # what is no complement of a verb
SHORTEST_DEED = 2  # words of a deed that is worth asking for
TYPES: dict[str, EntityType] = {"money": "money", "percent": "percent", "fraction": "percent", "measure": "measure"}
OPENING = ("all ", "the ", "The ", "of ", "a ", "an ")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
OF_ALL = re.compile(r"of (?:the|its|their|his|her)\b")
OF_AMOUNT = ("in ", "worth of ", "of ", "the ")  # what stands between a sum and what it comes in: "$5m in aid"
RATES = frozenset("year month week day hour minute second night season tonne ton barrel kilo litre head person".split())
OWNED = ("his ", "her ", "its ", "their ")  # what nobody asks "how many" of


def trailing(scene: Scene, part: Part) -> Iterator[Slot]:
    """A time or place at the very end of a part, which the parse hangs on a noun but which may be asked for."""
    if part.name.rstrip("23456789") not in OPEN_PARTS or not part.phrase.words:
        return
    last = part.phrase.words[-1]
    for token in part.phrase.words:
        if (
            token.dep_ not in {"nmod", "obl", "nmod:unmarked"}
            or token.right_edge.i < last.i
            or token == part.phrase.head
        ):
            continue
        phrase = noun_phrase(scene, token)
        if phrase.open or phrase.words[-1].i != last.i:
            continue
        name = _trailing_name(scene, token, phrase)
        if name:
            rest = _without(scene, part, {t.i for t in token.subtree})
            if rest:
                yield phrase.slot(name, within=part.name, rest=rest)
            return


def _trailing_name(scene: Scene, token: Token, phrase: Phrase) -> str:
    if scene.time_over(token.i) is not None:
        return "time" if phrase.case in TIME_CASES or not phrase.case else ""
    return "place" if phrase.type in PLACES and phrase.case in PLACE_CASES else ""


def _without(scene: Scene, part: Part, gone: set[int]) -> str:
    """How a part is said without the tokens in `gone`, or "" when nothing of weight is left."""
    words = [token for token in part.phrase.words if token.i not in gone]
    if not any(token.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "ADJ"} for token in words):
        return ""
    return say(scene, words)[0]
def figures(scene: Scene, part: Part) -> Iterator[Slot]:
    """The quantities that a part counts with: the number of its head, or of what its head is made of."""
    indices = [token.i for token in part.phrase.words]
    for quantity in scene.quantities:
        if quantity.first not in indices or quantity.last not in indices or quantity.kind in {"vague", "ordinal"}:
            continue
        if not _counts_head(scene, part, quantity):
            continue
        gone = set(range(quantity.first, quantity.last + 1))
        gone |= {t.i for c in part.phrase.head.children if c.dep_ == "conj" for t in c.subtree}
        gone |= {c.i for c in part.phrase.words if c.dep_ == "cc" and c.head.i in gone}
        first, last = scene.doc[quantity.first], scene.doc[_rated(scene, quantity)]
        gone |= set(range(quantity.first, last.i + 1))
        rest = _without(scene, part, gone)
        if rest.lower().startswith(OWNED):
            continue
        span = _without_stop(scene, scene.parsed.span(first, last), quantity)
        if len(text_words := rest.split()) and quantity.low == 1 == quantity.high:
            rest = " ".join([*text_words[:-1], _plural(text_words[-1])])
        counted = scene.doc[quantity.counted] if quantity.counted is not None else None
        yield Slot(
            "figure", span, scene.parsed.text(span), scene.parsed.text(span), TYPES.get(quantity.kind, "number"),
            plural=_is_of_many(part, last.i), case=part.phrase.case, head=counted.lemma_ if counted is not None else "",
            within=part.name, rest=_without_opening(rest, OF_AMOUNT if quantity.kind == "money" else OPENING),
        )  # fmt: skip


def _rated(scene: Scene, quantity: Quantity) -> int:
    """The last token of a quantity with what it is reckoned by: "£34,000 a year", "$310 per tonne"."""
    after = quantity.last + 1
    if after + 1 >= scene.end:
        return quantity.last
    word, unit = scene.doc[after].lower_, scene.doc[after + 1]
    is_rate = (word in {"a", "an"} and unit.lower_ in RATES) or (word == "per" and unit.tag_ == "NN")
    return after + 1 if is_rate else quantity.last


def _without_stop(scene: Scene, span: Span, quantity: Quantity) -> Span:
    """The span without the full stop of the sentence, which sticks to a short unit at its end ("€20m.")."""
    text = scene.parsed.text(span)
    is_last = _rated(scene, quantity) == scene.end - 1
    return Span(span.start, span.end - 1) if is_last and text.endswith(".") else span


def _plural(noun: str) -> str:
    """The plural of a noun, for "how many" asks for one as for many."""
    forms = inflections(noun, "NNS")
    return forms[0] if forms else noun


def _counts_head(scene: Scene, part: Part, quantity: Quantity) -> bool:
    """Whether the quantity counts the head of the part, so that "how many …" may stand in the part's place."""
    head = part.phrase.head.i
    if quantity.first <= head <= quantity.last:
        return True
    if is_type_number(scene, quantity):
        return False
    if part.phrase.words[0].i < quantity.first and scene.doc[part.phrase.words[0].i].tag_ not in {"DT", "PRP$"}:
        return False
    return quantity.counted == head and quantity.last < head


def is_type_number(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number belongs to the name before it ("Boeing 747 jets"), or is a year ("an 1855 treaty")."""
    if quantity.first == quantity.last and quantity.counted is not None:
        is_year = YEAR.fullmatch(scene.doc[quantity.first].text) is not None
        if is_year and quantity.counted == quantity.last + 1 and scene.doc[quantity.counted].tag_ == "NN":
            return True
    before = scene.doc[quantity.first - 1] if quantity.first > scene.parsed.tokens.start else None
    if before is None or before.dep_ != "compound" or before.tag_ != "NNP":
        return False
    return before.head.i == quantity.counted


def _is_of_many(part: Part, last: int) -> bool:
    """Whether an amount that ends at token `last` is one of things that can be counted: "$13 billion of bonds"."""
    noun = next((t for t in part.phrase.words if t.i > last and t.tag_ in {"NN", "NNS", "NNP", "NNPS"}), None)
    while noun is not None and noun.i + 1 < len(noun.doc) and noun.nbor(1) in part.phrase.words and _is_noun(noun):
        noun = noun.nbor(1)
    return noun is not None and noun.tag_ in {"NNS", "NNPS"}


def _is_noun(token: Token) -> bool:
    return neighbour(token, 1).tag_ in {"NN", "NNS", "NNP", "NNPS"}


def _without_opening(text: str, openings: tuple[str, ...]) -> str:
    """The text without the words that it opens with; "of the" and its like stay ("how many of the …")."""
    for opening in openings:
        if not OF_ALL.match(text):
            text = text.removeprefix(opening)
    return text


def whole_deed(scene: Scene, head: Token, leave: frozenset[int] = frozenset(), told: Told = ()) -> Phrase | None:
    """A deed as an answer, without the adjuncts at its end that lean on their context or make it too long.

    What is left leans on nothing but things described ("the border") or `told` of; None where that cannot be had.
    """
    # "to train students and contributes to …": what is finite goes on with the clause, not with the deed
    leave |= {c.i for c in head.children if c.dep_ == "conj" and c.tag_ in FINITE - {"VBP"}}
    deed = stretch(scene, head, leave)
    while _leans_on_others(scene, deed, told) or len(deed.text.split()) > LONGEST_DEED:
        last = _last_adjunct(deed, leave)
        if last is None:
            return None
        leave |= {last.i}
        deed = stretch(scene, head, leave)
    return replace(deed, open=False)


def _leans_on_others(scene: Scene, deed: Phrase, told: Told) -> bool:
    return deed.open and not is_described(scene, deed.words, told)


def _last_adjunct(deed: Phrase, leave: frozenset[int]) -> Token | None:
    """The adjunct that ends a deed, where an object or another complement stands before it."""
    behind = [c for c in deed.head.children if c.i > deed.head.i and c.i not in leave and c.dep_ not in LOOSE]
    last = behind[-1] if behind else None
    if last is None or len(behind) < 2 or last.dep_ not in ADJUNCTS or last.right_edge.i < deed.words[-1].i:
        return None
    return last


def act_slot(clause: Clause) -> Slot | None:
    """The whole deed behind the verb: from the infinitive after "to" to the end of all that hangs on it."""
    chain = clause.part("chain")
    if chain is None:
        return None
    head = chain.phrase.head
    case = gerund_case(head)  # "accused Roe of taking bribes"
    if head.tag_ != "VB" and not case:
        return None
    marks = frozenset(c.i for c in head.children if c.dep_ in {"mark", "case", "advcl"} and (not case or c.i < head.i))
    deed = whole_deed(clause.scene, head, marks, told_in(clause.all_parts()))
    if deed is None or len(deed.words) < SHORTEST_DEED or head.lemma_ == "do" or deed.words[0].dep_ == "case":
        return None
    if case:
        return deed.slot("act", within="chain", rest=case)
    has_mark = any(c.dep_ == "mark" and c.lower_ == "to" for c in head.children)
    return deed.slot("act", within="chain", rest="to do" if has_mark else "do")


def able_act(clause: Clause) -> Slot | None:
    """The deed behind an adjective ("became unable to move her legs", "is ready to help")."""
    for part in clause.parts:
        head = part.phrase.head
        if part.name not in {"chain", "complement"} or head.pos_ != "ADJ":
            continue
        for child in head.children:
            marks = frozenset(c.i for c in child.children if c.dep_ == "mark" and c.lower_ == "to")
            if child.dep_ not in {"xcomp", "advcl", "ccomp"} or child.tag_ != "VB" or not marks or child.i < head.i:
                continue
            deed = whole_deed(clause.scene, child, marks)
            rest = _without(clause.scene, part, {t.i for t in child.subtree}) or head.lower_
            if deed is not None and len(deed.words) >= SHORTEST_DEED:
                return deed.slot("act", within=part.name, rest=f"{rest} to do")
    return None


def granted_act(clause: Clause) -> Slot | None:
    """The deed behind a noun ("permission to stay", "a plan to expand its role")."""
    for part in clause.parts:
        for child in part.phrase.head.children:
            marks = {c.i for c in child.children if c.dep_ == "mark" and c.lower_ == "to"}
            if any(c.dep_ == "conj" for c in part.phrase.head.children):
                break
            if child.dep_ != "acl" or child.tag_ != "VB" or not marks:
                continue
            deed = whole_deed(clause.scene, child, frozenset(marks))
            rest = _without(clause.scene, part, {t.i for t in child.subtree})
            if deed is not None and rest and len(deed.words) >= SHORTEST_DEED:
                return deed.slot("act", within=part.name, rest=f"{rest} to do")
    return None


