"""Which font sets which letters: the main family, then the fonts that stand in for it, and what none of them has.

The main family is the user's own font, or Andika for readers with dyslexia, or else FiraGO. FiraGO (SIL Open Font
License, from the package `pymupdf-fonts`) has real regular, bold, italic and bold italic faces with Latin, Greek,
Cyrillic, Vietnamese, Arabic, Hebrew, Thai and Georgian letters. Andika (the same licence, beside this module) was
drawn for those who learn to read: no two of its letters look alike.

What the main family lacks is looked for in FiraGO, then in Noto Sans, then in the reader's own Chinese, Japanese and
Korean fonts, which a PDF may name without embedding them: such fonts are too large to ship, so the warnings say where
they are used. A letter that none of them has is drawn as a box and named in the warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import TypeVar

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from uharfbuzz import Buffer, shape

from quizgen.export.pdf.faces import FIRA, NOTO, Face, andika, embedded, own_faces, register_reader
from quizgen.export.pdf.scripts import is_unshaped, plain, tied

Piece = tuple[str, str]
# How a letter is moved, in shares of its size: what is added to its width, and how far right and up it is put itself.
Move = tuple[float, float, float]
Known = TypeVar("Known")
Found = TypeVar("Found")
REPLACEMENT = "▯"
# How many words are remembered with their widths; a language's common ones are far fewer.
REMEMBERED = 2048
# The fonts that readers know for each script, and the codec that knows which letters such a font has. A word with
# kana is Japanese, and its Chinese characters are set in the Japanese font too.
_CHINESE, _KOREAN, _JAPANESE = (
    ("STSong-Light", "gbk"),
    ("HYGothic-Medium", "euc_kr"),
    ("HeiseiKakuGo-W5", "euc_jp"),
)
_KANA = re.compile("[\u3041-\u30ff]")
_WIDE = 0x2E80
_PLACES_NAMED = 3
_WORDS = re.compile(" +|[^ ]+")
# Less than a hundredth of the size is not seen in running text, and would have to be written for every other letter.
LEAST_KERN = 0.01
_STAYS: Move = (0.0, 0.0, 0.0)
_FEATURES = {"kern": True, "mark": True, "liga": False, "clig": False, "calt": False, "ccmp": False}


class _Recent(dict[Known, Found]):
    """What was looked up of late: once it holds many entries, it begins anew."""

    def __setitem__(self, known: Known, found: Found) -> None:
        if len(self) >= REMEMBERED:
            self.clear()
        super().__setitem__(known, found)


class FontBook:
    """The fonts of one document, and a record of the letters that they could not set.

    `place` says where the text that is being set stands ("question 3"); the warnings name it. `own` is the user's
    TrueType file, with the other faces of its family beside it or FiraGO's in their place; `legible` makes Andika the
    main family. Raises QuizgenError if the user's font cannot be used.
    """

    def __init__(self, own: Path | None = None, *, legible: bool = False) -> None:
        self.place = ""
        self._chosen = (own_faces(own) if own else {}, andika() if legible else {})
        self._missing: dict[str, dict[str, None]] = {}
        self._reader_set: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        self._unshaped: dict[str, None] = {}
        self._pieces = _Recent[tuple[str, Face], tuple[Piece, ...]]()
        self._widths = _Recent[Piece, float]()
        self._moves = _Recent[Piece, tuple[Move, ...]]()

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Within the block another text is being set, which stands at `place`."""
        before, self.place = self.place, place
        yield
        self.place = before

    def face(self, face: Face) -> str:
        """The registered name of the main family's `face`."""
        return next(self._fonts(face))

    def prepare(self, text: str) -> str:
        """`text` ready to be broken into lines; what cannot be drawn as it should is noted for the warnings."""
        text = tied(plain(text))
        if is_unshaped(text):
            self._unshaped[self.place] = None
        return text

    def pieces(self, word: str, face: Face) -> tuple[Piece, ...]:
        """The prepared `word` as (letters, font name) pairs: in one font wherever one has all its letters."""
        known = self._pieces.get((word, face))
        if known is None:
            known = tuple(self._find(word, face))
            # What could not be set is looked up anew each time, so that every place of it is told.
            embeds = all(font.startswith("quizgen-") for _, font in known)
            if embeds and self._missing.keys().isdisjoint(word):
                self._pieces[word, face] = known
        return known

    def width(self, text: str, font: str, size: float) -> float:
        """How wide `text` is in points, its pairs of letters kerned."""
        unit = self._widths.get((text, font))
        if unit is None:
            unit = pdfmetrics.stringWidth(text, font, 1) + sum(advance for advance, _, _ in self.moves(text, font))
            self._widths[text, font] = unit
        return unit * size

    def moves(self, text: str, font: str) -> tuple[Move, ...]:
        """How the font moves the letters of `text`; empty where it moves none."""
        found = tuple(chain.from_iterable(self._word_moves(word, font) for word in _WORDS.findall(text)))
        return found if any(move is not _STAYS for move in found) else ()

    def _word_moves(self, word: str, font: str) -> tuple[Move, ...]:
        known = self._moves.get((word, font))
        if known is None:
            known = self._moves[word, font] = _moved(word, font)
        return known

    def warnings(self) -> tuple[str, ...]:
        """One sentence for each letter that no font has, and one for each kind of setting that needs a look."""
        found = [
            f"No font has {_named(letter)}; it is drawn as {REPLACEMENT} in {_listed(places)}."
            for letter, places in self._missing.items()
        ]
        found += [
            f"“{''.join(letters)}” in {_listed(places)} is left to the reader's own {font}, "
            "which is not embedded: check that it shows and prints, or give a font that has it."
            for font, (letters, places) in self._reader_set.items()
        ]
        if self._unshaped:
            found.append(
                f"An Indic script in {_listed(self._unshaped)} is set letter by letter, without joined forms."
            )
        return tuple(found)

    def _find(self, word: str, face: Face) -> Iterator[Piece]:
        for font in self._fonts(face):
            if _has_all(font, word):
                yield word, font
                return
        readers = (_JAPANESE, _CHINESE, _KOREAN) if _KANA.search(word) else (_CHINESE, _JAPANESE, _KOREAN)
        for font, letters in groupby(word, key=lambda letter: self._font_of(letter, face, readers)):
            run = "".join(letters)
            yield (run, font) if font else (REPLACEMENT * len(run), embedded(FIRA[face]))

    def _font_of(self, letter: str, face: Face, readers: Sequence[tuple[str, str]]) -> str:
        for font in self._fonts(face):
            if _has_all(font, letter):
                return font
        if ord(letter) >= _WIDE:
            for font, codec in readers:
                if _encodes(letter, codec):
                    letters, places = self._reader_set.setdefault(register_reader(font), ({}, {}))
                    letters[letter] = places[self.place] = None
                    return font
        self._missing.setdefault(letter, {})[self.place] = None
        return ""

    def _fonts(self, face: Face) -> Iterator[str]:
        """The embedded fonts for a face, the first choice first."""
        yield from (faces[face] for faces in self._chosen if face in faces)
        yield embedded(FIRA[face])
        yield from (faces["regular"] for faces in self._chosen if faces and face not in faces)
        yield embedded(NOTO[face])


