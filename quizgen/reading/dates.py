"""Full dates as news articles write them: found in a line, or read from one stated value.

Only a date whose day, month and year are all written counts; `03/04/2021` is two dates at once, and so it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FULL = re.compile(
    r"\b(?:"
    + _MONTH.format("m1")
    + r"\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?P<y1>\d{4})"
    + r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    + _MONTH.format("m2")
    + r",?\s+(?P<y2>\d{4})"
    + r"|(?P<y3>\d{4})[-/](?P<m3>\d{1,2})[-/](?P<d3>\d{1,2})"
    + r"|(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y4>\d{4})"
    + r")(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"\b" + _MONTH.format("m") + r",?\s+(?P<y>\d{4})\b")
_DAY_MONTH = re.compile(
    r"\b(?:" + _MONTH.format("x") + r"\s+\d{1,2}\b|\d{1,2}(?:st|nd|rd|th)?\s+" + _MONTH.format("z") + r")",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:\bT|\b)\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.I)
_AGO = re.compile(r"\b(?:\d+|an?|one|two|three)\s+(?:minutes?|mins?|hours?|days?|weeks?)\s+ago\b", re.I)
_AROUND = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|updated|posted|created|modified"
    r"|issued|released|first|last|on|at|date|local|time|GMT|UTC|BST|CET|CEST|EST|EDT|ET|CT|CST|CDT|PT|PST|PDT|AEST"
    r"|AEDT|IST|Z)\b|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_DATELINE_MAX = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A full date and the half-open offsets of its letters in the string that was searched."""

    start: int
    end: int
    date: date


def full_dates(line: str) -> Iterator[Found]:
    """Yields the full dates in `line`, in order; a day that no calendar has (30 February) is passed over."""
    for match in _FULL.finditer(line):
        found = _date_of(match)
        if found:
            yield Found(match.start(), match.end(), found)


def months(line: str) -> Iterator[date]:
    """Yields the first day of each month that `line` names together with its year."""
    for match in _MONTH_YEAR.finditer(line):
        year = int(match["y"])
        if year:
            yield date(year, _month(match["m"]), 1)


def is_dateline(line: str) -> bool:
    """Whether `line` says nothing but when: a date or "3 hours ago", perhaps with weekday, time or "Updated"."""
    if len(line) > _DATELINE_MAX:
        return False
    rest, dates = _FULL.subn(" ", line)
    rest, days = _DAY_MONTH.subn(" ", rest)
    rest, agos = _AGO.subn(" ", rest)
    if not dates + days + agos:
        return False
    rest = _AROUND.sub(" ", _TIME.sub(" ", rest))
    return not re.search(r"\w", rest)


def stated(value: str) -> date | None:
    """The day that a date or a point in time names, in ISO 8601 or in words; None where `value` is neither."""
    value = value.strip()
    if not is_dateline(value):
        return None
    found = [each.date for each in full_dates(value)]
    return found[0] if len(found) == 1 else None


def weekday(day: date) -> str:
    """The English name of a day of the week, capitalised."""
    return WEEKDAYS[day.weekday()].capitalize()


def _date_of(match: re.Match[str]) -> date | None:
    if match["y1"]:
        parts = int(match["y1"]), _month(match["m1"]), int(match["d1"])
    elif match["y2"]:
        parts = int(match["y2"]), _month(match["m2"]), int(match["d2"])
    elif match["y3"]:
        parts = int(match["y3"]), int(match["m3"]), int(match["d3"])
    else:
        first, second = int(match["a"]), int(match["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        parts = int(match["y4"]), min(first, second), max(first, second)
    try:
        return date(*parts)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
