"""Sets: sides to match, events to order; none rather than a poor one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from quizgen.model import Fact, ItemSet, Question, Source
from quizgen.questions.ledger import Ledger
from quizgen.questions.matching import matchings
from quizgen.questions.ordering import orderings
from quizgen.questions.pool import Pool
from tests.questions.build import SOURCE, day, fact, question, slot, verb

HOLDERS = (
    ("Jane Roe", "mayor of Leeds"), ("John Doe", "harbour master"), ("Ann Lee", "chief engineer"),
    ("Tom Ray", "bishop of Derby"),
)  # fmt: skip
EVENTS = (
    ("The Harbour School", "opened", "open", "1998", "1998"),
    ("The Ely Bridge", "closed", "close", "May 2003", "2003-05"),
    ("Storm Ciaran", "hit", "hit", "2 June 2010", "2010-06-02"), ("The Derby Mill", "burned", "burn", "2015", "2015"),
)  # fmt: skip


def held(name: str, office: str, source: Source = SOURCE, at: int = 0) -> Question:
    """A question on the office that a person holds."""
    made = fact("role", None, slot("holder", name, "person"), slot("role", office, "abstract"), asked="role", at=at)
    sentence = replace(made.sentence, article_id=source.id, index=at)
    return replace(question(replace(made, sentence=sentence), source=source), score=0.8)


def happened(what: str, deed: str, lemma: str, time: str, value: str, at: int = 0) -> Question:
    """A question on when something happened in Leeds."""
    made = fact(
        "date", verb(deed, lemma), slot("subject", what), slot("place", "the town of Leeds", "city", "in"),
        day(time, value, case="on" if len(value) == 10 else "in"), asked="time", at=at,
    )  # fmt: skip
    return replace(question(made), score=0.8)


def pool(questions: Sequence[Question]) -> Pool:
    """A pool of the questions' facts."""
    by_source: dict[Source, list[Fact]] = {}
    for asked in questions:
        by_source.setdefault(asked.source, []).append(asked.fact)
    return Pool(by_source.values(), Ledger(by_source.items()))


def matched(questions: Sequence[Question], chosen: Sequence[Question] = (), seed: int = 0) -> list[ItemSet]:
    """The matching sets of the questions of one article."""
    return list(matchings([questions], chosen, pool(questions), seed))


def ordered(questions: Sequence[Question], seed: int = 0) -> list[ItemSet]:
    """The ordering sets of the questions of one article."""
    return list(orderings([questions], pool(questions), seed))


OFFICES = [held(*pair, at=100 * i) for i, pair in enumerate(HOLDERS)]
TIMELINE = [happened(*event, at=100 * i) for i, event in enumerate(EVENTS)]


class TestMatching:
    def test_persons_stand_beside_their_offices(self) -> None:
        """Each part is a person and the office that the article gives them, as of its month."""
        (made,) = matched(OFFICES)
        assert {(part.prompt, part.key) for part in made.parts} == set(HOLDERS)
        assert made.stem == "Match each person with the office or role that they held in February 2021."
        assert made.context == "Storm hits the coast · The Daily · as of 16 February 2021"

    def test_the_keys_are_shown_in_another_order(self) -> None:
        """Never the one of the prompts; the seed decides which."""
        orders = {matched(OFFICES, seed=seed)[0].shown for seed in range(20)}
        assert (0, 1, 2, 3) not in orders
        assert len(orders) > 3
        assert all(sorted(order) == [0, 1, 2, 3] for order in orders)

    def test_two_parts_make_no_set(self) -> None:
        """Three are needed, and what is asked otherwise does not count."""
        assert matched(OFFICES[:2]) == []
        assert matched(OFFICES[:3], chosen=OFFICES[:1]) == []
        assert len(matched(OFFICES, chosen=OFFICES[:1])[0].parts) == 3

    def test_what_is_asked_from_the_other_end_does_not_count(self) -> None:
        """Who asks for the holder has asked for the office."""
        other = replace(OFFICES[0].fact, answerable=("holder",))
        assert matched(OFFICES[:3], chosen=[question(other)]) == []

    @pytest.mark.parametrize(
        ("name", "office"),
        [
            ("Jane Roe", "head teacher"), ("Kim Poe", "mayor of Leeds"), ("Kim Poe", "Poe heir"),
            ("Doe", "head teacher"),
        ],
    )  # fmt: skip
    def test_no_side_fits_two(self, name: str, office: str) -> None:
        """One person, one office; none that tells the other, none that is no full name."""
        (made,) = matched([*OFFICES, replace(held(name, office, at=900), score=0.7)])
        assert len(made.parts) == 4

    def test_offices_need_a_date(self) -> None:
        """An article without one does not say of when they are."""
        undated = replace(SOURCE, published=None)
        assert matched([held(*pair, source=undated, at=i) for i, pair in enumerate(HOLDERS)]) == []

    def test_what_is_poor_is_no_part(self) -> None:
        """A question that would not be asked is not matched either."""
        assert matched([replace(one, score=0.1) for one in OFFICES]) == []

    def test_initials_tell_too_much(self) -> None:
        """Abbreviations whose letters spell their names are no riddle."""
        names = ("Harbour Workers Union", "HWU"), ("Leeds Mill Trust", "LMT"), ("Derby Ferry Board", "DFB")
        facts = [
            fact("acronym", None, slot("long", long), slot("short", short), asked="long", at=i)
            for i, (long, short) in enumerate(names)
        ]
        assert matched([replace(question(made), score=0.8) for made in facts]) == []

    def test_its_name_lasts(self) -> None:
        """The same parts are the same item, whatever the seed and order."""
        assert matched(OFFICES)[0].id == matched(OFFICES[::-1], seed=5)[0].id != matched(OFFICES[:3])[0].id


