"""Several articles, one truth: what they state alike is asked once, what they state otherwise names its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.model import Question, Sentence, Source, Span, Support
from quizgen.questions.agreement import Relation
from quizgen.questions.asked import answer_of, asked_slot
from quizgen.questions.checks import COUNTED, words_of
from quizgen.questions.claims import Claim
from quizgen.questions.context import written_day
from quizgen.questions.ledger import Ledger
from quizgen.questions.selection import asks_same
from quizgen.questions.wording import attributed

AGREED = 1.1  # what a question is worth more if a second article states the same
Related = tuple[tuple[Claim, Relation], ...]


def settle(asked: Iterable[Sequence[Question]], ledger: Ledger) -> Iterator[tuple[Question, ...]]:
    """The questions of each article, held against what all articles state.

    A question names the sentences that support it; of those that ask for one fact of several articles the best is
    left. One that another fact would answer differently names its source, or is left out where that does not help.
    """
    held = [[(question, tuple(ledger.related(question.fact, asked_slot(question)))) for question in questions]
            for questions in asked]  # fmt: skip
    worth: dict[object, float] = defaultdict(float)
    for question, _ in (pair for found in held for pair in found):
        place = _place(question.source, question.fact.sentence, question.key_span)
        worth[place] = max(worth[place], question.score)
    for found in held:
        best = ((question, related) for question, related in found if not _is_asked_better(question, related, worth))
        settled = (_settled(question, related) for question, related in best)
        yield tuple(question for question in settled if question is not None)


def _place(source: Source, sentence: Sentence, key: Span) -> object:
    return source.id, sentence.index, key.start


def _is_asked_better(question: Question, related: Related, worth: dict[object, float]) -> bool:
    """Whether another article states the same and is asked in a better way; of equal ones, the first is taken."""
    own = worth[_place(question.source, question.fact.sentence, question.key_span)]
    for claim, relation in related:
        if relation == "same" and claim.source.id != question.source.id:
            other = worth.get(_place(claim.source, claim.fact.sentence, claim.asked.span), 0.0)
            if (other, question.source.id) > (own, claim.source.id):
                return True
    return False


def _settled(question: Question, related: Related) -> Question | None:
    """The question with its support, made specific where another fact would answer it otherwise."""
    cued = _cued(question, related)
    if cued is None or not related:
        return cued
    same = [Support(claim.source, claim.fact.sentence) for claim, relation in related if relation == "same"]
    support = tuple({(one.source.id, one.sentence.index): one for one in same}.values())
    is_agreed = any(one.source.id != question.source.id for one in support)
    score = min(1.0, question.score * AGREED) if is_agreed else question.score
    return replace(cued, support=support, score=round(score, 4))


def specific(question: Question, ledger: Ledger) -> Question | None:
    """The question with its source in the stem, where another fact would answer it otherwise; None if that fails."""
    return _cued(question, tuple(ledger.related(question.fact, asked_slot(question))))


def _cued(question: Question, related: Related) -> Question | None:
    rivals = [claim.source for claim, relation in related if relation != "same"]
    cue = _cue(question, rivals) if rivals else ""
    if not rivals:
        return question
    return replace(question, stem=attributed(question.stem, cue)) if cue else None


def _cue(question: Question, others: Sequence[Source]) -> str:
    """What tells the question's article from the others: its day or its publisher; "" where neither does."""
    source = question.source
    if any(other.id == source.id for other in others):
        return ""
    day, name = source.published, source.publisher
    is_dated = day is not None and asked_slot(question).type != "time" and all(o.published != day for o in others)
    if day is not None and is_dated and all(other.published for other in others):
        is_number = asked_slot(question).type in COUNTED
        return f"as of {written_day(day)}" if is_number else f"as reported on {written_day(day)}"
    if name and all(other.publisher not in {name, None} for other in others):
        return f"as reported by {name}"
    return f"as reported on {written_day(day)}" if day is not None and is_dated else ""


def merge(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions without those that one of another article asks already; that one names both sources.

    Two questions with one stem and different answers have no one right answer: both go.
    """
    kept: list[Question] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for question in questions:
        key = " ".join(answer_of(question))
        twin = next(
            (i for i in by_key[key] if kept[i].source.id != question.source.id and asks_same(kept[i], question)),
            None,
        )
        if twin is None:
            by_key[key].append(len(kept))
            kept.append(question)
        else:
            kept[twin] = _supported(kept[twin], question)
    return tuple(_without_rivals(kept))


def _supported(one: Question, other: Question) -> Question:
    """The question with the other's sentence as support, unless the two are of different times."""
    support = Support(other.source, other.fact.sentence)
    if support in one.support or _numbers_in(one.stem) != _numbers_in(other.stem):
        return one
    return replace(one, support=(*one.support, support))


def _numbers_in(stem: str) -> set[str]:
    return {word for word in words_of(stem) if word[0].isdigit()}


def _without_rivals(questions: list[Question]) -> list[Question]:
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for question in questions:
        answers[(question.stem.lower(), question.context)].add(" ".join(answer_of(question)))
    return [question for question in questions if len(answers[(question.stem.lower(), question.context)]) == 1]
