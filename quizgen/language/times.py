"""Times in a sentence: where they stand, what kind they are, and the ISO 8601 value that they state or imply.

Rules are data (`time_rules`), values are worked out from a rule's fields (`time_values`). Nothing is guessed: what
the text and the article's date leave open has no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from quizgen.language.calendar_values import Tense
from quizgen.language.matching import Hit, Letters, hits, letters_of, longest
from quizgen.language.parsing import ParsedSentence
from quizgen.language.span_values import clock_time
from quizgen.language.time_fragments import MONTHS
from quizgen.language.time_guards import allowed, names_event
from quizgen.language.time_rules import BY_NEED, ORDER, waking
from quizgen.language.time_values import RESOLVERS
from quizgen.model import Normalised

if TYPE_CHECKING:
    from quizgen.language.tokens import Doc

TimeKind = Literal[
    "date", "month", "year", "weekday", "relative", "range", "duration", "clock", "frequency", "season", "age", "vague"
]  # fmt: skip
DAY_KINDS = frozenset({"date", "weekday", "relative"})
ANCHORED_RULES = frozenset({
    "2018", "2004 to 2008", "2013-14", "575 BC", "AD 622", "FY2020", "Q3 2021", "the 1990s", "the 20th century",
    "20th and 21st centuries", "15/02/2021", "the summer of 2020", "the first half of 2020",
})  # fmt: skip
FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
MONTH_FIRST = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.? \d")
MONTH_ENDS = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?:\.? \d{{1,2}}(?:st|nd|rd|th)?)?$")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time: the document's tokens `first` to `last` (inclusive, no leading preposition) and the rule that found it.

    `fields` are what the rule's groups hold, as pairs; `anchored` says that the text alone fixes the time.
    """

    first: int
    last: int
    kind: TimeKind
    rule: str
    fields: tuple[tuple[str, str], ...] = ()
    anchored: bool = False

    def resolve(self, published: date | None, tense: Tense = "") -> Normalised | None:
        """The ISO 8601 value: a day, month, year, week, `start/end`, or a duration; None where it stays open.

        `published` is the article's date; `tense` says whether the time lies before or after it. The value's `how`
        is empty where the text itself states all of it.
        """
        fields = dict(self.fields)
        resolver = RESOLVERS.get(self.rule) if "event" not in fields else None
        try:
            found = resolver(fields, published, tense) if resolver else None
        except (ValueError, OverflowError):  # a day that the calendar does not have
            return None
        if found and self.kind in DAY_KINDS and FULL_DATE.fullmatch(found.value):
            hour = clock_time(fields)
            return replace(found, value=f"{found.value}T{hour}") if hour else found
        return found


def find_times(sentence: ParsedSentence) -> tuple[TimeExpression, ...]:
    """The times of a sentence, in order, without overlap; of two readings the longer one counts."""
    present = waking(sentence.tokens.text)
    if not present:
        return ()
    letters = letters_of(sentence.tokens)
    found = [hit for hit in hits(letters, BY_NEED, present) if allowed(hit, letters)]
    return tuple(_joined([_expression(hit, letters) for hit in longest(found, ORDER)], letters.doc))


def display(text: str, normalised: Normalised | None, published: date | None) -> str:
    """The time as a card shows it: "Monday (15 February 2021)" where the article's date was needed, else `text`.

    `text` is the expression as in the article; where it has the month first ("January 3"), so has the addition. A
    month or a day of one lacks nothing but its year: "3 January (2021)".
    """
    if normalised is None or not normalised.how or published is None:
        return text
    month_first = bool(MONTH_FIRST.search(text))
    if re.search(r"\b(?:1[5-9]|20)\d\d\b", text):
        return text  # "the autumn of 2021" lacks nothing
    ends = [_spelt(end, month_first) for end in normalised.value.split("/")]
    if MONTH_ENDS.search(text) and len(ends) == 1:
        return f"{text} ({normalised.value[:4]})"
    return text if None in ends else f"{text} ({' to '.join(cast('list[str]', ends))})"


def _spelt(value: str, month_first: bool) -> str | None:
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?", value):
        year, month, day = found[1], MONTHS[int(found[2]) - 1], int(found[3])
        return f"{month} {day}, {year}" if month_first else f"{day} {month} {year}"
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return f"the week of {_spelt(monday.isoformat(), month_first)}"
    return value if re.fullmatch(r"\d{4}", value) else None


def _expression(hit: Hit, letters: Letters) -> TimeExpression:
    kind = cast("TimeKind", hit.rule.kind)
    anchored = hit.rule.name in ANCHORED_RULES or (
        kind in {"date", "month", "range"} and bool({"year", "year2"} & hit.fields.keys())
    )
    fields = tuple(hit.fields.items())
    if not anchored and names_event(hit, letters):
        fields = (*fields, ("event", hit.text))
    return TimeExpression(hit.first, hit.last, kind, hit.rule.name, fields, anchored)


def _joined(found: list[TimeExpression], doc: Doc) -> list[TimeExpression]:
    """Join a clock and the day beside it ("8.30am on Sunday", "Sunday at 8.30am") into one time of the day's kind."""
    times: list[TimeExpression] = []
    for time in found:
        before = times[-1] if times else None
        if before and _same_moment(before, time, doc):
            day = time if before.kind == "clock" else before
            fields = tuple((dict(before.fields) | dict(time.fields)).items())
            times[-1] = replace(day, first=before.first, last=time.last, fields=fields)
        else:
            times.append(time)
    return times


def _same_moment(before: TimeExpression, time: TimeExpression, doc: Doc) -> bool:
    between = [token.lower_ for token in doc[before.last + 1 : time.first]]
    if before.kind == "clock" and time.kind in DAY_KINDS:
        return between in ([], [","], ["on"], [",", "on"])
    return before.kind in DAY_KINDS and time.kind == "clock" and between in ([], [","], ["at"], [",", "at"])
