"""Whether two claims are one statement, and if they are, whether they give one answer. Precision comes before recall.

Two claims are about one thing when verb, mood and roles agree and the words of each role hold each other: "the bridge"
and "the stone bridge", never "the stone bridge" and "the iron bridge". Another day makes another occasion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from quizgen.language.sameness import amount, is_one_spelling
from quizgen.model import Slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, STOP, is_kin, is_named, plain_name, words_of
from quizgen.questions.claims import Claim
from quizgen.questions.names import name_key

Answers = Literal["same", "other", "open"]
# same: one statement with one answer; contradicted: one statement with two; rival: another answer to the question
Relation = Literal["same", "contradicted", "rival"]

# roles that one of two reports may leave out; all others make another statement of it
OPTIONAL = ("oblique", "place", "manner", "purpose", "cause", "source", "subject", "time")
SURE = 4  # shared words, names counted twice, that show that two claims are about one thing
WHOLE = 4  # words of a sentence with a blank that is compared word for word
LENGTHENED = 2  # times as long the fuller of two such sentences may be
NEAR = 7  # days between two reports of one event
TENURE = frozenset({"office", "affiliation"})  # what is true of a time, whatever the sentence says of when
MONTH = 31
NAMES = frozenset({"person", "organization", "country", "city"})
# what happens to a thing once: two days for it cannot both be right
ONCE = frozenset(
    "found build open launch sign kill injure crash resign appoint win elect bear marry arrest begin end die invent "
    "discover adopt approve release retire sink".split()
)
# what one alone does: two names for it cannot both be right
ALONE = {
    "subject": frozenset(
        "win found build design invent discover write direct lead head command replace succeed".split()
    ),
    "object": frozenset("replace succeed".split()),
    "place": frozenset("bear die kill happen occur crash found hold build".split()),
}  # fmt: skip
OFFICES = re.compile(r"^(?:\S+ )*(?:president|prime minister|chancellor|king|queen|pope|secretary[- ]general)\b", re.I)
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Match:
    """How far two claims say the same besides their answers; `covered` if the second says all that the first does."""

    covered: bool
    strength: int
    names: int


def relation(one: Claim, other: Claim) -> Relation | None:
    """What the other claim is to the first; None where they are about two things, or nothing can be told."""
    if (one.predicate, one.role, one.mood) != (other.predicate, other.role, other.mood):
        return None
    found = match(one, other)
    tied = _tied(one.times, other.times)
    gap = _gap(one, other)
    if found is None or tied is False or (one.predicate in TENURE and (gap or 0) > MONTH):
        return None
    answers = compare(one.asked, other.asked)
    if answers == "same":
        named = len(re.findall(r"\b[A-Z]", one.asked.wording)) if one.asked.type in NAMES else 0
        is_tied = tied or found.names + named > 1 or (gap is not None and gap <= NEAR)
        return "same" if is_tied and found.strength + 2 * named + 2 * (tied or 0) >= SURE else None
    is_sure = found.strength + 2 * (tied or 0) >= SURE and (tied or gap is None or gap <= NEAR or found.names > 1)
    if answers == "other" and is_sure and _is_contradiction(one, other, gap):
        return "contradicted"
    is_rival = answers == "other" or (answers == "open" and not _overlap(one.asked, other.asked))
    return "rival" if found.covered and found.names and is_rival else None


def match(one: Claim, other: Claim) -> Match | None:
    """How far the parts of two claims agree; None where one of them does not."""
    mine, theirs = dict(one.parts), dict(other.parts)
    shared: list[str] = []
    covered = True
    for role in {**mine, **theirs}:
        first, second = mine.get(role), theirs.get(role)
        if first is None or second is None:
            if not role.startswith(OPTIONAL):
                return None
            covered = covered and first is None
        else:
            held = _held(role, first, second)
            if held is None:
                return None
            shared += held
            covered = covered and len(first) <= len(second)
    if _has_own_name(one, other) and _has_own_name(other, one):
        return None  # a place here and another there, wherever the parses hang them
    names = sum(word[0].isupper() for word in shared)
    return Match(covered, len(shared) + names, names)


def _has_own_name(one: Claim, other: Claim) -> bool:
    """Whether the first claim names something that the second one does not."""
    known = [word for _, part in other.parts for word in part]
    named = (word for _, part in one.parts for word in part if word[0].isupper())
    return any(not any(_same_word(name, word) for word in known) for name in named)


def _held(role: str, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of the shorter part, if the longer one holds them all and is about the same thing."""
    short, long = sorted((one, other), key=len)
    if not short:
        return None if long else short  # nothing but small words ("the other"): they agree in that alone
    if not all(any(_same_word(word, another) for another in long) for word in short):
        return None
    if role == "statement":
        is_enough = len(short) >= WHOLE and len(long) <= LENGTHENED * len(short)
        return short if is_enough and _in_order(short, long) else None
    is_name = all(word[0].isupper() for word in short)
    # "the fire" and "the fire in Porto", but not "the police" and "the police station"
    behind = long[max(i for i, word in enumerate(long) if _same_word(short[-1], word)) + 1 :]
    return short if is_name or all(word[0].isupper() for word in behind) else None


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether names come in one order: "Iran accused Iraq" is not "Iraq accused Iran"."""
    names = [word for word in short if word[0].isupper()]
    places = [next(i for i, word in enumerate(long) if _same_word(name, word)) for name in names]
    return places == sorted(places)


def _same_word(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    both_names = one[0].isupper() and other[0].isupper()
    return both_names and (is_one_spelling(one, other) or is_kin(one.casefold(), other.casefold()))


def _tied(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether two statements are of one time: a day lies in its month; None where one of them tells no time."""
    if not one or not other:
        return None
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _gap(one: Claim, other: Claim) -> int | None:
    """The days between the two articles, None where one has no date."""
    first, second = one.source.published, other.source.published
    return abs((first - second).days) if first and second else None


