"""What "it" and "they" stand for: the subject around them, the subject before them, or what the article is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language.binding import SUBJECTS, controllers, rank
from quizgen.language.discourse import BODIES, SCENES, Discourse
from quizgen.language.entities import Entity
from quizgen.language.parsing import ParsedSentence
from quizgen.language.types import common_type, lemma_of
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

AGENTS: frozenset[EntityType] = frozenset({"organization", "country", "person", "people"})
PLACING = frozenset({"in", "at", "near", "across", "throughout"})  # before a name that hardly owns anything
UNDERGONE = frozenset(
    "liberation capture recapture destruction fall siege founding creation construction completion demise".split()
)
RULING = frozenset({"rule", "find", "judge", "conclude", "hold"})
NEAR = 2  # sentences within which what the article is about must have been spoken of, to be "it"


def thing(discourse: Discourse, sentence: ParsedSentence, head: Token) -> Entity | None:
    """What "it" or "its" stands for, where one candidate is plain."""
    if is_member(head) or _is_undergone(head) or _disagrees(head) or _is_ruled_on(head):
        return None
    found = bound(discourse, head, plural=False)
    if found is None and is_fronted(head):
        found = _lone_center(discourse, sentence) or about(discourse, sentence)
    return found if found is not None and found.wording and not _is_other(head, found) else None


def group(discourse: Discourse, sentence: ParsedSentence, head: Token) -> Entity | None:
    """What "they" or "their" stands for, where one candidate is plain."""
    if is_member(head) or is_shared(head):
        return None
    found = bound(discourse, head, plural=True)
    if found is not None:
        return found if found.wording else None
    only = _only_plural(discourse, head)
    return only or (center(discourse, sentence, plural=True) if is_fronted(head) else None)


def _only_plural(discourse: Discourse, head: Token) -> Entity | None:
    """The only plural before the pronoun in its sentence, where that is people: "helps the farmers as they sow"."""
    plurals = {id(e): e for e in discourse.between(head, head.sent.start) if e.plural}
    only = next(iter(plurals.values())) if len(plurals) == 1 else None
    return only if only is not None and only.type in BODIES | {"people"} and only.wording else None


def bound(discourse: Discourse, head: Token, *, plural: bool) -> Entity | None:
    """The subject of the nearest clause around the pronoun that agrees with it."""
    if head.dep_ != "nmod:poss" and head.head.dep_ == "acl":
        return None  # "Norway has plans to expand it": who plans is not what is expanded
    for subject in controllers(head):
        entity = (plural and discourse.pair(subject)) or discourse.at(subject)
        told = subject.dep_ in {"obj", "iobj"} and subject.head.i != head.head.head.i
        if told and (entity is None or entity.type not in AGENTS):
            continue  # only who can act is told to
        if entity is None or not _may_own(entity):
            return None
        if entity.plural == plural and entity.type != "person":
            if plural and entity.type not in BODIES | {"people"}:
                return None
            return entity if _alone(discourse, entity, head, plural) else None
    return None


def _may_own(entity: Entity) -> bool:
    """Whether the entity is more than a measure or an idea, so that a pronoun is told to stand for it."""
    return entity.type not in SCENES | {"abstract"} and (entity.named or entity.type != "thing")


def _alone(discourse: Discourse, entity: Entity, head: Token, plural: bool) -> bool:
    """Whether no other body or thing with a name stands between the subject and the pronoun, but as a place."""
    for token in head.doc[entity.at + 1 : head.i]:
        other = discourse.at(token)
        if other is None or other is entity or other.plural != plural or not (other.wording or plural):
            continue
        if other.wording and other.wording in entity.wording:
            continue  # "Britain" in "Britain and France"
        placed = any(child.dep_ == "case" and child.lower_ in PLACING for child in token.children)
        # "escort the asteroid X as it passes": who does what the pronoun does may be the one named last
        acts = head.dep_ in SUBJECTS and bool(other.wording) and other.type in {"object", "thing", "event"}
        if (other.type in BODIES | {"people"} or acts) and not placed:
            return False
    return True


def center(discourse: Discourse, sentence: ParsedSentence, *, plural: bool) -> Entity | None:
    """The one subject of the sentence before."""
    before = sentence.sentence.index - 1
    subjects = [e for e in discourse.subjects.get(before, ()) if e.sentence == before]
    if len(subjects) != 1 or subjects[0].plural != plural or subjects[0].type in {"person", "abstract"}:
        return None
    if plural and subjects[0].type not in BODIES | {"people"}:
        return None
    return subjects[0]


def _lone_center(discourse: Discourse, sentence: ParsedSentence) -> Entity | None:
    """The one subject of the sentence before, if nothing else in it could be "it" as well."""
    found, before = center(discourse, sentence, plural=False), sentence.sentence.index - 1
    rivals = (e for e in discourse.entities if e is not found and e.sentence == before and e.wording and not e.plural)
    return None if any(e.type in BODIES | {"object", "thing", "event"} for e in rivals) else found


def about(discourse: Discourse, sentence: ParsedSentence) -> Entity | None:
    """What the article is about, where nothing else of its number was named or the subject since."""
    topic, here = discourse.topic(), sentence.sentence.index
    if topic is None or topic.plural or topic.type in {"person", "city", "country"} or here - topic.sentence > NEAR:
        return None
    if topic.type == "place" and " " not in topic.wording.removeprefix("the "):
        return None  # a region: too much is said of what lies in it
    since = [e for e in discourse.entities if e is not topic and not e.plural and e.sentence >= topic.sentence]
    since = [e for e in since if e.sentence < here and e.type not in {"person", "people"}]
    return None if any(e.rank and e.type != "abstract" for e in since) else topic


def is_fronted(head: Token) -> bool:
    """Whether the pronoun is the subject of the main clause, or owns it: "It opened", "Its doors opened"."""
    if head.dep_ == "nmod:poss":
        return head.head.dep_ in SUBJECTS and rank(head.head) == 2
    return head.dep_ in SUBJECTS and rank(head) == 2


def _is_undergone(head: Token) -> bool:
    """Whether the pronoun owns what is done to it, mostly by who was the subject: "its liberation"."""
    return head.dep_ == "nmod:poss" and head.head.lower_ in UNDERGONE


def _is_ruled_on(head: Token) -> bool:
    """Whether the pronoun stands in what a court finds, which is about others: "ruled that its claims were void"."""
    return any(above.dep_ == "ccomp" and lemma_of(above.head) in RULING for above in head.ancestors)


def _disagrees(head: Token) -> bool:
    """Whether the verb is a plural one, so that the parse has taken another's verb for the pronoun's."""
    verbs = {child.lower_ for child in head.head.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    return head.dep_ in SUBJECTS and bool(verbs & {"were", "are", "have"})


def _is_other(head: Token, found: Entity) -> bool:
    """Whether what the pronoun is said to be is nothing that this can be: a body is no event ("It was a trial")."""
    predicate = head.head
    if head.dep_ not in SUBJECTS or not any(child.dep_ == "cop" for child in predicate.children):
        return False
    return found.type in BODIES | {"person"} and predicate.tag_ == "NN" and common_type(predicate) == "event"


def is_member(head: Token) -> bool:
    """Whether the pronoun owns what its own clause's subject is one of: "X is one of its members"."""
    noun = head.head
    return head.dep_ == "nmod:poss" and noun.dep_ == "nmod" and noun.head.lower_ in {"one", "some", "part", "many"}


def is_shared(head: Token) -> bool:
    """Whether the pronoun belongs to the plural noun beside it: "all parties and their supporters"."""
    noun = head.head
    return head.dep_ == "nmod:poss" and noun.dep_ == "conj" and noun.head.tag_ in {"NNS", "NNPS"}
