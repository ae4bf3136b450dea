"""Which of all sound questions a teacher would take: the best, spread over the article, none twice."""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from quizgen.model import Difficulty, Form, Question, Span
from quizgen.questions.asked import answer_of, asked_slot
from quizgen.questions.checks import STOP, words_of
from quizgen.questions.difficulty import difficulty_of

# what a question is still worth
REPEATED_KEY, REPEATED_STATEMENT, REPEATED_TEMPLATE, GIVEN_AWAY = 0.5, 0.85, 0.97, 0.6
SAME_PARAGRAPH = 0.98  # so that the questions spread over the article
ENOUGH, MONOTONOUS = 3, 0.6  # questions of one template on an article, and what a further one is worth
# a quiz on the news asks for few abbreviations: two on an article, and no more than a third of its questions (but one,
# if there is no more to ask); what a further one is worth
ABBREVIATIONS, ABBREVIATED, TOO_MANY = 2, 1 / 3, 0.3
FLOOR = 0.35  # the lowest score that is asked for by default; who wants a denser quiz gets the rest as well
# how much surer a form has to be where others are wanted too: of news that nobody had seen, readers kept clauses with a
# blank as often as questions, whole sentences with one less often, and statements to be judged least
STRICTER: dict[Form, float] = {"cloze": 1.2, "true-false": 2.0}
WHOLE = 1.5  # for a whole sentence with a blank
LENIENCE = 0.9  # of the floor, for what is worth less only because of the questions before it
DENSITY = 3.0  # questions per 100 words of article, where the user says nothing
COVERING = 0.6  # share of letters from which two keys in one sentence are one answer
ALIKE = 0.7  # share of common content words from which two stems with one key ask the same
RANGE = re.compile(r"[\w%]*[ ,]*(?:\bto\b|\buntil\b|[-–—])[ ,]*(?:between |about |around |up to )?[$€£]?")
# how often each form is taken, where a fact allows all of them
SHARES: dict[Form, int] = {"short-answer": 6, "multiple-choice": 2, "cloze": 4, "true-false": 1}


def select(
    questions: Iterable[Question], words: int, *, density: float = DENSITY, limit: int | None = None, seed: int = 0,
    difficulty: Difficulty | None = None,
) -> tuple[Question, ...]:  # fmt: skip
    """The questions on one article of `words` words, in the order of the text.

    At most `density` questions per 100 words (room for one at least), at most `limit`, and none that is not worth
    asking; only those of the `difficulty`, if one is given. Questions that repeat a key or a statement, or give each
    other's answers away, only meet in a dense quiz.
    """
    room = max(1, math.floor(words * density / 100))
    room = room if limit is None else min(room, limit)
    floor = FLOOR * min(1.0, max(0.0, 2 - density / DENSITY))
    made = sorted(questions, key=lambda question: -question.score)
    is_strict = bool({question.form for question in made} - STRICTER.keys())
    good = [question for question in made if question.score >= floor * (_strictness(question) if is_strict else 1.0)]
    if difficulty is not None:
        good = [question for question in good if difficulty_of(question) == difficulty]
    taken = list(islice(_best_first(_one_form_each(good, seed), floor * LENIENCE), room))
    return tuple(sorted(taken, key=lambda q: (q.fact.sentence.index, q.key_span, q.id)))


def _strictness(question: Question) -> float:
    """How many times the floor a question has to reach."""
    if question.form == "cloze" and asked_slot(question).within == "statement":
        return WHOLE
    return STRICTER.get(question.form, 1.0)


def _best_first(questions: Iterable[Question], floor: float) -> Iterator[Question]:
    """The questions by worth, each worth less the more the ones before it have asked the same already.

    What counts down: a key or a statement that was asked already, a wording that was used already, the more so if it
    was used often, a stem that gives away the key of one before, or whose key stands in the stem of one before. What
    asks the same is left out, and so is all that is worth less than `floor`, and, where there is a floor, the other end
    of a range.
    """
    left = sorted(questions, key=lambda q: (-q.score, q.id))
    keys: Counter[str] = Counter()
    statements: Counter[object] = Counter()
    templates: Counter[str] = Counter()
    paragraphs: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    given_away: set[str] = set()

    def worth(question: Question) -> float:
        repeated = REPEATED_KEY ** keys[_plain(question)] * REPEATED_STATEMENT ** statements[_statement(question)]
        count = templates[question.template]
        repeated *= REPEATED_TEMPLATE**count * (MONOTONOUS if count >= ENOUGH else 1.0)
        repeated *= TOO_MANY if question.fact.kind == "acronym" and _is_too_many(kinds) else 1.0
        repeated *= SAME_PARAGRAPH ** paragraphs[question.fact.sentence.paragraph]
        return question.score * repeated * (GIVEN_AWAY if question.id in given_away else 1.0)

    while left:
        best = max(left, key=worth)
        if keys and worth(best) < floor:
            return
        yield best
        left = [question for question in left if question is not best and not asks_same(question, best)]
        if floor:
            left = [question for question in left if not is_one_range(question, best)]
        keys[_plain(best)] += 1
        statements[_statement(best)] += 1
        templates[best.template] += 1
        kinds[best.fact.kind] += 1
        paragraphs[best.fact.sentence.paragraph] += 1
        given_away |= {question.id for question in left if gives_away(question, best)}


