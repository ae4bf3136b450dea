"""The answer key and the list of sources as blocks: every answer with the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from quizgen.export.pdf.answers import article_runs, dated, key_run, marked, notes, place_run, replacements
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.marks import Anchor, Block, Row, Stroke
from quizgen.export.pdf.passages import place_name
from quizgen.export.pdf.sections import Item, Section, Version, set_answers
from quizgen.export.pdf.text import Run, Style
from quizgen.model import ItemSet, Question, Quiz, Sentence, Source, Span

# The key is reference matter: set smaller, on a grid of 12 points.
GRID = 12.0
NUMBER = 28.0
# How far the lines of a set stand in from their numerals.
NUMERAL = 20.0
_RISE = 3.6
TITLE = Style(18, 2 * GRID, "bold", rise=_RISE, role="H1")
HEADING = Style(11, 1.5 * GRID, "bold", rise=_RISE, role="H2")
NOTE = Style(8.5, GRID, "italic", grey=0.3, rise=_RISE)
ANSWER = Style(9.5, GRID, "bold", rise=_RISE)
SENTENCE = Style(9, GRID, rise=_RISE)
DETAIL = Style(8, GRID, grey=0.3, rise=_RISE)
_NOTE = "Each answer is marked in the sentence that it was taken from."
_LINKS = " On a screen, a number leads to its question and back."
_LINES = " Lines are those of the texts under Reading."


def key_blocks(version: Version, galley: Galley, lines: Mapping[str, int]) -> Iterator[Block]:
    """The key: a block for every item, in the handout's order and under its headings.

    `lines` are the numbers of the lines in the passages by the names of the places there.
    """
    key = _Key(version, galley, lines)
    if version.sections:
        note = _NOTE + _LINKS * version.keyed + _LINES * bool(lines)
        yield _part_heading("Answer key", version.anchor("key"), version.name, note, galley)
    for section in version.sections:
        yield _heading(section, galley)
        for number, item in section.items:
            galley.book.place = f"the key to {version.place(number)}"
            yield key.entry(number, item)


@dataclass(frozen=True, slots=True)
class _Key:
    """Sets the entries of one version's key; `lines` as in `key_blocks`."""

    version: Version
    galley: Galley
    lines: Mapping[str, int]

    def entry(self, number: int, item: Item) -> Block:
        """The entry of one item, its number a link to the item."""
        made = [*(self._set(item) if isinstance(item, ItemSet) else self._question(item))] or [Row(GRID)]
        made[0] = made[0].led_by(
            Anchor(self.version.anchor("key", number)),
            *self.galley.marks(f"{number}", ANSWER, 0.0),
            *self.version.leading("question", number, NUMBER - 4),
        )
        return Block(tuple(made), gap=GRID, part="Answer key", number=number)

    def _question(self, question: Question) -> Iterator[Row]:
        yield from self._rows([key_run(question), *(Run(f" · {note}", "regular") for note in notes(question))], ANSWER)
        yield from self._rows(marked(question.fact.sentence, question.key_span), SENTENCE)
        for replacement in replacements(question):
            yield from self._rows(replacement, DETAIL)
        yield from self._rows(self._origin(question.source, question.fact.sentence, question.key_span), DETAIL)
        if question.support:
            agreeing = len({question.source.id} | {support.source.id for support in question.support})
            yield from self._rows(f"{agreeing} sources agree:" if agreeing > 1 else "Stated again:", DETAIL)
        for support in question.support:
            origin = self._origin(support.source, support.sentence, support.sentence.span)
            yield from self._rows([Run(f"{support.sentence.text.strip()} — "), *origin], DETAIL, NUMBER + GRID)

    def _set(self, item: ItemSet) -> Iterator[Row]:
        """The letter or number of each line in the order in which the item shows them, with its sentence."""
        x = NUMBER + NUMERAL
        for place, (numeral, answer, part) in enumerate(set_answers(item)):
            if place:
                yield Row(GRID / 2)
            first, *others = self._rows(f"{answer} – {part.key}", ANSWER, x)
            yield first.led_by(*self.galley.marks(numeral, DETAIL, NUMBER))
            yield from others
            yield from self._rows(marked(part.fact.sentence, part.key_span), SENTENCE, x)
            yield from self._rows(self._origin(part.source, part.fact.sentence, part.key_span), DETAIL, x)

    def _rows(self, text: str | Iterable[Run], style: Style, x: float = NUMBER) -> list[Row]:
        return self.galley.rows(text, style, x)

    def _origin(self, source: Source, sentence: Sentence, span: Span) -> Iterator[Run]:
        """The article, the sentence's place in it, and the line of the passage on which `span` begins."""
        yield from (*article_runs(source), place_run(sentence))
        place = place_name(self.version, source.id, span)
        if place in self.lines:
            yield Run(" · ")
            yield Run(f"line\xa0{self.lines[place]}", target=place if self.version.keyed else "")


def source_blocks(quiz: Quiz, galley: Galley, *, alone: bool = False) -> Iterator[Block]:
    """The articles that the questions come from, each a block; nothing where there is none. `alone` on their pages."""
    sources = {source.id: source for source in quiz.sources}
    sources |= {question.source.id: question.source for question in quiz.questions}
    sources |= {part.source.id: part.source for one in quiz.sets for part in one.parts}
    if sources:
        yield replace(_part_heading("Sources", "sources", "", "", galley), opens=alone)
    for place, source in enumerate(sources.values(), 1):
        galley.book.place = f"source {place}"
        yield _source(place, source, galley)


def _part_heading(title: str, name: str, version: str, note: str, galley: Galley) -> Block:
    title = " · ".join(filter(None, (title, version)))
    made = [Row(GRID, (Anchor(name, title), Stroke(0, galley.width, 0, 1.4)))]
    made += galley.rows(title, TITLE)
    made += [Row(GRID / 4), *galley.rows(note, NOTE), Row(GRID / 2)] if note else [Row(GRID)]
    return Block(tuple(made), gap=3 * GRID, part=title, opens=True, keep=True, spans=True)


def _heading(section: Section, galley: Galley) -> Block:
    letter, name = (galley.rows(text, HEADING, x)[0] for text, x in ((section.letter, 0), (section.name, NUMBER)))
    made = (name.led_by(*letter.marks), Row(GRID))
    return Block(made, gap=2 * GRID, rule=galley.width, part="Answer key", keep=True, spans=True)


def _source(place: int, source: Source, galley: Galley) -> Block:
    made = galley.rows(source.title.strip() or "Untitled", SENTENCE, NUMBER) or [Row(GRID)]
    made[0] = made[0].led_by(*galley.marks(f"{place}", SENTENCE.bold, 0.0))
    facts = [part for part in (source.author, source.publisher, dated(source)) if part]
    made += galley.rows(" · ".join(facts), DETAIL, NUMBER)
    if source.url:
        made += galley.rows([Run(source.url, target=_address(source.url), web=True)], DETAIL, NUMBER)
    elif source.path:
        # The name alone: where it lies on the teacher's disk is nothing for a handout.
        made += galley.rows(re.split(r"[/\\]", source.path)[-1], DETAIL, NUMBER)
    return Block(tuple(made), gap=GRID / 2, part="Sources")


def _address(url: str) -> str:
    """`url` as a link may hold it; empty for any scheme but the web's, so that no front matter can run code."""
    if not url.startswith(("https://", "http://")):
        return ""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~", errors="replace")
