"""What each country has one of: "the defence ministry" is Norway's where the article is about Norway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.entities import Entity

if TYPE_CHECKING:
    from quizgen.language.discourse import Discourse
    from quizgen.language.tokens import Token
    from quizgen.model import EntityType

CLEAR = 2  # how many times as often as the next a country must be spoken of, to be "the country"
MODIFIERS = frozenset({"amod", "compound"})
SINGLE: dict[str, tuple[frozenset[str], EntityType]] = {
    "bank": (frozenset({"central"}), "organization"),
    "court": (frozenset({"supreme", "constitutional"}), "organization"),
    "minister": (frozenset({"prime"}), "person"),
}


def main_country(discourse: Discourse) -> Entity | None:
    """The one country of an article, or the one in its title that is spoken of by far the most often."""
    ranked = discourse.countries
    runner = ranked[1].weight if len(ranked) > 1 else 0
    is_clear = ranked and (not runner or (ranked[0].in_title and ranked[0].weight >= CLEAR * runner))
    return discourse.entity_of(ranked[0].name) if is_clear and ranked[0].name is not None else None


def institution(discourse: Discourse, head: Token, lemma: str) -> Entity | None:
    """The body or the post that the noun and the words before it name, as that of the article's country."""
    modifiers = [child for child in head.lefts if child.dep_ in MODIFIERS]
    said = {word.lower_ for word in modifiers}
    fields, kind = SINGLE.get(lemma, (frozenset[str](), "organization"))
    if lemma == "ministry":
        fields = frozenset(field.lower() for field in gazetteer.words("portfolio"))
    country = main_country(discourse)
    if not said or not said <= fields or country is None:
        return None
    words = head.doc.span(modifiers[0].i, head.i + 1).text.lower()
    return owned_by(discourse, country, words, lemma, kind)


def owned_by(
    discourse: Discourse, country: Entity, words: str, lemma: str = "", kind: EntityType = "organization"
) -> Entity:
    """Take up what a country has one of: "Norway's parliament"; it may be called by `lemma` from now on."""
    mark = "'" if country.wording.endswith("s") else "'s"
    entity = Entity(f"{country.wording}{mark} {words}", country.antecedent, kind, plural=False)
    discourse.add(entity, {lemma or words})
    return entity
