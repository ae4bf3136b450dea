"""What looks like a time and is none: names (Theresa May, Black Friday), counts (1709 schoolchildren), per-day rates.

Each guard is a predicate over a rule's match and its neighbours; a match stands where no guard of its rule objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quizgen.language.matching import DASH, Hit, Letters
from quizgen.language.numerals import value_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

BEFORE_MONTH = frozenset(
    "in since until till by from to through during before after between and or early late mid last next this the of "
    "for around late-".split()
)
CLEAR = frozenset("in since until till during last mid early late".split())
BEFORE_YEAR = BEFORE_MONTH | frozenset(
    "circa c. around about approximately year ( [ , ; - – / when than with on is was".split()
)
BEFORE_COUNT = frozenset(
    "over about nearly almost some than least most roughly approximately exactly only all resolution "
    "flight room no no. number route highway boeing # $ £ € section article act directive page line bus model chapter "
    "million billion".split()
)
PLURALS = frozenset(
    "people men women children police troops percent % per m km kg mw ft million billion thousand".split()
)
LEVELS = frozenset(
    "levels figures standards prices elections protests riots attacks floods olympics games season".split()
)
NAMED_DAYS = frozenset("black good holy palm easter ash super sheffield bloody cyber giving shrove fat plough".split())
AFTER_DAY = frozenset("times telegraph mail express mirror world people post review herald club star sun".split())
PERSONS = frozenset({"PER", "PERSON"})


def _before(hit: Hit, letters: Letters) -> Token | None:
    return letters.token(hit.first - 1)


def _after(hit: Hit, letters: Letters) -> Token | None:
    return letters.token(hit.last + 1)


def bare_month(hit: Hit, letters: Letters) -> bool:
    """Whether "May", "March", "April" … alone is the month and no modal, march or woman."""
    if hit.first != hit.last:
        return True
    token, before, after = letters.doc[hit.first], _before(hit, letters), _after(hit, letters)
    word = before.lower_ if before is not None else ""
    if after is not None and after.text == "Day":
        return False
    if word in CLEAR:
        return True
    if token.tag_ in {"MD", "VB", "VBP"} or token.ent_type_ in PERSONS or _is_surname(token, letters):
        return False
    if word == "the" and (after is None or not after.tag_.startswith("NN")):
        return False
    if word in BEFORE_MONTH:
        return True
    if token.text in {"May", "March", "August", "MAY", "MARCH"}:
        return False
    named = (after is not None and after.tag_ == "NNP") or (before is not None and before.tag_ == "NNP")
    return not named and not (before is None and after is not None and after.tag_.startswith("VB"))


def _is_surname(token: Token, letters: Letters) -> bool:
    """Whether the paragraph calls somebody so: "Theresa May", "Mrs May"."""
    words = letters.doc
    return any(
        word.text == token.text
        and words[word.i - 1].tag_ == "NNP"
        and words[word.i - 1].is_title
        and words[word.i - 1].text.rstrip(",") != word.text
        for word in words[1:]
    )


def bare_year(hit: Hit, letters: Letters) -> bool:
    """Whether four digits alone are a year: no count, price, flight or resolution."""
    before, after = _before(hit, letters), _after(hit, letters)
    if hit.first != hit.last or not hit.text.isdigit():
        return True
    if before is not None and (before.lower_ in BEFORE_COUNT or before.tag_ in {"$", "CD"}):
        return False
    if after is not None and (after.lower_ in PLURALS):
        return False
    word = before.lower_ if before is not None else ""
    if after is not None and after.lower_ in LEVELS:
        return True
    if after is not None and after.tag_ == "NNS" and word not in {"the", "its", "their", "his", "her"}:
        return False
    if int(hit.text) < 1900:
        noun = after is not None and after.tag_.startswith(("NN", "JJ"))
        return word in BEFORE_YEAR and not noun
    return before is None or word in BEFORE_YEAR or before.tag_ in {"DT", "PRP$", "POS", "IN", "JJ"}


def bare_weekday(hit: Hit, letters: Letters) -> bool:
    """Whether a weekday is no part of a name: Black Friday, Sheffield Wednesday, the Sunday Times."""
    before, after = _before(hit, letters), _after(hit, letters)
    if before is not None and before.lower_ in NAMED_DAYS:
        return False
    return after is None or not (after.is_title and after.lower_ in AFTER_DAY)


def length(hit: Hit, letters: Letters) -> bool:
    """Whether a number and a unit measure time: no "a second chance", "a minute amount", "a quarter of voters"."""
    words = hit.text.lower().split()
    unit, after, before = words[-1], _after(hit, letters), _before(hit, letters)
    if before is not None and before.text in {"-", "–", "/"} and not before.whitespace_:
        return False
    if unit.rstrip("s") == "quarter":
        return unit == "quarters" and (after is None or after.lower_ != "of")
    noun = after is not None and after.tag_.startswith(("NN", "JJ"))
    if words[0] in {"a", "an"} and _is_rate(before, letters):
        return False
    if hit.fields.get("n", "").lower() in ONE:
        return not unit.endswith("s") and unit != "second" and not (unit == "minute" and noun)
    several = unit.endswith("s") or "half" in hit.fields or hit.fields.get("n", "").lower().startswith("half")
    return several or _modifies(hit, letters)


def _is_rate(before: Token | None, letters: Letters) -> bool:
    """Whether "an hour" after that token says how much in an hour: "$16 an hour", "60 miles an hour"."""
    if before is None or before.tag_ in {"CD", "$"} or before.text == "%":
        return before is not None
    figure = letters.token(before.i - 1)
    return before.tag_ == "NNS" and figure is not None and figure.tag_ == "CD"


def _modifies(hit: Hit, letters: Letters) -> bool:
    """Whether a number and a unit in the singular stand before a noun ("a 20 minute walk"), or are one word."""
    after = _after(hit, letters)
    if re.search(DASH, hit.text) or hit.text[-4:] == "long":
        return True
    year = re.match(r"(?:19|20)\d\d ", hit.text)
    return not year and after is not None and after.tag_.startswith(("NN", "JJ", "HYPH"))


def two_lengths(hit: Hit, letters: Letters) -> bool:
    """Whether two numbers share a unit: "two or three years", and no "2007 and a second"."""
    joint = hit.fields.get("joint", "").strip()
    return hit.fields["unit"].lower().endswith("s") and (joint != "and" or hit.text.lower().startswith("between"))


def was_aged(hit: Hit, letters: Letters) -> bool:
    """Whether "she was six" ends there: no "he was six feet tall", "he was one of"."""
    after, age = _after(hit, letters), value_of(hit.text)
    if after is not None and after.lower_ in {"last", "this", "earlier", "later", "yesterday", "today"}:
        after = None
    follows = after is not None and after.tag_.startswith(("NN", "JJ", "CD", "$", "HYPH", "SYM"))
    return (
        age is not None and 1 < age < 120 and not follows and (after is None or after.text not in {"%", "of", "-", "–"})
    )


def appositive_age(hit: Hit, letters: Letters) -> bool:
    """Whether a number between commas is the age of the person named before it: "Jane Smith, 42, said"."""
    name, first_name = letters.token(hit.first - 2), letters.token(hit.first - 3)
    if name is None or first_name is None:
        return False
    if name.tag_ == "NN" and first_name.tag_ == "PRP$":  # her brother, 5,
        return True
    if not first_name.is_title:
        return False
    return name.tag_ == "NNP" and name.text[:3] not in MONTH_STARTS


ONE = frozenset({"a", "an", "one", "1"})
MONTH_STARTS = frozenset("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
GUARDS: Mapping[str, Callable[[Hit, Letters], bool]] = {
    "October": bare_month,
    "2018": bare_year,
    "Monday": bare_weekday,
    "three days": length,
    "seven-day": length,
    "two to three years": two_lengths,
    "she was six": was_aged,
    "Smith, 42,": appositive_age,
}


def names_event(hit: Hit, letters: Letters) -> bool:
    """Whether a day or month without its year names an event of any year: "the Sept. 11 attacks"."""
    before, after = _before(hit, letters), _after(hit, letters)
    noun = after is not None and after.tag_.startswith("NN")
    return hit.rule.kind in {"date", "month"} and noun and before is not None and before.lower_ == "the"


def allowed(hit: Hit, letters: Letters) -> bool:
    """Whether no guard objects to the match."""
    guard = GUARDS.get(hit.rule.name)
    return guard is None or guard(hit, letters)
