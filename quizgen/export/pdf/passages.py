"""The articles to read before the questions: their own paragraphs, with numbered lines that the key refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, pairwise

from quizgen.export.pdf.answers import dated
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.marks import Anchor, Block, Row
from quizgen.export.pdf.sections import Version
from quizgen.export.pdf.text import Run
from quizgen.model import Article, Quiz, Span

PART = "Reading"
NOTE = "Read this before you answer the questions. Every fifth line is numbered."
EVERY = 5
# A page break leaves at least so many lines of a paragraph together.
TOGETHER = 2


def passage_blocks(quiz: Quiz, version: Version, galley: Galley, columns: int = 1) -> Iterator[Block]:
    """The articles that the quiz holds, one after the other, the lines of each numbered from 1."""
    if quiz.passages:
        yield _part_heading(version, galley)
    narrow = galley.column(columns)
    for place, article in enumerate(quiz.passages, 1):
        yield _title(article, place, galley)
        numbers = count(1)
        for made in _paragraphs(article, quiz, version, narrow):
            yield from _parted([_numbered(row, next(numbers), narrow) for row in made], narrow)


def line_numbers(quiz: Quiz, version: Version, galley: Galley, columns: int = 1) -> dict[str, int]:
    """On which line of its article each place that is asked for begins, by the name that leads there."""
    found: dict[str, int] = {}
    for article in quiz.passages:
        lines = chain(*_paragraphs(article, quiz, version, galley.column(columns)))
        for number, row in enumerate(lines, 1):
            found |= {mark.name: number for mark in row.marks if isinstance(mark, Anchor)}
    return found


def place_name(version: Version, article: str, span: Span) -> str:
    """What the place in the passages is called where `span` of the article begins."""
    return version.anchor("line", f"{article}-{span.start}")


def _paragraphs(article: Article, quiz: Quiz, version: Version, galley: Galley) -> Iterator[list[Row]]:
    names = {span.start: place_name(version, article.id, span) for span in _asked(quiz, article.id)}
    for span in article.paragraphs():
        yield galley.rows(_runs(article, span, names), galley.design.stem, galley.design.number)


def _asked(quiz: Quiz, article: str) -> Iterator[Span]:
    """The spans of the article that the key speaks of."""
    for question in quiz.questions:
        if question.source.id == article:
            yield question.key_span
        yield from (other.sentence.span for other in question.support if other.source.id == article)
    for part in chain(*(one.parts for one in quiz.sets)):
        if part.source.id == article:
            yield part.key_span


def _runs(article: Article, paragraph: Span, names: dict[int, str]) -> Iterator[Run]:
    """The paragraph without the marks that are no words of it, each named place before its letters."""
    stops = {offset for offset in names if paragraph.start <= offset < paragraph.end}
    marks = [mark for mark in article.marks if paragraph.contains(mark)]
    cuts = {paragraph.start, paragraph.end, *stops, *(mark.start for mark in marks), *(mark.end for mark in marks)}
    for start, end in pairwise(sorted(cuts)):
        if start in stops:
            yield Run(anchor=names[start])
        if not any(mark.start <= start < mark.end for mark in marks):
            yield Run(article.text[start:end])


def _numbered(row: Row, number: int, galley: Galley) -> Row:
    """The line with its number in the margin, if it is one that bears a number."""
    if number % EVERY:
        return row
    style = replace(galley.design.context, face="regular")
    x = galley.design.number - galley.design.grid / 2 - galley.width_of(f"{number}", style)
    numeral = Row(0, galley.marks(f"{number}", style, x, galley.design.stem.drop)).unread()
    return Row(row.height, row.marks + numeral.marks)


def _parted(made: Sequence[Row], galley: Galley) -> Iterator[Block]:
    """A paragraph's lines as blocks of two, the last of two or three, so that no page or column has a line alone."""
    ends = [*range(0, max(len(made) - 1, 1), TOGETHER), len(made)]
    for start, end in pairwise(ends):
        yield Block(tuple(made[start:end]), gap=0 if start else galley.design.grid / 2, part=PART)


def _part_heading(version: Version, galley: Galley) -> Block:
    design = galley.design
    galley.book.place = "a heading"
    (name,) = galley.rows(PART, design.heading, design.number)
    note = galley.rows(NOTE, design.instruction, design.number)
    made = (name.led_by(Anchor(version.anchor("reading"), PART, 1)), *note)
    return Block(made, gap=2.5 * design.grid, rule=galley.width, part=PART, keep=True, spans=True)


def _title(article: Article, place: int, galley: Galley) -> Block:
    """The article's title, and who published it when."""
    design, source = galley.design, article.source
    galley.book.place = f"text {place}"
    made = galley.rows(source.title.strip() or "Untitled", replace(design.stem.bold, role="H3"), design.number)
    facts = [part for part in (source.publisher, source.author, dated(source)) if part]
    made += galley.rows(" · ".join(facts), design.context, design.number)
    made.append(Row(design.grid / 2))
    return Block(tuple(made), gap=1.5 * design.grid, part=PART, keep=True, spans=True)
