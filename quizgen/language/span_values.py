"""What a relative time, a duration, an age or a clock says: a match's fields into ISO 8601, or None."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from quizgen.language.calendar_values import FROM_ARTICLE, Fields, Tense, iso_day, iso_month
from quizgen.language.numerals import value_of
from quizgen.model import Normalised

DESIGNATORS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "year": "P{}Y",
}  # fmt: skip
MULTIPLES = {"fortnight": ("week", 2), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}
HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def singular_unit(name: str) -> str:
    """The unit's name in the singular: "centuries" → "century", "hrs" → "hour"."""
    name = name.lower().removesuffix(".")
    short = {"min": "minute", "hr": "hour", "yr": "year", "centuries": "century"}
    return short.get(name.removesuffix("s"), short.get(name, name.removesuffix("s")))


def duration(number: float, unit: str) -> str:
    """An ISO 8601 duration; a half is written out in the next smaller unit where that is exact."""
    unit = singular_unit(unit)
    base, factor = MULTIPLES.get(unit, (unit, 1))
    number *= factor
    if base == "year" and number % 1:
        base, number = "month", number * 12
    if base == "hour" and number % 1:
        base, number = "minute", number * 60
    return DESIGNATORS[base].format(f"{number:.4f}".rstrip("0").rstrip("."))


def amount(text: str) -> float | None:
    """The number before a unit: "a" is one, "half a" a half; "several" and "a few" are none."""
    text = text.lower().strip()
    if text in {"a", "an"}:
        return 1.0
    if text in {"half", "half a", "half an"}:
        return 0.5
    if text in {"a quarter of a", "a quarter of an"}:
        return 0.25
    if text in {"a couple", "a couple of"}:
        return None
    return value_of(text)


def clock_time(fields: Fields) -> str | None:
    """`hh:mm` of a clock's fields, or None where morning or evening is left open."""
    if named := fields.get("named"):
        return HOURS[named.lower()]
    if "hour24" in fields:
        return f"{int(fields['hour24']):02}:{fields['minute24']}"
    if "hourz" in fields:
        return f"{fields['hourz']}:{fields['minutez']}"
    if "hourg" in fields:
        return f"{int(fields['hourg']):02}:00"
    if "hour" not in fields or "meridiem" not in fields or not 1 <= int(fields["hour"]) <= 12:
        return None
    hour = int(fields["hour"]) % 12 + (12 if fields["meridiem"].lower().startswith("p") else 0)
    return f"{hour:02}:{fields.get('minute', '00')}"


def near_day(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Today, yesterday, tomorrow, tonight; the day before yesterday and after tomorrow."""
    shifts = {"yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    shift = shifts.get(fields.get("shift") or fields["word"].lower(), 0)
    return Normalised((published + timedelta(shift)).isoformat(), FROM_ARTICLE) if published else None


def part_of_day(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """This morning is the article's day; last night began the day before."""
    shift = {"this": 0, "last": -1}.get(fields["which"].lower())
    if published is None or shift is None:
        return None
    return Normalised((published + timedelta(shift)).isoformat(), FROM_ARTICLE)


def period(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """This, last or next week, weekend, month, quarter, year, decade or century."""
    shift = {"this": 0, "last": -1, "next": 1}.get(fields["which"].lower())
    make = PERIODS.get(fields["unit"].lower())
    value = make(published, shift) if published and make and shift is not None else None
    return Normalised(value, FROM_ARTICLE) if value else None


def _week(published: date, shift: int) -> str | None:
    if published.weekday() == 6:  # is it the week that ends or the one that begins?
        return None
    found = (published + timedelta(7 * shift)).isocalendar()
    return f"{found.year}-W{found.week:02}"


def _weekend(published: date, shift: int) -> str | None:
    """Last weekend is clear from Monday to Friday, this weekend on Friday to Sunday; the rest is open."""
    saturday = published - timedelta(published.weekday() - 5)
    if (shift == -1 and published.weekday() <= 4) or (shift == 0 and published.weekday() >= 4):
        saturday += timedelta(7 * shift)
        return f"{saturday}/{saturday + timedelta(1)}"
    return None


def _month_of(published: date, shift: int) -> str:
    months = published.year * 12 + published.month - 1 + shift
    return iso_month(months // 12, months % 12 + 1)


def _decade_of(published: date, shift: int) -> str | None:
    first = published.year // 10 * 10 + 10 * shift
    return f"{first}/{first + 9}" if shift == 0 else None


PERIODS: Mapping[str, Callable[[date, int], str | None]] = {
    "week": _week,
    "weekend": _weekend,
    "month": _month_of,
    "year": lambda published, shift: f"{published.year + shift:04}",
    "decade": _decade_of,
}


def ago(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Two days ago is a day; weeks, months and years ago are about so long, and exact only as "… ago today"."""
    number, unit = amount(fields["n"]), singular_unit(fields["unit"])
    if published is None or number is None or number % 1 or "hedge" in fields or "half" in fields:
        return None
    if unit == "day" or (unit == "week" and "anchor" in fields):
        days = int(number) * (7 if unit == "week" else 1)
        return Normalised((published - timedelta(days)).isoformat(), FROM_ARTICLE) if days <= 366 else None
    if unit in {"month", "year"} and "anchor" in fields and number < 1000:
        months = published.year * 12 + published.month - 1 - int(number) * (12 if unit == "year" else 1)
        value = iso_day(months // 12, months % 12 + 1, published.day) if months >= 12 else None
        return Normalised(value, FROM_ARTICLE) if value else None
    return None


def length(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Three days → P3D; a range of lengths is its two ends; "several" has no value."""
    unit, number = fields["unit"], amount(fields["n"])
    if number is None:
        return None
    value = duration(number + (0.5 if "half" in fields else 0), unit)
    if "n2" not in fields:
        return Normalised(value)
    more = amount(fields["n2"])
    if more is None:
        return None
    if "unit2" not in fields:
        return Normalised(f"{value}/{duration(more, unit)}")
    return Normalised(joined(value, duration(more, fields["unit2"])))


def joined(long: str, short: str) -> str:
    """P3Y and P2M → P3Y2M; PT1H and PT5M → PT1H5M."""
    if long.startswith("PT"):
        return long + short.removeprefix("PT")
    return long + (short.removeprefix("P"))


def age(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Aged 42 → P42Y; a range of ages is its two ends."""
    unit = fields.get("unit", "year")
    number = value_of(fields["n"])
    more = value_of(fields["n2"]) if "n2" in fields else None
    if number is None or ("n2" in fields and more is None):
        return None
    value = duration(number, unit)
    return Normalised(value if more is None else f"{value}/{duration(more, unit)}")


def age_decade(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """In his 40s: 40 to 49 years."""
    first = int(fields["n"])
    return Normalised(f"P{first}Y/P{first + 9}Y")


def season(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A season with its year, as that year: its months differ between the hemispheres."""
    return Normalised(fields["year"], "the year of the season") if "year" in fields else None


def clock(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """3 pm → T15:00."""
    found = clock_time(fields)
    return Normalised(f"T{found}") if found else None
