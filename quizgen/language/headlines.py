"""What a headline makes known: "Iraq mission" and "Attack on Camp X" are what the text calls "the mission"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.entities import Entity
from quizgen.language.types import lemma_type
from quizgen.model import EntityType, Span

if TYPE_CHECKING:
    from quizgen.language.cast import Name
    from quizgen.model import Article

WORD = re.compile(r"[A-Za-z]{4,}")
LEADS = re.compile(r" (in|on|at|of|near|against|and) (the )?")
OBJECT = re.compile(r" \d")  # behind a verb: "A and B exchange 37 prisoners"
KINDS: frozenset[EntityType] = frozenset({"organization", "event", "place", "object"})
ROLES = frozenset({"headline", "standfirst"})
MOST = 2  # names behind the noun


def headline_entities(article: Article, names: Iterable[Name]) -> Iterator[tuple[str, Entity]]:
    """The nouns of headline and standfirst that a name stands right beside, each with what it speaks of."""
    blocks = [block.span for block in article.blocks if block.role in ROLES]
    if not blocks:
        return
    known = sorted({span.of(article.text) for name in names for span in name.mentions}, key=len, reverse=True)
    for block in blocks:
        text = block.of(article.text)
        named = _named(text, known)
        for found in WORD.finditer(text):
            if not any(span.start <= found.start() < span.end for span in named):
                yield from _entity(text, block.start, named, found)


def headline_phrase(article: Article, phrase: str) -> Span | None:
    """Where the headline has these words, whatever their capitals; None where it has them not, or more than once."""
    headlines = [block.span for block in article.blocks if block.role == "headline"]
    headlines = [span for span in headlines if phrase.casefold() in span.of(article.text).casefold()]
    if not headlines:
        return None
    words = re.compile(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", re.IGNORECASE)
    found = [(span.start, match) for span in headlines for match in words.finditer(span.of(article.text))]
    return Span(*(found[0][0] + at for at in found[0][1].span())) if len(found) == 1 else None


def _named(text: str, known: list[str]) -> list[Span]:
    """Where names and nationalities stand in a headline."""
    there = (rf"\b{re.escape(name)}\b" for name in known if name in text)
    spans = [Span(*found.span()) for name in there for found in re.finditer(name, text)]
    words = (Span(*found.span()) for found in WORD.finditer(text) if gazetteer.is_demonym(found[0]))
    return [*spans, *words]


def _entity(text: str, base: int, named: list[Span], found: re.Match[str]) -> Iterator[tuple[str, Entity]]:
    """What the noun at `found` speaks of, where a name stands beside it."""
    word = found[0].lower()
    plural = word.endswith("s") and not word.endswith("ss")
    lemma = word[:-1] if plural else word
    kind = lemma_type(lemma)
    start, end = found.span()
    if kind not in KINDS or OBJECT.match(text, end):
        return
    before = max((span for span in named if span.end == start - 1 and text[span.end] == " "), default=None)
    behind = _behind(text, named, end)
    if before is None and behind == end:
        return
    first = before.start if before else start
    left = text[first:start] if before else ""
    wording = f"the {left}{word}{text[end:behind]}"
    yield lemma, Entity(wording, Span(base + first, base + behind), kind, plural)


def _behind(text: str, named: list[Span], end: int) -> int:
    """Where the prepositional phrases with names that follow a noun end."""
    for _ in range(MOST):
        lead = LEADS.match(text, end)
        after = max((span.end for span in named if lead and span.start == lead.end()), default=end)
        if after == end:
            break
        end = after
    return end
