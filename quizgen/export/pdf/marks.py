"""What a page is made of: rows of marks, gathered into blocks that stay whole.

All lengths are points (1/72 inch). A mark's `x` runs from the left edge of its column; its `drop` runs down from the
top of its row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

SIDE = 68.0


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A paragraph or heading for those who have the file read aloud.

    `role` is one of tagged PDF's names ("P", "H1"); `said` is its text where the letters as drawn do not tell it.
    """

    role: str = "P"
    said: str = ""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A stretch of text in one font, its baseline at `drop`; `grey` is 0 for black.

    `tracking` is the room between letters, in points, and `kerns` what the font adds behind each, in shares of the
    size. What has no `tag` is not read aloud.
    """

    x: float
    drop: float
    text: str
    font: str
    size: float
    grey: float = 0.0
    tracking: float = 0.0
    tag: Tag | None = None
    kerns: tuple[float, ...] = ()

    def led_into(self, tag: Tag) -> Glyphs:
        """The same as the beginning of what `tag` is, with a space behind it."""
        return replace(self, text=self.text + " ", tag=tag, kerns=self.kerns and (*self.kerns, 0.0))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A level rule from `x` to `end`, `thickness` points thick."""

    x: float
    end: float
    drop: float
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Upright:
    """An upright rule from `drop` down to `foot`, `thickness` points thick."""

    x: float
    drop: float
    foot: float
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Bubble:
    """A circle around (`x`, `drop`)."""

    x: float
    drop: float
    radius: float


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle with its upper left corner at (`x`, `drop`), to write a letter or a number in."""

    x: float
    drop: float
    width: float
    height: float
    thickness: float = 0.6


@dataclass(frozen=True, slots=True)
class Link:
    """Makes the row from `x` to `end` lead to `target`: an anchor's name, or a web address when `web` is set."""

    x: float
    end: float
    target: str
    web: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to, at the top of its row; a `title` puts it into the outline, at `level` 0 or 1."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A form field to type into, its upper left corner at (`x`, `drop`).

    `name` tells it from every other field of the file, and `label` tells people what it is for; letters typed are of
    that `size`. One of several `lines` has a border, any other shows what is drawn below it. `limit` is how many
    letters it takes, 0 for any.
    """

    x: float
    drop: float
    width: float
    height: float
    name: str
    label: str
    size: float
    lines: int = 1
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A round form button around (`x`, `drop`); of those with one `name` one can be chosen, and has that `value`."""

    x: float
    drop: float
    radius: float
    name: str
    value: str
    label: str


Mark = Glyphs | Stroke | Upright | Bubble | Box | Link | Anchor | Field | Choice


@dataclass(frozen=True, slots=True)
class Row:
    """A level strip of the page, `height` points high."""

    height: float
    marks: tuple[Mark, ...] = ()

    def led_by(self, *marks: Mark) -> Row:
        """The same row with more marks, drawn first: a file is read aloud and copied in the order of drawing.

        Letters that lead a text, such as its number, are read as part of it.
        """
        tag = next((mark.tag for mark in self.marks if isinstance(mark, Glyphs) and mark.tag), None)
        if tag and not tag.said:
            marks = tuple(mark.led_into(tag) if isinstance(mark, Glyphs) else mark for mark in marks)
        return Row(self.height, marks + self.marks)

    def unread(self) -> Row:
        """The same row as furniture of its page: no part of what is read aloud."""
        return Row(self.height, tuple(replace(m, tag=None) if isinstance(m, Glyphs) else m for m in self.marks))


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stay on one page, below a `gap`, which falls away at the head of a page as a `rule` does.

    `rule` is the length of a rule at the lower end of the gap. `part` is what the running head says; a block that
    `opens` the part brings its title, and no running head stands above it. A block to `keep` stands with the one
    after it: a heading is never alone at the foot of a page. One that `spans` reaches over all columns. Where a
    break falls above the block, the rows of `carried` come first: a heading that still holds. `number` is that of
    the item that the block is, 0 for what is none.
    """

    rows: tuple[Row, ...]
    gap: float = 0.0
    rule: float = 0.0
    part: str = ""
    opens: bool = False
    keep: bool = False
    spans: bool = False
    carried: tuple[Row, ...] = ()
    number: int = 0

    @property
    def height(self) -> float:
        """The sum of the rows' heights, the gap left out."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class Booklet:
    """A part of the file that is handed out or kept by itself: its pages are counted by themselves.

    `name` is what the running head says of it ("Version B"), in letters of `small` points; `side` is the margin at
    either side of its pages, and its `columns` are `gutter` points apart.
    """

    blocks: Iterable[Block]
    name: str = ""
    columns: int = 1
    gutter: float = 0.0
    side: float = SIDE
    small: float = 8.0
