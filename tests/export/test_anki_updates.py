"""What a rebuild does to a deck that a user has learnt, edited, tagged, moved and renamed: the official importer."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizgen
from quizgen.export import anki, anki_cards
from quizgen.export.anki import RELEASE, first_time, write_anki
from quizgen.export.anki_notes import Layout, notes
from quizgen.model import BLANK, Quiz
from tests.export.forms import every_form
from tests.export.user import User, letters
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
FORMS = every_form()
LAYOUT = Layout()


def reworded(quiz: Quiz, number: int = 0, stem: str = "How many soldiers is it to be?") -> Quiz:
    """The same quiz with one question in other words."""
    questions = list(quiz.questions)
    questions[number] = replace(questions[number], stem=stem)
    return replace(quiz, questions=tuple(questions))


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    """What a query finds in a deck."""
    with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        return database.execute(query).fetchall()


def times(path: Path) -> list[int]:
    """The modified times of a deck's notes, in order."""
    return [int(str(time)) for (time,) in read(path, "SELECT mod FROM notes ORDER BY id")]


def guids(path: Path) -> list[str]:
    """The lasting names of a deck's notes, in order."""
    return [str(guid) for (guid,) in read(path, "SELECT guid FROM notes ORDER BY id")]


def note_types(path: Path) -> dict[str, int]:
    """The modified times of a deck's note types, by name."""
    models = json.loads(str(read(path, "SELECT models FROM col")[0][0]))
    return {model["name"]: model["mod"] for model in models.values()}


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user with an empty collection."""
    user = User(tmp_path)
    yield user
    user.collection.close()


class TestUpdate:
    def test_changed_wording_updates_in_place_again_and_again(self, user: User, tmp_path: Path) -> None:
        """Each build over the one before it reaches a user who imports it."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        for stem in ("How many?", "How many troops?", "How many soldiers?"):
            write_anki(reworded(QUIZ, stem=stem), deck)
            assert user.imports(deck) == {"updated": 1, "duplicate": len(QUIZ.questions) - 1}
            assert stem in letters(user.cards()[0].question())
        assert user.collection.card_count() == len(QUIZ.questions)

    def test_a_later_release_updates_without_the_earlier_file(
        self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A deck built elsewhere, from nothing, by a version that words things anew; after many builds of the old."""
        deck = tmp_path / "one.apkg"
        for stem in ("How many?", "How many troops?", "How many men and women?"):
            write_anki(reworded(QUIZ, stem=stem), deck)
            user.imports(deck)
        monkeypatch.setattr(anki, "RELEASE", ("0.2.0", RELEASE[1] + 1))
        write_anki(reworded(QUIZ), tmp_path / "two.apkg")
        assert user.imports(tmp_path / "two.apkg") == {"updated": len(QUIZ.questions)}
        assert "How many soldiers" in letters(user.cards()[0].question())

    def test_what_the_user_has_touched_stays_whatever_comes(
        self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An edit, a tag of the user's own and one that Anki sets outlive a rebuild and a later release."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        edited, tagged, marked = (card.note() for card in user.cards()[:3])
        edited["Question"] = "My own words?"
        tagged.add_tag("mine")
        marked.add_tag("leech")
        for note in (edited, tagged, marked):
            user.collection.update_note(note)
        changed = QUIZ
        for number in range(3):
            changed = reworded(changed, number, f"Anew, {BLANK}?")
        write_anki(changed, deck)
        assert user.imports(deck) == {"duplicate": len(QUIZ.questions)}
        monkeypatch.setattr(anki, "RELEASE", ("0.9.0", RELEASE[1] + 8))
        write_anki(changed, tmp_path / "later.apkg")
        assert user.imports(tmp_path / "later.apkg") == {"updated": len(QUIZ.questions) - 3, "duplicate": 3}
        for note in (edited, tagged, marked):
            note.load()
        assert edited["Question"] == "My own words?"
        assert tagged.has_tag("mine")
        assert marked.has_tag("leech")

    def test_a_changed_style_updates_the_note_types_in_place(
        self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There is no second note type, and the notes are left alone."""
        deck = tmp_path / "deck.apkg"
        write_anki(FORMS, deck)
        user.imports(deck)
        before = {one.name for one in user.collection.models.all_names_and_ids()}
        for colour in ("teal", "navy"):
            monkeypatch.setattr(anki, "style", lambda colour=colour: f".card {{ color: {colour} }}")
            write_anki(FORMS, deck)
            assert user.imports(deck) == {"duplicate": len(FORMS.questions) + 1}
            assert {one.name for one in user.collection.models.all_names_and_ids()} == before
            for kind in anki_cards.NOTE_TYPES.values():
                model = user.collection.models.by_name(kind.name)
                assert model is not None
                assert model["css"] == f".card {{ color: {colour} }}"

    def test_a_style_of_the_user_s_own_stays(self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A note type that the user has changed is not touched."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        own = user.collection.models.by_name("quizgen cloze")
        assert own is not None
        own["css"] = ".card { color: hotpink }"
        user.collection.models.update_dict(own)
        monkeypatch.setattr(anki, "style", lambda: ".card { color: teal }")
        write_anki(QUIZ, deck)
        user.imports(deck)
        kept, other = (user.collection.models.by_name(name) for name in ("quizgen cloze", "quizgen short answer"))
        assert kept is not None
        assert other is not None
        assert (kept["css"], other["css"]) == (".card { color: hotpink }", ".card { color: teal }")

    def test_typing_in_can_be_switched_on_and_off(self, user: User, tmp_path: Path) -> None:
        """The same notes get a box to type in, and lose it; none is doubled."""
        deck = tmp_path / "deck.apkg"
        count = len(FORMS.questions) + 1
        write_anki(FORMS, deck)
        user.imports(deck)
        write_anki(FORMS, deck, layout=Layout(type_in=True))
        assert user.imports(deck) == {"updated": 4, "duplicate": count - 4}
        assert "[[type:nc:Typed]]" in user.cards()[0].question()
        write_anki(FORMS, deck)
        assert user.imports(deck) == {"updated": 4, "duplicate": count - 4}
        assert "[[type:" not in user.cards()[0].question()

    def test_two_quizzes_live_side_by_side(self, user: User, tmp_path: Path) -> None:
        """Another quiz's notes are new, even where ids of notes and cards meet."""
        others = tuple(replace(question, id=question.id + "x") for question in QUIZ.questions)
        write_anki(QUIZ, tmp_path / "one.apkg")
        write_anki(replace(QUIZ, questions=others), tmp_path / "two.apkg")
        assert user.imports(tmp_path / "one.apkg") == {"new": len(QUIZ.questions)}
        assert user.imports(tmp_path / "two.apkg") == {"new": len(QUIZ.questions)}
        assert user.collection.card_count() == 2 * len(QUIZ.questions)

    def test_a_question_in_another_form_is_another_note(self, user: User, tmp_path: Path) -> None:
        """Anki would refuse to change a note's type, and the card would stay old for ever."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        key = QUIZ.questions[0].key
        chosen = replace(QUIZ.questions[0], form="multiple-choice", options=(key, "500"))
        write_anki(replace(QUIZ, questions=(chosen,)), deck)
        assert user.imports(deck) == {"new": 1}

    def test_new_cards_come_to_the_deck_of_the_old_ones(self, user: User, tmp_path: Path) -> None:
        """A quiz that is called something else since an article came to it keeps its deck, unless it is named."""
        deck = tmp_path / "deck.apkg"
        write_anki(FORMS, deck, layout=Layout(subdecks="by-kind"))
        write_anki(replace(FORMS, title="Iraq"), deck)
        user.imports(deck)
        assert {user.collection.decks.name(card.did) for card in user.cards()} == {"Nato and Iraq"}
        write_anki(FORMS, deck, layout=Layout(name="Week 7"))
        assert [name for (name,) in read(deck, "SELECT decks FROM col") if '"Week 7"' in str(name)]

    def test_edits_outlive_a_build_over_an_export_of_them(self, user: User, tmp_path: Path) -> None:
        """The times of the user's own edits are no revisions to be outdone."""
        write_anki(QUIZ, tmp_path / "deck.apkg")
        user.imports(tmp_path / "deck.apkg")
        edited, other = (card.note() for card in user.cards()[:2])
        edited["Question"] = "My own words?"
        user.collection.update_note(edited)
        user.exports(tmp_path / "mine.apkg", legacy=True)
        quiz = reworded(reworded(QUIZ), 1, f"Anew, {BLANK}.")
        write_anki(quiz, tmp_path / "deck.apkg", previous=tmp_path / "mine.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {"updated": 1, "duplicate": len(QUIZ.questions) - 1}
        edited.load()
        other.load()
        assert (edited["Question"], other["Text"].split()[0]) == ("My own words?", "Anew,")

    def test_a_renamed_deck_is_gone_on_with_from_an_export(self, user: User, tmp_path: Path) -> None:
        """Who gives the deck another name in Anki, even below others, can build over an export of it."""
        write_anki(FORMS, tmp_path / "deck.apkg")
        user.imports(tmp_path / "deck.apkg")
        number = user.collection.decks.id("Nato and Iraq", create=False)
        assert number is not None
        user.collection.decks.rename(number, "Politics::My Nato")
        user.exports(tmp_path / "mine.apkg", legacy=True)
        more = replace(FORMS.questions[0], id="f" * 20, stem="A new one?")
        quiz = replace(FORMS, questions=(*FORMS.questions, more))
        write_anki(quiz, tmp_path / "deck.apkg", previous=tmp_path / "mine.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {"new": 1, "duplicate": len(FORMS.questions) + 1}
        assert {user.collection.decks.name(card.did) for card in user.cards()} == {"Politics::My Nato"}


class TestTimes:
    def test_the_same_quiz_gives_the_same_bytes(self, tmp_path: Path) -> None:
        """From nothing, over the same file, and over its own result."""
        paths = [tmp_path / "a.apkg", tmp_path / "b.apkg"]
        for path in paths:
            write_anki(sample_quiz(), path)
        first = paths[0].read_bytes()
        assert paths[1].read_bytes() == first
        write_anki(sample_quiz(), paths[0])
        assert paths[0].read_bytes() == first
        for path in paths:
            write_anki(reworded(QUIZ), path)
        assert paths[0].read_bytes() == paths[1].read_bytes() != first

    def test_a_note_s_time_rises_when_and_only_when_it_changes(self, tmp_path: Path) -> None:
        """The others keep theirs, and so do the note types."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        before, looks = times(deck), note_types(deck)
        write_anki(reworded(QUIZ), deck)
        assert times(deck) == [max(before) + 1, *before[1:]]
        write_anki(reworded(reworded(QUIZ), 1, f"A {BLANK}."), deck)
        assert times(deck) == [max(before) + 1, max(before) + 2, *before[2:]]
        assert note_types(deck) == looks

    def test_a_note_type_s_time_rises_when_and_only_when_it_looks_different(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The notes keep theirs; a raised revision is later than any build of the one before."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        before, looks = times(deck), note_types(deck)
        monkeypatch.setattr(anki, "style", lambda: "")
        for passed in (1, 1):
            write_anki(QUIZ, deck)
            assert note_types(deck) == {name: time + passed for name, time in looks.items()}
        assert times(deck) == before
        cloze = anki_cards.NOTE_TYPES["cloze"]
        monkeypatch.setitem(anki_cards.NOTE_TYPES, "cloze", replace(cloze, revision=cloze.revision + 1))
        write_anki(QUIZ, tmp_path / "other.apkg")
        risen = {name for name, time in note_types(tmp_path / "other.apkg").items() if time > looks[name] + 1000}
        assert risen == {"quizgen cloze"}

    def test_the_earlier_build_may_stand_elsewhere(self, tmp_path: Path) -> None:
        """What is no deck counts as none."""
        write_anki(QUIZ, tmp_path / "old.apkg")
        before = times(tmp_path / "old.apkg")
        write_anki(reworded(QUIZ), tmp_path / "new.apkg", previous=tmp_path / "old.apkg")
        assert times(tmp_path / "new.apkg")[0] == max(before) + 1
        (tmp_path / "old.apkg").write_bytes(b"PK no deck")
        write_anki(QUIZ, tmp_path / "old.apkg")
        assert times(tmp_path / "old.apkg") == before

    @settings(deadline=None)
    @given(day=st.dates() | st.none(), release=st.integers(1, 180))
    def test_every_time_lies_before_any_import(self, day: date | None, release: int) -> None:
        """A hundred releases and any article's day do not reach the time at which a user could have edited a note."""
        made = next(notes(FORMS, LAYOUT, Path("deck.apkg")))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(anki, "RELEASE", ("x", release))
            time = first_time(replace(made, newest=day))
            patch.setattr(anki, "RELEASE", ("y", release + 1))
            assert time + 500_000 < first_time(replace(made, newest=None))
        assert time < datetime(2026, 1, 1, tzinfo=UTC).timestamp()

    def test_a_later_article_makes_a_later_note(self, tmp_path: Path) -> None:
        """So a question that another article has come to support updates without the earlier file."""
        later = replace(QUIZ.questions[0].source, published=date(2031, 1, 2))
        first = replace(QUIZ.questions[0], source=later)
        for name, quiz in (("a", QUIZ), ("b", replace(QUIZ, questions=(first, *QUIZ.questions[1:])))):
            write_anki(quiz, tmp_path / f"{name}.apkg")
        old, new = times(tmp_path / "a.apkg"), times(tmp_path / "b.apkg")
        assert new[0] > old[0]
        assert new[1:] == old[1:]

    def test_each_version_has_its_number(self) -> None:
        """A new version needs a new number in `RELEASE`, or decks built with it would not update cards."""
        assert RELEASE[0] == quizgen.__version__

    def test_nothing_of_the_database_tells_which_sqlite_wrote_it(self, tmp_path: Path) -> None:
        """Nor does the zip tell when, or with which zlib."""
        write_anki(QUIZ, tmp_path / "deck.apkg")
        with zipfile.ZipFile(tmp_path / "deck.apkg") as package:
            assert [(entry.filename, entry.date_time[0], entry.compress_type) for entry in package.infolist()] == [
                ("collection.anki2", 1980, zipfile.ZIP_STORED),
                ("media", 1980, zipfile.ZIP_STORED),
            ]
            assert package.read("collection.anki2")[96:100] == bytes(4)
            assert json.loads(package.read("media")) == {}
