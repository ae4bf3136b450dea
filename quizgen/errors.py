"""Every error that quizgen raises on purpose, one line each.

    QuizgenError
    ├── ReadingError         an article cannot be read (file, reason, mend)
    │   ├── EmptyArticle         nothing but white space in it
    │   ├── NotText              binary, or in no encoding that can be told
    │   ├── TooLarge             larger than an article can be
    │   ├── BadFrontMatter       the YAML block at the top cannot be understood
    │   └── NoArticles           a folder or pattern holds no article
    ├── NothingToAsk         the articles hold no fact that could be asked
    ├── TemplateError        a template file is broken (file, line, what would be right)
    ├── WriteError           a file cannot be written
    ├── PushError            a deck that is written could not be handed to Anki
    ├── PipelineMissing      the English pipeline is not where the package keeps it
    ├── DeckError            an earlier deck cannot be read
    └── TraceError           a made file cannot be opened for tracing

The library raises them; the command line prints the sentence and leaves with a non-zero exit code.
"""

from pathlib import Path


class QuizgenError(Exception):
    """The root of all errors that quizgen raises on purpose; its text is one clear sentence for the user."""


class ReadingError(QuizgenError):
    """An article cannot be read: `path` is the file, `reason` what is wrong, `mend` what to do about it."""

    def __init__(self, path: Path | str, reason: str, mend: str) -> None:
        self.path, self.reason, self.mend = str(path), reason, mend
        super().__init__(f"{path}: {reason}; {mend}.")


class EmptyArticle(ReadingError):
    """The file holds nothing but white space."""


class NotText(ReadingError):
    """The file is binary, or in no encoding that can be told."""


class TooLarge(ReadingError):
    """The file, or one line of it, is larger than a news article can be."""


class BadFrontMatter(ReadingError):
    """The YAML block at the top of the file cannot be understood."""


class NoArticles(ReadingError):
    """The folder or pattern holds no article."""


class NothingToAsk(QuizgenError):
    """The articles were read, but hold no fact that could be asked."""


class TemplateError(QuizgenError):
    """A template file is broken; the text names the file, the line and what would be right."""


class WriteError(QuizgenError):
    """A file cannot be written; what stood there before is untouched."""


class PushError(QuizgenError):
    """A deck could not be handed to the running Anki; its file is there."""


class PipelineMissing(QuizgenError):
    """The trained English pipeline is not where the package keeps it."""


class DeckError(QuizgenError):
    """An earlier deck cannot be read; the text names the file, the reason and the mend."""


class TraceError(QuizgenError):
    """A made file cannot be opened for tracing."""
