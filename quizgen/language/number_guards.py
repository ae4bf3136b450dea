"""What looks like a quantity and is none: a name's number (Boeing 737), the pronoun "one", the second half.

Each guard is a predicate over a rule's match and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quizgen.language.matching import Hit, Letters
from quizgen.language.numerals import value_of

if TYPE_CHECKING:
    pass

NUMBERED = frozenset(
    "no no. nos nos. number numbers resolution flight room page pages chapter section sections article "
    "articles route highway interstate act level phase line version channel gate type grade paragraph "
    "clause rule directive order title tier stage category division ward district zone area code unit "
    "block lot track platform terminal runway apollo covid formula volume vol. issue episode season part "
    "figure fig. table bus hill sector post posts day pier dock camp building #".split()
)
NOT_HALVES = frozenset("first second other latter better opening final in - – by".split())
NOUN_TAGS = ("NN",)


def names_number(hit: Hit, letters: Letters) -> bool:
    """Whether the number belongs to a name or a numbered thing: Boeing 737, page 3, the Group of Seven."""
    if hit.fields.get("hedge"):
        return False
    core, before, after = letters.doc[hit.first], letters.token(hit.first - 1), letters.token(hit.last + 1)
    if core.is_title and core.is_alpha and before is not None and before.text not in {'"', "'", ":", "-", "("}:
        return True
    if before is None:
        return False
    if before.lower_ in NUMBERED:
        return True
    if before.lower_ in {"and", ",", "to", "or"} and letters.token(hit.first - 2) is not None:
        earlier = letters.token(hit.first - 3)
        if letters.doc[hit.first - 2].is_digit and earlier is not None and earlier.lower_ in NUMBERED:
            return True
    plural = after is not None and after.tag_ in {"NNS", "JJ"}
    return hit.text[0].isdigit() and before.tag_ in {"NNP", "NNPS", "NNS"} and before.text[:1].isupper() and not plural


def count(hit: Hit, letters: Letters) -> bool:
    """Whether a bare number counts something."""
    text, after = hit.text.lower(), letters.token(hit.last + 1)
    before = letters.token(hit.first - 1)
    if text in {"one", "ones"} or text.split()[-1:] == ["one"]:
        if after is None or not after.tag_.startswith(("NN", "JJ")) or after.lower_ in {"another", "day"}:
            return False
        if before is not None and before.lower_ in {"no", "this", "that", "which", "every", "any", "each", "the"}:
            return False
    if re.fullmatch(r"0\d+", text) or re.search(r"\d[mkb]$", text):
        return after is not None and after.tag_ == "NNS" and not text.startswith("0")
    if before is not None and before.text in {"-", "/", "+", "'"} and not before.whitespace_:
        return False
    if after is not None and after.text[0] in "°′″º":
        return False
    return not names_number(hit, letters) and not (text in {"an", "a"} or value_of(hit.fields["n"]) is None)


def range_of(hit: Hit, letters: Letters) -> bool:
    """Whether two numbers are one range: "and" needs "between"; "from 9 to 10" is a change and no range."""
    joint = re.search(r" (and|to|or) ", hit.text[len(hit.fields.get("hedge", "")) :])
    before, two_back = letters.token(hit.first - 1), letters.token(hit.first - 2)
    if hit.fields.get("between", "").lower() == "from":
        return False
    if joint and joint[1] == "and":
        return "between" in hit.fields
    if joint and joint[1] == "to" and before is not None and before.lower_ == "from":
        return two_back is not None and two_back.lower_ in {
            "ranging",
            "range",
            "ranges",
            "ranged",
            "anywhere",
            "anything",
        }
    return not names_number(hit, letters)


def score(hit: Hit, letters: Letters) -> bool:
    """Whether 2-1 is a score: nothing is counted after it, no pages or posts are named before it."""
    before, after = letters.token(hit.first - 1), letters.token(hit.last + 1)
    if before is not None and (
        before.lower_ in NUMBERED or before.lower_ in {"from", "between", "than", "about", "to"}
    ):
        return False
    return after is None or (after.tag_ not in {"NNS", "SYM", "HYPH"} and after.text[0] not in "-–%°")


def fraction(hit: Hit, letters: Letters) -> bool:
    """Whether "half" and "a third" are parts of a whole, and not the second half or a third man."""
    before, after = letters.token(hit.first - 1), letters.token(hit.last + 1)
    if before is not None and before.lower_ in NOT_HALVES and not hit.fields.get("hedge"):
        return False
    if after is not None and after.text in {"-", "–"} and not letters.doc[hit.last].whitespace_:
        return False
    if hit.fields.get("top", "").lower() in {"a", "an", "one"}:
        return after is None or not after.tag_.startswith(("NN", "JJ", "VB"))
    return not (
        hit.rule.name == "half"
        and after is not None
        and after.lower_ in {"time", "way", "past", "life", "brother", "sister"}
    )


def ordinal(hit: Hit, letters: Letters) -> bool:
    """Whether an ordinal is one of a row and no part of a name: the 3rd Battalion, the First Lady."""
    after, core = letters.token(hit.last + 1), letters.doc[hit.first]
    if core.tag_.startswith("RB"):
        return False
    if after is not None and after.tag_.startswith(NOUN_TAGS) and after.is_title:
        return False
    return not (core.is_title and core.is_alpha and letters.token(hit.first - 1) is not None)


def vague(hit: Hit, letters: Letters) -> bool:
    """Whether "most", "many" and "few" are no adverbs: "the most effective way"."""
    return not letters.doc[hit.last].tag_.startswith("RB")


GUARDS: Mapping[str, Callable[[Hit, Letters], bool]] = {
    "around 500": count,
    "between 4,000 and 5,000": range_of,
    "8 to 10 km": range_of,
    "10 to 15 percent": range_of,
    "$4-5 million": range_of,
    "2-1": score,
    "half": fraction,
    "two-thirds": fraction,
    "third": ordinal,
    "several": vague,
}


def allowed(hit: Hit, letters: Letters) -> bool:
    """Whether no guard objects to the match."""
    guard = GUARDS.get(hit.rule.name)
    return guard is None or guard(hit, letters)
