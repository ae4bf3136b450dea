"""The line above a question that says what it is about, of when, and by whom."""

from __future__ import annotations

import re
from datetime import date

from quizgen.model import Slot, Source
from quizgen.questions.checks import STOP, is_kin, words_of
from quizgen.questions.numbers import MONTHS

GAP = "…"
TELLING = 0.5  # share of the answer's content words from which a title gives it away
FEWEST = 3  # words that a title needs to say anything


def context_of(source: Source, asked: Slot) -> str:
    """Title, publisher and date; what of the title would give the answer away is left out."""
    parts = [covered(source.title, asked)]
    if source.publisher:
        parts.append(source.publisher)
    if source.published:
        parts.append(f"as of {written_day(source.published)}")
    return " · ".join(part for part in parts if part)


def written_day(day: date) -> str:
    """A day as it is written: "15 February 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def covered(title: str, asked: Slot) -> str:
    """The title with the words of the answer replaced by an ellipsis, or nothing where too little is left."""
    text = " ".join(title.split())
    key = _telling(asked)
    said = set(words_of(text))
    if len(_told(key, said)) < max(1.0, TELLING * len(key)) and not _surname(asked) & said:
        return text
    pieces = [GAP if _told(key, set(words_of(piece))) else piece for piece in text.split(" ")]
    joined = re.sub(rf"{GAP}(?:\W+{GAP})+", GAP, " ".join(pieces)).strip()
    left = re.findall(r"\w+", joined)
    return joined if len(left) >= FEWEST and 2 * len(left) >= len(re.findall(r"\w+", text)) else ""


def _told(key: set[str], said: set[str]) -> set[str]:
    """The words of the answer that are said, in one form or another ("crops", "crop yields")."""
    return {word for word in key if any(is_kin(word, other, ending=1) for other in said)} | key & said


def _telling(asked: Slot) -> set[str]:
    """The words of the answer that would tell it, its full name's among them where it is a shorter one."""
    names = [asked.text, *(replaced.name for replaced in asked.replacements if replaced.span == asked.span)]
    return {word for name in names for word in words_of(name) if word not in STOP}


def _surname(asked: Slot) -> set[str]:
    """The last word of a person's name, which tells it alone."""
    return set(words_of(asked.text)[-1:]) - STOP if asked.type == "person" else set()
