"""All that a rule may look at while it reads one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.facts.mending import mended
from quizgen.facts.voice import voice_of
from quizgen.language import ParsedArticle, ParsedSentence
from quizgen.language.cast import Cast, Name, Reference
from quizgen.language.numbers import Quantity, find_quantities
from quizgen.language.times import TimeExpression, find_times
from quizgen.model import Span

if TYPE_CHECKING:
    from quizgen.facts.phrases import Phrase
    from quizgen.language.tokens import Doc, Token


@dataclass(frozen=True)
class Scene:
    """One sentence on its stage: its parse, the cast of its article, its times and its quantities.

    `title` holds the words of the article's title in lower case, `voice` whom "we" means in a statement, `before`
    the sentence before, `phrases`, `readings` and `leaning` what was read and judged already.
    """

    parsed: ParsedSentence
    cast: Cast
    published: date | None
    title: frozenset[str] = frozenset()
    voice: Reference | None = None
    before: Scene | None = field(default=None, compare=False, repr=False)
    phrases: dict[tuple[int, frozenset[int]], Phrase] = field(default_factory=dict, compare=False, repr=False)
    readings: dict[int, tuple[str, Reference | None]] = field(default_factory=dict, compare=False, repr=False)
    leaning: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def doc(self) -> Doc:
        """The parsed paragraph that the sentence stands in."""
        return self.parsed.tokens.doc

    @cached_property
    def end(self) -> int:
        """One past the last token of the statement, before an attribution that is set behind it."""
        return self.parsed.tokens.end if self.parsed.tail is None else self.parsed.tail

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the sentence; looking them up in the doc again and again would cost more than parsing."""
        return self.parsed.words

    @cached_property
    def names(self) -> tuple[tuple[Name, int, int], ...]:
        """The mentions of names in the sentence, in order, each with its first and last token's index."""
        found: list[tuple[Name, int, int]] = []
        for token in self.words:
            name = self.cast.name_at(token)
            if name is None:
                continue
            if found and found[-1][0] is name and found[-1][2] == token.i - 1:
                found[-1] = (name, found[-1][1], token.i)
            else:
                found.append((name, token.i, token.i))
        return tuple(found)

    @cached_property
    def mentions(self) -> tuple[tuple[Span, int], ...]:
        """Where the sentence mentions names, each with the number of its mentions in the article."""
        doc, parsed = self.doc, self.parsed
        return tuple((parsed.span(doc[first], doc[last]), len(name.mentions)) for name, first, last in self.names)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions of the sentence, in order."""
        return find_times(self.parsed)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the sentence, in order."""
        return find_quantities(self.parsed, self.times)

    @cached_property
    def _times_over(self) -> dict[int, TimeExpression]:
        return {i: time for time in reversed(self.times) for i in range(time.first, time.last + 1)}

    def time_over(self, index: int) -> TimeExpression | None:
        """The time expression that covers token `index`, or None."""
        return self._times_over.get(index)


def scenes(parsed: ParsedArticle) -> tuple[Scene, ...]:
    """The scenes of an article, one a sentence, all with the same cast."""
    parsed = mended(parsed)
    cast = Cast(parsed)
    published = parsed.article.source.published
    # every card shows the title, so what it names is known there
    words = (word.lower().strip(".,:;!?'\"‘’“”") for word in parsed.article.source.title.split())
    title = frozenset(re.sub(r"['’]s?$", "", word) for word in words)
    voice = voice_of(parsed, cast)
    found: list[Scene] = []
    for sentence in parsed.sentences:
        found.append(Scene(sentence, cast, published, title, voice, found[-1] if found else None))
    return tuple(found)
