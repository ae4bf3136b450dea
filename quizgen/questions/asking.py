"""A statement turned into a question: subject questions, inversion, prepositions left behind or taken along.

The grammar follows Heilman and Smith (2010): the asked slot leaves the statement, the first auxiliary (or "do")
steps before the subject, and the question word comes first.
"""

from __future__ import annotations

import re

from quizgen.model import BLANK, Fact, Slot
from quizgen.questions.question_words import is_several
from quizgen.questions.verb_groups import active, in_statement, inverted, past

LONGEST = 22  # words of a stem; optional parts go until it fits
WHOLE = 60  # words that no statement has: nothing is left out of it
STRANDING = 8  # words between a verb and the preposition that it leaves behind
KEPT = frozenset({"subject", "object", "indirect", "complement", "chain", "content", "condition", "occasion"})
CORE = frozenset({"subject", "object", "indirect", "complement", "chain"})
DROPPED_LAST = {"time": 0, "place": 1}
FRONTED = frozenset({"figure", "name", "requester"})  # the question word takes along all of the part around them
POINTS = frozenset({"", "on", "in", "at", "during"})  # prepositions of a time at which something happened
CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Christmas Easter Ramadan Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)


def clause_of(fact: Fact, asked: Slot, room: int = LONGEST, *, leaving: bool = False) -> str:
    """What follows the question word: "hit Erbil on Monday" for a subject, "did rockets hit …" for another slot.

    With `leaving`, the asked slot leaves its preposition behind: "did the attack lead to".
    """
    if fact.verb is None:
        return ""
    slots = _fitting(fact, asked, room, keep_asked=leaving)
    behind = [_left(slot, asked) for slot in slots if slot.name != "subject"]
    subject = fact.slot("subject")
    if "subject" in {asked.name, asked.within}:
        nested = asked.within == "subject"
        is_counted = asked.name == "figure" and asked.type == "number" and bool(asked.rest)  # "how many were"
        plural = (nested and subject is not None and subject.plural) or is_several(asked) or is_counted
        return _join([*in_statement(fact.verb, subject if nested else None, singular=not plural), *behind])
    if subject is None or subject not in slots:
        return ""
    is_point = base_name(asked.name) == "time" and asked.type == "time" and asked.case in POINTS
    first, rest = inverted(past(fact.verb, plural=subject.plural) if is_point else fact.verb, subject)
    return _join([first, _within_sentence(subject, subject.wording), *rest, *behind])


def active_clause_of(fact: Fact, asked: Slot, room: int = LONGEST) -> str:
    """What follows the question word that asks for the agent of a passive: "founded the society in 1989"."""
    verb, subject = active(fact.verb) if fact.verb else None, fact.slot("subject")
    if verb is None or subject is None:
        return ""
    slots = [slot for slot in _fitting(fact, asked, room) if slot is not subject and slot.name != asked.within]
    said = _within_sentence(subject, subject.wording)
    return _join([*in_statement(verb), said, *(say_slot(slot, asked) for slot in slots)])


def leaves_preposition(fact: Fact, asked: Slot) -> bool:
    """Whether a question reads better with the preposition left behind its verb ("What can it lead to?")."""
    names = [slot.name for slot in fact.slots if not slot.within]
    if asked.within or not asked.case or " " in asked.case or asked.name not in names:
        return False
    before = [slot for slot in fact.slots[: names.index(asked.name)] if base_name(slot.name) != "subject"]
    return all(base_name(slot.name) in CORE for slot in before) and _length(before) <= STRANDING


def statement_of(fact: Fact, blank: Slot, room: int = 30) -> str:
    """The statement as a sentence, with `BLANK` where the blanked slot stands."""
    text = report_of(fact, blank, room)
    return text[:1].upper() + text[1:] + "." if text else ""


