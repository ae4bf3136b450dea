"""The answer key and the list of sources as blocks: every answer with the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Anchor, Block, Link, Row, Stroke
from quizgen.export.pdf.sections import LETTERS, Item, Section, Version, set_answers
from quizgen.export.pdf.text import Run, Style, marks_on, rows
from quizgen.model import ItemSet, Question, Quiz, Sentence, Source, Span

# The key is reference matter: set smaller, on a grid of 12 points.
GRID = 12.0
NUMBER = 28.0
_RISE = 3.6
TITLE = Style(18, 2 * GRID, "bold", rise=_RISE)
HEADING = Style(11, 1.5 * GRID, "bold", rise=_RISE)
NOTE = Style(8.5, GRID, "italic", grey=0.3, rise=_RISE)
ANSWER = Style(9.5, GRID, "bold", rise=_RISE)
SENTENCE = Style(9, GRID, rise=_RISE)
DETAIL = Style(8, GRID, grey=0.3, rise=_RISE)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_KEY_NOTE = (
    "Each answer is marked in the sentence that it was taken from. "
    "On a screen, a number leads to its question and back."
)


def key_blocks(version: Version, book: FontBook, width: float) -> Iterator[Block]:
    """The key: a block for every item, in the handout's order and under its headings."""
    if version.sections:
        yield _part_heading("Answer key", version.anchor("key"), version.name, _KEY_NOTE, book, width)
    for section in version.sections:
        yield _heading(section, book, width)
        for number, item in section.items:
            book.place = f"the key to {version.place(number)}"
            yield _entry(number, item, version, book, width)


def source_blocks(quiz: Quiz, book: FontBook, width: float) -> Iterator[Block]:
    """The articles that the questions come from, each a block; nothing where there is none."""
    sources = {source.id: source for source in quiz.sources}
    sources |= {question.source.id: question.source for question in quiz.questions}
    sources |= {part.source.id: part.source for one in quiz.sets for part in one.parts}
    if sources:
        yield _part_heading("Sources", "sources", "", "", book, width)
    for place, source in enumerate(sources.values(), 1):
        book.place = f"source {place}"
        yield _source(place, source, book, width)


def dated(source: Source) -> str:
    """The day of publication in words, "date inferred" where nothing states it; empty where it is not known."""
    if source.published is None:
        return ""
    day = source.published
    shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{shown} (date inferred)" if source.published_basis == "inferred" else shown


def _part_heading(title: str, name: str, version: str, note: str, book: FontBook, width: float) -> Block:
    title = " · ".join(filter(None, (title, version)))
    made = [Row(GRID, (Anchor(name, title), Stroke(0, width, 0, 1.4)))]
    made += rows(book, title, TITLE, 0, width)
    made += [Row(GRID / 4), *rows(book, note, NOTE, 0, width)] if note else []
    made.append(Row(GRID / 2))
    return Block(tuple(made), gap=3 * GRID, part=title, opens=name != "sources", keep=True, spans=True)


def _heading(section: Section, book: FontBook, width: float) -> Block:
    letter, name = (rows(book, text, HEADING, x, width)[0] for text, x in ((section.letter, 0), (section.name, NUMBER)))
    made = (name.led_by(*letter.marks), Row(GRID))
    return Block(made, gap=2 * GRID, rule=width, part="Answer key", keep=True, spans=True)


def _entry(number: int, item: Item, version: Version, book: FontBook, width: float) -> Block:
    measure = width - NUMBER
    made = _set_entry(item, book, measure) if isinstance(item, ItemSet) else _question_entry(item, book, measure)
    made[0] = made[0].led_by(
        Anchor(version.anchor("key", number)),
        *marks_on(book, f"{number}", ANSWER, 0.0, ANSWER.drop),
        Link(0, NUMBER - 4, version.anchor("question", number)),
    )
    return Block(tuple(made), gap=GRID, part="Answer key")


def _question_entry(question: Question, book: FontBook, measure: float) -> list[Row]:
    made = rows(book, _answer(question), ANSWER, NUMBER, measure) or [Row(GRID)]
    made += rows(book, _marked(question.fact.sentence, question.key_span), SENTENCE, NUMBER, measure)
    for replacement in _replacements(question):
        made += rows(book, replacement, DETAIL, NUMBER, measure)
    made += rows(book, _origin(question.source, question.fact.sentence), DETAIL, NUMBER, measure)
    return made + _support(question, book, measure)


