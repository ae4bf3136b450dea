"""What a point or a stretch of the calendar says: a match's fields into ISO 8601, or None where it stays open.

Each function takes the fields, the article's date and the tense ("past": the time lies before the article, "future":
after it, "": unknown) and returns the value with how it was got.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from quizgen.language.numerals import ordinal_of
from quizgen.language.time_fragments import MONTHS, WEEKDAYS
from quizgen.model import Normalised

Tense = Literal["past", "future", ""]
Fields = Mapping[str, str]

STATED = ""
FROM_ARTICLE = "from the article's date"


def month_number(name: str) -> int:
    """1 to 12 for a month's name, abbreviation or number."""
    if name.isdigit():
        return int(name)
    return next(i for i, month in enumerate(MONTHS, start=1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 (Sunday) for a weekday's name or abbreviation."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].lower() == name[:3].lower())


def iso_day(year: int, month: int, day: int) -> str | None:
    """`YYYY-MM-DD`, or None for a day that the calendar does not have."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_month(year: int, month: int) -> str:
    """`YYYY-MM`."""
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
        value = iso_day(int(year), number, day)
        return (value, STATED) if value and _weekday_fits(fields, suffix, value) else None
    if published is None:
        return None
    near = _which_year(fields, published) if "which" in fields else _near_year(number, day, published, tense)
    value = iso_day(near, number, day) if near else None
    return (value, FROM_ARTICLE) if value and _weekday_fits(fields, suffix, value) else None


def _weekday_fits(fields: Fields, suffix: str, value: str) -> bool:
    name = fields.get("weekday" + suffix)
    return name is None or date.fromisoformat(value).weekday() == weekday_number(name)


def day(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A day with or without its year."""
    found = _end(fields, "", published, tense)
    return Normalised(*found) if found else None


def _is_stretch(fields: Fields, steps: int) -> bool:
    """Whether two ends make one stretch of time: "1911 and 1913" are two years, "1997 and 1998" two in a row."""
    joint = fields["joint"].strip()
    if joint == "and":
        return "between" in fields or steps == 1
    return joint not in {"or", "/"}


def day_range(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """Two days; a year stands for both ends unless the range would run backwards."""
    ends = _end(fields, "", published, tense), _end(fields, "2", published, tense)
    if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][0]:
        return None
    steps = (date.fromisoformat(ends[1][0]) - date.fromisoformat(ends[0][0])).days
    return Normalised(f"{ends[0][0]}/{ends[1][0]}", ends[1][1]) if _is_stretch(fields, steps) else None


def slash(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """15/02/2021: a day only where one of the two numbers cannot be a month."""
    first, second, year = (int(part) for part in re.split(r"[/.]", fields["slash"]))
    if first == second or (first > 12) != (second > 12):
        value = iso_day(year, min(first, second) if first <= 12 or second <= 12 else 0, max(first, second))
        return Normalised(value) if value else None
    return None


def month(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A month with its year, or the nearest such month in the tense's direction."""
    number = month_number(fields["month"])
    if "year" in fields:
        return Normalised(iso_month(int(fields["year"]), number))
    if published is None:
        return None
    year = _near_year(number, published.day, published, tense)
    return Normalised(iso_month(year, number), FROM_ARTICLE) if year else None


def month_of_year(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """October last year."""
    year = _which_year(fields, published) if published else None
    return Normalised(iso_month(year, month_number(fields["month"])), FROM_ARTICLE) if year else None


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
    return Normalised(iso_month(year, number), FROM_ARTICLE)


def month_range(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """July 2003 to December 2004, July to December 2004, July to December."""
    first, last = month_number(fields["month"]), month_number(fields["month2"])
    stated = fields.get("year2")
    if not _is_stretch(fields, (last - first) % 12 if "year" not in fields else 12):
        return None
    if stated is None:
        year = _near_year(last, 28, published, tense) if published else None
        if year is None or first > last:
            return None
        return Normalised(f"{iso_month(year, first)}/{iso_month(year, last)}", FROM_ARTICLE)
    start = int(fields.get("year", int(stated) - (first > last)))
    value = iso_month(start, first), iso_month(int(stated), last)
    return Normalised("/".join(value)) if value[0] < value[1] else None


def year(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """A year, or years that the text states: 2018, 2004/2008, 2013/2014."""
    first = int(fields["year"])
    last = fields.get("year2")
    if tail := fields.get("tail"):
        last = tail if len(tail) == 4 else f"{first // 100}{tail}"
    if last is None:
        return Normalised(f"{first:04}")
    if "joint" in fields and not _is_stretch(fields, int(last) - first):
        return None
    return Normalised(f"{first:04}/{last}") if int(last) > first else None


def ancient(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """575 BC is the astronomical year -0574 (ISO 8601 counts a year 0000)."""
    number, era = int(fields["bc"]), fields.get("era", "AD")
    return Normalised(f"-{number - 1:04}" if era.upper().startswith("B") else f"{number:04}")


def quarter(fields: Fields, published: date | None, tense: Tense) -> Normalised | None:
    """The third quarter of a calendar year, as months."""
    number = int(fields.get("quarter") or ordinal_of(fields.get("ordinal", "")) or 0)
    year = int(fields["year"])
    if "half" in fields:
        return Normalised(f"{year}-01/{year}-06" if fields["half"] == "first" else f"{year}-07/{year}-12")
    return Normalised(f"{iso_month(year, 3 * number - 2)}/{iso_month(year, 3 * number)}")


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
    if last is None or ("joint" in fields and not _is_stretch(fields, last - number)):
        return None
    return Normalised(f"{number * 100 - 99:04}/{last * 100:04}")


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
    if published is None or not tense or not days or not _is_stretch(fields, days):
        return None
    if tense == "past":
        last = _weekday(fields["weekday2"], published, tense)
        first = last - timedelta(days) if last else None
    else:
        first = _weekday(fields["weekday"], published, tense)
        last = first + timedelta(days) if first else None
    return Normalised(f"{first}/{last}", FROM_ARTICLE) if first and last else None
