"""The rules that find relative times, durations, frequencies, ages and clock times, as data.

Groups: `n` and `unit` (and `n2`, `unit2`), `half`, `hedge`, `which`, `word`, `shift`, `anchor`, and the clock's.
"""

from __future__ import annotations

from quizgen.language.time_fragments import rules

_PERIOD = r"day|week(?:end)?|fortnight|month|quarter|year|decade|century"
_SHORT_PERIOD = r"minute|hour|day|night|morning|week|weekend|fortnight|month|quarter|summer|winter|year|decade"

RELATIVE_RULES = rules("relative", "word", {
    "today": r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? )?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)"
             r"(?: {part})?",
    "the day after tomorrow": r"[Tt]he day (?P<shift>before yesterday|after tomorrow)",
}) + rules("relative", "part", {
    "last night": r"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? )?(?P<which>[Tt]his|[Ll]ast|[Tt]hat"
                  r"|[Tt]he (?:next|following|previous|same)) (?:very )?{part}",
}) + rules("relative", "ago", {
    "two days ago": r"{hedge}(?:exactly )?{n} {u}(?P<half> and a half)? ago(?P<anchor> today)?",
}) + rules("relative", "later", {
    "two days later": r"{hedge}{n} {u} (?:later|earlier|afterwards|beforehand)",
}) + rules("relative", "unit", {
    "last week": rf"(?:[Ee]arl(?:y|ier) |[Ll]ate(?:r)? |[Mm]id{{dash}}|{{edge}})?{{rel}} (?P<unit>{_PERIOD})",
    "the past two days": r"(?:[Oo]ver )?(?:[Tt]he|[Tt]hese|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
                         r"(?P<which>last|past|next|coming|previous|following|first|final) (?:{n} )?"
                         r"(?P<unit>(?:minute|hour|week|weekend|month|quarter|year|decade)s?|days?|fortnight"
                         r"|centur(?:y|ies))(?:,? or so)?",
    "over the last year": r"[Oo]ver (?:the )?(?P<which>last|past|next|coming) (?:{n} )?{u}",
    "the day before": r"(?:[Tt]he|[Aa]) (?:day|night|week|month|year|decade) (?:before|after|earlier|later)",
    "that year": r"(?:[Tt]hat|[Tt]he same|[Tt]he very next|[Tt]he next|[Tt]he following|[Tt]he previous) "
                 rf"(?:very )?(?:{_PERIOD})",
    "the end of the year": r"(?:{edge}(?:the|that|each) (?:day|week|month|year|decade|century|season)"
                           r"|(?:the )?(?:year|month|week)(?:{dash}| )end)",
    "the weekend": r"(?:[Tt]he|[Tt]his) (?:long |coming |bank holiday )?weekend",
    "the third quarter": r"(?:the )?(?P<ordinal>first|second|third|fourth|final|last) quarter"
                         r" of (?:the|this|last|next) (?:(?:fiscal|financial) )?year",
    "in the 33rd minute": r"(?:[Tt]he )?{ord} (?:minute|(?:hour|day)(?! of))",
})  # fmt: skip
VAGUE_RULES = rules("vague", "unit", {
    "in recent weeks": r"(?:[Tt]he )?(?:(?:more|most) )?(?:[Rr]ecent|[Cc]oming|[Ff]uture|[Ll]ater|[Ee]arlier"
                       r"|[Pp]revious|[Ff]ollowing) {units}(?: and {units})?",
    "in last years": r"[Ll]ast (?:{n} )?{units}",
    "years ago": r"(?:[Mm]any |[Ss]ome |[Ll]ong )?(?:{units}|[Tt]ime) (?:ago|later|earlier)",
    "for months": r"(?<=[Ff]or )(?:many |some |just )?(?:{units}|ages)(?: on end| and (?:even )?{units})?",
})  # fmt: skip
DURATION_RULES = rules("duration", "unit", {
    "three days": r"{hedge}(?:(?:a )?(?:full|whole) )?{n} (?:(?:long|full|whole|consecutive|straight|working|more"
                  r"|further|additional|calendar|business|light) )?{u}(?P<half> and a half)?",
    "seven-day": r"(?P<n>{num}|(?i:multi|several))(?:{dash}| )?"
                 r"(?P<unit>second|minute|hour|day|week|month|year|decade|century)(?:-long|long)?",
    "half a century": r"{hedge}(?P<n>half an?|a quarter of an?) (?P<unit>hour|day|year|decade|century)",
}) + rules("duration", "units", {
    "three years and two months": r"{hedge}{n} {u}(?:,| and|, and) {n2} {u2}",
}) + rules("duration", "pair", {
    "two to three years": r"{hedge}(?:between )?{n}{to}{n2} {u}",
})  # fmt: skip
FREQUENCY_RULES = rules("frequency", "times", {
    "twice a week": rf"(?i:once|twice|thrice|(?:{{num}}|several|many) times)(?: or (?:twice|more))?"
                    rf" (?:an?|per|each|every) (?:{_SHORT_PERIOD})",
}) + rules("frequency", "unit", {
    "every year": rf"(?i:every|each)(?: (?:other|single|second|third))? (?:{_SHORT_PERIOD})",
    "every two weeks": r"(?i:(?:once )?every) (?:few |couple of |(?P<n>{num}) )"
                       r"(?P<unit>(?:minute|hour|day|week|month|year|decade)s)",
    "per day": r"(?:per|(?<=times )a) (?:second|minute|hour|day|week|month|year)",
}) + rules("frequency", "digit", {
    "24/7": r"24/7",
})  # fmt: skip
AGE_RULES = rules("age", "word", {
    "aged 42": r"(?i:aged|age|the ages? of)(?: (?:just|only|about|around|between|under|over))? "
               r"(?P<n>\d{1,3}|{words})(?:(?: to | and |[-–])(?P<n2>\d{1,3}|{words}))?(?!,\d| ?%| per ?cent)"
               r"(?: (?P<unit>years?|months?|weeks?|days?)(?: old)?)?",
    "42 years of age": r"{hedge}(?P<n>{num}) (?P<unit>(?i:day|week|month|year)s?) of age",
}) + rules("age", "old", {
    "the 45-year-old": r"(?P<n>{num})(?:{dash}| )(?P<unit>(?i:hour|day|week|month|year)s?)(?:{dash}| )olds?",
}) + rules("age", "digit", {
    "in his 40s": r"(?<=[Ii]n )(?:his|her|their|my|our) (?:(?:early|mid|late)(?:{dash}| ))?(?P<n>[1-9]0)s",
}) + rules("age", "comma", {
    "Smith, 42,": r"(?<=[a-z], )(?P<n>[1-9]\d?|10\d)(?=,(?! \d))",
}) + rules("age", "was", {
    "she was six": r"(?:(?<=[Ss]he was )|(?<=[Hh]e was )|(?<=turned )|(?<=[Ss]he is )|(?<=[Hh]e is ))"
                   r"(?P<n>\d{1,3}|{words})",
})  # fmt: skip
CLOCK_RULES = rules("clock", "clock", {
    "3 pm": r"{clock}",
}) + rules("range", "clock", {
    "10am to 5pm": r"{between}(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?"
                   r"\s?(?P<meridiem>(?i:[ap]m\b|[ap]\.m\b\.?))?{to}"
                   r"(?P<hour2>[01]?\d|2[0-3])(?:[:.](?P<minute2>[0-5]\d))?\s?(?P<meridiem2>(?i:[ap]m\b|[ap]\.m\b\.?))",
}) + rules("clock", "past", {
    "half past eight": r"(?:half|(?:a )?quarter|ten|twenty|five) (?:past|to) "
                       r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
})  # fmt: skip
SPAN_RULES = (
    *AGE_RULES, *FREQUENCY_RULES, *RELATIVE_RULES, *VAGUE_RULES, *DURATION_RULES, *CLOCK_RULES,
)  # fmt: skip
