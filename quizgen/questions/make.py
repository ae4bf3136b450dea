"""Facts into questions: every sound question that the templates make, not yet chosen among."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from quizgen.model import BLANK, Fact, Form, Question, Slot, Source
from quizgen.questions.acceptability import weights
from quizgen.questions.accepted import YEAR, OtherNames, accepted_for, other_names
from quizgen.questions.asking import base_name
from quizgen.questions.checks import BLANKED, is_key, is_key_of, is_sound
from quizgen.questions.context import context_of
from quizgen.questions.introducing import with_introductions
from quizgen.questions.names import is_synonym
from quizgen.questions.scope import is_scoped
from quizgen.questions.score import worth_of
from quizgen.questions.templates import Template
from quizgen.questions.wording import stem_of

MONTH = len("2021-02")
IN_BLANK = re.compile(rf"\b([Ii]n) {BLANK}")
RANGE = re.compile(rf"\b(from (?:[\d.,]*\d|{BLANK})), to\b")


def make_questions(
    facts: Iterable[Fact], source: Source, templates: Sequence[Template], forms: Iterable[Form]
) -> Iterator[Question]:
    """Every sound question on the facts of one article: for each answerable slot at most one a form."""
    wanted, facts = tuple(forms), tuple(facts)
    others = other_names(facts)
    fitting = cache(lambda kind, name: [one for one in templates if one.may_ask(kind, name)])
    seen: set[str] = set()
    for fact in facts:
        for name in fact.answerable:
            asked = fact.slot(name)
            if asked is None:
                continue
            for question in _of_slot(fact, asked, source, fitting(fact.kind, base_name(name)), wanted, others):
                if question.id not in seen:
                    seen.add(question.id)
                    yield question


def _of_slot(
    fact: Fact, asked: Slot, source: Source, templates: Sequence[Template], forms: Iterable[Form], others: OtherNames
) -> Iterator[Question]:
    """The sound questions that ask for one slot; forms with the same stem are worded once."""
    made: dict[tuple[str, bool, bool], Question | None] = {}
    for form in forms if is_key(asked) else ():
        if not is_key_of(form, asked):
            continue
        template = next((template for template in templates if template.fits(fact, asked, form)), None)
        if template is None:
            continue
        worded = template.id, form in BLANKED, form == "cloze"
        if worded not in made:
            found = _make(fact, asked, source, template, form, others)
            made[worded] = found and _scored(found)
        question = made[worded]
        if question is not None:
            yield replace(question, id=question_id(fact, asked, form, source), form=form)


def _scored(question: Question) -> Question:
    """With its score: how likely a teacher keeps it, and, for half of that, what it is worth to ask."""
    return replace(question, score=round(weights().probability(question) * (1 + question.score) / 2, 4))


def _make(
    fact: Fact, asked: Slot, source: Source, template: Template, form: Form, others: OtherNames
) -> Question | None:
    told = with_introductions(fact, asked, source.title)
    readings = (told,) if told[0] is fact else (told, (fact, asked))
    worded = ((*reading, _stem(template, *reading, source, form)) for reading in readings)
    sound = (one for one in worded if is_sound(one[2], *one[:2]) and is_scoped(one[2], *one[:2], source))
    fact, asked, stem = next(sound, (fact, asked, ""))
    if not stem or any(is_synonym(slot.text, asked.text) for slot in fact.slots if slot != asked):
        return None
    return Question(
        id="",
        # a statement to be judged is as good as the cloze that it is made of
        form="cloze" if form in BLANKED else form,
        stem=stem,
        key=" ".join(asked.text.split()),
        key_span=asked.span,
        fact=fact,
        source=source,
        template=template.id,
        context=context_of(source, asked),
        accepted=tuple(other for other in accepted_for(asked, fact, others) if not _is_said(other, stem)),
        derived=_derived(asked),
        score=worth_of(fact, asked, stem, dated=source.published is not None, title=source.title),
    )


def _stem(template: Template, fact: Fact, asked: Slot, source: Source, form: Form) -> str:
    stem = stem_of(template, fact, asked, source, form)
    return _with_cue(stem, asked) if form == "cloze" else stem


def _is_said(other: str, stem: str) -> bool:
    """Whether the stem says a name itself, so that it is no answer."""
    return other in stem and re.search(rf"(?<!\w){re.escape(other)}(?!\w)", stem) is not None


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


def _derived(asked: Slot) -> str:
    """How the value of the key was got, where the text does not state all of it ("Monday → 15 February 2021")."""
    value = asked.normalised
    if base_name(asked.name) != "time" or value is None or not value.how:
        return ""
    stated = " ".join(asked.text.split())
    full = asked.wording.removeprefix(stated).strip(" ()") or asked.wording
    full = f"{stated} {full}" if YEAR.fullmatch(full) else full
    return f"{stated} → {full}, {value.how}"
