"""Clauses: which statements a long sentence is split into, each with its subject, its verb and who states it."""

from __future__ import annotations

import pytest

from quizgen.facts.clauses import clauses
from quizgen.facts.scene import scenes
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span

# sentence, then the statements that it must give: subject, verb, speaker
SPLIT = [
    (  # the name beside a description that only its context makes known is the subject
        "The regional governor, Anna Berg, said more than 11,000 people had been moved to schools.",
        [("Anna Berg", "said", ""), ("more than 11,000 people", "had been moved", "Anna Berg")],
    ),
    (  # what stands in the subject of a verb of saying is not what is said
        "Norway, which has bases in Latvia, urged restraint.",
        [("Norway", "has", ""), ("Norway", "urged", "")],
    ),
    (  # nor is what is joined to it, or stands behind it as a tail
        "The Swedish government declared a state of emergency, freeing up four million crowns, and ordered a review.",
        [("the Swedish government", "declared", ""), ("the Swedish government", "freeing", ""),
         ("the Swedish government", "ordered", "")],
    ),
    (  # a relative clause behind a name set beside its noun
        "Norway's deputy minister, Anna Berg, who made nine trips to Oslo, has resigned.",
        [("Norway's deputy minister", "made", "")],
    ),
    (  # "after" opens a clause of its own
        "Thousands of people fled Aleppo after an attack on a Red Cross convoy killed 12 people.",
        [("an attack on a Red Cross convoy", "killed", "")],
    ),
    (  # "when" states what happened
        "More than 200 people died in Chile when two trains collided in 2019.",
        [("two trains", "collided", "")],
    ),
    (  # "where" states what happened there
        "Thousands of people fled to Lyon, where thick smoke had closed an airport.",
        [("thick smoke", "had closed", "")],
    ),
    (  # two verbs that share all their parts are one
        "More than 60 people were killed and injured in the raid on Mosul.",
        [("more than 60 people", "were killed and injured", "")],
    ),
    (  # the preposition before a noun is none of what describes it
        "In a deal mediated by Georgia, Armenia has freed ten soldiers.",
        [("a deal", "mediated", "")],
    ),
    (  # a statement is whole without the change, the comparison or the share told behind it
        "Kenya exported 400 tonnes of tea in 2024, up from 310 tonnes in 2022.",
        [("Kenya", "exported", "")],
    ),
    (
        "Annual inflation in Peru eased to 4.6% in June, its lowest level since 2021.",
        [("annual inflation in Peru", "eased", "")],
    ),
    (
        "Laboratory tests confirmed seven cases in the province of Ruyigi, five of them fatal.",
        [("laboratory tests", "confirmed", "")],
    ),
    (  # "whose" is said of the name right before it
        "The Danish company Lindqvist, whose founder Anna Roth died in 2019, employs 4,000 people.",
        [("Lindqvist's founder Anna Roth", "died", ""), ("the Danish company Lindqvist", "employs", "")],
    ),
    (  # an organization between people and "who" is none of them
        "Observers from the Organization of American States, who visited 212 polling stations, left Peru.",
        [("observers from the Organization of American States", "visited", "")],
    ),
]  # fmt: skip
# sentence, then statements that it must not give: subject and verb
NOT_SPLIT = [
    # a verb without an object has no passive
    ("Ghana, Africa's top gold miner, defaulted on most of its debt after the fallout from the war tipped it into its "
     "worst crisis.", ("Ghana", "was defaulted")),
    # "whose" behind a name that is a part of another one's description
    ("Anna Berg, of Laredo, Texas, whose son died in 2019, sued a bank.", ("Texas' son", "died")),
    # a noun behind a comma that is the subject of another verb is no aside
    ("At the monastery, perched on a crag, a dozen monks loaded icons into a lorry.", ("the monastery", "was perched")),
    ("Of the 32 drugs under development, only a dozen were judged new by Pfizer.", ("the 32 drugs", "were judged")),
    ("The flood closes the bridge when the river rises.", ("the river", "rises")),
    ("The country of two million people, which joined the union in 2004, gets its gas through Austria.",
     ("two million people", "joined")),
    ("The team, whose members include chemists from Oslo, has asked Norway for help.", ("whose members", "include")),
    ("Beijing lays claim to almost the entire waterway, parts of which are also claimed by Brunei.",
     ("parts of which", "are claimed")),
    ("Two people have died: a volunteer firefighter, Lars Berg, and an old farmer.", ("two people", "have died")),
    ("More than 60 people were killed and injured in the raid on Mosul.", ("more than 60 people", "injured")),
    ("Norway paid 30 million, compared with 21 million for Sweden.", ("30 million", "compared")),
]


# a statement of a body's own, and who "we" is in it
OURS = [
    ("We condemn the attack in Bergen. Norway reaffirms its support for Sweden.", "Norway"),
    ("Norway strongly condemns the attack in Bergen. We will help Sweden.", "Norway"),
]
NOBODYS = [
    "Norway condemns the attack in Bergen. Sweden condemns it as well. We will help Finland.",
    'Norway condemns the attack. "We will help Finland," Anna Berg said.',
    "Norway remains rich. We will visit Finland.",
]


def statements(text: str) -> set[tuple[str, str, str]]:
    """Subject, verb and speaker of every clause of an article of one sentence."""
    article = Article(Source("t", "Title", "t.txt"), text, (Block("paragraph", Span(0, len(text))),))
    found = [clause for scene in scenes(next(parse([article]))) for clause in clauses(scene)]
    return {(clause.subject.phrase.wording, clause.verb.text, clause.speaker) for clause in found}


@pytest.mark.parametrize(("text", "wanted"), SPLIT)
def test_a_long_sentence_gives_the_statements_in_it(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """Each statement comes with its own subject and verb, and with a speaker only where somebody says it."""
    assert set(wanted) <= statements(text)


@pytest.mark.parametrize(("text", "unwanted"), NOT_SPLIT)
def test_what_nobody_states_is_no_statement(text: str, unwanted: tuple[str, str]) -> None:
    """A phrase with a preposition is no subject, and what holds only "when it rains" is not stated."""
    assert unwanted not in {(subject, verb) for subject, verb, _ in statements(text)}


@pytest.mark.parametrize(("text", "body"), OURS)
def test_we_is_the_body_whose_statement_it_is(text: str, body: str) -> None:
    """In a statement where one body alone condemns or reaffirms, "we" is that body."""
    assert {subject for subject, _, _ in statements(text)} == {body}


@pytest.mark.parametrize("text", NOBODYS)
def test_we_stays_open_where_no_body_speaks_alone(text: str) -> None:
    """Where two bodies state something, somebody is quoted, or nobody speaks solemnly, "we" is nobody's."""
    assert not {verb for _, verb, _ in statements(text)} & {"will help", "will visit"}