def _set_entry(item: ItemSet, book: FontBook, measure: float) -> list[Row]:
    """The letter or number of each line in the order in which the item shows them, with its sentence."""
    made: list[Row] = []
    for numeral, answer, part in set_answers(item):
        made += rows(book, [Run(f"{numeral}  {answer}  {part.key}")], ANSWER, NUMBER, measure)
        made += rows(book, _marked(part.fact.sentence, part.key_span), SENTENCE, NUMBER, measure)
        made += rows(book, _origin(part.source, part.fact.sentence), DETAIL, NUMBER, measure)
    return made or [Row(GRID)]


def _answer(question: Question) -> list[Run]:
    """The key, behind its letter where there is one, then what else is right and how a value was worked out."""
    runs = []
    if question.key in question.options:
        runs.append(Run(f"{LETTERS[question.options.index(question.key) % 26]}\xa0\xa0"))
    runs.append(Run(question.key))
    if question.correction:
        runs.append(Run(f" (the source says: {question.correction})", "regular"))
    if question.accepted:
        runs.append(Run(f" (also right: {'; '.join(question.accepted)})", "regular"))
    if question.derived:
        runs.append(Run(f" · {question.derived}", "italic"))
    return runs


def _marked(sentence: Sentence, key: Span) -> list[Run]:
    """The source sentence, the letters of the answer bold and underlined."""
    if not sentence.span.contains(key):
        return [Run(sentence.text)]
    start, end = key.start - sentence.span.start, key.end - sentence.span.start
    text = sentence.text
    return [Run(text[:start]), Run(text[start:end], "bold", underline=True), Run(text[end:])]


def _replacements(question: Question) -> list[str]:
    found = (each for slot in question.fact.slots for each in slot.replacements)
    inside = (each for each in found if question.fact.sentence.span.contains(each.span))
    return list(dict.fromkeys(f"“{each.text}” stands for {each.name}." for each in inside))


def _origin(source: Source, sentence: Sentence) -> list[Run]:
    parts = [part for part in (source.publisher, dated(source), f"sentence {sentence.index + 1}") if part]
    return [Run(source.title.strip() or "Untitled", "italic"), Run(" · " + " · ".join(parts))]


def _support(question: Question, book: FontBook, measure: float) -> list[Row]:
    """What other sentences state the same, and how many articles agree."""
    if not question.support:
        return []
    agreeing = len({question.source.id} | {support.source.id for support in question.support})
    made = rows(book, f"{agreeing} sources agree:" if agreeing > 1 else "Stated again:", DETAIL, NUMBER, measure)
    for support in question.support:
        runs = [Run(f"{support.sentence.text.strip()} — "), *_origin(support.source, support.sentence)]
        made += rows(book, runs, DETAIL, NUMBER + GRID, measure - GRID)
    return made


def _source(place: int, source: Source, book: FontBook, width: float) -> Block:
    measure = width - NUMBER
    made = rows(book, source.title.strip() or "Untitled", SENTENCE, NUMBER, measure) or [Row(GRID)]
    made[0] = made[0].led_by(*marks_on(book, f"{place}", SENTENCE.bold, 0.0, SENTENCE.drop))
    facts = [part for part in (source.author, source.publisher, dated(source)) if part]
    made += rows(book, " · ".join(facts), DETAIL, NUMBER, measure)
    if source.url:
        made += rows(book, [Run(source.url, target=_address(source.url), web=True)], DETAIL, NUMBER, measure)
    elif source.path:
        # The name alone: where it lies on the teacher's disk is nothing for a handout.
        made += rows(book, re.split(r"[/\\]", source.path)[-1], DETAIL, NUMBER, measure)
    return Block(tuple(made), gap=GRID / 2, part="Sources")


def _address(url: str) -> str:
    """`url` as a link may hold it; empty for any scheme but the web's, so that no front matter can run code."""
    if not url.startswith(("https://", "http://")):
        return ""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~", errors="replace")
