"""What a quantity says: the fields of a rule's match into low, high, hedge and unit; equal and variant spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.language.matching import Rule
from quizgen.language.number_rules import RULES
from quizgen.language.numerals import PARTS, SMALL, TENS, ordinal_of, value_of
from quizgen.language.time_fragments import MONTHS

FROM_BELOW = re.compile(
    r"\b(?:at least|(?:not|no) (?:less|fewer)|(?<!no )(?<!not )more|higher|greater|larger|over|above|upwards"
    r"|in excess|minimum)\b"
)
FROM_ABOVE = re.compile(
    r"\b(?:at most|(?:not|no) more|(?<!no )(?<!not )(?:less|fewer)|lower|smaller|under|below|up to|as \w+ as|maximum)\b"
)
PER_CENT = re.compile(r"per ?cent|pc|%")


@dataclass(frozen=True, slots=True)
class Reading:
    """The bounds of a quantity (None where open), its hedge and its unit, both as written ("%" for per cent)."""

    low: float | None
    high: float | None
    hedge: str
    unit: str


def reading(rule: Rule, fields: Mapping[str, str]) -> Reading | None:
    """Read a match's fields; None where its letters write no number."""
    hedge = fields.get("hedge", "")
    unit = fields.get("unit") or fields.get("currency", "")
    if PER_CENT.fullmatch(unit):
        unit = "%"
    if rule.kind == "vague":
        return Reading(None, None, hedge, unit)
    low, high = _numbers(rule, fields)
    if low is None or high is None or (low > high and rule.kind != "score"):
        return None
    return Reading(*_bounds(low, high, "over" if "plus" in fields else hedge.lower()), hedge, unit)


def _numbers(rule: Rule, fields: Mapping[str, str]) -> tuple[float | None, float | None]:
    if rule.kind == "ordinal":
        place = ordinal_of(fields["ordinal"])
        return (None, None) if place is None else (float(place), float(place))
    if rule.kind == "fraction":
        part = _fraction(fields)
        return part, part
    last = value_of(fields.get("n2") or fields["n"])
    first = value_of(fields["n"]) if "n" in fields else last
    if first is not None and last is not None and {"n", "n2"} <= fields.keys():
        first = _shared_scale(first, last, fields)
    return first, last


def _shared_scale(first: float, last: float, fields: Mapping[str, str]) -> float:
    """ "4-5 million" is four million to five million."""
    scale = re.search(
        r"(?:[ -]?(?:hundred|thousand|lakh|million|crore|billion|trillion)|[a-z]+)$", fields["n2"].lower()
    )
    small = first < 1000 and re.fullmatch(r"[\d.]+|[a-z]+", fields["n"].lower())
    if scale and small and fields["n2"].lower() not in SMALL and last >= 1000 and first < last:
        scaled = value_of(fields["n"] + scale[0])
        return scaled if scaled is not None and scaled < last else first
    return first


def _fraction(fields: Mapping[str, str]) -> float | None:
    if "half" in fields:
        return 0.5
    top = 1.0 if fields["top"].lower() in {"a", "an"} else value_of(fields["top"])
    if "of" in fields:
        bottom = value_of(fields["of"])
    elif fields["bottom"].isdigit():
        bottom = float(fields["bottom"])
    else:
        word = fields["bottom"].lower()
        bottom = 2.0 if word == "halves" else float(PARTS[word.removesuffix("s")])
    return top / bottom if top is not None and bottom and top < bottom else None


def _bounds(low: float, high: float, hedge: str) -> tuple[float | None, float | None]:
    if FROM_ABOVE.search(hedge):
        return None, high
    if FROM_BELOW.search(hedge):
        return low, None
    return low, high


def read(text: str) -> tuple[Rule, Mapping[str, str], Reading] | None:
    """The first rule that matches all of `text`, its fields and what they say."""
    for rule in RULES:
        if found := rule.pattern.fullmatch(text.strip()):
            fields = {name: value for name, value in found.groupdict().items() if value is not None}
            if made := reading(rule, fields):
                return rule, fields, made
    return None


def equal_values(a: str, b: str) -> bool:
    """Whether two spellings say the same quantity: 14 and fourteen, 5,000 and 5000, 10 per cent and 10%.

    The hedge belongs to the quantity: "about 500" and "500" are not the same.
    """
    one, other = read(a), read(b)
    if one is None or other is None or "vague" in {one[0].kind, other[0].kind}:
        return a.strip().lower() == b.strip().lower()
    return _meaning(one) == _meaning(other)


def _meaning(found: tuple[Rule, Mapping[str, str], Reading]) -> tuple[object, ...]:
    rule, fields, made = found
    plus = "over" if "plus" in fields else ""
    return rule.kind, made.low, made.high, (made.hedge or plus).lower(), made.unit.lower().removesuffix("s")


def variants(text: str) -> tuple[str, ...]:
    """Other exact spellings of a number or a day that an answer may have: "Fourteen" → "14"; no hedge is dropped."""
    found = [*_dates(text), *_numerals(text)]
    return tuple(dict.fromkeys(other for other in found if other != text))


def _dates(text: str) -> list[str]:
    names = "|".join(MONTHS)
    if found := re.fullmatch(rf"(\d\d?)(?:st|nd|rd|th)? (?:of )?({names}),?(?: (\d{{4}}))?", text):
        return [f"{found[2]} {found[1]}" + (f", {found[3]}" if found[3] else "")]
    if found := re.fullmatch(rf"({names}) (\d\d?)(?:st|nd|rd|th)?,?(?: (\d{{4}}))?", text):
        return [f"{found[2]} {found[1]}" + (f" {found[3]}" if found[3] else "")]
    return []


def _numerals(text: str) -> list[str]:
    known = read(text)
    if known is None or known[0].kind not in {"count", "percent", "money"} or "n2" in known[1]:
        return []
    rule, fields, made = known
    value = value_of(fields["n"])
    if value is None:
        return []
    head = f"{made.hedge} " if made.hedge else ""
    if rule.kind == "percent":
        return [f"{head}{n}{unit}" for n in (_plain(value),) for unit in ("%", " percent", " per cent")]
    if rule.kind == "money":
        return [f"{head}{made.unit}{n}" for n in _spellings(value)]
    return [f"{head}{n}" for n in _spellings(value)]


def _plain(value: float) -> str:
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def _spellings(value: float) -> list[str]:
    made = [_plain(value)]
    if value >= 1000:
        made.append(_plain(value).replace(",", ""))
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= scale and value % (scale / 100) == 0:
            made.append(f"{_plain(value / scale)} {name}")
            break
    if value < 100 and value == int(value):
        made.append(_word(int(value)))
    return made


def _word(number: int) -> str:
    names = {n: name for name, n in SMALL.items()}
    return names.get(number) or f"{TENS[number // 10 - 2]}-{names[number % 10]}"
