"""The one body close by that "the company" or "the club" can mean, though nothing has called it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.types import lemma_type

if TYPE_CHECKING:
    from quizgen.language.discourse import Discourse
    from quizgen.language.entities import Entity

# nouns that may be said of one and the same body
SORTS = (
    frozenset(
        "company firm group business bank lender carmaker manufacturer retailer airline operator carrier utility "
        "startup maker producer developer brand chain supplier insurer contractor lines airways giant".split()
    ),
    frozenset({"club", "side", "team", "squad"}),
    frozenset({"party", "movement", "faction"}),
    frozenset({"charity", "foundation", "organization", "organisation", "group", "trust"}),
    frozenset({"agency", "administration", "authority", "bureau", "service"}),
)
# those by which a body is called that has not said yet what it is
PLAIN = frozenset("company firm business club party charity airline utility".split())
CALLED = PLAIN | {"agency", "charity", "lender", "retailer", "carmaker", "manufacturer", "airline"}
NEAR = 3  # sentences within which the body must have been spoken of


def only_body(discourse: Discourse, here: int, lemma: str) -> Entity | None:
    """The body spoken of last that the noun may call, where no other near by is of its sort, or of none as well."""
    if lemma not in CALLED:
        return None
    near = [e for e in discourse.by_name.values() if e.count and here - e.sentence <= NEAR and _is_body(e)]
    near.sort(key=lambda e: (e.sentence, e.at))
    alike = [e for e in near if _is_of_sort(discourse, e, lemma)]
    unsorted = [e for e in near if not _sorts(discourse, e)]
    if alike:
        is_last = all((e.sentence, e.at) < (alike[0].sentence, alike[0].at) for e in unsorted)
        return alike[0] if len(alike) == 1 and is_last and not alike[0].plural else None
    is_one = len(unsorted) == 1 and unsorted[0] is near[-1] and lemma in PLAIN and not unsorted[0].plural
    return unsorted[0] if is_one and (unsorted[0].topic or unsorted[0].rank == 2) else None


def _is_body(entity: Entity) -> bool:
    """Whether an entity is a body that not everybody knows for what it is."""
    name = entity.wording.removeprefix("the ")
    known = any(name in gazetteer.words(section) for section in ("organization", "country", "city"))
    return entity.type == "organization" and not known


def _sorts(discourse: Discourse, entity: Entity) -> set[str]:
    """The nouns that say what kind of body an entity is."""
    return {noun for noun in discourse.nouns_of(entity) if lemma_type(noun) == "organization"}


def _is_of_sort(discourse: Discourse, entity: Entity, lemma: str) -> bool:
    """Whether an entity was called by a noun that may be said of the same body as `lemma`."""
    nouns = _sorts(discourse, entity) | (discourse.nouns_of(entity) & {"lines", "airways", "administration", "service"})
    return bool(nouns) and any(lemma in sort and nouns <= sort for sort in SORTS)
