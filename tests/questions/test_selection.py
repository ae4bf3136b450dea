"""Which questions of an article are taken."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.model import Form, Question, Sentence, Span
from quizgen.questions.selection import asks_same, gives_away, is_one_range, select
from tests.questions.build import fact, question, slot, verb

TOWNS = "Leeds Derby Truro Wells Ripon Ely Bath York Hull Poole Dover Luton".split()


def opened(index: int, score: float = 0.8) -> Question:
    """A question on one of many statements that have nothing in common."""
    made = fact(
        "action", verb("visited", "visit"), slot("subject", f"{TOWNS[-index - 1]}ton Jones", "person"),
        slot("object", f"{TOWNS[index]} Hall number {index}", "object"), asked="subject", at=1000 * index,
    )  # fmt: skip
    sentence = replace(made.sentence, index=index)
    return replace(question(replace(made, sentence=sentence)), score=score, template=f"template {index % 4}")


ALL = tuple(opened(i, 0.5 + 0.03 * i) for i in range(12))


class TestSelection:
    def test_density_counts_questions_in_a_hundred_words(self) -> None:
        """Three in a hundred words are six in two hundred."""
        assert len(select(ALL, 200, density=3)) == 6

    def test_every_article_has_one(self) -> None:
        """However short it is."""
        assert len(select(ALL, 10, density=1)) == 1

    def test_what_is_doubtful_waits_for_a_dense_quiz(self) -> None:
        """By default an article has fewer questions rather than poor ones."""
        poor = opened(0, 0.2)
        assert select([poor, opened(1)], 500) == (opened(1),)
        assert len(select([poor, opened(1)], 500, density=6)) == 2

    def test_a_blank_has_to_be_surer_than_a_question(self) -> None:
        """Where both are wanted; a quiz of blanks alone takes them as sure as others."""
        blank = replace(opened(0, 0.35), form="cloze", stem="Jane Roe opened _____ in Leeds.")
        assert select([blank, opened(1)], 500) == (opened(1),)
        assert select([blank], 500) == (blank,)

    def test_abbreviations_stand_back(self) -> None:
        """One where little else is asked, two and a third of the questions at most; a dense quiz has all of them."""
        short = [
            replace(
                opened(i, 0.9), id=f"short {i}", template="acronym",
                fact=replace(opened(i).fact, kind="acronym", sentence=replace(opened(i).fact.sentence, index=50 + i)),
            )
            for i in range(4)
        ]  # fmt: skip

        def count(chosen: tuple[Question, ...]) -> int:
            return sum(question.fact.kind == "acronym" for question in chosen)

        assert count(select(short, 1000)) == 1
        assert count(select([*short, *ALL[4:8]], 1000)) == 2
        assert count(select([*short, *ALL[4:6]], 1000)) == 1
        assert count(select([*short, *ALL[4:8]], 1000, density=8)) == 4

    def test_a_statement_is_judged_once(self) -> None:
        """One swap in it gives the other away."""
        judged = [
            replace(ALL[0], form="true-false", id=slot.name, key="True", key_span=slot.span)
            for slot in ALL[0].fact.slots
        ]
        assert len(select(judged, 1000, density=50)) == 1

    def test_the_limit_holds(self) -> None:
        """No more than the user wants, none where none is wanted."""
        assert len(select(ALL, 1000, density=50, limit=2)) == 2
        assert select(ALL, 1000, limit=0) == ()

    def test_the_best_are_taken_in_the_order_of_the_text(self) -> None:
        """By score, then shown as the article goes."""
        chosen = select(ALL, 100, density=3)
        assert {q.id for q in chosen} == {q.id for q in ALL[-3:]}
        assert [q.fact.sentence.index for q in chosen] == sorted(q.fact.sentence.index for q in chosen)

    def test_no_answer_is_asked_for_twice_of_one_place(self) -> None:
        """Two keys that cover each other are one answer."""
        wider = replace(ALL[0], id="x", key_span=Span(ALL[0].key_span.start, ALL[0].key_span.end + 2))
        assert asks_same(ALL[0], wider)
        assert len(select([ALL[0], wider], 1000, density=50)) == 1

    def test_a_person_with_and_without_a_title_is_one_answer(self) -> None:
        """However long the title is; a place inside a longer name is another answer."""
        asked = ALL[0]
        subject = asked.fact.slots[0]
        for kind, are_one in (("person", True), ("organization", False)):
            titled = replace(subject, type=kind, span=Span(subject.span.start, subject.span.end + 40))  # type: ignore[arg-type]
            bare = replace(subject, type=kind)  # type: ignore[arg-type]
            one = replace(asked, key_span=titled.span, fact=replace(asked.fact, slots=(titled,)))
            other = replace(asked, key="Jones", key_span=bare.span, fact=replace(asked.fact, slots=(bare,)))
            assert asks_same(one, other) is are_one

    def test_two_ends_of_a_range_are_one_answer(self) -> None:
        """ "From _____" and "from 500 to _____" stand in a dense quiz alone; two numbers of one sentence in any."""
        text = "The number of troops rose from 500, to between 4,000 and 5,000, in 12 towns."
        ends = [Span(text.index(end), text.index(end) + len(end)) for end in ("500", "between", "12")]
        sentence = Sentence("a1", 0, Span(0, len(text)), text)
        made = [
            replace(ALL[0], id=str(i), key=str(i), key_span=end, fact=replace(ALL[0].fact, sentence=sentence))
            for i, end in enumerate(ends)
        ]
        assert is_one_range(made[0], made[1])
        assert is_one_range(made[1], made[0])
        assert not is_one_range(made[0], made[2])
        assert len(select(made[:2], 1000)) == 1
        assert len(select(made[:2], 1000, density=50)) == 2

    def test_a_stem_that_holds_anothers_key_is_known(self) -> None:
        """On one sentence, one question may tell the other's answer."""
        made = fact(
            "action", verb("opened", "open"), slot("subject", "Jane Roe", "person"),
            slot("object", "the harbour hall", "object"), slot("place", "Leeds", "city", "in"), asked="subject",
        )  # fmt: skip
        one, other = question(made), question(replace(made, answerable=("object",)))
        assert gives_away(one, other)
        assert not gives_away(ALL[0], ALL[1])

    @settings(max_examples=25, deadline=None)
    @given(st.permutations(ALL), st.integers(min_value=0, max_value=5))
    def test_the_order_of_arrival_does_not_count(self, mixed: list[Question], seed: int) -> None:
        """The same questions and seed give the same quiz."""
        assert select(mixed, 150, seed=seed) == select(ALL, 150, seed=seed)

    @given(st.integers(0, 10_000))
    def test_a_correction_keeps_the_form(self, seed: int) -> None:
        """Anki changes no note's type, so a corrected number or name is asked for in the form that it had."""

        def chosen(name: str, place: str) -> list[Form]:
            made = fact(
                "action", verb("visited", "visit"), slot("subject", name, "person"),
                slot("object", place, "object"), asked="subject",
            )  # fmt: skip
            asked = question(made)
            return [one.form for one in select([asked, replace(asked, form="cloze")], 50, seed=seed)]

        assert chosen("Mary Jones", "Derby Hall number 2") == chosen("Mary Johns", "Derby House number 3")
