"""Bytes into text, unchanged: UTF-8 as it is, another encoding with a warning, anything else as an error.

Offsets are Python string indices into the decoded file, the same as into
`open(path, encoding="utf-8", newline="").read()`: line ends stay as they are, and so does a byte order mark, which
no block covers. A file in another encoding is decoded whole, and offsets point into that.
"""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Callable
from pathlib import Path

from charset_normalizer import from_bytes

from quizgen.errors import EmptyArticle, NotText, ReadingError, TooLarge

MAX_BYTES = 4_000_000
"""The largest file that is read, in bytes: some 600,000 words, a hundred times a very long article."""
MAX_LINE = 200_000
"""The longest line, in characters: some 30,000 words; a whole long article may stand in one line."""

# What English articles are saved in besides UTF-8, likeliest first: a guess among a hundred is a bad guess.
_ENCODINGS = [
    "cp1252",
    "mac_roman",
    "cp1250",
    "cp1254",
    "iso8859_15",
    "cp1251",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
]
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 30_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.02
_LINE_END = re.compile(r"[\n\r\v\f\u2028\u2029]")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x1f]+")
_SAVE_AS_TEXT = "save the article as plain text in UTF-8"


def load(path: Path, warn: Callable[[str], None]) -> str:
    """The text of a file, letter for letter as it was decoded.

    Args:
        path: The file.
        warn: Told, in one sentence, when the file is not UTF-8 and its encoding was guessed.

    Raises:
        ReadingError: There is no such file, or it cannot be opened.
        TooLarge: More than `MAX_BYTES`, or a line of more than `MAX_LINE`.
        NotText: Binary, or in no encoding that can be told.
        EmptyArticle: Nothing but white space.
    """
    text = _decoded(path, _bytes(path), warn)
    if not _INVISIBLE.sub("", text):
        raise EmptyArticle(path, "there is no text in it", "put the article's text into it")
    longest = max(map(len, _LINE_END.split(text)))
    if longest > MAX_LINE:
        reason = f"it has a line of {longest:,} characters, and a line of an article has at most {MAX_LINE:,}"
        raise TooLarge(path, reason, "keep only the article's text, with a line end after each paragraph")
    return text


def _bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than `MAX_BYTES`; only a regular file, for a pipe might never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadingError(path, "it is not a file", "name a text file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadingError(path, "there is no such file", "check how it is spelled") from None
    except (OSError, ValueError) as error:
        reason = f"it cannot be opened ({getattr(error, 'strerror', None) or error})"
        raise ReadingError(path, reason, "check its name and whether you may read it") from None
    if len(data) > MAX_BYTES:
        reason = f"it is larger than {MAX_BYTES // 1_000_000} MB, and no news article is"
        raise TooLarge(path, reason, "give each article a file of its own")
    return data


def _decoded(path: Path, data: bytes, warn: Callable[[str], None]) -> str:
    encoding = next((name for mark, name in _WIDE_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text, encoding = _guessed(path, data, error)
    if "\0" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise NotText(path, "it is a binary file, not text", _SAVE_AS_TEXT)
    if encoding != "utf-8":
        warn(f"{path}: read as {encoding}, for it is not UTF-8; save it as UTF-8 if letters look wrong.")
    return text


def _guessed(path: Path, data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """The text and the encoding that charset-normalizer thinks likeliest, if it finds one at all likely."""
    if b"\0" in data:
        raise NotText(path, "it is a binary file, not text", _SAVE_AS_TEXT)
    if _is_damaged_utf8(data):
        # Read in another encoding, every curly quote of it would come out as three odd letters.
        reason = f"it is UTF-8 but for byte {error.start + 1:,} (0x{data[error.start]:02x})"
        raise NotText(path, reason, "mend that letter or save the file anew as UTF-8")
    # Only lines with other letters than ASCII tell encodings apart; a few pages of them are enough.
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    best = from_bytes(telling, cp_isolation=_ENCODINGS).best()
    if best is None:
        raise NotText(path, "it is in no encoding that can be told", _SAVE_AS_TEXT)
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise NotText(path, "it is in no encoding that can be told", _SAVE_AS_TEXT) from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is good UTF-8, which no other encoding brings about by chance."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(letter > "\x7f" for letter in text) - bad
    return good > 2 * bad
