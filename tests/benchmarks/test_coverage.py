import json
from pathlib import Path

import pytest

from benchmarks.coverage import Gold, gold_facts, likeness, rows, said
from quizgen.model import Span
from tests.quizzes import sample_quiz

QUESTION = sample_quiz().questions[0]


def gold(answer: Span, sentence: Span, *right: str) -> Gold:
    """A key fact with these places and right answers."""
    return Gold("What?", "figure", 3, answer, sentence, frozenset(right))


class TestGold:
    @pytest.mark.parametrize(("by", "asked"), [(0, True), (1, True), (1000, False)])
    def test_an_answer_on_the_same_letters_asks_for_it(self, by: int, asked: bool) -> None:
        """For the most part is enough; elsewhere is not."""
        span = Span(QUESTION.key_span.start + by, QUESTION.key_span.end + by)
        assert gold(span, Span(0, 1)).is_asked([QUESTION]) is asked

    def test_the_same_answer_counts_from_the_same_sentence_alone(self) -> None:
        """What a fact of another sentence is answered by does not ask for this one."""
        here, right = QUESTION.fact.sentence.span, said(QUESTION.key)
        assert gold(Span(9000, 9001), here, right).is_asked([QUESTION])
        assert not gold(Span(9000, 9001), Span(9000, 9100), right).is_asked([QUESTION])

    def test_facts_are_read_from_lines(self, tmp_path: Path) -> None:
        """The answer and its variants are right, as they sound."""
        line = {
            "doc": "a", "kind": "figure", "question": "How many?", "answer": "The “four” men", "also": ["4 men."],
            "answer_start": 1, "answer_end": 5, "sentence_start": 0, "sentence_end": 9, "importance": 2,
        }  # fmt: skip
        (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
        (fact,) = gold_facts(tmp_path / "a.jsonl")
        assert fact == Gold("How many?", "figure", 2, Span(1, 5), Span(0, 9), frozenset({'"four" men', "4 men"}))

    def test_rows_count_by_importance_and_kind(self) -> None:
        """Each fact counts in three rows."""
        one = gold(Span(0, 1), Span(0, 1))
        assert list(rows([(one, True), (one, False)])) == [("all", 1, 2), ("importance 3", 1, 2), ("kind figure", 1, 2)]


def test_likeness_is_dice() -> None:
    """Twice what is shared by what both have."""
    assert likeness(Span(0, 4), Span(2, 6)) == 0.5
