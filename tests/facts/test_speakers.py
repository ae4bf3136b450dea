"""Who states a sentence: the name, the office or the people that its attribution is to be read as."""

from __future__ import annotations

import pytest

from quizgen.facts.clauses import clauses
from quizgen.facts.scene import Scene, scenes
from quizgen.facts.speakers import tail_speaker
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span

# what was said before, the sentence, then how its speaker is called; None where that stays open
SPEAKERS = [
    ("", "A dam near Nakuru in Kenya burst and killed ten people, the interior ministry said.",
     "Kenya's interior ministry"),
    ("", "A dam near Nakuru in Kenya burst and killed ten people, according to the police.", "the police"),
    ("", "A dam near Nakuru burst and killed ten people, its governor, Anna Berg, said.", "Anna Berg"),
    ("", "More than 200,000 people were displaced, its refugee agency, UNHCR, said last month.", "UNHCR"),
    ("", "A dam near Nakuru burst and killed ten people, two people familiar with the matter said.",
     "two people familiar with the matter"),
    ("", "Gunmen attacked a convoy near Nakuru, the regional monitoring body said on Monday.",
     "the regional monitoring body"),
    # what was said before tells which one
    ("Kenya's interior ministry said ten people had died.", "Two dams near Nakuru burst, the ministry said.",
     "Kenya's interior ministry"),
    ("The health ministry said ten people had died in Kenya.", "Two dams burst, it said, adding that it rained.",
     "Kenya's health ministry"),
    ("Kenya's interior ministry said ten people had died. The health ministry said six were hurt.",
     "Two clinics in Nakuru were closed, the ministry said.", "the health ministry"),
    # nothing does
    ("", "A dam near Nakuru in Kenya burst and killed ten people, the ministry said.", None),
    ("", "A dam near Nakuru burst and killed ten people, the company said.", None),
    ("", "A dam on the border of Kenya with Uganda burst and killed ten people, the interior ministry said.", None),
    ("", "A dam near Nakuru in Kenya burst and killed ten people, the news agency said.", None),
    ("", "A dam near Nakuru in Kenya burst and killed ten people, the source said.", None),
    ("Anna Berg said ten people had died.", "Two dams near Nakuru burst, it said.", None),
]  # fmt: skip
# sentence, then the statements that it must give: subject, verb, speaker
STATED = [
    (  # the attribution stays with what stands before and behind it
        "At least 27 Nigerien soldiers were killed and 14 others wounded when gunmen ambushed a convoy near the border "
        "with Mali on Tuesday, the defence ministry of Niger said, in one of the deadliest attacks this year.",
        [("at least 27 Nigerien soldiers", "were killed", "the defence ministry of Niger"),
         ("gunmen", "ambushed", "the defence ministry of Niger")],
    ),
    (
        "Two armed groups in Sudan agreed on Thursday to halt their raids, mediators said, less than a week after an "
        "attack on a food convoy killed 12 people and forced Kenya to suspend deliveries.",
        [("two armed groups in Sudan", "agreed", "mediators"), ("an attack on a food convoy", "killed", "mediators"),
         ("an attack on a food convoy", "forced", "mediators")],
    ),
    (  # whatever stands between verb and content
        "Kenya's health ministry confirmed on Tuesday that 60 people were in hospital.",
        [("60 people", "were", "Kenya's health ministry")],
    ),
    (
        "Kenya's health ministry said in a statement that 40 people were missing.",
        [("40 people", "were missing", "Kenya's health ministry")],
    ),
    (
        "Ten villages in Kenya, according to the police, were cut off by a flood.",
        [("ten villages in Kenya", "were cut off", "the police")],
    ),
]  # fmt: skip
# sentence, then a verb that it must not state anything with
UNSTATED = [
    ("Ten villages in Kenya were cut off by a flood, the ministry said.", "were cut off"),
    ("General Anna Berg flew to Nakuru, according to the ministry, which gave no date.", "flew"),
    # what stands behind "though" or "but" may be somebody else's
    (
        "The talks between Kenya and Sudan ended in Nairobi, mediators said, though Kenya agreed to return in May.",
        "agreed",
    ),
    # the condition is lost
    ("Without more aid by May, the United Nations said, ten camps in Kenya would have to close.", "would have"),
]


@pytest.mark.parametrize(("before", "text", "speaker"), SPEAKERS, ids=[text for _, text, _ in SPEAKERS])
def test_a_speaker_is_named_where_the_article_tells_who_it_is(before: str, text: str, speaker: str | None) -> None:
    """An office needs one country, a bare noun what was called so before; the rest stays open."""
    assert tail_speaker(_scenes(f"{before} {text}".strip())[-1]) == speaker


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text for text, _ in STATED])
def test_a_statement_keeps_its_speaker(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each clause of a sentence carries the attribution that stands beside it."""
    (scene,) = _scenes(text)
    found = [(c.subject.phrase.wording, " ".join(c.verb.words), c.speaker) for c in clauses(scene)]
    assert [one for one in expected if one not in found] == []


@pytest.mark.parametrize(("text", "verb"), UNSTATED, ids=[text for text, _ in UNSTATED])
def test_nothing_is_stated_where_its_speaker_or_condition_is_lost(text: str, verb: str) -> None:
    """No clause comes out of it, rather than one without its attribution."""
    (scene,) = _scenes(text)
    assert [c for c in clauses(scene) if " ".join(c.verb.words).startswith(verb)] == []


def _scenes(text: str) -> tuple[Scene, ...]:
    source = Source("speakers", "A title", "speakers.txt")
    (parsed,) = parse([Article(source, text, (Block("paragraph", Span(0, len(text))),))])
    return scenes(parsed)
