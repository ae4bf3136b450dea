"""The rules that find times, as data: each has an example for a name, a kind, a trigger and a pattern.

A pattern's named groups are read by `time_values`: `day`, `month`, `year`, `weekday`, `part`, `edge`, `which`,
`n`, `unit`, `hour`, `minute`, `meridiem`; a trailing 2 marks the far end of a range.
"""

from __future__ import annotations

import re

from quizgen.language.matching import DASH, Rule, grouped
from quizgen.language.numerals import NUMERAL, ORDINALS, WORDS

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNIT_NAMES = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
)

# Capital letters tell the month from the verb; abbreviated months count only beside a day or a year.
_FULL = "|".join((*MONTHS, *(name.upper() for name in MONTHS)))
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b\.?"
_WEEK = "|".join((*WEEKDAYS, *(name.upper() for name in WEEKDAYS)))
_WEEK_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))

_EDGE = (
    r"(?:[Tt]he )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose|[Hh]eight|(?:first|second|latter) (?:half|part)"
    r"|(?:first|second|third|fourth|final|last|opening) (?:few )?(?:days?|weeks?|weekend|months?))"
)


def _named(text: str) -> re.Pattern[str]:
    """Compile a pattern in which `{x}` stands for a fragment and `{x2}` for the same at a range's far end."""
    for _ in range(4):
        for name, fragment in FRAGMENTS.items():
            text = text.replace("{" + name + "}", fragment)
            text = text.replace("{" + name + "2}", re.sub(r"\(\?P<(\w+)>", r"(?P<\g<1>2>", fragment))
    return re.compile(rf"(?<![\w$£€#.,])(?<![\w]{DASH})(?:{text})(?![\w])")


FRAGMENTS = {
    "dash": rf"(?:\s?{DASH}\s?)",
    "to": rf"(?:\s?{DASH}\s?| to | till | until | through | and | or |\s?/\s?)",
    "d": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "m": rf"(?P<month>{_FULL})",
    "ma": rf"(?P<month>(?:(?:{_FULL})\b|{_SHORT}))",
    "y": r"(?P<year>1[0-9]\d\d|20\d\d|2100)",
    "w": rf"(?P<weekday>{_WEEK})",
    "wa": rf"(?:(?P<weekday>(?:{_WEEK})\b|{_WEEK_SHORT}),? (?:the )?)?",
    "part": r"(?P<part>[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|lunchtime)",
    "lead": r"(?:(?:the )?(?:very )?(?P<edge>(?:[Ee]arly|[Ll]ate|[Mm]id)(?=[-–‑ ])|(?:[Tt]he )?"
    r"(?:morning|afternoon|evening|night|eve) of|EDGE of)[-–‑ ])".replace("EDGE", _EDGE),
    "edge": rf"(?:[Tt]he )?(?:very )?(?P<edge>{_EDGE}) of ",
    "rel": r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|the (?:same|following|previous))",
    "n": rf"(?P<n>(?i:{NUMERAL}|several|many|(?:a |the )?few|a couple(?: of)?|half an?|an?|{WORDS}))",
    "u": r"(?P<unit>(?i:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|yrs?"
    r"|decades?|centur(?:y|ies)))",
    "hedge": r"(?:(?P<hedge>(?i:about|almost|nearly|more than|less than|fewer than|(?:just )?over|(?:just )?under"
    r"|at least|at most|around|some|up to|roughly|approximately|well over|only|just|another|as many as|as long as"
    r"|close to|the better part of|more than half)) )?",
    "clock": r"(?:(?:at )?(?:around|about|roughly|approximately|nearly|just (?:after|before)|shortly (?:after|before)"
    r"|exactly) )?(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<meridiem>(?i:[ap]\.?m\b\.?))"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?|(?P<hourz>[01]\d|2[0-3])(?P<minutez>[0-5]\d)"
    r"(?= (?:hours|GMT|UTC|local))|(?P<hourg>[01]?\d|2[0-3])(?= (?:GMT|UTC))"
    r"|(?P<oclock>\d\d?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve) o'clock|(?P<named>[Nn]oon|[Mm]idday|[Mm]idnight))"
    r"(?: in the (?:morning|afternoon|evening)| at night)?"
    r"(?: hours)?(?:,? \(?(?:GMT|UTC|BST|CET|CEST|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|IST|AEST|AEDT|local time)\)?)?",
    "era": r"(?P<era>BCE?|B\. ?C\.(?: ?E\.)?|CE|C\.E\.|AD|A\.D\.)",
    "season": r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)",
    "ord": rf"(?P<ordinal>\d+(?:st|nd|rd|th)|(?i:(?:twenty-)?(?:{_ORDINAL})))",
}


