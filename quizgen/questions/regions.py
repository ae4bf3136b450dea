"""Countries and cities near a given one: wrong options that a person would choose, where the articles name too few.

The table is GeoNames, condensed by `training/regions.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizgen.questions.names import names_of

OFFERED = 8
LARGEST = 12  # cities of a country that a reader may know
# how unlike in size a neighbour may be, a country of the same continent, and another one
NEIGHBOUR, SAME, ALIKE = 200.0, 50.0, 10.0
LONGEST = 2  # words of a country's name that is offered


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a city: where it lies (continent or country), its thousands of inhabitants, what is near.

    `area` is a country's, in thousands of square kilometres.
    """

    name: str
    region: str
    people: int
    area: int = 1
    near: tuple[str, ...] = ()
    capital: bool = False


@cache
def _places() -> tuple[dict[str, Place], dict[str, Place]]:
    """The countries and the cities by name."""
    countries: dict[str, Place] = {}
    cities: dict[str, Place] = {}
    text = (files("quizgen.questions") / "data" / "places.tsv").read_text("utf-8")
    for kind, name, region, people, area, last in (line.split("\t") for line in text.splitlines()):
        if kind == "country":
            countries[name] = Place(name, region, int(people), int(area), tuple(last.split(",")) if last else ())
        else:
            cities[name] = Place(name, region, int(people), capital=last == "capital")
    return countries, cities


@cache
def neighbours(name: str, kind: str) -> tuple[str, ...]:
    """The countries or cities to offer beside that one, the likeliest first; none beside an unknown one."""
    countries, cities = _places()
    known = (name, *names_of(name))
    found = next((place for place in map((countries if kind == "country" else cities).get, known) if place), None)
    if found is None:
        return ()
    near = _countries(found) if kind == "country" else _capitals(found) if found.capital else _cities(found)
    return tuple(place.name for place in near if place.name != found.name)[:OFFERED]


def _countries(country: Place) -> list[Place]:
    """Its neighbours, then others of its continent, then of the world; of these, the ones of about its size."""
    countries = _places()[0]
    near = _by_size((countries[name] for name in country.near), country, NEIGHBOUR)
    continent = _by_size((place for place in countries.values() if place.region == country.region), country, SAME)
    around = dict.fromkeys((*near, *continent, *_by_size(countries.values(), country, ALIKE)))
    return [place for place in around if len(place.name.split()) <= LONGEST]


def _capitals(city: Place) -> list[Place]:
    """The capitals of the countries around."""
    countries, cities = _places()
    capitals = {place.region: place for place in cities.values() if place.capital}
    around = [place.name for place in _countries(countries[city.region])]
    return [capitals[name] for name in around if name in capitals]


def _cities(city: Place) -> list[Place]:
    """The large cities of its country, the ones of its size first, then those of its neighbours."""
    countries, cities = _places()

    def largest(country: str) -> list[Place]:
        of_country = (place for place in cities.values() if place.region == country)
        return sorted(of_country, key=lambda place: -place.people)[:LARGEST]

    around = [place for name in countries[city.region].near for place in largest(name)[:2]]
    return [*_by_size(largest(city.region), city), *_by_size(around, city)]


def _by_size(places: Iterable[Place], like: Place, most: float = math.inf) -> list[Place]:
    """The places, those of its size first, without those that are too unlike."""
    return sorted((place for place in places if _ratio(place, like) <= most), key=lambda place: _ratio(place, like))


def _ratio(one: Place, other: Place) -> float:
    """How unlike in size two places are: the ratio of their inhabitants, of countries times that of their areas."""
    people = max(one.people, other.people) / max(1, min(one.people, other.people))
    return people * max(one.area, other.area) / min(one.area, other.area)
