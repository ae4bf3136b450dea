import json
from pathlib import Path

import pytest

from quizgen.errors import WriteError
from quizgen.export.jsonl import write_jsonl
from quizgen.model import BLANK, Quiz
from tests.quizzes import sample_articles, sample_quiz

KEYS = (
    "id", "kind", "form", "question", "answer", "distractors", "context", "template", "rule", "score", "article",
    "source", "support", "accepted", "derived", "replacements",
    "correction",
)  # fmt: skip


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    """The sample quiz, line by line."""
    write_jsonl(sample_quiz(), tmp_path / "questions.jsonl")
    return (tmp_path / "questions.jsonl").read_text(encoding="utf-8").split("\n")


class TestWriteJsonl:
    def test_there_is_a_line_a_question_in_order(self, lines: list[str]) -> None:
        """The file ends with a newline, and no letter of an article breaks a line."""
        assert [json.loads(line)["id"] for line in lines[:-1]] == [q.id for q in sample_quiz().questions]
        assert lines[-1] == ""

    def test_the_keys_and_their_order_are_kept(self, lines: list[str]) -> None:
        """Other tools read them."""
        for line in lines[:-1]:
            question = json.loads(line)
            assert tuple(question) == KEYS
            assert tuple(question["article"]) == ("id", "path", "title", "publisher", "published", "url")
            assert tuple(question["source"]) == ("sentence", "start", "end", "answer_start", "answer_end")

    def test_a_whole_line_is_as_documented(self, lines: list[str]) -> None:
        """One question with all that it can have."""
        article, other = sample_articles()[:2]
        sentence = sample_quiz().questions[0].fact.sentence
        support = sample_quiz().questions[0].support[0].sentence
        start = article.text.index("between 4,000 and 5,000")
        assert json.loads(lines[0]) == {
            "id": sample_quiz().questions[0].id,
            "kind": "figure",
            "form": "short-answer",
            "question": sample_quiz().questions[0].stem,
            "answer": "between 4,000 and 5,000",
            "distractors": [],
            "context": "Reuters · 2021-02-16",
            "template": "figure-plain",
            "rule": "figure-by-hand",
            "score": 0.875,
            "article": {
                "id": article.id,
                "path": "articles/000.txt",
                "title": "Nato ministers set to boost Iraq mission",
                "publisher": "Reuters",
                "published": "2021-02-16",
                "url": "https://example.org/nato?a=1&b=2",
            },
            "source": {
                "sentence": sentence.text,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "answer_start": start,
                "answer_end": start + 23,
            },
            "support": [
                {
                    "article": other.id,
                    "sentence": support.text,
                    "start": support.span.start,
                    "end": support.span.end,
                }
            ],
            "accepted": ["4,000 to 5,000"],
            "derived": "",
            "replacements": [],
            "correction": "",
        }

    def test_offsets_find_the_letters_in_the_article(self, lines: list[str]) -> None:
        """They are Python string indices into the decoded file."""
        texts = {article.id: article.text for article in sample_articles()}
        for source, text in ((q["source"], texts[q["article"]["id"]]) for q in map(json.loads, lines[:-1])):
            assert text[source["start"] : source["end"]] == source["sentence"]
            assert text[source["answer_start"] : source["answer_end"]] in source["sentence"]

    def test_letters_of_all_scripts_are_written_as_they_are(self, lines: list[str]) -> None:
        """A reader with an editor can find a name."""
        whole = "\n".join(lines)
        assert all(name in whole for name in ("Erdoğan", "Łódź", "Nguyễn", "الكاظمي", "習近平", "<b>", "{{c1::x}}"))

    def test_a_cloze_shows_its_blank(self, lines: list[str]) -> None:
        """The answer is not in the question."""
        clozes = [q for q in map(json.loads, lines[:-1]) if q["form"] == "cloze"]
        assert clozes
        assert all(BLANK in q["question"] and q["answer"] not in q["question"] for q in clozes)

    def test_the_same_quiz_gives_the_same_bytes(self, tmp_path: Path) -> None:
        """An empty quiz gives an empty file."""
        for name in ("a", "b"):
            write_jsonl(sample_quiz(40), tmp_path / name)
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
        write_jsonl(Quiz("Empty", ()), tmp_path / "c")
        assert (tmp_path / "c").read_bytes() == b""

    def test_a_folder_that_is_not_there_is_a_write_error(self, tmp_path: Path) -> None:
        """The command line prints its sentence."""
        with pytest.raises(WriteError, match="its folder does not exist"):
            write_jsonl(sample_quiz(), tmp_path / "none" / "questions.jsonl")
