"""A quiz for Quizlet's import: a line a question, its term, a tab and its definition, in plain text.

Quizlet (quizlet.com/create-set, *Import*) knows neither quotes nor ids: a tab or a line's end in a text would end
it, and what is imported anew is new. So texts stand on one line, and the same questions give the same lines.
"""

import re
from pathlib import Path

from quizgen.export.anki_text import day_of
from quizgen.export.files import whole_file
from quizgen.model import Question, Quiz, Source

LONGEST = 500  # letters of a definition with its source sentence; a longer one would not be read on a card
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Letters that turn the reading direction until something turns it back, and with it what stands beside them.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def write_quizlet(quiz: Quiz, path: Path) -> None:
    """Write the questions of the quiz to `path`, in their order, whole or not at all.

    Raises:
        WriteError: the file cannot be written.
    """
    with whole_file(path) as file:
        for question in quiz.questions:
            file.write(f"{_line(_term(question))}\t{_line(_definition(question))}\n".encode())


def _line(text: str) -> str:
    """The text on one line, without what would end it or turn it; what cannot be written shows as U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", " ".join(_TURNS.sub("", text).split()))


def _term(question: Question) -> str:
    """What is asked, its options with their letters, and what it is about; a blank stays a blank."""
    options = " ".join(f"({letter}) {text}" for letter, text in zip("ABCDEFGH", question.options, strict=False))
    asked = f"True or false: {question.stem}" if question.form == "true-false" else question.stem
    return " ".join(filter(None, (asked, options, question.context and f"[{question.context}]")))


def _definition(question: Question) -> str:
    """The answer, how it was got, and the sentence that states it where that is not too long."""
    notes = filter(None, (question.correction, question.derived))
    answer = " ".join((question.key, *(f"({note})" for note in notes)))
    sourced = f"{answer} — “{question.fact.sentence.text}” ({_source(question.source)})"
    return sourced if len(sourced) <= LONGEST else answer


def _source(source: Source) -> str:
    day = day_of(source.published) if source.published else None
    return ", ".join(filter(None, (source.title, source.publisher, day)))
