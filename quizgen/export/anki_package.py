"""An Anki package (`.apkg`) on the disk: a zip of a SQLite database and a list of media files.

The rows go into a database in a temporary file and from there in pieces into the zip, and a package that is read is
unpacked the same way, so that memory does not grow with the deck. The same rows give the same bytes: nothing in
them comes from a clock, a random number, or the version of SQLite or zlib.
"""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO

from quizgen.errors import WriteError
from quizgen.export.files import whole_file

_DATABASE, _MEDIA = "collection.anki2", "media"
_SQLITE_VERSION = 96  # where a database's header says in four bytes which SQLite wrote it (sqlite.org/fileformat.html)


def write_package(path: Path, fill: Callable[[sqlite3.Cursor], None]) -> None:
    """Write a package to `path`, whole or not at all; `fill` writes the tables into its empty database.

    Raises:
        WriteError: the file, or the temporary one that it is made from, cannot be written.
    """
    with TemporaryDirectory(prefix="quizgen-") as folder:
        rows = Path(folder, _DATABASE)
        try:
            with closing(sqlite3.connect(rows)) as database:
                # a database that is thrown away after a crash need not survive one
                database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                fill(database.cursor())
                database.commit()
        except sqlite3.OperationalError as error:
            raise WriteError(
                f"{path}: cannot be written, because its temporary file in {gettempdir()} cannot ({error}); free some "
                "space there, or name another folder in the environment variable TMPDIR."
            ) from error
        with rows.open("r+b") as file:
            file.seek(_SQLITE_VERSION)
            file.write(bytes(4))
        with whole_file(path) as target:
            _zip(rows, target)


def _zip(rows: Path, target: BinaryIO) -> None:
    """The package: fixed times and rights, and not compressed, since zlibs differ in what they make."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        with rows.open("rb") as source, package.open(_entry(_DATABASE), "w", force_zip64=True) as stored:
            shutil.copyfileobj(source, stored)
        package.writestr(_entry(_MEDIA), b"{}")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


@contextmanager
def read_package(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of the package at `path`, unpacked for as long as the block takes.

    Raises:
        OSError, KeyError, zipfile.BadZipFile: there is no such package.
        sqlite3.Error: what is in it is no database; raised by the first question to it.
    """
    with TemporaryDirectory(prefix="quizgen-") as folder:
        rows = Path(folder, _DATABASE)
        with zipfile.ZipFile(path) as package, package.open(_DATABASE) as stored, rows.open("wb") as file:
            shutil.copyfileobj(stored, file)
        with closing(sqlite3.connect(rows)) as database:
            yield database
