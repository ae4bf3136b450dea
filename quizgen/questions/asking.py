"""A statement turned into a question: subject questions, inversion, do-support, agreement, question words.

The grammar follows Heilman and Smith (2010): the asked slot leaves the statement, the first auxiliary (or "do")
steps before the subject, and the question word comes first.
"""

from __future__ import annotations

from lemminflect import getInflection

from quizgen.model import BLANK, Fact, Slot, Verb

LONGEST = 22  # words of a stem; optional parts go until it fits
KEPT = frozenset({"subject", "object", "indirect", "complement", "chain", "content", "condition"})
SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "'ve": "has", "'re": "is"}
FRONTED = frozenset({"figure", "name", "requester"})  # the question word takes along all of the part around them
TYPED_WORDS = {"country": "which country", "city": "which city", "person": "who", "people": "who"}


def clause_of(fact: Fact, asked: Slot, room: int = LONGEST) -> str:
    """What follows the question word: "hit Erbil on Monday" for a subject, "did rockets hit …" for another slot."""
    if fact.verb is None:
        return ""
    slots = _fitting(fact, asked, room)
    behind = [say_slot(slot, asked) for slot in slots if slot.name != "subject"]
    if "subject" in {asked.name, asked.within}:
        nested = asked.within == "subject"
        verb = _verb_words(fact.verb, third_person=not (nested and _subject_is_plural(fact)))
        return _join([*verb, *behind])
    subject = fact.slot("subject")
    if subject is None or subject not in slots:
        return ""
    first, rest = _inverted(fact.verb)
    return _join([first, subject.wording, *rest, *behind])


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
            words = [_blanked(slot, blank), *_verb_words(fact.verb)]
        else:
            words.append(_blanked(slot, blank))
    return _join(words)


def question_word(asked: Slot, fact: Fact) -> str:
    """The question word that the type of the answer calls for, with the preposition that belongs before it."""
    word = _bare_word(asked, fact)
    if asked.case and asked.name not in {"subject", "object", "name"} and not asked.within:
        return f"{asked.case} {'whom' if word == 'who' else word}"
    return word


def _bare_word(asked: Slot, fact: Fact) -> str:
    if asked.case == "as":
        return "what"
    if asked.type == "organization":
        is_undergone = asked.name == "subject" and fact.verb is not None and (fact.verb.passive or fact.verb.copular)
        return "what" if is_undergone else "who"
    complement = fact.slot("complement")
    if asked.name == "subject" and complement is not None and complement.type == "person":
        return "who"
    return TYPED_WORDS.get(asked.type, "what")


def say_slot(slot: Slot, asked: Slot) -> str:
    """A slot in a stem, with its preposition; of the one that the asked slot is nested in, what is left of it."""
    wording = slot.wording
    if asked.within == slot.name:
        if asked.name in FRONTED:
            return ""
        wording = asked.rest
    case = "" if slot.name in {"object", "indirect"} else slot.case
    return f"{case} {wording}".strip()


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
    ]  # fmt: skip
    while _length(slots) + 4 > room:
        optional = [s for s in slots if base_name(s.name) not in KEPT and s.name not in {asked.name, asked.within}]
        if not optional:
            break
        slots.remove(max(optional, key=lambda slot: (base_name(slot.name) != "time", slots.index(slot))))
    return slots


def base_name(name: str) -> str:
    """The name of a slot without the number that tells it from others of its kind ("time2" → "time")."""
    return name.rstrip("23456789")


def _length(slots: list[Slot]) -> int:
    return sum(len(f"{slot.case} {slot.wording}".split()) for slot in slots)


def _subject_is_plural(fact: Fact) -> bool:
    subject = fact.slot("subject")
    return subject is not None and subject.plural


def _verb_words(verb: Verb, *, third_person: bool = False) -> list[str]:
    """The verb group in the order of a statement; in the third person singular where a bare "who" asks."""
    words = [*verb.auxiliaries, verb.adverb, verb.form, verb.particle]
    words = [word for word in words if word]
    if third_person and words:
        if words[0] in SINGULAR:
            words[0] = SINGULAR[words[0]]
        elif not verb.auxiliaries and verb.tag == "VBP":
            forms = getInflection(verb.lemma, "VBZ")
            words[words.index(verb.form)] = forms[0] if forms else verb.form
    return words


def _inverted(verb: Verb) -> tuple[str, list[str]]:
    """The word that steps before the subject, and what stays behind it."""
    if verb.auxiliaries:
        return verb.auxiliaries[0], [*verb.auxiliaries[1:], verb.adverb, verb.form, verb.particle]
    if verb.copular:
        return verb.form, [verb.adverb]
    do = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
    return do, [verb.adverb, verb.lemma, verb.particle]


def _join(words: list[str]) -> str:
    return " ".join(word for word in words if word)
