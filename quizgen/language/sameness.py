"""Whether two spellings name one thing, and what a quantity says, wherever the two were written.

The cast of an article ties the spellings of its own names; these hold between articles as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from quizgen.language import gazetteer
from quizgen.language.aliases import SAME_LETTERS, skeleton
from quizgen.language.number_values import read

SURE_LENGTH = 5  # letters that a word needs before another spelling of it is believed
FIRST_NAME = 4  # letters that an unknown word needs to pass for a first name
NEARLY = frozenset({"about", "around", "some", "roughly", "approximately", "nearly", "almost", "an estimated", "circa"})


@lru_cache(maxsize=65536)
def is_one_spelling(one: str, other: str) -> bool:
    """Whether two words of names are spellings of one: the same plain letters, or Suleimani and Soleimani."""
    first, second = gazetteer.plain(one), gazetteer.plain(other)
    if first == second:
        return True
    if min(len(first), len(second)) < SURE_LENGTH or not (one[:1].isupper() and other[:1].isupper()):
        return False
    alike = SequenceMatcher(None, first, second).ratio() > SAME_LETTERS
    return alike and skeleton(first) == skeleton(second)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: its kind, its bounds (None where open), its unit; `rough` where it says "about"."""

    kind: str
    low: float | None
    high: float | None
    unit: str
    rough: bool

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    def holds(self, value: float) -> bool:
        """Whether the number lies within its bounds."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


@lru_cache(maxsize=8192)
def amount(text: str) -> Amount | None:
    """What a text says as a quantity; None where it says none, or none that can be compared ("many")."""
    found = read(" ".join(text.split()))
    if found is None or found[0].kind in {"vague", "score"}:
        return None
    rule, _, made = found
    hedge = made.hedge.lower()
    return Amount(rule.kind, made.low, made.high, made.unit.lower().removesuffix("s"), hedge in NEARLY)


def surname(name: str) -> str:
    """The last word of a personal name, "" where the surname may come first, as it does in many languages."""
    words = name.split()
    if len(words) not in {2, 3} or "-" in words[-1] or not words[-1][:1].isupper():
        return ""
    is_sure = gazetteer.given(words[0]) or (len(words[0]) >= FIRST_NAME and not gazetteer.is_surname(words[0]))
    return words[-1] if is_sure else ""
