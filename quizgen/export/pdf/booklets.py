"""The parts of a printed quiz: what is handed out, and what the teacher keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from quizgen.export.pdf.answer_sheet import COLUMNS, sheet_blocks
from quizgen.export.pdf.cards import cards
from quizgen.export.pdf.design import PLAIN, design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import PAPERS, type_area
from quizgen.export.pdf.key import key_blocks, source_blocks
from quizgen.export.pdf.marks import Booklet
from quizgen.export.pdf.options import PrintOptions
from quizgen.export.pdf.pages import Sheets
from quizgen.export.pdf.passages import line_numbers
from quizgen.export.pdf.questions import question_blocks
from quizgen.export.pdf.sections import Version
from quizgen.export.pdf.sheets import ACROSS, Grid, sheets
from quizgen.export.pdf.table import table_blocks
from quizgen.export.pdf.versions import versions
from quizgen.model import Quiz


class Booklets:
    """The parts of one quiz, printed as the options say; `book` notes which letters no font has."""

    def __init__(self, quiz: Quiz, options: PrintOptions, book: FontBook) -> None:
        self._quiz, self._options, self._book = quiz, options, book
        keyed = options.key == "appended"
        self._versions = [replace(version, keyed=keyed) for version in versions(quiz, options.versions)]

    def handouts(self) -> Iterator[Booklet]:
        """The quiz, once for each version, with its answer sheet."""
        galley = self._galley()
        plan = galley.design
        for version in self._versions:
            blocks = question_blocks(self._quiz, version, galley, self._options.columns)
            yield Booklet(blocks, version.name, self._options.columns, plan.gutter, plan.side, plan.small)
            if self._options.answer_sheet:
                sheet = sheet_blocks(self._quiz, version, galley)
                yield Booklet(sheet, version.name, COLUMNS, plan.gutter, plan.side, plan.small)

    def flashcards(self, title: str) -> tuple[Sheets, list[str]]:
        """The sheets of flashcards, and a sentence for each item that takes more than one card."""
        grid = Grid(PAPERS[self._options.paper], self._options.per_page // ACROSS)
        dealt = [*cards(self._versions[0], self._book, grid.text, legible=self._options.dyslexia)]
        told = [
            f"Card {first.number} cannot hold its text in letters of a readable size; it goes on over {len(more)} more."
            for first, *more in dealt
            if more
        ]
        return Sheets(sheets([*chain(*dealt)], grid, self._options.duplex, self._book, title)), told

    def keys(self) -> Iterator[Booklet]:
        """A key for each version, then what is the same for all: the table of versions and the sources."""
        if not any(version.sections for version in self._versions):
            return
        galley = self._reference()
        keys = [[*key_blocks(version, galley, self._lines(version))] for version in self._versions]
        if len(keys) == 1:
            yield Booklet([*keys[0], *source_blocks(self._quiz, galley)])
            return
        yield from (Booklet(key, version.name) for key, version in zip(keys, self._versions, strict=True))
        yield Booklet([*table_blocks(self._quiz, self._versions, galley), *source_blocks(self._quiz, galley)])

    def sources(self) -> Iterator[Booklet]:
        """The list of sources alone."""
        blocks = [*source_blocks(self._quiz, self._reference(), alone=True)]
        if blocks:
            yield Booklet(blocks)

    def _galley(self) -> Galley:
        plan = design(self._options)
        width, _ = type_area(self._options.paper, plan.side)
        return Galley(self._book, plan, width, fillable=self._options.fillable)

    def _reference(self) -> Galley:
        """What the teacher keeps is set in one way, however the handout is."""
        width, _ = type_area(self._options.paper, PLAIN.side)
        return Galley(self._book, PLAIN, width)

    def _lines(self, version: Version) -> dict[str, int]:
        """The lines of the passages, set with fonts of their own: what odd letters they hold, the handout tells."""
        if not self._quiz.passages:
            return {}
        own = FontBook(self._options.font, legible=self._options.dyslexia)
        return line_numbers(self._quiz, version, replace(self._galley(), book=own), self._options.columns)
