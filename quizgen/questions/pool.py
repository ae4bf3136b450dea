"""The names of all articles of a build, from which a question takes its wrong options."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.model import EntityType, Fact, Question, Slot
from quizgen.questions.agreement import is_one_name
from quizgen.questions.asked import asked_slot
from quizgen.questions.checks import STOP, words_of
from quizgen.questions.ledger import Ledger
from quizgen.questions.names import is_name, name_key

Kind = EntityType | Literal["office"]
NAMED = frozenset({"person", "organization", "country", "city", "place"})
OFFICE_SLOTS = frozenset({"role", "post"})
LONGEST, LONGEST_OFFICE = 5, 7  # words of a name, of an office
ALIKE = 0.5  # share of a stem's content words in a sentence from which the sentence may make it true
REMEMBERED = 20  # sentences kept for each name
SHARED = 2  # names in common that make two articles one story
KNOWN_TO_ALL = 200  # articles from which a name tells no story any more
NEAREST = 50  # articles on one story that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as an article has it; `definite` where it stands with "the" there."""

    name: str
    kind: Kind
    article: str
    definite: bool


class Pool:
    """The candidates of each article, the sentences that they stand in, and what the articles claim."""

    def __init__(self, told: Iterable[Sequence[Fact]], ledger: Ledger) -> None:
        """Take the slots of the facts that could be options in the place of another."""
        self.ledger = ledger
        self.holders: set[str] = set()  # who is said to hold an office, whichever
        self._candidates: dict[str, dict[tuple[Kind, str], Candidate]] = defaultdict(dict)
        self._articles: dict[str, list[str]] = defaultdict(list)
        self._said: dict[tuple[Kind, str], list[frozenset[str]]] = defaultdict(list)
        self._near: dict[str, tuple[str, ...]] = {}
        for facts in told:
            for fact in facts:
                self._add(fact)

    def _add(self, fact: Fact) -> None:
        article = fact.sentence.article_id
        for slot in fact.slots:
            kind, text = _kind(slot), " ".join(slot.text.split())
            # a name out of the middle of a sentence is not sure to be a whole one
            if slot.replacements or slot.trimmed or slot.within or not _is_option(text, kind):
                continue
            name = re.sub(r"^[Tt]he ", "", text)
            key = kind, name_key(name)
            if key not in self._candidates[article]:
                self._candidates[article][key] = Candidate(name, kind, article, name != text)
                self._articles[key[1]].append(article)
            said = frozenset(words_of(fact.sentence.text)) - STOP
            if said not in self._said[key] and len(self._said[key]) < REMEMBERED:
                self._said[key].append(said)
            if slot.name == "holder":
                self.holders.add(key[1])

    def related(self, article: str) -> tuple[str, ...]:
        """The other articles that speak of the same, the nearest first: names out of another story would stand out."""
        if article not in self._near:
            names = {name for _, name in self._candidates[article]}
            known = (self._articles[name] for name in names if len(self._articles[name]) <= KNOWN_TO_ALL)
            shared = Counter(other for found in known for other in dict.fromkeys(found) if other != article)
            near = [other for other, count in shared.items() if count >= SHARED]
            self._near[article] = tuple(sorted(near, key=lambda other: (-shared[other], other))[:NEAREST])
        return self._near[article]

    def like(self, question: Question) -> list[Candidate]:
        """The candidates of the key's type and form of which nothing stored makes the stem true."""
        kind, key = _kind(asked_slot(question)), " ".join(question.key.split())
        if not _is_option(key, kind):
            return []
        stem = set(words_of(question.stem)) - STOP
        # an office may be of the body that the sentence speaks of; any other name in it belongs to what is asked
        beside = f"{question.fact.sentence.text} {question.context}" if kind != "office" else ""
        near = stem | set(words_of(beside))
        definite = key.lower().startswith("the ")
        return [
            candidate for candidate in self._of_story(question.source.id, kind)
            if (candidate.definite or not definite)
            and not is_one_name(candidate.name, key) and not (set(words_of(candidate.name)) - STOP) & near
            and not any(len(stem & said) >= ALIKE * len(stem) for said in self._said[kind, name_key(candidate.name)])
        ]  # fmt: skip

    def _of_story(self, article: str, kind: Kind) -> Iterator[Candidate]:
        """The candidates of that kind in an article and those on the same story, each name once."""
        seen: set[str] = set()
        for source in (article, *self.related(article)):
            for (other, name), candidate in self._candidates[source].items():
                if other == kind and name not in seen:
                    seen.add(name)
                    yield candidate

    def is_true(self, text: str, question: Question) -> bool:
        """Whether some fact gives this as an answer to the question."""
        claims = self.ledger.related(question.fact, asked_slot(question))
        return any(is_one_name(claim.asked.wording, text) for claim, _ in claims)


def _kind(slot: Slot) -> Kind:
    """What a slot is as an option."""
    return "office" if slot.name in OFFICE_SLOTS else slot.type


def _is_option(text: str, kind: Kind) -> bool:
    """Whether a text is a bare name of that type, or the whole of an office."""
    if kind == "office":
        return len(text.split()) <= LONGEST_OFFICE and not re.search(r",| and |[\d/]", text)
    return kind in NAMED and len(text.split()) <= LONGEST and is_name(text, kind)