def compare(one: Slot, other: Slot) -> Answers:
    """Whether two slots give one answer, another one, or ones that may both be right."""
    if one.type in COUNTED or other.type in COUNTED:
        return _compare_amounts(one.text, other.text)
    if one.type == "time" and one.normalised and other.normalised:
        return _compare_times(one.normalised.value, other.normalised.value)
    if one.type == other.type and one.type in NAMES and is_named(one.wording) and is_named(other.wording):
        return "same" if is_one_name(one.wording, other.wording) else "other"
    said = [set(words_of(slot.wording)) - STOP for slot in (one, other)]
    return "same" if said[0] == said[1] or (one.head == other.head and said[0] & said[1] in said) else "open"


def _overlap(one: Slot, other: Slot) -> bool:
    """Whether two answers have a word in common, or are numbers or times of which both may be right."""
    if {one.type, other.type} & (COUNTED | {"time"}):
        return True
    return bool((set(words_of(one.wording)) & set(words_of(other.wording))) - STOP)


def is_one_name(one: str, other: str) -> bool:
    """Whether two names are one: the same, spelled in two ways, or the shorter within the longer."""
    if name_key(one) == name_key(other):
        return True
    spaced = (plain_name(text).replace("-", " ") for text in (one, other))
    words = [[word for word in words_of(text) if word not in STOP] for text in spaced]
    short, long = sorted(words, key=len)
    return bool(short) and all(any(is_one_spelling(w.title(), v.title()) for v in long) for w in short)


def _compare_amounts(one: str, other: str) -> Answers:
    """Equal, or not to be reconciled: "at least nine" and "ten" may both be right, "nine" and "ten" may not."""
    first, second = amount(one), amount(other)
    if first is None or second is None or (first.kind, first.unit) != (second.kind, second.unit):
        return "same" if words_of(one) == words_of(other) else "open"
    if (first.low, first.high) == (second.low, second.high):
        return "same" if first.rough == second.rough else "open"
    for point, bounds in ((first, second), (second, first)):
        if point.is_point and not bounds.is_point and bounds.holds(point.low or 0.0):
            return "open"
    is_rough = first.rough or second.rough
    return "open" if is_rough and first.is_point and second.is_point and _is_close(first.low, second.low) else "other"


def _is_close(one: float | None, other: float | None) -> bool:
    """Whether two numbers round to one ("about 500", "487")."""
    return one is not None and other is not None and abs(one - other) <= 0.1 * max(abs(one), abs(other))


def _compare_times(one: str, other: str) -> Answers:
    if one == other:
        return "same"
    if not (DAY.fullmatch(one) and DAY.fullmatch(other)):
        return "open"
    return "open" if one.startswith(other) or other.startswith(one) else "other"


def _is_contradiction(one: Claim, other: Claim, gap: int | None) -> bool:
    """Whether the two answers cannot both be right, and neither is only the older one."""
    if one.source.id == other.source.id:
        return False
    asked = one.asked
    if asked.type in COUNTED:
        return not gap
    if asked.type == "time":
        return one.predicate in ONCE
    if one.predicate in TENURE:
        return one.role == "holder" and gap is not None and any(OFFICES.match(" ".join(p)) for _, p in one.parts)
    return one.predicate in ALONE.get(base_name(one.role), ())
