"""Torn text: halves of sentences, in an odd order, give no crash and no letters that are not there."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span

CORPORA = sorted((Path(__file__).parent / "corpora").glob("*.toml"))
SENTENCES = [case["text"] for path in CORPORA for case in tomllib.loads(path.read_text("utf-8"))["case"]]


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Three pieces of sentences, each cut anywhere, one after the other."""
    pieces = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)):
        words = sentence.split()
        start = draw(st.integers(0, len(words) - 1))
        pieces.append(" ".join(words[start : draw(st.integers(start + 1, len(words)))]))
    return " ".join(pieces)


@settings(max_examples=150, deadline=None)
@given(torn())
def test_whatever_is_cut_the_letters_of_each_slot_stand_where_it_says(text: str) -> None:
    """Facts of nonsense may be nonsense, but each of their slots is a span of the text."""
    article = Article(Source("t", "Title", "t.txt"), text, (Block("paragraph", Span(0, len(text))),))
    for parsed in parse([article]):
        for fact in find_facts(parsed):
            assert all(slot.text == slot.span.of(text) for slot in fact.slots)
