"""All rules that find times, in their order (of two matches of one length the earlier rule's stands), and triggers."""

from __future__ import annotations

from collections import Counter

from quizgen.language.calendar_rules import CALENDAR_RULES
from quizgen.language.matching import grouped, words_of
from quizgen.language.numerals import SCALES, SMALL
from quizgen.language.span_rules import SPAN_RULES
from quizgen.language.time_fragments import MONTHS, WEEKDAYS

RULES = (*CALENDAR_RULES, *SPAN_RULES)
BY_NEED = grouped(RULES)
ORDER = {rule.name: i for i, rule in enumerate(RULES)}

NUMBER_WORDS = SMALL.keys() | SCALES.keys()
UNIT_WORDS = frozenset(
    f"{unit}{s}" for unit in "second minute min hour hr day week fortnight month quarter year yr decade weekend".split()
    for s in ("", "s")
) | {"century", "centuries", "ages"}  # fmt: skip
TRIGGERS: dict[str, str] = {
    **dict.fromkeys((month.lower() for month in MONTHS), "month"),
    **dict.fromkeys("jan feb mar apr jun jul aug sep sept oct nov dec".split(), "month"),
    **dict.fromkeys((day.lower() for day in WEEKDAYS), "weekday"),
    **dict.fromkeys((day.lower() + "s" for day in WEEKDAYS), "weekday"),
    **dict.fromkeys(UNIT_WORDS, "unit"),
    **dict.fromkeys("am pm a p o clock noon midday midnight gmt utc hours :".split(), "clock"),
    **dict.fromkeys("morning afternoon evening night lunchtime".split(), "part"),
    **dict.fromkeys("today yesterday tomorrow tonight spring summer autumn fall winter aged age ages".split(), "word"),
    **dict.fromkeys("twenties thirties forties fifties sixties seventies eighties nineties".split(), "word"),
    **dict.fromkeys("past quarter half".split(), "past"),
    **dict.fromkeys("was is turned".split(), "was"),
    **dict.fromkeys("old olds".split(), "old"),
    **dict.fromkeys("later earlier afterwards beforehand".split(), "later"),
    **dict.fromkeys("once twice thrice times".split(), "times"),
    **dict.fromkeys("century centuries".split(), "century"),
    "ago": "ago",
}
# words that wake two groups of rules
ALSO = {"hours": "unit", "quarter": "unit", "century": "unit", "centuries": "unit", "ages": "unit"}


def waking(text: str) -> set[str]:
    """The triggers that a sentence's letters hold: the needs of the rules that may find anything in it."""
    words = Counter(words_of(text))
    present = {TRIGGERS[word] for word in words.keys() & TRIGGERS.keys()}
    present |= {ALSO[word] for word in words.keys() & ALSO.keys()}
    figures = [word for word in words if word[0].isdigit()]
    if any(len(word) > 1 for word in figures):
        present.add("digit")
    if figures and "," in words:
        present.add("comma")
    if "unit" in present and sum(words[word] for word in words.keys() & UNIT_WORDS) > 1:
        present.add("units")
    numbers = sum(words[word] for word in words if word[0].isdigit() or word in NUMBER_WORDS)
    if "unit" in present and numbers + ("a" in words) > 1:
        present.add("pair")
    if not numbers:
        present.discard("was")
    if not figures and not words.keys() & {"clock", "noon", "midday", "midnight"}:
        present.discard("clock")
    return present
