"""What stands in the fields of a note: articles' letters as harmless HTML, and our own few elements around them."""

import json

from quizgen.export.anki_cards import LETTERS
from quizgen.export.anki_text import link, marked, plain, publication, within
from quizgen.model import BLANK, ItemSet, Part, Question, Sentence

TYPED_WORDS, TYPED_LETTERS = 5, 40  # the longest answer that is asked to be typed
# What stands on no keyboard, and what people type instead.
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def fields(question: Question, *, type_in: bool = False) -> dict[str, str]:
    """The question's fields as HTML, by name; which of them a note type has, `anki_cards` says."""
    return {
        "Question": plain(question.stem),
        "Statement": plain(question.stem),
        "Text": _cloze(question) if question.form == "cloze" else "",
        "Typed": _typed(question.key) if type_in else "",
        **_options(question),
        "Correction": plain(question.correction),
        "Answer": plain(question.key),
        "Accepted": plain("; ".join(question.accepted)),
        "Derived": plain(question.derived),
        "Context": plain(question.context),
        "Before": _neighbour(question.before),
        "Source": marked(question.fact.sentence, question.key_span),
        "After": _neighbour(question.after),
        "References": _references(question),
        "Article": plain(question.source.title),
        "Publication": publication(question.source),
        "Link": link(question.source.url),
        "Support": _support(question),
        "Trace": _trace(question),
    }


def set_fields(items: ItemSet) -> dict[str, str]:
    """The fields of an ordering as HTML, by name: the events as they are shown, and the key with its sources."""
    letters = dict(zip(items.shown, LETTERS, strict=False))
    events = "".join(f'<li dir="auto">{plain(items.parts[index].prompt)}</li>' for index in items.shown)
    order = "".join(_event(part, letters[index]) for index, part in enumerate(items.parts))
    return {
        "Question": plain(items.stem),
        "Events": f'<ol class="events" type="A">{events}</ol>',
        "Answer": " → ".join(letters[index] for index in range(len(items.parts))),
        "Order": f'<ol class="order">{order}</ol>',
        "Context": plain(items.context),
        "Trace": _json({"id": items.id, "parts": [_place(part) for part in items.parts]}),
    }


def _cloze(question: Question) -> str:
    before, _, after = question.stem.partition(BLANK)
    return f"{plain(before)}{{{{c1::{plain(question.key)}}}}}{plain(after)}"


def _typed(key: str) -> str:
    """The key as it is typed, or nothing where it is too long for that."""
    text = " ".join(key.translate(_TYPED).split())
    return plain(text) if len(text) <= TYPED_LETTERS and len(text.split()) <= TYPED_WORDS else ""


def _options(question: Question) -> dict[str, str]:
    """Each option in a field of its own, and the letter of the right one."""
    shown = dict.fromkeys((f"Option {letter}" for letter in LETTERS), "")
    shown |= {f"Option {letter}": plain(text) for letter, text in zip(LETTERS, question.options, strict=False)}
    right = (letter for letter, text in zip(LETTERS, question.options, strict=False) if text == question.key)
    return {**shown, "Key": next(right, "")}


def _neighbour(sentence: Sentence | None) -> str:
    return plain(sentence.text) if sentence else ""


def _references(question: Question) -> str:
    """Which words of the sentence stand for a name, one line for all: “He” stands for Jens Stoltenberg."""
    slots = question.fact.slots
    named = {one.text: one.name for slot in slots for one in slot.replacements}
    return "; ".join(f"“{plain(text)}” stands for {plain(name)}" for text, name in named.items())


def _support(question: Question) -> str:
    """The other sentences that state the same, under a line that says how many sources agree."""
    if not question.support:
        return ""
    count = len({question.source.id, *(one.source.id for one in question.support)})
    agree = f"{count} sources agree" if count > 1 else "Stated twice in this article"
    quoted = (
        f'<blockquote dir="auto">{plain(one.sentence.text)}</blockquote>'
        f'<p class="publication" dir="auto"><bdi>{plain(one.source.title)}</bdi> · {publication(one.source)}</p>'
        for one in question.support
    )
    return f'<p class="agree">{agree}</p>{"".join(quoted)}'


def _event(part: Part, letter: str) -> str:
    """One event of the right order: its letter, its time, and the sentence that states it."""
    derived = f'<p class="note" dir="auto">{plain(text)}</p>' if (text := _derived(part)) else ""
    return (
        f'<li><p class="when"><bdi>{plain(part.key)}</bdi></p>'
        f'<p class="event" dir="auto"><b>{letter}</b> {plain(part.prompt)}</p>{derived}'
        f'<blockquote dir="auto">{marked(part.fact.sentence, part.key_span)}</blockquote>'
        f'<p class="publication" dir="auto"><bdi>{plain(part.source.title)}</bdi> · {publication(part.source)}</p></li>'
    )


def _derived(part: Part) -> str:
    """How the time of an event was got, where the sentence does not state it letter for letter."""
    stated = " ".join(within(part.fact.sentence, part.key_span).of(part.fact.sentence.text).split())
    slot = next((slot for slot in part.fact.slots if slot.span == part.key_span), None)
    how = slot.normalised.how if slot and slot.normalised else ""
    return "" if stated == part.key else ", ".join(filter(None, (f"{stated} → {part.key}", how)))


def _trace(question: Question) -> str:
    """Where all on the card stands in the articles; the letters themselves are in the other fields."""
    replaced = [one for slot in question.fact.slots for one in slot.replacements]
    return _json(
        {
            "id": question.id,
            **_place(question),
            "support": [
                [s.source.id, s.source.path, s.sentence.span.start, s.sentence.span.end] for s in question.support
            ],
            "replacements": [
                [r.text, r.span.start, r.span.end, r.name, r.antecedent.start, r.antecedent.end] for r in replaced
            ],
        }
    )


def _place(asked: Question | Part) -> dict[str, object]:
    """Where the sentence and the answer of a question or of a part stand."""
    span, key = asked.fact.sentence.span, asked.key_span
    return {
        "article": asked.source.id,
        "path": asked.source.path,
        "span": [span.start, span.end],
        "answer": [key.start, key.end],
    }


def _json(places: dict[str, object]) -> str:
    return plain(json.dumps(places, separators=(",", ":")))
