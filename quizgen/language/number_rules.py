"""The rules that find quantities, as data: each has an example for a name, a kind, a trigger and a pattern.

Groups: `hedge`, `n` (and `n2` at a range's far end), `currency`, `scale`, `unit`, `vague`; the core of a quantity
is all of the match but its hedge.
"""

from __future__ import annotations

import re

from quizgen.language.matching import DASH, Rule, grouped
from quizgen.language.numerals import DIGITS, NUMERAL, ORDINALS, PARTS, SCALES, SMALL, WORDS

HEDGES = (
    r"about|around|approximately|roughly|nearly|almost|some|an estimated|an? (?:reported|additional|unprecedented|record"
    r"|average of|total of|estimated|minimum of|maximum of|whopping|staggering)|at least|at most|at around|at about|not (?:less|fewer|more) than"
    r"|no (?:less|fewer|more) than|(?:much |far |slightly |significantly )?(?:more|less|fewer|higher|lower|greater|larger|smaller) than"
    r"|(?:well |just |slightly |a little )?(?:over|under|above|below)|as (?:many|few|much|little|high|low|large) as|up to|upwards of"
    r"|close to|only about|only|just|exactly|precisely|reportedly|possibly|probably|perhaps|an average of|a total of|in excess of|estimated"
    r"|or so|out of an estimated|circa|approx\.|fully|barely|a minimum of|a maximum of|another|a further|an extra|mere"
    r"|a mere|a record|more than about"
)
CURRENCIES = r"(?:(?:US|A|AU|C|CA|NZ|HK|S|R|NT|Z|AUD|CAD|USD) ?)?\$|[£€¥₹₽₩₦₪₫฿]|(?:Rs\.?|USD|EUR|GBP|AUD|CAD|CHF|INR|JPY|RMB|kr)(?= ?\d)"
CURRENCY_WORDS = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|American|New Zealand|Hong Kong|Singapore|Taiwan) )?(?:dollars?|cents?)|euros?|pounds?(?: sterling)?"
    r"|pence|yen|yuan|renminbi|rupees?|roubles?|rubles?|pesos?|(?:Swiss )?francs?|krona|kroner|rands?|shekels?|liras?|dinars?|riyals?|dirhams?|won|naira"
)
MEASURES = (
    r"(?:square|cubic|sq\.?|nautical) (?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|km|m|mi|ft)"
    r"|(?:kilo|centi|milli|micro|nano)?met(?:re|er)s?(?: per (?:second|hour)| an hour| tall| long| high| wide| deep)?"
    r"|(?:kilo|milli)?grams?|(?:kilo)?grammes?|(?:milli|centi|mega)?lit(?:re|er)s?|miles?(?: per hour| an hour)?|feet|foot|inch(?:es)?|yards?|acres?|hectares?"
    r"|(?:metric )?ton(?:ne)?s?|pounds?|ounces?|gallons?|barrels?(?= (?:of|per|a))|(?:kilo|mega|giga|tera)?watts?(?: hours?)?|(?:kilo|mega|giga|tera)bytes?"
    r"|(?:mega|kilo|giga)?hertz|volts?|amps?|calories|degrees?(?: (?:Celsius|Fahrenheit|C|F))?|knots?|decibels?|light years?|kilotons?"
    r"|km/h|kph|mph|km[²2³3]?|m[²2³3](?:/s)?|cm[²2³3]?|mm|nm|kg|mg|ml|cl|ft|lbs?|oz|ha|kWh|MWh|GWh|TWh|kW|MW|GW|TW|[kMGT]B|GHz|MHz|MHZ|kHz|Hz|°(?: ?[CF])?|ppm|mi|bpd|dB"
)
PERCENT = r"(?:%|per ?cent(?:age points?)?|pc(?: points?)?|percentage points?)"
_PART = "|".join((*PARTS, "halves"))
_ORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
FRAGMENTS = {
    "hedge": rf"(?:(?P<hedge>(?i:{HEDGES})) (?:the )?)?",
    "n2": rf"(?P<n2>(?i:{NUMERAL}))",
    "n": rf"(?P<n>(?i:{NUMERAL}))",
    "to": rf"(?:\s?{DASH}\s?| to | and | or |, maybe | to as (?:many|much|high) as |, or )",
    "cur": rf"(?P<currency>{CURRENCIES})\s?",
    "money": CURRENCY_WORDS,
    "measure": MEASURES,
    "percent": PERCENT,
    "between": r"(?:(?P<between>(?i:between|from|anywhere between|anything from)) )?",
    "gap": rf"(?:\s|{DASH})?",
}


def _rule(name: str, kind: str, needs: str, pattern: str) -> Rule:
    for key, fragment in FRAGMENTS.items():
        pattern = pattern.replace("{" + key + "}", fragment)
    return Rule(
        name, kind, needs, re.compile(rf"(?<![\w.,#/])(?<![\w)]{DASH})(?:{pattern})(?![\w])(?![.,]\d)(?!{DASH}\d)")
    )


