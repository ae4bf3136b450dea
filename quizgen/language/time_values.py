"""What a time says: fields of a rule's match into an ISO 8601 value, or None where the text leaves it open."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal

from quizgen.language.numerals import ordinal_of, value_of
from quizgen.language.time_rules import MONTHS, UNIT_NAMES, WEEKDAYS
from quizgen.model import Normalised

Tense = Literal["past", "future", ""]
Fields = Mapping[str, str]

STATED = ""
FROM_ARTICLE = "from the article's date"
DESIGNATORS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "year": "P{}Y",
}  # fmt: skip
MULTIPLES = {"fortnight": ("week", 2), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}
HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(i for i, month in enumerate(MONTHS, start=1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 (Sunday) for a weekday's name or abbreviation."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].lower() == name[:3].lower())


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
    return DESIGNATORS[base].format(f"{number:g}") if number == int(number) else DESIGNATORS[base].format(number)


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


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def _near_year(month: int, day: int, published: date, tense: Tense) -> int | None:
    """The year in which `month`/`day` last came (past) or next comes (future), seen from `published`."""
    here = (published.month, published.day)
    if tense == "past":
        return published.year - ((month, day) > here)
    if tense == "future":
        return published.year + ((month, day) < here)
    return None


def _which_year(fields: Fields, published: date) -> int | None:
    shift = {"this": 0, "last": -1, "next": 1}.get(fields["which"].lower())
    return None if shift is None else published.year + shift


def _end(fields: Fields, suffix: str, published: date | None, tense: Tense) -> tuple[str, str] | None:
    """One day of a range or a date: its ISO value and how it was got."""
    month = fields.get("month" + suffix) or fields.get("month") or fields["month2"]
    number, day = month_number(month), int(fields["day" + suffix])
    if year := fields.get("year" + suffix) or fields.get("year2") or fields.get("year"):
        value = _iso(int(year), number, day)
        return (value, STATED) if value and _weekday_fits(fields, suffix, value) else None
    if published is None:
        return None
    if "which" in fields:
        near = _which_year(fields, published)
    else:
        near = _near_year(number, day, published, tense)
    value = _iso(near, number, day) if near else None
    return (value, FROM_ARTICLE) if value and _weekday_fits(fields, suffix, value) else None


def _weekday_fits(fields: Fields, suffix: str, value: str) -> bool:
    name = fields.get("weekday" + suffix)
    return name is None or date.fromisoformat(value).weekday() == weekday_number(name)


def day(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A day with or without its year."""
    found = _end(fields, "", published, tense)
    return Normalised(*found) if found else None


