"""The rules that find points and stretches of the calendar, as data: the name is an example, the value a pattern.

Groups: `day`, `month`, `year`, `weekday`, `part` (of the day), `edge` ("early", "the end"), `which` ("last"),
`joint` and `between` (of a range), `decade`, `ordinal`, `quarter`, `season`, `bc`; a trailing 2 is a range's far end.
"""

from __future__ import annotations

from quizgen.language.time_fragments import rules

_NO_COUNT = r"(?![-–]?\d|[,.:]\d|%| per ?cent| people| million| billion| years?\b)"

DAY_RULES = rules("date", "month", {
    "Monday, 15 February 2021": r"(?:{lead})?{wa}(?:the )?{d}{dash}?(?: of)? ?{ma}{dash}?,? ?{y}",
    "February 15, 2021": r"(?:{lead})?{wa}{ma} (?:the )?{d},? {y}",
    "February 15": r"(?:{lead})?{wa}{ma} (?:the )?{d}" + _NO_COUNT,
    "15 February": r"(?:{lead})?{wa}(?:the )?{d}{dash}?(?: of)? ?{ma}",
    "15 February this year": r"{d}(?: of)? {ma},? (?:of )?{rel} year",
    "February 15 last year": r"{ma} {d},? (?:of )?{rel} year",
}) + rules("date", "digit", {
    "2021-02-15": r"{y}[-‑/](?P<month>0[1-9]|1[0-2])[-‑/](?P<day>0[1-9]|[12]\d|3[01])"
                  r"(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?",
    "15/02/2021": r"(?P<slash>\d\d?[/.]\d\d?[/.](?:19|20)\d\d)",
})  # fmt: skip
DAY_RANGES = rules("range", "month", {
    "May 6 to May 9": r"{between}{wa}{ma} {d}(?:,? {y})?{to}(?:{wa2})?{ma2} {d2}(?:,? {y2})?",
    "6 May to 9 May": r"{between}{wa}{d} {ma}(?:,? {y})?{to}(?:{wa2})?{d2} {ma2}(?:,? {y2})?",
    "May 6-9": r"{between}{ma} {d}{to}{d2}" + _NO_COUNT + "(?:,? {y2})?",
    "6-9 May 2021": r"{between}{d}{to}{d2} {ma2}(?:,? {y2})?",
})  # fmt: skip
MONTH_RULES = rules("month", "month", {
    "October 2018": r"(?:{lead})?{ma},? (?:of )?{y}",
    "October last year": r"(?:{lead})?{m},? (?:of )?{rel} year",
    "last October": r"{rel} {m}",
    "October": r"(?:{lead})?{m}",
}) + rules("range", "month", {
    "July 2003 to December 2004": r"{between}(?:{lead})?{ma} {y}{to}(?:{lead2})?{ma2} {y2}",
    "July to December 2004": r"{between}(?:{lead})?{ma}{to}(?:{lead2})?{ma2},? {y2}",
    "July to December": r"{between}(?:{lead})?{m}{to}(?:{lead2})?{m2}",
})  # fmt: skip
YEAR_RULES = rules("range", "digit", {
    "the first half of 2020": r"(?:the )?(?P<half>first|second) half of {y}",
}) + rules("year", "digit", {
    "2018": r"(?:{lead}|(?:the )?(?:calendar )?year )?{y}",
    "575 BC": r"(?:[Aa]pproximately |about |around |c\. ?)?(?P<bc>\d{1,4}) {era}",
    "AD 622": r"A\.?D\.? (?P<bc>\d{1,4})",
    "FY2020": r"(?:the )?(?:FY ?|[Ff]iscal (?:year )?|[Ff]inancial year ){y}(?:[-–/](?P<tail>\d\d|\d{4}))?",
}) + rules("range", "digit", {
    "2004 to 2008": r"{between}(?:{lead})?{y}{to}(?:{lead2})?{y2}",
    "2013-14": r"{y}[-–‑/](?P<tail>\d\d)(?![-–‑/\d])",
    "Q3 2021": r"(?:(?:the )?Q(?P<quarter>[1-4])|(?:the )?(?P<ordinal>first|second|third|fourth) quarter)"
               r"(?: of|,)? {y}",
    "the 1990s": r"(?:[Tt]he )?(?:{lead})?(?:the )?(?P<decade>1[0-9]\d0|20\d0)'?s",
    "the '90s": r"[Tt]he (?:{lead})?(?:'\d0'?s|(?:[2-9]0)s)",
})  # fmt: skip
AGE_NAMES = rules("range", "word", {
    "the nineties": r"[Tt]he (?:{lead})?(?:[Tt]wenties|[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies"
                    r"|[Ee]ighties|[Nn]ineties)",
}) + rules("range", "century", {
    "the 20th century": r"(?:[Tt]he )?(?:{lead})?(?:the )?{ord}(?:{dash}| )[Cc]entury(?: {era})?",
    "20th and 21st centuries": r"(?:[Tt]he )?{ord}{to}{ord2} [Cc]enturies(?: {era})?",
}) + rules("season", "word", {
    "the summer of 2020": r"(?:{lead})?(?:the )?(?:(?:early|late|mid) )?{season}(?: of|,)? {y}",
    "this summer": r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? |{edge})?"
                   r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he following|[Tt]hat) {season}",
    "in the spring": r"(?:(?<=[Ii]n )|(?<=[Dd]uring ))(?:the )?(?:early |late |mid-?)?{season}",
})  # fmt: skip
WEEKDAY_RULES = rules("weekday", "weekday", {
    "Monday": r"(?:{lead})?{w}(?: {part})?",
    "last Monday": r"(?:{rel}|(?P<other>[Tt]hat|[Tt]he next|[Cc]oming)) {w}(?: {part})?",
    "Monday last week": r"{w},? (?:of )?{rel} week",
}) + rules("range", "weekday", {
    "Wednesday and Thursday": r"{between}{w}(?: {part})?{to}{w2}(?: {part2})?",
}) + rules("frequency", "weekday", {
    "on Mondays": r"(?:{days})s(?:(?:,| and|, and| to) (?:{days})s)*",
    "every Monday": r"(?i:every(?: other)?|each|once a|once every) (?:{days})(?: (?:and|or) (?:{days}))?(?: {part})?",
})  # fmt: skip
CALENDAR_RULES = (
    *DAY_RANGES, *DAY_RULES, *MONTH_RULES, *YEAR_RULES, *AGE_NAMES, *WEEKDAY_RULES,
)  # fmt: skip
