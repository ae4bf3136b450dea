"""Phrases that are one unbroken stretch of words: clauses, adverbs, a noun with its preposition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.phrases import Phrase
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene

if TYPE_CHECKING:
    from quizgen.language.tokens import Token


BRIEF = 13  # words of a clause that is but a part of a stem
ADDED = frozenset({"obl", "obl:unmarked", "nmod", "nmod:unmarked", "acl"})


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


def briefly(scene: Scene, clause: Phrase) -> Phrase:
    """A clause without the last phrases around its verb and nouns, where it is too long for a part of a stem.

    What is left has to stand alone as the whole does; else it stays whole.
    """
    brief = clause
    while len(brief.wording.split()) > BRIEF:
        held = [t for t in brief.words if t.dep_ in ADDED and t.i > brief.head.i and _is_near(t, brief.head)]
        if not held:
            break
        inside = {t.i for t in brief.words}
        last = max(held, key=lambda token: token.i)
        gone = {t.i for t in brief.head.subtree if t.i not in inside}
        brief = stretch(scene, brief.head, frozenset(gone | {last.i}))
    return clause if brief.open else brief


def _is_near(token: Token, verb: Token) -> bool:
    """Whether a phrase hangs on the verb, or on a noun that does, and no "of" ties it to that."""
    is_tied = any(c.dep_ == "case" and c.lower_ == "of" for c in token.children)
    return not is_tied and (token.head.i == verb.i or token.head.head.i == verb.i)


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
