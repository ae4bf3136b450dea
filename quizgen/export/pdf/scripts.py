"""Text as it can be drawn letter by letter: plain white space, right-to-left words found, joined and turned round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_RTL_LETTER = "\u0590-\u07bf\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# A right-to-left stretch reaches from its first strong letter to its last; what stands between belongs to it.
_RTL = re.compile(rf"[{_RTL_LETTER}]+(?:[^\w<>]*[{_RTL_LETTER}]+|[^\w<>]*\d+(?=[^\w<>]*[{_RTL_LETTER}]))*")
_INDIC = re.compile("[\u0900-\u0dff]")
_FIXED_SPACES = str.maketrans({"\u202f": "\xa0", "\u2007": "\xa0", "\u2060": None, "\ufeff": None})
_NON_JOINER = "\u200c"
# Format characters that stay: Arabic number signs have ink, and a non-joiner is wanted until letters are joined.
_KEPT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2" + _NON_JOINER
_SPACE = re.compile(r"[^\S\xa0]+")
# A number stays on the line of its month or its measure, and a point between two parts on that of the first.
_TIED = re.compile(
    r" (?=· )|(?<=\d) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|hundred|thousand|million|billion|trillion|per cent|percent)\b)"
)
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """`text` composed (NFC), each run of white space one space, no control or zero-width characters.

    A non-breaking space stays one, and a space at either end stays: it may stand between two runs of a sentence.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_FIXED_SPACES))
        text = "".join(letter for letter in text if not _is_ignorable(letter))
    return _SPACE.sub(" ", _UNPRINTED.sub(" ", text))


def tied(text: str) -> str:
    """`text` with non-breaking spaces between a number and its month or measure, and before a point between parts."""
    return _TIED.sub("\xa0", text)


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in stretches that run one way each, and whether that is from right to left."""
    at = 0
    for found in () if text.isascii() else _RTL.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def is_unshaped(text: str) -> bool:
    """Whether `text` has letters of a script whose joined forms are not drawn."""
    return not text.isascii() and _INDIC.search(text) is not None


@lru_cache(maxsize=1024)
def shaped(word: str) -> str:
    """A word of a right-to-left script as it is drawn from left to right, its letters joined."""
    # Both are wanted by the rare name in its own script only, so that most quizzes never load them.
    from arabic_reshaper import ArabicReshaper
    from bidi import get_display

    joined = ArabicReshaper({"delete_harakat": False}).reshape(word)
    shown = str(get_display(joined, base_dir="R"))
    return "".join(map(_standing_alone, shown)).replace(_NON_JOINER, "")


@lru_cache(maxsize=1024)
def _standing_alone(letter: str) -> str:
    """The plain letter for an isolated form: the two look alike, and fonts tend to have the plain one alone."""
    kind, *letters = unicodedata.decomposition(letter).split() or [""]
    return chr(int(letters[0], 16)) if kind == "<isolated>" and len(letters) == 1 else letter


@lru_cache(maxsize=4096)
def _is_ignorable(letter: str) -> bool:
    return letter not in _KEPT and (unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f")
