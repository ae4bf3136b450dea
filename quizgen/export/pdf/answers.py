"""What is said of an answer, on the key as on a flashcard's back: its letters, its sentence, its article."""

from __future__ import annotations

from quizgen.export.pdf.sections import LETTERS
from quizgen.export.pdf.text import Run
from quizgen.model import Question, Sentence, Source, Span

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def key_run(question: Question) -> Run:
    """The key, behind its letter where there is one."""
    if question.key not in question.options:
        return Run(question.key)
    return Run(f"{LETTERS[question.options.index(question.key) % 26]}\xa0\xa0{question.key}")


def notes(question: Question) -> list[str]:
    """What a false statement should have said, what else is right, and how a value was worked out."""
    made = [f"the article says: {question.correction}"] if question.correction else []
    made += [f"also right: {'; '.join(question.accepted)}"] if question.accepted else []
    return made + ([question.derived] if question.derived else [])


def marked(sentence: Sentence, key: Span) -> list[Run]:
    """The source sentence, the letters of the answer bold and underlined."""
    if not sentence.span.contains(key):
        return [Run(sentence.text)]
    start, end = key.start - sentence.span.start, key.end - sentence.span.start
    text = sentence.text
    return [Run(text[:start]), Run(text[start:end], "bold", underline=True), Run(text[end:])]


def replacements(question: Question) -> list[str]:
    """Which words of the source sentence stand for a name."""
    found = (each for slot in question.fact.slots for each in slot.replacements)
    inside = (each for each in found if question.fact.sentence.span.contains(each.span))
    return list(dict.fromkeys(f"“{each.text}” stands for {each.name}." for each in inside))


def article_runs(source: Source) -> list[Run]:
    """The article's title, publisher and day."""
    parts = (part for part in (source.publisher, dated(source)) if part)
    return [Run(source.title.strip() or "Untitled", "italic"), Run("".join(f" · {part}" for part in parts))]


def place_run(sentence: Sentence) -> Run:
    """Where in its article a sentence stands."""
    return Run(f" · sentence\xa0{sentence.index + 1}, in paragraph\xa0{sentence.paragraph + 1}")


def dated(source: Source) -> str:
    """The day of publication in words, "date inferred" where nothing states it; empty where it is not known."""
    if source.published is None:
        return ""
    day = source.published
    shown = f"{day.day}\xa0{MONTHS[day.month - 1]}\xa0{day.year}"
    return f"{shown} (date inferred)" if source.published_basis == "inferred" else shown
