"""A made file → what each of its questions says of where it is from.

Of a deck, the letters are read from the fields that its cards show, the offsets from the hidden field `Trace`.
"""

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizgen.errors import TraceError


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and where it is said to stand: article id, path (may be empty), half-open offsets."""

    article: str
    path: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of the sentence that a name replaces, and where in the article that name stands."""

    text: str
    start: int
    end: int
    name: str
    name_start: int
    name_end: int


@dataclass(frozen=True, slots=True)
class TraceRecord:
    """What one question says of where it is from.

    Of a statement to be judged, `statement` is the whole of it, and `answer` what the source says in the place of the
    words that make it false; empty for a true one. `marked` is where a card marks the answer, in offsets of the
    article; None where nothing is marked. `drawn` says that the letters are those of a card, where U+FFFD stands for
    what Anki cannot hold.
    """

    id: str
    answer: str
    answer_start: int
    answer_end: int
    place: Place
    derived: str = ""
    references: tuple[Reference, ...] = ()
    support: tuple[Place, ...] = ()
    marked: tuple[int, int] | None = None
    drawn: bool = False
    statement: str = ""


def records(path: Path) -> Iterator[TraceRecord]:
    """The questions of a `questions.jsonl` or of an Anki deck (`.apkg`), told apart by content, in their order.

    Raises:
        TraceError: the file cannot be opened, is neither, is broken, or holds no question of quizgen's.
    """
    try:
        found = _deck(path) if zipfile.is_zipfile(path) else _lines(path)
        first = next(found, None)
        if first is None:
            raise TraceError(f"{path}: holds no question made by quizgen.")
        yield from chain((first,), found)
    except OSError as error:
        raise TraceError(f"{path}: cannot be opened ({error.strerror or error}).") from error


# Reading a questions.jsonl


def _lines(path: Path) -> Iterator[TraceRecord]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield _record(json.loads(line))
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                what = f"lacks {error}" if isinstance(error, KeyError) else "is no question as questions.jsonl has it"
                raise TraceError(f"{path}: line {number} {what}.") from error


def _record(line: dict[str, Any]) -> TraceRecord:
    article, source = line["article"], line["source"]
    path = _text(article["path"])
    is_judged = line["form"] == "true-false"
    return TraceRecord(
        id=_text(line["id"]),
        answer=_judged(line) if is_judged else _text(line["answer"]),
        answer_start=_offset(source["answer_start"]),
        answer_end=_offset(source["answer_end"]),
        place=_place(_text(article["id"]), path, source["sentence"], source["start"], source["end"]),
        derived=_text(line.get("derived", "")),
        references=tuple(
            _reference(one["text"], one["start"], one["end"], one["name"], one["name_start"], one["name_end"])
            for one in line.get("replacements", ())
        ),
        support=tuple(_place(one["article"], "", one["sentence"], one["start"], one["end"]) for one in line["support"]),
        statement=_text(line["question"]) if is_judged else "",
    )


