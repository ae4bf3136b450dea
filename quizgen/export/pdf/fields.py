"""Form fields over whatever an item has to write on, to fill in or to mark, for a quiz that is done on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, groupby

from quizgen.export.pdf.marks import Box, Bubble, Choice, Field, Glyphs, Mark, Row, Stroke

# How far a field reaches above the rule that it is filled in on, in shares of its letters' size.
REACH = 1.5


def with_fields(made: Sequence[Row], name: str, label: str, size: float) -> list[Row]:
    """The rows of an item with its form fields; `name` tells them from all others, `label` is read aloud, and the
    letters that are typed have that `size`.

    The circles become one choice, each rule and each box a field, and rules alone below each other one large field.
    Beside boxes, circles only name the letters that may be filled in.
    """
    choice = "" if any(isinstance(mark, Box) for row in made for mark in row.marks) else name
    names = chain([name], (f"{name}-{place}" for place in count(2)))
    rows: list[Row] = []
    for row, same in groupby(made):
        lines = len([*same])
        if lines > 1 and len(row.marks) == 1 and isinstance(row.marks[0], Stroke):
            rows += _area(row.marks[0], row.height, lines, field_on(row.marks[0], next(names), label, size))
        else:
            rows += [Row(row.height, (*row.marks, *_over(row, choice, names, label, size))) for _ in range(lines)]
    return rows


def field_on(rule: Stroke, name: str, label: str, size: float) -> Field:
    """A field to type letters of that size on a rule."""
    return Field(rule.x, rule.drop - REACH * size, rule.end - rule.x, REACH * size, name, label, size)


def _area(rule: Stroke, height: float, lines: int, field: Field) -> Iterator[Row]:
    """Lines to write on as one field with a border: typed lines do not keep to rules."""
    yield Row(height, (replace(field, height=rule.drop - field.drop + (lines - 1) * height, lines=lines),))
    yield from [Row(height)] * (lines - 1)


def _over(row: Row, choice: str, names: Iterator[str], label: str, size: float) -> Iterator[Mark]:
    for place, mark in enumerate(row.marks):
        match mark:
            case Stroke():
                yield field_on(mark, next(names), label, size)
            case Box():
                yield Field(mark.x, mark.drop, mark.width, mark.height, next(names), label, size, limit=2)
            case Bubble() if choice:
                letter = row.marks[place + 1]
                if isinstance(letter, Glyphs):
                    yield Choice(mark.x, mark.drop, mark.radius, choice, letter.text.strip(), label)
