"""A quiz as an Anki deck (`.apkg`): the only module that knows genanki.

What makes Anki update a deck in place, as its importer has it
(rslib/src/import_export/package/apkg/import/notes.rs in github.com/ankitects/anki): notes are the same if their
guids are, whatever they say; a note of the package replaces the user's only if its modified time is later;
scheduling and history are kept. So a guid here comes from the question's id and form alone, and a note's time
rises when, and only when, what it says has changed.

An `.apkg` is a zip of a SQLite database and a list of media files. The same quiz gives the same bytes: nothing in
them comes from a clock, a random number, or the version of SQLite or zlib.
"""

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path

import genanki

from quizgen.errors import WriteError
from quizgen.export.anki_cards import HIDDEN_FIELDS, NOTE_TYPES, REVISED, NoteType, style
from quizgen.export.anki_fields import fields, tag
from quizgen.export.files import write_whole
from quizgen.model import BLANK, Form, Question, Quiz

# The version whose wording this is and the day it came out: a note built from nothing is never older than that.
RELEASE = ("0.1.0", datetime(2026, 11, 20, tzinfo=UTC))

_ENTRIES = ("collection.anki2", "media")
# Folded in Anki's editor, left out of its search.
_HIDDEN = {"collapsed": True, "excludeFromSearch": True, "plainText": True}
_FIRST_ID = 1_577_836_800_000  # 2020-01-01 in milliseconds; Anki's ids are times of creation
_ID_RANGE = 100_000_000_000  # about three years of milliseconds
_SQLITE_VERSION = slice(96, 100)  # of the database header: which SQLite wrote it (sqlite.org/fileformat.html, 1.3)

# What a note says: its note type, tags and fields, as in the table `notes`.
_Content = tuple[int, str, str]


def default_modified(question: Question) -> int:
    """The time, in seconds since 1970, that the question's note gets where the caller names none.

    It is the day of this release, or of the newest article that the question draws on where that is later: the same
    on every machine, risen when a new release words the same questions anew, and not risen by other articles.
    """
    days = (source.published for source in (question.source, *(support.source for support in question.support)))
    times = (datetime.combine(day, time(), UTC) for day in days if day is not None)
    return int(max((RELEASE[1], *times)).timestamp())


def write_anki(quiz: Quiz, path: Path, *, modified: int | None = None, previous: Path | None = None) -> None:
    """Write the quiz to `path` as an Anki deck, one card a question, a subdeck an article, whole or not at all.

    `previous` is an earlier build of the deck, `path` itself where none is named; a file that is missing or is no
    deck counts as none. Notes that say the same as in it keep their time; the others get `modified` (seconds since
    1970, `default_modified` where none is given) or one second more than the newest time in it, whichever is
    later.

    Raises:
        WriteError: the file cannot be written, or Anki could make no card, or no single one, of a question.
    """
    _check(quiz, path)
    before = _notes(previous or path)
    least = max((known + 1 for known, _ in before.values()), default=1)
    stamps = [max(least, default_modified(q) if modified is None else modified) for q in quiz.questions]
    with closing(sqlite3.connect(":memory:")) as database:
        _fill(database, quiz)
        _stamp(database, before, stamps)
        _place(database, quiz)
        database.commit()
        cards = database.execute("SELECT count(*) FROM cards").fetchone()[0]
        if cards != len(quiz.questions):
            raise WriteError(f"{path}: {len(quiz.questions)} questions would make {cards} cards; report this fault.")
        content = bytearray(database.serialize())
    content[_SQLITE_VERSION] = bytes(4)
    write_whole(path, _zipped(bytes(content)))


def _check(quiz: Quiz, path: Path) -> None:
    """Refuse what Anki would silently make no card of, and what it would take for one note."""
    seen: set[str] = set()
    for question in quiz.questions:
        fault = _fault(question)
        if fault or _guid(question) in seen:
            fault = fault or "has the id of another one"
            raise WriteError(f"{path}: question {question.id} {fault}; leave it out or mend it.")
        seen.add(_guid(question))


def _fault(question: Question) -> str:
    """What keeps the question from being a card, or nothing."""
    if not question.stem.strip():
        return "asks nothing"
    if not question.key.strip():
        return "has no answer"
    if question.form == "cloze" and BLANK not in question.stem:
        return f"is a cloze without the blank {BLANK}"
    if question.form == "multiple-choice" and question.options.count(question.key) != 1:
        return "does not have its answer once among its options"
    return ""


