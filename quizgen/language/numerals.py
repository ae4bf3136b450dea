"""Numerals: the letters that write one number in English, and the number that they write.

`NUMERAL` is a regular expression (no groups, case-insensitive where used); `value_of` reads what it matched.
Nothing is guessed: letters that write no single number have no value.
"""

from __future__ import annotations

import re

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: n for n, word in enumerate(UNITS)} | {word: 10 * n for n, word in enumerate(TENS, start=2)}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SUFFIXES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINAL_TENS = [word[:-1] + "ieth" for word in TENS]
ORDINALS = {word: n for n, word in enumerate(ORDINAL_UNITS)} | {
    word: 10 * n for n, word in enumerate(ORDINAL_TENS, start=2)
}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[½¼¾⅓⅔]?"
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_ATOM = rf"(?:(?:{'|'.join(TENS)})[ -](?:{'|'.join(UNITS[1:10])})\b|(?:{_SMALL})\b)"
_AFTER_SCALE = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))"
_LONG = r"hundred|thousand|lakh|million|crore|billion|trillion"
WORDS = rf"(?:\b(?:{_ATOM}|(?:{_SCALE})\b)(?:[ -](?:{_SCALE})\b|{_AFTER_SCALE}(?: and)? {_ATOM})*)"
NUMERAL = (
    rf"(?:half a (?:{_SCALE})\b|(?:a )?couple (?:of )?(?:dozen|{_LONG})\b"
    rf"|an? (?:half )?(?:{_SCALE})\b(?: and (?:{_SMALL})\b)?"
    rf"|(?:{DIGITS}|{WORDS}) and a half(?: (?:{_LONG})\b)?"
    rf"|{DIGITS}(?:(?:[ -]?(?:{_LONG})\b)+| dozen\b|(?:k|mn|mln|m|bn|bln|b|tn|trn)\b)?|{WORDS})"
)

_PLAIN = re.compile(rf"({DIGITS})\s*-?\s*([a-z ]*)")


def value_of(text: str) -> float | None:
    """The number that `text` writes ("Fourteen", "1.5 million", "two and a half", "3.5bn"), or None."""
    text = text.lower().strip()
    if found := _PLAIN.fullmatch(text):
        return _scaled(_digits(found[1]), found[2].replace("-", " ").split())
    if found := re.fullmatch(r"(?:a )?couple (?:of )?(\w+)", text):
        return 2.0 * SCALES[found[1]] if found[1] in SCALES else None
    text = re.sub(r"^half an? ", "half ", text)
    return _words(text.replace("-", " ").split())


def ordinal_of(text: str) -> int | None:
    """The place in a row that `text` writes ("third", "21st", "twenty-first"), or None."""
    text = text.lower()
    if found := re.fullmatch(r"(\d[\d,]*)(?:st|nd|rd|th)", text):
        return int(found[1].replace(",", ""))
    tens, _, unit = text.replace(" ", "-").partition("-")
    if not unit:
        return ORDINALS.get(tens)
    return SMALL[tens] + ORDINALS[unit] if tens in TENS and 0 < ORDINALS.get(unit, 0) < 10 else None


def _digits(text: str) -> float:
    part = GLYPHS.get(text[-1], 0.0)
    return float((text[:-1] if part else text).replace(",", "")) + part


def _scaled(number: float, words: list[str]) -> float | None:
    if words[:3] == ["and", "a", "half"]:
        number, words = number + 0.5, words[3:]
    for word in words:
        scale = SCALES.get(word) or SUFFIXES.get(word)
        if scale is None:
            return None
        number = round(number * scale, 6)
    return number


def _words(words: list[str]) -> float | None:
    """Read number words from the left: small words add up, a scale multiplies what stands before it."""
    total, group, previous = 0.0, None, 10.0**15
    room = 10**15  # what the next small word must be smaller than ("twenty one", never "one twenty")
    for i, word in enumerate(words):
        if word in {"a", "an"} and i == 0:
            group = 1.0
        elif word in {"and", "a"} and i:
            continue
        elif word == "half":
            group = (group if i and group and words[0] != "a" else 0.0) + 0.5
        elif word in SMALL and SMALL[word] < room:
            group = (group or 0.0) + SMALL[word]
            room = 10 if SMALL[word] >= 20 else 0
        elif word in SCALES and (group is None or group > 0):
            scale = SCALES[word]
            group = (group or 1.0) * scale
            room = scale
            if scale >= 1000:
                if scale >= previous:
                    return None
                total, group, previous = total + group, None, scale
        else:
            return None
    return total + (group or 0.0) if words else None
