"""Capitals that only open a sentence, which a stem takes from plain words and leaves to names."""

from __future__ import annotations

import pytest

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Substitute Jane Roe won the race in Leeds.", "substitute Jane Roe"),
        ("Vaccination has reached 40 towns in Kenya.", "vaccination"),
        ("Several Council members left the hall in Geneva.", "several Council members"),
        ("President Jane Roe won the vote in Leeds.", "President Jane Roe"),
        ("Mark Smith won the race in Leeds.", "Mark Smith"),
        ("Turkey signed the treaty in Leeds.", "Turkey"),
    ],
)
def test_a_subject_is_said_as_within_a_sentence(text: str, subject: str) -> None:
    """What the person behind it is, an abstract noun and a quantity are no names; titles and names are."""
    source = Source("a", "A title", "a.txt")
    (parsed,) = parse([Article(source, text, (Block("paragraph", Span(0, len(text))),))])
    said = {slot.wording for fact in find_facts(parsed) for slot in fact.slots if slot.name == "subject"}
    assert said == {subject}
