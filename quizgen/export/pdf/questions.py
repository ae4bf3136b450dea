"""The handout as blocks: the title, a section for each form, the items grouped by what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.export.pdf.fields import field_on, with_fields
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.items import item_rows
from quizgen.export.pdf.marks import Anchor, Block, Mark, Row, Stroke
from quizgen.export.pdf.passages import passage_blocks
from quizgen.export.pdf.sections import Item, Section, Version, points
from quizgen.export.pdf.text import Style
from quizgen.model import Form, Quiz, SetForm

# What to do, on the handout itself and with an answer sheet.
INSTRUCTIONS: dict[Form | SetForm, tuple[str, str]] = {
    "short-answer": (
        "Answer each question in one word or a few, on the line below it.",
        "Answer each question in one word or a few, on the line with its number.",
    ),
    "cloze": (
        "Each sentence has a gap. Write what is missing on the line in the gap.",
        "Each sentence has a gap. Write what is missing on the line with its number.",
    ),
    "multiple-choice": ("One answer is right. Mark its letter.", "One answer is right. Mark its letter."),
    "true-false": (
        "Mark T if the statement is true, F if it is false.",
        "Mark T if the statement is true, F if it is false.",
    ),
    "matching": (
        "Find for each line on the left what belongs to it on the right, and write its letter into the box.",
        "Find for each line on the left what belongs to it on the right, and mark its letter.",
    ),
    "ordering": (
        "Number the events in the order in which they happened: 1\xa0for the earliest.",
        "Mark for each event its place in the order in which they happened: 1\xa0for the earliest.",
    ),
}
# How the room on a line is shared between what is written there, and how many letters a date has by hand.
SHARES = {"Name": 0.6, "Date": 0.25, "Score": 0.15}
DATE = 7
# What needs the whole width of the page, even of one in columns.
SPANNING: tuple[Form | SetForm, ...] = ("matching", "ordering")


def question_blocks(quiz: Quiz, version: Version, galley: Galley, columns: int = 1) -> Iterator[Block]:
    """The title block, the headings and every item; `galley` is as wide as the page, a column `columns` times less."""
    yield _title(quiz, version, galley)
    yield from passage_blocks(quiz, version, galley, columns)
    narrow = galley.column(columns)
    for section in version.sections:
        yield _section_heading(section, version, galley)
        if section.form in SPANNING:
            # What stands in columns below a heading has no gap above it either.
            first, *others = (replace(block, spans=True) for block in _section(section, version, galley))
            yield from (replace(first, gap=0), *others)
        else:
            yield from _section(section, version, narrow)


def _section(section: Section, version: Version, galley: Galley) -> Iterator[Block]:
    """The section's items: a context that several share stands above them, one of its own below its stem."""
    headed = any(context and len(items) > 1 for context, items in section.groups)
    for context, items in section.groups:
        heading = _context_heading(context, galley) if headed and context else None
        for place, (number, item) in enumerate(items):
            galley.book.place = version.place(number)
            block = _item(number, item, version, galley, own_context=not headed)
            if heading and place == 0:
                yield heading
                block = replace(block, gap=galley.design.grid / 2)
            elif heading:
                block = replace(block, carried=(*heading.rows, Row(galley.design.grid / 2)))
            yield block


def _title(quiz: Quiz, version: Version, galley: Galley) -> Block:
    design = galley.design
    count = sum(1 for _ in version.items)
    facts = (
        counted(count, "question"), counted(version.points, "point"),
        f"from {counted(len(sources(quiz)), 'news article')}",
    )  # fmt: skip
    made = title_rows(quiz.title, Anchor(version.anchor("quiz"), version.name or "Questions"), version, galley)
    made += [Row(design.grid / 2), *galley.rows(" · ".join(facts), design.counts), Row(design.grid / 2)]
    if design.lines:
        made += name_rows(version, galley)
    else:
        made += galley.rows("Put all answers on the answer sheet.", design.counts)
    return Block(tuple(made), part="Questions", opens=True, spans=True)


def title_rows(title: str, anchor: Anchor, version: Version, galley: Galley) -> list[Row]:
    """A title below a thick rule, with the version at its right."""
    galley.book.place = "the title"
    design = galley.design
    room = galley.width_of(version.name, design.version) + design.gutter if version.name else 0.0
    made = galley.rows(title.strip() or "Quiz", design.title, 0.0, galley.width - room)
    made = made or [Row(design.title.leading)]
    made[0] = Row(made[0].height, made[0].marks + galley.at_right(version.name, design.version, design.title.drop))
    return [Row(design.grid, (anchor, Stroke(0, galley.width, 0, 1.4))), *made]


