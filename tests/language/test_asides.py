"""Asides: found by their form, parsed by themselves, grafted back onto the noun that they belong to."""

import pytest

from quizgen.language import parse, pipeline
from quizgen.language.asides import find_asides
from quizgen.model import Article, Block, Source, Span

FOUND = [
    ("The mayor, who had promised a new bridge, said the work would start soon.", ", who had promised a new bridge,"),
    ("Anna Berg, a former teacher, was elected on the first ballot.", ", a former teacher,"),
    ("The club, founded in 1902, has won the cup twice.", ", founded in 1902,"),
    (
        "The ferry, carrying 120 passengers, crew and cars, was towed to port.",
        ", carrying 120 passengers, crew and cars,",
    ),
    ("A survey of 1,709 pupils - aged eight to ten - was carried out in Kent.", "- aged eight to ten -"),
    ("On Friday, the judge, Mira Stone, said the case was closed.", ", Mira Stone,"),
]
NOT_FOUND = [
    "The vote was close – only two seats apart.",
    "The train from York - Leeds was late - as ever - today.",
    "On Monday, the river was still rising.",
    "If the vote fails, the council, is likely to resign, he was told.".replace("council, is", "council is"),
    "Red, green and blue were the colours of the team.",
    "The firm sold its ships, cut its costs and moved to Oslo.",
    'The coach said, "We lost, and that was it."',
]


def article(text: str) -> Article:
    """An article of one paragraph."""
    return Article(Source("t", "Title", "t.txt"), text, (Block("paragraph", Span(0, len(text))),))


@pytest.mark.parametrize(("text", "aside"), FOUND)
def test_an_aside_is_found_with_both_its_commas_or_dashes(text: str, aside: str) -> None:
    """An aside between a subject and its verb is found, both commas or dashes with it."""
    doc = pipeline().make_doc(text)
    found = [doc[first : last + 1].text for first, last in find_asides(doc, 0, len(doc))]
    assert found == [aside]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_commas_that_set_nothing_apart_are_left_alone(text: str) -> None:
    """Lists, fronted adverbials and quotations are no asides."""
    doc = pipeline().make_doc(text)
    assert list(find_asides(doc, 0, len(doc))) == []


@pytest.mark.parametrize(("text", "aside"), FOUND)
def test_grafting_keeps_every_letter_and_one_tree_a_sentence(text: str, aside: str) -> None:
    """A sentence with an aside keeps its letters and offsets, and has one root, the main verb's side."""
    parsed = next(parse([article(text)]))
    assert [sentence.sentence.text for sentence in parsed.sentences] == [text]
    sentence = parsed.sentences[0]
    assert len(sentence.roots()) == 1
    start = text.index(aside)
    root = sentence.roots()[0]
    assert not start <= root.idx < start + len(aside)


def test_an_aside_hangs_on_the_noun_before_it() -> None:
    """The relative clause of an aside modifies the head noun of the subject in front of it."""
    parsed = next(parse([article("The head of the museum, who was hired in May, said visitors were coming back.")]))
    tokens = parsed.sentences[0].tokens
    hired = next(token for token in tokens if token.text == "hired")
    assert hired.dep_ == "acl:relcl"
    assert hired.head.text == "head"


def test_a_paragraph_without_asides_is_parsed_as_it_is() -> None:
    """A paragraph without asides gives the same parse as the pipeline by itself."""
    text = "The river rose on Monday. Two bridges were closed."
    parsed = next(parse([article(text)]))
    assert [sentence.sentence.text for sentence in parsed.sentences] == [
        "The river rose on Monday.",
        "Two bridges were closed.",
    ]
