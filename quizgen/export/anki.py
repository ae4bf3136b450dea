"""A quiz as an Anki deck (`.apkg`): the only module that knows genanki.

What makes Anki update a deck in place, as its importer has it
(rslib/src/import_export/package/apkg/import/notes.rs in github.com/ankitects/anki): notes are the same if their
guids are, whatever they say; a note of the package replaces the user's only if its modified time is later;
scheduling and history are kept. The same goes for note types, by their ids.

So a guid here comes from the question's id and form alone, and times are no clock's: they count revisions, from a day
that lies before every import. A note's time rises when, and only when, what it says has changed, and so a rebuild
updates what has changed and nothing else. And whatever the user has touched, which Anki stamps with the time of day,
is later than any revision: it stays as the user left it.

An `.apkg` is a zip of a SQLite database and a list of media files. The same quiz gives the same bytes: nothing in
them comes from a clock, a random number, or the version of SQLite or zlib.
"""

import hashlib
import io
import itertools
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import genanki

from quizgen.errors import DeckError, WriteError
from quizgen.export.anki_cards import HIDDEN_FIELDS, NOTE_TYPES, CardForm, NoteType, style
from quizgen.export.anki_earlier import Earlier, digest, look, read_earlier
from quizgen.export.anki_matching import successors
from quizgen.export.anki_notes import DEFAULT_LAYOUT, Layout, Note, description, notes
from quizgen.export.anki_text import on_one_line
from quizgen.export.files import write_whole
from quizgen.model import Quiz

# The version whose wording this is and its number: a note built from nothing is later than any of an earlier one.
RELEASE = ("0.1.0", 1)

_FIRST_TIME = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
_RELEASE_STEP = 1_000_000  # seconds, 11 days and a half: the revisions that a release has room for
# A later time is a user's: Anki's stamp of a note or note type that was changed by hand, in a deck that was exported.
_LAST_TIME = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
_FIRST_DAY = date(2000, 1, 1)
_ENTRIES = ("collection.anki2", "media")
# Folded in Anki's editor, left out of its search unless the field is named.
_HIDDEN = {"collapsed": True, "excludeFromSearch": True, "plainText": True}
_FIRST_ID = 1_577_836_800_000  # 2020-01-01 in milliseconds; Anki's ids are times of creation
_ID_RANGE = 100_000_000_000  # about three years of milliseconds
_SQLITE_VERSION = slice(96, 100)  # of the database header: which SQLite wrote it (sqlite.org/fileformat.html, 1.3)


