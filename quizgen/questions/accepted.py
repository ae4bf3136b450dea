"""Other answers to count as right: other spellings and names, a day in full, a name without its title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from quizgen.language.days import MONTHS
from quizgen.language.numbers import variants
from quizgen.language.sameness import amount, surname
from quizgen.model import Fact, Slot
from quizgen.questions.checks import words_of
from quizgen.questions.names import bare_person, name_key, names_of

OtherNames = Mapping[str, tuple[str, ...]]
VARYING = frozenset({"number", "time", "money", "percent", "duration"})  # what can be written in several ways
PLACES = frozenset({"country", "city", "place", "organization"})
YEAR = re.compile(r"\d{4}")
# what limits a time without changing it much, and where a description goes on to tell of its place
QUALIFIED_TIME = re.compile(r"^(?:the )?(?:early|late|mid|the (?:start|beginning|middle|end) of)[ -](?=[A-Z\d])", re.I)
PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)$")
IN_PLACE = re.compile(r"^((?:an? |the )?[\w’' -]+?) (?:in|near|on|at|outside|between) ")
EMPHATIC = re.compile(r"^(?:only|just|exactly|a mere) (?=[\d$€£a-z])")  # no part of an amount: "only 22"
QUANTITY = re.compile(r"([\d.,]*\d|[A-Za-z]+(?:-[a-z]+)?)( .*)")


def accepted_for(asked: Slot, fact: Fact, others: OtherNames) -> tuple[str, ...]:
    """The answers besides the key that are right, each once; `others` are the names that the article gives of one."""
    key = " ".join(asked.text.split())
    found = [*_times(asked), *_amounts(asked), *(one.name for one in asked.replacements if one.span == asked.span)]
    bare = re.sub(r"^(?:the|an?) ", "", key, flags=re.IGNORECASE)
    found.append(bare)
    if fact.kind != "acronym":  # what letters stand for is no other name of it
        found += others.get(name_key(key), ())
    if asked.type == "person":
        found += [name for name in (bare_person(bare), surname(bare_person(bare))) if name]
    if asked.type in PLACES:
        found += names_of(bare)
    if fact.kind == "definition" and asked.name == "description" and (head := IN_PLACE.match(key)):
        found += [head[1], re.sub(r"^(?:the|an?) ", "", head[1])]
    return tuple(other for other in dict.fromkeys(found) if other != key)


def other_names(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """The names that an article gives of one thing: an abbreviation and what it stands for, a name and another."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        slots = [fact.slot(name) for name in ("short", "long")] if fact.kind == "acronym" else []
        slots = slots or [fact.slot(name) for name in ("thing", "alias")]
        names = [" ".join(slot.text.split()) for slot in slots if slot is not None]
        if fact.kind in {"acronym", "definition"} and len(names) == 2:
            for one, other in (names, names[::-1]):
                found[name_key(one)].append(other)
    return {name: tuple(others) for name, others in found.items()}


def _times(asked: Slot) -> Iterator[str]:
    """A time without what qualifies it, and in full where the article's date completes it."""
    if asked.type != "time":
        return
    key = " ".join(asked.text.split())
    yield QUALIFIED_TIME.sub("", key)
    if asked.normalised is not None:
        yield from _days(asked.normalised.value)
        if asked.normalised.how:
            yield PART_OF_DAY.sub("", key)


def _days(value: str) -> tuple[str, ...]:
    """A day in full, in the two orders in which it is written, or a month with its year; nothing for other times."""
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return (f"{MONTHS[int(month[2]) - 1]} {month[1]}",)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return ()
    return f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"


def _amounts(asked: Slot) -> Iterator[str]:
    """A number in words or digits, with the words behind it; without "about" or "only", which nobody need remember."""
    whole = " ".join(asked.text.split())
    if asked.type not in VARYING or YEAR.fullmatch(whole):
        return
    key = EMPHATIC.sub("", whole)
    yield key
    yield from variants(key)
    if (parts := QUANTITY.fullmatch(key)) and (asked.type == "duration" or not variants(key)):
        yield from (f"{number}{parts[2]}" for number in variants(parts[1]))
    said = amount(key)
    if said is not None and said.rough and words_of(key)[0].isalpha():
        plain = key.partition(" ")[2]
        yield from (plain, *variants(plain))
