"""Runs of text into lines of marks: a ragged-right setter with exact baselines.

reportlab's own paragraphs place the first baseline by the ascent of whichever fonts the line holds, so that a
letter from a stand-in font moves its line off the grid, and they read mark-up, so that an article's `<b>` must be
escaped. Here text is only ever text, and every baseline is where the style says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quizgen.export.pdf.fonts import Face, FontBook
from quizgen.export.pdf.marks import Anchor, Glyphs, Link, Mark, Row, Stroke

# A line may also break after a dash or hyphen between words: "Secretary-|General", not "al-Muhandis" or "4-5".
_WORD = re.compile(r" +|[^ ]*?[^\W\d]{3}[-–—](?=[^\W\d]{3})|[^ ]+")

# A last line shorter than this share of the measure looks like a leftover: the text is then set a little narrower,
# as long as that costs no further line.
LAST_LINE = 0.2
NARROWER = (0.95, 0.9, 0.85, 0.8)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: `size` and `leading` in points, the baseline `rise` points above the foot of its row."""

    size: float
    leading: float
    face: Face = "regular"
    grey: float = 0.0
    rise: float = 4.5

    @property
    def drop(self) -> float:
        """Where the baseline stands, from the top of the row."""
        return self.leading - self.rise


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
    """Letters in one font (or a blank), placed `x` points from the start of their line."""

    run: Run
    text: str
    font: str
    width: float
    x: float = 0.0


@dataclass(slots=True)
class _Word:
    """Fragments that no line end may part; `spaced` where a space stands before it."""

    spaced: bool
    fragments: list[_Fragment] = field(default_factory=list)

    @property
    def width(self) -> float:
        return sum(fragment.width for fragment in self.fragments)


def rows(book: FontBook, text: str | Iterable[Run], style: Style, x: float, width: float) -> list[Row]:
    """`text` in lines of at most `width` points, a row each; a word wider than that is cut between letters."""
    runs = [Run(text)] if isinstance(text, str) else list(text)
    lines = _broken(book, runs, style, width)
    if len(lines) > 1 and _end(lines[-1]) < LAST_LINE * width:
        for share in NARROWER:
            tried = _broken(book, runs, style, width * share)
            if len(tried) > len(lines):
                break
            if _end(tried[-1]) >= LAST_LINE * width:
                lines = tried
                break
    return [Row(style.leading, tuple(_marks(line, style, x))) for line in lines]


def natural_width(book: FontBook, text: str, style: Style) -> float:
    """How wide `text` would be, in points, on one line."""
    pieces = book.pieces(book.prepare(text), style.face)
    return sum(book.width(letters, font, style.size) for letters, font in pieces)


def fitted(book: FontBook, text: str, style: Style, width: float) -> str:
    """`text`, or as many of its first words as fit in `width` with an ellipsis after them."""
    words = book.prepare(text).split(" ")
    full = len(words)
    while len(words) > 1 and natural_width(book, " ".join(words) + "…", style) > width:
        words.pop()
    shown = " ".join(words) + ("…" if len(words) < full else "")
    while natural_width(book, shown, style) > width and len(shown) > 1:
        shown = shown[:-2] + "…"
    return shown


def _broken(book: FontBook, runs: Iterable[Run], style: Style, width: float) -> list[list[_Fragment]]:
    return list(_lines(book, _words(book, runs, style, width), style, width))


def _end(line: list[_Fragment]) -> float:
    return line[-1].x + line[-1].width


def _words(book: FontBook, runs: Iterable[Run], style: Style, width: float) -> Iterator[_Word]:
    word = _Word(spaced=False)
    for run in runs:
        if run.blank or run.anchor:
            word.fragments.append(_Fragment(run, "", "", min(run.blank, width)))
        for token in _WORD.findall(book.prepare(run.text)):
            if token[0] == " ":
                if word.fragments:
                    yield word
                word = _Word(spaced=True)
                continue
            for text, font in book.pieces(token, run.face or style.face):
                word.fragments.append(_Fragment(run, text, font, book.width(text, font, style.size)))
            if token[-1] in "-–—":
                yield word
                word = _Word(spaced=False)
    if word.fragments:
        yield word


def _lines(book: FontBook, words: Iterable[_Word], style: Style, width: float) -> Iterator[list[_Fragment]]:
    line: list[_Fragment] = []
    end = 0.0
    for whole in words:
        for word in _cut(book, whole, style, width):
            # The space is drawn in the font of what stands before it; behind a blank it is drawn by nothing.
            font = (line and line[-1].font) or book.face(style.face)
            gap = book.width(" ", font, style.size) if word.spaced and line else 0.0
            if line and end + gap + word.width > width:
                yield line
                line, end, gap = [], 0.0, 0.0
            end = _append(line, word, end, gap)
    if line:
        yield line


def _append(line: list[_Fragment], word: _Word, end: float, gap: float) -> float:
    """Put `word` on the line and return where the line now ends.

    Fragments alike are joined, so that a line in one font is one drawing operation; the space goes with them, as a
    letter, for whoever copies or searches the text.
    """
    space = " " if gap else ""
    end += gap
    for fragment in word.fragments:
        last = line[-1] if line else None
        if last and last.run is fragment.run and last.font == fragment.font and fragment.text:
            last.text += space + fragment.text
            last.width = end + fragment.width - last.x
        else:
            if space and last and last.text:
                last.text += space
            fragment.x = end
            line.append(fragment)
        end += fragment.width
        space = ""
    return end


def _cut(book: FontBook, word: _Word, style: Style, width: float) -> Iterator[_Word]:
    """The word itself, or, if it is wider than a line, its pieces."""
    if word.width <= width:
        yield word
        return
    part, taken = _Word(word.spaced), 0.0
    for fragment in word.fragments:
        for letter in fragment.text or [""]:
            step = book.width(letter, fragment.font, style.size) if letter else fragment.width
            if part.fragments and taken + step > width:
                yield part
                part, taken = _Word(spaced=False), 0.0
            last = part.fragments[-1] if part.fragments else None
            if last and last.run is fragment.run and last.font == fragment.font and letter:
                last.text += letter
                last.width += step
            else:
                part.fragments.append(_Fragment(fragment.run, letter, fragment.font, step))
            taken += step
    yield part


def _marks(line: list[_Fragment], style: Style, x: float) -> Iterator[Mark]:
    for fragment in line:
        left, right = x + fragment.x, x + fragment.x + fragment.width
        if fragment.text:
            yield Glyphs(left, style.drop, fragment.text, fragment.font, style.size, style.grey)
        if fragment.run.blank:
            yield Stroke(left, right, style.drop + 2.5, 0.6)
        elif fragment.run.underline:
            yield Stroke(left, right, style.drop + 1.8, 0.6)
        if fragment.run.anchor:
            yield Anchor(fragment.run.anchor)
        if fragment.run.target:
            yield Link(left, right, fragment.run.target, fragment.run.web)
