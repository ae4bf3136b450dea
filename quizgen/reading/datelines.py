"""Datelines before a paragraph's first words, such as "BAGHDAD, Feb 15 (Reuters) - " and "LONDON —"."""

from __future__ import annotations

import re

from quizgen.model import Span

_LONGEST = 110
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = rf"(?:(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?|{_WEEKDAY})"
_CAPITALS = r"[A-Z][A-Z.’'\-]+(?:\s+(?:[A-Z][A-Z.’'\-]+|de|la|el|del)){0,3}"
_PLACE = r"[A-Z][\w.’'\-]+(?:\s+(?:[A-Z][\w.’'\-]+|de|la|el|del|al)){0,3}"
_AGENCY = r"\((?:[A-Z][A-Za-z.’'&\-]+(?:\s+[A-Z][A-Za-z.’'&\-]+){0,3})\)"
_MARK = r"(?:\*{1,2}|_{1,2})?"
_DASH = _MARK + r"\s*(?:--?|–|—|:)\s*" + _MARK + r"\s*"
_PREFIXES = (
    # The city in capitals, then a country, a date or an agency, or none.
    re.compile(
        rf"{_MARK}(?P<city>{_CAPITALS}){_MARK}(?:/{_CAPITALS})?(?P<more>(?:,\s+{_PLACE})?(?:\s*{_AGENCY})?(?:,?\s+{_DAY}|\s*\({_DAY}\))?(?:\s*{_AGENCY})?){_DASH}"
    ),
    # Any spelling of the city, with an agency or a date, which no sentence has there.
    re.compile(rf"(?P<more>(?:{_PLACE}(?:/{_PLACE})?,?\s+)?(?:{_PLACE},?\s+)?(?:{_DAY}\s*)?{_AGENCY}){_DASH}"),
    re.compile(rf"(?P<more>{_PLACE},\s+(?:{_PLACE},\s+)?{_DAY}){_DASH}"),
    # "**Bengaluru:** The …": a city set apart in bold
    re.compile(rf"(?P<more>\*\*{_PLACE}(?:\*\*:|:\*\*))\s+"),
    # "Springfield, Illinois, United States - ", "Friday, May 8, 2009 The …"
    re.compile(rf"(?P<more>{_PLACE},\s+{_PLACE}(?:,\s+{_PLACE})?)\s+(?:-|–|—)\s+"),
    re.compile(rf"(?P<more>{_WEEKDAY},\s+{_MONTH}\s+\d{{1,2}},\s+\d{{4}})\s+"),
    re.compile(r"(?P<more>\((?:AP|AFP|CNN|Reuters|REUTERS|UPI|BBC|ABC|CBS|NBC)\))\s*"),
    re.compile(rf"(?P<more>{_PLACE} \((?:AP|AFP|CNN|Reuters|REUTERS|UPI)\))\s*"),
)
# what a dateline begins with if it says where: "BAGHDAD", "LIMA/QUITO", "Springfield, Illinois"; no day, no "Posted"
_OTHER = rf"(?!(?:{_MONTH}|{_WEEKDAY}|Posted|Published|Updated|Modified|Last)\b)"
_NAME = r"[^\W\d_][\w.’'\-]+"
_WHERE = re.compile(
    rf"{_MARK}{_OTHER}(?P<city>{_NAME}(?:[ /]{_OTHER}{_NAME}){{0,3}})(?P<more>(?:,\s+{_OTHER}{_PLACE}){{0,2}})"
    r"(?!\w)"
)
_SMALL = re.compile(r"(?<=\s)(?:De|La|El|Del|Al)(?=\s)|(?<=['’])S\b")
_BEGINS = re.compile(r"[\"“‘'(]*[A-Z0-9$£€]")


def prefix(text: str, span: Span) -> int:
    """How many characters of the paragraph at `span` are a dateline, white space after it included; 0 for none."""
    part = text[span.start : min(span.end, span.start + _LONGEST)]
    for pattern in _PREFIXES:
        match = pattern.match(part)
        if match and _BEGINS.match(part, match.end()) and not _is_acronym(text, match):
            return match.end()
    return 0


def place(dateline: str) -> str | None:
    """Where a dateline says that the news was reported from, not in capitals: "Port Sudan, Sudan"; None if nowhere."""
    found = _WHERE.match(dateline)
    behind = dateline[found.end() :].lstrip() if found is not None else ""
    if found is None or not (found["city"].isupper() or found["more"] or behind[:1] in {",", "("} or behind == ":"):
        return None
    city, more = found["city"], re.sub(r"\s+", " ", found["more"])
    return (_SMALL.sub(lambda word: word.group().lower(), city.title()) if city.isupper() else city) + more


def _is_acronym(text: str, match: re.Match[str]) -> bool:
    """Whether "NATO – …" opens a sentence: within the text, only an acronym is in capitals again."""
    if match.groupdict().get("city") is None or match["more"]:
        return False
    if match.group().rstrip().endswith(":"):
        return True
    word = match["city"].split()[0]
    return len(word) <= 6 and len(re.findall(rf"\b{re.escape(word)}\b", text)) > 1