def _has_all(font: str, word: str) -> bool:
    glyphs = pdfmetrics.getFont(font).face.charToGlyph
    return all(ord(letter) in glyphs for letter in word)


def _moved(word: str, font: str) -> tuple[Move, ...]:
    """How the font kerns the letters of one word and where it puts marks; nothing for fonts that are not embedded."""
    stays = (_STAYS,) * len(word)
    made = pdfmetrics.getFont(font)
    if len(word) < 2 or not isinstance(made, TTFont):
        return stays
    buffer = _buffer(word)
    if buffer.direction == "rtl":
        # A right-to-left word stands here as it is drawn; the shaper wants it as it is read, and turns it round.
        buffer = _buffer(word[::-1])
    shape(made.hbFont(), buffer, _FEATURES)
    if len(buffer.glyph_positions) != len(word):
        return stays
    scale = 1 / made.face.unitsPerEm
    widths = (made.face.charWidths.get(ord(letter), made.face.defaultWidth) / 1000 for letter in word)
    return tuple(
        _move(place.x_advance * scale - width, place.x_offset * scale, place.y_offset * scale)
        for place, width in zip(buffer.glyph_positions, widths, strict=True)
    )


def _buffer(word: str) -> Buffer:
    buffer = Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    return buffer


def _move(advance: float, right: float, up: float) -> Move:
    advance = advance if abs(advance) >= LEAST_KERN else 0.0
    return (round(advance, 4), round(right, 4), round(up, 4)) if advance or right or up else _STAYS


def _encodes(letter: str, codec: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return ord(letter) <= 0xFFFF


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "")
    shown = f"“{letter}” " if letter.isprintable() else ""
    return f"{shown}(U+{ord(letter):04X}{' ' + name if name else ''})"


def _listed(places: dict[str, None]) -> str:
    names = list(places)
    more = len(names) - _PLACES_NAMED
    return ", ".join(names[:_PLACES_NAMED]) + (f" and {more} more" if more > 0 else "")
