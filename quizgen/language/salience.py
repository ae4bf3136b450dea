"""The one body of an article that "the company" or "the club" can mean, though nothing has called it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.discourse import Discourse
from quizgen.language.entities import Entity
from quizgen.language.types import lemma_of, lemma_type

if TYPE_CHECKING:
    from spacy.tokens import Token

# nouns that may be said of one and the same body
SORTS = (
    frozenset(
        "company firm group business bank lender carmaker manufacturer retailer airline operator carrier utility startup "
        "maker producer developer brand chain supplier insurer brewer builder contractor giant".split()
    ),
    frozenset({"club", "side", "team", "squad"}),
    frozenset({"party", "movement", "faction"}),
    frozenset({"charity", "foundation", "organization", "organisation", "nonprofit", "group"}),
)
CALLED = frozenset("company firm business club party charity airline carmaker lender retailer manufacturer".split())
NEAR = 2  # sentences within which the body must have been spoken of


def only_body(discourse: Discourse, sentence_index: int, head: Token) -> Entity | None:
    """The one body named so far that the noun may call, where it was a subject close by or stands in the title."""
    lemma = lemma_of(head)
    if lemma not in CALLED:
        return None
    fitting = [e for e in discourse.by_name.values() if e.count and _may_be(discourse, e, lemma)]
    if len(fitting) != 1:
        return None
    found = fitting[0]
    is_near = sentence_index - found.sentence <= NEAR
    return found if is_near and (found.topic or found.rank == 2) else None


def _may_be(discourse: Discourse, entity: Entity, lemma: str) -> bool:
    """Whether a body with a name is of the noun's sort, or of none that is known."""
    if entity.plural or entity.type not in {"organization", "thing"}:
        return False
    nouns = {noun for noun in discourse.nouns_of(entity) if lemma_type(noun) == "organization"}
    name = entity.wording.removeprefix("the ")
    if any(name in gazetteer.words(section) for section in ("organization", "country", "city")):
        return False  # known to all for what it is
    if not nouns:
        return entity.type == "organization"
    return any(lemma in sort and nouns <= sort for sort in SORTS)
