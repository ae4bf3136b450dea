"""What stands in the fields of a note: articles' letters as harmless HTML, and our own few elements around them.

Anki reads a field as HTML and looks in it for cloze marks, LaTeX and sound files. So every letter from outside
goes through `plain`, after which no field holds a mark that we did not put there.
"""

import html
import json
import re
from datetime import date
from urllib.parse import quote, urlsplit

from quizgen.model import BLANK, Question, Source, Span

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Control characters, which Anki drops or uses as marks, and halves of surrogate pairs, which UTF-8 cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# `{{` and `}}` are Anki's marks, `::` divides a cloze, `[` opens LaTeX and sounds, `\` opens MathJax. A carriage
# return that ends a line would be dropped and the words around it joined.
_MARKS = str.maketrans({"{": "&#123;", "}": "&#125;", "[": "&#91;", "\\": "&#92;", "\r": "&#13;"})


def plain(text: str) -> str:
    """The text as HTML that shows its letters and does nothing; what cannot be written shows as U+FFFD."""
    escaped = html.escape(_UNWRITABLE.sub("\ufffd", text)).translate(_MARKS)
    return escaped.replace("::", "&#58;&#58;")


def _marked(text: str, start: int, span: Span) -> str:
    """The text, which begins at offset `start` of its article, with the letters of `span` marked."""
    before, after = max(span.start - start, 0), max(span.end - start, 0)
    return f"{plain(text[:before])}<mark>{plain(text[before:after])}</mark>{plain(text[after:])}"


def tag(name: str) -> str:
    """The name as one part of a tag, in which Anki allows no space and reads `::` as a step down."""
    return re.sub(r"[\s:\x00-\x20\x7f]+", "_", _UNWRITABLE.sub("_", name)) or "_"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _publication(source: Source) -> str:
    """Publisher and date, and where a date that nobody stated is from; an article without a date says so."""
    publisher = f"<bdi>{plain(source.publisher)}</bdi>" if source.publisher else ""
    when = _day(source.published) if source.published else "undated"
    inferred = " (date inferred from the text)" if source.published_basis == "inferred" else ""
    return f"{publisher} · {when}{inferred}" if publisher else f"{when[:1].upper()}{when[1:]}{inferred}"


def link(url: str | None) -> str:
    """The address as it may stand in a link, or nothing where it is no web address."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    if url is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return html.escape(quote(url, safe="%:/?#@!$&'()*+,;=-._~"))


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
        f'<p class="publication" dir="auto">{plain(one.source.title)} · {_publication(one.source)}</p>'
        for one in question.support
    )
    return f'<p class="agree">{agree}</p>{"".join(quoted)}'


def _trace(question: Question) -> str:
    """Where all on the card stands in the articles, as JSON; the letters themselves are in the other fields."""
    span, key = question.fact.sentence.span, question.key_span
    replaced = [one for slot in question.fact.slots for one in slot.replacements]
    places = {
        "id": question.id,
        "article": question.source.id,
        "path": question.source.path,
        "span": [span.start, span.end],
        "answer": [key.start, key.end],
        "support": [[s.source.id, s.source.path, s.sentence.span.start, s.sentence.span.end] for s in question.support],
        "replacements": [
            [r.text, r.span.start, r.span.end, r.name, r.antecedent.start, r.antecedent.end] for r in replaced
        ],
    }
    return plain(json.dumps(places, separators=(",", ":")))


def _options(question: Question) -> str:
    """The options as a list, the right one marked for the style of the back; the letters are the list's own."""
    marks = (' class="key"' if text == question.key else "" for text in question.options)
    items = (
        f'<li{m}><span dir="auto">{plain(text)}</span></li>' for m, text in zip(marks, question.options, strict=True)
    )
    return f'<ol class="options" type="A">{"".join(items)}</ol>'


def _cloze(question: Question) -> str:
    before, _, after = question.stem.partition(BLANK)
    return f"{plain(before)}{{{{c1::{plain(question.key)}}}}}{plain(after)}"


def fields(question: Question) -> dict[str, str]:
    """The question's fields as HTML, by name; which of them a note type has, `anki_cards` says."""
    sentence = question.fact.sentence
    return {
        "Question": plain(question.stem),
        "Text": _cloze(question) if question.form == "cloze" else "",
        "Options": _options(question),
        "Answer": plain(question.key),
        "Accepted": plain("; ".join(question.accepted)),
        "Derived": plain(question.derived),
        "Context": plain(question.context),
        "Source": _marked(sentence.text, sentence.span.start, question.key_span),
        "References": _references(question),
        "Article": plain(question.source.title),
        "Publication": _publication(question.source),
        "Link": link(question.source.url),
        "Support": _support(question),
        "Trace": _trace(question),
        "Reserve 1": "",
        "Reserve 2": "",
    }