def _judged(line: dict[str, Any]) -> str:
    """What the source says instead of the words that make a statement false; nothing of a true one."""
    correction = _text(line["correction"])
    if line["answer"] != ("False" if correction else "True"):
        raise ValueError(f"{line['answer']!r} does not fit the correction {correction!r}")
    return correction


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _offset(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no offset")
    return value


def _place(article: object, path: object, sentence: object, start: object, end: object) -> Place:
    return Place(_text(article), _text(path), _text(sentence), _offset(start), _offset(end))


def _reference(text: object, start: object, end: object, name: object, at: object, to: object) -> Reference:
    return Reference(_text(text), _offset(start), _offset(end), _text(name), _offset(at), _offset(to))


# Reading an Anki deck


@dataclass
class _Quote:
    """The letters of a sentence as a card shows it, and where the marked ones begin and end."""

    text: str = ""
    mark: tuple[int, int] | None = None


class _Shown(HTMLParser):
    """The letters that a field shows: all of them, and each quoted sentence."""

    def __init__(self, field: str) -> None:
        super().__init__(convert_charrefs=True)
        self.whole, self.quotes = _Quote(), list[_Quote]()
        self._open = [self.whole]
        self.feed(field)
        self.close()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.whole.text

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "mark":
            for quote in self._open:
                quote.mark = (len(quote.text), len(quote.text))
        elif tag == "blockquote":
            self.quotes.append(_Quote())
            self._open.append(self.quotes[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            for quote in self._open:
                quote.mark = (quote.mark[0], len(quote.text)) if quote.mark else None
        elif tag == "blockquote":
            self._open = [self.whole]

    def handle_data(self, data: str) -> None:
        for quote in self._open:
            quote.text += data


def _deck(path: Path) -> Iterator[TraceRecord]:
    for number, field in enumerate(_notes(path), start=1):
        try:
            yield from _set_parts(field) if "Order" in field else (_noted(field),)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise TraceError(f"{path}: note {number} does not say where its question is from.") from error


def _notes(path: Path) -> Iterator[dict[str, str]]:
    """The fields by name of every note of quizgen's, in order.

    The tables are those of Anki's schema 11, which genanki writes and Anki exports for older versions:
    https://github.com/ankidroid/Anki-Android/wiki/Database-Structure.
    """
    try:
        with _unpacked(path) as database:
            models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
            titles = {int(number): [field["name"] for field in model["flds"]] for number, model in models.items()}
            for model, values in database.execute("SELECT mid, flds FROM notes ORDER BY id"):
                if "Trace" in titles.get(model, ()):
                    yield dict(zip(titles[model], values.split("\x1f"), strict=False))
    except (zipfile.BadZipFile, sqlite3.Error, ValueError, LookupError, TypeError, EOFError) as error:
        raise TraceError(f"{path}: is no Anki deck, or a broken one.") from error


@contextmanager
def _unpacked(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of a package, in a temporary file: in memory a large deck would be as large as that."""
    with TemporaryDirectory(prefix="quizgen-") as folder:
        rows = Path(folder, "rows")
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if "collection.anki21b" in names:
                raise TraceError(f"{path}: Anki exported this in its newer format; export it for older versions.")
            newest = "collection.anki21" if "collection.anki21" in names else "collection.anki2"
            with package.open(newest) as stored, rows.open("wb") as file:
                shutil.copyfileobj(stored, file)
        with closing(sqlite3.connect(rows)) as database:
            yield database


def _noted(field: dict[str, str]) -> TraceRecord:
    places = json.loads(_Shown(field["Trace"]).text)
    source, quotes = _Shown(field["Source"]), _Shown(field["Support"]).quotes
    start, end = places["span"]
    place = _place(places["article"], places["path"], source.text, start, end)
    return TraceRecord(
        id=_text(places["id"]),
        answer=_answer(field),
        answer_start=_offset(places["answer"][0]),
        answer_end=_offset(places["answer"][1]),
        place=place,
        derived=_Shown(field["Derived"]).text,
        references=tuple(_reference(*one) for one in places["replacements"]),
        support=tuple(
            _place(article, path, quote.text, begin, stop)
            for (article, path, begin, stop), quote in zip(places["support"], quotes, strict=True)
        ),
        marked=_marked(source.whole, place),
        drawn=True,
        statement=_Shown(field.get("Statement", "")).text,
    )


def _answer(field: dict[str, str]) -> str:
    """The letters that a card shows as its answer.

    A cloze shows them inside its sentence; that counts, and not a field that only says the same. What is false is
    answered by what the source says instead.
    """
    cloze = re.search(r"\{\{c1::(.*?)\}\}", field.get("Text", ""), re.DOTALL)
    return _Shown(cloze[1] if cloze else field["Correction" if "Statement" in field else "Answer"]).text


def _set_parts(field: dict[str, str]) -> Iterator[TraceRecord]:
    """One record for each event of an ordering: the letters that its sentence marks say when it was."""
    places = json.loads(_Shown(field["Trace"]).text)
    for part, quote in zip(places["parts"], _Shown(field["Order"]).quotes, strict=True):
        place = _place(part["article"], part["path"], quote.text, *part["span"])
        start, end = quote.mark or (0, 0)
        yield TraceRecord(
            id=_text(places["id"]),
            answer=quote.text[start:end],
            answer_start=_offset(part["answer"][0]),
            answer_end=_offset(part["answer"][1]),
            place=place,
            marked=_marked(quote, place),
            drawn=True,
        )


def _marked(quote: _Quote, place: Place) -> tuple[int, int]:
    """Where the card marks the answer, in offsets of the article; nowhere where it marks nothing."""
    return (quote.mark[0] + place.start, quote.mark[1] + place.start) if quote.mark else (-1, -1)
