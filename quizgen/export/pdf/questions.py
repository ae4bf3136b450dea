"""The quiz itself as blocks: the title, a section for each form, the questions grouped by what they are about."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.export.pdf.fonts import FontBook, face_font
from quizgen.export.pdf.marks import Anchor, Block, Bubble, Glyphs, Link, Mark, Row, Stroke
from quizgen.export.pdf.text import Run, Style, natural_width, rows
from quizgen.model import BLANK, FORMS, Form, Question, Quiz

# Everything in the quiz stands on a grid of 15 points, or half of it.
GRID = 15.0
NUMBER = 28.0
TITLE = Style(22, 2 * GRID, "bold")
COUNTS = Style(10.5, GRID, grey=0.3)
HEADING = Style(14, 1.5 * GRID, "bold")
INSTRUCTION = Style(9.5, GRID, "italic", grey=0.3)
CONTEXT = Style(9, GRID, "italic", grey=0.3)
STEM = Style(10.5, GRID)
STEM_WITH_BLANK = Style(10.5, 1.5 * GRID)
OPTION = Style(10.5, GRID)
LABEL = Style(9, 2 * GRID, grey=0.3)
# Handwriting takes about 3 mm a letter, and lines 8 mm apart.
WRITTEN_LETTER = 8.5
WRITING_LINE = 1.5 * GRID
LONGEST_ANSWER = 4
# A few fixed widths, so that a blank hints at no more than short, middling or long.
BLANKS = (80.0, 130.0, 200.0)
BUBBLE = 6.2
OPTION_INDENT = 20.0
OPTION_GUTTER = 14.0
OPTION_GAP = GRID / 3
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

NAMES: dict[Form, tuple[str, str]] = {
    "short-answer": ("Short answers", "Answer in one word or a few, on the line below the question."),
    "cloze": ("Fill in the blanks", "Complete each sentence: write what is missing on the rule."),
    "multiple-choice": ("Multiple choice", "Mark the letter of the one right answer."),
}


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one form, numbered through the quiz, with those of one article and context side by side."""

    letter: str
    form: Form
    groups: tuple[tuple[str, tuple[tuple[int, Question], ...]], ...]

    @property
    def items(self) -> Iterator[tuple[int, Question]]:
        """Each question with its number, in printed order."""
        return (item for _, items in self.groups for item in items)

    @property
    def name(self) -> str:
        """What the section's heading says behind its letter."""
        return NAMES[self.form][0]


def sections(quiz: Quiz) -> tuple[Section, ...]:
    """The questions by form, article and context, each in order of first appearance; empty forms left out."""
    order = {source.id: place for place, source in enumerate(quiz.sources)}
    for question in quiz.questions:
        order.setdefault(question.source.id, len(order))
    made: list[Section] = []
    number = 0
    for form in FORMS:
        groups: dict[str, list[Question]] = {}
        for question in quiz.questions:
            if question.form == form:
                groups.setdefault(question.context, []).append(question)
        numbered = []
        # What has no context stands first: below another's heading it would seem to belong there.
        for context in sorted(groups, key=lambda context: order[groups[context][0].source.id] if context else -1):
            numbered.append((context, tuple(enumerate(groups[context], number + 1))))
            number += len(groups[context])
        if numbered:
            made.append(Section(LETTERS[len(made)], form, tuple(numbered)))
    return tuple(made)


def question_blocks(quiz: Quiz, parts: Sequence[Section], book: FontBook, width: float) -> Iterator[Block]:
    """The title block and every question, `width` points wide."""
    yield _title(quiz, book, width)
    for part in parts:
        heading: Block | None = _section_heading(part, book, width)
        for block in _section(part, book, width):
            yield block.under(heading, GRID) if heading else block
            heading = None


def _section(part: Section, book: FontBook, width: float) -> Iterator[Block]:
    """The section's questions: a context that several share stands above them, one of its own below its stem."""
    headed = any(context and len(items) > 1 for context, items in part.groups)
    for context, items in part.groups:
        heading = _context_heading(context, book, width) if headed and context else None
        for place, (number, question) in enumerate(items):
            book.place = f"question {number}"
            block = _item(number, question, book, width, own_context=not headed)
            if heading and place == 0:
                block = block.under(heading, GRID / 2)
            elif heading:
                block = replace(block, carried=(*heading.rows, Row(GRID / 2)))
            yield block


def _bubble(letter: str, book: FontBook, x: float, drop: float) -> tuple[Bubble, Glyphs]:
    """An option's letter in its circle, the circle's left edge at `x`, for an option on the baseline at `drop`."""
    font, size, middle = face_font("regular"), 7.5, x + BUBBLE
    glyph = Glyphs(middle - book.width(letter, font, size) / 2, drop - 0.9, letter, font, size)
    return Bubble(middle, drop - 3.6, BUBBLE), glyph


