"""Where an attribution begins that is set behind a statement."""

from __future__ import annotations

import pytest

from quizgen.language import ParsedSentence, parse
from quizgen.model import Article, Block, Source, Span

CASES = {
    "The fire in Turin killed two people, diplomats said.": "diplomats said.",
    "The fire in Turin killed two people, said the mayor.": "said the mayor.",
    "The fire in Turin killed two people, according to the mayor.": "according to the mayor.",
    "The fire in Turin killed two people, according to the mayor, and hurt six.": None,
    "The fire in Turin killed two people, according to what was said.": None,
    "According to the mayor, the fire in Turin killed two people.": None,
    # the name or the letters beside a speaker belong to the attribution
    "The fire in Turin killed two people, its mayor, Anna Berg, said.": "its mayor, Anna Berg, said.",
    "The fire in Turin killed two people, the Fire Service, known as FS, said.": "the Fire Service, known as FS, said.",
    # a participle goes on with what was said
    "The fire killed two people, he said, adding that six were hurt.": "he said, adding that six were hurt.",
    "The fire killed two people, it said in a statement.": "it said in a statement.",
    # a subject with an aside is no statement, its verb no attribution
    "The mayor, a former judge, announced an inquiry into the fire.": None,
    "The mayor, a former judge, said he expected rents to rise.": None,
    "Two fires, also claimed by the group, hurt six people in Turin.": None,
}
# sentence, then the attribution within its statement, or None
INSIDE = {
    "The fire in Turin killed two people, the mayor said, in one of the worst blazes in years.": ", the mayor said,",
    "The fire killed two people, the army said on Monday, when a roof fell in.": "the army said on Monday,",
    "As of Monday the mill held ten tonnes, the WHO said, well below the limit.": "the WHO said,",
    "The fire, the mayor added, had killed two people.": ", the mayor added,",
    "Two villages, according to the mayor, were cut off by the fire.": ", according to the mayor,",
    "Two villages were cut off, the countries' leaders said, as a fire spread.": "the countries' leaders said,",
    # none: what stands behind alone is said, or the words are quoted, or nobody speaks
    "The fire burned two barns and, witnesses say, a school in Turin.": None,
    '"The fire is out," the mayor said, "and nobody was hurt."': None,
    "Two fires, also claimed by the group, hurt six people in Turin.": None,
    "Within hours, the mayor reported that the fire was out, and went home.": None,
}


@pytest.mark.parametrize(("text", "tail"), CASES.items(), ids=list(CASES))
def test_an_attribution_behind_a_statement_is_its_tail(text: str, tail: str | None) -> None:
    """The tail runs from the speaker, or from "according to", to the full stop."""
    sentence = _sentence(text)
    doc, start = sentence.tokens.doc, sentence.tail
    assert (doc.span(start, sentence.tokens.end).text if start is not None else None) == tail


@pytest.mark.parametrize(("text", "inside"), INSIDE.items(), ids=list(INSIDE))
def test_an_attribution_within_a_statement_is_found(text: str, inside: str | None) -> None:
    """It runs to its second comma; between a subject and its verb the first comma belongs to it as well."""
    sentence = _sentence(text)
    found = sentence.inside
    assert (sentence.tokens.doc.span(found[0], found[1] + 1).text if found is not None else None) == inside


@pytest.mark.parametrize("text", [text for text, inside in INSIDE.items() if inside is not None])
def test_a_statement_keeps_its_verb_around_an_attribution(text: str) -> None:
    """The verb of saying hangs on the statement's own root, and is none of the words that are stated."""
    sentence = _sentence(text)
    (root,) = sentence.roots()
    assert root in sentence.stated
    assert not {"said", "added", "according"} & {token.text for token in sentence.stated}


def _sentence(text: str) -> ParsedSentence:
    source = Source("speech", "A title", "speech.txt")
    (parsed,) = parse([Article(source, text, (Block("paragraph", Span(0, len(text))),))])
    (sentence,) = parsed.sentences
    return sentence
