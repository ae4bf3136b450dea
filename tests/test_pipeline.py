"""The one place where the stages meet: what a quiz holds of its articles."""

from pathlib import Path

from quizgen.model import Article, Quiz
from quizgen.pipeline import Options, make_quiz
from quizgen.reading import find, read_all

ARTICLES = Path(__file__).parent / "articles"


def articles() -> list[Article]:
    """The test articles."""
    return [article for article in read_all(find([str(ARTICLES)])) if isinstance(article, Article)]


def made(**options: object) -> Quiz:
    """A quiz on them."""
    return make_quiz(articles(), "Title", Options(**options))  # type: ignore[arg-type]


class TestPassages:
    def test_no_text_is_kept_unless_it_is_asked_for(self) -> None:
        """A quiz holds no articles by itself, so that ten thousand of them need no more memory than one."""
        assert made().passages == ()

    def test_the_articles_that_are_asked_about_are_kept(self) -> None:
        """On demand the quiz holds the articles of its questions, in their order, and no others."""
        quiz = made(passages=True)
        assert quiz.passages == tuple(articles())
        alone = made(passages=True, kinds=frozenset({"casualty"}))
        assert {article.id for article in alone.passages} == {question.source.id for question in alone.questions}
        assert 0 < len(alone.passages) < len(quiz.passages)
