"""A template filled with the slots of a fact: the stem as the card shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from quizgen.language.days import MONTHS
from quizgen.model import BLANK, Fact, Form, Slot, Source
from quizgen.questions.asking import (
    active_clause_of,
    base_name,
    clause_of,
    leaves_preposition,
    report_of,
    statement_of,
)
from quizgen.questions.checks import BLANKED
from quizgen.questions.fluency import is_blanked, is_fluent
from quizgen.questions.question_words import object_word, question_word
from quizgen.questions.templates import PLACEHOLDER, Template, attribute_of

SHORTEST, LONGEST = 5, 26  # words of a stem
LONGEST_CLOZE = 28


def stem_of(template: Template, fact: Fact, asked: Slot, source: Source, form: Form) -> str:
    """The stem that a template makes of a fact, or "" where it would be too short, too long or no English."""
    said = f"according to {fact.attribution}" if fact.attribution and asked.name != "speaker" else ""
    room = 22 - len(said.split())

    def fill(match: re.Match[str]) -> str:
        return _piece(match[1], fact, asked, source, room)

    stem = re.sub(r"\s+", " ", PLACEHOLDER.sub(fill, template.stem)).strip()
    stem = re.sub(r",+(?=[?.]$)", "", stem).replace(",,", ",")
    if said and _names_in(fact.attribution) and _names_in(fact.attribution) <= _names_in(stem):
        return ""  # nobody is the witness of what is said of him
    if said:
        stem = attributed(stem, said)
    # a letter at the end of its sentence keeps no full stop before the question mark ("Australia A.")
    stem = re.sub(r"(?<![.\w])([A-Z])\.\?$", r"\1?", stem[:1].upper() + stem[1:])
    if (form in BLANKED) != (BLANK in stem) or (form in BLANKED and not is_blanked(stem, asked)):
        return ""
    longest = LONGEST_CLOZE if form in BLANKED else LONGEST
    return stem if SHORTEST <= len(stem.split()) <= longest and is_fluent(stem, fact, asked) else ""


def _names_in(text: str) -> set[str]:
    return set(re.findall(r"\b[A-Z][\w-]+", text))


def attributed(stem: str, said: str) -> str:
    """Name who says so: "According to four diplomats, …" before a statement, ", according to …?" behind a question."""
    if stem.endswith("?"):
        return f"{stem[:-1]}, {said}?"
    return f"{stem[:-1]}, {said}."


def _open_clause(fact: Fact, asked: Slot, room: int) -> str:
    return clause_of(fact, asked, room, leaving=leaves_preposition(fact, asked))


def _fronted(fact: Fact, asked: Slot) -> str:
    """The preposition that goes before the question word, where it does not stay behind its verb."""
    return "" if leaves_preposition(fact, asked) else asked.case


def _word_behind(fact: Fact, asked: Slot) -> str:
    """The question word behind a preposition: "with whom", but "who … with"."""
    return question_word(asked, fact) if leaves_preposition(fact, asked) else object_word(asked, fact)


def _event(fact: Fact, asked: Slot, room: int) -> str:
    """An event with what the statement says of it: "the attack that the minister condemned", "… that killed two"."""
    if fact.verb is None:
        return asked.rest
    said = clause_of(fact, asked, room) if asked.within == "subject" else report_of(fact, asked, room)
    return f"{asked.rest} that {said}" if said else ""


CLAUSES: dict[str, Callable[[Fact, Slot, int], str]] = {
    "clause": clause_of,
    "active": active_clause_of,
    "open-clause": _open_clause,
    "statement": lambda fact, asked, room: statement_of(fact, asked, room + 8),
    "report": report_of,
    "event": _event,
}
WORDS: dict[str, Callable[[Fact, Slot], str]] = {
    "word": lambda fact, asked: _with_case(fact, asked),
    "agent-word": lambda fact, asked: question_word(asked, fact),
    "object-word": lambda fact, asked: object_word(asked, fact),
    "fronted": _fronted,
    "open-word": _word_behind,
}


def _with_case(fact: Fact, asked: Slot) -> str:
    """The question word, with the preposition that belongs before it."""
    if asked.case and asked.name not in {"subject", "object", "name"} and not asked.within:
        return f"{asked.case} {object_word(asked, fact)}"
    return question_word(asked, fact)


def _piece(name: str, fact: Fact, asked: Slot, source: Source, room: int) -> str:
    if name in CLAUSES:
        return CLAUSES[name](fact, asked, room)
    if name in WORDS:
        return WORDS[name](fact, asked)
    if name in {"holds", "was", "as-of"}:
        return _as_of(name, source.published)
    slot_name, _, attribute = name.partition(".")
    slot = asked if slot_name in {"*", base_name(asked.name)} else fact.slot(slot_name)
    return attribute_of(slot, attribute) if slot is not None else ""


def _as_of(name: str, published: date | None) -> str:
    """An office changes hands: the stem says as of when, where the article's date is known."""
    if name == "as-of":
        return f" in {MONTHS[published.month - 1]} {published.year}" if published else ""
    if name == "holds":
        return "did" if published else "does"
    return "was" if published else "is"
