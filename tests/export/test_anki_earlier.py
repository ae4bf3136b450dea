"""Earlier builds of a deck, as they are read for the next one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import DeckError
from quizgen.export.anki import write_anki
from quizgen.export.anki_cards import NOTE_TYPES
from quizgen.export.anki_changes import Entry, compare, read_notes
from quizgen.export.anki_earlier import read_earlier
from quizgen.export.anki_notes import Layout
from tests.export.forms import every_form
from tests.export.user import User

FORMS = every_form()


class TestReadEarlier:
    def test_notes_note_types_and_deck_are_read(self, tmp_path: Path) -> None:
        """Each question with its id, each note type that the deck holds, the deck above the subdecks."""
        write_anki(FORMS, tmp_path / "deck.apkg", layout=Layout(subdecks="by-article"))
        earlier = read_earlier(tmp_path / "deck.apkg")
        ids = {question.id for question in FORMS.questions} | {FORMS.sets[0].id}
        assert {known.id for known in earlier.notes.values()} == ids
        assert set(earlier.note_types) >= {kind.model_id for kind in NOTE_TYPES.values()}
        assert earlier.deck == "Nato and Iraq"

    def test_other_notes_of_a_collection_are_left_out(self, tmp_path: Path) -> None:
        """A user's export may hold what quizgen did not make."""
        write_anki(FORMS, tmp_path / "deck.apkg")
        user = User(tmp_path)
        user.imports(tmp_path / "deck.apkg")
        basic = user.collection.models.by_name("Basic")
        assert basic is not None
        note = user.collection.new_note(basic)
        note["Front"], note["Back"] = "My own question", "My own answer"
        deck = user.collection.decks.id("Default")
        assert deck is not None
        user.collection.add_note(note, deck)
        user.exports(tmp_path / "mine.apkg", legacy=True)
        user.exports(tmp_path / "new.apkg", legacy=False)
        user.collection.close()
        assert set(read_earlier(tmp_path / "mine.apkg").notes) == set(read_earlier(tmp_path / "deck.apkg").notes)
        with pytest.raises(DeckError, match="export it for older versions"):
            read_earlier(tmp_path / "new.apkg")

    def test_a_note_whose_source_the_user_has_rewritten_stops_nothing(self, tmp_path: Path) -> None:
        """Nor one whose hidden field says no more where it is from; each is left as it is, and the rest goes on."""
        deck, mine = tmp_path / "deck.apkg", tmp_path / "mine.apkg"
        write_anki(FORMS, deck)
        user = User(tmp_path)
        user.imports(deck)
        first, second, third, *_ = (card.note() for card in user.cards())
        first["Source"], second["Trace"], third["Trace"] = "No mark here.", "no JSON", "[1]"
        for note in (first, second, third):
            user.collection.update_note(note)
        user.exports(mine, legacy=True)
        others = tuple(replace(question, id=f"new {question.id}") for question in FORMS.questions)
        write_anki(replace(FORMS, questions=others), deck, previous=mine)
        assert user.imports(deck) == {"new": 3, "updated": len(others) - 3, "duplicate": 1}
        user.collection.close()

    @settings(max_examples=300, deadline=None)
    @given(cut=st.floats(0, 1), flip=st.integers(1, 255))
    def test_a_damaged_deck_is_an_error_or_still_read(
        self, tmp_path_factory: pytest.TempPathFactory, cut: float, flip: int
    ) -> None:
        """However it is damaged, it never stops a build over it."""
        path = tmp_path_factory.mktemp("damaged") / "deck.apkg"
        write_anki(FORMS, path)
        content = bytearray(path.read_bytes())
        # half of the damage to the directory of the zip, at the end of the file
        at = int(2 * cut * len(content)) if cut < 0.5 else len(content) - 1 - int((1 - cut) * 500)
        content[at] ^= flip
        path.write_bytes(content)
        with suppress(DeckError):
            read_earlier(path)
        write_anki(FORMS, path)
        path.write_bytes(content[:at])
        with pytest.raises(DeckError):
            read_earlier(path)


class TestCompare:
    def test_each_note_is_told_as_a_reader_knows_it(self, tmp_path: Path) -> None:
        """A cloze with its blank, an ordering with its letters; each as its form."""
        write_anki(FORMS, tmp_path / "deck.apkg")
        changes = compare({}, read_notes(tmp_path / "deck.apkg"))
        assert [(entry.id, entry.form, entry.answer) for entry in changes.new] == [
            *((question.id, question.form, question.key) for question in FORMS.questions),
            (FORMS.sets[0].id, "ordering", "B → D → A → C"),
        ]
        assert changes.new[2].question == FORMS.questions[2].stem

    def test_a_search_finds_a_note_in_anki(self, tmp_path: Path) -> None:
        """By its question's id, in a field that no card shows."""
        write_anki(FORMS, tmp_path / "deck.apkg")
        user = User(tmp_path)
        user.imports(tmp_path / "deck.apkg")
        for question in FORMS.questions:
            entry = Entry("", question.id, question.form, "", "")
            (note,) = user.collection.find_notes(entry.search)
            assert question.id in user.collection.get_note(note)["Trace"]
        user.collection.close()
