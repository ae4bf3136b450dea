"""Parsed sentences into facts: one module a kind, and a registry of them."""

from collections.abc import Iterator

from quizgen.facts import (
    acronym,
    action,
    affiliation,
    casualty,
    cause,
    date,
    definition,
    figure,
    leadership,
    membership,
    place,
    purpose,
    quotation,
    request,
    role,
)
from quizgen.facts.clauses import clauses
from quizgen.facts.introducing import introduced
from quizgen.facts.nominal import nominals
from quizgen.facts.rule import Rule, apply
from quizgen.facts.scene import scenes
from quizgen.language import ParsedArticle
from quizgen.model import Fact

# the special kinds before the general ones: what two kinds would ask, the first one asks
REGISTRY: dict[str, tuple[Rule, ...]] = {
    "casualty": casualty.RULES,
    "leadership": leadership.RULES,
    "role": role.RULES,
    "figure": figure.RULES,
    "date": date.RULES,
    "place": place.RULES,
    "cause": cause.RULES,
    "request": request.RULES,
    "purpose": purpose.RULES,
    "quotation": quotation.RULES,
    "acronym": acronym.RULES,
    "membership": membership.RULES,
    "affiliation": affiliation.RULES,
    "definition": definition.RULES,
    "action": action.RULES,
}


def find_facts(article: ParsedArticle, kinds: frozenset[str] | None = None) -> Iterator[Fact]:
    """All facts of an article, sentence by sentence, of the given kinds or of all."""
    rules = [rule for kind, found in REGISTRY.items() if kinds is None or kind in kinds for rule in found]
    read = scenes(article)
    found = (fact for scene in read for fact in apply(rules, scene, (*clauses(scene), *nominals(scene))))
    yield from introduced(read, found)


__all__ = ["REGISTRY", "find_facts"]
