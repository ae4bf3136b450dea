"""The answer sheet as blocks: circles, boxes and lines for every item, and nothing of the items themselves."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.export.pdf.design import Design
from quizgen.export.pdf.fields import with_fields
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.items import TRUE_FALSE, bubble, writing_lines
from quizgen.export.pdf.marks import Anchor, Block, Mark, Row
from quizgen.export.pdf.questions import name_rows, title_rows
from quizgen.export.pdf.sections import LETTERS, NUMERALS, Item, Section, Version
from quizgen.model import ItemSet, Quiz

PART = "Answer sheet"
COLUMNS = 2
NOTE = "Fill in the circle of your answer, or write on the line. To change an answer, cross it out."


def sheet_blocks(quiz: Quiz, version: Version, galley: Galley) -> Iterator[Block]:
    """The sheet of a version; `galley` is as wide as the page, and the answers stand in `COLUMNS` columns of it."""
    design = galley.design
    made = title_rows(PART, Anchor(version.anchor("sheet"), PART, 1), version, galley)
    gap = Row(design.grid / 2)
    made += [gap, *galley.rows(quiz.title, design.counts), gap, *name_rows(version, galley)]
    made += [gap, *galley.rows(NOTE, design.instruction)]
    yield Block(tuple(made), part=PART, opens=True, spans=True)
    for section in version.sections:
        yield _heading(section, galley)
        for number, item in section.items:
            yield _answer(number, item, version, galley.column(COLUMNS))


def _heading(section: Section, galley: Galley) -> Block:
    design = galley.design
    made = galley.rows(section.name, design.stem.bold, design.number)
    made[0] = made[0].led_by(*galley.marks(section.letter, design.stem.bold, 0.0))
    return Block((*made, Row(design.grid / 2)), gap=design.grid, part=PART, keep=True, spans=True)


def _answer(number: int, item: Item, version: Version, galley: Galley) -> Block:
    design = galley.design
    inner = galley.indented(design.number)
    made = _fields(item, inner)
    if galley.fillable:
        made = _filled_in(made, item, version.anchor("answer", number), f"Answer to {version.place(number)}", design)
    made[0] = made[0].led_by(*galley.marks(f"{number}", design.stem.bold, 0.0, design.line - design.stem.rise))
    return Block(tuple(made), part=PART, number=number)


def _filled_in(made: list[Row], item: Item, name: str, label: str, design: Design) -> list[Row]:
    """The rows with their form fields: each line of a set is a choice of its own."""
    if not isinstance(item, ItemSet):
        return with_fields(made, name, label, design.stem.size)
    numbered = (with_fields([row], f"{name}-{place}", label, design.stem.size) for place, row in enumerate(made, 1))
    return [row for (row,) in numbered]


def _fields(item: Item, galley: Galley) -> list[Row]:
    """What there is to mark or to write on for one item."""
    if isinstance(item, ItemSet):
        numbered = [f"{place}" for place in range(1, len(item.parts) + 1)]
        letters = LETTERS[: len(item.parts)] if item.form == "matching" else numbered
        return [_circles(letters, galley, NUMERALS[place % 12]) for place in range(len(item.parts))]
    if item.form == "true-false":
        return [_circles(tuple(TRUE_FALSE), galley)]
    if item.form == "multiple-choice" and item.options:
        return [_circles(LETTERS[: len(item.options)], galley)]
    return writing_lines(item.key, galley)


def _circles(letters: str | tuple[str, ...] | list[str], galley: Galley, numeral: str = "") -> Row:
    """A row of circles, behind the numeral of a set's line."""
    design = galley.design
    drop = design.line - design.stem.rise
    step = 2 * design.bubble + design.option_gap / 2
    start = design.option_indent if numeral else 0.0
    marks: tuple[Mark, ...] = galley.marks(numeral, design.points, 0.0, drop)
    for place, letter in enumerate(letters):
        marks += bubble(letter, galley, start + place * step, drop)
    return Row(design.line, marks)
