"""A mention of a name, and the mentions that name one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.parsing import ParsedSentence
from quizgen.model import EntityType, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

CALENDAR = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan.", "feb.", "mar.",
    "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "a.m.", "p.m.", "gmt", "utc",
    "b.c.", "a.d.", "bce", "b.c.e.",
})  # fmt: skip
GLUED = re.compile(r"(?<=\w)[,.]?[\[(].*")  # a citation mark or bracket without a space before it
ALIASES = {
    "us": "united states", "usa": "united states", "america": "united states",
    "united states of america": "united states", "uk": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "un": "united nations",
    "eu": "european union", "uae": "united arab emirates", "isil": "islamic state", "isis": "islamic state",
    "daesh": "islamic state",
}  # fmt: skip


class Chunk:
    """One mention of a name: its tokens in one sentence, and the titles before it.

    `text` is its letters, white space made plain, what a bracket glues on cut off; `head` is the token whose
    governor stands outside.
    """

    __slots__ = ("head", "sentence", "text", "titles", "tokens", "votes", "words")

    def __init__(self, sentence: ParsedSentence, tokens: tuple[Token, ...], titles: tuple[str, ...] = ()) -> None:
        """Work out once what every rule asks for."""
        self.sentence, self.tokens, self.titles = sentence, tokens, titles
        self.votes: list[tuple[str, EntityType, float]] | None = None  # what the evidence says of it, once asked for
        self.words = tuple(token.text for token in tokens)
        self.text = GLUED.sub("", "".join(token.text_with_ws for token in tokens)).strip()
        inside = {token.i for token in tokens}
        self.head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])

    @property
    def span(self) -> Span:
        """Where the chunk stands in the article."""
        start = self.tokens[0].idx
        return self.sentence.view.span(start, start + len(self.text))


@dataclass(slots=True)
class Cluster:
    """The chunks of an article that name one thing."""

    chunks: list[Chunk] = field(default_factory=list)

    @property
    def fullest(self) -> Chunk:
        """The chunk with the most words; of several, the one in the most frequent spelling, then the first."""
        spelled = [chunk.text for chunk in self.chunks]
        return max(self.chunks, key=lambda chunk: (len(chunk.tokens), spelled.count(chunk.text)))


def cluster(found: Iterable[Chunk]) -> list[Cluster]:
    """The chunks grouped by name: same letters first, then short forms tied to the one full form they fit."""
    groups: dict[str, Cluster] = {}
    for chunk in found:
        groups.setdefault(key_of(chunk.text), Cluster()).chunks.append(chunk)
    return list(groups.values())


def key_of(text: str) -> str:
    """What two spellings of one name have in common."""
    key = gazetteer.plain(text).removeprefix("the ").strip()
    return ALIASES.get(key, key)
