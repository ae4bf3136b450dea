"""What a question says of where it is from, held against the articles, letter for letter."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from quizgen.model import Article
from quizgen.trace.records import Place, Reference, TraceRecord

# Control characters and halves of surrogate pairs, which Anki cannot hold: a deck shows them as U+FFFD, or as U+2002, a
# space, where they are white space and our wordings have a space for them.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_QUOTES = re.compile("[\"“”]")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a question's answer stands where it says, and if not, the reason in one sentence."""

    ok: bool
    question: str
    reason: str = ""


def check(questions: Iterable[TraceRecord], articles: Mapping[str, str] | Iterable[Article]) -> Iterator[Verdict]:
    """One verdict a question, in order.

    `articles` are the articles, or their texts by id or path. An article is looked for by its id first, then by
    its path, then by its file's name where only one article has that name: a quiz can be traced from elsewhere.
    """
    library = _Library(articles)
    for question in questions:
        reason = next(_faults(question, library), "")
        yield Verdict(not reason, question.id, reason)


class _Library:
    """Texts of articles by id, by path, and by file name where it is unique."""

    def __init__(self, articles: Mapping[str, str] | Iterable[Article]) -> None:
        self._texts: dict[str, str] = {}
        if isinstance(articles, Mapping):
            self._texts.update(articles)
            paths = list(articles)
        else:
            known = list(articles)
            self._texts |= {article.source.path: article.text for article in known}
            self._texts |= {article.id: article.text for article in known}
            paths = [article.source.path for article in known]
        counts = Counter(PurePath(path).name for path in paths)
        self._drawn: dict[str, str] = {}
        self._names = {name: path for path in paths if counts[name := PurePath(path).name] == 1}

    def text(self, article: str, path: str, drawn: bool) -> str | None:
        """The text of the article with that id, path or file name, as a card would show it if `drawn`; or None."""
        named = self._names.get(PurePath(path).name, "")
        key = next((key for key in (article, path, named) if key in self._texts), None)
        if key is None:
            return None
        if not drawn:
            return self._texts[key]
        if key not in self._drawn:
            self._drawn[key] = _UNWRITABLE.sub(_stand_in, self._texts[key])
        return self._drawn[key]


def _stand_in(found: re.Match[str]) -> str:
    return "\u2002" if found[0].isspace() else "\ufffd"


def _faults(question: TraceRecord, library: _Library) -> Iterator[str]:
    """All that is wrong with the question, the first thing first."""
    place = question.place
    text = library.text(place.article, place.path, question.drawn)
    if text is None:
        yield f"the article {place.article} ({place.path}) is not among the articles given"
        return
    yield from _misplaced(place, text, "source sentence")
    yield from _answer_faults(question, text)
    for reference in question.references:
        yield from _reference_faults(reference, text)
    for support in question.support:
        yield from _support_faults(support, library, question.drawn)


def _letters(text: str, start: int, end: int) -> str | None:
    """What stands between the offsets, or None where they are no span of the text."""
    return text[start:end] if 0 <= start < end <= len(text) else None


def _words(text: str, start: int, end: int) -> str:
    """The same with its white space made plain; empty too where it begins or ends with white space."""
    letters = _letters(text, start, end) or ""
    return _plain(letters) if letters == letters.strip() else ""


def _within(part: str, whole: str) -> bool:
    """Whether `part` stands in `whole` and cuts no word in two."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def _plain(text: str) -> str:
    """The text with all white space made single spaces."""
    return " ".join(text.split())


def _misplaced(place: Place, text: str, what: str) -> Iterator[str]:
    if _letters(text, place.start, place.end) != place.sentence:
        where = place.path or place.article
        yield f"its {what} does not stand at {place.start} to {place.end} of {where}, letter for letter"


def _answer_faults(question: TraceRecord, text: str) -> Iterator[str]:
    start, end = question.answer_start, question.answer_end
    stated = _words(text, start, end)
    if not stated or not question.place.start <= start < end <= question.place.end:
        yield f"its answer's offsets, {start} to {end}, hold no words of its source sentence"
        return
    if question.marked not in (None, (start, end)):
        yield "its card marks other letters as the answer than the ones at the answer's offsets"
    if question.statement:
        yield from _statement_faults(question, stated)
        return
    shown = _plain(question.answer)
    if shown not in (stated, _plain(_replaced(question, text[start:end]))) and not _derived(question, stated):
        yield f"its answer “{shown}” is not what stands at {start} to {end}: “{stated}”"


def _statement_faults(question: TraceRecord, stated: str) -> Iterator[str]:
    """What is wrong with a statement: true ones say the letters that decide them, false ones something else."""
    # what opens a statement has a capital there
    says_so = any(_within(said, _plain(question.statement)) for said in (stated, stated[:1].upper() + stated[1:]))
    if question.answer and _plain(question.answer) != stated:
        yield f"its correction “{_plain(question.answer)}” is not what its source says: “{stated}”"
    elif question.answer and says_so:
        yield f"it is said to be false, but says what its source says: “{stated}”"
    elif not question.answer and not says_so:
        yield f"it is said to be true, but does not say what its source says: “{stated}”"


def _replaced(question: TraceRecord, letters: str) -> str:
    """The answer's letters with the names in place of the words that stand for them."""
    for one in sorted(question.references, key=lambda reference: -reference.start):
        start, end = one.start - question.answer_start, one.end - question.answer_start
        if 0 <= start < end <= len(letters):
            letters = letters[:start] + one.name + letters[end:]
    return letters


def _derived(question: TraceRecord, stated: str) -> bool:
    """Whether the question says how its answer was got, and shows the letters that it was got from."""
    return bool(question.derived) and _within(stated, _plain(f"{question.answer} {question.derived}"))


def _reference_faults(reference: Reference, text: str) -> Iterator[str]:
    if _letters(text, reference.start, reference.end) != reference.text:
        yield f"the words “{_plain(reference.text)}” do not stand at {reference.start} to {reference.end}"
    # a name is said with the article and the capital that its new place asks for, a nickname without quotation marks
    letters = _QUOTES.sub("", _words(text, reference.name_start, reference.name_end))
    stated = _ARTICLE.sub("", letters).casefold()
    name = _ARTICLE.sub("", _POSSESSIVE.sub("", _plain(reference.name))).casefold()
    if not name or not stated or not (_within(name, stated) or _within(stated, name)):
        yield f"the name “{reference.name}” does not stand at {reference.name_start} to {reference.name_end}"


def _support_faults(support: Place, library: _Library, drawn: bool) -> Iterator[str]:
    text = library.text(support.article, support.path, drawn)
    if text is None:
        yield f"the supporting article {support.article} is not among the articles given"
    else:
        yield from _misplaced(support, text, "supporting sentence")
