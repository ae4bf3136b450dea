"""Blocks onto pages, each whole: a page is settled before it is drawn, and drawn before the blocks after it are set."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from quizgen.export.pdf.marks import Block, Booklet, Row, Stroke

RULE_RISE = 7.5
# The last page of a booklet is at least this full, where the page before it can give something to it.
LAST_PAGE = 1 / 3
STEP = 7.5
# A column that gives its last unit to the next page stays this full.
SPARED = 5 / 6

Unit = tuple[Block, ...]
# Rows with the places of their upper left corners.
Placed = Iterable[tuple[float, float, Row]]
# What stands at the foot of a page: from its note, its number from 1 on, and how many pages there are.
Foot = Callable[[str, int, int], Placed]


@dataclass(slots=True)
class Page:
    """Rows with the places of their upper left corners, in points from that of the type area.

    `part` is for the running head; a page that `opens` a part has its title instead of one. `note` is what the foot
    says of this page.
    """

    part: str = ""
    opens: bool = False
    rows: list[tuple[float, float, Row]] = field(default_factory=list)
    note: str = ""

    @property
    def depth(self) -> float:
        """How far down the page is filled."""
        return max((top + row.height for _, top, row in self.rows), default=0.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages that are set already, without a head: their rows, and those of their feet, are measured from the corner of
    the paper."""

    pages: Iterable[Page]
    foot: Foot


def paginate(booklet: Booklet, width: float, height: float) -> Iterator[Page]:
    """The booklet's blocks on pages of that size, each whole; only one taller than a page runs on over the next.

    There are as few pages as can be, all full but the last; where hardly anything would be left for that one, the
    page before gives something to it. The columns of a section's last page are level. No more blocks are called for
    than the next two pages take.
    """
    type_area = _TypeArea(booklet.columns, (width + booklet.gutter) / booklet.columns, height)
    units = _Units(_units(booklet.blocks, height))
    filled = type_area.filled(units)
    while units.peek(0):
        after = type_area.filled(units)
        if not units.peek(0):
            filled, after = type_area.shared(filled, after)
        yield filled.page
        filled = after
    yield filled.page


def _units(blocks: Iterable[Block], height: float) -> Iterator[Unit]:
    """Blocks that stay together: a heading with the block after it. What is taller than a page falls into rows.

    What spans all columns is a unit of its own, with a `keep` at its end where the unit after it belongs to it.
    """
    unit: Unit = ()
    for block in blocks:
        unit = (*unit, block)
        if not block.keep:
            for part in [unit] if _height(unit, head=True) <= height else _parted(unit):
                spanning = tuple(block for block in part if block.spans)
                yield from filter(None, (spanning, part[len(spanning) :]))
            unit = ()


def _parted(unit: Unit) -> Iterator[Unit]:
    for block in unit:
        for place, row in enumerate(block.rows):
            yield (Block((row,), gap=0 if place else block.gap, part=block.part, spans=block.spans),)


class _Units:
    """Units that wait for a page; no more of them are called for than are looked at."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._coming, self._known = iter(units), deque[Unit]()

    def peek(self, place: int) -> Unit:
        """The unit at that place in the queue, or an empty one behind its end."""
        while len(self._known) <= place:
            unit = next(self._coming, None)
            if unit is None:
                return ()
            self._known.append(unit)
        return self._known[place]

    def in_columns(self, room: float) -> list[Unit]:
        """The next units down to one that spans; of those that `room` points do not hold, two at most."""
        seen: list[Unit] = []
        used = 0.0
        while (unit := self.peek(len(seen))) and not unit[0].spans:
            seen.append(unit)
            if used > room:
                break
            used += sum(block.height for block in unit)
        return seen

    def take(self, count: int) -> list[Unit]:
        """The first units, which wait no longer."""
        return [self._known.popleft() for _ in range(count)]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A page, and the units on it."""

    page: Page
    units: Sequence[Unit]


@dataclass(frozen=True, slots=True)
class _TypeArea:
    """What pages are filled in: `count` columns, the left edges of two `step` points apart, `height` points high."""

    count: int
    step: float
    height: float

    def filled(self, units: _Units) -> _Filled:
        """The next page; what spans all columns is never at its foot without the first of the units below it."""
        page, taken = Page(), list[Unit]()
        top = 0.0
        while unit := units.peek(0):
            if unit[0].spans:
                below = units.peek(1)
                first = _height(below, head=True) if below and not below[0].spans else 0.0
                if top and top + _height(unit, head=False) + first > self.height:
                    break
                top = _stack(page, [unit], (0.0, top), bare=not top)
                taken += units.take(1)
                continue
            zone = units.in_columns(self.count * (self.height - top))
            columns, used = _columns(zone, self.height - top, self.count, force=not top)
            ends = used == len(zone)
            columns = _levelled(columns) if ends else columns
            top = max(_stack(page, column, (place * self.step, top)) for place, column in enumerate(columns))
            taken += units.take(used)
            if not ends:
                break
        return _Filled(page, taken)

    def shared(self, before: _Filled, last: _Filled) -> tuple[_Filled, _Filled]:
        """The last two pages, the last one worth turning to if the one before can help it."""
        if last.page.depth >= LAST_PAGE * self.height:
            return before, last
        for cut in range(len(before.units) - 1, 0, -1):
            if before.units[cut - 1][-1].keep:
                continue
            fuller = self.filled(_Units(chain(before.units[cut:], last.units)))
            if len(fuller.units) < len(before.units) - cut + len(last.units):
                break
            if fuller.page.depth >= LAST_PAGE * self.height:
                return self.filled(_Units(before.units[:cut])), fuller
        return before, last


def _stack(page: Page, units: Iterable[Unit], corner: tuple[float, float], *, bare: bool = True) -> float:
    """Put units below each other and return how far they reach; at a `bare` head no gap stands above them."""
    x, at = corner
    for block in chain.from_iterable(units):
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
) -> tuple[list[list[Unit]], int]:
    """As many units as go into `count` columns of that height, and how many; `force` takes one at any rate."""
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
    return columns, at


def _depth(column: Sequence[Unit]) -> float:
    return sum(_height(unit, head=not place) for place, unit in enumerate(column))


def _levelled(columns: list[list[Unit]]) -> list[list[Unit]]:
    """The same units in as many columns, the deepest of them as short as can be."""
    units = [unit for column in columns for unit in column]
    depth = sum(_height(unit, head=False) for unit in units) / len(columns)
    while len(columns) > 1:
        levelled, used = _columns(units, depth, len(columns), force=True)
        if used == len(units):
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