def _guid(question: Question) -> str:
    """The note's name for ever. The form is part of it: Anki changes no note's type."""
    return str(genanki.guid_for("quizgen", question.form, question.id))


def _id(name: str, first: int, size: int) -> int:
    """A stable number for a name, from `first` on."""
    return first + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % size


def _deck_name(*parts: str) -> str:
    """The name of a deck below others; `::` in a part would make a deck of its own."""
    return "::".join(" ".join(part.replace("::", ":").split()) or "Untitled" for part in parts)


def _model(kind: NoteType) -> genanki.Model:
    return genanki.Model(
        kind.model_id,
        kind.name,
        fields=[
            {"name": name, "id": kind.first_field_id + number, **(_HIDDEN if name in HIDDEN_FIELDS else {})}
            for number, name in enumerate(kind.fields)
        ],
        templates=[{"name": "Card", "id": kind.template_id, "qfmt": kind.front(), "afmt": kind.back()}],
        css=style(),
        model_type=genanki.Model.CLOZE if kind.form == "cloze" else genanki.Model.FRONT_BACK,
    )


def _note(question: Question, model: genanki.Model, due: int) -> genanki.Note:
    values = fields(question)
    tags = (
        f"quizgen::kind::{tag(question.fact.kind)}",
        f"quizgen::form::{tag(question.form)}",
        f"quizgen::article::{tag(question.source.id)}",
    )
    names = NOTE_TYPES[question.form].fields
    return genanki.Note(model, [values[name] for name in names], tags=tags, guid=_guid(question), due=due)


def _fill(database: sqlite3.Connection, quiz: Quiz) -> None:
    """Let genanki write note types, notes and cards, all of them into the deck that the quiz is."""
    name = _deck_name(quiz.title)
    deck = genanki.Deck(_id(name, _FIRST_ID, _ID_RANGE), name)
    models: dict[Form, genanki.Model] = {form: _model(kind) for form, kind in NOTE_TYPES.items()}
    for due, question in enumerate(quiz.questions, start=1):
        deck.add_note(_note(question, models[question.form], due))
    # Two decks in one collection seldom share ids this way; Anki finds new ones where they do.
    ids = itertools.count(_id(f"notes of {name}", _FIRST_ID, _ID_RANGE))
    genanki.Package(deck).write_to_db(database.cursor(), REVISED.timestamp(), ids)


def _stamp(database: sqlite3.Connection, before: dict[str, tuple[int, _Content]], stamps: list[int]) -> None:
    """Give every note its time: the one it had where it says what it said, its stamp where it does not."""
    times = []
    notes = database.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id").fetchall()
    for (number, guid, *content), stamp in zip(notes, stamps, strict=True):
        known = before.get(guid)
        times.append((known[0] if known and known[1] == tuple(content) else stamp, number))
    database.executemany("UPDATE notes SET mod = ? WHERE id = ?", times)
    database.executemany("UPDATE cards SET mod = ? WHERE nid = ?", times)


def _place(database: sqlite3.Connection, quiz: Quiz) -> None:
    """Move the cards into a subdeck an article.

    genanki would write all the decks anew for each of them, which takes time that grows with their square.
    """
    names = {q.source.id: _deck_name(quiz.title, q.source.title) for q in quiz.questions}
    ids = {name: _id(name, _FIRST_ID, _ID_RANGE) for name in names.values()}
    decks = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
    decks.update({str(number): genanki.Deck(number, name).to_json() for name, number in ids.items()})
    database.execute("UPDATE col SET decks = ?", (json.dumps(decks),))
    rows = [number for (number,) in database.execute("SELECT id FROM cards ORDER BY due")]
    moves = ((ids[names[q.source.id]], row) for q, row in zip(quiz.questions, rows, strict=False))
    database.executemany("UPDATE cards SET did = ? WHERE id = ?", moves)


def _notes(path: Path) -> dict[str, tuple[int, _Content]]:
    """The notes of a deck by guid, each with its time and what it says; none where there is no such deck."""
    try:
        with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(package.read(_ENTRIES[0]))
            rows = database.execute("SELECT guid, mod, mid, tags, flds FROM notes").fetchall()
    except (OSError, KeyError, sqlite3.Error, zipfile.BadZipFile):
        return {}
    return {guid: (mod, (mid, tags, flds)) for guid, mod, mid, tags, flds in rows}


def _zipped(database: bytes) -> bytes:
    """The package: fixed times and rights, and not compressed, since zlibs differ in what they make."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in zip(_ENTRIES, (database, b"{}"), strict=True):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            package.writestr(entry, content)
    return target.getvalue()
