"""quizgen: news articles in, a traced Anki deck and a printed quiz out.

The words, in the order in which they build on each other: Article → Sentence → Fact → Question → Quiz → deck.
"""

from quizgen.errors import QuizgenError
from quizgen.model import Article, Distractor, Fact, Question, Quiz, Sentence, Slot, Source, Span

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Distractor",
    "Fact",
    "Question",
    "Quiz",
    "QuizgenError",
    "Sentence",
    "Slot",
    "Source",
    "Span",
]
