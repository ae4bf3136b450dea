"""What a name is, by the evidence of all its mentions: form, lists, titles, verbs, appositions, the model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.inflection import is_listed
from quizgen.language.names import Chunk
from quizgen.language.surroundings import (
    Vote,
    described,
    listed_with,
    modifier,
    preposition,
    relative,
    subject,
    taken_up,
    worked_for,
)
from quizgen.language.types import common_type, is_common
from quizgen.model import EntityType

if TYPE_CHECKING:
    pass

MODEL: dict[str, EntityType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
HEAD_SECTIONS: tuple[tuple[str, EntityType, float], ...] = (
    ("organization-head", "organization", 4.0),
    ("place-head", "place", 3.5),
    ("event-head", "event", 3.5),
    ("object-head", "object", 3.0),
)
OPENERS: dict[str, EntityType] = {
    "Mount": "place", "Lake": "place", "Lakes": "place", "Mounts": "place", "Cape": "place", "Fort": "place",
    "Camp": "place", "River": "place",
    "Operation": "event", "Hurricane": "event", "Typhoon": "event", "Cyclone": "event", "Battle": "event",
    "Port": "place", "Hotel": "place", "HMS": "object", "USS": "object", "RMS": "object", "Exercise": "event",
    "Radio": "organization", "Banco": "organization", "FC": "organization", "Team": "organization",
}  # fmt: skip
PLACES: frozenset[EntityType] = frozenset({"country", "city", "place"})
COMPASS = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Greater"}
)
POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ N.J. NM NY N.Y. NC "
    "N.C. ND OH OK OR PA RI SC S.C. SD TN TX UT VT VA WA WV WI WY NSW BC".split()
)
FEASTS = frozenset("Christmas Easter Ramadan Eid Diwali Hanukkah Thanksgiving Passover Nowruz Hajj Halloween".split())
ARTICLE = re.compile(r"^[Aa]l[- ]")  # the Arabic one, which lists may leave out
LONG = 4  # words from which a name with "al" inside is a person's rather than a place's
MODEL_CAP = 2.0  # the model may repeat one mistake over all mentions, so its votes count up to this much together
SPECIFIC = 1.5  # votes from which a place is known to be a country or a city
SURNAME_USED = 1.5
ENOUGH = 0.9  # votes below which a name stays a thing


def decide(chunks: Iterable[Chunk]) -> EntityType:
    """The one type of the name that the chunks are mentions of."""
    total = weigh(chunks)
    # kinds of place share their votes: which place it is comes second
    places = sum(total[kind] for kind in PLACES)
    best = max(((weight, kind) for kind, weight in total.items() if kind not in PLACES), default=(0.0, "thing"))
    if places > best[0] and places >= ENOUGH:
        return "country" if total["country"] >= SPECIFIC else "city" if total["city"] >= SPECIFIC else "place"
    return best[1] if best[0] >= ENOUGH else "thing"  # type: ignore[return-value]


def weigh(chunks: Iterable[Chunk]) -> Counter[EntityType]:
    """The votes for each type: what is seen in several mentions counts once and a little more."""
    chunks = tuple(chunks)
    by_rule: dict[tuple[str, EntityType], list[float]] = {}
    for chunk in chunks:
        for name, kind, weight in votes(chunk):
            by_rule.setdefault((name, kind), []).append(weight)
    total: Counter[EntityType] = Counter()
    for (rule_name, kind), weights in by_rule.items():
        if rule_name == model.__name__:
            total[kind] += min(sum(weights), MODEL_CAP)  # type: ignore[assignment]
        else:
            total[kind] += max(weights, key=abs) * (1 + 0.15 * min(len(weights) - 1, 4))  # type: ignore[assignment]
    if _is_surname_used(chunks):
        total["person"] += SURNAME_USED  # type: ignore[assignment]
    return total


def _is_surname_used(chunks: Iterable[Chunk]) -> bool:
    """Whether two words or three are taken up by the last of them as a subject, as people's names are: "Roe said"."""
    texts = {chunk.text for chunk in chunks if len(chunk.words) > 1 or chunk.head.dep_ in SUBJECTS}
    full = max(texts, key=len, default="").split()
    if not 2 <= len(full) <= 3 or full[-1] not in texts or not full[-1].istitle() or is_common(full[-1].lower()):
        return False
    known = (*full, " ".join(full))
    return not any(gazetteer.place(word) or word in gazetteer.words("organization") for word in known)


