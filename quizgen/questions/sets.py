"""What matching and ordering have in common: parts of one story, a name that lasts, an order to be shown in."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.model import ItemSet, Part, Question, SetForm, Source
from quizgen.questions.asked import asked_slot
from quizgen.questions.context import context_of, covered, written_day
from quizgen.questions.pool import Pool

FEWEST, MOST = 3, 6  # parts
GOOD = 0.2  # the lowest score of a question that a part is made of


def stories(asked: Iterable[Sequence[Question]], pool: Pool) -> Iterator[list[Question]]:
    """The questions of each article alone, where they could make a set, and the others of articles on one story."""
    few: dict[str, list[Question]] = {}
    for questions in asked:
        if len(questions) >= FEWEST:
            yield list(questions)
        elif questions:
            few[questions[0].source.id] = list(questions)
    while few:
        first = next(iter(few))
        story = [article for article in (first, *pool.related(first)) if article in few]
        yield [question for article in story for question in few.pop(article)]


def make_set(form: SetForm, stem: str, parts: Sequence[Part], seed: int) -> ItemSet:
    """The set of these parts, shown in an order that is not that of the key."""
    asked = "\x1f".join(sorted(f"{p.source.id}:{p.fact.sentence.text}:{p.prompt}" for p in parts))
    identity = hashlib.sha256(f"{form}\x1f{asked}".encode()).hexdigest()[:20]
    dice, order = random.Random(f"{seed}:{identity}"), list(range(len(parts)))
    while order == sorted(order):
        dice.shuffle(order)
    return ItemSet(identity, form, stem, tuple(parts), tuple(order), _context(parts))


def _context(parts: Sequence[Part]) -> str:
    """The article's line where all are of one, else the days between which the articles came out."""
    sources = list({part.source.id: part.source for part in parts}.values())
    if len(sources) == 1:
        return _line(sources[0], parts)
    days = sorted(source.published for source in sources if source.published)
    if len(days) < len(sources):
        return ""
    first, last = written_day(days[0]), written_day(days[-1])
    return f"{len(sources)} articles of {first}" + (f" to {last}" if first != last else "")


def _line(source: Source, parts: Sequence[Part]) -> str:
    """The article's context line, without its place, and its title where that tells one of the answers."""
    slots = [next(slot for slot in part.fact.slots if slot.span == part.key_span) for part in parts]
    told = any(covered(source.title, slot) != " ".join(source.title.split()) for slot in slots)
    return context_of(replace(source, title="" if told else source.title, place=None), slots[0])


def part_of(question: Question, prompt: str, key: str) -> Part:
    """A part out of the question that asks for its key."""
    return Part(prompt, key, asked_slot(question).span, question.fact, question.source)
