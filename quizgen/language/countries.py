"""Which countries an article speaks of, by name or by nationality, and how much of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.parsing import ParsedArticle
from quizgen.model import Span

if TYPE_CHECKING:
    from quizgen.language.cast import Name

IN_TITLE = 3.0  # what a mention in the title weighs beside one in the text
IRREGULAR = {
    "American": "United States", "British": "United Kingdom", "French": "France", "Danish": "Denmark",
    "Dane": "Denmark", "Danes": "Denmark", "Dutch": "Netherlands", "Spanish": "Spain", "Welsh": "Wales",
    "Swiss": "Switzerland", "Burmese": "Myanmar", "English": "England", "Pole": "Poland", "Poles": "Poland",
    "Thai": "Thailand", "Finnish": "Finland",
}  # fmt: skip
OTHER_NAMES = {"US": "United States", "U.S.": "United States", "UK": "United Kingdom", "Britain": "United Kingdom"}
NO_NATIONS = frozenset(
    "Western European Asian African Arab Latin Muslim Christian Jewish Islamic Catholic Protestant Sunni Shia Shiite "
    "Kurdish Orthodox Democrat Republican Conservative Liberal Democratic Communist Islamist Middle Eastern".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """A country of the article: its name where it is named, and where it or its nationality is mentioned."""

    name: Name | None
    mentions: tuple[Span, ...]
    weight: float
    in_title: bool


def countries(parsed: ParsedArticle, names: Iterable[Name]) -> tuple[Country, ...]:
    """The countries of the article, those that it speaks of most first; a nationality counts for its country."""
    named = [name for name in names if name.type == "country"]
    title = parsed.article.source.title
    spans: dict[str, list[Span]] = {}
    for sentence in parsed.sentences:
        for token in sentence.words:
            if token.text.istitle() and gazetteer.is_demonym(token.text) and token.text not in NO_NATIONS:
                spans.setdefault(token.text, []).append(sentence.span(token, token))
    owned: dict[int, list[Span]] = {id(name): list(name.mentions) for name in named}
    foreign: list[Country] = []
    titled = {id(name): name.text in title for name in named}
    for nation, found in spans.items():
        owner = next((name for name in named if is_of(nation, name.text)), None)
        if owner is None:
            foreign.append(Country(None, tuple(found), len(found), nation in title))
        else:
            owned[id(owner)] += found
            titled[id(owner)] |= nation in title
    own = [
        Country(name, tuple(owned[id(name)]), len(owned[id(name)]) + IN_TITLE * titled[id(name)], titled[id(name)])
        for name in named
    ]
    return tuple(sorted([*own, *foreign], key=lambda country: -country.weight))


def is_of(nation: str, country: str) -> bool:
    """Whether the nationality is that country's: "Iraqi" is Iraq's."""
    country = OTHER_NAMES.get(country, country)
    if nation in IRREGULAR:
        return IRREGULAR[nation] == country
    least = 3 if len(country) == 3 else 4
    return nation[:least] == country[:least] and len(country) >= least
