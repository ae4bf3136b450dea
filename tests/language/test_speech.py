"""Where an attribution begins that is set behind a statement."""

from __future__ import annotations

import pytest

from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span

CASES = {
    "The fire in Turin killed two people, diplomats said.": "diplomats said.",
    "The fire in Turin killed two people, said the mayor.": "said the mayor.",
    "The fire in Turin killed two people, according to the mayor.": "according to the mayor.",
    "The fire in Turin killed two people, according to the mayor, and hurt six.": None,
    "The fire in Turin killed two people, according to what was said.": None,
    "According to the mayor, the fire in Turin killed two people.": None,
}


@pytest.mark.parametrize(("text", "tail"), CASES.items(), ids=list(CASES))
def test_an_attribution_behind_a_statement_is_its_tail(text: str, tail: str | None) -> None:
    """The tail runs from the speaker, or from "according to", to the full stop."""
    source = Source("speech", "A title", "speech.txt")
    (parsed,) = parse([Article(source, text, (Block("paragraph", Span(0, len(text))),))])
    (sentence,) = parsed.sentences
    start = sentence.tail - sentence.tokens.start if sentence.tail is not None else None
    assert (sentence.tokens[start:].text if start is not None else None) == tail
