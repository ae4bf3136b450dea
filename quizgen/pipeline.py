"""The one place where the stages meet: articles in, a quiz out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import FORMS, Article, Fact, Form, Question, Quiz, Source
from quizgen.questions.distractors import Pool, with_options
from quizgen.questions.make import make_questions
from quizgen.questions.merge import merge
from quizgen.questions.selection import DENSITY, select
from quizgen.questions.templates import Template, load


@dataclass(frozen=True)
class Options:
    """What a user may choose: how many questions, of which kinds and forms, by which templates and seed."""

    density: float = DENSITY
    limit: int | None = None
    kinds: frozenset[str] | None = None
    forms: tuple[Form, ...] = FORMS
    templates: Path | None = None
    seed: int = 0


@dataclass
class Tally:
    """What a run has seen so far, for the summary at its end; `silent` are the articles that no fact was found in."""

    articles: int = 0
    sentences: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    silent: list[Source] = field(default_factory=list)


def facts_of(
    articles: Iterable[Article], kinds: frozenset[str] | None = None, tally: Tally | None = None
) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Each article with its facts, one after the other as they are parsed."""
    tally = tally or Tally()
    for parsed in parse(articles):
        facts = tuple(find_facts(parsed, kinds))
        tally.articles += 1
        tally.sentences += len(parsed.sentences)
        tally.facts.update(fact.kind for fact in facts)
        if not facts:
            tally.silent.append(parsed.article.source)
        yield parsed.article, facts


def make_quiz(
    articles: Iterable[Article], title: str, options: Options | None = None, *,
    tally: Tally | None = None, progress: Callable[[], None] = lambda: None,
) -> Quiz:  # fmt: skip
    """A quiz on all the articles; only what is asked of them is kept, not their texts."""
    options = options or Options()
    templates = load(options.templates)
    pool = Pool()
    made: list[tuple[Source, int, tuple[Question, ...]]] = []
    for article, facts in facts_of(articles, options.kinds, tally):
        pool.add(facts)
        words = sum(len(re.findall(r"\S+", span.of(article.text))) for span in article.paragraphs())
        made.append((article.source, words, tuple(make_questions(facts, article.source, templates, options.forms))))
        progress()
    chosen = merge(_chosen(made, pool, options))
    return Quiz(title, tuple(chosen), tuple(source for source, _, _ in made), options.seed)


def _chosen(
    made: Iterable[tuple[Source, int, tuple[Question, ...]]], pool: Pool, options: Options
) -> Iterator[Question]:
    for _, words, questions in made:
        ready = with_options(questions, pool, options.seed)
        yield from select(ready, words, density=options.density, limit=options.limit, seed=options.seed)


__all__ = ["Options", "Tally", "Template", "facts_of", "make_quiz"]