def votes(chunk: Chunk) -> list[tuple[str, EntityType, float]]:
    """What each rule says of one mention; worked out once."""
    if chunk.votes is None:
        chunk.votes = [(rule.__name__, kind, weight) for rule in RULES for kind, weight in rule(chunk)]
    return chunk.votes


def model(chunk: Chunk) -> Iterator[Vote]:
    """The trained model's entity label on the chunk's tokens; where it sees no name, a vote against each type."""
    labels = Counter(token.ent_type_ for token in chunk.tokens if token.ent_type_ in MODEL)
    if not labels:
        yield from ((kind, -1.0) for kind in MODEL.values())
    for label, count in labels.items():
        yield MODEL[label], 1.0 * count / len(chunk.tokens)


def titled(chunk: Chunk) -> Iterator[Vote]:
    """A title or office before the name: President, Mr, Dr."""
    if chunk.titles:
        yield "person", 5.0


def listed(chunk: Chunk) -> Iterator[Vote]:
    """Lists of the world's countries, cities, regions and of well-known bodies, and of feasts."""
    name = chunk.text.removeprefix("The ")
    if name in FEASTS:
        yield "event", 5.0
    if name in gazetteer.words("organization") or (len(name) > 3 and gazetteer.is_body(name)):
        yield "organization", 4.0
    kind = gazetteer.place(name) or gazetteer.place(ARTICLE.sub("", name))
    if kind is None and "." in name:
        kind = gazetteer.place(f"{name}.")  # "the U.S" where the last stop ends the sentence
    if kind == "country" or (kind and " " in name and name in gazetteer.words(kind)):
        yield kind, 4.5
    elif kind:
        personal = gazetteer.given(name) is not None or gazetteer.is_surname(name)
        yield kind, (0.9 if personal else 1.6 if gazetteer.is_town(name) else 2.6)
    elif name in POSTAL and chunk.tokens[0].i and chunk.tokens[0].nbor(-1).text == ",":
        before = chunk.tokens[0].nbor(-2).text if chunk.tokens[0].i > 1 else ""
        if gazetteer.place(before):
            yield "place", 3.0  # "Houston, TX"
    elif len(chunk.tokens) > 1 and chunk.words[0] in COMPASS and gazetteer.place(name.partition(" ")[2]):
        yield "place", 3.0


def head_word(chunk: Chunk) -> Iterator[Vote]:
    """The word that says what the name names: Ministry of X, X University, X River, Operation X."""
    words = chunk.words
    if words[0] in OPENERS and len(words) > 1:
        yield OPENERS[words[0]], 4.0
        return
    at = next((i for i, word in enumerate(words) if word in {"of", "for", "on"} and i), len(words)) - 1
    if (
        len(words) > 1
        and gazetteer.given(words[0])
        and len(words) == 2
        and gazetteer.is_surname(words[-1])
        and words[-1] not in {"University", "River", "Street"}
    ):
        return  # "Justin Fields", "Victoria Park" stays open for the other rules
    if len(words) == 1:
        return
    for section, kind, weight in HEAD_SECTIONS:
        if words[at] in gazetteer.words(section):
            yield kind, weight
            return


