"""Who and what an article speaks of: its names, the types of its noun phrases, what its references stand for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.language import evidence, gazetteer
from quizgen.language.aliases import bare_words, name_words, tie
from quizgen.language.chunks import chunks
from quizgen.language.countries import Country, countries
from quizgen.language.inflection import is_listed
from quizgen.language.names import CALENDAR, Chunk, Cluster
from quizgen.language.parsing import ParsedArticle
from quizgen.language.phrases import PRONOUNS, points
from quizgen.language.reference import Reference, Resolver
from quizgen.language.types import common_type
from quizgen.model import EntityType, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

__all__ = ["Cast", "Name", "Reference"]

DEMONSTRATIVES = frozenset(
    {"this", "that", "these", "those", "others", "another", "former", "latter", "both", "either", "same"}
)

LONG_NAME = 5  # words
PLURAL_PLACES = frozenset({"Mountains", "Islands", "Hills", "Highlands", "Lakes", "Alps", "Marshes", "Caves", "Falls"})
PLURAL_LETTERS = re.compile(r"[A-Z]{2,}s")  # "LEDs"


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name of the article with all its mentions; `text` is the fullest form, `first` the span of that mention.

    `wording` is the form for running text, with the article that the name takes: "the United Nations".
    """

    text: str
    type: EntityType
    gender: str
    plural: bool
    first: Span
    mentions: tuple[Span, ...]
    wording: str


class Cast:
    """Who and what one article speaks of."""

    def __init__(self, parsed: ParsedArticle) -> None:
        """Find the names of the article at once; references are worked out when the first is asked for."""
        self._parsed = parsed
        self._names: dict[tuple[int, int], Name] = {}
        self._chunks: dict[tuple[int, int], Chunk] = {}
        # words that the article writes small
        self.common = common = {t.text for one in parsed.sentences for t in one.words if t.tag_ in {"NN", "NNS"}}
        found = [chunk for sentence in parsed.sentences for chunk in chunks(sentence)]
        inner = {chunk.text for chunk in found if not _opens_sentence(chunk)}
        inner |= {word for chunk in found if len(chunk.words) > 1 for word in chunk.words}
        found = [
            chunk
            for chunk in found
            # a word that the article writes small elsewhere, or that is a plain one and no name elsewhere, is large
            # here only because it opens the sentence
            if not (_opens_sentence(chunk) and (chunk.text.lower() in common or _is_plain(chunk, inner)))
        ]
        self.names = tuple(self._index(group, kind) for group, kind in tie(found, parsed.article.source.title))

    def _index(self, group: Cluster, kind: EntityType) -> Name:
        full = _usual(group) if kind == "person" else group.fullest
        gender = evidence.gender(group.chunks) if kind == "person" else ""
        plural = full.head.tag_ == "NNPS" and (kind in {"people", "thing"} or full.words[-1] in PLURAL_PLACES)
        plural |= bool(PLURAL_LETTERS.fullmatch(full.text))
        said = _well_known(group) or full.text
        wording = f"the {said}" if said == full.text and _takes_article(group) else said
        mentions = tuple(chunk.span for chunk in group.chunks)
        name = Name(full.text, kind, gender, plural, full.span, mentions, wording)
        for chunk in group.chunks:
            for token in chunk.tokens:
                self._names[(id(token.doc), token.i)] = name
                self._chunks[(id(token.doc), token.i)] = chunk
        return name

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often the article mentions each name, by the name's wording."""
        return {name.wording: len(name.mentions) for name in self.names}

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """The countries of the article, those that it speaks of most first."""
        return countries(self._parsed, self.names)

    @cached_property
    def _references(self) -> dict[tuple[int, int], Reference]:
        return Resolver(self._parsed, self.names, self.name_at, self.type_of).found

    def name_at(self, token: Token) -> Name | None:
        """The name that this token is part of."""
        return self._names.get((id(token.doc), token.i))

    def type_of(self, head: Token) -> EntityType:
        """What the phrase with this head speaks of: a name, a common noun, or a pronoun."""
        name = self.name_at(head)
        if name is not None:
            return name.type
        if head.lower_ in CALENDAR:
            return "time"
        if gazetteer.is_demonym(head.text) and head.tag_ in {"NNPS", "NNS", "NNP"}:
            return "people"
        if head.tag_ in PRONOUNS and (reference := self._references.get((id(head.doc), head.i))) is not None:
            return "people" if reference.plural and reference.type == "person" else reference.type
        return common_type(head)

    def resolve(self, head: Token) -> Reference | None:
        """What a pronoun, a surname or a bare description stands for; None where the evidence is not clear."""
        name = self.name_at(head)
        if name is None:
            return self._references.get((id(head.doc), head.i))
        chunk = self._chunks[(id(head.doc), head.i)]
        shorter = len(chunk.tokens) < len(name.text.split())
        if name.type == "person" and shorter and chunk.text != name.text:
            return Reference(name.wording, name.first, name.type, name.plural)
        return None

    def is_open(self, head: Token) -> bool:
        """Whether the phrase leans on what was said before, and nothing found in the article makes it known."""
        if self.name_at(head) is not None or self.resolve(head) is not None:
            return False
        if head.tag_ in PRONOUNS:
            return True
        if head.tag_ in {"WP", "WDT", "WP$", "EX", "WRB"}:
            return False
        if head.lower_ in DEMONSTRATIVES:
            return True
        return points(head, lambda token: self.name_at(token) is not None, self.is_open)


    def is_open_alone(self, head: Token) -> bool:
        """Whether the phrase would lean on its context if it were said without what follows the noun."""
        if self.name_at(head) is not None or self.resolve(head) is not None:
            return False
        return points(head, lambda token: self.name_at(token) is not None, self.is_open, alone=True)