def sources(quiz: Quiz) -> set[str]:
    """The ids of the articles that the quiz asks about."""
    asked = {question.source.id for question in quiz.questions}
    return asked | {part.source.id for one in quiz.sets for part in one.parts}


def counted(count: int, noun: str) -> str:
    """ "1 question", "3 questions"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def name_rows(version: Version, galley: Galley) -> list[Row]:
    """Name, date and score, each with its rule; the name on a line of its own where the date would lack room."""
    label = galley.design.label
    row = _labelled(("Name", "Date", "Score"), version, galley, label)
    rules = [mark for mark in row.marks if isinstance(mark, Stroke)]
    if min(rule.end - rule.x for rule in rules[:2]) >= DATE * galley.design.written:
        return [row]
    below = replace(label, leading=galley.design.line)
    return [_labelled(("Name",), version, galley, label), _labelled(("Date", "Score"), version, galley, below)]


def _labelled(names: tuple[str, ...], version: Version, galley: Galley, label: Style) -> Row:
    """Labels on one line, each before its rule, and the number of points behind that of the score."""
    gap, pad = 16.0, 6.0
    total = f"/ {version.points}" if "Score" in names else ""
    taken = sum(galley.width_of(name, label) + pad for name in names) + gap * (len(names) - 1)
    room = galley.width - taken - (galley.width_of(total, label) + pad if total else 0.0)
    x = 0.0
    marks: list[Mark] = []
    for name in names:
        rule = x + galley.width_of(name, label) + pad
        end = rule + room * SHARES[name] / sum(SHARES[each] for each in names)
        line = galley.rule(rule, end, label.drop + 2.5)
        marks += [*galley.marks(name, label, x), line]
        if galley.fillable and name != "Score":
            field = version.anchor(name.lower()).rstrip("-")
            marks.append(field_on(line, field, name, galley.design.stem.size))
        x = end + gap
    return Row(label.leading, (*marks, *galley.marks(total, label, x - gap + pad)))


def _section_heading(section: Section, version: Version, galley: Galley) -> Block:
    design = galley.design
    galley.book.place = "a heading"
    letter, name = (
        galley.rows(text, design.heading, x)[0] for text, x in ((section.letter, 0.0), (section.name, design.number))
    )
    anchor = Anchor(version.anchor("part", section.letter), f"{section.letter}  {section.name}", 1)
    worth = galley.at_right(counted(section.points, "point"), design.points, design.heading.drop)
    name = Row(name.height, name.marks + worth)
    instruction = galley.rows(INSTRUCTIONS[section.form][not design.lines], design.instruction, design.number)
    made = [name.led_by(anchor, *letter.marks), *instruction, Row(design.grid)]
    return Block(tuple(made), gap=2.5 * design.grid, rule=galley.width, part="Questions", keep=True, spans=True)


def _context_heading(context: str, galley: Galley) -> Block:
    galley.book.place = f"the heading “{context}”"
    made = tuple(galley.rows(context, galley.design.context))
    return Block(made, gap=1.5 * galley.design.grid, part="Questions", keep=True)


def _item(number: int, item: Item, version: Version, galley: Galley, *, own_context: bool) -> Block:
    """One item; `own_context` puts the context below it, where no heading shows it."""
    design = galley.design
    inner = galley.indented(design.number, design.worth)
    made = item_rows(item, inner)
    if galley.fillable and design.lines:
        name, label = version.anchor("answer", number), f"Answer to {version.place(number)}"
        made = with_fields(made, name, label, design.stem.size)
    if own_context and item.context:
        made += inner.rows(item.context, design.context)
    style = design.stem_with_blank if item.form == "cloze" else design.stem
    made[0] = made[0].led_by(
        Anchor(version.anchor("question", number)),
        *galley.marks(f"{number}", style.bold, 0.0),
        *version.leading("key", number, design.number - 4),
    )
    # Whatever the item holds, the next one stands on the grid again.
    height = sum(row.height for row in made)
    worth = galley.at_right(f"/ {points(item)}", design.points, style.drop - height)
    made.append(Row(-height % (design.grid / 2), worth))
    return Block(tuple(made), gap=design.grid, part="Questions", number=number)
