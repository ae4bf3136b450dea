"""An earlier build of a deck: the lasting names of its notes and note types, their times, and what they said."""

import hashlib
import html
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.errors import DeckError

_COLLECTIONS = ("collection.anki21", "collection.anki2")  # in a package; of two the first holds the notes
_TOO_NEW = "collection.anki21b"

MAKER = "made by quizgen"  # in the description of a deck

Row = dict[str, str]  # the fields of a note by name
Model = dict[str, Any]  # a note type as Anki stores it


@dataclass(frozen=True, slots=True)
class Known:
    """A note of an earlier build: its note type, its question's id, its time, and a digest of what it says."""

    note_type: int
    id: str
    modified: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier build: its notes by guid; its note types by id, each with its time and what it looks like.

    `deck` is the name of the deck that its cards are in or below; "" where there is none.
    """

    path: Path | None = None
    deck: str = ""
    notes: Mapping[str, Known] = field(default_factory=dict)
    note_types: Mapping[int, tuple[int, Model]] = field(default_factory=dict)


def digest(note_type: int, tags: str, fields: str) -> bytes:
    """What a note says, in short; tags, which Anki puts in an order of its own, and fields as they are stored."""
    return hashlib.sha256(f"{note_type}\x1e{' '.join(sorted(tags.split()))}\x1e{fields}".encode()).digest()


def look(model: Model) -> Model:
    """What a note type looks like, of all that Anki stores of it."""
    sides = [{key: one[key] for key in ("name", "qfmt", "afmt")} for one in model["tmpls"]]
    return {"name": model["name"], "css": model["css"], "tmpls": sides, "flds": [one["name"] for one in model["flds"]]}


def places(fields: Row) -> dict[str, Any]:
    """Where the question of a note stands in its articles, as its hidden field says."""
    return dict(json.loads(html.unescape(fields["Trace"])))


def read_earlier(path: Path) -> Earlier:
    """The notes and note types of a deck that quizgen built, or that Anki exported for its older versions.

    Raises:
        DeckError: the file cannot be read as such.
    """
    with _opened(path) as (database, models):
        types = {int(number): (int(model["mod"]), look(model)) for number, model in models.items()}
        notes = {
            guid: Known(kind, str(places(fields)["id"]), modified, digest(kind, tags, values))
            for guid, kind, modified, tags, values, fields in _rows(database, models)
        }
        deck = _deck(database)
    return Earlier(path, deck, notes, types)


def _deck(database: sqlite3.Connection) -> str:
    """The deck with a description of quizgen's, which subdecks have not, that the most cards are in or below."""
    decks = {
        int(number): deck
        for number, deck in json.loads(database.execute("SELECT decks FROM col").fetchone()[0]).items()
    }
    own = [str(deck["name"]) for deck in decks.values() if MAKER in deck.get("desc", "")]
    cards = database.execute("SELECT did, count(*) FROM cards GROUP BY did").fetchall()
    count = {name: sum(n for did, n in cards if f"{decks[did]['name']}::".startswith(f"{name}::")) for name in own}
    return max(sorted(own), key=lambda name: count[name], default="")


def read_fields(path: Path) -> Iterator[tuple[str, int, Row]]:
    """Every note of quizgen's in a deck, in order: its guid, its note type, its fields.

    Raises:
        DeckError: the file cannot be read.
    """
    with _opened(path) as (database, models):
        for guid, kind, _, _, _, fields in _rows(database, models):
            yield guid, kind, fields


@contextmanager
def _opened(path: Path) -> Iterator[tuple[sqlite3.Connection, dict[str, Model]]]:
    """The database of a deck and its note types, in the tables of Anki's schema 11."""
    try:
        with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as database:
            names = package.namelist()
            if _TOO_NEW in names:
                raise DeckError(f"{path}: Anki exported this in its newer format; export it for older versions.")
            database.deserialize(package.read(next(name for name in _COLLECTIONS if name in names)))
            yield database, json.loads(database.execute("SELECT models FROM col").fetchone()[0])
    except OSError as error:
        raise DeckError(f"{path}: cannot be opened ({error.strerror or error}); name a deck that is there.") from error
    except (zipfile.BadZipFile, sqlite3.Error, ValueError, LookupError, TypeError, StopIteration) as error:
        raise DeckError(f"{path}: is no deck of quizgen's, or a broken one; name one that it built.") from error


def _rows(database: sqlite3.Connection, models: Mapping[str, Model]) -> Iterator[tuple[str, int, int, str, str, Row]]:
    """Guid, note type, time, tags, fields as stored and by name, of the notes that are quizgen's."""
    names = {int(number): [one["name"] for one in model["flds"]] for number, model in models.items()}
    query = "SELECT guid, mid, mod, tags, flds FROM notes ORDER BY id"
    for guid, kind, modified, tags, values in database.execute(query):
        if "Trace" in names.get(kind, ()):
            yield guid, kind, modified, tags, values, dict(zip(names[kind], values.split("\x1f"), strict=False))
