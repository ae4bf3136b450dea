"""Who "he" and "she" are: the person who leads all others in nearness, rank and weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language.binding import SUBJECTS, rank, subjects_around
from quizgen.language.discourse import Discourse
from quizgen.language.entities import Entity
from quizgen.language.parsing import ParsedSentence
from quizgen.language.phrases import possessor
from quizgen.language.types import lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

POSSESSIVES = frozenset({"his", "her", "its", "their"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj", "iobj"})
DYING = frozenset({"die", "kill", "drown", "bury", "perish", "succumb"})
THINGS = frozenset({"event", "object", "abstract", "place"})  # what no person is
BINDING = 2.0  # what the subject of the pronoun's own or governing clause has before others
MARGIN = 1.5  # by how much the best candidate has to lead
CENTRED = 0.7  # the same for the subject of the sentence before


def person(discourse: Discourse, sentence: ParsedSentence, head: Token, gender: str) -> Entity | None:
    """The person who leads all others in nearness, rank and weight, or none."""
    here = sentence.sentence.index
    barred = [*_coarguments(discourse, head), *_named_below(discourse, head)]
    binder = _binder(discourse, head)
    mourned = [entity for entity in _mourned(discourse, head, here) if entity.gender in {"", gender}]
    if len(mourned) == 1:
        return mourned[0]
    scored = sorted(
        (
            (_weight(entity, here, gender) + BINDING * (entity is binder), -i, entity)
            for i, entity in enumerate(discourse.people.values())
            if entity.gender in {"", gender} and entity not in barred
        ),
        key=lambda triple: triple[:2],
        reverse=True,
    )
    if not scored or scored[0][0] < 1 or _is_of_whom(discourse, head):
        return None
    margin = CENTRED if _continues(scored[0][2], head, here) else MARGIN
    if len(scored) > 1 and scored[0][0] - scored[1][0] < margin:
        return None
    if any(_is_told_of(scored[0][2], entity) for _, _, entity in scored[1:]):
        return None
    return scored[0][2] if scored[0][2].type == "person" else None


def _mourned(discourse: Discourse, head: Token, here: int) -> list[Entity]:
    """Whose death was just spoken of, where the pronoun is who died: "the murder of Ann Berg. She died at home"."""
    if head.dep_ not in SUBJECTS or lemma_of(head.head) not in DYING:
        return []
    return [entity for entity in discourse.people.values() if entity.mourned and here - entity.sentence == 1]


def _continues(entity: Entity, head: Token, here: int) -> bool:
    """Whether a sentence goes on with the subject of the one before: "The mayor resigned. She said …"."""
    return rank(head) == 2 and entity.rank == 2 and not entity.shared and here - entity.sentence == 1


def _is_told_of(speaker: Entity, entity: Entity) -> bool:
    """Whether a nameless person is what the sentence before is about: "Roe said the defendant had lied. She had …"."""
    is_beside = entity.sentence == speaker.sentence and entity is not speaker
    return is_beside and speaker.rank == 2 and entity.rank == 1 and not entity.named


def _is_of_whom(discourse: Discourse, head: Token) -> bool:
    """Whether the pronoun may mean whom a clause with "who" describes: "a man who lost his dog"."""
    for subject in subjects_around(head):
        described = discourse.at(subject.head.head) if subject.tag_ == "WP" else None
        return subject.lower_ == "who" and (described is None or not described.wording)
    return False


def bound_person(discourse: Discourse, head: Token, gender: str, inside: set[int]) -> Entity | None:
    """Within a quotation: the subject of the clause around the pronoun, where the quotation itself names it."""
    binder = _binder(discourse, head)
    if binder is None or binder.type != "person" or binder.gender not in {"", gender} or binder.at not in inside:
        return None
    return binder if binder not in _coarguments(discourse, head) else None


def _weight(entity: Entity, here: int, gender: str) -> float:
    rank = entity.rank - entity.shared
    weight = 4 - 1.2 * (here - entity.sentence) + rank + 0.3 * min(entity.count, 5)
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
        if found is not None and found.type in THINGS and not found.named:
            continue  # "Ann Berg left after a fire that cost her the house"
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
    # "Mr Justice Stone told him": the name may hang on its title
    words = [word for child in beside for word in (child, *(c for c in child.children if c.dep_ in {"flat", "appos"}))]
    return [entity for word in words if (entity := discourse.at(word)) is not None]


def _named_below(discourse: Discourse, head: Token) -> list[Entity]:
    """Who is named in what the pronoun's own verb says or does: "He said Anna Berg was ill" is not Berg."""
    if head.dep_ not in SUBJECTS or head.sent[0].tag_ == "IN":
        return []  # "After he lost, Norton retired"
    below = (word for child in head.head.children if child.dep_ in COMPLEMENTS for word in child.subtree)
    names = {id(name): name for word in below if word.i > head.i and (name := discourse.name_at(word))}
    return [discourse.by_name[key] for key in names if key in discourse.by_name]