def day_range(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Two days; a year stands for both ends unless the range would run backwards."""
    ends = _end(fields, "", published, tense), _end(fields, "2", published, tense)
    if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][0]:
        return None
    return Normalised(f"{ends[0][0]}/{ends[1][0]}", ends[1][1])


def slash(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """15/02/2021: a day only where one of the two numbers cannot be a month."""
    first, second, year = (int(part) for part in re.split(r"[/.]", fields["slash"]))
    if first == second or (first > 12) != (second > 12):
        value = _iso(year, min(first, second) if first <= 12 or second <= 12 else 0, max(first, second))
        return Normalised(value) if value else None
    return None


def month(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A month with its year, or the nearest such month in the tense's direction."""
    number = month_number(fields["month"])
    if "year" in fields:
        return Normalised(_month(int(fields["year"]), number))
    if published is None:
        return None
    year = _near_year(number, published.day, published, tense)
    return Normalised(_month(year, number), FROM_ARTICLE) if year else None


def month_of_year(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """October last year."""
    year = _which_year(fields, published) if published else None
    return Normalised(_month(year, month_number(fields["month"])), FROM_ARTICLE) if year else None


def which_month(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Last October: the latest one before this month; next October only where no nearer one comes this year."""
    if published is None:
        return None
    number, which = month_number(fields["month"]), fields["which"].lower()
    if which == "this":
        year = published.year
    elif which == "last":
        year = published.year - (number >= published.month)
    elif which == "next" and number <= published.month:
        year = published.year + 1
    else:
        return None
    return Normalised(_month(year, number), FROM_ARTICLE)


def month_range(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """July 2003 to December 2004, July to December 2004, July to December."""
    first, last = month_number(fields["month"]), month_number(fields["month2"])
    stated = fields.get("year2")
    if stated is None:
        year = _near_year(last, 28, published, tense) if published else None
        if year is None or first > last:
            return None
        return Normalised(f"{_month(year, first)}/{_month(year, last)}", FROM_ARTICLE)
    start = int(fields.get("year", int(stated) - (first > last)))
    value = _month(start, first), _month(int(stated), last)
    return Normalised("/".join(value)) if value[0] < value[1] else None


def year(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A year, or years that the text states: 2018, 2004/2008, 2013/2014."""
    first = int(fields["year"])
    last = fields.get("year2")
    if tail := fields.get("tail"):
        last = tail if len(tail) == 4 else f"{first // 100}{tail}"
    if last is None:
        return Normalised(f"{first:04}")
    return Normalised(f"{first:04}/{last}") if int(last) > first else None


def ancient(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """575 BC is the astronomical year -0574 (ISO 8601 counts a year 0000)."""
    number, era = int(fields["bc"]), fields.get("era", "AD")
    return Normalised(f"-{number - 1:04}" if era.upper().startswith("B") else f"{number:04}")


def quarter(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """The third quarter of a calendar year, as months."""
    number = int(fields.get("quarter") or ordinal_of(fields["ordinal"]) or 0)
    year = int(fields["year"])
    return Normalised(f"{_month(year, 3 * number - 2)}/{_month(year, 3 * number)}")


def decade(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """The 1990s, as years; early and late decades stay open."""
    first = int(fields["decade"])
    return None if "edge" in fields or first % 100 == 0 else Normalised(f"{first}/{first + 9}")


def century(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """The 20th century: 1901 to 2000."""
    number = ordinal_of(fields["ordinal"])
    if number is None or "edge" in fields or fields.get("era", "AD")[0] in "Bb":
        return None
    last = ordinal_of(fields["ordinal2"]) if "ordinal2" in fields else number
    return Normalised(f"{number * 100 - 99:04}/{last * 100:04}") if last else None


def weekday(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Monday: the last one up to the article's day (past), or the next one from it (future)."""
    found = _weekday(fields["weekday"], published, tense)
    return Normalised(found.isoformat(), FROM_ARTICLE) if found else None


def _weekday(name: str, published: date | None, tense: Tense) -> date | None:
    if published is None or not tense:
        return None
    ahead = (weekday_number(name) - published.weekday()) % 7
    return published + timedelta(ahead if tense == "future" or not ahead else ahead - 7)


def which_weekday(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Last Monday, next Monday: only where the nearest one lies in the week before or after the article's."""
    which = fields.get("which", "").lower()
    if which == "this" and tense:
        return weekday(fields, published, tense)
    if published is None or which not in {"last", "next"}:
        return None
    ahead = (weekday_number(fields["weekday"]) - published.weekday()) % 7 or 7
    found = published + timedelta(ahead if which == "next" else ahead - 7 or -7)
    if which == "last" and ahead == 7:
        found = published - timedelta(7)
    if found.isocalendar()[:2] == published.isocalendar()[:2]:
        return None
    return Normalised(found.isoformat(), FROM_ARTICLE)


def weekday_of_week(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Monday last week; weeks begin on Monday, and an article of a Sunday leaves it open."""
    shift = {"this": 0, "last": -7, "next": 7}.get(fields["which"].lower())
    if published is None or shift is None or published.weekday() == 6:
        return None
    monday = published - timedelta(published.weekday())
    return Normalised((monday + timedelta(shift + weekday_number(fields["weekday"]))).isoformat(), FROM_ARTICLE)


def weekday_range(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Wednesday and Thursday: the far end is counted from the near one."""
    days = (weekday_number(fields["weekday2"]) - weekday_number(fields["weekday"])) % 7
    if published is None or not tense or not days:
        return None
    if tense == "past":
        last = _weekday(fields["weekday2"], published, tense)
        first = last - timedelta(days) if last else None
    else:
        first = _weekday(fields["weekday"], published, tense)
        last = first + timedelta(days) if first else None
    return Normalised(f"{first}/{last}", FROM_ARTICLE) if first and last else None


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
    return _month(months // 12, months % 12 + 1)


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
        value = _iso(months // 12, months % 12 + 1, published.day) if months >= 12 else None
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


def season(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A season with its year, as that year: its months differ between the hemispheres."""
    return Normalised(fields["year"], "the year of the season") if "year" in fields else None


def clock(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """3 pm → T15:00."""
    found = clock_time(fields)
    return Normalised(f"T{found}") if found else None


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    return monthrange(year, month)[1]


assert set(UNIT_NAMES) == set(DESIGNATORS) | set(MULTIPLES)

RESOLVERS: Mapping[str, Callable[[Fields, date | None, Tense], Normalised | None]] = {
    "Monday, 15 February 2021": day, "February 15, 2021": day, "2021-02-15": day, "February 15": day,
    "15 February": day, "15 February this year": day, "February 15 last year": day, "15/02/2021": slash,
    "May 6 to May 9": day_range, "6 May to 9 May": day_range, "May 6-9": day_range, "6-9 May 2021": day_range,
    "October 2018": month, "October": month, "October last year": month_of_year, "last October": which_month,
    "July 2003 to December 2004": month_range, "July to December 2004": month_range, "July to December": month_range,
    "2018": year, "2004 to 2008": year, "2013-14": year, "FY2020": year, "575 BC": ancient, "AD 622": ancient,
    "Q3 2021": quarter, "the 1990s": decade, "the 20th century": century, "20th and 21st centuries": century,
    "the summer of 2020": season,
    "Monday": weekday, "last Monday": which_weekday, "Monday last week": weekday_of_week,
    "Wednesday and Thursday": weekday_range,
    "today": near_day, "the day after tomorrow": near_day, "last night": part_of_day, "last week": period,
    "two days ago": ago,
    "three days": length, "three years and two months": length, "two to three years": length, "seven-day": length,
    "half a century": length,
    "aged 42": age, "the 45-year-old": age, "42 years of age": age, "Smith, 42,": age,
    "3 pm": clock,
}  # fmt: skip
