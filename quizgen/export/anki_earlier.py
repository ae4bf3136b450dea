"""An earlier build of a deck: the lasting names of its notes and note types, their times, and what they said."""

import hashlib
import html
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.export.anki_package import read_package

MAKER = "made by quizgen"  # in the description of a deck

_FIRST = re.compile(r"&#123;&quot;id&quot;:(&quot;[^&]*&quot;)")

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
    said = f"{note_type}\x1e{' '.join(sorted(tags.split()))}\x1e{fields}"
    return hashlib.blake2b(said.encode(), digest_size=16).digest()


def look(model: Model) -> Model:
    """What a note type looks like, of all that Anki stores of it."""
    sides = [{key: one[key] for key in ("name", "qfmt", "afmt")} for one in model["tmpls"]]
    return {"name": model["name"], "css": model["css"], "tmpls": sides, "flds": [one["name"] for one in model["flds"]]}


def places(fields: Row) -> dict[str, Any]:
    """Where the question of a note stands in its articles, as its hidden field says; nothing where it says nothing."""
    return _places(fields["Trace"])


def _places(trace: str) -> dict[str, Any]:
    try:
        return dict(json.loads(html.unescape(trace)))
    except (ValueError, TypeError):  # a user may have rewritten it
        return {}


def read_earlier(path: Path) -> Earlier:
    """The notes and note types of a deck that quizgen built, or that Anki exported for its older versions.

    Raises:
        DeckError: the file cannot be read as such.
    """
    with _opened(path) as (database, models):
        types = {int(number): (int(model["mod"]), look(model)) for number, model in models.items()}
        traces = {kind: names.index("Trace") for kind, names in _names(models).items()}
        query = "SELECT guid, mid, mod, tags, flds FROM notes"
        notes = {
            guid: Known(kind, number, modified, digest(kind, tags, values))
            for guid, kind, modified, tags, values in database.execute(query)
            if kind in traces and (number := _id(values.split("\x1f")[traces[kind]]))
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
        names = _names(models)
        for guid, kind, values in database.execute("SELECT guid, mid, flds FROM notes ORDER BY id"):
            fields = dict(zip(names.get(kind, ()), values.split("\x1f"), strict=False))
            if _id(fields.get("Trace", "")):
                yield guid, kind, fields


@contextmanager
def _opened(path: Path) -> Iterator[tuple[sqlite3.Connection, dict[str, Model]]]:
    """The database of a deck and its note types."""
    with read_package(path) as database:
        yield database, json.loads(database.execute("SELECT models FROM col").fetchone()[0])


def _names(models: Mapping[str, Model]) -> dict[int, list[str]]:
    """The names of the fields of the note types that are quizgen's."""
    names = {int(number): [one["name"] for one in model["flds"]] for number, model in models.items()}
    return {number: known for number, known in names.items() if "Trace" in known}


def _id(trace: str) -> str:
    """The id of the question that a field `Trace` is of; it stands first there, and the rest need not be read."""
    found = _FIRST.match(trace)
    return str(json.loads(html.unescape(found[1])) if found else _places(trace).get("id", ""))
