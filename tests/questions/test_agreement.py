"""Two claims of two articles: one statement, a contradiction, or two things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from quizgen.model import Article, Block, EntityType, Fact, Normalised, Source, Span
from quizgen.pipeline import facts_of
from quizgen.questions.agreement import Answers, compare, is_one_name
from quizgen.questions.ledger import Ledger
from tests.questions.build import slot
from tests.questions.corpus_agreement import PAIRS, Pair

DAY = date(2024, 5, 14)
Told = list[tuple[Source, tuple[Fact, ...]]]


def article(name: str, text: str, published: date | None) -> Article:
    """One article of one paragraph."""
    source = Source(name, f"Report {name}", f"{name}.txt", None, published, "stated" if published else None)
    return Article(source, text, (Block("paragraph", Span(0, len(text))),))


def told(pairs: Iterable[Pair]) -> list[Told]:
    """The facts of the two articles of each pair; all are parsed in one go."""
    articles = []
    for number, pair in enumerate(pairs):
        other = None if pair.days is None else DAY + timedelta(days=pair.days)
        articles += [article(f"{number}a", pair.one, DAY), article(f"{number}b", pair.other, other)]
    found = [(made.source, facts) for made, facts in facts_of(articles)]
    return [found[i : i + 2] for i in range(0, len(found), 2)]


@pytest.fixture(scope="module")
def facts() -> dict[Pair, Told]:
    """What is found in each pair."""
    return dict(zip(PAIRS, told(PAIRS), strict=True))


def relations(found: Told, asked: str) -> set[str]:
    """What the second article is to the claims of the first whose answer has these letters."""
    ledger = Ledger(found)
    claims = [(fact, s) for fact in found[0][1] for s in fact.slots if s.name in fact.answerable and s.text == asked]
    assert claims, f"nothing asks for {asked!r}"
    return {relation for fact, s in claims for _, relation in ledger.related(fact, s)}


class TestRelation:
    @pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair.found}: {pair.one} | {pair.other}" for pair in PAIRS])
    def test_a_pair_of_sentences(self, facts: dict[Pair, Told], pair: Pair) -> None:
        """One statement supports, two answers to one statement contradict, and all else is left alone."""
        found = relations(facts[pair], pair.asked) - {"rival"}
        assert found == (set() if pair.found == "other" else {pair.found})

    def test_the_corpus_is_large_and_holds_negatives(self) -> None:
        """Sixty pairs, half of which must not be taken for one statement."""
        assert len(PAIRS) >= 60
        assert sum(pair.found == "other" for pair in PAIRS) >= 30


AMOUNTS: tuple[tuple[str, str, Answers], ...] = (
    ("14", "fourteen", "same"),
    ("5,000", "5000", "same"),
    ("10 per cent", "10%", "same"),
    ("between 4,000 and 5,000", "4,000 to 5,000", "same"),
    ("about 500", "around 500", "same"),
    ("14", "16", "other"),
    ("between 4,000 and 5,000", "as high as 5,000", "other"),
    ("at least nine", "ten", "open"),
    ("at least nine", "eight", "other"),
    ("about 500", "487", "open"),
    ("about 500", "900", "other"),
    ("10%", "10 km", "open"),
    ("many", "few", "open"),
)
TIMES: tuple[tuple[str, str, Answers], ...] = (
    ("2024-05-14", "2024-05-14", "same"),
    ("2024-05-14", "2024-05", "open"),
    ("2024-05-14", "2024-05-15", "other"),
    ("2018", "2019", "other"),
    ("2018", "2018-W03", "open"),
)
PEOPLE: tuple[tuple[str, str, bool], ...] = (
    ("Qasem Soleimani", "Qassem Suleimani", True),
    ("Jens Stoltenberg", "Stoltenberg", True),
    ("the United States", "US", True),
    ("Mustafa Al Kadhimi", "Mustafa al-Kadhimi", True),
    ("Tomas Berg", "Tomas Holm", False),
    ("Anna Martin", "Anna Morton", False),
    ("Karin Olsen", "Karen Olsen", False),
    ("Austria", "Australia", False),
)


class TestAnswers:
    @pytest.mark.parametrize(("one", "other", "found"), AMOUNTS)
    def test_amounts(self, one: str, other: str, found: Answers) -> None:
        """Writings are one, what cannot both be right is another, what may be so is open; from both ends."""
        first, second = slot("figure", one, "number"), slot("figure", other, "number")
        assert compare(first, second) == compare(second, first) == found

    @pytest.mark.parametrize(("one", "other", "found"), TIMES)
    def test_times(self, one: str, other: str, found: Answers) -> None:
        """A day in its month is no other time."""
        first, second = (slot("time", "then", "time", normalised=Normalised(value)) for value in (one, other))
        assert compare(first, second) == compare(second, first) == found

    @pytest.mark.parametrize(("one", "other", "found"), PEOPLE)
    def test_names(self, one: str, other: str, found: bool) -> None:
        """Spellings and shorter forms are one name."""
        assert is_one_name(one, other) is is_one_name(other, one) is found

    @pytest.mark.parametrize(("kind", "found"), [("person", "other"), ("thing", "open")])
    def test_only_names_of_one_type_differ(self, kind: EntityType, found: Answers) -> None:
        """Two persons are two answers; two things may be one."""
        assert compare(slot("subject", "Jane Roe", kind), slot("subject", "John Doe", kind)) == found


class TestConflicts:
    def test_each_is_told_once(self, facts: dict[Pair, Told]) -> None:
        """However many kinds of fact hold the contradicting letters."""
        for pair, found in facts.items():
            told = list(Ledger(found).conflicts())
            answers = [frozenset(claim.asked.text for claim in conflict.claims) for conflict in told]
            assert len(answers) == len(set(answers)), pair.one
            if pair.found == "contradicted":
                assert any(pair.asked in told for told in answers)

    def test_agreement_is_no_conflict(self, facts: dict[Pair, Told]) -> None:
        """Nor are two things."""
        for pair, found in facts.items():
            told = {claim.asked.text for conflict in Ledger(found).conflicts() for claim in conflict.claims}
            assert pair.found == "contradicted" or pair.asked not in told, pair.one