def _rule(name: str, kind: str, needs: str, pattern: str) -> Rule:
    return Rule(name, kind, needs, _named(pattern))


DAYS = (
    _rule(
        "Monday, 15 February 2021",
        "date",
        "month",
        r"(?:{lead})?{wa}(?:the )?{d}{dash}?(?: of)? ?{ma}{dash}?,? ?{y}",
    ),
    _rule("February 15, 2021", "date", "month", r"(?:{lead})?{wa}{ma} (?:the )?{d},? {y}"),
    _rule(
        "2021-02-15",
        "date",
        "digit",
        r"{y}[-‑/](?P<month>0[1-9]|1[0-2])[-‑/](?P<day>0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?",
    ),
    _rule("15/02/2021", "date", "digit", r"(?P<slash>\d\d?[/.]\d\d?[/.](?:19|20)\d\d)"),
    _rule(
        "February 15",
        "date",
        "month",
        r"(?:{lead})?{wa}{ma} (?:the )?{d}(?![-–]?\d|,\d|\.\d|%| per ?cent| people| million| billion)",
    ),
    _rule("15 February", "date", "month", r"(?:{lead})?{wa}(?:the )?{d}{dash}?(?: of)? ?{ma}"),
    _rule("15 February this year", "date", "month", r"{d}(?: of)? {ma} (?:of )?{rel} year"),
    _rule("February 15 last year", "date", "month", r"{ma} {d},? (?:of )?{rel} year"),
)
DAY_RANGES = (
    _rule("May 6 to May 9", "range", "month", r"(?:{wa}){ma} {d}(?:,? {y})?{to}(?:{wa2})?{ma2} {d2}(?:,? {y2})?"),
    _rule("6 May to 9 May", "range", "month", r"(?:{wa}){d} {ma}(?:,? {y})?{to}(?:{wa2})?{d2} {ma2}(?:,? {y2})?"),
    _rule("May 6-9", "range", "month", r"{ma} {d}{to}{d2}(?:,? {y2})?"),
    _rule("6-9 May 2021", "range", "month", r"{d}{to}{d2} {ma2}(?:,? {y2})?"),
)
MONTH_RULES = (
    _rule("October 2018", "month", "month", r"(?:{lead})?{ma},? (?:of )?{y}"),
    _rule("October last year", "month", "month", r"(?:{lead})?{m} (?:of )?{rel} year"),
    _rule("last October", "month", "month", r"{rel} {m}"),
    _rule("October", "month", "month", r"(?:{lead})?{m}"),
    _rule("July 2003 to December 2004", "range", "month", r"(?:{lead})?{ma} {y}{to}(?:{lead2})?{ma2} {y2}"),
    _rule("July to December 2004", "range", "month", r"{ma}{to}{ma2},? {y2}"),
    _rule("July to December", "range", "month", r"{m}{to}{m2}"),
)
YEAR_RULES = (
    _rule("2018", "year", "digit", r"(?:{lead}|(?:the )?(?:calendar )?year )?{y}"),
    _rule("2004 to 2008", "range", "digit", r"{y}{to}(?:{lead2})?{y2}"),
    _rule("2013-14", "range", "digit", r"{y}[-–‑/](?P<tail>\d\d)(?![-–‑/\d])"),
    _rule("575 BC", "year", "digit", r"(?:[Aa]pproximately |about |around |c\. ?)?(?P<bc>\d{1,4}) {era}"),
    _rule("AD 622", "year", "digit", r"A\.?D\.? (?P<bc>\d{1,4})"),
    _rule(
        "FY2020",
        "year",
        "digit",
        r"(?:the )?(?:FY ?|[Ff]iscal (?:year )?|financial year ){y}(?:[-–/](?P<tail>\d\d|\d{4}))?",
    ),
    _rule(
        "Q3 2021",
        "range",
        "digit",
        r"(?:(?:the )?Q(?P<quarter>[1-4])|(?:the )?(?P<ordinal>first|second|third|fourth) quarter)(?: of|,)? {y}",
    ),
    _rule("the 1990s", "range", "digit", r"(?:[Tt]he )?(?:{lead})?(?:the )?(?P<decade>1[0-9]\d0|20\d0)'?s"),
    _rule("the '90s", "range", "digit", r"[Tt]he (?:{lead})?'(?P<decade2>\d0)'?s"),
    _rule(
        "the nineties",
        "range",
        "word",
        r"[Tt]he (?:{lead})?(?:[Tt]wenties|[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies|[Ee]ighties|[Nn]ineties)",
    ),
    _rule(
        "the 20th century",
        "range",
        "unit",
        r"(?:[Tt]he )?(?:{lead})?(?:the )?{ord}(?:{dash}| )[Cc]entury(?: {era})?",
    ),
    _rule("20th and 21st centuries", "range", "unit", r"(?:[Tt]he )?{ord}{to}{ord2} [Cc]enturies"),
    _rule(
        "the summer of 2020",
        "season",
        "word",
        r"(?:{lead})?(?:the )?(?:(?:early|late|mid) )?{season}(?: of|,)? {y}",
    ),
)
WEEKDAY_RULES = (
    _rule("Monday", "weekday", "weekday", r"(?:{lead})?{w}(?: {part})?"),
    _rule("last Monday", "weekday", "weekday", r"(?:{rel}|(?P<which2>that|the next|coming)) {w}(?: {part})?"),
    _rule("Monday last week", "weekday", "weekday", r"{w}(?: (?:of )?{rel} week)"),
    _rule("Wednesday and Thursday", "range", "weekday", r"{w}(?: {part})?{to}{w2}(?: {part2})?"),
    _rule("on Mondays", "frequency", "weekday", r"(?:{w}s(?:(?:,| and|, and| to) (?:WD)s)*)".replace("WD", _WEEK)),
    _rule(
        "every Monday",
        "frequency",
        "weekday",
        r"(?i:every(?: other)?|each|once a|once every) (?:WD)(?: (?:and|or) (?:WD))?(?: {part})?".replace(
            "WD", _WEEK
        ),
    ),
)
RELATIVE_RULES = (
    _rule(
        "today",
        "relative",
        "word",
        r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? )?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?: {part})?",
    ),
    _rule("the day after tomorrow", "relative", "word", r"[Tt]he day (?P<shift>before yesterday|after tomorrow)"),
    _rule(
        "last night",
        "relative",
        "part",
        r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? )?(?P<which>[Tt]his|[Ll]ast|[Tt]hat|the (?:next|following|previous|same)) (?:very )?{part}",
    ),
    _rule(
        "last week",
        "relative",
        "unit",
        r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? |[Mm]id{dash}|{edge})?{rel} (?P<unit>day|week(?:end)?|fortnight|month|quarter|year|decade|century)",
    ),
    _rule(
        "the past two days",
        "relative",
        "unit",
        r"(?:[Oo]ver )?(?:[Tt]he|[Tt]hese|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?P<which>last|past|next|coming|previous|following|first|final) (?:{n} )?(?P<unit>minutes?|hours?|days?|weeks?|weekends?|fortnight|months?|quarters?|years?|decades?|centur(?:y|ies))(?:,? or so)?",
    ),
    _rule(
        "over the last year", "relative", "unit", r"[Oo]ver (?:the )?(?P<which>last|past|next|coming) (?:{n} )?{u}"
    ),
    _rule("in last years", "vague", "unit", r"[Ll]ast (?:{n} )(?:minutes|hours|days|weeks|months|years|decades)"),
    _rule(
        "two days ago",
        "relative",
        "unit",
        r"{hedge}(?:exactly )?{n} {u}(?P<half> and a half)? ago(?P<anchor> today)?",
    ),
    _rule("two days later", "relative", "unit", r"{hedge}{n} {u} (?:later|earlier|afterwards|beforehand)"),
    _rule(
        "the day before",
        "relative",
        "unit",
        r"(?:[Tt]he|[Aa]) (?:day|night|week|month|year|decade) (?:before|after|earlier|later)",
    ),
    _rule(
        "that year",
        "relative",
        "unit",
        r"(?:[Tt]hat|[Tt]he same|[Tt]he very next|[Tt]he next|[Tt]he following|[Tt]he previous) (?:very )?(?:day|week(?:end)?|month|year|decade)",
    ),
    _rule(
        "the end of the year",
        "relative",
        "unit",
        r"(?:{edge}(?:the|that|each) (?:day|week|month|year|decade|century|season)|(?:the )?(?:year|month|week)(?:{dash}| )end)",
    ),
    _rule(
        "the weekend",
        "relative",
        "unit",
        r"(?:[Tt]he|[Tt]his|[Oo]ver the) (?:long |coming |bank holiday )?weekend",
    ),
    _rule(
        "in recent weeks",
        "vague",
        "unit",
        r"(?:the )?(?:(?:more|most) )?(?:[Rr]ecent|[Cc]oming|[Ff]uture|[Ll]ater|[Ee]arlier|[Pp]revious|[Ff]ollowing) (?:hours|days(?: and weeks)?|weeks(?: and months)?|months(?: and years)?|years|decades|centuries)",
    ),
    _rule(
        "years ago",
        "vague",
        "unit",
        r"(?:[Mm]any |[Ss]ome |[Ll]ong )?(?:minutes|hours|days|weeks|months|years|decades|centuries|time) (?:ago|later|earlier)",
    ),
    _rule(
        "for months",
        "vague",
        "unit",
        r"(?<=[Ff]or )(?:many |some |just )?(?:minutes|hours|days|weeks|months|years|decades|centuries|ages)(?: on end| and (?:even )?(?:days|weeks|months|years))?",
    ),
    _rule(
        "this summer",
        "season",
        "word",
        r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? |{edge})?(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he following|[Tt]hat) {season}",
    ),
    _rule(
        "in the spring",
        "season",
        "word",
        r"(?:(?<=[Ii]n )|(?<=[Dd]uring )|(?<=[Bb]y ))(?:the )?(?:early |late |mid-?)?{season}",
    ),
    _rule(
        "the third quarter",
        "relative",
        "unit",
        r"(?:the )?(?P<ordinal>first|second|third|fourth|final|last) quarter(?: of (?:the|this|last|next) (?:(?:fiscal|financial) )?year)",
    ),
    _rule("in the 33rd minute", "relative", "unit", r"(?:[Tt]he )?{ord} (?:minute|hour|day)(?! of)"),
)
DURATION_RULES = (
    _rule(
        "three days",
        "duration",
        "unit",
        r"{hedge}(?:(?:a )?(?:full|whole) )?{n} (?:(?:long|full|whole|consecutive|straight|working|more|further|additional|calendar|business|light) )?{u}(?P<half> and a half)?",
    ),
    _rule("three years and two months", "duration", "unit", r"{hedge}{n} {u}(?:,| and|, and) {n2} {u2}"),
    _rule("two to three years", "duration", "unit", r"{hedge}(?:between )?{n}{to}{n2} {u}"),
    _rule(
        "seven-day",
        "duration",
        "unit",
        r"(?P<n>(?i:NUM|multi|several))(?:{dash}| )?(?P<unit>second|minute|hour|day|week|month|year|decade|century)(?:-long|long)?".replace(
            "NUM", rf"\d+(?:\.\d+)?|{WORDS}"
        ),
    ),
    _rule(
        "half a century",
        "duration",
        "unit",
        r"{hedge}(?P<n>half an?|a quarter of an?) (?P<unit>hour|day|year|decade|century)",
    ),
)
FREQUENCY_RULES = (
    _rule(
        "twice a week",
        "frequency",
        "unit",
        r"(?i:once|twice|thrice|(?:NUM|several|many) times)(?: or (?:twice|more))? (?:an?|per|each|every) (?:minute|hour|day|week|fortnight|month|quarter|year|decade|century)".replace(
            "NUM", NUMERAL
        ),
    ),
    _rule(
        "every year",
        "frequency",
        "unit",
        r"(?i:every|each)(?: (?:other|single|second|third))? (?:minute|hour|day|night|morning|week|weekend|fortnight|month|quarter|summer|winter|year|decade)",
    ),
    _rule(
        "every two weeks",
        "frequency",
        "unit",
        r"(?i:(?:once )?every) (?:few |couple of |(?P<n>(?i:NUM)) )(?P<unit>(?:minute|hour|day|week|month|year|decade)s)".replace(
            "NUM", NUMERAL
        ),
    ),
    _rule("per day", "frequency", "unit", r"(?:per|(?<=times )a) (?:second|minute|hour|day|week|month|year)"),
    _rule("24/7", "frequency", "digit", r"24/7"),
)
AGE_RULES = (
    _rule(
        "aged 42",
        "age",
        "word",
        r"(?i:aged|age|at the age of|the age of) (?:just |only |about |around |between |under |over )?(?P<n>\d{1,3}|(?i:WORDS))(?:(?: to | and |[-–])(?P<n2>\d{1,3}|(?i:WORDS)))?(?! (?:percent|per cent))(?: (?:years?|months?|weeks?|days?)(?: old)?)?".replace(
            "WORDS", WORDS
        ),
    ),
    _rule(
        "the 45-year-old",
        "age",
        "unit",
        r"(?P<n>(?i:NUM))(?:{dash}| )(?P<unit>(?i:hour|day|week|month|year)s?)(?:{dash}| )olds?".replace(
            "NUM", NUMERAL
        ),
    ),
    _rule(
        "42 years of age",
        "age",
        "unit",
        r"{hedge}(?P<n>(?i:NUM)) (?P<unit>(?i:day|week|month|year)s?) of age".replace("NUM", NUMERAL),
    ),
    _rule(
        "in his 40s",
        "age",
        "digit",
        r"(?<=[Ii]n )(?:his|her|their|my|our) (?:(?:early|mid|late)(?:{dash}| ))?(?P<n>[1-9]0)s",
    ),
    _rule("Smith, 42,", "age", "digit", r"(?<=[a-z], )(?P<n>[1-9]\d?|10\d)(?=,(?! \d))"),
)
CLOCK_RULES = (
    _rule("3 pm", "clock", "clock", r"{clock}"),
    _rule(
        "10am to 5pm",
        "range",
        "clock",
        r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<meridiem>(?i:[ap]\.?m\b\.?))?{to}(?P<hour2>[01]?\d|2[0-3])(?:[:.](?P<minute2>[0-5]\d))?\s?(?P<meridiem2>(?i:[ap]\.?m\b\.?))",
    ),
    _rule(
        "half past eight",
        "clock",
        "word",
        r"(?:(?:half|(?:a )?quarter|ten|twenty|five) (?:past|to)) (?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    ),
)
RULES = (
    *DAY_RANGES, *DAYS, *MONTH_RULES, *YEAR_RULES, *WEEKDAY_RULES, *AGE_RULES, *FREQUENCY_RULES, *RELATIVE_RULES,
    *DURATION_RULES, *CLOCK_RULES,
)  # fmt: skip
BY_NEED = grouped(RULES)
ORDER = {rule.name: i for i, rule in enumerate(RULES)}
TRIGGER = re.compile(
    rf"\b(?P<month>{_FULL}|{_SHORT})|\b(?P<weekday>{_WEEK})"
    r"|(?P<clock>\b\d\d?(?:[:.]\d\d)?\s?(?i:[ap]\.?m\b)|\d:\d\d|\bo'clock|\b(?i:noon|midday|midnight)\b|\d (?:GMT|UTC|hours))"
    r"|\b(?P<part>(?i:morning|afternoon|evening|night)\b)"
    r"|(?P<unit>(?i:seconds?|minute|mins?\b|hour|hrs?\b|day|week|fortnight|month|quarter|year|yrs?\b|decade|centur))"
    r"|\b(?P<word>(?i:to(?:day|morrow|night)|yesterday|spring|summer|autumn|fall|winter|aged?\b|past\b|[a-z]+ties\b|half|quarter))"
    r"|(?P<digit>\d\d)"
)
