"""Flashcards as rows: the question on the front, the answer in its sentence on the back.

A side is set as large as its card allows. Where not even the smallest letters hold a text, the item goes on over
further cards, so that nothing is cut or left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, cycle, zip_longest

from quizgen.export.pdf.answers import article_runs, key_run, marked, notes, place_run, replacements
from quizgen.export.pdf.design import spaced
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Anchor, Link, Row, Stroke
from quizgen.export.pdf.sections import LETTERS, NUMERALS, Item, Version, set_answers
from quizgen.export.pdf.text import Run, Style, marks_on, natural_width, rows
from quizgen.model import BLANK, ItemSet, Question

NUMBER = 22.0
INDENT = 15.0
GAP = 7.0
BLANK_SHARE = 0.35
ABOUT = Style(7.5, 10, "italic", grey=0.3, rise=3)
LABEL = Style(7.5, 10, "bold", grey=0.3, rise=3)
STEM = Style(12.5, 17, rise=5)
OPTION = Style(10.5, 15, rise=4.5)
CUE = Style(9.5, 14, "italic", grey=0.3, rise=4)
ANSWER = Style(13, 17.5, "bold", rise=5)
SENTENCE = Style(9.5, 13, rise=4)
DETAIL = Style(7.5, 10, grey=0.3, rise=3)
# A side is tried in each of these shares of its sizes; no letter gets smaller than the smallest that reads well.
SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
SMALLEST = 6.5

Placed = tuple[tuple[float, Row], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card: rows, each with the distance of its top from the top of the text."""

    number: int
    front: Placed
    back: Placed


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands at the top of a side, in its middle and at its foot."""

    head: Sequence[Row]
    body: Sequence[Row]
    foot: Sequence[Row] = ()

    @property
    def height(self) -> float:
        """What it takes at least, with the gaps between its parts."""
        return _height((*self.head, *self.body, *self.foot)) + GAP * (1 + bool(self.foot))


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets text on a card, `width` points wide, at `scale` times the size of each style, or `legible` besides."""

    book: FontBook
    width: float
    legible: bool = False
    scale: float = 1.0

    def style(self, style: Style) -> Style:
        """`style` at this scale."""
        share = max(self.scale, min(1.0, SMALLEST / style.size))
        made = replace(style, size=style.size * share, leading=style.leading * share, rise=style.rise * share)
        return spaced(made) if self.legible else made

    def rows(self, text: str | Iterable[Run], style: Style, x: float = 0, width: float | None = None) -> list[Row]:
        """`text` in lines of `width` points, `x` from the left."""
        return rows(self.book, text, self.style(style), x, self.width - x if width is None else width)

    def about(self, text: str) -> list[Row]:
        """What stands at the top of a side, with room for the card's number beside it."""
        return self.rows(text, ABOUT, 0, self.width - NUMBER) or [Row(self.style(ABOUT).leading)]

    def labelled(self, side: Placed, label: str, here: str, there: str) -> Placed:
        """The side with the card's label in its corner, a link from the place `here` to the other side."""
        x = self.width - natural_width(self.book, label, LABEL)
        (top, first), *rest = side
        marks = (Anchor(here), *marks_on(self.book, label, LABEL, x, LABEL.drop), Link(x, self.width, there))
        return ((top, first.led_by(*marks)), *rest)

    def listed(self, labels: Iterable[str], texts: Sequence[str], x: float, width: float) -> list[list[Row]]:
        """A list, each text in lines of its own beside its label."""
        style = self.style(OPTION)
        small = replace(style, size=style.size * 0.85, face="bold", grey=0.3)
        made = [self.rows(text, OPTION, x + INDENT, width - INDENT) or [Row(style.leading)] for text in texts]
        for cell, label in zip(made, labels, strict=False):
            cell[0] = cell[0].led_by(*marks_on(self.book, label, small, x, style.drop))
        return made

    def options(self, texts: Sequence[str]) -> list[Row]:
        """Lettered options, in two columns read downwards where they are short."""
        widest = max(natural_width(self.book, text, self.style(OPTION)) for text in texts) + 2 * INDENT
        columns = 2 if widest <= self.width / 2 else 1
        deep, step = math.ceil(len(texts) / columns), self.width / columns
        letters = cycle(LETTERS)
        left = self.listed(letters, texts[:deep], 0, step)
        right = self.listed(letters, texts[deep:], step, step)
        return _beside([*chain(*left)], [*chain(*right)])


def cards(
    version: Version, book: FontBook, size: tuple[float, float], *, legible: bool = False
) -> Iterator[tuple[Card, ...]]:
    """Each item on its cards, nearly always one.

    `size` is the width and height of what stands on a card; `legible` sets it for readers with dyslexia.
    """
    width, height = size
    setter = _Setter(book, width, legible)
    for number, item in version.items:
        book.place = f"card {number}"
        fronts, backs = (_placed(_fitted(partial(side, item), setter, height), height) for side in (_front, _back))
        count = max(len(fronts), len(backs))
        pairs = zip_longest(fronts, backs, fillvalue=((0, Row(ABOUT.leading)),))
        yield tuple(_card(number, (place, count), pair, setter, version) for place, pair in enumerate(pairs, 1))


