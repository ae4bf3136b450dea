"""Short articles and the whole quizzes that are made of them.

`REWRITE_GOLDEN=1 pytest tests/questions/test_golden.py` writes the expected quizzes anew; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizgen.model import Article, Quiz
from quizgen.pipeline import Options, make_quiz
from quizgen.reading import find, read_all

FOLDER = Path(__file__).parent / "golden"
ARTICLES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md"})
DENSE = Options(density=8, seed=1)


def quiz_of(*paths: Path) -> Quiz:
    """The quiz on the articles at those paths."""
    read = read_all(find([str(path) for path in paths]))
    return make_quiz((article for article in read if isinstance(article, Article)), "golden", DENSE)


def written(quiz: Quiz) -> str:
    """A quiz as a person reads it: a question, its answer and its options."""
    lines = []
    for question in quiz.questions:
        options = f"  [{' | '.join(question.options)}]" if question.options else ""
        told = question.derived or question.correction
        derived = f"  ({told})" if told else ""
        lines.append(f"{question.stem}\n    {question.key}{derived}{options}\n")
    return "\n".join(lines)


class TestGolden:
    @pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
    def test_an_article_makes_its_quiz(self, path: Path) -> None:
        """Question for question, what was read and found good."""
        expected = path.with_suffix(".quiz")
        made = written(quiz_of(path))
        if os.environ.get("REWRITE_GOLDEN"):
            expected.write_text(made, encoding="utf-8")
        assert made == expected.read_text(encoding="utf-8")

    def test_the_same_articles_make_the_same_quiz(self) -> None:
        """Nothing but articles, options and seed decides."""
        assert quiz_of(*ARTICLES) == quiz_of(*ARTICLES)

    def test_every_key_stands_in_its_article(self) -> None:
        """Letter for letter, where the question says."""
        texts = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES}
        for question in quiz_of(*ARTICLES).questions:
            text = texts[Path(question.source.path).name]
            stated = " ".join(question.key_span.of(text).split())
            assert stated == (question.correction if question.key == "False" else question.key) or (
                question.key == "True" and stated in question.stem
            )

    def test_no_stem_holds_its_key(self) -> None:
        """And none has doubled spaces or quotes that stay open."""
        for question in quiz_of(*ARTICLES).questions:
            assert question.key.lower() not in question.stem.lower()
            assert "  " not in question.stem
            assert question.stem.count("“") == question.stem.count("”")
            assert question.stem.count('"') % 2 == 0

    def test_options_hold_the_key_once(self) -> None:
        """Each option once, the key among them."""
        for question in quiz_of(*ARTICLES).questions:
            if question.options:
                assert question.options.count(question.key) == 1
                assert len(set(question.options)) == len(question.options) >= 3
