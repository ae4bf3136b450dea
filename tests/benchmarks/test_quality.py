import re

import pytest

from benchmarks.quality.count import entries, table, wilson
from benchmarks.quality.judge import judge
from benchmarks.quality.sheet import draw, sheet
from tests.quizzes import sample_quiz

QUIZ = sample_quiz(12)


class TestSheet:
    def test_a_draw_is_the_same_for_a_seed(self) -> None:
        """Another seed draws others; more than there are is all of them."""
        assert draw(QUIZ, 5, 1) == draw(QUIZ, 5, 1) != draw(QUIZ, 5, 2)
        assert len(draw(QUIZ, 500, 1)) == len(QUIZ.questions)

    def test_a_card_shows_neither_its_source_nor_its_title_before_the_verdict(self) -> None:
        """A judge sees context line, question, options and answer; the sentences stand behind all of them."""
        cards, _, sources = sheet(draw(QUIZ, 12, 1), 12, 1).partition("## Sources")
        for question in QUIZ.questions:
            assert question.stem in cards
            assert f"Answer: {question.key}" in cards
            assert " ".join(question.fact.sentence.text.split()) in sources

    def test_verdicts_are_counted(self) -> None:
        """What the judge fills in comes back by form, kind and template; what is left open does not count."""
        text = sheet(draw(QUIZ, 12, 1), 12, 1)
        verdicts = iter(["yes", "no", "Yes", "", "no"])
        text = re.sub("^verdict:$", lambda _: f"verdict: {next(verdicts, '')}", text, flags=re.MULTILINE)
        text = re.sub("^defect:$", "defect: W", text, flags=re.MULTILINE)
        judged = list(entries(text))
        assert [entry.good for entry in judged] == [True, False, True, False]
        lines = list(table(judged))
        assert "  all                              2 of 4     50%  (15% to 85%)" in lines
        assert "  W                                2" in lines

    def test_another_word_is_no_verdict(self) -> None:
        """A slip of the pen is not counted as a no."""
        text = sheet(draw(QUIZ, 1, 1), 1, 1).replace("verdict:\n", "verdict: perhaps\n")
        with pytest.raises(ValueError, match="'perhaps' is neither yes nor no"):
            list(entries(text))

    def test_a_judge_sees_a_card_before_its_source_and_may_think_again(self) -> None:
        """A verdict that the source changes is written as changed; what is not understood is asked again."""
        said = iter(["yes", "no w", "no", "no c", "", "yes", "", "stop"])
        told: list[str] = []
        *_, text = judge(sheet(draw(QUIZ, 12, 1), 12, 1), lambda _: next(said), told.append)
        assert [(entry.good, entry.defect) for entry in entries(text)] == [(False, "W"), (False, "C"), (True, "")]
        first = draw(QUIZ, 12, 1)[0]
        assert first.stem in told[0]
        assert " ".join(first.fact.sentence.text.split()) in told[1]
        assert list(judge(text, lambda _: "stop", told.append)) == []


@pytest.mark.parametrize(("good", "total", "low", "high"), [(0, 0, 0, 1), (10, 10, 0.722, 1), (95, 100, 0.888, 0.978)])
def test_wilson_interval(good: int, total: int, low: float, high: float) -> None:
    """The values are those of the published formula."""
    assert wilson(good, total) == pytest.approx((low, high), abs=0.001)
