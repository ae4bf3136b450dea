"""The line above a question that says what it is about, of when, and by whom."""

from __future__ import annotations

import re

from quizgen.model import Slot, Source
from quizgen.questions.checks import STOP, words_of

GAP = "…"


def context_of(source: Source, asked: Slot) -> str:
    """Title, publisher and date; what of the title would give the answer away is left out."""
    parts = [covered(source.title, asked)]
    if source.publisher:
        parts.append(source.publisher)
    if source.published:
        day = source.published
        parts.append(f"as of {day.day} {day:%B %Y}")
    return " · ".join(part for part in parts if part)


def covered(title: str, asked: Slot) -> str:
    """The title with the words of the answer replaced by an ellipsis."""
    key = {word for word in words_of(asked.text) if word not in STOP}
    text = " ".join(title.split())
    if not key & set(words_of(text)):
        return text
    pieces = [GAP if key & set(words_of(piece)) else piece for piece in text.split(" ")]
    joined = re.sub(rf"{GAP}(?:\W+{GAP})+", GAP, " ".join(pieces))
    return joined if len(re.findall(r"\w+", joined)) >= 3 else ""
