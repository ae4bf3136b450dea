"""Facts into questions: every sound question that the templates make, not yet chosen among."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from quizgen.language.numbers import variants
from quizgen.model import BLANK, KINDS, Fact, Form, Question, Slot, Source
from quizgen.questions.acceptability import weights
from quizgen.questions.asking import base_name
from quizgen.questions.checks import is_key, is_sound
from quizgen.questions.context import context_of
from quizgen.questions.names import is_synonym, without_title
from quizgen.questions.score import worth_of
from quizgen.questions.templates import Template
from quizgen.questions.wording import stem_of

VARYING = frozenset({"number", "time", "money", "percent", "duration"})  # what can be written in several ways
MONTH = len("2021-02")
YEAR = re.compile(r"\d{4}")
IN_BLANK = re.compile(rf"\b([Ii]n) {BLANK}")
RANGE = re.compile(r"\b(from [\d.,]*\d), to\b")


def make_questions(
    facts: Iterable[Fact], source: Source, templates: Sequence[Template], forms: Iterable[Form]
) -> Iterator[Question]:
    """Every sound question on the facts of one article: for each answerable slot at most one a form."""
    wanted = tuple(forms)
    of_kind = {kind: [template for template in templates if kind in template.kinds] for kind in KINDS}
    seen: set[str] = set()
    for fact in facts:
        for name in fact.answerable:
            asked = fact.slot(name)
            if asked is None:
                continue
            for question in _of_slot(fact, asked, source, of_kind[fact.kind], wanted):
                if question.id not in seen:
                    seen.add(question.id)
                    yield question


def _of_slot(
    fact: Fact, asked: Slot, source: Source, templates: Sequence[Template], forms: Iterable[Form]
) -> Iterator[Question]:
    """The sound questions that ask for one slot; forms with the same stem are worded once."""
    made: dict[tuple[str, bool], Question | None] = {}
    for form in forms:
        if not is_key(asked, form):
            continue
        template = next((template for template in templates if template.fits(fact, asked, form)), None)
        if template is None:
            continue
        wording = template.id, form == "cloze"
        if wording not in made:
            made[wording] = _make(fact, asked, source, template, form)
        question = made[wording]
        if question is not None:
            yield _scored(replace(question, id=question_id(fact, asked, form, source), form=form))


def _scored(question: Question) -> Question:
    """With its score: how likely a teacher keeps it, and, for half of that, what it is worth to ask."""
    return replace(question, score=round(weights().probability(question) * (1 + question.score) / 2, 4))


def _make(fact: Fact, asked: Slot, source: Source, template: Template, form: Form) -> Question | None:
    stem = stem_of(template, fact, asked, source, form)
    stem = _with_cue(stem, asked)
    if not is_sound(stem, fact, asked) or any(
        is_synonym(slot.text, asked.text) for slot in fact.slots if slot != asked
    ):
        return None
    return Question(
        id="",
        form=form,
        stem=stem,
        key=" ".join(asked.text.split()),
        key_span=asked.span,
        fact=fact,
        source=source,
        template=template.id,
        context=context_of(source, asked),
        accepted=tuple(v for v in _accepted(asked) if v != asked.text),
        derived=_derived(asked),
        score=worth_of(fact, asked, stem, dated=source.published is not None),
    )


def _with_cue(stem: str, asked: Slot) -> str:
    """A blank for a time says how exact an answer it wants; "in _____" alone could be filled by a place."""
    stem = RANGE.sub(r"\1 to", stem)
    if asked.type != "time" or not IN_BLANK.search(stem):
        return stem
    if YEAR.fullmatch(asked.text):
        return IN_BLANK.sub(rf"\1 the year {BLANK}", stem)
    precision = len(asked.normalised.value) if asked.normalised else 0
    return stem.replace(BLANK, f"{BLANK} (month and year)") if precision == MONTH else stem


def question_id(fact: Fact, asked: Slot, form: Form, source: Source) -> str:
    """What is asked of which fact, hashed: never the wording, so that a better template updates a card."""
    sentence = " ".join(fact.sentence.text.split())
    start = asked.span.start - fact.sentence.span.start
    verb = fact.verb.span.start - fact.sentence.span.start if fact.verb else -1
    parts = (source.id, sentence, str(start), str(asked.span.end - asked.span.start), str(verb), form)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def _accepted(asked: Slot) -> tuple[str, ...]:
    """Other answers to count as right: other spellings of a number or date, a name without article or title."""
    found = list(variants(asked.text)) if asked.type in VARYING and not YEAR.fullmatch(asked.text) else []
    found.extend(replaced.name for replaced in asked.replacements)
    if asked.type == "time" and asked.normalised is not None:
        found.extend(_days(asked.normalised.value))
    bare = re.sub(r"^(?:the|an?) ", "", asked.text, flags=re.IGNORECASE)
    if bare != asked.text:
        found.append(bare)
    if asked.type == "person":
        found.append(without_title(" ".join(bare.split())))
    return tuple(dict.fromkeys(found))


def _days(value: str) -> tuple[str, ...]:
    """A day in full, in the two orders in which it is written; nothing for a month or a year."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return ()
    return f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"


def _derived(asked: Slot) -> str:
    """How the value of the key was got, where the text does not state all of it ("Monday → 15 February 2021")."""
    value = asked.normalised
    if base_name(asked.name) != "time" or value is None or not value.how:
        return ""
    stated = " ".join(asked.text.split())
    full = asked.wording.removeprefix(stated).strip(" ()") or asked.wording
    return f"{stated} → {full}, {value.how}"
