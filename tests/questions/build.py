"""Facts built by hand, from the words that a stem says, for the tests of what is asked of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quizgen.model import EntityType, Fact, Form, Normalised, Question, Sentence, Slot, Source, Span, Verb
from quizgen.questions.make import make_questions
from quizgen.questions.templates import built_in
from quizgen.questions.wording import stem_of

SOURCE = Source("a1", "Storm hits the coast", "a1.txt", "The Daily", date(2021, 2, 16), "stated")
BE = frozenset("is are was were be been being".split())
TAGS = {"is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "has": "VBZ", "have": "VBP", "had": "VBD"}


def slot(name: str, text: str, kind: EntityType = "thing", case: str = "", **more: object) -> Slot:
    """A slot of that name; its span is set when it becomes a part of a fact."""
    head = text.split()[-1].lower()
    return replace(Slot(name, Span(0, 0), text, text, kind, case=case, head=head), **more)  # type: ignore[arg-type]


def verb(words: str, lemma: str, tag: str = "", **more: object) -> Verb:
    """A verb group out of its words ("has been killed"), the last one the main verb; of a past tense by itself."""
    *helpers, form = words.split()
    is_modal = bool(helpers) and helpers[0] in {"will", "would", "can", "could", "may", "might", "should", "must"}
    found = tag or ("MD" if is_modal else TAGS.get((helpers or [form])[0], "VBD"))
    passive = (
        bool(helpers) and helpers[-1] in {"is", "are", "was", "were", "be", "been", "being"} and form[-3:] != "ing"
    )
    made = Verb(Span(0, 0), words, lemma, form, found, tuple(helpers), passive=passive)
    return replace(made, **more)  # type: ignore[arg-type]


def fact(kind: str, group: Verb | None, *slots: Slot, asked: str = "", said: str = "", at: int = 0) -> Fact:
    """A fact of one sentence that holds its slots one after the other; nested ones lie in the slots around them."""
    placed: list[Slot] = []
    end = at
    for part in slots:
        outer = next((other for other in placed if other.name == part.within), None)
        if outer is not None and part.text in outer.text:
            start = outer.span.start + outer.text.index(part.text)
        else:
            start, end = end, end + len(part.text) + 1
        placed.append(replace(part, span=Span(start, start + len(part.text))))
    text = " ".join(part.text for part in placed)
    sentence = Sentence("a1", 0, Span(at, at + len(text)), text)
    if group is not None:
        group = replace(group, span=Span(end, end + 1))
    return Fact(kind, tuple(placed), (asked,), sentence, "a rule", group, attribution=said)


def stem(made: Fact, form: Form = "short-answer") -> str:
    """The stem that the first fitting template of the package makes of a fact."""
    asked = made.slot(made.answerable[0])
    assert asked is not None
    template = next(template for template in built_in() if template.fits(made, asked, form))
    return stem_of(template, made, asked, SOURCE, form)


def question(made: Fact, form: Form = "short-answer", source: Source = SOURCE) -> Question:
    """The one question of that form on a fact."""
    (found,) = make_questions([made], source, built_in(), [form])
    return found


def day(text: str, value: str, how: str = "", name: str = "time", case: str = "on") -> Slot:
    """A time slot with its value."""
    return slot(name, text, "time", case, normalised=Normalised(value, how))