class TestOrdering:
    def test_events_stand_from_the_earliest_on(self) -> None:
        """Each says what happened and nothing of when; the key has its time in full."""
        (made,) = ordered(TIMELINE[::-1])
        assert [(part.prompt, part.key) for part in made.parts] == [
            ("The Harbour School opened in the town of Leeds.", "1998"),
            ("The Ely Bridge closed in the town of Leeds.", "May 2003"),
            ("Storm Ciaran hit in the town of Leeds.", "2 June 2010"),
            ("The Derby Mill burned in the town of Leeds.", "2015"),
        ]
        assert made.shown != (0, 1, 2, 3)

    def test_times_that_touch_are_not_ordered(self) -> None:
        """A day in its year comes neither before nor after it."""
        within = happened("The Old Market", "burned", "burn", "July 1998", "1998-07", at=900)
        (made,) = ordered([*TIMELINE, replace(within, score=0.7)])
        assert len(made.parts) == 4

    def test_six_events_are_enough(self) -> None:
        """The best ones are taken."""
        more = [happened(f"The Mill of {name}", "opened", "open", year, year, at=900 + i)
                for i, (name, year) in enumerate([("Hull", "1901"), ("York", "1902"), ("Bath", "1903")])]  # fmt: skip
        (made,) = ordered([*TIMELINE, *more])
        assert len(made.parts) == 6

    @pytest.mark.parametrize(
        "change",
        [
            {"modality": "may"}, {"verb": verb("did open", "open", negated=True)}, {"verb": verb("will open", "open")},
        ],
    )  # fmt: skip
    def test_what_did_not_happen_is_no_event(self, change: dict[str, object]) -> None:
        """Plans, guesses and denials have no place in a timeline."""
        changed = replace(TIMELINE[0], fact=replace(TIMELINE[0].fact, **change))  # type: ignore[arg-type]
        assert ordered([changed, *TIMELINE[1:3]]) == []

    def test_who_says_so_is_said(self) -> None:
        """An attributed event keeps its source."""
        said = replace(TIMELINE[0], fact=replace(TIMELINE[0].fact, attribution="the police"))
        (made,) = ordered([said, *TIMELINE[1:]])
        assert made.parts[0].prompt == "The Harbour School opened in the town of Leeds, according to the police."

    def test_a_prompt_tells_no_time(self) -> None:
        """What names another day or year would tell its place."""
        dated = happened("The School of 1998", "opened", "open", "1999", "1999", at=900)
        assert ordered([dated, *TIMELINE[1:3]]) == []


class TestStories:
    def test_articles_on_one_story_make_a_set_together(self) -> None:
        """Where none has enough alone; the line above says of when they are."""
        other = replace(SOURCE, id="a2", title="The coast after the storm", published=date(2021, 2, 20))
        shared = [held(name, office, other, at=900) for name, office in HOLDERS[:2]]
        mine, theirs = OFFICES[:2], [*shared, *(held(*pair, source=other, at=i) for i, pair in enumerate(HOLDERS[2:]))]
        made = list(matchings([mine, theirs[2:]], [], pool([*mine, *theirs]), 0))
        assert [len(one.parts) for one in made] == [4]
        assert made[0].context == "2 articles of 16 February 2021 to 20 February 2021"

    def test_articles_on_two_stories_do_not(self) -> None:
        """What has no names in common is not mixed."""
        other = replace(SOURCE, id="a2")
        mine, theirs = OFFICES[:2], [held(*pair, source=other, at=i) for i, pair in enumerate(HOLDERS[2:])]
        assert list(matchings([mine, theirs], [], pool([*mine, *theirs]), 0)) == []
