"""Who is who: what the pronouns and bare descriptions of an article stand for, where the evidence is clear."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.binding import is_expletive, quoted
from quizgen.language.descriptions import description
from quizgen.language.discourse import SCENES, Discourse, may_be_person
from quizgen.language.entities import Entity, Reference, definite, noun_gender
from quizgen.language.names import CALENDAR
from quizgen.language.parsing import ParsedArticle, ParsedSentence
from quizgen.language.persons import bound_person, person
from quizgen.language.phrases import determiner, heads, is_bare, is_known, knowing_words, possessor, words_of
from quizgen.language.things import bound, group, thing
from quizgen.language.types import is_plural, lemma_of
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.cast import Name
    from quizgen.language.tokens import Token

MEN = frozenset({"he", "him", "his", "himself"})
WOMEN = frozenset({"she", "her", "hers", "herself"})
THINGS = frozenset({"it", "its", "itself"})
GROUPS = frozenset({"they", "them", "their", "theirs", "themselves"})
NEGATIONS = frozenset({"not", "n't", "never", "no"})
SEATED = frozenset({"based", "listed", "headquartered"})
LONGEST = 7  # words that a description may have to be put in place of another

__all__ = ["Reference", "Resolver"]


class Resolver:
    """Reads an article from its first word to its last and notes what each pronoun and description stands for."""

    def __init__(
        self,
        parsed: ParsedArticle,
        names: tuple[Name, ...],
        name_at: Callable[[Token], Name | None],
        type_of: Callable[[Token], EntityType],
    ) -> None:
        """Read the whole article at once; `found` maps (document, token) to what was found."""
        self.found: dict[tuple[int, int], Reference] = {}
        self._type_of = type_of
        self._discourse = Discourse(parsed, names, name_at)
        for sentence in parsed.sentences:
            self._read(sentence)

    def _read(self, sentence: ParsedSentence) -> None:
        inside, discourse = quoted(sentence), self._discourse
        discourse.open(sentence)
        for head in heads(sentence.words, discourse.is_named):
            if head.tag_ in {"PRP", "PRP$"}:
                self._pronoun(sentence, head, inside)
            elif (name := discourse.name_at(head)) is not None:
                self._name(sentence, head, name)
            elif head.tag_ in {"NNP", "NNPS"} and any(
                child.dep_ == "flat" and discourse.is_named(child) for child in head.rights
            ):
                continue  # "Deputy Secretary Jones": the title is read with the name
            else:
                self._noun(sentence, head)

    def _name(self, sentence: ParsedSentence, head: Token, name: Name) -> None:
        discourse = self._discourse
        if head.head.i != head.i and discourse.name_at(head.head) is name:
            return  # another word of the same name
        is_new = id(name) not in discourse.by_name
        entity = discourse.entity_of(name)
        if is_new:
            entity.topic = discourse.topic_of(sentence, head, name)
        discourse.touch(entity, sentence, head)
        discourse.describe(entity, head)
        described = discourse.at(head.head) if head.dep_ == "appos" else None
        if described is not None and _may_be_named(described, entity):
            discourse.unite(entity, described)
        discourse.join(sentence, head, entity)

    def _found(self, sentence: ParsedSentence, head: Token, entity: Entity) -> None:
        """Note what the head stands for."""
        reference = entity.reference()
        if reference is not None:
            self.found[(id(head.doc), head.i)] = reference
        self._discourse.touch(entity, sentence, head)

    def _noun(self, sentence: ParsedSentence, head: Token) -> None:
        lemma, kind, discourse = lemma_of(head), self._type_of(head), self._discourse
        if lemma in CALENDAR or kind in SCENES or _is_title(head, discourse):
            return
        same = self._predicated(head)
        if same is not None:
            # "X is a village", "X, a village": another word for X, nothing new
            discourse.call(same, {lemma})
            same.gender = same.gender or noun_gender(lemma)
            return
        found = self._seated(head, lemma) or self._renamed(head)
        if found is None and is_bare(head, discourse.is_named):
            found = description(discourse, sentence, head, lemma, kind)
        said = "".join(word.text_with_ws for word in words_of(head)).strip()
        if found is not None and found.wording[1:] == said[1:]:
            discourse.touch(found, sentence, head)  # it says so itself
            return
        if found is not None:
            self._found(sentence, head, found)
            return
        entity = self._described(sentence, head, lemma, kind)
        known = self._again(head, entity, lemma)
        if known is None:
            discourse.add(entity, set() if self._may_be_known(head, entity, lemma) else {lemma})
        discourse.touch(known or entity, sentence, head)

    def _renamed(self, head: Token) -> Entity | None:
        """The name that the phrase spells without its capital: "the Blue mountains"."""
        if head.tag_ not in {"NN", "NNS"} or not any(word.dep_ == "compound" for word in head.lefts):
            return None
        said = "".join(word.text_with_ws for word in words_of(head) if word.i <= head.i).strip().lower()
        return next((e for e in self._discourse.by_name.values() if e.wording.lower() == said), None)

    def _seated(self, head: Token, lemma: str) -> Entity | None:
        """The one body with a name that was called so, where only its seat is added: "the Oslo-based company"."""
        if determiner(head) != "the" or not any(word.lower_ in SEATED and word.dep_ == "amod" for word in head.lefts):
            return None
        called = self._discourse.called(lemma)
        is_one = len(called) == 1 and called[0].named and not called[0].plural and not is_plural(head)
        return called[0] if is_one else None

    def _again(self, head: Token, entity: Entity, lemma: str) -> Entity | None:
        """What was described by the same noun and names before: "the six-member Danish team", "the Danish team"."""
        names = _names_in(entity.wording)
        if not names or determiner(head) != "the" or entity.plural:
            return None
        called = (known for known in self._discourse.called(lemma) if not known.plural and not known.named)
        return next((known for known in called if _names_in(known.wording) == names), None)

    def _may_be_known(self, head: Token, entity: Entity, lemma: str) -> bool:
        """Whether what no name makes known may be what was called so already: "her parents", "the ship"."""
        owner = possessor(head)
        owned = owner is not None and owner.tag_ == "PRP$"
        if entity.wording or not (owned or is_bare(head, self._discourse.is_named)):
            return False
        return any(known.plural == entity.plural and known.wording for known in self._discourse.called(lemma))

    def _described(self, sentence: ParsedSentence, head: Token, lemma: str, kind: EntityType) -> Entity:
        """What a noun phrase speaks of, worded so that it stands alone where what it holds makes it known."""
        named, words = self._discourse.is_named, words_of(head)
        owned = self._owned(head, kind, words)
        if owned is not None:
            return Entity(owned, sentence.span(words[1], head), kind, is_plural(head), noun_gender(lemma))
        known = is_known(head, named, words) and not any(word.tag_ in {"PRP", "PRP$"} for word in words)
        known = known and not self._is_cut(words)
        words = knowing_words(head, words, named) if known else words
        brief = known and len(words) <= LONGEST
        wording = definite(words) if brief and determiner(head) in {"the", "a", "an", ""} else ""
        if is_plural(head) and determiner(head) != "the" and possessor(head) is None:
            wording = _lowered(words[0], wording.removeprefix("the ")) if determiner(head) == "" else ""
        span = sentence.span(words[0], words[-1])
        return Entity(wording, span, kind, is_plural(head), noun_gender(lemma))

    def _is_cut(self, words: list[Token]) -> bool:
        """Whether the words begin behind a hyphen or end within a name: "right party", "the student Ahmed"."""
        first, last = words[0], words[-1]
        name, doc = self._discourse.name_at(last), last.doc
        goes_on = name is not None and last.i + 1 < len(doc) and self._discourse.name_at(doc[last.i + 1]) is name
        return goes_on or (first.i > 0 and first.nbor(-1).text == "-")

    def _owned(self, head: Token, kind: EntityType, words: list[Token]) -> str | None:
        """The wording of a phrase whose owner is a pronoun that is known: "Norway's training mission"."""
        owner = possessor(head)
        if owner is None or owner.tag_ != "PRP$" or owner.i != words[0].i or is_plural(head) or kind == "person":
            return None
        whose = self.found.get((id(owner.doc), owner.i))
        rest = [word for word in words if owner.i < word.i <= head.i]
        if whose is None or any(word.tag_ in {"PRP", "PRP$"} for word in rest):
            return None
        mark = "'" if whose.plural and whose.wording.endswith("s") else "'s"
        return f"{whose.wording}{mark} {''.join(word.text_with_ws for word in rest).strip()}"

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
        entity = self._discourse.at(described)
        return entity if entity is not None and entity.named and entity.plural == is_plural(head) else None

    def _pronoun(self, sentence: ParsedSentence, head: Token, inside: set[int]) -> None:
        word = head.lower_
        if (len(word) > 1 and head.is_upper) or (head.is_title and head.i != sentence.tokens.start and not inside):
            return  # "Her" in a title of a work is no reference
        gender = "m" if word in MEN else "f" if word in WOMEN else ""
        if head.i in inside:
            entity = self._quoted(head, gender, inside)
        elif gender:
            entity = person(self._discourse, sentence, head, gender)
        elif word in THINGS and not is_expletive(head):
            entity = thing(self._discourse, sentence, head)
        elif word in GROUPS:
            entity = group(self._discourse, sentence, head)
        else:
            entity = None
        if entity is not None:
            entity.gender = gender or entity.gender
            self._found(sentence, head, entity)
        elif gender and head.i not in inside:
            self._ghost(sentence, head, gender)

    def _quoted(self, head: Token, gender: str, inside: set[int]) -> Entity | None:
        """What a pronoun in a quotation stands for, where the quotation itself says it."""
        if gender:
            return bound_person(self._discourse, head, gender, inside)
        if is_expletive(head) or head.lower_ not in THINGS | GROUPS:
            return None
        entity = bound(self._discourse, head, plural=head.lower_ in GROUPS)
        return entity if entity is not None and entity.wording and entity.at in inside else None

    def _ghost(self, sentence: ParsedSentence, head: Token, gender: str) -> None:
        """Someone unknown of that gender, who stands in the way of the pronouns that follow."""
        span = sentence.span(head, head)
        self._discourse.touch(Entity("", span, "person", plural=False, gender=gender), sentence, head)


def _names_in(wording: str) -> set[str]:
    """The words with a capital in a description."""
    return {word for word in wording.split() if word[:1].isupper()}


def _is_title(head: Token, discourse: Discourse) -> bool:
    """Whether the noun stands right before a name that it describes, and is read with it: "prosecutor Jane Roe"."""
    return head.dep_ == "nmod:desc" and head.i < head.head.i and discourse.is_named(head.head)


def _may_be_named(described: Entity, entity: Entity) -> bool:
    """Whether what was only described may be what the name beside the description stands for."""
    if described.named or described.plural or entity.plural:
        return False
    if described.type == "organization":
        return entity.type in {"organization", "thing"}
    return described.type == "person" and may_be_person(entity)


def _lowered(first: Token, wording: str) -> str:
    """The wording without the capital that its first word has only from opening a sentence."""
    opens = first.is_sent_start or (first.i > 0 and first.nbor(-1).is_punct and first.nbor(-1).is_sent_start)
    if not wording or not opens or first.tag_ in {"NNP", "NNPS"} or gazetteer.is_demonym(first.text):
        return wording
    return wording[0].lower() + wording[1:] if first.text[1:].islower() else wording
