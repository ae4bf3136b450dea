"""All that the articles of a build claim, so that each claim can be held against the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.model import Fact, Slot, Source
from quizgen.questions.agreement import TENURE, Relation, relation
from quizgen.questions.checks import words_of
from quizgen.questions.claims import OFFICE, Claim, claim_of

NEAREST = 200  # claims that one is held against, so that a large build takes no time that grows with its square
Key = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of several articles about one thing that cannot all be right, the first of each answer."""

    claims: tuple[Claim, ...]


class Ledger:
    """The claims of all facts of a build, by what they are about."""

    def __init__(self, told: Iterable[tuple[Source, Sequence[Fact]]]) -> None:
        """Bring every answerable slot of the facts into the form of a claim."""
        told = list(told)
        names = _short_names(fact for _, facts in told for fact in facts)
        self._claims: list[Claim] = []
        self._places: dict[Key, int] = {}
        self._index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for source, facts in told:
            times = _times(facts)
            for fact in facts:
                said = times.get(fact.sentence.index, ()) if fact.verb or OFFICE.get(fact.kind) not in TENURE else ()
                for asked in (slot for slot in fact.slots if slot.name in fact.answerable):
                    self._add(claim_of(fact, asked, source, names, said))

    def _add(self, claim: Claim) -> None:
        place = len(self._claims)
        self._claims.append(claim)
        self._places.setdefault(_key(claim.fact, claim.asked), place)
        for word in claim.words:
            self._index[claim.predicate, claim.role, word].append(place)

    def related(self, fact: Fact, asked: Slot) -> Iterator[tuple[Claim, Relation]]:
        """The other claims about the same thing, in the order of the articles, each with what it is to this one."""
        place = self._places.get(_key(fact, asked))
        if place is not None:
            for other in self._near(place):
                another = self._claims[other]
                found = None if another.fact.sentence == fact.sentence else relation(self._claims[place], another)
                if found is not None:
                    yield another, found

    def _near(self, place: int) -> list[int]:
        """The first claims that share words with one; the most frequent of its words alone shows nothing."""
        claim = self._claims[place]
        lists = sorted((self._index[claim.predicate, claim.role, word] for word in claim.words), key=len)
        if len(lists) > 2:
            lists.pop()
        near = sorted({other for found in lists for other in found[:NEAREST]} - {place})
        return near[:NEAREST]

    def conflicts(self) -> Iterator[Conflict]:
        """Where articles contradict each other, each conflict once."""
        seen: set[frozenset[tuple[str, int, int]]] = set()
        for claim in self._claims:
            rivals = [other for other, found in self.related(claim.fact, claim.asked) if found == "contradicted"]
            told = frozenset(_where(one) for one in (claim, *rivals))
            if rivals and not any(told <= known for known in seen):
                seen.add(told)
                yield Conflict((claim, *_once(rivals)))


def _key(fact: Fact, asked: Slot) -> Key:
    """What is asked of which statement, whatever the kinds of fact that hold it."""
    return fact.sentence.article_id, asked.span.start, asked.span.end, fact.verb.span.start if fact.verb else -1


def _where(claim: Claim) -> tuple[str, int, int]:
    return claim.source.id, claim.asked.span.start, claim.asked.span.end


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, each answer of an article once."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for claim in claims:
        said = claim.source.id, words_of(claim.asked.text)
        if said not in seen:
            seen.add(said)
            yield claim


def _times(facts: Sequence[Fact]) -> Mapping[int, tuple[str, ...]]:
    """The one time that a sentence is tied to, by the sentence's index; none where it tells several."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        for slot in fact.slots:
            if slot.type == "time" and slot.normalised:
                found[fact.sentence.index][slot.normalised.value] = None
    return {index: tuple(values) for index, values in found.items() if len(values) == 1}


def _short_names(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """The abbreviations that an article spells out, each with its words; none that stands for two things."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for fact in facts:
        short, long = fact.slot("short"), fact.slot("long")
        if fact.kind == "acronym" and short and long:
            found[short.text].add(tuple(word.title() for word in words_of(long.text)))
    return {short: next(iter(longs)) for short, longs in found.items() if len(longs) == 1}
