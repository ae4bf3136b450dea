"""The parts of a printed quiz: what is handed out, and what the teacher keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from quizgen.export.pdf.answer_sheet import COLUMNS, sheet_blocks
from quizgen.export.pdf.cards import Card, cards
from quizgen.export.pdf.design import PLAIN, design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import PAPERS, type_area
from quizgen.export.pdf.key import key_blocks, source_blocks
from quizgen.export.pdf.marks import Block, Booklet
from quizgen.export.pdf.options import PrintOptions
from quizgen.export.pdf.pages import Sheets
from quizgen.export.pdf.passages import line_numbers
from quizgen.export.pdf.questions import question_blocks
from quizgen.export.pdf.sections import Version
from quizgen.export.pdf.sheets import ACROSS, Grid, sheets, slugs
from quizgen.export.pdf.table import table_blocks
from quizgen.export.pdf.versions import versions
from quizgen.model import Quiz


class Booklets:
    """The parts of one quiz, printed as the options say; `book` notes which letters no font has.

    Each part is set while it is printed; `told` then says, in sentences, which items take more than one card.
    `step` is called for each item each time that it is set: in the handouts, on their answer sheets, in the keys.
    """

    def __init__(self, quiz: Quiz, options: PrintOptions, book: FontBook, step: Callable[[], None]) -> None:
        self._quiz, self._options, self._book, self._step = quiz, options, book, step
        self.told: list[str] = []
        keyed = options.key == "appended"
        self._versions = [replace(version, keyed=keyed) for version in versions(quiz, options.versions)]

    def handouts(self) -> Iterator[Booklet]:
        """The quiz, once for each version, with its answer sheet."""
        galley = self._galley()
        plan = galley.design
        for version in self._versions:
            blocks = question_blocks(self._quiz, version, galley, self._options.columns)
            columns = self._options.columns
            yield Booklet(self._told(blocks), version.name, columns, plan.gutter, plan.side, plan.small)
            if self._options.answer_sheet:
                sheet = sheet_blocks(self._quiz, version, galley)
                yield Booklet(self._told(sheet), version.name, COLUMNS, plan.gutter, plan.side, plan.small)

    def flashcards(self, title: str) -> Sheets:
        """The sheets of flashcards."""
        grid = Grid(PAPERS[self._options.paper], self._options.per_page // ACROSS)
        duplex = self._options.duplex
        return Sheets(sheets(self._cards(grid), grid, duplex), slugs(grid, duplex, self._book, title))

    def keys(self) -> Iterator[Booklet]:
        """A key for each version, then what is the same for all: the table of versions and the sources."""
        if not any(version.sections for version in self._versions):
            return
        galley = self._reference()
        for version in self._versions:
            key = self._told(key_blocks(version, galley, self._lines(version)))
            alone = len(self._versions) == 1
            yield Booklet(chain(key, source_blocks(self._quiz, galley)) if alone else key, version.name)
        if len(self._versions) > 1:
            table = table_blocks(self._quiz, self._versions, galley)
            yield Booklet(chain(table, source_blocks(self._quiz, galley)))

    def sources(self) -> Iterator[Booklet]:
        """The list of sources alone."""
        if self._quiz.questions or self._quiz.sets:
            yield Booklet(source_blocks(self._quiz, self._reference(), alone=True))

    def _cards(self, grid: Grid) -> Iterator[Card]:
        """The cards of all items; one that takes more than one is told of."""
        for item in cards(self._versions[0], self._book, grid.text, legible=self._options.dyslexia):
            yield from item
            first, *more = item
            if more:
                self.told.append(
                    f"Card {first.number} cannot hold its text in letters of a readable size; "
                    f"it goes on over {len(more)} more."
                )
            self._step()

    def _told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield block
            if block.number:
                self._step()

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
