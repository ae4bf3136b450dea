"""Names said with what they name, where the article tells and the card does not: "the trader Jane Roe"."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.model import Fact, Introduction, Replacement, Slot, Span
from quizgen.questions.checks import STOP, is_kin, words_of

# kinds that tell what a name is: an introduction would be their answer
TELLING = frozenset({"role", "definition", "acronym", "affiliation", "membership"})
LINKS = STOP | frozenset(
    "and or that when after before since during over under near until while against between".split()
)
# what may follow a name that is the subject of a sentence with a blank
FINITE = frozenset("is are was were has have had will would could may might can said says".split())


def with_introductions(fact: Fact, asked: Slot, title: str) -> tuple[Fact, Slot]:
    """The fact and its asked slot in wordings that introduce a name; both as they are, where none needs it.

    A name that the `title` says is known from the line above the stem.
    """
    if fact.kind in TELLING or (fact.verb is None and asked.within != "statement"):
        return fact, asked
    for one in fact.introductions:
        if not _is_needless(one, asked, title):
            told = _in_statement(fact, asked, one) if asked.within == "statement" else _in_slot(fact, asked, one)
            if told is not None:
                return told
    return fact, asked


def _is_needless(one: Introduction, asked: Slot, title: str) -> bool:
    """Whether the title names it already, or what it is would give the answer away."""
    if set(words_of(one.name)[-1:]) <= set(words_of(title)) or one.name in asked.text:
        return True
    added = [word for word in words_of(one.wording.replace(one.name, "")) if word not in STOP]
    return any(is_kin(word, other) for word in added for other in words_of(asked.text) if other not in STOP)


def _in_slot(fact: Fact, asked: Slot, one: Introduction) -> tuple[Fact, Slot] | None:
    """The fact with the name introduced in the first part of its clause that says it, the asked one left as it is."""
    for slot in fact.slots:
        if slot is asked or slot.within or slot.name == asked.within or not (said := _said(slot.wording, one)):
            continue
        mention = _mention(fact, slot, one)
        if mention is not None:
            told = replace(slot, wording=said, replacements=_with(slot, mention))
            return replace(fact, slots=tuple(told if other is slot else other for other in fact.slots)), asked
    return None


def _in_statement(fact: Fact, asked: Slot, one: Introduction) -> tuple[Fact, Slot] | None:
    """The fact with the name introduced in the sentence around its blank."""
    whole, said = fact.slot("statement"), _said(asked.rest, one)
    mention = _mention(fact, whole, one) if whole is not None and said else None
    if whole is None or mention is None:
        return None
    told, blank = replace(whole, replacements=_with(whole, mention)), replace(asked, rest=said)
    slots = (told if slot is whole else blank if slot is asked else slot for slot in fact.slots)
    return replace(fact, slots=tuple(slots)), blank


def _said(text: str, one: Introduction) -> str:
    """The text with the name introduced where it first stands; "" where it stands in a longer phrase or not at all."""
    name = re.search(rf"(?<![\w-])(?P<the>[Tt]he )?{re.escape(one.name)}(?P<own>['’]s?)?(?![\w-])", text)
    if name is None or (one.wording.endswith(",") and (name["own"] or name.end() < len(text) - 1)):
        return ""
    before, after = text[: name.start()].split(), re.match(r"[ ,]*(\w*)", text[name.end() :])
    is_bound = bool(before) and before[-1].lower() not in LINKS and not before[-1].endswith(",")
    following = after[1] if after else ""
    is_one_of_two = " of " in one.wording and ("and" in {following, *before[-1:]})
    goes_on = bool(following) and not name["own"] and following not in LINKS | FINITE
    kind = {word for word in words_of(one.wording.replace(one.name, "")) if word not in STOP}
    if (
        is_bound
        or goes_on
        or is_one_of_two
        or kind & set(words_of(text))
        or (name["the"] and not one.wording.startswith("the "))
    ):
        return ""
    said = one.wording + (name["own"] or "")
    return text[: name.start()] + said + text[name.end() :]


def _mention(fact: Fact, slot: Slot, one: Introduction) -> Replacement | None:
    """The letters of the source sentence that say the name, or a pronoun for it."""
    wording = one.wording.strip(",")
    for known in slot.replacements:
        if known.name == one.name:
            return replace(known, name=wording, antecedent=one.span)
    letters = re.search(r"\s+".join(map(re.escape, one.name.split())), fact.sentence.text)
    if letters is None:
        return None
    start = fact.sentence.span.start
    return Replacement(Span(start + letters.start(), start + letters.end()), letters[0], wording, one.span)


def _with(slot: Slot, mention: Replacement) -> tuple[Replacement, ...]:
    """The replacements of a slot with one more, in the place of what was said there."""
    return (*(other for other in slot.replacements if other.span != mention.span), mention)
