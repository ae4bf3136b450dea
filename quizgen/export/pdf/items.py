"""One item of each form as rows: its stem, and what there is to mark, to write on or to fill in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.marks import Box, Bubble, Glyphs, Mark, Row
from quizgen.export.pdf.sections import LETTERS, NUMERALS, Item
from quizgen.export.pdf.text import Run
from quizgen.model import BLANK, ItemSet, Question

# A few fixed widths, in written letters, so that a blank hints at no more than short, middling or long.
BLANKS = (9.5, 15.5, 23.5)
LONGEST_ANSWER = 4
TRUE_FALSE = {"T": "True", "F": "False"}
# Half a measure is room for a short answer where that has this many written letters.
SHORT_LINE = 36
# A statement this many times its letters' size wide has room for its circles beside it.
NARROWEST = 22
# Between the two sides of a matching item stand so many times the gap between options.
COLUMN_GAPS = 2


def item_rows(item: Item, galley: Galley) -> list[Row]:
    """The item in the measure of `galley`, without its number."""
    if isinstance(item, ItemSet):
        return _matching(item, galley) if item.form == "matching" else _ordering(item, galley)
    match item.form:
        case "cloze" if BLANK in item.stem:
            return galley.rows(_gapped(item, galley), galley.design.stem_with_blank)
        case "multiple-choice" if item.options:
            return _stem(item.stem, galley) + _options(item.options, galley)
        case "true-false":
            return _statement(item.stem, galley)
        case _:
            return _stem(item.stem, galley) + (writing_lines(item.key, galley) if galley.design.lines else [])


def _stem(text: str, galley: Galley) -> list[Row]:
    style = galley.design.stem
    return galley.rows(text, style) or [Row(style.leading)]


def _gapped(question: Question, galley: Galley) -> list[Run]:
    first, *others = question.stem.split(BLANK)
    blank = next((letters for letters in BLANKS if letters >= len(question.key)), BLANKS[-1])
    runs = [Run(first)]
    for part in others:
        runs += [Run(blank=blank * galley.design.written), Run(part)]
    return runs


def writing_lines(key: str, galley: Galley) -> list[Row]:
    """Half a line for a short answer, else as many whole ones as the key takes when written by hand."""
    design, measure = galley.design, galley.width
    need = len(key) * design.written / measure
    if need <= 0.5 and measure >= SHORT_LINE * design.written:
        return [Row(design.line, (galley.rule(0, measure / 2, design.line - 2),))]
    return [Row(design.line, (galley.rule(0, measure, design.line - 2),))] * min(math.ceil(need), LONGEST_ANSWER)


def bubble(letter: str, galley: Galley, x: float, drop: float) -> tuple[Mark, ...]:
    """A letter in its circle, whose left edge is at `x`, for a text with its baseline at `drop`."""
    radius, style = galley.design.bubble, galley.design.bubble_letter
    left = x + radius - galley.width_of(letter, style) / 2
    circle = Bubble(galley.left + x + radius, drop - 0.58 * radius, radius)
    return circle, *galley.marks(letter, style, left, drop - 0.15 * radius)


def _options(options: Sequence[str], galley: Galley, letters: Sequence[str] = LETTERS) -> list[Row]:
    """The lettered options: all on one line, or in two columns read downwards, or one below the other."""
    design = galley.design
    widest = max(galley.width_of(option, design.option) for option in options)
    room = widest + design.option_indent + design.option_gap
    columns = next((n for n in (len(options), 2) if room <= galley.width / n), 1)
    deep = math.ceil(len(options) / columns)
    step = galley.width / columns
    cells = []
    for place, option in enumerate(options):
        x, style = step * (place // deep), design.option
        circle = bubble(letters[place % len(letters)], galley, x, style.drop)
        cells.append([Row(design.grid / 3), *_lettered(circle, option, galley, x, step)])
    stacks = [list(chain(*cells[start : start + deep])) for start in range(0, len(cells), deep)]
    return _beside(stacks)


def _lettered(label: tuple[Mark, ...], text: str, galley: Galley, x: float, width: float) -> list[Row]:
    """A text beside its label, which stands at `x`."""
    style, indent = galley.design.option, galley.design.option_indent
    made = galley.rows(text, style, x + indent, width - indent) or [Row(style.leading)]
    made[0] = made[0].led_by(*label)
    return made


def _statement(text: str, galley: Galley) -> list[Row]:
    """A statement with the circles for true and false at the right of its first line, or below it in a column.

    They are drawn after the statement's last line, as they are read after it.
    """
    design = galley.design
    step = 2 * design.bubble + design.option_gap / 2
    start = galley.width - step * len(TRUE_FALSE) + design.option_gap / 2
    if start < NARROWEST * design.stem.size:
        return _stem(text, galley) + _options(tuple(TRUE_FALSE.values()), galley, tuple(TRUE_FALSE))
    made = galley.rows(text, design.stem, 0.0, start - design.option_gap) or [Row(design.stem.leading)]
    drop = design.stem.drop - design.stem.leading * (len(made) - 1)
    circles: tuple[Mark, ...] = ()
    for place, letter in enumerate(TRUE_FALSE):
        circles += bubble(letter, galley, start + place * step, drop)
    return [*made[:-1], Row(made[-1].height, made[-1].marks + circles)]


def _matching(item: ItemSet, galley: Galley) -> list[Row]:
    """Prompts on the left, each behind a box for a letter, and the lettered keys on the right, or below in a column."""
    design = galley.design
    prompts = [part.prompt for part in item.parts]
    keys = [item.parts[index].key for index in item.shown]
    beside = galley.width >= NARROWEST * design.stem.size
    left = _left_share(prompts, keys, galley) if beside else galley.width
    right = galley.width - left if beside else galley.width
    boxes = [_boxed(NUMERALS[place % 12], text, galley, left) for place, text in enumerate(prompts)]
    cells = []
    for place, text in enumerate(keys):
        x = galley.width - right
        cells.append(_lettered(galley.marks(LETTERS[place % 26], design.option.bold, x), text, galley, x, right))
    if beside:
        lines = map(_beside, zip(boxes, cells, strict=True))
        return [*_stem(item.stem, galley), *_spaced(lines, galley)]
    below = [row for cell in cells for row in cell]
    return [*_stem(item.stem, galley), *_spaced(boxes, galley), Row(design.grid / 2), *below]


def _left_share(prompts: Sequence[str], keys: Sequence[str], galley: Galley) -> float:
    """How much of the measure the prompts get: what they need, from a third of it to half or what the keys leave."""
    design, measure = galley.design, galley.width
    left, right = (max(galley.width_of(text, design.option) for text in texts) for texts in (prompts, keys))
    left += _box_indent(galley) + COLUMN_GAPS * design.option_gap
    return min(max(left, measure / 3), max(measure / 2, measure - right - design.option_indent))


def _ordering(item: ItemSet, galley: Galley) -> list[Row]:
    """The events, each behind a box for its number."""
    shown = [item.parts[index].prompt for index in item.shown]
    lines = [_boxed(NUMERALS[place % 12], text, galley, galley.width) for place, text in enumerate(shown)]
    return [*_stem(item.stem, galley), *_spaced(lines, galley)]


def _spaced(lines: Iterable[list[Row]], galley: Galley) -> Iterator[Row]:
    """The lines of a set as far apart as boxes to write in are."""
    gap = Row((galley.design.line - galley.design.option.leading) / 2)
    yield Row(galley.design.grid / 3)
    for line in lines:
        yield from (gap, *line, gap)


def _box_indent(galley: Galley) -> float:
    """How far the text of a line stands in from its box, or from its numeral where there are no boxes."""
    return galley.design.option_indent + (galley.design.line + 5 if galley.design.lines else 2)


def _boxed(numeral: str, text: str, galley: Galley, width: float) -> list[Row]:
    """A text with its numeral, behind a box to write in, where answers are written at all."""
    design, indent = galley.design, _box_indent(galley)
    style, side = design.option, design.line - 5
    made = galley.rows(text, style, indent, width - indent - design.option_gap) or [Row(style.leading)]
    label = galley.marks(numeral, design.label, indent - design.option_indent - 2, style.drop)
    made[0] = made[0].led_by(*label)
    if design.lines:
        made[0] = made[0].led_by(Box(galley.left, style.drop - 0.72 * side, side, side))
    return made


def _beside(stacks: Sequence[Sequence[Row]]) -> list[Row]:
    """Stacks of lines, equal in height as far as they reach, side by side.

    Each is drawn, and so read aloud and copied, before the next begins: all their marks are those of the last row.
    """
    if len(stacks) == 1:
        return list(stacks[0])
    heights = [max(row.height for row in rows) for rows in zip_longest(*stacks, fillvalue=Row(0))]
    marks: list[Mark] = []
    for stack in stacks:
        for place, row in enumerate(stack):
            rise = sum(heights[place:-1])
            marks += (mark.raised(rise) if isinstance(mark, Glyphs | Bubble | Box) else mark for mark in row.marks)
    return [*map(Row, heights[:-1]), Row(heights[-1], tuple(marks))]
