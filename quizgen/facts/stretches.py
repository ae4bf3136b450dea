"""Phrases that are one unbroken stretch of words: clauses, adverbs, a noun with its preposition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.phrases import Phrase
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


def stretch(scene: Scene, head: Token, leave: frozenset[int] = frozenset()) -> Phrase:
    """A clause or adverb as one unbroken stretch of words, without the tokens in `leave` and what hangs on them."""
    gone = {t.i for i in leave for t in scene.doc[i].subtree}
    gone |= {t.i for c in head.children if c.dep_ == "parataxis" for t in c.subtree}
    words = [t for t in head.subtree if t.i not in gone and t.i < scene.end]
    while words and words[-1].is_punct and words[-1].text != "%":
        words.pop()
    while words and words[0].is_punct:
        words.pop(0)
    words = words or [head]  # where the parser took a mark for a word
    span = scene.parsed.span(words[0], words[-1])
    wording, replacements, is_open = say(scene, words)
    return Phrase(
        head, tuple(words), span, scene.parsed.text(span), wording, "abstract", False, "",
        is_open, None, replacements,
    )  # fmt: skip


def to_comma(scene: Scene, head: Token) -> Phrase:
    """A clause up to its first comma, if that stands behind its verb: what follows adds to it."""
    comma = next((t.i for t in head.subtree if t.text == "," and t.i > head.i), scene.end)
    return stretch(scene, head, frozenset(t.i for t in head.subtree if t.i >= comma))


def with_case(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase with its preposition: the answer to "why" is "due to the storm", not "the storm"."""
    cases = {t.i for c in phrase.head.children if c.dep_ == "case" for t in c.subtree if c.i < phrase.head.i}
    if not cases:
        return phrase
    cases |= {c.i for c in phrase.head.children if c.dep_ == "advmod" and c.i < min(cases)}
    first = scene.doc[min(cases)]
    last = next(t for t in reversed(phrase.words) if scene.parsed.span(t, t).end == phrase.span.end)
    span = scene.parsed.span(first, last)
    words = tuple(scene.doc[i] for i in sorted(cases | {t.i for t in phrase.words}))
    wording = f"{phrase.case} {phrase.wording}"
    return replace(phrase, words=words, span=span, text=scene.parsed.text(span), wording=wording, case="")
