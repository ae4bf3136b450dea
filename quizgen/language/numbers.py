"""Quantities in a sentence: where they stand, what they say, and what they count.

Rules are data (`number_rules`); what looks like a quantity and is none (a name's number, the pronoun "one", a date)
is left out. `equal_values` and `variants` compare and rewrite the letters of one quantity or date.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from quizgen.language.matching import Hit, Letters, hits, letters_of, longest
from quizgen.language.number_guards import allowed
from quizgen.language.number_rules import BY_NEED, ORDER, present
from quizgen.language.number_values import equal_values, reading, variants
from quizgen.language.numerals import SCALES
from quizgen.language.parsing import ParsedSentence
from quizgen.language.times import TimeExpression, find_times

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

QuantityKind = Literal["count", "money", "percent", "fraction", "measure", "ordinal", "score", "vague"]
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "AFX", "CD", "POS"})
COUNTING = frozenset({"nummod", "compound", "amod", "det", "advmod", "nmod", "nmod:unmarked"})
MORE = frozenset({"more", "other", "further", "fewer", "extra"})
DISTANCE = 6  # how many tokens may stand between a number and the noun it counts, when the parse does not tell


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: the document's tokens `first` to `last` (inclusive, hedge and unit with it).

    `core_first` to `core_last` leave the hedge out. `low` and `high` are plain numbers (percent as written, fractions
    as parts of one, scores in the order of the text), None where open: "at least nine" is 9 to None. `unit` is "%",
    a currency as written, a unit of measure as written, or empty. `counted` is the token of the noun that is counted.
    """

    first: int
    last: int
    core_first: int
    core_last: int
    kind: QuantityKind
    rule: str
    low: float | None
    high: float | None
    hedge: str = ""
    unit: str = ""
    counted: int | None = None


def find_quantities(sentence: ParsedSentence, times: Iterable[TimeExpression] | None = None) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in order, without overlap; `times` saves finding its times once more."""
    waiting = present(sentence.tokens.text)
    if not waiting:
        return ()
    letters = letters_of(sentence.tokens)
    taken = {i for time in (find_times(sentence) if times is None else times) for i in range(time.first, time.last + 1)}
    found = [
        hit
        for hit in hits(letters, BY_NEED, waiting)
        if taken.isdisjoint(range(hit.first, hit.last + 1)) and allowed(hit, letters) and reading(hit.rule, hit.fields)
    ]
    made = (_quantity(hit, letters, taken) for hit in longest(found, ORDER))
    return tuple(quantity for quantity in made if quantity)


def _quantity(hit: Hit, letters: Letters, taken: Set[int]) -> Quantity | None:
    read = reading(hit.rule, hit.fields)
    if read is None:
        return None
    core = hit.first
    if read.hedge:
        core += sum(
            1 for token in letters.doc[hit.first : hit.last] if token.idx < letters.doc[hit.first].idx + len(read.hedge)
        )
    kind = cast("QuantityKind", hit.rule.kind)
    quantity = Quantity(
        hit.first, hit.last, core, hit.last, kind, hit.rule.name, read.low, read.high, read.hedge, read.unit
    )
    counted = None if kind in {"money", "score"} else _counted(quantity, letters, taken)
    return replace(quantity, counted=counted)


def _counted(quantity: Quantity, letters: Letters, taken: Set[int]) -> int | None:
    """The noun that the quantity counts: after "of", by the parse, or by the words that follow."""
    doc, last = letters.doc, quantity.core_last
    after = last + 1
    if after < letters.stop and doc[after].lower_ == "of":
        return _noun_from(after + 1, letters, taken)
    if quantity.kind in {"percent", "fraction", "measure"} and doc[last].tag_ in NOUNS | {"SYM"}:
        return None
    if quantity.rule == "several" and doc[last].lower_ == "of":
        return _noun_from(after, letters, taken)
    following = _noun_from(after, letters, taken)
    head: Token = doc[last]
    while head.dep_ in COUNTING and quantity.first <= head.head.i <= last and head.head.i != head.i:
        head = head.head
    parsed = head.head.i if head.dep_ in COUNTING and head.head.tag_ in NOUNS else None
    if parsed is None or parsed in taken or not last < parsed < min(letters.stop, last + DISTANCE + 1):
        return following
    if following is not None:  # the parse may end a run of nouns early, and never reach beyond it
        return min(parsed, following)
    return parsed if _unbroken(after, parsed, letters) else None


def _unbroken(start: int, end: int, letters: Letters) -> bool:
    return all(token.tag_ in INSIDE or token.tag_ in {"CC", ",", "RB", "``", "''"} for token in letters.doc[start:end])


def _noun_from(start: int, letters: Letters, taken: Set[int]) -> int | None:
    """The last noun of the words from `start`: determiners and adjectives, then nouns, up to the next time."""
    found = None
    for i in range(start, min(start + DISTANCE, letters.stop)):
        token = letters.doc[i]
        if i in taken:
            break
        if found is None and (token.lower_ in MORE or (i == start and _opens(token, letters))):
            continue
        if token.tag_ not in INSIDE or (found is not None and token.tag_ not in NOUNS | {"HYPH"}):
            break
        if token.tag_ in NOUNS and token.lower_ not in SCALES:
            found = i
    return found


def _opens(token: Token, letters: Letters) -> bool:
    """Whether the token opens what "of" is followed by: the, their."""
    return token.tag_ in {"DT", "PRP$", "POS"} and letters.doc[token.i - 1].lower_ == "of"


__all__ = ["Quantity", "QuantityKind", "equal_values", "find_quantities", "variants"]