def _title(quiz: Quiz, book: FontBook, width: float) -> Block:
    book.place = "the title"
    count, sources = len(quiz.questions), len({question.source.id for question in quiz.questions})
    counts = f"{_counted(count, 'question')} from {_counted(sources, 'news article')}"
    made = [Row(GRID, (Anchor("quiz", "Questions"), Stroke(0, width, 0, 1.4)))]
    made += rows(book, quiz.title.strip() or "Quiz", TITLE, 0, width)
    made += [
        Row(GRID / 2),
        *rows(book, counts, COUNTS, 0, width),
        Row(GRID / 2),
        _name_line(f"/ {count}", book, width),
    ]
    return Block(tuple(made), part="Questions", opens=True)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _name_line(total: str, book: FontBook, width: float) -> Row:
    """Name, date and score, each with its rule, and the number of items behind the score's."""
    drop, gap, pad = LABEL.drop, 16.0, 6.0
    room = width - 2 * gap - natural_width(book, total, LABEL) - pad
    x = 0.0
    marks: list[Mark] = []
    for name, share in (("Name", 0.54), ("Date", 0.27), ("Score", 0.19)):
        rule = x + natural_width(book, name, LABEL) + pad
        end = x + room * share
        marks += [_small(name, x, drop), Stroke(rule, end, drop + 2.5, 0.6)]
        x = end + gap
    marks.append(_small(total, x - gap + pad, drop))
    return Row(LABEL.leading, tuple(marks))


def _small(text: str, x: float, drop: float) -> Glyphs:
    return Glyphs(x, drop, text, face_font(LABEL.face), LABEL.size, LABEL.grey)


def _section_heading(part: Section, book: FontBook, width: float) -> Block:
    letter, name = (rows(book, text, HEADING, x, width)[0] for text, x in ((part.letter, 0), (part.name, NUMBER)))
    anchor = Anchor(f"part-{part.letter}", f"{part.letter}  {part.name}", 1)
    instruction = rows(book, NAMES[part.form][1], INSTRUCTION, NUMBER, width - NUMBER)
    return Block((name.led_by(anchor, *letter.marks), *instruction), gap=2.5 * GRID, rule=width)


def _context_heading(context: str, book: FontBook, width: float) -> Block:
    book.place = f"the heading “{context}”"
    return Block(tuple(rows(book, context, CONTEXT, 0, width)), gap=1.5 * GRID)


def _item(number: int, question: Question, book: FontBook, width: float, *, own_context: bool) -> Block:
    """One question; `own_context` puts the context below the stem, where no heading shows it."""
    measure = width - NUMBER
    cloze = question.form == "cloze" and BLANK in question.stem
    style = STEM_WITH_BLANK if cloze else STEM
    made = rows(book, _stem(question), style, NUMBER, measure) or [Row(style.leading)]
    made[0] = made[0].led_by(
        Anchor(f"question-{number}"),
        Glyphs(0, style.drop, f"{number}", face_font("bold"), style.size),
        Link(0, NUMBER - 4, f"key-{number}"),
    )
    if own_context and question.context:
        made += rows(book, question.context, CONTEXT, NUMBER, measure)
    if question.form == "multiple-choice" and question.options:
        made += _options(question.options, book, measure)
        # Whatever the number of options, the next question stands on the grid again.
        made.append(Row(-sum(row.height for row in made) % (GRID / 2)))
    elif not cloze:
        made += _writing_lines(question.key, measure)
    return Block(tuple(made), gap=GRID, part="Questions")


def _stem(question: Question) -> list[Run]:
    parts = question.stem.split(BLANK) if question.form == "cloze" else [question.stem]
    need = len(question.key) * WRITTEN_LETTER
    blank = next((width for width in BLANKS if width >= need), BLANKS[-1])
    runs = [Run(parts[0])]
    for part in parts[1:]:
        runs += [Run(blank=blank), Run(part)]
    return runs


def _writing_lines(key: str, measure: float) -> list[Row]:
    """Half a line for a short answer, else as many whole ones as the key takes when written by hand."""
    need = len(key) * WRITTEN_LETTER / measure
    if need <= 0.5:
        return [Row(WRITING_LINE, (Stroke(NUMBER, NUMBER + measure / 2, WRITING_LINE - 2),))]
    rule = Row(WRITING_LINE, (Stroke(NUMBER, NUMBER + measure, WRITING_LINE - 2),))
    return [rule] * min(math.ceil(need), LONGEST_ANSWER)


def _options(options: Sequence[str], book: FontBook, measure: float) -> list[Row]:
    """The lettered options: all on one line, or in two columns read downwards, or one below the other."""
    widest = max(natural_width(book, option, OPTION) for option in options) + OPTION_INDENT + OPTION_GUTTER
    columns = next((n for n in (len(options), 2) if widest <= measure / n), 1)
    deep = math.ceil(len(options) / columns)
    step = measure / columns
    cells = [
        _option(LETTERS[place % 26], option, book, NUMBER + step * (place // deep), step)
        for place, option in enumerate(options)
    ]
    if columns > 1:
        cells = [[Row(OPTION.leading, sum((cell[0].marks for cell in cells[at::deep]), ()))] for at in range(deep)]
    return [row for cell in cells for row in (Row(OPTION_GAP), *cell)]


def _option(letter: str, option: str, book: FontBook, x: float, width: float) -> list[Row]:
    made = rows(book, option, OPTION, x + OPTION_INDENT, width - OPTION_INDENT) or [Row(OPTION.leading)]
    made[0] = Row(made[0].height, _bubble(letter, book, x, OPTION.drop) + made[0].marks)
    return made
