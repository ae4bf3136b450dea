"""Whether a card says of what a number counts, and of what an office is one: in its stem, or in the title above it."""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.language import gazetteer
from quizgen.language.days import MONTH, YEAR
from quizgen.model import Fact, Slot, Source
from quizgen.questions.asking import CALENDAR
from quizgen.questions.checks import COUNTED, OFFICES, STOP, is_kin, is_named, words_of

NAME = re.compile(r"(?<!^)\b(the )?\b([A-Z][\w'’.-]*)")
LEAD = 2  # sentences that open the news and tell what the title tells
# what ties the stem of another to something, if it names nothing: content words of the title, a year
TIES = 2
IN_YEAR = re.compile(rf"\b{YEAR}\b")
IN_MONTH = re.compile(rf"\b(?:(?:in|on|since|until|by|from|of|early|mid|late|\d{{1,2}}) {MONTH}|{MONTH} \d{{1,2}})\b")
WORLD = frozenset("world worldwide global globally earth".split())
# offices of which each country has its own
MINISTERS = frozenset({"minister", "secretary"})
GOVERNING = frozenset({"president", "premier", "chancellor"})
# deeds that tell only of an office, not whose
TENURE = frozenset("take resign step quit retire join leave succeed replace become depart".split())


def is_scoped(stem: str, fact: Fact, asked: Slot, source: Source) -> bool:
    """Whether stem and title tell of which place, event or body the statement holds."""
    if _is_told_above(asked, source) or _is_of_no_year(stem, asked, source) or _is_over(stem, asked, source):
        return False
    return not _is_loose(stem, fact, asked, source.title) and not _is_bare_office(fact, source)


def _is_told_above(asked: Slot, source: Source) -> bool:
    """Whether the day that is asked for is the one that stands in the context line."""
    day = asked.normalised.value if asked.type == "time" and asked.normalised else ""
    return source.published is not None and day == source.published.isoformat()


def _is_over(stem: str, asked: Slot, source: Source) -> bool:
    """Whether what the stem tells as of now was on a day before the article's: a participle was read as present."""
    day = asked.normalised.value if asked.type == "time" and asked.normalised else ""
    is_now = stem.startswith(("When is ", "When are ", "In which year is ", "In which year are "))
    return is_now and source.published is not None and "" < day < source.published.isoformat()[: len(day)]


def _is_of_no_year(stem: str, asked: Slot, source: Source) -> bool:
    """Whether a month or a day stands on a card on which neither a year nor the article's date does."""
    said = f"{stem} {asked.text}" if asked.type == "time" else stem
    return source.published is None and IN_MONTH.search(said) is not None and not IN_YEAR.search(said)


def _is_loose(stem: str, fact: Fact, asked: Slot, title: str) -> bool:
    """Whether nothing tells where or of whom something is counted or dated: "How many ballots remained?"."""
    if asked.type not in COUNTED | {"time"} or asked.name == "age" or fact.sentence.index < LEAD:
        return False
    if _names(stem) or any(_is_name(slot) for slot in fact.slots):
        return False
    told = [word for word in words_of(title) if word not in STOP]
    said = {word for word in words_of(stem) if word not in STOP}
    if said & WORLD or any(_is_everywhere(slot) for slot in fact.slots if slot is not asked):
        return False
    shared = sum(any(is_kin(word, other) for other in told) for word in said)
    return shared + bool(IN_YEAR.search(stem)) < TIES


def _is_everywhere(slot: Slot) -> bool:
    """Whether a subject is of no place, so that what is said of it holds of the world: "malaria", "resistance"."""
    is_bare = words_of(slot.wording)[0] not in STOP and not is_named(slot.wording)
    return slot.name == "subject" and slot.type in {"abstract", "thing"} and is_bare and not slot.plural


def _names(stem: str) -> list[str]:
    """The names in a stem: no days or months, nor adjectives as in "a French destroyer"; "the French navy" is one."""
    found = ((match[1], re.sub(r"['’]s?$|\.$", "", match[2])) for match in NAME.finditer(stem))
    return [name for the, name in found if name not in CALENDAR and (the or not gazetteer.is_demonym(name))]


def _is_name(slot: Slot) -> bool:
    """Whether the slot is a name, which may open the stem."""
    return slot.name == "subject" and slot.type != "time" and is_named(slot.wording)


def _is_bare_office(fact: Fact, source: Source) -> bool:
    """Whether a post is one of many of its name, and nothing says of what: "chief executive", "finance minister"."""
    if fact.kind not in {"role", "leadership"}:
        return False
    post = fact.slot("post") or (fact.slot("role") if fact.slot("holder") else None)
    named = fact.slot("name")
    text = post.text if post is not None else named.rest if named is not None else ""
    words = words_of(text)
    is_bodys = " of the " in text and not set(words) & MINISTERS  # "president of the land court"
    if named is None and set(words) & (GOVERNING | MINISTERS) and not is_bodys:
        of_title, of_publisher = countries_in(source.title), countries_in(source.publisher or "", adjectives=False)
        return not countries_in(text) and len(of_title or of_publisher) != 1
    is_held = named is None or (fact.verb is not None and fact.verb.lemma in TENURE)
    return bool(words) and set(words) <= OFFICES and is_held


def countries_in(text: str, *, adjectives: bool = True) -> frozenset[str]:
    """The countries that a text names, and adjectives of countries: "New Zealand", "Danish"."""
    words = [re.sub(r"['’]s?$", "", word.strip(",:;!?()'\"‘’“”")) for word in re.split(r"[\s-]+", text)]
    pairs = (" ".join(pair) for pair in pairwise(words))
    ending = (word.rstrip(".") for word in words if word.endswith("."))  # "U.S.", or the end of a sentence
    return frozenset(
        word for word in (*words, *pairs, *ending)
        if word[:1].isupper() and (gazetteer.place(word) == "country" or (adjectives and gazetteer.is_demonym(word)))
    )  # fmt: skip
