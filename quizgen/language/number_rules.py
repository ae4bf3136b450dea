"""The rules that find quantities, as data: the name is an example, the value a pattern.

Groups: `hedge`, `n` (and `n2` at a range's far end), `currency`, `unit`, `between`, `joint`, `top`, `bottom`, `of`,
`half`, `ordinal`, `plus`, `vague`. The core of a quantity is all of the match but its hedge.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.language.matching import DASH, Rule, grouped, words_of
from quizgen.language.number_units import CURRENCIES, CURRENCY_WORDS, HEDGES, MEASURES, PERCENT
from quizgen.language.numerals import DIGITS, NUMERAL, ORDINALS, PARTS, SCALES, SMALL, WORDS

_ORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_FEW = r"several|many|(?:a )?few|numerous|plenty of|lots of|most|multiple|various|countless"
_KIND = r"number|handful|majority|minority|couple|series|lot|range|variety|host|string|wave"
FRAGMENTS = {
    "hedge": rf"(?:(?P<hedge>(?i:{HEDGES})) )?",
    "n2": rf"(?P<n2>(?i:{NUMERAL}))",
    "n": rf"(?P<n>(?i:{NUMERAL}))",
    "to": rf"(?P<joint>\s?{DASH}\s?| to | and | or |, maybe | to as (?:many|much|high) as |, or )",
    "cur": rf"(?P<currency>{CURRENCIES})\s?",
    "money": CURRENCY_WORDS,
    "measure": MEASURES,
    "percent": PERCENT,
    "between": r"(?:(?P<between>(?i:between|anywhere (?:between|from)|anything from)) )?",
    "gap": rf"(?:\s|{DASH})?",
    "words": rf"(?i:{WORDS})",
    "digits": DIGITS,
    "small": rf"(?i:{'|'.join(SMALL)})",
    "parts": rf"(?i:(?:{'|'.join(PARTS)})s?|halves)",
    "scales": "|".join(SCALES),
    "ord": rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{_ORD})",
}  # fmt: skip


def _rules(kind: str, needs: str, patterns: dict[str, str]) -> tuple[Rule, ...]:
    return tuple(Rule(name, kind, needs, _compiled(pattern)) for name, pattern in patterns.items())


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, fragment in FRAGMENTS.items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return re.compile(rf"(?<![\w.,#/])(?<![\w)]{DASH})(?:{pattern})(?![\w])(?![.,]\d)(?!{DASH}\d)")


RULES = (
    *_rules("money", "money", {
        "$4-5 million": r"{hedge}{between}{cur}{n}{to}(?:(?P=currency)\s?)?{n2}",
        "$3.5bn": r"{hedge}{cur}{n}",
        "two million dollars": r"{hedge}{between}(?:{n}{to})?{n2}{gap}(?P<unit>{money})",
    }),
    *_rules("percent", "percent", {
        "10 to 15 percent": r"{hedge}{between}{n}(?: ?{percent})?{to}{n2}{gap}(?P<unit>{percent})",
        "15%": r"{hedge}{n}{gap}(?P<unit>{percent})",
    }),
    *_rules("measure", "measure", {
        "8 to 10 km": r"{hedge}{between}{n}{to}{n2}{gap}(?P<unit>{measure})",
        "8 km": r"{hedge}{n}{gap}(?P<unit>{measure})",
    }),
    *_rules("fraction", "part", {
        "two-thirds": r"{hedge}(?P<top>(?i:an?|one|two|three|four|five|six|seven|eight|nine|\d+))[ -]"
                      r"(?P<bottom>{parts})",
        "half": r"{hedge}(?P<half>(?i:half))",
    }),
    *_rules("fraction", "digit", {"3/4": r"{hedge}(?P<top>[1-9])/(?P<bottom>[2-9]|10)"}),
    *_rules("fraction", "out of", {
        "one in five": r"{hedge}(?P<top>{small}|\d+) (?:in|out of)(?: every)? (?P<of>{words}|{digits})",
    }),
    *_rules("score", "digit", {"2-1": r"(?P<n>\d{1,3})\s?[-–]\s?(?P<n2>\d{1,3})"}),
    *_rules("count", "pair", {"between 4,000 and 5,000": r"{hedge}{between}{n}{to}{n2}"}),
    *_rules("count", "any", {"around 500": r"{hedge}{n}(?P<plus>\+)?"}),
    *_rules("ordinal", "ordinal", {"third": r"(?P<ordinal>\d[\d,]*(?:st|nd|rd|th)|(?i:{ord}))"}),
    *_rules("vague", "vague", {
        "hundreds": r"{hedge}(?:(?:many|several|a few|tens of|hundreds of|a couple of|some|the) )*"
                    r"(?P<vague>(?i:dozens|scores|tens|hundreds|thousands|millions|billions|trillions"
                    r"|(?:several|a few|many|some|few) (?:{scales})))(?: of (?:thousands|millions|billions))?",
        "several": rf"(?:only |just |quite )?(?P<vague>(?i:{_FEW}|a (?:large |small |growing |great )?(?:{_KIND}) of))",
    }),
)  # fmt: skip
_MEASURE = re.compile(MEASURES, re.IGNORECASE)
BY_NEED = grouped(RULES)
ORDER = {rule.name: i for i, rule in enumerate(RULES)}

NUMBER_WORDS = frozenset(SMALL) | frozenset(SCALES) | frozenset("½¼¾⅓⅔")
VAGUE_WORDS = frozenset(
    "dozens scores tens hundreds thousands millions billions trillions several many few number handful majority "
    "minority couple series lot range variety host string wave plenty lots most multiple various countless some "
    "numerous".split()
)
PART_WORDS = frozenset(PARTS) | frozenset(part + "s" for part in PARTS) | {"halves"}
MONEY_WORDS = frozenset(
    "$ £ € ¥ ₹ ₽ ₩ ₦ ₪ ₫ ฿ rs rp sh ksh tsh ush tk rm gh s usd eur gbp aud cad chf inr jpy rmb cny kes ngn zar pkr "
    "bdt sek nok dkk pln try brl aed sar idr php kr dollar dollars cent cents euro euros pound pounds pence yen yuan "
    "renminbi rupee rupees rouble roubles ruble rubles peso pesos franc francs krona kronor kroner rand rands shekel "
    "shekels lira liras dinar dinars riyal riyals dirham dirhams won naira".split()
)
PERCENT_WORDS = frozenset("% per percent pc percentage".split())
ORDINAL_WORDS = frozenset(ORDINALS) | {"st", "nd", "rd", "th"}


def present(text: str) -> set[str]:
    """Which rules may find anything in a sentence's letters."""
    words = words_of(text)
    known = set(words)
    found = {"vague"} if known & VAGUE_WORDS else set()
    if known & PART_WORDS:
        found.add("part")
    if known & ORDINAL_WORDS:
        found.add("ordinal")
    numbers = sum(1 for word in words if word[0].isdigit() or word in NUMBER_WORDS)
    if not numbers:
        return found
    found.add("any")
    if any(map(_is_measure, known)):
        found.add("measure")
    if numbers > 1:
        found |= {"pair", "digit"} | ({"out of"} if known & {"in", "out"} else set())
    if known & PERCENT_WORDS:
        found.add("percent")
    if known & MONEY_WORDS:
        found.add("money")
    return found


@lru_cache(maxsize=4096)
def _is_measure(word: str) -> bool:
    """Whether a unit of measure may begin with the word."""
    return word in {"°", "light", "m", "cm"} or bool(_MEASURE.fullmatch(word))