def _is_too_many(kinds: Counter[str]) -> bool:
    """Whether one more abbreviation would be too many, by the kinds of what is asked already."""
    count = kinds["acronym"]
    return count >= ABBREVIATIONS or (count > 0 and count + 1 > ABBREVIATED * (kinds.total() + 1))


def _plain(question: Question) -> str:
    return " ".join(answer_of(question))


def _statement(question: Question) -> object:
    return question.fact.sentence.index, question.fact.verb.span if question.fact.verb else None


def gives_away(one: Question, other: Question) -> bool:
    """Whether one question's stem holds the other's key, and both are on one sentence."""
    if one.fact.sentence.span != other.fact.sentence.span:
        return False
    return _holds(one.stem, answer_of(other)) or _holds(other.stem, answer_of(one))


def _holds(stem: str, answer: Iterable[str]) -> bool:
    wanted = {word for word in answer if word not in STOP}
    return bool(wanted) and wanted <= set(words_of(stem))


def _one_form_each(questions: Iterable[Question], seed: int) -> list[Question]:
    """Of the forms that ask for the same letters of the same statement, one: in shares, by the seed."""
    groups: dict[tuple[object, ...], list[Question]] = defaultdict(list)
    for question in questions:
        groups[_asked(question)].append(question)
    chosen = []
    for group in groups.values():
        by_form = {question.form: question for question in group}
        forms = [form for form in SHARES if form in by_form]
        shuffle = random.Random(f"{seed}:{_lasting(group[0])}")
        chosen.append(by_form[shuffle.choices(forms, [SHARES[form] for form in forms])[0]])
    return chosen


def _lasting(question: Question) -> str:
    """What is asked, by what a corrected name or number leaves as it is, so that a card keeps its form."""
    asked = next((slot for slot in question.fact.slots if slot.span == question.key_span), None)
    verb = question.fact.verb.lemma if question.fact.verb else ""
    return ":".join((question.source.id, verb, asked.name if asked else "", asked.type if asked else ""))


def _asked(question: Question) -> tuple[object, ...]:
    verb = question.fact.verb
    return question.source.id, question.key_span, verb.span if verb else None


def _cover(one: Span, other: Span) -> bool:
    """Whether one key makes up most of the other: "Fourteen rockets" and "Fourteen", "Iraq" and "in Iraq"."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return 2 * shared >= COVERING * (one.end - one.start + other.end - other.start)


def _names_one_person(one: Question, other: Question) -> bool:
    """Whether one key is the other with a title: "Prime Minister Jane Roe", "Jane Roe"."""
    if not (one.key_span.contains(other.key_span) or other.key_span.contains(one.key_span)):
        return False
    return asked_slot(one).type == asked_slot(other).type == "person"


def is_one_range(one: Question, other: Question) -> bool:
    """Whether the keys are the two ends of one range: "from 500 to 900", "1980–1995"."""
    first, second = sorted((one.key_span, other.key_span))
    sentence = one.fact.sentence
    if not (sentence.span.contains(first) and sentence.span.contains(second)):
        return False
    between = sentence.text[first.end - sentence.span.start : second.start - sentence.span.start]
    return RANGE.fullmatch(between) is not None


def asks_same(one: Question, other: Question) -> bool:
    """Whether two questions have one answer and stems that share most of their content words."""
    same_article = one.source.id == other.source.id
    if same_article and (_cover(one.key_span, other.key_span) or _names_one_person(one, other)):
        return True
    if one.form == other.form == "true-false" and _statement(one) == _statement(other) and same_article:
        return True  # one of two statements that differ in a swap gives the other away
    if answer_of(one) != answer_of(other):
        return False
    first = {word for word in words_of(one.stem) if word not in STOP}
    second = {word for word in words_of(other.stem) if word not in STOP}
    return len(first & second) >= ALIKE * min(len(first), len(second))
