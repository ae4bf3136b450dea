"""A made file → what each of its questions says of where it is from.

Of a deck, the letters are read from the fields that its cards show, the offsets from the hidden field `Trace`.
"""

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
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


class _Shown(HTMLParser):
    """The letters that a field shows: all, where the marked ones begin and end, and each quoted sentence."""

    def __init__(self, field: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.quotes = "", list[str]()
        self.mark: tuple[int, int] | None = None
        self._quoting = False
        self.feed(field)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "mark":
            self.mark = (len(self.text), len(self.text))
        elif tag == "blockquote":
            self._quoting = True
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark" and self.mark:
            self.mark = (self.mark[0], len(self.text))
        elif tag == "blockquote":
            self._quoting = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._quoting:
            self.quotes[-1] += data


def _deck(path: Path) -> Iterator[TraceRecord]:
    for number, field in enumerate(_notes(path), start=1):
        try:
            yield _noted(field)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise TraceError(f"{path}: note {number} does not say where its question is from.") from error


def _notes(path: Path) -> Iterator[dict[str, str]]:
    """The fields by name of every note of quizgen's, in order.

    The tables are those of Anki's schema 11, which genanki writes and Anki exports for older versions:
    https://github.com/ankidroid/Anki-Android/wiki/Database-Structure.
    """
    try:
        with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as database:
            names = package.namelist()
            if "collection.anki21b" in names:
                raise TraceError(f"{path}: Anki exported this in its newer format; export it for older versions.")
            database.deserialize(
                package.read("collection.anki21" if "collection.anki21" in names else "collection.anki2")
            )
            models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
            titles = {int(number): [field["name"] for field in model["flds"]] for number, model in models.items()}
            for model, values in database.execute("SELECT mid, flds FROM notes ORDER BY id"):
                if "Trace" in titles.get(model, ()):
                    yield dict(zip(titles[model], values.split("\x1f"), strict=False))
    except (zipfile.BadZipFile, sqlite3.Error, ValueError, LookupError, TypeError, EOFError) as error:
        raise TraceError(f"{path}: is no Anki deck, or a broken one.") from error


def _noted(field: dict[str, str]) -> TraceRecord:
    places = json.loads(_Shown(field["Trace"]).text)
    source, quotes = _Shown(field["Source"]), _Shown(field["Support"]).quotes
    start, end = places["span"]
    place = _place(places["article"], places["path"], source.text, start, end)
    # A cloze shows its answer inside its sentence; that one counts, and not a field that only says the same.
    cloze = re.search(r"\{\{c1::(.*?)\}\}", field.get("Text", ""), re.DOTALL)
    return TraceRecord(
        id=_text(places["id"]),
        answer=_Shown(cloze[1] if cloze else field["Answer"]).text,
        answer_start=_offset(places["answer"][0]),
        answer_end=_offset(places["answer"][1]),
        place=place,
        derived=_Shown(field["Derived"]).text,
        references=tuple(_reference(*one) for one in places["replacements"]),
        support=tuple(
            _place(article, path, quote, begin, stop)
            for (article, path, begin, stop), quote in zip(places["support"], quotes, strict=True)
        ),
        marked=(source.mark[0] + place.start, source.mark[1] + place.start) if source.mark else (-1, -1),
        drawn=True,
    )