def first_time(note: Note) -> int:
    """The time, in seconds since 1970, that a note gets where no earlier build is known.

    It counts the release and, in days, the newest article that the note draws on: the same on every machine, risen
    when a new release words the same questions anew or a later article supports them.
    """
    days = (note.newest - _FIRST_DAY).days if note.newest else 0
    return _FIRST_TIME + RELEASE[1] * _RELEASE_STEP + min(max(days, 0), _RELEASE_STEP // 10)


def write_anki(quiz: Quiz, path: Path, *, layout: Layout = DEFAULT_LAYOUT, previous: Path | None = None) -> None:
    """Write the quiz to `path` as an Anki deck, one card a question or ordering, whole or not at all.

    `previous` is an earlier build of the deck, `path` itself where none is named; a file that is missing or is no
    deck counts as none. Notes and note types that are as they were in it keep their times; the others get later
    ones. Questions of corrected sentences go on with the notes that they had (`anki_matching`).

    Raises:
        WriteError: the file cannot be written, or Anki could make no card, or no single one, of a question.
    """
    made = list(notes(quiz, layout, path))
    earlier = Earlier()
    with suppress(DeckError):
        earlier = read_earlier(previous or path)
    name = _deck_name(layout.name) if layout.name else earlier.deck or _deck_name(quiz.title)
    with closing(sqlite3.connect(":memory:")) as database:
        _fill(database, name, description(quiz, len(made), RELEASE[0]), made, _guids(made, earlier))
        _stamp_notes(database, earlier, made)
        _stamp_note_types(database, earlier)
        _place(database, name, made)
        database.commit()
        cards = database.execute("SELECT count(*) FROM cards").fetchone()[0]
        if cards != len(made):
            raise WriteError(f"{path}: {len(made)} questions would make {cards} cards; report this fault.")
        content = bytearray(database.serialize())
    content[_SQLITE_VERSION] = bytes(4)
    write_whole(path, _zipped(bytes(content)))


def _guids(made: Sequence[Note], earlier: Earlier) -> list[str]:
    """Each note's name for ever: that of the earlier note that it goes on with, or one of its own."""
    keys = [(NOTE_TYPES[note.form].model_id, note.id) for note in made]
    known = successors(earlier, dict(zip(keys, made, strict=True)))
    taken = set(known.values())
    chosen = []
    for key, note in zip(keys, made, strict=True):
        own = (_own_guid(note, count) for count in itertools.count(1))
        chosen.append(known.get(key) or next(guid for guid in own if guid not in taken))
        taken.add(chosen[-1])
    return chosen


def _own_guid(note: Note, count: int) -> str:
    """The note's own name; the form is part of it, since Anki changes no note's type.

    A later `count` makes another name, for a question whose note went on with another question's.
    """
    return str(genanki.guid_for("quizgen", note.form, note.id, *([str(count)] if count > 1 else [])))


def _id(name: str, first: int, size: int) -> int:
    """A stable number for a name, from `first` on."""
    return first + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % size


def _deck_name(name: str) -> str:
    """A name for one deck; `::` in it, or a colon beside that of a subdeck, would make a deck of each part."""
    return re.sub(":{2,}", ":", on_one_line(name)).strip(": ") or "Untitled"


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


def _fill(database: sqlite3.Connection, name: str, about: str, made: Sequence[Note], guids: Sequence[str]) -> None:
    """Let genanki write note types, notes and cards, all of them into the deck with that name and description."""
    deck = genanki.Deck(_id(name, _FIRST_ID, _ID_RANGE), name, about)
    models: dict[CardForm, genanki.Model] = {form: _model(kind) for form, kind in NOTE_TYPES.items()}
    for due, (note, guid) in enumerate(zip(made, guids, strict=True), start=1):
        deck.add_note(genanki.Note(models[note.form], list(note.fields), tags=note.tags, guid=guid, due=due))
    # Two decks in one collection seldom share ids this way; Anki finds new ones where they do.
    ids = itertools.count(_id(f"notes of {name}", _FIRST_ID, _ID_RANGE))
    genanki.Package(deck).write_to_db(database.cursor(), _FIRST_TIME, ids)


def _stamp_notes(database: sqlite3.Connection, earlier: Earlier, made: Sequence[Note]) -> None:
    """Give every note its time: the one it had where it says what it said, a later one where it does not."""
    least = _after(known.modified for known in earlier.notes.values())
    times = []
    rows = database.execute("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id")
    for (number, guid, *content), note in zip(rows, made, strict=True):
        known = earlier.notes.get(guid)
        is_as_it_was = known is not None and known.digest == digest(*content)
        times.append((known.modified if known and is_as_it_was else max(least, first_time(note)), number))
    database.executemany("UPDATE notes SET mod = ? WHERE id = ?", times)
    database.executemany("UPDATE cards SET mod = ? WHERE nid = ?", times)


def _stamp_note_types(database: sqlite3.Connection, earlier: Earlier) -> None:
    """Give every note type its time: the one it had where it looks as it did, a later one where it does not."""
    models = json.loads(database.execute("SELECT models FROM col").fetchone()[0])
    for kind in NOTE_TYPES.values():
        model = models.get(str(kind.model_id))
        if model is None:
            continue
        first = _FIRST_TIME + kind.revision * _RELEASE_STEP
        modified, known = earlier.note_types.get(kind.model_id, (0, None))
        model["mod"] = modified if known == look(model) else max(_after([modified]), first)
    database.execute("UPDATE col SET models = ?", (json.dumps(models),))


def _after(times: Iterable[int]) -> int:
    """The first time after all of these but for a user's."""
    return max((time + 1 for time in times if time < _LAST_TIME), default=0)


def _place(database: sqlite3.Connection, deck: str, made: Sequence[Note]) -> None:
    """Move the cards into their subdecks of the deck.

    genanki would write all the decks anew for each of them, which takes time that grows with their square.
    """
    names = {note.subdeck: f"{deck}::{_deck_name(note.subdeck)}" for note in made if note.subdeck}
    ids = {subdeck: _id(name, _FIRST_ID, _ID_RANGE) for subdeck, name in names.items()}
    decks = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
    decks.update({str(ids[subdeck]): genanki.Deck(ids[subdeck], name).to_json() for subdeck, name in names.items()})
    database.execute("UPDATE col SET decks = ?", (json.dumps(decks),))
    rows = [number for (number,) in database.execute("SELECT id FROM cards ORDER BY due")]
    moves = ((ids[note.subdeck], row) for note, row in zip(made, rows, strict=False) if note.subdeck)
    database.executemany("UPDATE cards SET did = ? WHERE id = ?", moves)


def _zipped(database: bytes) -> bytes:
    """The package: fixed times and rights, and not compressed, since zlibs differ in what they make."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in zip(_ENTRIES, (database, b"{}"), strict=True):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            package.writestr(entry, content)
    return target.getvalue()
