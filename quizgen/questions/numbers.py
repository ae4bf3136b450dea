"""Numbers and dates near a given one, in the same form: as round, with the same hedge, written the same way."""

from __future__ import annotations

import math
import random
import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from quizgen.language.days import MONTHS, WEEKDAYS, YEAR

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split()
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
IN_TEXT = re.compile(rf"\b({YEAR})\b")
DAY = re.compile(r"\b(\d{1,2})\b")
OFFERED = 3  # wrong options
SHARE = re.compile(r"%|per ?cent|percentage")


def near_numbers(text: str, dice: random.Random) -> list[str]:
    """Texts with other numbers in the place of the one number of `text`; none where it holds none, or several."""
    found = NUMBER.findall(text)
    if re.match(r"(?:an? |one |1 )[a-z]", text, re.IGNORECASE):
        return []  # "one year": another number would need another noun
    if len(found) == 1:
        most = 100.0 if SHARE.search(text) and _value(found[0]) <= 100 else math.inf
        others = _near(_value(found[0]), _step(found[0]), most, dice)
        return [text.replace(found[0], _written(other, found[0]), 1) for other in others]
    words = [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in WORDS]
    if found or len(words) != 1:
        return []
    value = WORDS.index(words[0].lower())
    others = _near(float(value), 1.0, len(WORDS) - 1.0, dice, least=1.0 if words[0] == text else 2.0)
    said = [WORDS[int(other)] for other in others]
    return [text.replace(words[0], w.capitalize() if words[0][0].isupper() else w, 1) for w in said]


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _step(number: str) -> float:
    """The distance between options: a number as round as the given one, and about a fifth of it or less."""
    whole, _, decimals = number.replace(",", "").partition(".")
    if decimals:
        return math.pow(10, -len(decimals)) * max(1, round(_value(number) * math.pow(10, len(decimals)) / 6))
    roundness = 10 ** (len(whole) - len(whole.rstrip("0"))) if int(whole) else 1
    if roundness * 4 > int(whole) and roundness > 1:
        return roundness / (5 if int(whole) == roundness else 2)
    return roundness * max(1.0, float(round(int(whole) / roundness / 6)))


def _near(value: float, step: float, most: float, dice: random.Random, *, least: float = 0.0) -> list[float]:
    """Three numbers around a value, a step or more apart; how many of them are lower is left to the dice."""
    lower = [value - step * i for i in range(1, OFFERED + 1) if value - step * i > 0 and value - step * i >= least]
    higher = [value + step * i for i in range(1, OFFERED + 1) if value + step * i <= most]
    below = dice.randint(max(0, OFFERED - len(higher)), min(OFFERED, len(lower)))
    return sorted([*lower[:below], *higher[: OFFERED - below]])


def _written(value: float, like: str) -> str:
    decimals = len(like.partition(".")[2])
    separator = "," if "," in like or value >= 10_000 else ""
    return f"{value:{separator}.{decimals}f}"


def near_dates(text: str, dice: random.Random, known: str = "", latest: date | None = None) -> list[str]:
    """Other dates in the same form, months or years away, none of them later than `latest`.

    `known` is the date in full, as far as it is known ("2021-02-15"), where `text` leaves out the year.
    """
    month = next((name for name in MONTHS if re.search(rf"\b{name}\b", text)), None)
    years = IN_TEXT.findall(text)
    if len(years) > 1 or any(day in text for day in WEEKDAYS) or sum(name in text for name in MONTHS) > 1:
        return []
    if month is not None:
        return _other_months(text, month, years[0] if years else "", known, latest, dice)
    if not years:
        return []
    year = int(years[0])
    last = latest.year if latest is not None and year <= latest.year else year + OFFERED
    others = _near(float(year), 1.0, float(last), dice)
    return [text.replace(years[0], f"{other:.0f}", 1) for other in others]


def _other_months(text: str, month: str, year: str, known: str, latest: date | None, dice: random.Random) -> list[str]:
    """The date in other months near by; the year goes along, and a date without one stays in its year."""
    index = MONTHS.index(month)
    said = int(year or known[:4] or 0)
    day = DAY.search(text.replace(year, "") if year else text)
    found = []
    for shift in dice.sample(range(-5, 6), 11):
        then, moved = divmod(index + shift, 12)
        is_valid = shift != 0 and (bool(year) or then == 0)
        if day is not None and said:
            is_valid = is_valid and int(day[1]) <= monthrange(said + then, moved + 1)[1]
        if latest is not None and said and (said, index + 1) <= (latest.year, latest.month):
            is_valid = is_valid and (said + then, moved + 1) <= (latest.year, latest.month)
        if is_valid:
            other = text.replace(month, MONTHS[moved], 1)
            found.append((said + then, moved, other.replace(year, str(said + then), 1) if year else other))
    return [other for _, _, other in sorted(found[:OFFERED])]


def in_order(options: Sequence[str]) -> tuple[str, ...] | None:
    """The options from the smallest or earliest up; None where they are neither numbers nor dates."""
    if all(any(re.search(rf"\b{name}\b", option) for name in MONTHS) for option in options):
        return tuple(sorted(options, key=_calendar_key))
    numbers = [NUMBER.findall(option) for option in options]
    if all(len(found) == 1 for found in numbers):
        return tuple(sorted(options, key=lambda option: _value(NUMBER.findall(option)[0])))
    words = [[w for w in re.findall(r"[a-z]+", option.lower()) if w in WORDS] for option in options]
    if all(len(found) == 1 for found in words):
        order = {option: WORDS.index(found[0]) for option, found in zip(options, words, strict=True)}
        return tuple(sorted(options, key=order.__getitem__))
    return None


def _calendar_key(text: str) -> tuple[int, int, int]:
    year = IN_TEXT.search(text)
    month = next(i for i, name in enumerate(MONTHS) if re.search(rf"\b{name}\b", text))
    day = DAY.search(text.replace(year[1], "") if year else text)
    return int(year[1]) if year else 0, month, int(day[1]) if day else 0