def person_form(chunk: Chunk) -> Iterator[Vote]:
    """A first name that is known, or the shape First Last."""
    words = chunk.words
    joined = len(words) > 1 and words[1] == "-"  # Al-Karim: "Al" is no first name here
    gender = None if joined else gazetteer.given(words[0])
    if len(words) > 2 and any(words[-1] in gazetteer.words(section) for section, _, _ in HEAD_SECTIONS):
        return
    shape = all(word[0].isupper() or word in gazetteer.words("particle") or word in {"-", "."} for word in words)
    if not shape or any(word in {"of", "and", "for", "&"} or any(map(str.isdigit, word)) for word in words):
        return
    if len(words) == 1:
        if gender or gazetteer.is_surname(words[0]):
            yield "person", 1.0
    elif gender and len(words) <= 5:
        yield "person", 3.0
    elif all(is_listed(word.lower()) for word in words):
        return  # "Taco Bell", "Gravel Pit": words of the dictionary, and no first name among them
    elif len(words) <= 4 and (any(token.dep_ == "flat" for token in chunk.tokens) or gazetteer.is_surname(words[-1])):
        yield "person", 1.3
    if words[0] in {"Abu", "Umm", "Ibn"} or {"bin", "ibn", "bint", "van", "von"} & set(words[1:-1]):
        yield "person", 2.5
    elif 2 <= len(words) <= 3 and not any(_is_plain(word) for word in words):
        yield "person", 1.1  # nothing but the shape
    if len(words) > 1 and {"al", "el"} & set(words[1:-1]):
        yield "person", 0.8 if len(words) < LONG else 1.6
    if len(words) > 2 and len(words[1].rstrip(".")) == 1 and words[1][0].isalpha():
        yield "person", 1.5  # a middle initial


def _is_plain(word: str) -> bool:
    """Whether a capitalised word is a common noun, a place, or formed like a verb's noun, and so hardly a surname."""
    lower = word.lower()
    if lower.endswith(("ous", "ical", "ional")) or (lower.endswith("ies") and is_common(lower[:-3] + "y")):
        return True
    plain = is_common(lower) or is_common(lower.removesuffix("s")) or lower.endswith(("ing", "tion", "ions"))
    return plain or gazetteer.place(word) is not None


def acronym(chunk: Chunk) -> Iterator[Vote]:
    """A single word of capitals, sure where it acts, has people, or stands in the brackets after a name."""
    word, head = chunk.text, chunk.head
    if word in gazetteer.words("initialism"):
        yield "object", 2.5
        return
    if len(chunk.tokens) != 1 or not word.isupper() or not 2 <= len(word.replace(".", "")) <= 6:
        return
    acts = head.dep_ in SUBJECTS or (head.head.tag_ in {"NN", "NNS"} and common_type(head.head) in {"person", "people"})
    bracketed = head.i > 0 and head.nbor(-1).text == "("
    yield "organization", 2.0 if acts or bracketed else 0.8


RULES: tuple[Callable[[Chunk], Iterator[Vote]], ...] = (
    model, titled, listed, head_word, person_form, acronym, subject, described, relative, taken_up, preposition,
    listed_with, modifier, worked_for,
)  # fmt: skip


SURE_RULES = frozenset(
    rule.__name__ for rule in (listed, head_word, acronym, described)
)  # what is more than the model's guess


def gender(chunks: Iterable[Chunk]) -> str:
    """m or f where a title, an office in its gendered form or the first name says so; empty where nothing does."""
    votes: Counter[str] = Counter()
    chunks = tuple(chunks)
    alone = all(len(chunk.words) == 1 and not chunk.titles for chunk in chunks)  # a first name and nothing else
    for chunk in chunks:
        for side in ("m", "f"):
            if any(title.capitalize() in gazetteer.words(f"honorific-{side}") for title in chunk.titles):
                votes[side] += 3
        first = gazetteer.given(chunk.words[0])
        if first in {"m", "f"} and (len(chunk.words) > 1 or alone or not gazetteer.is_surname(chunk.words[0])):
            votes[first] += 1
    if not votes or votes["m"] == votes["f"]:
        return ""
    return "m" if votes["m"] > votes["f"] else "f"
