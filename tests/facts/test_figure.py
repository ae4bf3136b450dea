"""What a number counts, where a clause narrows it."""

from __future__ import annotations

import pytest

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("At least 20 people who opposed the treaty were arrested in 2022.", {"arrest"}),
        ("Some 300 soldiers, who arrived in May, were sent to Chad.", {"arrive", "send"}),
    ],
)
def test_a_clause_that_narrows_a_number_is_not_counted(text: str, verbs: set[str]) -> None:
    """More than twenty may have opposed the treaty; behind a comma, the clause tells of all."""
    article = Article(Source("a", "A title", "a.txt"), text, (Block("paragraph", Span(0, len(text))),))
    (parsed,) = parse([article])
    found = {fact.verb.lemma for fact in find_facts(parsed, frozenset({"figure"})) if fact.verb is not None}
    assert found == verbs
