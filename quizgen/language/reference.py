"""Who is who: what the pronouns and bare descriptions of an article stand for, where the evidence is clear."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.binding import SUBJECTS, is_expletive, quoted, rank, subjects_around
from quizgen.language.entities import Entity, Reference, definite, naming_nouns, noun_gender
from quizgen.language.names import CALENDAR
from quizgen.language.parsing import ParsedArticle, ParsedSentence
from quizgen.language.phrases import determiner, heads, is_bare, is_known, knowing_words, possessor, words_of
from quizgen.language.types import is_plural, lemma_of
from quizgen.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.language.cast import Name

MEN = frozenset({"he", "him", "his", "himself"})
WOMEN = frozenset({"she", "her", "hers", "herself"})
THINGS = frozenset({"it", "its", "itself"})
GROUPS = frozenset({"they", "them", "their", "theirs", "themselves"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
SCENES: frozenset[EntityType] = frozenset({"time", "duration", "number", "money", "percent"})
BODIES: frozenset[EntityType] = frozenset({"organization", "country", "city", "place"})
DESCRIBED: frozenset[EntityType] = frozenset({"organization", "event", "place", "object", "person", "people"})
NEGATIONS = frozenset({"not", "n't", "never", "no"})
ANYONE = frozenset("man woman person citizen resident member player child boy girl individual human adult".split())
GENERIC_BODIES = frozenset({"organization", "organisation", "group"})
BODY_WINDOW = 3  # sentences in which a body must be the only one, to be "the group"
LONG_NAME = 3  # spaces in a name that hardly is a person's
LONGEST = 9  # words that a description may have to be put in place of another
WINDOW = 4  # sentences back in which a person's name may stand
BINDING = 2.0  # what the subject of the pronoun's own or governing clause has before others
MARGIN = 1.5  # by how much the best candidate has to lead
Lookup = Callable[["Token"], "Name | None"]

__all__ = ["Reference", "Resolver"]


class Resolver:
    """Reads an article from its first word to its last and notes what each pronoun and description stands for."""

    def __init__(self, parsed: ParsedArticle, name_at: Lookup, type_of: Callable[[Token], EntityType]) -> None:
        """Read the whole article at once; `found` maps (document, token) to what was found."""
        self.found: dict[tuple[int, int], Reference] = {}
        self._name_at, self._type_of = name_at, type_of
        self._entities: list[Entity] = []
        self._by_name: dict[int, Entity] = {}
        self._mention: dict[tuple[int, int], Entity] = {}
        self._by_noun: dict[str, dict[int, Entity]] = {}
        self._nations: set[str] = set()
        self._people: dict[int, Entity] = {}
        self._subjects: dict[int, list[Entity]] = {}
        self._title = gazetteer.plain(parsed.article.source.title)
        for sentence in parsed.sentences:
            self._read(sentence)

    def _read(self, sentence: ParsedSentence) -> None:
        inside, here = quoted(sentence), sentence.sentence.index
        self._people = {i: e for i, e in self._people.items() if here - e.sentence <= WINDOW + 8 * e.topic}
        self._nations |= {
            token.text for token in sentence.tokens if token.text.istitle() and gazetteer.is_demonym(token.text)
        }
        for head in heads(list(sentence.tokens), lambda token: self._name_at(token) is not None):
            if head.tag_ in {"PRP", "PRP$"}:
                self._pronoun(sentence, head, head.i in inside)
            elif (name := self._name_at(head)) is not None:
                self._name(sentence, head, name)
            elif head.tag_ in {"NNP", "NNPS"} and any(
                child.dep_ == "flat" and self._is_named(child) for child in head.rights
            ):
                continue  # "Deputy Secretary Jones": the title is read with the name
            else:
                self._noun(sentence, head)

    def _touch(self, entity: Entity, sentence: ParsedSentence, head: Token) -> None:
        entity.sentence, entity.at = sentence.sentence.index, head.i
        entity.count += 1
        entity.rank = rank(head)
        self._mention[(id(head.doc), head.i)] = entity
        if entity.rank == 2:
            self._subjects.setdefault(entity.sentence, []).append(entity)
        if not entity.plural and _may_be_person(entity):
            self._people[id(entity)] = entity  # a name that nothing types may be a person's

    def _name(self, sentence: ParsedSentence, head: Token, name: Name) -> None:
        if head.head.i != head.i and self._name_at(head.head) is name:
            return  # another word of the same name
        entity = self._by_name.get(id(name))
        if entity is None:
            topic = (sentence.sentence.index == 0 and rank(head) == 2) or gazetteer.plain(name.text) in self._title
            entity = Entity(name.wording, name.first, name.type, name.plural, name.gender, named=True, topic=topic)
            self._call(entity, naming_nouns(name.text))
            self._by_name[id(name)] = entity
            self._entities.append(entity)
        self._touch(entity, sentence, head)
        self._describe(entity, head)

    def _describe(self, entity: Entity, head: Token) -> None:
        """Note the nouns that an apposition or a copula gives a name: "the alliance", "X is a village"."""
        nouns = [child for child in head.children if child.dep_ in {"appos", "nmod:desc"}]
        if head.dep_ == "appos":
            nouns.append(head.head)
        if head.dep_ == "nsubj" and any(child.dep_ == "cop" for child in head.head.children):
            nouns.append(head.head)
        titles = gazetteer.words("title-head")
        self._call(entity, {lemma_of(noun) for noun in nouns if noun.tag_ == "NN" or noun.text in titles})
        for noun in nouns:
            entity.gender = entity.gender or noun_gender(lemma_of(noun))

    def _noun(self, sentence: ParsedSentence, head: Token) -> None:
        lemma, kind = lemma_of(head), self._type_of(head)
        if lemma in CALENDAR or kind in SCENES:
            return
        same = self._predicated(head)
        if same is not None:
            # "X is a village", "X, a village": another word for X, nothing new
            self._call(same, {lemma})
            same.gender = same.gender or noun_gender(lemma)
            return
        if is_bare(head, self._is_named):
            entity = self._description(sentence, head, lemma, kind)
            if entity is not None:
                reference = entity.reference()
                if reference is not None:
                    self.found[(id(head.doc), head.i)] = reference
                self._touch(entity, sentence, head)
                return
        words = words_of(head)
        known = is_known(head, self._is_named, words) and not any(word.tag_ in {"PRP", "PRP$"} for word in words)
        words = knowing_words(head, words, self._is_named) if known else words
        brief = known and len(words) <= LONGEST
        wording = definite(words) if brief and determiner(head) in {"the", "a", "an", ""} else ""
        if is_plural(head) and determiner(head) != "the" and possessor(head) is None:
            wording = ""
        span = sentence.span(words[0], words[-1])
        entity = Entity(wording, span, kind, is_plural(head), noun_gender(lemma))
        self._entities.append(entity)
        self._call(entity, {lemma})
        self._touch(entity, sentence, head)

    def _predicated(self, head: Token) -> Entity | None:
        """The named entity that this noun describes as its predicate or apposition."""
        if head.dep_ == "appos":
            described = head.head
        elif any(child.dep_ == "cop" for child in head.lefts) and not any(
            c.dep_ == "advmod" and c.lower_ in NEGATIONS for c in head.lefts
        ):
            described = next((child for child in head.lefts if child.dep_ == "nsubj"), head)
        else:
            return None
        entity = self._mention.get((id(head.doc), described.i))
        return entity if entity is not None and entity.named and entity.plural == is_plural(head) else None

    def _call(self, entity: Entity, nouns: set[str]) -> None:
        """Note common nouns by which the entity may be called."""
        for noun in nouns:
            self._by_noun.setdefault(noun, {})[id(entity)] = entity

    def _is_named(self, token: Token) -> bool:
        return self._name_at(token) is not None

    def _description(self, sentence: ParsedSentence, head: Token, lemma: str, kind: EntityType) -> Entity | None:
        """The one earlier entity that a bare definite can stand for."""
        if lemma in ANYONE:
            return None
        plural = is_plural(head)
        same = [entity for entity in self._by_noun.get(lemma, {}).values() if entity.plural == plural]
        if same:
            said = set(same[0].wording.lower().split())
            if not all(word.lower_ in said for word in head.lefts if word.dep_ in {"amod", "compound", "nummod"}):
                return None  # "the city center" is not the Cultural Center
            fits = len(same) == 1 and same[0].wording
            return same[0] if fits and (same[0].named or kind in DESCRIBED) else None
        if lemma == "country" and not plural:
            return self._only_country()
        if lemma in GENERIC_BODIES and not plural:
            return self._only_body(sentence.sentence.index)
        return None

    def _only_country(self) -> Entity | None:
        """The one country of the article so far, unless a nationality brings in another."""
        countries = [entity for entity in self._entities if entity.named and entity.type == "country"]
        if len(countries) != 1:
            return None
        start = countries[0].wording.removeprefix("the ")[:3]
        return countries[0] if all(nation.startswith(start) for nation in self._nations) else None

    def _only_body(self, here: int) -> Entity | None:
        """The one body that the last sentences name or describe."""
        near = [
            e for e in self._entities if e.type == "organization" and not e.plural and here - e.sentence <= BODY_WINDOW
        ]
        return near[0] if len(near) == 1 and near[0].named else None

    def _pronoun(self, sentence: ParsedSentence, head: Token, in_quotation: bool) -> None:
        word = head.lower_
        entity: Entity | None = None
        if in_quotation or (len(word) > 1 and head.is_upper) or (head.is_title and head.i != sentence.tokens.start):
            return  # who speaks in a quotation is not settled here; "Her" in a title of a work is no reference
        if word in MEN | WOMEN:
            entity = self._person(sentence, head, "m" if word in MEN else "f")
        elif word in THINGS and not is_expletive(head):
            entity = self._thing(sentence, head, plural=False)
        elif word in GROUPS:
            entity = self._thing(sentence, head, plural=True)
        if entity is None:
            if word in MEN | WOMEN:
                self._ghost(sentence, head, "m" if word in MEN else "f")
            return
        reference = entity.reference()
        if reference is not None:
            self.found[(id(head.doc), head.i)] = reference
        if word in MEN | WOMEN:
            entity.gender = "m" if word in MEN else "f"
        self._touch(entity, sentence, head)

    def _ghost(self, sentence: ParsedSentence, head: Token, gender: str) -> None:
        """Someone unknown of that gender, who stands in the way of the pronouns that follow."""
        span = sentence.span(head, head)
        entity = Entity("", span, "person", plural=False, gender=gender)
        self._touch(entity, sentence, head)

    def _person(self, sentence: ParsedSentence, head: Token, gender: str) -> Entity | None:
        """The person who leads all others in nearness, rank and weight, or none."""
        here = sentence.sentence.index
        barred, binder = self._coarguments(head), self._binder(head)
        scored = sorted(
            (
                (self._weight(entity, here, gender) + BINDING * (entity is binder), -i, entity)
                for i, entity in enumerate(self._people.values())
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

    def _weight(self, entity: Entity, here: int, gender: str) -> float:
        weight = 4 - 1.2 * (here - entity.sentence) + entity.rank + 0.3 * min(entity.count, 5)
        weight -= 1.0 * (entity.type != "person")
        return weight + 1.5 * entity.topic + 0.5 * entity.named + 0.7 * (entity.gender == gender)

    def _binder(self, head: Token) -> Entity | None:
        """The subject of the nearest clause around the pronoun; for "who", the noun that the clause describes."""
        for subject in subjects_around(head):
            if any(child.dep_ == "conj" for child in subject.children):
                return None  # "X and Y … his"
            noun = subject.head.head if subject.tag_ in {"WP", "WDT"} else subject
            return self._mention.get((id(noun.doc), noun.i))
        return None

    def _coarguments(self, head: Token) -> list[Entity]:
        """The entities that stand beside a non-possessive pronoun under the same verb: "X met him" is not X."""
        if (head.lower_ in POSSESSIVES and head.dep_ == "nmod:poss") or head.lower_.endswith("self"):
            return []
        verb = head.head
        beside = [child for child in verb.children if child.i != head.i]
        while verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ in SUBJECTS for child in verb.children):
            verb = verb.head  # "X forgave Y and let him go": the second verb's subject is X as well
            beside += [child for child in verb.children if child.dep_ in SUBJECTS and child.i != head.i]
        return [self._mention[key] for child in beside if (key := (id(child.doc), child.i)) in self._mention]

    def _thing(self, sentence: ParsedSentence, head: Token, *, plural: bool) -> Entity | None:
        """What "it" or "they" stands for: the subject of the clause around it, or of the sentence before."""
        for subject in subjects_around(head):
            entity = self._mention.get((id(subject.doc), subject.i))
            if entity is None or entity.type in SCENES:
                return None
            if entity.plural == plural and entity.type != "person":
                if plural and entity.type not in BODIES | {"people"}:
                    return None
                return entity if self._alone(entity, head, plural) else None
        if head.dep_ not in SUBJECTS or rank(head) < 2:
            return None
        return self._last_subject(sentence, plural)

    def _alone(self, entity: Entity, head: Token, plural: bool) -> bool:
        """Whether no other body or thing with a name stands between the subject and the pronoun."""
        between = (self._mention.get((id(head.doc), i)) for i in range(entity.at + 1, head.i))
        others = (other for other in between if other is not None and other is not entity and other.named)
        return not any(other.plural == plural and other.type in BODIES for other in others)

    def _last_subject(self, sentence: ParsedSentence, plural: bool) -> Entity | None:
        before = sentence.sentence.index - 1
        subjects = [e for e in self._subjects.get(before, ()) if e.sentence == before]
        if len(subjects) != 1 or subjects[0].plural != plural or subjects[0].type in {"person", "abstract"}:
            return None
        if plural and subjects[0].type not in BODIES | {"people"}:
            return None
        return subjects[0]


def _may_be_person(entity: Entity) -> bool:
    """Whether the entity is a person, or a short name that nothing types and so may be one."""
    return entity.type == "person" or (
        entity.named and entity.type == "thing" and entity.wording.count(" ") < LONG_NAME
    )
