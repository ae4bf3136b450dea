"""Facts turned into stems: what is asked, in which words, and what is better not asked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.model import Fact
from quizgen.questions.templates import built_in
from quizgen.questions.wording import stem_of
from tests.questions.build import SOURCE, day, fact, slot, stem, verb
from tests.questions.corpus_asking import CASES, IN_LEEDS, MONDAY, ROE, SCHOOL, UNASKED

NAMES = st.sampled_from(["Jane Roe", "Harbour Council", "The Leeds Post", "Peru", "Storm Gale", "the “Red” Line"])
KINDS = st.sampled_from(["person", "organization", "country", "event", "object", "thing", "people", "place"])
GROUPS = st.sampled_from([
    ("opened", "open"), ("has opened", "open"), ("will open", "open"), ("is opening", "open"), ("was given", "give"),
])  # fmt: skip


class TestStems:
    @pytest.mark.parametrize(("made", "expected"), CASES, ids=[expected for _, expected in CASES])
    def test_a_fact_is_asked_in_plain_english(self, made: Fact, expected: str) -> None:
        """The question word, the verb and the order of the parts are those of an English question."""
        assert stem(made) == expected

    @pytest.mark.parametrize(("why", "made"), UNASKED, ids=[why for why, _ in UNASKED])
    def test_what_was_read_wrongly_is_not_asked(self, why: str, made: Fact) -> None:
        """A fact with a sign of a wrong parse makes no question."""
        assert stem(made) == "", why

    def test_long_stems_lose_their_least_part_first(self) -> None:
        """Time and place stay longer than other circumstances, for they say which event is meant."""
        long = slot("oblique", "a very long list of other things that nobody needs to hear of here", case="with")
        made = fact("action", verb("opened", "open"), ROE, SCHOOL, long, IN_LEEDS, MONDAY, asked="subject")
        assert stem(made) == "Who opened the Leeds school in Leeds on Monday?"

    def test_a_blank_stands_where_the_answer_stood(self) -> None:
        """A cloze is the statement with its words in their order."""
        made = fact("date", verb("opened", "open"), ROE, SCHOOL, day("May 2020", "2020-05", case="in"), asked="time")
        assert stem(made, "cloze") == "Jane Roe opened the Leeds school in _____."

    def test_a_blank_takes_a_whole_name(self) -> None:
        """No cloze blanks a part of a longer name, or a weekday alone."""
        part = slot("name", "Tel", "city", within="statement", rest="Shells hit the town of _____ Tamer on Monday.")
        whole = slot("statement", "Shells hit the town of Tel Tamer on Monday")
        assert stem(fact("place", None, whole, part, asked="name"), "cloze") == ""
        made = fact("date", verb("opened", "open"), ROE, SCHOOL, MONDAY, asked="time")
        assert stem(made, "cloze") == ""

    @settings(max_examples=60, deadline=None)
    @given(NAMES, KINDS, GROUPS, NAMES, st.sampled_from(["subject", "object", "time", "place"]))
    def test_stems_are_whole(self, who: str, kind: str, group: tuple[str, str], what: str, asked: str) -> None:
        """Whatever the slots say, a stem has single spaces, closed quotes and one question mark, at its end."""
        parts = (slot("subject", who, kind), slot("object", what), IN_LEEDS, MONDAY)  # type: ignore[arg-type]
        made = fact({"time": "date", "place": "place"}.get(asked, "action"), verb(*group), *parts, asked=asked)
        for template in built_in():
            chosen = made.slot(asked)
            assert chosen is not None
            if template.fits(made, chosen, "short-answer"):
                text = stem_of(template, made, chosen, SOURCE, "short-answer")
                assert not text or re.fullmatch(r"[^?]+\?", text)
                assert "  " not in text
                assert text.count("“") == text.count("”")
                assert text == stem_of(template, made, chosen, SOURCE, "short-answer")
