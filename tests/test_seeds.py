"""The deck that the repository ships: what a new build makes, and what the user's own Anki makes of it."""

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from quizgen.cli import main
from tests.export.user import User, letters

ROOT = Path(__file__).parent.parent
DECKS = ROOT / "decks"
# A user's own wordings: the built-in ones, each with another beginning.
POLITE = "Recall: "


def build(folder: Path, *options: str) -> Path:
    """A build of the seeds as `make decks` does it, from the root of the project, into another folder."""
    commands = re.findall(r"^\t\$\(BIN\)/quizgen (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for command in commands:
            words = [re.sub(r"^decks\b", str(folder), word) for word in command.split()]
            said = CliRunner().invoke(main, [*words, *options])
            assert said.exit_code == 0, said.output
    return folder


def questions(folder: Path) -> list[dict[str, object]]:
    """The questions of a build, in order."""
    lines = (folder / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def notes(folder: Path) -> list[tuple[str, ...]]:
    """The notes of a deck: their lasting names, tags and fields, in order."""
    with zipfile.ZipFile(folder / "seeds.apkg") as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        return database.execute("SELECT guid, tags, flds FROM notes ORDER BY id").fetchall()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new build of the seeds."""
    return build(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def reworded(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build over the first one by a user who worded every template anew."""
    templates = tmp_path_factory.mktemp("templates")
    for path in (ROOT / "quizgen" / "questions" / "templates").glob("*.toml"):
        text = re.sub(r'^stem = "(?=[^"]*\?"$)', f'stem = "{POLITE}', path.read_text(encoding="utf-8"), flags=re.M)
        (templates / path.name).write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("reworded")
    shutil.copy(built / "seeds.apkg", folder)
    return build(folder, "--templates", str(templates))


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user with an empty collection."""
    user = User(tmp_path)
    yield user
    user.collection.close()


class TestDecks:
    def test_a_new_build_equals_them_question_for_question(self, built: Path) -> None:
        """Each question of the shipped lines is asked again, in its place, with all that belongs to it."""
        made, shipped = questions(built), questions(DECKS)
        assert [question["question"] for question in made] == [question["question"] for question in shipped]
        assert made == shipped

    def test_the_deck_has_the_notes_of_a_new_build(self, built: Path) -> None:
        """Each note says the same, under the same name; only the day of its last change may be an older one."""
        assert notes(built) == notes(DECKS)

    @pytest.mark.parametrize("name", ["seeds", "seeds-key", "seeds-cards"])
    def test_what_is_printed_reads_like_a_new_one(self, name: str, built: Path) -> None:
        """Page for page the same words stand in the quiz, in its key and on the flashcards."""
        new, shipped = (PdfReader(folder / f"{name}.pdf").pages for folder in (built, DECKS))
        assert [page.extract_text() for page in new] == [page.extract_text() for page in shipped]

    def test_nothing_else_is_made(self, built: Path) -> None:
        """A build makes a deck, a quiz, its key, flashcards and lines, and the repository ships just these."""
        names = {"seeds.apkg", "seeds.jsonl", "seeds.pdf", "seeds-key.pdf", "seeds-cards.pdf"}
        assert {path.name for path in built.iterdir()} == {path.name for path in DECKS.iterdir()} == names

    def test_twice_gives_the_same_bytes(self, built: Path, tmp_path: Path) -> None:
        """`make decks` over its own files, and elsewhere, makes the same files."""
        once = {path.name: path.read_bytes() for path in built.iterdir()}
        for folder in (tmp_path, built):
            assert {path.name: path.read_bytes() for path in build(folder).iterdir()} == once

    def test_paths_are_those_of_the_repository(self) -> None:
        """No path of the machine that made them stands in the lines."""
        paths = {str(question["article"]["path"]) for question in questions(DECKS)}  # type: ignore[index]
        assert paths == {path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").glob("*.txt")}

    @pytest.mark.parametrize("suffix", ["apkg", "jsonl"])
    def test_every_answer_is_still_in_its_source(self, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """`quizgen trace` finds nothing wrong, from anywhere."""
        monkeypatch.chdir("/")
        said = CliRunner().invoke(main, ["trace", str(DECKS / f"seeds.{suffix}")])
        assert said.exit_code == 0, said.output


class TestImport:
    def test_every_note_is_new_and_no_card_empty(self, user: User, built: Path) -> None:
        """A first import adds each question as one card, which asks, and shows its source sentence on its back."""
        made = questions(built)
        assert user.imports(built / "seeds.apkg")["new"] >= len(made)  # sets of facts have notes of their own
        cards = [card for card in user.cards() if not any("ordering" in tag for tag in card.note().tags)]
        assert len(cards) == len(made)
        for card, question in zip(cards, made, strict=True):
            source = question["source"]
            assert isinstance(source, dict)
            front, back = letters(card.question()), letters(card.answer())
            assert len(front.split()) > 4
            assert squeezed(source["sentence"]) in squeezed(back)
            assert squeezed(str(question["answer"])) in squeezed(back)
        assert not user.collection.get_empty_cards().report

    def test_a_changed_template_updates_and_adds_nothing(self, user: User, built: Path, reworded: Path) -> None:
        """After a rebuild in other words no note is new, the wording is there, and what was learnt is untouched."""
        user.imports(built / "seeds.apkg")
        learnt = answer_all(user)
        assert "new" not in user.imports(reworded / "seeds.apkg")
        assert history(user) == learnt
        fronts = [letters(card.question()) for card in user.cards()]
        asked = [question for question in questions(reworded) if str(question["question"]).startswith(POLITE)]
        assert sum(POLITE.strip() in front for front in fronts) == len(asked) >= 0.5 * len(fronts)

    def test_other_words_ask_the_same(self, built: Path, reworded: Path) -> None:
        """The rebuilt deck has the ids and answers of the first one, in their order, whatever its wording."""
        assert [(q["id"], q["answer"]) for q in questions(reworded)] == [
            (q["id"], q["answer"]) for q in questions(built)
        ]


def squeezed(text: str) -> str:
    """The letters alone, without white space: a card may break lines where the text has other space."""
    return "".join(text.split())


def answer_all(user: User) -> list[tuple[int, ...]]:
    """Answer every card once, and tell what the collection then remembers of it."""
    for card in user.cards():
        card.start_timer()
        user.collection.sched.answerCard(card, 3)
    return history(user)


def history(user: User) -> list[tuple[int, ...]]:
    """The review log and each card's schedule."""
    database = user.collection.db
    assert database is not None
    log = database.all("SELECT id, cid, ease, ivl, factor FROM revlog ORDER BY id")
    cards = database.all("SELECT id, due, ivl, factor, reps, queue FROM cards ORDER BY id")
    return [tuple(row) for row in (*log, *cards)]
