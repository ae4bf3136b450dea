"""What an article says that the bearers of its names are."""

from __future__ import annotations

from datetime import date

import pytest

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span

PUBLISHED = date(2021, 2, 15)


def introductions(text: str) -> dict[str, str]:
    """The wordings by name, the letters that they rest on checked."""
    source = Source("a", "A title", "a.txt", published=PUBLISHED, published_basis="stated")
    (parsed,) = parse([Article(source, text, (Block("paragraph", Span(0, len(text))),))])
    found = {one.name: one for fact in find_facts(parsed) for one in fact.introductions}
    assert all(one.span.of(text) in one.wording for one in found.values())
    return {name: one.wording for name, one in found.items()}


class TestIntroductions:
    @pytest.mark.parametrize(
        ("text", "name", "wording"),
        [
            (
                "Gulnora Saidova, a trader, sells carpets. Gulnora Saidova opened a shop in Leeds in May.",
                "Gulnora Saidova", "the trader Gulnora Saidova",
            ),
            (
                "Finance Minister Anna Berg spoke in Oslo. Anna Berg signed the treaty in May.",
                "Anna Berg", "Finance Minister Anna Berg",
            ),
            ("Anna Maria Berg spoke in Oslo. Berg signed the treaty in May.", "Berg", "Anna Maria Berg"),
            (
                "Rain fell as Typhoon Yinxing came near. Yinxing hit Manila on Friday.",
                "Yinxing", "Typhoon Yinxing",
            ),
            (
                "The mud buried the village of Dostuk. Dostuk lost its school in 1990.",
                "Dostuk", "the village of Dostuk",
            ),
            (
                "Hikers can see the tongue of the Echaurren Sur glacier. Echaurren Sur lost half of its ice in 2020.",
                "Echaurren Sur", "the Echaurren Sur glacier",
            ),
        ],
    )  # fmt: skip
    def test_a_name_is_what_the_article_calls_it(self, text: str, name: str, wording: str) -> None:
        """By a title, an aside, the common noun before or behind it."""
        assert introductions(text).get(name) == wording

    @pytest.mark.parametrize(
        "text",
        [
            "Paris is rich. The Paris region lies in France. Paris built a bridge in 1900.",  # everybody knows it
            "The storm left a region of Artibonite dry. Artibonite lost its port in 1990.",  # a part of it
            "Former mayor Anna Berg spoke in Oslo. Anna Berg signed the treaty in May.",  # what was is no more
            "Anna Berg met Jan Berg in Oslo. Berg signed the treaty in May.",  # one of two
        ],
    )
    def test_what_everybody_knows_or_what_is_over_introduces_nothing(self, text: str) -> None:
        """A well-known city, a former office."""
        assert introductions(text) == {}
