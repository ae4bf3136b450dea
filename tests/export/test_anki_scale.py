"""Large decks: what one note more costs, counted in letters and in statements, which no clock can make differ."""

from __future__ import annotations

import sqlite3
import tracemalloc
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from quizgen.errors import WriteError
from quizgen.export import anki
from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from quizgen.export.anki_package import write_package
from quizgen.export.anki_tsv import write_tsv
from quizgen.model import Quiz
from tests.export.user import User
from tests.quizzes import sample_quiz

FIELD = 20_000  # letters of one field of each note
BYTES = 2_500  # of Python's memory that a note may cost while its deck is written: its name, its tags, its digest


def large(count: int, *, field: int = FIELD, articles: bool = False) -> Quiz:
    """A quiz of so many questions, one field of each so long, and each of an article of its own if `articles`."""
    questions = tuple(replace(question, derived="x" * field) for question in sample_quiz(count).questions)
    if articles:
        sources = [replace(q.source, id=f"a{n}", title=f"Article {n}") for n, q in enumerate(questions)]
        questions = tuple(replace(q, source=source) for q, source in zip(questions, sources, strict=True))
    return Quiz("Large", questions)


def peak(work: Callable[[], object]) -> int:
    """The most bytes that the work had at a time, in Python."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def cost(work: Callable[[int], object]) -> float:
    """What a note more costs: the difference of the peaks for 100 notes and for 500, by the note."""
    work(20)  # what is remembered once, be there few notes or many
    peaks = [peak(partial(work, count)) for count in (100, 500)]
    return (peaks[1] - peaks[0]) / 400


class TestMemory:
    def test_no_deck_stands_in_it(self, tmp_path: Path) -> None:
        """Written from nothing, a note costs its name and tags, and neither its fields nor its row."""
        quizzes = {count: large(count) for count in (20, 100, 500)}
        assert cost(lambda count: write_anki(quizzes[count], tmp_path / f"{count}.apkg")) < BYTES
        assert (tmp_path / "500.apkg").stat().st_size > 500 * FIELD

    def test_no_earlier_deck_stands_in_it(self, tmp_path: Path) -> None:
        """Written over an earlier build, a note costs a digest more."""
        quizzes = {count: large(count) for count in (20, 100, 500)}
        for count, quiz in quizzes.items():
            write_anki(quiz, tmp_path / f"{count}.apkg")
        assert cost(lambda count: write_anki(quizzes[count], tmp_path / f"{count}.apkg")) < BYTES

    def test_no_text_stands_in_it(self, tmp_path: Path) -> None:
        """The text of a deck is written line by line."""
        for count in (20, 100, 500):
            write_anki(large(count), tmp_path / f"{count}.apkg")
        assert cost(lambda count: write_tsv(tmp_path / f"{count}.apkg", tmp_path / f"{count}.tsv")) < BYTES


class TestStatements:
    def statements(self, quiz: Quiz, path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
        """The first two words of all that the database is told while the deck is written."""
        told: Counter[str] = Counter()

        def listening(path: Path, fill: Callable[[sqlite3.Cursor], None]) -> None:
            def heard(cursor: sqlite3.Cursor) -> None:
                cursor.connection.set_trace_callback(lambda said: told.update([" ".join(said.split()[:3])]))
                fill(cursor)

            write_package(path, heard)

        monkeypatch.setattr(anki, "write_package", listening)
        write_anki(quiz, path, layout=Layout(subdecks="by-article"))
        return told

    @pytest.mark.parametrize("articles", [False, True])
    def test_a_note_more_is_two_of_them(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: bool) -> None:
        """One for the note and one for its card; the decks and note types are written as often for many as for few."""
        few, many = (
            self.statements(large(count, field=10, articles=articles), tmp_path / f"{count}.apkg", monkeypatch)
            for count in (20, 200)
        )
        assert many - few == {"INSERT INTO notes": 180, "INSERT INTO cards": 180}


class TestImport:
    def test_two_thousand_notes_of_two_thousand_articles(self, tmp_path: Path) -> None:
        """Every one arrives in its own subdeck, and a second import finds them all."""
        user = User(tmp_path)
        deck = tmp_path / "deck.apkg"
        write_anki(large(2000, field=10, articles=True), deck, layout=Layout(subdecks="by-article"))
        assert user.imports(deck) == {"new": 2000}
        assert len(user.collection.decks.all_names_and_ids(skip_empty_default=True)) == 2001
        assert user.imports(deck) == {"duplicate": 2000}
        user.collection.close()


class TestFullDisk:
    def test_a_temporary_file_that_cannot_grow_is_one_clear_sentence(self, tmp_path: Path) -> None:
        """The deck that stands there is left as it was."""
        path = tmp_path / "deck.apkg"
        path.write_bytes(b"an earlier one")

        def fill(cursor: sqlite3.Cursor) -> None:
            cursor.execute("PRAGMA max_page_count = 2")
            cursor.execute("CREATE TABLE notes (flds)")
            cursor.execute("INSERT INTO notes VALUES (zeroblob(100000))")

        with pytest.raises(WriteError, match=r"deck\.apkg: cannot be written, because its temporary file in .* \(data"):
            write_package(path, fill)
        assert path.read_bytes() == b"an earlier one"
