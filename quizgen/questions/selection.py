"""Which of all sound questions a teacher would take: the best, spread over the article, none twice."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizgen.model import Form, Question, Span
from quizgen.questions.checks import STOP, words_of

DENSITY = 3.0  # questions per 100 words of article, where the user says nothing
COVERING = 0.6  # share of letters from which two keys in one sentence are one answer
ALIKE = 0.7  # share of common content words from which two stems with one key ask the same
# of ten questions, so many in each form, as far as the facts allow it
SHARES: dict[Form, int] = {"short-answer": 6, "multiple-choice": 2, "cloze": 2}


def select(
    questions: Iterable[Question], words: int, *, density: float = DENSITY, limit: int | None = None, seed: int = 0
) -> tuple[Question, ...]:
    """The questions on one article of `words` words, in the order of the text.

    At most `density` questions per 100 words (one at least), at most `limit`. Each statement gives one question
    before any gives a second one, so that questions that give each other's answers away only meet in a dense quiz.
    """
    room = max(1, math.floor(words * density / 100))
    room = room if limit is None else min(room, limit)
    taken: list[Question] = []
    for question in _in_rounds(_one_form_each(questions, seed)):
        if len(taken) >= room:
            break
        if not any(asks_same(question, other) for other in taken):
            taken.append(question)
    return tuple(sorted(taken, key=lambda q: (q.fact.sentence.index, q.key_span, q.id)))


def _one_form_each(questions: Iterable[Question], seed: int) -> list[Question]:
    """Of the forms that ask for the same letters of the same statement, one: in shares, by the seed."""
    groups: dict[tuple[object, ...], list[Question]] = defaultdict(list)
    for question in questions:
        groups[_asked(question)].append(question)
    chosen = []
    for group in groups.values():
        by_form = {question.form: question for question in group}
        forms = [form for form in SHARES if form in by_form]
        shuffle = random.Random(f"{seed}:{group[0].id}")
        chosen.append(by_form[shuffle.choices(forms, [SHARES[form] for form in forms])[0]])
    return chosen


def _asked(question: Question) -> tuple[object, ...]:
    verb = question.fact.verb
    return question.source.id, question.key_span, verb.span if verb else None


def _in_rounds(questions: Sequence[Question]) -> Iterator[Question]:
    """The best question of every statement, then the second best of each, and so on; the best first in a round."""
    counts: Counter[tuple[object, ...]] = Counter()
    ranked = []
    for question in sorted(questions, key=lambda q: (-q.score, q.id)):
        statement = (question.fact.sentence.index, question.fact.verb.span if question.fact.verb else None)
        ranked.append((counts[statement], question))
        counts[statement] += 1
    ranked.sort(key=lambda pair: pair[0])
    return (question for _, question in ranked)


def _cover(one: Span, other: Span) -> bool:
    """Whether one key makes up most of the other: "Fourteen rockets" and "Fourteen", "Iraq" and "in Iraq"."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return 2 * shared >= COVERING * (one.end - one.start + other.end - other.start)


def asks_same(one: Question, other: Question) -> bool:
    """Whether two questions have one answer and stems that share most of their content words."""
    same_article = one.source.id == other.source.id
    if same_article and _cover(one.key_span, other.key_span):
        return True
    if words_of(one.key) != words_of(other.key):
        return False
    first = {word for word in words_of(one.stem) if word not in STOP}
    second = {word for word in words_of(other.stem) if word not in STOP}
    return len(first & second) >= ALIKE * min(len(first), len(second))
