"""The one place where the stages meet: articles in, a quiz out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.language import pipeline as parser
from quizgen.model import (
    FORMS,
    SET_FORMS,
    Article,
    Difficulty,
    Fact,
    Form,
    ItemSet,
    Question,
    Quiz,
    Sentence,
    SetForm,
    Source,
)
from quizgen.parallel import in_order
from quizgen.questions.claims import Claim
from quizgen.questions.distractors import with_options
from quizgen.questions.ledger import Conflict, Ledger
from quizgen.questions.make import make_questions
from quizgen.questions.matching import matchings
from quizgen.questions.merge import merge, settle, specific
from quizgen.questions.ordering import orderings
from quizgen.questions.pool import Pool
from quizgen.questions.selection import DENSITY, select
from quizgen.questions.templates import Template, load
from quizgen.questions.topics import Topics
from quizgen.questions.true_false import as_statement, reworded


@dataclass(frozen=True)
class Options:
    """What a user may choose: how many questions, of which kinds and forms, by which templates and seed.

    With `passages` the quiz keeps the articles that it asks about; `jobs` processes read them.
    """

    density: float = DENSITY
    limit: int | None = None
    kinds: frozenset[str] | None = None
    forms: tuple[Form | SetForm, ...] = (*FORMS, *SET_FORMS)
    templates: Path | None = None
    seed: int = 0
    passages: bool = False
    difficulty: Difficulty | None = None
    jobs: int = 1

    @property
    def made(self) -> tuple[Form, ...]:
        """The forms in which questions are made; sets are made of short-answer questions."""
        has_sets = any(form in self.forms for form in SET_FORMS)
        return tuple(form for form in FORMS if form in self.forms or (has_sets and form == "short-answer"))


@dataclass
class Tally:
    """What a run has seen so far, for the summary at its end; `silent` are the articles that no fact was found in."""

    articles: int = 0
    sentences: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    silent: list[Source] = field(default_factory=list)

    def add(self, source: Source, sentences: Sequence[Sentence], facts: Sequence[Fact]) -> None:
        """Count what an article holds."""
        self.articles += 1
        self.sentences += len(sentences)
        self.facts.update(fact.kind for fact in facts)
        if not facts:
            self.silent.append(source)


@dataclass(frozen=True, slots=True)
class _Read:
    """What an article states: its facts, among its sentences."""

    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is kept of an article: its source, how many words it has, its facts and all sound questions on them.

    `own` are the questions in the user's own words.
    """

    source: Source
    words: int
    read: _Read
    questions: tuple[Question, ...]
    own: tuple[Question, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the article states."""
        return self.read.facts


def facts_of(
    articles: Iterable[Article], kinds: frozenset[str] | None = None, tally: Tally | None = None, jobs: int = 1
) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Each article with its facts, in the order of the articles, parsed by `jobs` processes."""
    tally = tally or Tally()
    for article, read in in_order(partial(_read, kinds), articles, jobs, parser):
        tally.add(article.source, read.sentences, read.facts)
        yield article, read.facts


def _read(kinds: frozenset[str] | None, article: Article) -> _Read:
    (parsed,) = parse([article])
    return _Read(tuple(one.sentence for one in parsed.sentences), tuple(find_facts(parsed, kinds)))


def _tell(options: Options, templates: Sequence[Template], own: Sequence[Template], article: Article) -> _Told:
    """All that is asked of one article, before it is held against the others."""
    read = _read(options.kinds, article)
    words = sum(len(re.findall(r"\S+", span.of(article.text))) for span in article.paragraphs())
    built = tuple(make_questions(read.facts, article.source, templates, options.made))
    own_words = tuple(make_questions(read.facts, article.source, own, options.made))
    asked = (*built, *(q for q in own_words if not _is_worded(q, templates)))
    questions = tuple(_with_neighbours(question, read.sentences) for question in asked)
    return _Told(article.source, words, read, questions, own_words)


def conflicts_of(
    articles: Iterable[Article], kinds: frozenset[str] | None = None, tally: Tally | None = None
) -> Iterator[Conflict]:
    """Where the articles contradict each other; all of them are read before the first is told."""
    told = [(article.source, facts) for article, facts in facts_of(articles, kinds, tally)]
    return Ledger(told).conflicts()


def make_quiz(
    articles: Iterable[Article], title: str, options: Options | None = None, *,
    tally: Tally | None = None, progress: Callable[[], None] = lambda: None,
) -> Quiz:  # fmt: skip
    """A quiz on all the articles; their facts and what is asked of them are kept, and their texts if `options` say so.

    Where `title` is empty, the quiz is called for the names that its articles share, if they share any.

    The built-in templates decide what is asked, and a user's own only how, or what else: so a deck that is made
    anew in other words updates its cards instead of exchanging them.
    """
    options, tally = options or Options(), tally or Tally()
    work = partial(_tell, options, load(), load(options.templates) if options.templates else ())
    topics, told, read = Topics(), list[_Told](), list[Article]()
    for article, one in in_order(work, articles, options.jobs, parser):
        tally.add(article.source, one.read.sentences, one.facts)
        topics.add(article, one.facts)
        told.append(one)
        if options.passages and one.questions:
            read.append(article)
        progress()
    wordings = {question.id: question for one in told for question in one.own}
    ledger = Ledger((one.source, one.facts) for one in told)
    pool = Pool((one.facts for one in told), ledger)
    settled = tuple(settle([one.questions for one in told], ledger))
    chosen = [replace(q, topics=topics.of(q.source.id)) for q in merge(_chosen(told, settled, pool, options))]
    sets = tuple(_sets(settled, chosen, pool, options))
    asked, sources = tuple(_reworded(chosen, wordings, ledger)), tuple(one.source for one in told)
    return _with_passages(Quiz(title or topics.common(), asked, sources, options.seed, sets), read)


def _with_passages(quiz: Quiz, read: Iterable[Article]) -> Quiz:
    """The quiz with those of the articles that it asks about."""
    used = {question.source.id for question in quiz.questions}
    used |= {part.source.id for one in quiz.sets for part in one.parts}
    return replace(quiz, passages=tuple(article for article in read if article.id in used))


def _with_neighbours(question: Question, sentences: Sequence[Sentence]) -> Question:
    """The question with the sentences before and after its own."""
    at = question.fact.sentence.index
    before, after = (sentences[i] if 0 <= i < len(sentences) else None for i in (at - 1, at + 1))
    return replace(question, before=before, after=after)


def _is_worded(question: Question, templates: Sequence[Template]) -> bool:
    """Whether one of the templates asks this of the fact already, be it soundly or not."""
    fact = question.fact
    slots = [slot for slot in fact.slots if slot.span == question.key_span]
    return any(template.fits(fact, slot, question.form) for template in templates for slot in slots)


def _reworded(questions: Sequence[Question], wordings: Mapping[str, Question], ledger: Ledger) -> Iterator[Question]:
    """The questions in the user's words, where these tell each one from the others."""
    found = [specific(wordings[q.id], ledger) or q if q.id in wordings else q for q in questions]
    count = Counter((question.stem, question.context) for question in found)
    for question, own in zip(questions, found, strict=True):
        if count[own.stem, own.context] == 1:
            stem = reworded(question, own.stem) if question.form == "true-false" else own.stem
            yield replace(question, stem=stem, template=own.template, context=own.context)
        else:
            yield question


def _chosen(
    told: Sequence[_Told], settled: Sequence[Sequence[Question]], pool: Pool, options: Options
) -> Iterator[Question]:
    for one, questions in zip(told, settled, strict=True):
        wanted = (question for question in questions if question.form in options.forms)
        ready = _ready(wanted, pool, options.seed)
        yield from select(
            ready, one.words, density=options.density, limit=options.limit, seed=options.seed,
            difficulty=options.difficulty,
        )  # fmt: skip


def _sets(
    settled: Sequence[Sequence[Question]], chosen: Sequence[Question], pool: Pool, options: Options
) -> Iterator[ItemSet]:
    """Sets of facts that are not asked otherwise."""
    if "matching" in options.forms:
        yield from matchings(settled, chosen, pool, options.seed)
    if "ordering" in options.forms:
        yield from orderings(settled, pool, options.seed)


def _ready(questions: Iterable[Question], pool: Pool, seed: int) -> Iterator[Question]:
    """The questions with what their forms need: options to choose from, words in the blank of what is to be judged."""
    for question in with_options(questions, pool, seed):
        ready = as_statement(question, pool, seed) if question.form == "true-false" else question
        if ready is not None:
            yield ready


__all__ = ["Claim", "Conflict", "Options", "Tally", "Template", "conflicts_of", "facts_of", "make_quiz"]
