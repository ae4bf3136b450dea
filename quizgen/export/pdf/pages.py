"""Blocks onto pages, each whole: what goes where is settled before anything is drawn."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.export.pdf.marks import Block, Booklet, Row, Stroke

RULE_RISE = 7.5
# The last page of a booklet is at least this full, where the pages before it can give something to it.
LAST_PAGE = 1 / 3
STEP = 7.5
# A column that gives its last unit to the next page stays this full.
SPARED = 5 / 6

Unit = tuple[Block, ...]
Zone = tuple[Unit, list[Unit]]


@dataclass(slots=True)
class Page:
    """Rows with the places of their upper left corners, in points from that of the type area.

    `part` is for the running head; a page that `opens` a part has its title instead of one.
    """

    part: str = ""
    opens: bool = False
    rows: list[tuple[float, float, Row]] = field(default_factory=list)

    @property
    def depth(self) -> float:
        """How far down the page is filled."""
        return max((top + row.height for _, top, row in self.rows), default=0.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages that are set already, without head and foot: their rows are measured from the corner of the paper."""

    pages: Iterable[Page]


def paginate(booklet: Booklet, width: float, height: float) -> deque[Page]:
    """The booklet's blocks on pages of that size, each whole; only one taller than a page runs on over the next.

    There are as few pages as can be, all full but the last; where hardly anything would be left for that one, the
    page before gives something to it. The columns of a section's last page are level.
    """
    zones = list(_zones(_units(booklet.blocks, height)))

    def filled(turn: int) -> list[Page]:
        filler = _Filler(booklet, width, height, turn)
        for lead, units in zones:
            filler.fill(lead, units)
        return filler.pages

    count = sum(max(len(units), 1) for _, units in zones)
    pages = made = filled(count)
    while len(made) == len(pages) > 1 and made[-1].depth < LAST_PAGE * height and count > 1:
        count -= 1
        made = filled(count)
    return deque(made if len(made) == len(pages) else pages)


def _units(blocks: Iterable[Block], height: float) -> Iterator[Unit]:
    """Blocks that stay together: a heading with the block after it. What is taller than a page falls into rows."""
    unit: Unit = ()
    for block in blocks:
        unit = (*unit, block)
        if not block.keep:
            yield from [unit] if _height(unit, head=True) <= height else _parted(unit)
            unit = ()


def _parted(unit: Unit) -> Iterator[Unit]:
    for block in unit:
        for place, row in enumerate(block.rows):
            yield (Block((row,), gap=0 if place else block.gap, part=block.part, spans=block.spans),)


def _zones(units: Iterable[Unit]) -> Iterator[Zone]:
    """What spans all columns, with the units that stand in columns below it."""
    lead: Unit = ()
    below: list[Unit] = []
    for unit in units:
        spanning = tuple(block for block in unit if block.spans)
        if spanning and (lead or below):
            yield lead, below
            lead, below = (), []
        lead += spanning
        if len(spanning) < len(unit):
            below.append(unit[len(spanning) :])
    yield lead, below


class _Filler:
    """Pages while they are being filled; `top` is where the next zone begins on the last of them.

    The unit of the number `turn`, counted through the booklet from 0, begins a page at any rate; what spans all columns
    with nothing below it counts as one too.
    """

    def __init__(self, booklet: Booklet, width: float, height: float, turn: int) -> None:
        self.pages = [Page()]
        self._count, self._height = booklet.columns, height
        self._step = (width + booklet.gutter) / booklet.columns
        self._top = 0.0
        self._before_turn = turn

    def fill(self, lead: Unit, units: Sequence[Unit]) -> None:
        """Put a zone on the pages: what spans, never without the first of the units, then the units in columns."""
        first = _height(units[0], head=True) if units else 0.0
        if self._top and (
            self._before_turn == 0 or self._top + _height(lead, head=False) + first > self._height
        ):
            self._turn()
        if lead:
            self._top = self._stack([lead], 0.0, bare=not self._top)
        if 0 < self._before_turn < len(units):
            self._fill_columns(units[: self._before_turn])
            self._turn()
            units, self._before_turn = units[self._before_turn :], 0
        self._before_turn -= max(len(units), 1)
        self._fill_columns(units)

    def _fill_columns(self, units: Sequence[Unit]) -> None:
        while units:
            columns, units = _columns(units, self._height - self._top, self._count, force=not self._top)
            if not units:
                columns = _levelled(columns)
            self._top = max(self._stack(column, place * self._step) for place, column in enumerate(columns))
            if units:
                self._turn()

    def _turn(self) -> None:
        self.pages.append(Page())
        self._top = 0.0

    def _stack(self, units: Iterable[Unit], x: float, *, bare: bool = True) -> float:
        """Put units below each other and return how far they reach; at a `bare` head no gap stands above them."""
        page, at = self.pages[-1], self._top
        for unit in units:
            for block in unit:
                above = block.carried if bare else (Row(block.gap, _rule(block)),)
                for row in (*above, *block.rows):
                    if row.height or row.marks:
                        page.rows.append((x, at, row))
                    at += row.height
                page.part, page.opens = page.part or block.part, page.opens or block.opens
                bare = False
        return at


def _columns(
    units: Sequence[Unit], height: float, count: int, *, force: bool = False
) -> tuple[list[list[Unit]], Sequence[Unit]]:
    """As many units as go into `count` columns of that height, and the rest; `force` takes one at any rate."""
    columns: list[list[Unit]] = [[] for _ in range(count)]
    at = 0
    for column in columns:
        used = 0.0
        while at < len(units):
            used += _height(units[at], head=not column)
            if used > height and not (force and at == 0):
                break
            column.append(units[at])
            at += 1
    # One unit alone on the next page would look forgotten: another goes with it, where the page can spare it.
    if at == len(units) - 1 and len(columns[-1]) > 1 and _depth(columns[-1][:-1]) > SPARED * height:
        columns[-1].pop()
        at -= 1
    return columns, units[at:]


def _depth(column: Sequence[Unit]) -> float:
    return sum(_height(unit, head=not place) for place, unit in enumerate(column))


def _levelled(columns: list[list[Unit]]) -> list[list[Unit]]:
    """The same units in as many columns, the deepest of them as short as can be."""
    units = [unit for column in columns for unit in column]
    depth = sum(_height(unit, head=False) for unit in units) / len(columns)
    while len(columns) > 1:
        levelled, rest = _columns(units, depth, len(columns), force=True)
        if not rest:
            return levelled
        depth += STEP
    return columns


def _height(unit: Unit, *, head: bool) -> float:
    """How much room the unit takes, at the head of a column (with what is carried there) or below another."""
    height = sum(block.gap + block.height for block in unit)
    if head and unit:
        height += sum(row.height for row in unit[0].carried) - unit[0].gap
    return height


def _rule(block: Block) -> tuple[Stroke, ...]:
    return (Stroke(0, block.rule, block.gap - RULE_RISE),) if block.rule else ()
