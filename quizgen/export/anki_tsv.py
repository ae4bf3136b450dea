"""A deck as Anki's own text format: a line a note, its columns named in the file's head.

The lines are read out of the package, so that ids, note types, decks, tags and fields are the same in both. The
format and its head: docs.ankiweb.net/importing/text-files.html. What it cannot hold are the note types themselves,
which a collection has once a package was imported, and the times of the notes.
"""

import codecs
import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quizgen.export.anki_package import read_package
from quizgen.export.files import whole_file

_HEAD = (
    "#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3", "#tags column:4",
)  # fmt: skip


def write_tsv(package: Path, path: Path) -> None:
    """Write the notes of the package to `path`, in the order in which their cards come up, whole or not at all.

    Raises:
        DeckError: the package cannot be read.
        WriteError: the file cannot be written.
    """
    with read_package(package) as database, whole_file(path) as file:
        file.write("".join(f"{line}\n" for line in _HEAD).encode())
        # all quoted: an unquoted line that begins with # would be a comment
        lines = csv.writer(codecs.getwriter("utf-8")(file), "excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL)
        lines.writerows(_rows(database))


def _rows(database: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Guid, note type, deck, tags and then the fields of each note; the rows are of one length.

    Anki 25.9 takes from no row more columns than the first one has.
    """
    models, decks = map(json.loads, database.execute("SELECT models, decks FROM col").fetchone())
    width = max((len(model["flds"]) for model in models.values()), default=0)
    notes = database.execute(
        "SELECT guid, mid, did, tags, flds FROM notes JOIN cards ON cards.nid = notes.id ORDER BY cards.due, cards.id"
    )
    for guid, model, deck, tags, fields in notes:
        values = fields.split("\x1f")
        columns = guid, models[str(model)]["name"], decks[str(deck)]["name"], tags.strip()
        yield *columns, *values, *[""] * (width - len(values))
