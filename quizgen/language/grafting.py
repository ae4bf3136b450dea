"""Trees joined: the parse of a sentence without its asides, and the parses of the asides, as one parsed doc."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.language.asides import Range, adjunct, anchor, label, without

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Plan:
    """How a doc was taken apart: the whole, its asides, and which of its tokens the shortened doc holds."""

    whole: Doc
    asides: tuple[Range, ...]

    def pieces(self) -> list[Doc]:
        """What the parser is to read: the doc itself, or the shortened one and each aside by itself."""
        if not self.asides:
            return [self.whole]
        inner = [_bare(self.whole, aside) for aside in self.asides]
        return [cut(self.whole, indices) for indices in (without(self.whole, self.asides), *inner)]

    def with_asides(self, found: Sequence[Range]) -> Plan:
        """The plan with these asides as well, and without the ones that overlap them."""
        kept = [a for a in self.asides if not any(a[0] <= last and first <= a[1] for first, last in found)]
        return Plan(self.whole, tuple(sorted([*kept, *found])))


def cut(doc: Doc, indices: Sequence[int], *, opens: bool = False) -> Doc:
    """The tokens at these indices as an unparsed doc of their own, with the sentence starts that are set.

    With `opens` the first word is written large, as a parser expects of a sentence.
    """
    from spacy.tokens import Doc as NewDoc

    words = [doc[i].text for i in indices]
    words[0] = words[0][0].upper() + words[0][1:] if opens else words[0]
    part = NewDoc(doc.vocab, words, [bool(doc[i].whitespace_) for i in indices])
    for k, i in enumerate(indices[1:], start=1):
        part[k].is_sent_start = doc[i].is_sent_start
    return part


def _bare(doc: Doc, aside: Range) -> list[int]:
    """The indices of the tokens of an aside without the marks around it."""
    return [i for i in range(aside[0], aside[1] + 1) if i not in aside or not doc[i].is_punct]


def graft(plan: Plan, parsed: Sequence[Doc]) -> Doc:
    """One parsed doc out of the parsed pieces of a plan, in their order."""
    if not plan.asides:
        return parsed[0]
    whole, main = plan.whole, parsed[0]
    outside = without(whole, plan.asides)
    tokens: list[Token | None] = [None] * len(whole)
    heads, labels = list(range(len(whole))), ["punct"] * len(whole)
    for k, i in enumerate(outside):
        tokens[i], heads[i], labels[i] = main[k], outside[main[k].head.i], main[k].dep_
    said = whole.user_data["inside"]
    for span, aside in zip(plan.asides, parsed[1:], strict=True):
        inner = _bare(whole, span)
        root = next(token for token in aside if token.head.i == token.i)
        top = inner[root.i]
        for token, i in zip(aside, inner, strict=True):
            tokens[i], heads[i], labels[i] = token, inner[token.head.i], token.dep_
            if token.head.i == token.i:
                heads[i], labels[i] = top, "parataxis"
        before = bisect_left(outside, span[0]) - 1
        is_apart = span in said or any(span[0] == last + 1 for _, last in said)
        heads[top] = outside[(_root(main[before]) if is_apart else anchor(main, before)).i]
        labels[top] = "parataxis" if span in said else adjunct(root) if is_apart else label(root)
        for i in {*span} - {*inner}:
            heads[i] = top
    return assembled(whole, tokens, heads, labels)


def _root(token: Token) -> Token:
    while token.head.i != token.i:
        token = token.head
    return token


def assembled(whole: Doc, tokens: Sequence[Token | None], heads: list[int], labels: list[str]) -> Doc:
    """A doc of the whole's words, each with what its parsed token says (None for a comma), its head and its label."""
    from spacy.tokens import Doc as NewDoc

    def each(attribute: str, comma: str) -> list[str]:
        return [getattr(token, attribute) if token is not None else comma for token in tokens]

    marks = [f"{t.ent_iob_}-{t.ent_type_}" if t is not None and t.ent_type_ else "O" for t in tokens]
    return NewDoc(
        whole.vocab, [token.text for token in whole], [bool(token.whitespace_) for token in whole],
        user_data=whole.user_data, tags=each("tag_", ","), pos=each("pos_", "PUNCT"), lemmas=each("lemma_", ","),
        morphs=[str(token.morph) if token is not None else "" for token in tokens], heads=heads, deps=labels,
        ents=marks,
    )  # fmt: skip
