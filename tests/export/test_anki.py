"""Decks as a user's own Anki takes them: through the official backend, with its default choices."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import quizgen
from quizgen.errors import WriteError
from quizgen.export import anki, anki_cards
from quizgen.export.anki import RELEASE, default_modified, write_anki
from quizgen.model import BLANK, Question, Quiz
from tests.export.user import User, letters
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
RELEASED = int(RELEASE[1].timestamp())


def reworded(quiz: Quiz, number: int = 0, stem: str = "How many soldiers is it to be?") -> Quiz:
    """The same quiz with one question in other words."""
    questions = list(quiz.questions)
    questions[number] = replace(questions[number], stem=stem)
    return replace(quiz, questions=tuple(questions))


def times(path: Path) -> list[int]:
    """The modified times of a deck's notes, in order."""
    with zipfile.ZipFile(path) as package, sqlite3.connect(":memory:") as database:
        database.deserialize(package.read("collection.anki2"))
        found = [time for (time,) in database.execute("SELECT mod FROM notes ORDER BY id")]
    database.close()
    return found


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user with an empty collection."""
    user = User(tmp_path)
    yield user
    user.collection.close()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[User, dict[str, int]]]:
    """A user who has imported the sample quiz, and what the import said."""
    folder = tmp_path_factory.mktemp("imported")
    write_anki(QUIZ, folder / "deck.apkg")
    user = User(folder)
    yield user, user.imports(folder / "deck.apkg")
    user.collection.close()


class TestImport:
    def test_every_note_is_new_and_has_one_card(self, imported: tuple[User, dict[str, int]]) -> None:
        """None is lost, none conflicts, and Anki finds no empty card."""
        user, log = imported
        assert log == {"new": len(QUIZ.questions)}
        assert len(user.cards()) == len(QUIZ.questions)
        assert not user.collection.get_empty_cards().notes

    def test_cards_come_up_in_the_quiz_s_order(self, imported: tuple[User, dict[str, int]]) -> None:
        """Each shows its question on the front, and not its answer or its source."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            front = letters(card.question())
            assert front.startswith(question.context)
            before, _, after = question.stem.partition(BLANK)
            assert letters_of(before) in front
            assert letters_of(after) in front
            assert letters_of(question.fact.sentence.text) not in front

    def test_backs_show_answer_and_source(self, imported: tuple[User, dict[str, int]]) -> None:
        """The whole sentence stands there, its answer marked, with where it is from and who else says so."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            page = BeautifulSoup(card.answer(), "html.parser")
            answer, quoted = page.select_one(".answer"), page.select_one(".source blockquote")
            assert answer is not None
            assert answer.get_text() == question.key
            assert quoted is not None
            assert quoted.get_text() == question.fact.sentence.text
            assert [mark.get_text() for mark in quoted("mark")] == [
                question.fact.sentence.text[
                    question.key_span.start - question.fact.sentence.span.start : question.key_span.end
                    - question.fact.sentence.span.start
                ]
            ]
            shown = letters(card.answer())
            assert letters_of(question.source.title) in shown
            assert letters_of(question.derived) in shown
            assert all(letters_of(one) in shown for one in question.accepted)
            assert all(letters_of(support.sentence.text) in shown for support in question.support)

    def test_a_date_says_where_it_is_from(self, imported: tuple[User, dict[str, int]]) -> None:
        """Stated, inferred and unknown dates look different."""
        user, _ = imported
        lines = [BeautifulSoup(card.answer(), "html.parser").select_one(".publication") for card in user.cards()]
        shown = {line.get_text() for line in lines if line is not None}
        assert shown == {
            "Reuters · 16 February 2021 · read the article",
            "Gazeta Łódzka · 4 March 2021 (date inferred from the text)",
            "Undated",
        }

    def test_sources_that_agree_are_counted(self, imported: tuple[User, dict[str, int]]) -> None:
        """The first question has a second source."""
        user, _ = imported
        assert "2 sources agree The alliance wants" in letters(user.cards()[0].answer())

    def test_a_name_in_place_of_a_pronoun_is_explained(self, imported: tuple[User, dict[str, int]]) -> None:
        """A reader sees why the marked word is not the answer's."""
        user, _ = imported
        assert "“He” stands for Jens Stoltenberg" in letters(user.cards()[4].answer())

    def test_only_web_addresses_become_links(self, imported: tuple[User, dict[str, int]]) -> None:
        """And the one there is points where it should."""
        user, _ = imported
        pages = [BeautifulSoup(card.answer(), "html.parser") for card in user.cards()]
        assert {str(link["href"]) for page in pages for link in page("a")} == {"https://example.org/nato?a=1&b=2"}

    def test_multiple_choice_shows_options_and_marks_the_right_one(self, imported: tuple[User, dict[str, int]]) -> None:
        """Lettered by the list itself, in the question's own order; the mark is drawn on the back alone."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            if question.form == "multiple-choice":
                page = BeautifulSoup(card.answer(), "html.parser")
                options = page.select("article.back > ol.options[type=A] > li")
                assert [option.get_text() for option in options] == list(question.options)
                assert [o.get_text() for o in options if o.get("class") == ["key"]] == [question.key]
                assert "article.back" not in card.question()

    def test_articles_have_their_decks_and_tags(self, imported: tuple[User, dict[str, int]]) -> None:
        """A subdeck an article under the quiz's title; tags by kind, form and article."""
        user, _ = imported
        decks = {user.collection.decks.name(card.did) for card in user.cards()}
        assert "Sample quiz::Nato ministers set to boost Iraq mission" in decks
        assert len(decks) == 4
        assert set(user.cards()[0].note().tags) == {
            "quizgen::kind::figure",
            "quizgen::form::short-answer",
            f"quizgen::article::{QUIZ.questions[0].source.id}",
        }

    def test_nothing_is_left_to_media_or_latex(self, imported: tuple[User, dict[str, int]]) -> None:
        """No field refers to a file, so Anki's media check finds none missing."""
        user, _ = imported
        assert not user.collection.media.check().missing

    def test_the_same_file_again_changes_nothing(self, imported: tuple[User, dict[str, int]], tmp_path: Path) -> None:
        """Zero new, zero updated."""
        user, _ = imported
        write_anki(QUIZ, tmp_path / "deck.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {"duplicate": len(QUIZ.questions)}


def letters_of(text: str) -> str:
    """The text with its white space made plain."""
    return " ".join(text.split())


class TestUpdate:
    def test_changed_wording_updates_in_place_and_keeps_the_history(self, user: User, tmp_path: Path) -> None:
        """A card that was answered keeps its schedule, its review log and its place."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        user.collection.decks.select(user.collection.decks.id("Sample quiz", create=False) or user.cards()[0].did)
        card = user.collection.sched.getCard()
        assert card is not None
        user.collection.sched.answerCard(card, 4)
        card.load()
        before = (card.id, card.due, card.ivl, card.reps, card.type, card.queue)
        number = next(i for i, q in enumerate(QUIZ.questions) if letters_of(q.stem) in letters(card.question()))

        write_anki(reworded(QUIZ, number), deck)
        assert user.imports(deck) == {"updated": 1, "duplicate": len(QUIZ.questions) - 1}
        card = user.collection.get_card(card.id)
        assert "How many soldiers is it to be?" in letters(card.question())
        assert (card.id, card.due, card.ivl, card.reps, card.type, card.queue) == before
        assert user.collection.db is not None
        assert user.collection.db.scalar("select count() from revlog") == 1
        assert user.collection.card_count() == len(QUIZ.questions)

    def test_a_tag_of_the_user_s_own_keeps_the_note_as_it_is(self, user: User, tmp_path: Path) -> None:
        """Anki takes a note that the user touched for the newer one, unless the build names a later time."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck, modified=1_700_000_000)
        user.imports(deck)
        note = user.cards()[0].note()
        note.add_tag("mine")
        user.collection.update_note(note)
        write_anki(reworded(QUIZ), deck, modified=1_700_000_001)
        assert user.imports(deck) == {"duplicate": len(QUIZ.questions)}
        note.load()
        assert note.has_tag("mine")
        write_anki(reworded(QUIZ, stem="And now?"), deck, modified=note.mod + 1)
        assert user.imports(deck) == {"updated": 1, "duplicate": len(QUIZ.questions) - 1}

    def test_a_later_release_updates_without_the_earlier_file(
        self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A deck built elsewhere, from nothing, by a version that words things anew."""
        write_anki(QUIZ, tmp_path / "one.apkg")
        user.imports(tmp_path / "one.apkg")
        monkeypatch.setattr(anki, "RELEASE", ("0.2.0", RELEASE[1] + timedelta(days=30)))
        write_anki(reworded(QUIZ), tmp_path / "two.apkg")
        assert user.imports(tmp_path / "two.apkg") == {"updated": len(QUIZ.questions)}
        assert "How many soldiers" in letters(user.cards()[0].question())

    def test_a_changed_style_updates_the_note_types_in_place(
        self, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With a raised revision there is no second note type, and the notes are left alone."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck)
        user.imports(deck)
        before = {one.name for one in user.collection.models.all_names_and_ids()}
        monkeypatch.setattr(anki, "REVISED", anki_cards.REVISED + timedelta(days=1))
        monkeypatch.setattr(anki, "style", lambda: ".card { color: teal }")
        write_anki(QUIZ, deck)
        assert user.imports(deck) == {"duplicate": len(QUIZ.questions)}
        assert {one.name for one in user.collection.models.all_names_and_ids()} == before
        for kind in anki_cards.NOTE_TYPES.values():
            model = user.collection.models.by_name(kind.name)
            assert model is not None
            assert model["css"] == ".card { color: teal }"

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
        write_anki(QUIZ, tmp_path / "one.apkg")
        user.imports(tmp_path / "one.apkg")
        key = QUIZ.questions[0].key
        chosen = replace(QUIZ.questions[0], form="multiple-choice", options=(key, "500"))
        write_anki(replace(QUIZ, questions=(chosen,)), tmp_path / "two.apkg")
        assert user.imports(tmp_path / "two.apkg") == {"new": 1}


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
        """However the caller's clock stands."""
        deck = tmp_path / "deck.apkg"
        write_anki(QUIZ, deck, modified=1000)
        write_anki(reworded(QUIZ), deck, modified=1000)
        assert times(deck) == [1001] + [1000] * (len(QUIZ.questions) - 1)
        write_anki(reworded(QUIZ), deck, modified=5000)
        assert times(deck) == [1001] + [1000] * (len(QUIZ.questions) - 1)
        write_anki(reworded(QUIZ, 1, f"A {BLANK}."), deck, modified=500)
        assert times(deck) == [1002, 1002] + [1000] * (len(QUIZ.questions) - 2)

    def test_the_earlier_build_may_stand_elsewhere(self, tmp_path: Path) -> None:
        """What is no deck counts as none."""
        write_anki(QUIZ, tmp_path / "old.apkg", modified=1000)
        write_anki(reworded(QUIZ), tmp_path / "new.apkg", modified=1000, previous=tmp_path / "old.apkg")
        assert times(tmp_path / "new.apkg")[0] == 1001
        (tmp_path / "old.apkg").write_bytes(b"PK no deck")
        write_anki(QUIZ, tmp_path / "old.apkg", modified=1000)
        assert set(times(tmp_path / "old.apkg")) == {1000}

    def test_the_default_time_is_that_of_the_release_or_of_a_later_article(self, tmp_path: Path) -> None:
        """The same on every machine and every day; a new article leaves the notes of the others as old as they are."""
        first = QUIZ.questions[0]
        assert default_modified(first) == RELEASED
        late = replace(first, source=replace(first.source, published=date(2031, 1, 2)))
        day = int(datetime(2031, 1, 2, tzinfo=UTC).timestamp())
        assert default_modified(late) == day
        write_anki(Quiz("Late", (late, *QUIZ.questions[1:])), tmp_path / "deck.apkg")
        assert times(tmp_path / "deck.apkg") == [day] + [RELEASED] * (len(QUIZ.questions) - 1)

    def test_each_version_has_its_day(self) -> None:
        """A new version needs a new day in `RELEASE`, or decks built with it would not update cards."""
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


class TestRefusals:
    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"stem": " \n"}, "asks nothing"),
            ({"key": ""}, "has no answer"),
            ({"form": "cloze"}, "is a cloze without the blank _____"),
            (
                {"form": "multiple-choice", "options": ("1", "2")},
                "does not have its answer once among its options",
            ),
        ],
    )
    def test_a_question_of_which_anki_would_make_no_card(
        self, tmp_path: Path, change: dict[str, str], reason: str
    ) -> None:
        """It is named, and no file is written."""
        broken: Question = replace(QUIZ.questions[0], **change)  # type: ignore[arg-type]
        with pytest.raises(WriteError, match=rf"deck\.apkg: question {broken.id} {reason}"):
            write_anki(Quiz("Broken", (broken,)), tmp_path / "deck.apkg")
        assert not list(tmp_path.iterdir())

    def test_two_questions_with_one_id(self, tmp_path: Path) -> None:
        """Anki would keep the one and drop the other."""
        twice = Quiz("Twice", (QUIZ.questions[0], QUIZ.questions[0]))
        with pytest.raises(WriteError, match="has the id of another one"):
            write_anki(twice, tmp_path / "deck.apkg")

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """One clear sentence."""
        with pytest.raises(WriteError, match="its folder does not exist; create the folder or choose another"):
            write_anki(QUIZ, tmp_path / "none" / "deck.apkg")

    def test_an_empty_quiz_is_an_empty_deck(self, user: User, tmp_path: Path) -> None:
        """Whether it is worth writing is the caller's choice."""
        write_anki(Quiz("", ()), tmp_path / "deck.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {}