def _opens_sentence(chunk: Chunk) -> bool:
    """Whether a name is a single word that opens its sentence, and so is large whatever it is."""
    token = chunk.tokens[0]
    start = token.sent.start
    return len(chunk.tokens) == 1 and (token.i == start or (token.i == start + 1 and token.nbor(-1).is_punct))


def _is_plain(chunk: Chunk, inner: set[str]) -> bool:
    """Whether a word is one of the dictionary and stands nowhere in the article as a name."""
    word = chunk.text
    if word in inner or chunk.titles or not word.istitle() or not is_listed(word.lower()):
        return False
    known = gazetteer.given(word) or gazetteer.place(word) or word in gazetteer.words("organization")
    return not known and not gazetteer.is_demonym(word)


def _usual(group: Cluster) -> Chunk:
    """The full name that a person goes by: the one of two words, where a longer one only adds to it."""
    full = group.fullest
    words = bare_words(full)
    usual = (chunk for chunk in group.chunks if bare_words(chunk) == [words[0], words[-1]])
    return full if len(name_words(full)) == 2 else next(usual, full)


def _well_known(group: Cluster) -> str:
    """The letters by which a body of a very long name is better known, where the article has them; or ""."""
    if len(group.fullest.tokens) < LONG_NAME:
        return ""
    letters = (chunk.text for chunk in group.chunks if chunk.text.isupper())
    return next((text for text in letters if text in gazetteer.words("organization")), "")


def _takes_article(group: Cluster) -> bool:
    """Whether the name stands with "the" where it is a phrase of its own: "the United Nations"."""
    alone: Counter[bool] = Counter()
    least = len(group.fullest.tokens) / 2
    for chunk in group.chunks:
        head = chunk.head
        if head.dep_ in {"compound", "nmod:desc", "amod", "flat"} or len(chunk.tokens) < least:
            continue
        before = chunk.tokens[0].nbor(-1).lower_ if chunk.tokens[0].i else ""
        alone[before in {"the", "a", "an"}] += 1
    return alone[True] > alone[False]
