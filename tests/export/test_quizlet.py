from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.errors import WriteError
from quizgen.export.quizlet import LONGEST, write_quizlet
from quizgen.model import BLANK, FORMS, Form, Question, Quiz
from tests.export.hostile import HOSTILE, question
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
NATO = "(Nato ministers set to boost Iraq mission, Reuters, 16 February 2021)"


def cards(quiz: Quiz, path: Path) -> list[tuple[str, str]]:
    """The cards that Quizlet makes of the file: a line a card, the term before the tab and the definition after it."""
    write_quizlet(quiz, path)
    lines = path.read_bytes().decode().split("\n")
    assert lines.pop() == ""
    return [(term, definition) for term, definition in (line.split("\t") for line in lines)]


def card(asked: Question, folder: Path) -> tuple[str, str]:
    """The card of one question."""
    (made,) = cards(Quiz("One", (asked,)), folder / "one.txt")
    return made


class TestCards:
    def test_each_question_is_a_card_in_the_quiz_s_order(self, tmp_path: Path) -> None:
        """Its term begins with what is asked, its definition with the answer."""
        made = cards(QUIZ, tmp_path / "quiz.txt")
        assert len(made) == len(QUIZ.questions)
        for (term, definition), asked in zip(made, QUIZ.questions, strict=True):
            assert term.startswith(" ".join(asked.stem.split()))
            assert definition.startswith(" ".join(asked.key.split()))

    def test_a_short_answer_stands_beside_its_source(self, tmp_path: Path) -> None:
        """With the article, its publisher and its day, and what it is about in brackets after the question."""
        assert card(QUIZ.questions[6], tmp_path) == (
            "Whom did Recep Tayyip Erdoğan meet in Łódź on 3 March 2021? [Gazeta Łódzka · 2021-03-04]",
            "Nguyễn Phú Trọng — “President Recep Tayyip Erdoğan met Nguyễn Phú Trọng in Łódź on 3 March 2021.” "
            "(Turkey’s Erdoğan meets Nguyễn in Łódź, Gazeta Łódzka, 4 March 2021)",
        )

    def test_a_cloze_keeps_its_blank(self, tmp_path: Path) -> None:
        """And the answer, whose white space is made plain, is what goes there."""
        term, definition = card(QUIZ.questions[1], tmp_path)
        assert term == f"Nato has had a non-combat mission in Baghdad since {BLANK}. [Reuters · 2021-02-16]"
        assert definition == (
            f"October 2018 — “Nato has had a non-combat mission in Baghdad since October 2018.” {NATO}"
        )

    def test_multiple_choice_lists_its_options(self, tmp_path: Path) -> None:
        """Lettered, in the question's own order; the definition is the right one's text."""
        asked = QUIZ.questions[2]
        term, definition = card(asked, tmp_path)
        options = " ".join(f"({letter}) {text}" for letter, text in zip("ABCD", asked.options, strict=True))
        assert term == f"By whom is the Nato mission in Iraq led? {options} [Reuters · 2021-02-16]"
        assert definition == f"a Danish commander — “The mission is led by a Danish commander.” {NATO}"

    def test_true_or_false_says_so_and_corrects(self, tmp_path: Path) -> None:
        """What the source says instead stands beside the answer."""
        asked = replace(
            QUIZ.questions[6], form="true-false", stem="Erdoğan met Putin.", key="False", correction="Nguyễn Phú Trọng"
        )
        term, definition = card(asked, tmp_path)
        assert term.startswith("True or false: Erdoğan met Putin. [")
        assert definition.startswith("False (Nguyễn Phú Trọng) — “President")

    def test_how_a_value_was_got_stands_beside_it(self, tmp_path: Path) -> None:
        """A day of the week and the date that it was."""
        _, definition = card(QUIZ.questions[3], tmp_path)
        assert definition.startswith("Monday (Monday, 15 February 2021, reckoned from the article’s date) — “Nato")

    def test_a_source_that_is_too_long_is_left_out(self, tmp_path: Path) -> None:
        """What a card cannot show would be imported, but not read."""
        asked = QUIZ.questions[0]
        sentence = replace(asked.fact.sentence, text="long " * LONGEST)
        _, definition = card(replace(asked, fact=replace(asked.fact, sentence=sentence)), tmp_path)
        assert definition == "between 4,000 and 5,000"

    def test_an_article_of_which_nothing_is_known(self, tmp_path: Path) -> None:
        """Its title alone stands there, and no context in brackets."""
        term, definition = card(QUIZ.questions[9], tmp_path)
        assert term.endswith("run code?")
        assert definition.endswith("(How to write <b>bold</b> & {{c1::cloze}} in [latex]x[/latex])")


class TestFile:
    def test_the_same_quiz_gives_the_same_bytes(self, tmp_path: Path) -> None:
        """In UTF-8, and none of the letters outside of it."""
        made = [cards(sample_quiz(), tmp_path / name) for name in ("a.txt", "b.txt")]
        assert made[0] == made[1]
        assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes()

    def test_a_place_that_cannot_be_written(self, tmp_path: Path) -> None:
        """One clear sentence."""
        with pytest.raises(WriteError, match="its folder does not exist"):
            write_quizlet(QUIZ, tmp_path / "none" / "quiz.txt")

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(form=st.sampled_from(FORMS), stem=HOSTILE, key=HOSTILE, other=HOSTILE | st.text())
    def test_whatever_stands_in_it_a_question_is_one_line_with_one_tab(
        self, tmp_path: Path, form: Form, stem: str, key: str, other: str
    ) -> None:
        """Tabs and line ends of any script, letters that cannot be written, and turns of direction are harmless."""
        (made,) = cards(Quiz("Hostile", (question(form, stem, key, other, 0),)), tmp_path / "quiz.txt")
        for side in made:
            assert side.strip() == side != ""
            assert len(side.splitlines()) == 1
            assert not set(side) & {*map(chr, range(32)), "\x7f", "\x85", "\u202e", "\u2066", "\u2028"}
