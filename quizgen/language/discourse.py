"""What a reader of an article has in mind while reading on: who and what was spoken of, when, and how it was called."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.binding import rank
from quizgen.language.countries import Country, countries
from quizgen.language.entities import Entity, naming_nouns, noun_gender
from quizgen.language.headlines import headline_entities, headline_phrase
from quizgen.language.neighbours import neighbour
from quizgen.language.parsing import ParsedArticle, ParsedSentence
from quizgen.language.types import lemma_of, lemma_type
from quizgen.model import EntityType, Span

if TYPE_CHECKING:
    from quizgen.language.cast import Name
    from quizgen.language.tokens import Token

SCENES: frozenset[EntityType] = frozenset({"time", "duration", "number", "money", "percent"})
BODIES: frozenset[EntityType] = frozenset({"organization", "country", "city", "place"})
ACTING: frozenset[EntityType] = frozenset({"organization", "country", "person"})
UNACTING: frozenset[EntityType] = frozenset({"event", "object", "time"})  # no noun for what acts
SPOUSES = frozenset({"wife", "husband", "spouse"})
DEATHS = frozenset({"death", "murder", "killing", "assassination", "drowning", "manslaughter"})
LONG_NAME = 3  # spaces in a name that hardly is a person's
WINDOW = 4  # sentences back in which a person's name may stand
TOPIC_WINDOW = 8  # sentences that a name in the title stays in mind longer
IN_TITLE, ABOUT = 1, 2  # how much of a topic a name is: in the title; what the article is about


class Discourse:
    """The memory of a reader: every entity so far, found again by name, by token, by noun and by sentence."""

    def __init__(self, parsed: ParsedArticle, names: tuple[Name, ...], name_at: Callable[[Token], Name | None]) -> None:
        """Begin before the first sentence; the title and the names are known."""
        self.name_at = name_at
        self._names = names
        self._parsed = parsed
        self.title = gazetteer.plain(parsed.article.source.title)
        self.entities: list[Entity] = []
        self.by_name: dict[int, Entity] = {}
        self.people: dict[int, Entity] = {}
        self.subjects: dict[int, list[Entity]] = {}
        self._pairs: dict[tuple[int, int], Entity] = {}
        self._mention: dict[tuple[int, int], Entity] = {}
        self._by_noun: dict[str, dict[int, Entity]] = {}
        self._headline = dict(headline_entities(parsed.article, names))

    def open(self, sentence: ParsedSentence) -> None:
        """Read on to the next sentence: persons of long ago are forgotten."""
        here = sentence.sentence.index
        self.people = {
            i: e for i, e in self.people.items() if here - e.sentence <= WINDOW + TOPIC_WINDOW * bool(e.topic)
        }

    def is_named(self, token: Token) -> bool:
        """Whether the token is part of a name."""
        return self.name_at(token) is not None

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """The countries of the whole article, those that it speaks of most first."""
        return countries(self._parsed, self._names)

    def entity_of(self, name: Name) -> Entity:
        """What the name stands for, also before it is first read."""
        entity = self.by_name.get(id(name))
        if entity is None:
            entity = Entity(name.wording, name.first, name.type, name.plural, name.gender, named=True)
            self.add(entity, naming_nouns(name.text, plural=name.plural))
            self.by_name[id(name)] = entity
        return entity

    def touch(self, entity: Entity, sentence: ParsedSentence, head: Token) -> None:
        """Note that `head` speaks of the entity."""
        entity.sentence, entity.at = sentence.sentence.index, head.i
        entity.count += 1
        entity.rank = rank(head)
        entity.mourned |= _dies(head)
        self._mention[(id(head.doc), head.i)] = entity
        entity.shared = head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children)
        if entity.rank == 2 and not entity.shared:
            self.subjects.setdefault(entity.sentence, []).append(entity)
        if not entity.plural and may_be_person(entity):
            self.people[id(entity)] = entity  # a name that nothing types may be a person's

    def add(self, entity: Entity, nouns: set[str]) -> None:
        """Take up a new entity, and the nouns that it may be called by; the first one is the headline's."""
        for noun in nouns:
            titled = self._headline.get(noun)
            if titled is not None and titled.plural == entity.plural:
                del self._headline[noun]
                if not entity.wording and not entity.named:
                    entity.wording, entity.antecedent = titled.wording, titled.antecedent
        self.entities.append(entity)
        self.call(entity, nouns)

    def unite(self, entity: Entity, described: Entity) -> None:
        """Take what was described before its name was read for the same: "its director, Anna Berg"."""
        self._mention = {at: entity if found is described else found for at, found in self._mention.items()}
        for found in self.subjects.values():
            found[:] = [entity if one is described else one for one in found if one is not entity]
        for called in self._by_noun.values():
            if called.pop(id(described), None) is not None:
                called[id(entity)] = entity
        self.entities.remove(described)
        self.people.pop(id(described), None)
        entity.gender = entity.gender or described.gender
        entity.rank, entity.shared = max(entity.rank, described.rank), entity.shared or described.shared

    def headlined(self, noun: str, *, plural: bool) -> Entity | None:
        """What the headline calls so, as long as the text has spoken of no other."""
        titled = self._headline.get(noun)
        if titled is None or titled.plural != plural:
            return None
        self.add(titled, {noun})
        return titled

    def in_headline(self, phrase: str) -> Span | None:
        """Where the headline has these words."""
        return headline_phrase(self._parsed.article, phrase)

    def call(self, entity: Entity, nouns: set[str]) -> None:
        """Note common nouns by which the entity may be called."""
        for noun in nouns:
            self._by_noun.setdefault(noun, {})[id(entity)] = entity

    def called(self, noun: str) -> list[Entity]:
        """The entities that were called by that noun, in order."""
        return list(self._by_noun.get(noun, {}).values())

    def nouns_of(self, entity: Entity) -> set[str]:
        """The common nouns by which the entity may be called so far."""
        return {noun for noun, called in self._by_noun.items() if id(entity) in called}

    def at(self, token: Token) -> Entity | None:
        """What the token was found to speak of."""
        return self._mention.get((id(token.doc), token.i))

    def pair(self, token: Token) -> Entity | None:
        """The two names joined by "and" whose first one the token is."""
        return self._pairs.get((id(token.doc), token.i))

    def join(self, sentence: ParsedSentence, head: Token, one: Entity) -> None:
        """Take up the name at `head` with the one that it is joined to: "Ann Berg and her husband Carl Berg"."""
        joined = head if head.dep_ == "conj" else head.head
        first = joined.head if joined.dep_ == "conj" else self._before_spouse(joined)
        other = self.at(first) if first is not None else None
        if first is None or other is None or other is one or not (other.named and one.named):
            return
        are_two = joined.dep_ != "conj" or self._are_two(first)
        if other.type != one.type or one.type not in BODIES | {"person"} or not are_two:
            return
        kind: EntityType = "people" if one.type == "person" else one.type
        beside = first.i + 2 == head.i
        span = Span(sentence.span(first, first).start, sentence.span(head, head).end) if beside else other.antecedent
        pair = Entity(f"{other.wording} and {one.wording}", span, kind, plural=True, named=True)
        self._pairs[(id(first.doc), first.i)] = pair
        pair.sentence, pair.at, pair.rank, pair.count = sentence.sentence.index, head.i, rank(first), 1
        if pair.rank == 2:
            self.subjects.setdefault(pair.sentence, []).append(pair)
        if kind == "people":
            couple = lemma_of(joined) in SPOUSES
            pair.topic = IN_TITLE * couple  # a couple stays a couple
            self.add(pair, {"couple", "parent"} if couple else {"pair", "duo"})

    def _before_spouse(self, spouse: Token) -> Token | None:
        """The name that "and his wife X" goes on from, wherever the parse hangs it: "Carl Berg, 42, and his wife"."""
        at = spouse.i - 3
        if lemma_of(spouse) not in SPOUSES or at < spouse.sent.start:
            return None
        if neighbour(spouse, -2).lower_ != "and" or neighbour(spouse, -1).lower_ not in {"his", "her"}:
            return None
        while at > spouse.sent.start and (spouse.doc[at].text == "," or spouse.doc[at].tag_ == "CD"):
            at -= 1
        while at > spouse.sent.start and spouse.doc[at].dep_ == "flat":
            at -= 1
        return spouse.doc[at]

    def _are_two(self, first: Token) -> bool:
        """Whether the name is the first of two joined by "and", in no longer list."""
        listed = first.i > 1 and first.nbor(-1).text == "," and self.is_named(first.nbor(-2))
        links = [child for child in first.children if child.dep_ == "conj"]
        ands = [c for link in links for c in link.children if c.dep_ == "cc" and c.lower_ == "and"]
        return not listed and first.dep_ != "conj" and len(links) == 1 and bool(ands)

    def between(self, head: Token, first: int) -> list[Entity]:
        """What is spoken of from token `first` on, before `head`, in its document."""
        found = (self._mention.get((id(head.doc), i)) for i in range(first, head.i))
        return [entity for entity in found if entity is not None]

    def topic(self) -> Entity | None:
        """The one thing or person that the article is about, if it is about one."""
        about = [entity for entity in self.by_name.values() if entity.topic == ABOUT]
        return about[0] if len(about) == 1 else None

    def topic_of(self, sentence: ParsedSentence, head: Token, name: Name) -> int:
        """How much of a topic the name is, by the title and by the first sentence."""
        plain = gazetteer.plain(name.text).removeprefix("the ")
        defined = sentence.sentence.index == 0 and rank(head) == 2
        inside, title = plain in self.title, self.title.removeprefix("the ").strip()
        whole = name.type == "person" and inside and len(title.split()) <= len(plain.split()) + 1
        if plain == title or whole or (defined and is_defined(head)):
            return ABOUT
        return IN_TITLE if inside or defined else 0

    def describe(self, entity: Entity, head: Token) -> None:
        """Note the nouns that an apposition or a copula gives a name: "the alliance", "X is a village"."""
        nouns = [child for child in head.children if child.dep_ in {"appos", "nmod:desc"}]
        if head.dep_ == "appos":
            nouns.append(head.head)
        if head.dep_ == "nsubj" and is_defined(head):
            nouns.append(head.head)
        titles = gazetteer.words("title-head")
        nouns = [noun for noun in nouns if not (entity.type in ACTING and lemma_type(lemma_of(noun)) in UNACTING)]
        self.call(entity, {lemma_of(noun) for noun in nouns if noun.tag_ == "NN" or noun.text in titles})
        for noun in nouns:
            entity.gender = entity.gender or noun_gender(lemma_of(noun))


def is_defined(head: Token) -> bool:
    """Whether a copula says what the subject is: "X is a village"."""
    predicate = head.head
    return predicate.tag_ in {"NN", "NNS"} and any(child.dep_ == "cop" for child in predicate.children)


def _dies(head: Token) -> bool:
    """Whether a death is the mentioned one's: "the murder of X", "the death of her son, X"."""
    victim = head.head if head.dep_ == "appos" else head
    of = any(child.dep_ == "case" and child.lower_ == "of" for child in victim.children)
    return victim.dep_ == "nmod" and of and lemma_of(victim.head) in DEATHS


def may_be_person(entity: Entity) -> bool:
    """Whether the entity is a person, or a short name that nothing types and so may be one."""
    return entity.type == "person" or (
        entity.named and entity.type == "thing" and entity.wording.count(" ") < LONG_NAME
    )
