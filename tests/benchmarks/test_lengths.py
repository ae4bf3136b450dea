"""What the lengths of questions come to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.lengths import lengths, main, rows
from quizgen.model import Question
from tests.quizzes import sample_quiz

QUESTION = sample_quiz().questions[0]


def asked(stem: int, answer: int) -> Question:
    """A question with so many words in its stem and its answer."""
    return replace(QUESTION, stem=" ".join(["word"] * stem), key=" ".join(["word"] * answer))


class TestLengths:
    def test_medians_and_shares(self) -> None:
        """Of four stems one is too long, of four answers two."""
        found = lengths([asked(9, 1), asked(10, 2), asked(12, 6), asked(30, 7)])
        assert (found.count, found.stem, found.fitting) == (4, 11, 0.75)
        assert (found.answer, found.short) == (4, 0.5)
        assert 9 <= found.low < found.high <= 30

    def test_one_question_is_enough(self) -> None:
        """Its words are all there is."""
        assert lengths([asked(9, 1)]).low == lengths([asked(9, 1)]).high == 9

    def test_a_blank_is_no_word(self) -> None:
        """It stands for the answer."""
        assert lengths([replace(QUESTION, stem="The bridge opened in _____.")]).stem == 5

    def test_forms_have_a_row_each(self) -> None:
        """ "True" is no answer out of the source."""
        judged = replace(asked(9, 1), form="true-false")
        assert [name for name, _ in rows([asked(9, 1), judged])] == ["all but true-false", "short-answer", "true-false"]

    def test_the_command_prints_them(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """A table of the forms that a build of the test articles has."""
        monkeypatch.setattr("sys.argv", ["lengths", "tests/articles"])
        main()
        assert "short-answer" in capsys.readouterr().out
