"""The pieces that time patterns are made of: months, weekdays, numbers, units, clocks; `{x}` in a rule stands for one.

`{x2}` is the same piece at the far end of a range, its groups named with a trailing 2.
"""

from __future__ import annotations

import re

from quizgen.language.matching import DASH, Rule
from quizgen.language.numerals import NUMERAL, ORDINALS, WORDS

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Capital letters tell the month from the verb; abbreviated months count only beside a day or a year.
_FULL = "|".join((*MONTHS, *(name.upper() for name in MONTHS)))
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b\.?"
_WEEK = "|".join((*WEEKDAYS, *(name.upper() for name in WEEKDAYS)))
_WEEK_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_EDGE = (
    r"(?:[Tt]he )?(?:very )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose|[Hh]eight"
    r"|(?:first|second|latter) (?:half|part)"
    r"|(?:first|second|third|fourth|final|last|opening) (?:few )?(?:days?|weeks?|weekend|months?))"
)
_HOURS = "|".join(f"[{h[0].upper()}{h[0]}]{h[1:]}" for h in (
    "one two three four five six seven eight nine ten eleven twelve".split()
))  # fmt: skip
_ZONE = r"GMT|UTC|BST|CET|CEST|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|IST|AEST|AEDT|local time"
_CLOCK = (
    r"(?:(?:at )?(?:around|about|roughly|approximately|nearly|just (?:after|before)|shortly (?:after|before)"
    r"|exactly) )?(?:"
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<meridiem>(?i:[ap]m\b|[ap]\.m\b\.?))"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?"
    r"|(?P<hourz>[01]\d|2[0-3])(?P<minutez>[0-5]\d)(?= (?:hours|GMT|UTC|local))"
    r"|(?P<hourg>[01]?\d|2[0-3])(?= (?:GMT|UTC))"
    rf"|(?:1[0-2]|[1-9]|{_HOURS}) o'clock"
    r"|(?P<named>[Nn]oon|[Mm]idday|[Mm]idnight))"
    rf"(?: in the (?:morning|afternoon|evening)| at night)?(?: hours)?(?:,? \(?(?:{_ZONE})\)?)?"
)
FRAGMENTS = {
    "dash": rf"(?:\s?{DASH}\s?)",
    "between": r"(?P<between>(?<=[Bb]etween ))?",
    "to": rf"(?P<joint>\s?{DASH}\s?| to | till | until | through | and | or |\s?/\s?)",
    "d": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "m": rf"(?P<month>{_FULL})",
    "ma": rf"(?P<month>(?:(?:{_FULL})\b|{_SHORT}))",
    "y": r"(?P<year>1[0-9]\d\d|20\d\d|2100)",
    "w": rf"(?P<weekday>{_WEEK})",
    "wa": rf"(?:(?P<weekday>(?:{_WEEK})\b|{_WEEK_SHORT}),? (?:the )?)?",
    "days": _WEEK,
    "part": r"(?P<part>[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|lunchtime)",
    "lead": r"(?:(?:the )?(?:very )?(?P<edge>(?:[Ee]arly|[Ll]ate|[Mm]id)(?=[-–‑ ])"
    rf"|(?:[Tt]he )?(?:morning|afternoon|evening|night|eve) of|{_EDGE} of)[-–‑ ])",
    "edge": rf"(?P<edge>{_EDGE}) of ",
    "rel": r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:same|following|previous))",
    "num": rf"(?i:{NUMERAL})",
    "words": rf"(?i:{WORDS})",
    "n": rf"(?P<n>(?i:{NUMERAL}|several|many|(?:a |the )?few|a couple(?: of)?|half an?|an?))",
    "u": r"(?P<unit>(?i:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|yrs?"
    r"|decades?|centur(?:y|ies)))",
    "units": r"(?:minutes|hours|days|weeks|months|years|decades|centuries)",
    "hedge": r"(?:(?P<hedge>(?i:about|almost|nearly|more than|less than|fewer than|(?:just )?over|(?:just )?under"
    r"|at least|at most|around|some|up to|roughly|approximately|well over|only|just|another|as many as|as long as"
    r"|close to|the better part of|more than half)) )?",
    "clock": _CLOCK,
    "era": r"(?P<era>BCE?|B\. ?C\.(?: ?E\.)?|CE|C\.E\.|AD|A\.D\.)",
    "season": r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)",
    "ord": rf"(?P<ordinal>\d+(?:st|nd|rd|th)|(?i:(?:twenty-)?(?:{_ORDINAL})))",
}  # fmt: skip


def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with its pieces put in, between the bounds of words and numbers."""
    for _ in range(3):  # a piece may hold pieces
        for name, fragment in FRAGMENTS.items():
            pattern = pattern.replace("{" + name + "}", fragment)
            pattern = pattern.replace("{" + name + "2}", re.sub(r"\(\?P<(\w+)>", r"(?P<\g<1>2>", fragment))
    return re.compile(rf"(?<![\w$£€#.,])(?<![\w]{DASH})(?:{pattern})(?![\w])")


def rules(kind: str, needs: str, patterns: dict[str, str]) -> tuple[Rule, ...]:
    """Rules of one kind that wait for the same trigger, from `name: pattern`."""
    return tuple(Rule(name, kind, needs, compiled(pattern)) for name, pattern in patterns.items())
