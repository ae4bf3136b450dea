"""Numbers and dates near a given one, in the same form: as round, with the same hedge, written the same way."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split()
)
MONTHS = "January February March April May June July August September October November December".split()
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FACTORS = (0.4, 0.5, 0.6, 0.75, 1.25, 1.5, 1.8, 2.0, 2.5)
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def near_numbers(text: str, dice: random.Random) -> list[str]:
    """Texts with other numbers in the place of the one number of `text`; none where it holds none, or several."""
    found = NUMBER.findall(text)
    if len(found) == 1:
        others = _near(found[0], dice)
        return [text.replace(found[0], other, 1) for other in others]
    words = [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in WORDS]
    if found or len(words) != 1:
        return []
    return [text.replace(words[0], other, 1) for other in _near_words(words[0], dice)]


def _near(number: str, dice: random.Random) -> list[str]:
    """Three numbers of about the same size and roundness."""
    value = float(number.replace(",", ""))
    decimals = len(number.partition(".")[2])
    digits = number.replace(",", "").partition(".")[0]
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) if not decimals else 10**-decimals
    found: list[float] = []
    for factor in dice.sample(FACTORS, len(FACTORS)):
        other = max(step, round(value * factor / step) * step)
        if other == value or other in found:
            other = value + step * (len(found) + 1)
        if other not in found and other != value:
            found.append(other)
    return [_written(other, number, decimals) for other in found[:3]]


def _written(value: float, like: str, decimals: int) -> str:
    separator = "," if "," in like or ("," not in like and value >= 10000 and "," in f"{value:,.0f}") else ""
    return f"{value:{separator}.{decimals}f}"


def _near_words(word: str, dice: random.Random) -> list[str]:
    value = WORDS.index(word.lower())
    near = [n for n in range(max(1, value - 4), min(len(WORDS) - 1, value + 4) + 1) if n != value]
    others = [WORDS[n] for n in sorted(dice.sample(near, 3))]
    return [other.capitalize() if word[0].isupper() else other for other in others]


def near_dates(text: str, dice: random.Random) -> list[str]:
    """Other dates in the same form: another month, another year near by, never both unless there is but one."""
    found = list(dict.fromkeys(_shifted(text, dice)))
    return [other for other in found if other != text][:3]


def _shifted(text: str, dice: random.Random) -> Iterator[str]:
    month = next((name for name in MONTHS if name in text), None)
    year = YEAR.search(text)
    if month is not None:
        index = MONTHS.index(month)
        for shift in dice.sample((-4, -3, -2, -1, 1, 2, 3, 4), 3):
            yield text.replace(month, MONTHS[(index + shift) % 12], 1)
    elif year is not None:
        for shift in dice.sample((-4, -3, -2, -1, 1, 2, 3), 3):
            yield text.replace(year[1], str(int(year[1]) + shift), 1)
