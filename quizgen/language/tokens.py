"""A parsed paragraph as plain records: the words, and the tree over them, each thing looked up once.

The rules ask a word for its head, its label and its children thousands of times; spaCy makes a new object and decodes
a new string at each asking, which costs more than the parsing itself. The names are spaCy's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc


@dataclass(slots=True, eq=False)
class Token:
    """A word of a doc, at place `i`; its letters begin at `idx` of the doc's text.

    `lefts` and `rights` are the words that hang on it, in order; `left_edge` and `right_edge` the outermost ones of all
    that hang below it; a root is its own head. A token is the same as another one only if it is that one.
    """

    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    is_punct: bool
    like_num: bool
    ent_type_: str
    tag_: str
    pos_: str
    lemma_: str
    morph: Mapping[str, list[str]]
    dep_: str
    is_sent_start: bool = field(init=False)
    doc: Doc = field(init=False, repr=False)
    sent: Tokens = field(init=False, repr=False)
    head: Token = field(init=False, repr=False)
    lefts: tuple[Token, ...] = field(init=False, repr=False)
    rights: tuple[Token, ...] = field(init=False, repr=False)
    children: tuple[Token, ...] = field(init=False, repr=False)
    subtree: tuple[Token, ...] = field(init=False, repr=False)
    left_edge: Token = field(init=False, repr=False)
    right_edge: Token = field(init=False, repr=False)

    def __len__(self) -> int:
        return len(self.text)

    @property
    def text_with_ws(self) -> str:
        """The letters with the space behind them."""
        return self.text + self.whitespace_

    @property
    def is_alpha(self) -> bool:
        """Whether all of it is letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether all of it is digits."""
        return self.text.isdigit()

    @property
    def is_title(self) -> bool:
        """Whether it is written with one capital, in front."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, token: Token) -> bool:
        """Whether the other one hangs below this one."""
        return any(above is self for above in token.ancestors)

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on; raises IndexError beyond either end of the doc."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc[self.i + step]


class Doc(tuple[Token, ...]):
    """The tokens of a paragraph, in order."""

    @property
    def text(self) -> str:
        """The letters of the paragraph."""
        return "".join(token.text_with_ws for token in self)

    def span(self, start: int, end: int) -> Tokens:
        """The tokens from `start` up to `end`, that one not included."""
        return Tokens(self, start, min(end, len(self)))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Some neighbouring tokens of a doc, from `start` up to `end`, that one not included."""

    doc: Doc
    start: int
    end: int

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, i: int) -> Token:
        return self.doc[self.start : self.end][i]

    @property
    def text(self) -> str:
        """Their letters, without the space behind the last one."""
        return "".join(token.text_with_ws for token in self).removesuffix(" ")


def plain(doc: SpacyDoc) -> Doc:
    """A doc of spaCy's as records."""
    tokens = [
        Token(
            t.i, t.idx, t.text, t.lower_, t.whitespace_, t.is_punct, t.like_num, t.ent_type_,
            t.tag_, t.pos_, t.lemma_, features(str(t.morph)), t.dep_,
        )
        for t in doc
    ]  # fmt: skip
    return tree(tokens, [t.head.i for t in doc])


@lru_cache(maxsize=1024)
def features(morph: str) -> Mapping[str, list[str]]:
    """The features of a word, each with its values: "Number=Sing|Person=3"."""
    pairs = (feature.split("=") for feature in morph.split("|") if feature)
    return {name: values.split(",") for name, values in pairs}


def tree(tokens: Sequence[Token], heads: Sequence[int]) -> Doc:
    """The tokens as a doc, each hung on the one at the place that `heads` names, which for a root is its own.

    A sentence begins where the first word of a tree stands.
    """
    doc = Doc(tokens)
    below: list[list[Token]] = [[] for _ in doc]
    for token, head in zip(doc, heads, strict=True):
        token.doc, token.head = doc, doc[head]
        if head != token.i:
            below[head].append(token)
    for token in _upwards(doc, below):
        _hang(token, below[token.i])
    starts = sorted({token.left_edge.i for token in doc if token.head is token})
    for start, end in pairwise([*starts, len(doc)]):
        sent = doc.span(start, end)
        for token in doc[start:end]:
            token.sent, token.is_sent_start = sent, token.i == start
    return doc


def _upwards(doc: Doc, below: Sequence[Sequence[Token]]) -> Iterator[Token]:
    """The tokens, whatever hangs on one before it."""
    found = [token for token in doc if token.head is token]
    for token in found:
        found.extend(below[token.i])
    return reversed(found)


def _hang(token: Token, children: Sequence[Token]) -> None:
    """Hang on a token its children, whose own are hung on them already."""
    if not children:
        token.lefts = token.rights = token.children = ()
        token.subtree, token.left_edge, token.right_edge = (token,), token, token
        return
    token.children = tuple(children)
    before = sum(child.i < token.i for child in children)
    token.lefts, token.rights = token.children[:before], token.children[before:]
    left = [word for child in token.lefts for word in child.subtree]
    token.subtree = (*left, token, *(word for child in token.rights for word in child.subtree))
    token.left_edge = min((token, *(child.left_edge for child in children)), key=_place)
    token.right_edge = max((token, *(child.right_edge for child in children)), key=_place)


def _place(token: Token) -> int:
    return token.i
