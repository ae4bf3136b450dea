"""Sentences read a second time, in two pieces, where the first reading lost a clause.

"Nato has a mission in Baghdad, but plans to expand it were delayed": a small parser takes the subject of the second
clause for a noun more of the first one. Where the tags show a clause behind a comma, and the tree shows none, both
pieces are parsed by themselves; their trees are joined only if each has become a clause with a subject. So it is with
an aside between a subject and its verb ("The company, which runs the line, refused"), which only the tags tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.language.asides import Range, aside_before
from quizgen.language.grafting import assembled, cut

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "csubj", "expl")
HELPERS = frozenset({"aux", "aux:pass", "cop"})
JOINING = frozenset({"and", "but", "so", "yet"})
FRONTING = frozenset(
    "according after although amid as at because before by despite during following for from if in inside instead of "
    "on once outside owing since though to under unlike until when whereas while with within without".split()
)
NO_SUBJECT = frozenset({"VB", "VBG", "VBN", "IN", "WDT", "WP", "TO", *FINITE})  # what hardly begins a subject
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX"})
BREAKS = frozenset({",", ":", ";", "(", '"', "that", "which", "who"})  # what stands in no plain subject


@dataclass(frozen=True, slots=True)
class Seam:
    """Where a sentence falls into two clauses: the token ranges of both, the comma between, the word that joins."""

    front: Range
    back: Range
    comma: int
    link: int | None

    def pieces(self, doc: Doc) -> list[Doc]:
        """What is to be parsed again: each clause by itself."""
        return [cut(doc, range(*self.front)), cut(doc, range(*self.back), opens=True)]


def seams(doc: Doc, ranges: Iterable[Range]) -> list[Seam]:
    """The seams of the sentences, given as token ranges, whose second clause the parse lost."""
    found = (_joined(doc, *span) or _fronted(doc, *span) for span in ranges)
    return [seam for seam in found if seam is not None]


def _joined(doc: Doc, start: int, end: int) -> Seam | None:
    """A clause behind a comma and "but" or "and" that hangs as one noun on what stands before."""
    for comma in range(start + 2, end - 4):
        first = comma + 2
        if doc[comma].text != "," or doc[comma + 1].lower_ not in JOINING or not _opens_clause(doc, first, end):
            continue
        if not any(doc[i].tag_ in FINITE for i in range(start, comma)):
            continue
        tops = [t for t in doc[first:end] if t.head.i < first and not t.is_punct]
        if len(tops) == 1 and not any(t.head.i >= first for t in doc[start:comma]) and not _is_clause(tops[0]):
            return Seam((start, comma), (first, end), comma, comma + 1)
    return None


def _fronted(doc: Doc, start: int, end: int) -> Seam | None:
    """A main clause behind a fronted adverbial that the parse took for the main clause, or that took its subject."""
    root = next((t for t in doc[start:end] if t.head.i == t.i), None)
    if root is None or doc[start].lower_ not in FRONTING:
        return None
    commas = [i for i in range(start + 2, end - 3) if doc[i].text == ","]
    comma = next((i for i in commas if _opens_clause(doc, i + 1, end, root)), None)
    if comma is None or (root.i > comma and _subject(root) is not None):
        return None
    is_first = comma == commas[0] or root.i > comma
    return Seam((start, comma), (comma + 1, end), comma, None) if is_first else None


def lost_asides(doc: Doc, ranges: Iterable[Range]) -> list[Range]:
    """The asides, both commas included, between a finite verb and the subject that the parse did not give it."""
    return [aside for span in ranges if (aside := _lost_aside(doc, *span)) is not None]


def _lost_aside(doc: Doc, start: int, end: int) -> Range | None:
    for close in range(start + 3, end - 2):
        if doc[close].text != "," or doc[close + 1].tag_ not in FINITE:
            continue
        subject = _subject(_predicate(doc[close + 1]))
        if subject is not None and subject.i < close:
            continue
        aside = aside_before(doc, start, close)
        if aside is not None and _may_be_aside(doc, *aside):
            return aside
    return None


def _may_be_aside(doc: Doc, first: int, close: int) -> bool:
    """Whether what stands before is a noun that no other verb has, and the aside no year and no verb of a list."""
    noun = _top(doc[first - 1])
    if noun.tag_ not in NOUNS | {"CD"} or (noun.dep_.startswith(SUBJECTS) and noun.head.i > close):
        return False
    if _subject(doc[first + 1]) is not None:
        return False  # "Roe, 49, resigned in May, said"
    if doc[first + 1].tag_ in {"WDT", "WP", "WRB"} and not any(t.tag_ in FINITE for t in doc[first:close]):
        return False  # "…, where Roe, hurt badly, won"
    is_year = close - first == 2 and doc[first + 1].is_digit and len(doc[first + 1]) == 4
    verbs = (i for i in range(first + 1, close) if doc[i].text == "," and doc[i + 1].tag_ in FINITE)
    return not is_year and next(verbs, None) is None


def _top(token: Token) -> Token:
    """The head of the name or noun phrase that ends with this token."""
    while token.head.i < token.i and token.dep_ in {"flat", "nmod", "appos", "nmod:unmarked"}:
        token = token.head
    return token


def is_found(doc: Doc, aside: Range) -> bool:
    """Whether the verb behind an aside has a subject before it."""
    first, close = aside
    subject = _subject(_predicate(doc[close + 1]))
    return subject is not None and subject.i < first


def _predicate(verb: Token) -> Token:
    return verb.head if verb.dep_ in HELPERS else verb


def _subject(predicate: Token) -> Token | None:
    return next((c for c in predicate.children if c.dep_.startswith(SUBJECTS)), None)


def _opens_clause(doc: Doc, first: int, end: int, root: Token | None = None) -> bool:
    """Whether the tags show a subject and a finite verb from token `first` on, and nothing between that breaks them.

    The root counts as finite where it is a participle, which the tagger may have made of a past tense.
    """
    if first >= end or doc[first].tag_ in NO_SUBJECT or doc[first].lower_ in JOINING:
        return False
    has_noun = False
    for token in doc[first:end]:
        is_verb = token.tag_ in FINITE or (token == root and token.tag_ == "VBN")
        if is_verb or token.lower_ in BREAKS:
            return has_noun and is_verb
        has_noun |= token.tag_ in NOUNS
    return False


def _is_clause(top: Token) -> bool:
    """Whether the token is a finite predicate with a subject before it."""
    is_finite = top.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in HELPERS for c in top.children)
    return is_finite and any(c.dep_.startswith(SUBJECTS) and c.i < top.i for c in top.children)


def joined(doc: Doc, found: Sequence[Seam], parsed: Iterator[Doc]) -> Doc:
    """The doc with the sentences of these seams put together anew from their parsed pieces, two for each seam."""
    if not found:
        return doc
    tokens: list[Token | None] = list(doc)
    heads, labels = [token.head.i for token in doc], [token.dep_ for token in doc]
    is_new = False
    for seam in found:
        front, back = next(parsed), next(parsed)
        roots = [next(token for token in piece if token.head.i == token.i) for piece in (front, back)]
        if not _is_clause(roots[1]) or (seam.link is not None and not _is_clause(roots[0])):
            continue
        is_new = True
        for piece, (start, _) in ((front, seam.front), (back, seam.back)):
            for token in piece:
                i = start + token.i
                tokens[i], heads[i], labels[i] = token, start + token.head.i, token.dep_
        first, second = seam.front[0] + roots[0].i, seam.back[0] + roots[1].i
        if seam.link is None:
            is_verb = roots[0].pos_ in {"VERB", "AUX"}
            heads[first], labels[first], heads[seam.comma] = second, "advcl" if is_verb else "obl", first
        else:
            heads[second], labels[second] = first, "conj"
            heads[seam.comma] = heads[seam.link] = second
            labels[seam.link] = "cc"
        labels[seam.comma] = "punct"
    return assembled(doc, tokens, heads, labels) if is_new else doc
