"""A quiz as an Anki deck (`.apkg`): the only module that knows genanki.

What makes Anki update a deck in place, as its importer has it
(rslib/src/import_export/package/apkg/import/notes.rs in github.com/ankitects/anki): notes are the same if their
guids are, whatever they say; a note of the package replaces the user's only if its modified time is later;
scheduling and history are kept. The same goes for note types, by their ids.

So a guid here comes from the question's id and form alone, and times are no clock's: they count revisions, from a day
that lies before every import. A note's time rises when, and only when, what it says has changed, and so a rebuild
updates what has changed and nothing else. And whatever the user has touched, which Anki stamps with the time of day,
is later than any revision: it stays as the user left it.
"""

import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import genanki

from quizgen.errors import DeckError, WriteError
from quizgen.export.anki_cards import HIDDEN_FIELDS, NOTE_TYPES, CardForm, NoteType, style
from quizgen.export.anki_earlier import Earlier, digest, look, read_earlier
from quizgen.export.anki_matching import successors
from quizgen.export.anki_notes import DEFAULT_LAYOUT, Layout, Note, description, notes
from quizgen.export.anki_package import write_package
from quizgen.export.anki_text import on_one_line
from quizgen.model import Quiz

# The version whose wording this is and its number: a note built from nothing is later than any of an earlier one.
RELEASE = ("0.1.0", 1)

_FIRST_TIME = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
_RELEASE_STEP = 1_000_000  # seconds, 11 days and a half: the revisions that a release has room for
# A later time is a user's: Anki's stamp of a note or note type that was changed by hand, in a deck that was exported.
_LAST_TIME = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
_FIRST_DAY = date(2000, 1, 1)
# Folded in Anki's editor, left out of its search unless the field is named.
_HIDDEN = {"collapsed": True, "excludeFromSearch": True, "plainText": True}
_FIRST_ID = 1_577_836_800_000  # 2020-01-01 in milliseconds; Anki's ids are times of creation
_ID_RANGE = 100_000_000_000  # about three years of milliseconds


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
    deck = _deck(name, description(quiz, len(made), RELEASE[0]))
    guids = _guids(made, earlier)
    write_package(path, lambda cursor: _fill(cursor, deck, zip(made, guids, strict=True), earlier, path))


def _fill(
    cursor: sqlite3.Cursor, deck: genanki.Deck, made: Iterable[tuple[Note, str]], earlier: Earlier, path: Path
) -> None:
    """Let genanki write the tables, the notes one by one, and then the decks and note types that they need."""
    # Two decks in one collection seldom share ids this way; Anki finds new ones where they do.
    ids = itertools.count(_id(f"notes of {deck.name}", _FIRST_ID, _ID_RANGE))
    genanki.Package([]).write_to_db(cursor, _FIRST_TIME, ids)
    models: dict[CardForm, genanki.Model] = {form: _model(kind) for form, kind in NOTE_TYPES.items()}
    least = _after(known.modified for known in earlier.notes.values())
    decks = {"": deck}
    for due, (note, guid) in enumerate(made, start=1):
        row = genanki.Note(models[note.form], list(note.row().values()), tags=note.tags, guid=guid, due=due)
        if len(row.cards) != 1:
            raise WriteError(f"{path}: question {note.id} would make {len(row.cards)} cards; report this fault.")
        deck.add_model(row.model)
        if note.subdeck not in decks:
            decks[note.subdeck] = _deck(f"{deck.name}::{_deck_name(note.subdeck)}")
        row.write_to_db(cursor, _time(note, row, earlier, least), decks[note.subdeck].deck_id, ids)
    deck.write_to_db(cursor, _FIRST_TIME, ids)
    _add_decks(cursor, decks.values())
    _stamp_note_types(cursor, earlier)


def _time(note: Note, row: genanki.Note, earlier: Earlier, least: int) -> int:
    """A note's time: the one it had where it says what it said, a later one, of `least` at least, where it does not."""
    known = earlier.notes.get(row.guid)
    if known and known.digest == digest(row.model.model_id, " ".join(row.tags), "\x1f".join(row.fields)):
        return known.modified
    return max(least, first_time(note))


def _guids(made: Sequence[Note], earlier: Earlier) -> list[str]:
    """Each note's name for ever: that of the earlier note that it goes on with, or one of its own."""
    keys = [(NOTE_TYPES[note.form].model_id, note.id) for note in made]
    known = successors(earlier, dict(zip(keys, made, strict=True)))
    taken = set(known.values())
    chosen = []
    for key, note in zip(keys, made, strict=True):
        guid, count = known.get(key) or _own_guid(note), 1
        while key not in known and guid in taken:
            count += 1
            guid = _own_guid(note, count)
        taken.add(guid)
        chosen.append(guid)
    return chosen


def _own_guid(note: Note, count: int = 1) -> str:
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


def _deck(name: str, about: str = "") -> genanki.Deck:
    return genanki.Deck(_id(name, _FIRST_ID, _ID_RANGE), name, about)


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


def _stamp_note_types(cursor: sqlite3.Cursor, earlier: Earlier) -> None:
    """Give every note type its time: the one it had where it looks as it did, a later one where it does not."""
    models = json.loads(cursor.execute("SELECT models FROM col").fetchone()[0])
    for kind in NOTE_TYPES.values():
        model = models.get(str(kind.model_id))
        if model is None:
            continue
        first = _FIRST_TIME + kind.revision * _RELEASE_STEP
        modified, known = earlier.note_types.get(kind.model_id, (0, None))
        model["mod"] = modified if known == look(model) else max(_after([modified]), first)
    cursor.execute("UPDATE col SET models = ?", (json.dumps(models),))


def _after(times: Iterable[int]) -> int:
    """The first time after all of these but for a user's."""
    return max((time + 1 for time in times if time < _LAST_TIME), default=0)


def _add_decks(cursor: sqlite3.Cursor, subdecks: Iterable[genanki.Deck]) -> None:
    """Add the decks; genanki would write all anew for each, in time that grows with their square."""
    decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
    decks.update({str(deck.deck_id): deck.to_json() for deck in subdecks})
    cursor.execute("UPDATE col SET decks = ?", (json.dumps(decks),))