def _card(number: int, part: tuple[int, int], sides: tuple[Placed, Placed], setter: _Setter, version: Version) -> Card:
    """A card with its label on both sides, each leading to the other; `part` is which of how many of its item."""
    place, count = part
    label = f"{number}" if count == 1 else f"{number} · {place}/{count}"
    name = f"{number}" if place == 1 else f"{number}-{place}"
    here, there = version.anchor("question", name), version.anchor("back", name)
    front, back = sides
    return Card(number, setter.labelled(front, label, here, there), setter.labelled(back, label, there, here))


def _fitted(build: Callable[[_Setter], _Side], setter: _Setter, height: float) -> _Side:
    """The side in the largest letters that keep it on its card, or else in the smallest."""
    for scale in SCALES:
        side = build(replace(setter, scale=scale))
        if side.height <= height:
            break
    return side


def _placed(side: _Side, height: float) -> list[Placed]:
    """The rows on their card, or on as many as they need; the first row of each has room for the label."""
    spare = height - side.height
    if spare >= 0:
        top = _height(side.head) + GAP + spare / 2
        foot = _stacked(side.foot, height - _height(side.foot))
        return [(*_stacked(side.head), *_stacked(side.body, top), *foot)]
    parts: list[list[Row]] = []
    left = 0.0
    for row in (*side.head, Row(GAP), *side.body, Row(GAP), *side.foot):
        if row.height > left:
            parts.append([Row(ABOUT.leading)])
            left = height - ABOUT.leading
        parts[-1].append(row)
        left -= row.height
    return [_stacked(part) for part in parts]


def _stacked(parts: Iterable[Row], top: float = 0.0) -> Placed:
    made = []
    for row in parts:
        made.append((top, row))
        top += row.height
    return tuple(made)


def _height(parts: Iterable[Row]) -> float:
    return sum(row.height for row in parts)


def _beside(left: Sequence[Row], right: Sequence[Row]) -> list[Row]:
    """Two columns of rows as one."""
    pairs = zip_longest(left, right, fillvalue=Row(0))
    return [Row(max(one.height, two.height), one.marks + two.marks) for one, two in pairs]


def _front(item: Item, setter: _Setter) -> _Side:
    return _set_front(item, setter) if isinstance(item, ItemSet) else _question_front(item, setter)


def _back(item: Item, setter: _Setter) -> _Side:
    return _set_back(item, setter) if isinstance(item, ItemSet) else _question_back(item, setter)


def _question_front(question: Question, setter: _Setter) -> _Side:
    body = setter.rows("True or false?", CUE) if question.form == "true-false" else []
    body += setter.rows(_gapped(question, setter.width * BLANK_SHARE), STEM)
    if question.options:
        body += [Row(GAP), *setter.options(question.options)]
    return _Side(setter.about(question.context), body)


def _gapped(question: Question, blank: float) -> Iterator[Run]:
    """The stem, with a rule of one length for every blank."""
    for place, part in enumerate(question.stem.split(BLANK) if question.form == "cloze" else [question.stem]):
        if place:
            yield Run(blank=blank)
        yield Run(part)


def _question_back(question: Question, setter: _Setter) -> _Side:
    body = setter.rows([key_run(question)], ANSWER)
    for note in notes(question):
        body += setter.rows(note, DETAIL)
    body.append(Row(GAP, (Stroke(0, setter.width, GAP / 2, 0.4),)))
    body += setter.rows(marked(question.fact.sentence, question.key_span), SENTENCE)
    for replacement in replacements(question):
        body += setter.rows(replacement, DETAIL)
    foot = setter.rows([*article_runs(question.source), place_run(question.fact.sentence)], DETAIL)
    return _Side(setter.about(""), body, foot)


def _set_front(item: ItemSet, setter: _Setter) -> _Side:
    """A set's two sides to match, or its events in the order in which they are shown."""
    body = [*setter.rows(item.stem, CUE), Row(GAP / 2)]
    if item.form == "matching":
        half = setter.width / 2
        left = setter.listed(cycle(NUMERALS), [part.prompt for part in item.parts], 0, half - INDENT)
        right = setter.listed(cycle(LETTERS), [item.parts[place].key for place in item.shown], half, half)
        body += [row for pair in zip(left, right, strict=True) for row in _beside(*pair)]
    else:
        prompts = [item.parts[place].prompt for place in item.shown]
        body += chain(*setter.listed(cycle(NUMERALS), prompts, 0, setter.width))
    return _Side(setter.about(item.context), body)


def _set_back(item: ItemSet, setter: _Setter) -> _Side:
    """What belongs together, or the events in their order, each with the sentence that says so."""
    if item.form == "matching":
        lines = [(numeral, f"{letter}\xa0\xa0{part.key}", part) for numeral, letter, part in set_answers(item)]
    else:
        places = sorted(set_answers(item), key=lambda line: int(line[1]))
        lines = [(numeral, part.key, part) for numeral, _, part in places]
    numerals, answers, parts = zip(*lines, strict=True)
    texts = [f"{part.prompt} – {answer}" for part, answer in zip(parts, answers, strict=True)]
    body: list[Row] = []
    for part, listed in zip(parts, setter.listed(numerals, texts, 0, setter.width), strict=True):
        body += [*listed, *setter.rows(marked(part.fact.sentence, part.key_span), DETAIL, INDENT)]
    foot: list[Row] = []
    for source in dict.fromkeys(part.source for part in parts):
        foot += setter.rows(article_runs(source), DETAIL)
    return _Side(setter.about(""), body, foot)
