"""The world's names and plain word lists, read from the package's data when they are first asked for."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

DATA = Path(__file__).parent / "data"
PlaceType = Literal["country", "city", "place"]
PLACE_TYPES: tuple[PlaceType, ...] = ("country", "place", "city")
GivenGender = Literal["m", "f", "?"]


@cache
def words(section: str) -> frozenset[str]:
    """The hand-made word list of that name; raises KeyError when there is none."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (DATA / "words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            current.update(word.replace("_", " ") for word in line.split())
    return {name: frozenset(found) for name, found in sections.items()}


@cache
def _table(file: str) -> dict[str, str]:
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@cache
def place(name: str) -> PlaceType | None:
    """What kind of place is known by that name; None when there is none."""
    for section in PLACE_TYPES:
        if name in words(section):
            return section
    kind = _table("places.tsv").get(name)
    return "city" if kind == "town" else next((known for known in PLACE_TYPES if known == kind), None)


def is_town(name: str) -> bool:
    """Whether the only place known by that name is a smaller city, so that the name may well be another's."""
    return _table("places.tsv").get(name) == "town" and not any(name in words(section) for section in PLACE_TYPES)


@cache
def is_demonym(word: str) -> bool:
    """Whether the word says where someone is from or what they belong to: "Danish", "Danes", "Kurdish"."""
    if word in words("demonym"):
        return True
    return any(_table("places.tsv").get(form) == "demonym" for form in (word, word.removesuffix("s")))


def given(name: str) -> GivenGender | None:
    """The gender of a first name; "?" when both bear it, None when it is not known as a first name."""
    return _table("given.tsv").get(name)  # type: ignore[return-value]


def is_surname(name: str) -> bool:
    """Whether the word is a frequent surname."""
    return name in _lines("surnames.txt")


@cache
def long_names() -> dict[str, list[tuple[str, ...]]]:
    """The well-known bodies whose names have small words inside, by first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(words("organization"), key=len, reverse=True):
        parts = tuple(name.split())
        if any(part.islower() for part in parts[1:]):
            found.setdefault(parts[0], []).append(parts)
    return found


@cache
def is_body(name: str) -> bool:
    """Whether a well-known body has this name, whatever its capitals, apostrophes and hyphens."""
    return plain(name) in _plain_bodies()


@cache
def _plain_bodies() -> frozenset[str]:
    return frozenset(plain(name) for name in words("organization") if len(name) > 3)


@cache
def _lines(file: str) -> frozenset[str]:
    return frozenset((DATA / file).read_text(encoding="utf-8").splitlines())


@cache
def noun(lemma: str) -> tuple[str, float] | None:
    """What a common noun mostly is in the annotated corpus, and in which share of its mentions."""
    line = _table("nouns.tsv").get(lemma)
    if line is None:
        return None
    kind, most, total = line.split("\t")
    return kind, int(most) / (int(total) + 0.5)


def plain(name: str) -> str:
    """A name without accents, apostrophes, hyphens and case: the form in which spellings are compared."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return bare.replace("-", " ").replace("'", "").replace("’", "").replace(".", "").casefold()
