"""Second readings: a clause that the first reading lost is parsed by itself and joined to the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from quizgen.language import ParsedSentence, parse
from quizgen.language.rereading import lost_asides, seams
from quizgen.model import Article, Block, Source, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

# sentence, verb of the first clause, verb of the second one
LOST = [
    (
        "The alliance has had a mission in Tunis since October 2018, but plans to expand it were delayed by the storm.",
        "had", "delayed",
    ),
    (
        "They mainly claim harm to a separate firm that could sue in its own name but has chosen not to do so, "
        "and the states' asserted harms to their tax revenues are self-inflicted.",
        "claim", "inflicted",
    ),
]  # fmt: skip
FRONTED = [
    ("While there have been spasms of speculation about the mayor naming a replacement, no nominee has been declared.",
     "declared"),
    ("As tropical storms make landfall, this energy source is cut off and they rapidly lose strength.", "cut"),
]  # fmt: skip
# a subject that the fronted phrase took with it
SWALLOWED = [
    ("According to the Swedish Coast Guard, Anna Maria al-Bergi appointed Jan Roe the lead commander in 2004.",
     "Anna", "appointed"),
]  # fmt: skip
# an aside between a subject and its verb, which only the verb's tag tells
PARTED = [
    ("The National Rail Company, which owns the engine suspected of causing the fire, expressed its regret.",
     "Company", "expressed"),
    ("When the cells were thawed in Oslo and grown at 4C, one strain, a relative of the common yeast, wiped out "
     "the mould.", "strain", "wiped"),
    ("Outside, about 3,000 farmers, some of whom had come on tractors, blew whistles.", "farmers", "blew"),
]  # fmt: skip
NOT_PARTED = [
    "Berg, 49, conceded before midnight, kissed her predecessor and announced her retreat.",
    "The treaty keeps the border open until July 2, 2025, asks the parties to report, and thanks Norway.",
]
WHOLE = [
    "The river rose on Monday, and two bridges were closed.",
    "The firm sold its ships, cut its costs and moved to Oslo.",
    "The club has a library, a pool, and a garden that is open to all.",
    "After the match, the coach thanked the fans.",
]


def once_more(parsed: ParsedSentence) -> tuple[Doc, list[tuple[int, int]]]:
    """The doc of a sentence that was read, whose records say what spaCy's do, and the sentence's range in it."""
    return cast("Doc", parsed.tokens.doc), [(parsed.tokens.start, parsed.tokens.end)]


def sentence(text: str) -> ParsedSentence:
    """The one sentence of an article, parsed."""
    article = Article(Source("t", "Title", "t.txt"), text, (Block("paragraph", Span(0, len(text))),))
    (only,) = next(parse([article])).sentences
    assert only.sentence.text == text
    return only


@pytest.mark.parametrize(("text", "first", "second"), LOST)
def test_a_lost_clause_becomes_a_clause_with_its_own_subject(text: str, first: str, second: str) -> None:
    """A clause behind a comma and "but" or "and" has its own subject and hangs on the verb of the first one."""
    parsed = sentence(text)
    verb = next(token for token in parsed.tokens if token.text == second)
    assert verb.dep_ in {"conj", "parataxis"}
    assert verb.head.text == first
    assert any(child.dep_.startswith("nsubj") for child in verb.children)
    assert len(parsed.roots()) == 1


@pytest.mark.parametrize(("text", "verb"), FRONTED)
def test_the_main_clause_behind_a_fronted_one_is_the_root(text: str, verb: str) -> None:
    """The verb behind the fronting comma is the root of the sentence, and the fronted verb hangs on it."""
    parsed = sentence(text)
    assert [root.text for root in parsed.roots()] == [verb]


@pytest.mark.parametrize(("text", "subject", "verb"), [*SWALLOWED, *PARTED])
def test_a_verb_gets_the_subject_that_stands_apart_from_it(text: str, subject: str, verb: str) -> None:
    """The verb behind an aside or a fronted phrase is the root, and its subject stands before it."""
    parsed = sentence(text)
    (root,) = parsed.roots()
    assert root.text == verb
    assert [child.text for child in root.children if child.dep_.startswith("nsubj")] == [subject]


@pytest.mark.parametrize("text", NOT_PARTED)
def test_a_row_of_verbs_and_a_date_hold_no_aside(text: str) -> None:
    """What stands between two verbs of one subject, and the year of a date, set no subject apart."""
    parsed = sentence(text)
    assert lost_asides(*once_more(parsed)) == []


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_whose_clauses_were_found_is_read_once(text: str) -> None:
    """Where the first reading has all clauses, or there is only one, no seam is found."""
    parsed = sentence(text)
    assert seams(*once_more(parsed)) == []
