"""A template filled with the slots of a fact: the stem as the card shows it."""

from __future__ import annotations

import re
from datetime import date

from quizgen.model import BLANK, Fact, Form, Slot, Source
from quizgen.questions.asking import clause_of, question_word, report_of, statement_of
from quizgen.questions.templates import PLACEHOLDER, Template, attribute_of

MONTHS = "January February March April May June July August September October November December".split()
SHORTEST, LONGEST = 5, 26  # words of a stem
LONGEST_CLOZE = 34


def stem_of(template: Template, fact: Fact, asked: Slot, source: Source, form: Form) -> str:
    """The stem that a template makes of a fact, or "" where it would be too short or too long."""
    said = f"according to {fact.attribution}" if fact.attribution and asked.name != "speaker" else ""
    room = 22 - len(said.split())

    def fill(match: re.Match[str]) -> str:
        return _piece(match[1], fact, asked, source, room)

    stem = re.sub(r"\s+", " ", PLACEHOLDER.sub(fill, template.stem)).strip()
    if said:
        stem = _attributed(stem, said)
    stem = stem[:1].upper() + stem[1:]
    longest = LONGEST_CLOZE if form == "cloze" else LONGEST
    return stem if SHORTEST <= len(stem.split()) <= longest else ""


def _attributed(stem: str, said: str) -> str:
    """Name who says so: "According to four diplomats, …" before a statement, ", according to …?" behind a question."""
    if stem.endswith("?"):
        return f"{stem[:-1]}, {said}?"
    if stem.startswith(BLANK):
        return f"{stem[:-1]}, {said}."
    return f"{stem[:-1]}, {said}."


def _piece(name: str, fact: Fact, asked: Slot, source: Source, room: int) -> str:
    if name == "clause":
        return clause_of(fact, asked, room)
    if name == "statement":
        return statement_of(fact, asked, room + 8)
    if name == "report":
        return report_of(fact, asked, room)
    if name == "word":
        return question_word(asked, fact)
    if name == "object-word":
        word = question_word(asked, fact).removeprefix(asked.case).strip() if asked.case else question_word(asked, fact)
        return "whom" if word == "who" else word
    if name in {"holds", "was", "as-of"}:
        return _as_of(name, source.published)
    slot_name, _, attribute = name.partition(".")
    slot = asked if slot_name in {"*", asked.name.rstrip("23456789")} else fact.slot(slot_name)
    return attribute_of(slot, attribute) if slot is not None else ""


def _as_of(name: str, published: date | None) -> str:
    """An office changes hands: the stem says as of when, where the article's date is known."""
    if name == "as-of":
        return f" in {MONTHS[published.month - 1]} {published.year}" if published else ""
    if name == "holds":
        return "did" if published else "does"
    return "was" if published else "is"
