"""The question word that an answer calls for: who, whom, what, which country, which organisation."""

from __future__ import annotations

import re

from quizgen.model import Fact, Slot
from quizgen.questions.checks import is_named

PEOPLE = frozenset({"person", "people"})
PLACES = {"country": "which country", "city": "which city"}
SEVERAL = {"country": "which countries", "city": "which cities"}
# the head noun of a body's name, and what a question calls such a body
BODIES = {
    "party": "which party", "company": "which company", "corporation": "which company", "inc": "which company",
    "airlines": "which company", "university": "which institution", "college": "which institution",
    "institute": "which institution", "school": "which institution", "times": "which newspaper",
    "post": "which newspaper", "guardian": "which newspaper", "herald": "which newspaper",
} | dict.fromkeys(
    "agency organization organisation association union council commission committee foundation society federation "
    "ministry department bureau authority church court fund nations institution league alliance coalition "
    "administration front".split(), "which organisation",
)  # fmt: skip
# verbs that are done to people and to bodies that act like people
ADDRESSING = frozenset(
    "accuse ask tell urge thank warn invite contact criticise criticize sue blame condemn praise meet order advise "
    "encourage allow represent accompany join support oppose defeat beat face replace fight attack".split()
)
MOVING = frozenset("move go return travel come relocate transfer flee march fly sail drive head".split())
HANDING = frozenset("award give present offer send deliver donate hand grant sell lend".split())


def question_word(asked: Slot, fact: Fact) -> str:
    """The bare question word of an asked slot, as a subject takes it: "who", "what", "which country"."""
    verb = fact.verb.lemma if fact.verb else ""
    if asked.case == "as" or _is_handed_over(asked, fact):
        return "what"
    if asked.case in {"to", "from"} and verb in MOVING and asked.type in {"organization", "place", "object"}:
        return "where"
    if asked.type in PLACES:
        return SEVERAL[asked.type] if is_several(asked) else PLACES[asked.type]
    if asked.type in PEOPLE:
        return "who"
    if asked.type == "organization":
        return _word_for_body(asked, fact)
    if asked.plural and re.fullmatch(r"[Tt]he [A-Z]\w+s", asked.text):
        return "who"  # "the Smiths"
    complement = fact.slot("complement")
    if asked.name == "subject" and complement is not None and complement.type == "person":
        return "who"
    return "what"


def _is_handed_over(asked: Slot, fact: Fact) -> bool:
    """Whether the slot is what somebody hands to another, whatever its name looks like ("awarded the Oscar to …")."""
    is_handing = fact.verb is not None and fact.verb.lemma in HANDING
    return asked.name == "object" and is_handing and any(slot.case == "to" for slot in fact.slots)


def is_several(asked: Slot) -> bool:
    """Whether the answer names several countries or cities, which the question then says."""
    return asked.type in PLACES and asked.plural and " and " in asked.text


def _word_for_body(asked: Slot, fact: Fact) -> str:
    """A body is named by what it is; else it acts like a person, and is acted on like a thing."""
    verb = fact.verb
    kind = _kind_of_body(asked.text)
    if kind:
        return kind
    if asked.name in {"subject", "agent"} and verb is not None:
        undergoes = asked.name == "subject" and (verb.passive or verb.copular)
        return "what" if undergoes else "who"
    if asked.name == "object" and verb is not None:
        return "who" if verb.lemma in ADDRESSING else "what"
    return "who" if is_named(asked.text) or asked.plural else "what"


def _kind_of_body(text: str) -> str:
    """What a question calls the body of that name, by the noun that ends or opens the name; "" where none tells."""
    words = re.findall(r"[\w.-]+", text.lower().removeprefix("the "))
    if not words or not is_named(text):
        return ""
    return BODIES.get(words[0], "") if "of" in words else BODIES.get(words[-1], "")


def object_word(asked: Slot, fact: Fact) -> str:
    """The question word of an object or of what stands behind a preposition: "whom", "what", "which country"."""
    word = question_word(asked, fact)
    return "whom" if word == "who" else word