RULES = (
    _rule(
        "$4-5 million",
        "money",
        "money",
        r"{hedge}{between}{cur}{n}{to}(?:{cur})?{n2}".replace("{cur})?", "(?:CUR)\\s?)?").replace(
            "CUR", CURRENCIES
        ),
    ),
    _rule("$3.5bn", "money", "money", r"{hedge}{cur}{n}"),
    _rule("two million dollars", "money", "money", r"{hedge}{between}(?:{n}{to})?{n2}{gap}(?P<unit>{money})"),
    _rule(
        "10 to 15 percent",
        "percent",
        "percent",
        r"{hedge}{between}{n}(?: ?{percent})?{to}{n2}{gap}(?P<unit>{percent})",
    ),
    _rule("15%", "percent", "percent", r"{hedge}{n}{gap}(?P<unit>{percent})"),
    _rule("8 to 10 km", "measure", "measure", r"{hedge}{between}{n}{to}{n2}{gap}(?P<unit>{measure})"),
    _rule("8 km", "measure", "measure", r"{hedge}{n}{gap}(?P<unit>{measure})"),
    _rule(
        "two-thirds",
        "fraction",
        "part",
        r"{hedge}(?P<top>(?i:an?|one|two|three|four|five|six|seven|eight|nine|\d+))[ -](?P<bottom>(?i:PARTS)s?)".replace(
            "PARTS", _PART
        ),
    ),
    _rule("half", "fraction", "part", r"{hedge}(?P<half>(?i:half))"),
    _rule("3/4", "fraction", "digit", r"{hedge}(?P<top>[1-9])/(?P<bottom>[2-9]|10)"),
    _rule("2-1", "score", "digit", r"(?P<n>\d{1,2})[-–](?P<n2>\d{1,2})"),
    _rule(
        "one in five",
        "fraction",
        "word",
        r"{hedge}(?P<top>(?i:SMALL)|\d+) (?:in|out of)(?: every)? (?P<of>(?i:WORDS)|DIGITS)".replace(
            "SMALL", "|".join(SMALL)
        )
        .replace("WORDS", WORDS)
        .replace("DIGITS", DIGITS),
    ),
    _rule("between 4,000 and 5,000", "count", "any", r"{hedge}{between}{n}{to}{n2}"),
    _rule("around 500", "count", "any", r"{hedge}{n}(?P<plus>\+)?"),
    _rule(
        "third",
        "ordinal",
        "ordinal",
        rf"(?P<ordinal>\d[\d,]*(?:st|nd|rd|th)|(?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{_ORD})))",
    ),
    _rule(
        "hundreds",
        "vague",
        "vague",
        r"{hedge}(?:(?:many|several|a few|tens of|hundreds of|a couple of|some|the) )*(?P<vague>(?i:dozens|scores|tens|hundreds|thousands|millions|billions|trillions|(?:several|a few|many|some|few) (?:SCALES)))(?: of (?:thousands|millions|billions))?".replace(
            "SCALES", "|".join(SCALES)
        ),
    ),
    _rule(
        "several",
        "vague",
        "vague",
        r"(?:only |just |quite )?(?P<vague>(?i:several|many|(?:a )?few|numerous|a (?:large |small |growing |great )?(?:number|handful|majority|minority|couple|series|lot|range|variety|host) of|plenty of|lots of|most|multiple|various|countless|dozens of))",
    ),
)
BY_NEED = grouped(RULES)
ORDER = {rule.name: i for i, rule in enumerate(RULES)}
PRESENT = re.compile(rf"(?P<any>\d|\b(?i:{'|'.join(SMALL)}|{'|'.join(SCALES)})\b|[½¼¾])")
SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("money", re.compile(rf"(?:{CURRENCIES})|\b(?:{CURRENCY_WORDS})\b")),
    ("percent", re.compile(PERCENT)),
    ("measure", re.compile(rf"(?<![A-Za-z])(?:{MEASURES})(?!\w)")),
    ("part", re.compile(rf"(?i:{_PART})")),
    ("ordinal", re.compile(rf"\d(?:st|nd|rd|th)\b|\b(?i:{_ORD})\b")),
    (
        "vague",
        re.compile(
            r"(?i:dozens|scores|tens|hundreds|thousands|illions|several|many|few|number|handful|major|minor|couple"
            r"|series|\blot|range|variety|host|plenty|most|multiple|various|countless|some|numerous)"
        ),
    ),
    ("digit", re.compile(r"\d[-–/]\d")),
    ("word", re.compile(r" (?:in|out of) ")),
)


def present(text: str) -> set[str]:
    """Which rules may find anything in the text."""
    found = {name for name, pattern in SIGNS if pattern.search(text)}
    if PRESENT.search(text):
        return found | {"any"}
    return found & {"part", "ordinal", "vague"}
