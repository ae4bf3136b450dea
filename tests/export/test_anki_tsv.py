"""Decks as Anki's own text, read by the official importer with the choices that its window offers first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.errors import WriteError
from quizgen.export.anki import write_anki
from quizgen.export.anki_cards import NOTE_TYPES
from quizgen.export.anki_tsv import write_tsv
from quizgen.model import FORMS, Form, Quiz
from tests.export.hostile import HOSTILE, NUMBERS, question
from tests.export.user import User
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
COUNT = len(QUIZ.questions)
FIRST = replace(QUIZ, questions=QUIZ.questions[:6])


def deck(quiz: Quiz, folder: Path) -> Path:
    """The package of the quiz, built from nothing."""
    (folder / "deck.apkg").unlink(missing_ok=True)
    write_anki(quiz, folder / "deck.apkg")
    return folder / "deck.apkg"


def text(quiz: Quiz, folder: Path) -> Path:
    """The text of the quiz."""
    write_tsv(deck(quiz, folder), folder / "deck.tsv")
    return folder / "deck.tsv"


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user with an empty collection."""
    user = User(tmp_path)
    yield user
    user.collection.close()


def notes(user: User) -> list[tuple[object, ...]]:
    """The user's notes: id, note type, fields, tags, and the decks of their cards."""
    collection = user.collection
    found = [collection.get_note(number) for number in collection.find_notes("")]
    return sorted(
        (note.guid, note.id, note.mid, note.fields, note.tags, [collection.decks.name(c.did) for c in note.cards()])
        for note in found
    )


class TestText:
    def test_its_head_names_the_columns(self, tmp_path: Path) -> None:
        """As Anki's own export writes them, and nothing else stands before the notes."""
        lines = text(QUIZ, tmp_path).read_text(encoding="utf-8").splitlines()
        assert lines[:6] == [
            "#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3", "#tags column:4",
        ]  # fmt: skip
        assert lines[6].startswith('"')

    def test_a_note_is_a_row_of_all_its_fields(self, tmp_path: Path) -> None:
        """In the order of the quiz, with line ends and tabs inside of quotes; all rows have as many columns.

        Anki 25.9 takes from no row more columns than the first one has.
        """
        with text(QUIZ, tmp_path).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(list(file)[6:], "excel-tab"))
        assert [row[1] for row in rows] == [NOTE_TYPES[question.form].name for question in QUIZ.questions]
        most = max(len(NOTE_TYPES[question.form].fields) for question in QUIZ.questions)
        assert {len(row) for row in rows} == {4 + most}

    def test_the_same_deck_gives_the_same_text(self, tmp_path: Path) -> None:
        """Byte for byte."""
        first = text(QUIZ, tmp_path).read_bytes()
        assert text(QUIZ, tmp_path).read_bytes() == first

    def test_a_place_that_cannot_be_written(self, tmp_path: Path) -> None:
        """One clear sentence."""
        with pytest.raises(WriteError, match="its folder does not exist"):
            write_tsv(deck(QUIZ, tmp_path), tmp_path / "none" / "deck.tsv")


class TestImport:
    def test_the_text_after_the_deck_is_all_duplicates(self, user: User, tmp_path: Path) -> None:
        """The same ids, note types, decks, tags and fields: nothing is new and nothing changes."""
        user.imports(deck(QUIZ, tmp_path))
        before = notes(user)
        assert user.imports_text(text(QUIZ, tmp_path)) == {"duplicate": COUNT}
        assert notes(user) == before

    def test_the_deck_after_the_text_is_all_duplicates(self, user: User, tmp_path: Path) -> None:
        """What came as text is in its place already when it comes as a deck."""
        user.imports(deck(FIRST, tmp_path))
        assert user.imports_text(text(QUIZ, tmp_path)) == {"new": COUNT - 6, "duplicate": 6}
        before = notes(user)
        assert user.imports(deck(QUIZ, tmp_path)) == {"duplicate": COUNT}
        assert notes(user) == before

    def test_both_ways_give_the_same_notes(self, tmp_path: Path) -> None:
        """A user who took the first questions as a deck and all as text has what one has who took all as a deck."""
        users = []
        for name in ("deck", "text"):
            (tmp_path / name).mkdir()
            users.append(User(tmp_path / name))
        users[0].imports(deck(QUIZ, tmp_path))
        users[1].imports(deck(FIRST, tmp_path))
        users[1].imports_text(text(QUIZ, tmp_path))
        (ours, theirs) = ([(n[0], *n[2:]) for n in notes(user)] for user in users)
        assert ours == theirs
        for user in users:
            user.collection.close()

    def test_other_wordings_update_in_place_and_keep_what_was_learnt(self, user: User, tmp_path: Path) -> None:
        """One note changes, no card is doubled, and the review stays."""
        user.imports(deck(QUIZ, tmp_path))
        user.collection.decks.select(user.cards()[0].did)
        card = user.collection.sched.getCard()
        assert card is not None
        user.collection.sched.answerCard(card, 3)
        other = replace(QUIZ.questions[0], stem="To how many?")
        quiz = replace(QUIZ, questions=(other, *QUIZ.questions[1:]))
        assert user.imports_text(text(quiz, tmp_path)) == {"updated": 1, "duplicate": COUNT - 1}
        assert user.collection.card_count() == COUNT
        assert user.collection.db is not None
        assert user.collection.db.scalar("select count() from revlog") == 1

    def test_without_the_note_types_anki_takes_none(self, user: User, tmp_path: Path) -> None:
        """They come with a deck; Anki says that they are missing, and adds nothing in their place."""
        assert user.imports_text(text(QUIZ, tmp_path)) == {"missing_notetype": COUNT}
        assert not notes(user)

    def test_a_title_like_a_comment_with_a_column(self, user: User, tmp_path: Path) -> None:
        """It is the deck's name, and neither of these."""
        quiz = replace(QUIZ, title="#a\tb")
        user.imports(deck(quiz, tmp_path))
        assert user.imports_text(text(quiz, tmp_path)) == {"duplicate": COUNT}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    """One user who is given all the decks and texts, one after the other."""
    user = User(tmp_path_factory.mktemp("text"))
    yield user
    user.collection.close()


class TestHostileText:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(form=st.sampled_from(FORMS), stem=HOSTILE, key=HOSTILE, other=HOSTILE)
    def test_whatever_stands_in_it_the_text_says_what_the_deck_says(
        self, many: User, tmp_path: Path, form: Form, stem: str, key: str, other: str
    ) -> None:
        """Quotes, tabs, line ends and comment signs of an article break no row."""
        quiz = Quiz(f"#{other}", (question(form, stem, key, other, next(NUMBERS)),))
        assert many.imports(deck(quiz, tmp_path)) == {"new": 1}
        assert many.imports_text(text(quiz, tmp_path)) == {"duplicate": 1}