def report_of(fact: Fact, blank: Slot, room: int = 30) -> str:
    """The statement as a clause within a sentence: "the mission will expand"."""
    if fact.verb is None:
        return ""
    words: list[str] = []
    for slot in _fitting(fact, blank, room, keep_asked=True):
        if slot.name == "subject":
            words = [_blanked(slot, blank), *in_statement(fact.verb, slot)]
        else:
            words.append(_blanked(slot, blank))
    return _join(words)


def event_of(fact: Fact, time: Slot) -> str:
    """What happened at a time, as a sentence without it: "A storm hit the harbour."; "" where nothing did."""
    slots = _fitting(fact, time, WHOLE)
    verb = past(fact.verb, plural=slots[0].plural) if fact.verb and slots else None
    if verb is None or verb.tag != "VBD" or slots[0].name != "subject":
        return ""
    words = [slots[0].wording, *in_statement(verb, slots[0]), *(say_slot(slot, time) for slot in slots[1:])]
    text = _join(words)
    return f"{text[:1].upper()}{text[1:]}."


def say_slot(slot: Slot, asked: Slot) -> str:
    """A slot in a stem, with its preposition; of the one that the asked slot is nested in, what is left of it."""
    wording = slot.wording
    if asked.within == slot.name:
        if asked.name in FRONTED:
            return ""
        wording = asked.rest
    case = "" if slot.name in {"subject", "object", "indirect"} else slot.case
    return f"{case} {_within_sentence(slot, wording)}".strip()


def _within_sentence(slot: Slot, wording: str) -> str:
    """A wording without the capital that it owes to the beginning of its sentence."""
    first = re.match(r"\w+", wording)
    is_day = base_name(slot.name) == "time" and first is not None and first[0] not in CALENDAR
    if is_day or wording.startswith(("The ", "A ", "An ")):
        return wording[:1].lower() + wording[1:]
    return wording


def _left(slot: Slot, asked: Slot) -> str:
    """A slot in a stem; of the asked slot itself, the preposition that stays behind."""
    return asked.case if slot.name == asked.name else say_slot(slot, asked)


def _blanked(slot: Slot, blank: Slot) -> str:
    if slot.name == blank.name:
        return f"{slot.case if slot.name not in {'subject', 'object'} else ''} {BLANK}".strip()
    if blank.within == slot.name:
        whole = slot.wording.replace(blank.wording, BLANK, 1)
        return f"{slot.case} {whole}".strip() if slot.name not in {"subject", "object"} else whole
    return say_slot(slot, blank)


def _fitting(fact: Fact, asked: Slot, room: int, *, keep_asked: bool = False) -> list[Slot]:
    """The slots that a stem says besides the asked one, optional ones dropped from the end until it fits."""
    slots = [
        slot for slot in fact.slots
        if not slot.within and (keep_asked or slot.name != asked.name)
        and (slot.name == asked.name or slot.name == asked.within or not asked.span.contains(slot.span))
        and (slot.name in {asked.name, asked.within} or not _is_idle(slot))
    ]  # fmt: skip
    while _length(slots) + 4 > room:
        optional = [s for s in slots if base_name(s.name) not in KEPT and s.name not in {asked.name, asked.within}]
        if not optional:
            break
        slots.remove(max(optional, key=lambda slot: (DROPPED_LAST.get(base_name(slot.name), 2), slots.index(slot))))
    return slots


def _is_idle(slot: Slot) -> bool:
    """Whether a part tells nothing that would be missed ("after several days", "just two minutes")."""
    idle = r"(?:several|some|many|a few|a couple of|just|only)\b"
    return base_name(slot.name) == "time" and re.match(idle, slot.wording) is not None


def base_name(name: str) -> str:
    """The name of a slot without the number that tells it from others of its kind ("time2" → "time")."""
    return name.rstrip("23456789")


def _length(slots: list[Slot] | tuple[Slot, ...]) -> int:
    return sum(len(f"{slot.case} {slot.wording}".split()) for slot in slots)


def _join(words: list[str]) -> str:
    return " ".join(word for word in words if word)
