"""Text as it can be drawn letter by letter: plain white space, Arabic letters joined, right-to-left reordered."""

from __future__ import annotations

import re
import unicodedata
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
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """`text` composed (NFC), each run of white space one space, no control or zero-width characters.

    A non-breaking space stays one, and a space at either end stays: it may stand between two runs of a sentence.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_FIXED_SPACES))
        text = "".join(letter for letter in text if not _is_ignorable(letter))
    return _SPACE.sub(" ", _UNPRINTED.sub(" ", text))


def visual(text: str) -> str:
    """`text` with its right-to-left stretches shaped, reordered and held together by non-breaking spaces.

    Such a stretch is meant to be a name or a phrase: a longer one than a line comes out with its lines swapped.
    """
    if text.isascii():
        return text
    return _RTL.sub(lambda found: _shaped(found.group()), text).replace(_NON_JOINER, "")


def is_unshaped(text: str) -> bool:
    """Whether `text` has letters of a script whose joined forms are not drawn."""
    return not text.isascii() and _INDIC.search(text) is not None


@lru_cache(maxsize=1024)
def _shaped(text: str) -> str:
    # Both are wanted by the rare name in its own script only, so that most quizzes never load them.
    from arabic_reshaper import reshape
    from bidi import get_display

    shown = str(get_display(reshape(text), base_dir="R"))
    return "".join(map(_standing_alone, shown)).replace(" ", "\xa0")


@lru_cache(maxsize=1024)
def _standing_alone(letter: str) -> str:
    """The plain letter for an isolated form: the two look alike, and fonts tend to have the plain one alone."""
    kind, *letters = unicodedata.decomposition(letter).split() or [""]
    return chr(int(letters[0], 16)) if kind == "<isolated>" and len(letters) == 1 else letter


@lru_cache(maxsize=4096)
def _is_ignorable(letter: str) -> bool:
    return letter not in _KEPT and (unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f")
