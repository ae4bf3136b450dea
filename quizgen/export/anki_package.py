"""An Anki package (`.apkg`) on the disk: a zip of a SQLite database and a list of media files.

The rows go into a database in a temporary file and from there in pieces into the zip, and a package that is read is
unpacked the same way, so that memory does not grow with the deck. The same rows give the same bytes: nothing in
them comes from a clock, a random number, or the version of SQLite or zlib.
"""

import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO

from quizgen.errors import DeckError, WriteError
from quizgen.export.files import whole_file

_DATABASE, _MEDIA = "collection.anki2", "media"
_LATER = "collection.anki21"  # of two databases the one that holds the notes
_TOO_NEW = "collection.anki21b"
_SQLITE_VERSION = 96  # where a database's header says in four bytes which SQLite wrote it (sqlite.org/fileformat.html)
# What the standard library raises on a broken zip, database or JSON.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, sqlite3.Error, RuntimeError, EOFError, ValueError, LookupError, TypeError,
    StopIteration, AttributeError,
)  # fmt: skip


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
    """The database of the package at `path`, in the tables of Anki's schema 11, unpacked while the block lasts.

    Raises:
        DeckError: there is no such package, or what the block reads of it is not what a package holds.
    """
    with TemporaryDirectory(prefix="quizgen-") as folder:
        rows = Path(folder, _DATABASE)
        try:
            _unpack(path, rows)
            with closing(sqlite3.connect(rows)) as database:
                yield database
        except _BROKEN as error:
            raise DeckError(f"{path}: is no deck of quizgen's, or a broken one; name one that it built.") from error


def _unpack(path: Path, rows: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if _TOO_NEW in names:
                raise DeckError(f"{path}: Anki exported this in its newer format; export it for older versions.")
            with package.open(_LATER if _LATER in names else _DATABASE) as stored, rows.open("wb") as file:
                shutil.copyfileobj(stored, file)
    except OSError as error:
        raise DeckError(f"{path}: cannot be opened ({error.strerror or error}); name a deck that is there.") from error
