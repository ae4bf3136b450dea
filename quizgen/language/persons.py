"""Who "he" and "she" are: the person who leads all others in nearness, rank and weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language.binding import SUBJECTS, subjects_around
from quizgen.language.discourse import Discourse
from quizgen.language.entities import Entity
from quizgen.language.parsing import ParsedSentence
from quizgen.language.phrases import possessor

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSESSIVES = frozenset({"his", "her", "its", "their"})
BINDING = 2.0  # what the subject of the pronoun's own or governing clause has before others
MARGIN = 1.5  # by how much the best candidate has to lead


def person(discourse: Discourse, sentence: ParsedSentence, head: Token, gender: str) -> Entity | None:
    """The person who leads all others in nearness, rank and weight, or none."""
    here = sentence.sentence.index
    barred, binder = _coarguments(discourse, head), _binder(discourse, head)
    scored = sorted(
        (
            (_weight(entity, here, gender) + BINDING * (entity is binder), -i, entity)
            for i, entity in enumerate(discourse.people.values())
            if entity.gender in {"", gender} and entity not in barred
        ),
        key=lambda triple: triple[:2],
        reverse=True,
    )
    if not scored or scored[0][0] < 1:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return scored[0][2] if scored[0][2].type == "person" else None


def bound_person(discourse: Discourse, head: Token, gender: str, inside: set[int]) -> Entity | None:
    """Within a quotation: the subject of the clause around the pronoun, where the quotation itself names it."""
    binder = _binder(discourse, head)
    if binder is None or binder.type != "person" or binder.gender not in {"", gender} or binder.at not in inside:
        return None
    return binder if binder not in _coarguments(discourse, head) else None


def _weight(entity: Entity, here: int, gender: str) -> float:
    weight = 4 - 1.2 * (here - entity.sentence) + entity.rank + 0.3 * min(entity.count, 5)
    weight -= 1.0 * (entity.type != "person")
    return weight + 1.5 * entity.topic + 0.5 * entity.named + 0.7 * (entity.gender == gender)


def _binder(discourse: Discourse, head: Token) -> Entity | None:
    """The subject of the nearest clause around the pronoun; for "who", the noun that the clause describes."""
    for subject in subjects_around(head):
        if any(child.dep_ == "conj" for child in subject.children):
            return None  # "X and Y … his"
        noun = subject.head.head if subject.tag_ in {"WP", "WDT"} else subject
        owner = possessor(noun)
        found = discourse.at(noun)
        if owner is not None and (found is None or found.type != "person"):
            return discourse.at(owner)  # "Ann's house was so old that her …"
        return found
    return None


def _coarguments(discourse: Discourse, head: Token) -> list[Entity]:
    """The entities that stand beside a non-possessive pronoun under the same verb: "X met him" is not X."""
    if (head.lower_ in POSSESSIVES and head.dep_ == "nmod:poss") or head.lower_.endswith("self"):
        return []
    verb = head.head
    beside = [child for child in verb.children if child.i != head.i]
    while verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ in SUBJECTS for child in verb.children):
        verb = verb.head  # "X forgave Y and let him go": the second verb's subject is X as well
        beside += [child for child in verb.children if child.dep_ in SUBJECTS and child.i != head.i]
    return [entity for child in beside if (entity := discourse.at(child)) is not None]
