"""Named rules over a sentence's letters, mapped to its tokens: the ground that `times` and `numbers` stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.language.tokens import Doc, Token, Tokens

WORD = re.compile(r"[a-z]+|\d+|[^\w\s]")
DASH = "[-–—‑−]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: `name` is an example in prose, `kind` what it finds, `needs` the trigger it waits for.

    `pattern` is matched against the sentence's letters; its named groups are the fields of the expression.
    """

    name: str
    kind: str
    needs: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: the document's tokens `first` to `last` (inclusive) and the letters that the groups hold."""

    first: int
    last: int
    rule: Rule
    fields: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Letters:
    """A sentence's letters, and which tokens of the document begin and end where among them.

    The sentence has the document's tokens `begin` up to `stop`, that one not included.
    """

    text: str
    doc: Doc
    begin: int
    stop: int
    starts: Mapping[int, int]
    ends: Mapping[int, int]

    def token(self, i: int) -> Token | None:
        """The document's token `i`, or None where it is not the sentence's."""
        return self.doc[i] if self.begin <= i < self.stop else None


def letters_of(tokens: Tokens) -> Letters:
    """The letters of `tokens`, with the way from a letter back to its token."""
    text, base = tokens.text, tokens[0].idx
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for i, token in enumerate(tokens, start=tokens.start):
        start = token.idx - base
        end = start + len(token)
        starts[start], ends[end] = i, i
        if end - start == 2 and text[start + 1] == "." and i and not tokens.doc[i - 1].whitespace_:
            ends.setdefault(start + 1, i)  # "£20m." at a sentence's end is cut "£", "20", "m."
    return Letters(text, tokens.doc, tokens.start, tokens.end, starts, ends)


def words_of(text: str) -> list[str]:
    """The words, figures and signs of a text, in small letters: what triggers are looked up by."""
    return WORD.findall(text.lower())


def hits(letters: Letters, rules: Mapping[str, Sequence[Rule]], present: set[str]) -> Iterator[Hit]:
    """Every match of a rule whose trigger is present, where it covers whole tokens."""
    for need in sorted(rules.keys() & present):
        for rule in rules[need]:
            for match in rule.pattern.finditer(letters.text):
                first, last = letters.starts.get(match.start()), letters.ends.get(match.end())
                if first is not None and last is not None and first <= last:
                    fields = {name: value for name, value in match.groupdict().items() if value is not None}
                    yield Hit(first, last, rule, fields, match.group())


def longest(found: Iterable[Hit], order: Mapping[str, int]) -> list[Hit]:
    """The hits that remain, in order, when a longer one displaces those it overlaps; the earlier rule wins a tie."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(found, key=lambda hit: (-len(hit.text), order[hit.rule.name], hit.first)):
        covered = range(hit.first, hit.last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)


def grouped(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules by what they wait for."""
    groups: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        groups[rule.needs] = (*groups.get(rule.needs, ()), rule)
    return groups
