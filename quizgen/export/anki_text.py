"""Letters from outside as harmless HTML, tags and links.

Anki reads a field as HTML and looks in it for cloze marks, LaTeX and sound files. So every letter from outside
goes through `plain`, after which no field holds a mark that we did not put there.
"""

import html
import re
from datetime import date
from urllib.parse import quote, urlsplit

from quizgen.model import Sentence, Source, Span

TAG_LENGTH = 60  # letters of one step of a tag; the sidebar of Anki's browser shows no more
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Control characters, which Anki drops or uses as marks, and halves of surrogate pairs, which UTF-8 cannot hold.
_UNWRITABLE = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff"
# Control characters of all kinds, and those that turn the direction of reading until something turns it back.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What HTML reads, and what Anki does: `{{` and `}}` are its marks, `::` divides a cloze, `[` opens LaTeX and sounds,
# `\` opens MathJax. A carriage return that ends a line would be dropped and the words around it joined.
_ESCAPES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "{": "&#123;", "}": "&#125;", "[": "&#91;",
    "\\": "&#92;", "::": "&#58;&#58;", "\r": "&#13;",
}  # fmt: skip
_SPECIAL = re.compile(rf"""::|[&<>"'{{}}\[\\\r{_UNWRITABLE}]""")


def plain(text: str) -> str:
    """The text as HTML that shows its letters and does nothing; what cannot be written shows as U+FFFD or a space."""
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or (" " if found[0].isspace() else "\ufffd")


def within(sentence: Sentence, span: Span) -> Span:
    """The offsets in the sentence of a span of its article."""
    return Span(max(span.start - sentence.span.start, 0), max(span.end - sentence.span.start, 0))


def marked(sentence: Sentence, span: Span) -> str:
    """The sentence with the letters of `span`, offsets of its article, marked."""
    text, part = sentence.text, within(sentence, span)
    return f"{plain(text[: part.start])}<mark>{plain(part.of(text))}</mark>{plain(text[part.end :])}"


def on_one_line(name: str) -> str:
    """The name as it may stand in a list of decks or tags: on one line, with nothing that steers what is beside it."""
    return " ".join(_STEERING.sub(" ", name).split())


def tag(name: str) -> str:
    """The name as one step of a tag, in which Anki allows no space and reads `::` as a step down."""
    letters = re.sub(r"[\s:]+", "_", on_one_line(name)).strip("_")
    if len(letters) > TAG_LENGTH:
        letters = letters[: TAG_LENGTH + 1].rpartition("_")[0] or letters[:TAG_LENGTH]
    return letters or "_"


def day_of(day: date) -> str:
    """The day as a reader says it: 15 February 2021."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def publication(source: Source) -> str:
    """Publisher and date, and where a date that nobody stated is from; an article without a date says so."""
    publisher = f"<bdi>{plain(source.publisher)}</bdi>" if source.publisher else ""
    when = day_of(source.published) if source.published else "undated"
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
    return html.escape(quote(re.sub(f"[{_UNWRITABLE}]", "\ufffd", url), safe="%:/?#@!$&'()*+,;=-._~"))
