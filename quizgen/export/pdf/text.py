"""Runs of text into lines of marks: a ragged-right setter with exact baselines.

reportlab's own paragraphs place the first baseline by the ascent of whichever fonts the line holds, so that a
letter from a stand-in font moves its line off the grid, and they read mark-up, so that an article's `<b>` must be
escaped. Here text is only ever text, and every baseline is where the style says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quizgen.export.pdf.faces import Face
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Anchor, Glyphs, Link, Mark, Row, Stroke, Tag
from quizgen.export.pdf.punctuation import printed
from quizgen.export.pdf.scripts import shaped, stretches

# A line may also break after a dash or hyphen between words: "Secretary-|General", not "al-Muhandis" or "4-5".
_WORD = re.compile(r" +|[^ ]*?[^\W\d]{3}[-–—](?=[^\W\d]{3})|[^ ]+")
# Words tied by a fixed space, each with the space behind it.
_FIXED = "\xa0"
_TIED = re.compile(f"[^{_FIXED}]*{_FIXED}|[^{_FIXED}]+")

# A last line shorter than this share of the measure looks like a leftover: the text is then set a little narrower,
# as long as that costs no further line.
LAST_LINE = 0.2
NARROWER = (0.95, 0.9, 0.85, 0.8)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: `size` and `leading` in points, the baseline `rise` points above the foot of its row.

    `tracking` is further room between letters, and `spacing` further room between words, both as shares of the size.
    `role` is what the text is for those who have it read aloud, by tagged PDF's names.
    """

    size: float
    leading: float
    face: Face = "regular"
    grey: float = 0.0
    rise: float = 4.5
    tracking: float = 0.0
    spacing: float = 0.0
    role: str = "P"

    @property
    def drop(self) -> float:
        """Where the baseline stands, from the top of the row."""
        return self.leading - self.rise

    @property
    def bold(self) -> Style:
        """The same in the bold face."""
        return replace(self, face="bold")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face, or, with `blank`, a rule of that width to write on.

    One with an `anchor` has no letters: it names the place where the next ones stand.
    """

    text: str = ""
    face: Face | None = None
    underline: bool = False
    blank: float = 0.0
    target: str = ""
    web: bool = False
    anchor: str = ""


@dataclass(slots=True)
class _Fragment:
    """Letters in one font (or a blank), `gap` points behind the fragment before it on its line, and where it stands.

    A `leftward` one is part of a right-to-left word, drawn from its end.
    """

    run: Run
    text: str
    font: str
    width: float
    leftward: bool = False
    gap: float = 0.0
    x: float = 0.0


@dataclass(slots=True)
class _Word:
    """Fragments that no line end may part; `spaced` where a space stands before it."""

    spaced: bool
    fragments: list[_Fragment] = field(default_factory=list)

    @property
    def width(self) -> float:
        return sum(fragment.width for fragment in self.fragments)


class _Setter:
    """Sets text in one style in lines of at most `width` points."""

    def __init__(self, book: FontBook, style: Style, width: float) -> None:
        self._book, self._style, self._width = book, style, width
        self._tracking = style.tracking * style.size

    def lines(self, runs: Iterable[Run]) -> list[list[_Fragment]]:
        """The lines, each with its fragments in the order in which they are read."""
        made: list[list[_Fragment]] = []
        end = self._width
        for whole in self._words(runs):
            for word in self._cut(whole):
                gap = self._gap(made[-1][-1]) if word.spaced and made else 0.0
                if not made or end + gap + word.width > self._width:
                    if made and word.spaced and made[-1][-1].text and not made[-1][-1].leftward:
                        # No ink, but a space for whoever copies the text or has it read aloud.
                        made[-1][-1].text += " "
                    made.append([])
                    end = gap = 0.0
                word.fragments[0].gap = gap
                made[-1] += word.fragments
                end += gap + word.width
        for line in made:
            _place(line)
        return made

    def _words(self, runs: Iterable[Run]) -> Iterator[_Word]:
        word = _Word(spaced=False)
        for run, text in _printed(runs):
            if run.blank or run.anchor:
                word.fragments.append(_Fragment(run, "", "", min(run.blank, self._width - self._style.size)))
            for stretch, leftward in stretches(self._book.prepare(text)):
                for token in _WORD.findall(stretch):
                    if token[0] == " ":
                        if word.fragments:
                            yield word
                        word = _Word(spaced=True)
                        continue
                    word.fragments += self._leftward(run, token) if leftward else self._rightward(run, token)
                    if token[-1] in "-–—" and not leftward:
                        yield word
                        word = _Word(spaced=False)
        if word.fragments:
            yield word

    def _rightward(self, run: Run, token: str) -> Iterator[_Fragment]:
        wider = self._style.spacing * self._style.size
        for part in _TIED.findall(token) if wider else [token]:
            for text, font in self._book.pieces(part, run.face or self._style.face):
                width = self._measured(text, font) + self._tracking * len(text)
                yield _Fragment(run, text, font, width + (wider if text[-1] == _FIXED else 0.0))

    def _leftward(self, run: Run, token: str) -> Iterator[_Fragment]:
        """The pieces of a right-to-left word in reading order; its letters join, so that they take no tracking."""
        for text, font in reversed(self._book.pieces(shaped(token), run.face or self._style.face)):
            yield _Fragment(run, text, font, self._measured(text, font), leftward=True)

    def _measured(self, text: str, font: str) -> float:
        return self._book.width(text, font, self._style.size)

    def _gap(self, before: _Fragment) -> float:
        """A space in the font of what stands before it; behind a blank it is drawn by nothing."""
        style = self._style
        font = before.font or self._book.face(style.face)
        return self._measured(" ", font) + self._tracking + style.spacing * style.size

    def _cut(self, word: _Word) -> Iterator[_Word]:
        """The word itself, or, if it is wider than a line, its letters, to break between any of them."""
        if word.width <= self._width:
            yield word
            return
        spaced = word.spaced
        for fragment in word.fragments:
            before = ""
            for letter in reversed(fragment.text) if fragment.leftward else fragment.text or [""]:
                width = self._beside(before, letter, fragment.font) if letter else fragment.width
                before = "" if fragment.leftward else letter
                yield _Word(spaced, [_Fragment(fragment.run, letter, fragment.font, width, fragment.leftward)])
                spaced = False

    def _beside(self, before: str, letter: str, font: str) -> float:
        """The width of a letter, and of the room by which the two are kerned apart if they stay on one line."""
        alone = self._measured(letter, font)
        apart = self._measured(before + letter, font) - self._measured(before, font) if before else alone
        return max(alone, apart) + self._tracking


def _printed(runs: Iterable[Run]) -> Iterator[tuple[Run, str]]:
    """Each run with its text in printed quotes, which depend on what stands beside them in other runs."""
    known = list(runs)
    # A blank stands for letters.
    whole = printed("".join("_" if run.blank else run.text for run in known))
    at = 0
    for run in known:
        yield run, whole[at : at + len(run.text)]
        at += 1 if run.blank else len(run.text)


def _place(line: list[_Fragment]) -> None:
    """Give each fragment its place: what runs from right to left stands turned round among itself."""
    x = 0.0
    start = 0
    while start < len(line):
        end = start + 1
        if line[start].leftward:
            while end < len(line) and line[end].leftward:
                end += 1
        stretch = line[start:end]
        gaps = [fragment.gap for fragment in stretch]
        for fragment, gap in zip(reversed(stretch), (gaps[0], *reversed(gaps[1:])), strict=True):
            fragment.x = x + gap
            x = fragment.x + fragment.width
        start = end


def rows(book: FontBook, text: str | Iterable[Run], style: Style, x: float, width: float) -> list[Row]:
    """`text` in lines of at most `width` points, a row each; a word wider than that is cut between letters."""
    runs = [Run(text)] if isinstance(text, str) else list(text)
    lines = _Setter(book, style, width).lines(runs)
    if len(lines) > 1 and _end(lines[-1]) < LAST_LINE * width:
        for share in NARROWER:
            tried = _Setter(book, style, width * share).lines(runs)
            if len(tried) > len(lines):
                break
            if _end(tried[-1]) >= LAST_LINE * width:
                lines = tried
                break
    tag = _tag(runs, lines, style)
    return [Row(style.leading, tuple(_marks(book, line, style, x, tag))) for line in lines]


def natural_width(book: FontBook, text: str, style: Style) -> float:
    """How wide `text` would be, in points, on one line."""
    return sum(_end(line) for line in _Setter(book, style, float("inf")).lines([Run(text)]))


def fitted(book: FontBook, text: str, style: Style, x: float, width: float) -> Row:
    """`text` on one line, or as many of its first words as fit on it with an ellipsis after them."""
    words = text.split()
    # However long the text is: no word and its space are narrower than half a letter's height.
    few = words[: int(2 * width / style.size) + 1]
    made = rows(book, text if few == words else " ".join(few) + "…", style, x, width)
    while len(made) > 1 and len(few) > 1:
        few.pop()
        made = rows(book, " ".join(few) + "…", style, x, width)
    return made[0] if made else Row(style.leading)


def marks_on(book: FontBook, text: str, style: Style, x: float, drop: float) -> tuple[Mark, ...]:
    """`text` on one line with its baseline at `drop`, however wide."""
    at = replace(style, rise=style.leading - drop)
    runs = [Run(text)]
    lines = _Setter(book, at, float("inf")).lines(runs)
    tag = _tag(runs, lines, style)
    return tuple(mark for line in lines for mark in _marks(book, line, at, x, tag))


def _end(line: list[_Fragment]) -> float:
    return max(fragment.x + fragment.width for fragment in line)


def _tag(runs: Iterable[Run], lines: Iterable[Iterable[_Fragment]], style: Style) -> Tag:
    """What the text is, and, where a word of it is drawn from its end or a rule stands for one, what it says."""
    if any(fragment.leftward or fragment.run.blank for line in lines for fragment in line):
        return Tag(style.role, "".join("(blank)" if run.blank else run.text for run in runs))
    return Tag(style.role)


def _marks(book: FontBook, line: list[_Fragment], style: Style, x: float, tag: Tag) -> Iterator[Mark]:
    for fragment in _joined(line, apart=bool(style.spacing)):
        left, right = x + fragment.x, x + fragment.x + fragment.width
        if fragment.text:
            tracking = 0.0 if fragment.leftward else style.tracking * style.size
            yield Glyphs(
                left, style.drop, fragment.text, fragment.font, style.size, style.grey, tracking, tag,
                book.moves(fragment.text, fragment.font),
            )  # fmt: skip
        if fragment.run.blank:
            yield Stroke(left, right, style.drop + 2.5, 0.6)
        elif fragment.run.underline:
            yield Stroke(left, right, style.drop + 1.8, 0.6)
        if fragment.run.anchor:
            yield Anchor(fragment.run.anchor)
        if fragment.run.target:
            yield Link(left, right, fragment.run.target, fragment.run.web)


def _joined(line: Iterable[_Fragment], *, apart: bool) -> list[_Fragment]:
    """The line with fragments alike joined into one, so that a line in one font is one drawing operation.

    A space goes with what stands before it, as a letter, for whoever copies or searches the text. Words that stand
    further apart than a space's own width are not joined.
    """
    made: list[_Fragment] = []
    for fragment in line:
        last = made[-1] if made else None
        space = " " if fragment.gap and last and last.text else ""
        alike = last and last.run is fragment.run and last.font == fragment.font and fragment.text
        widened = apart and (space or (last and last.text.endswith(_FIXED)))
        if last and alike and not (last.leftward or fragment.leftward or widened):
            last.text += space + fragment.text
            last.width = fragment.x + fragment.width - last.x
            continue
        if last and not last.leftward:
            last.text += space
        made.append(fragment)
    return made
