"""Every kind of fact against its corpus: sentences with the answers that they give, negatives among them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import KINDS, Article, Block, Source, Span

CORPORA = Path(__file__).parent / "corpora"
PUBLISHED = date(2021, 2, 15)  # a Monday; times that need the article's date are read from it


def _corpus(kind: str) -> dict[str, Any]:
    return tomllib.loads((CORPORA / f"{kind}.toml").read_text(encoding="utf-8"))


def _article(text: str) -> Article:
    source = Source("corpus", "A title", "corpus.txt", published=PUBLISHED, published_basis="stated")
    return Article(source, text, (Block("paragraph", Span(0, len(text))),))


def _cases() -> Iterator[Any]:
    for kind in KINDS:
        corpus = _corpus(kind)
        for index, case in enumerate(corpus["case"]):
            why = case.get("xfail")
            marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
            yield pytest.param(kind, index, case["answers"], corpus["exact"], id=f"{kind}: {case['text']}", marks=marks)


@pytest.fixture(scope="module")
def found() -> dict[str, list[set[str]]]:
    """The answers found in every sentence of every corpus, by kind and place."""
    texts = {kind: [case["text"] for case in _corpus(kind)["case"]] for kind in KINDS}
    parsed = iter(parse(_article(text) for kind in KINDS for text in texts[kind]))
    return {kind: [_answers(next(parsed), kind) for _ in texts[kind]] for kind in KINDS}


def _answers(parsed: Any, kind: str) -> set[str]:
    facts = find_facts(parsed, frozenset({kind}))
    slots = (fact.slot(name) for fact in facts for name in fact.answerable)
    return {" ".join(slot.text.split()) for slot in slots if slot is not None}


@pytest.mark.parametrize(("kind", "index", "answers", "exact"), list(_cases()))
def test_a_sentence_gives_the_answers_of_its_kind(
    found: dict[str, list[set[str]]], kind: str, index: int, answers: list[str], exact: bool
) -> None:
    """A sentence gives all the answers that its corpus lists; where it lists none, or is exact, no others."""
    got = found[kind][index]
    assert set(answers) <= got
    if exact or not answers:
        assert got == set(answers)
