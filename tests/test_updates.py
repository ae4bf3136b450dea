"""A deck that somebody lives with: learnt, edited, moved and renamed, then built anew and imported again.

Real articles, the command line, and the official importer with its default choices.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main
from tests.export.user import User, letters

ROOT = Path(__file__).parent.parent
ARTICLES = Path(__file__).parent / "articles"
NAMES = ("flood.txt", "comet.md")
DENSE = ("--density", 30)  # all that can be asked is
POLITE = "Recall: "
CORRECTIONS = {
    "flood.txt": (("promised 90 million", "promised 95 million"), ("Port Sella on Friday", "Port Sella on Thursday")),
    "comet.md": (("according to its yearly report", "according to its annual report"),),
}


def quizgen_says(folder: Path, *command: object) -> Result:
    """What the command line does with the arguments in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, [str(word) for word in command])


def build(folder: Path, *options: object) -> dict[str, object]:
    """`quizgen anki` of the articles in a folder, over the deck that stands there; what it told."""
    said = quizgen_says(folder, "anki", "news", "-o", "deck.apkg", "--json", *DENSE, *options)
    assert said.exit_code == 0, said.output
    told = json.loads(said.stdout)
    assert isinstance(told, dict)
    return told


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and their deck."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "news").mkdir()
    for name in NAMES:
        shutil.copy(ARTICLES / name, folder / "news")
    build(folder)
    return folder


def another_template(folder: Path) -> tuple[object, ...]:
    """Every question in other words."""
    (folder / "own").mkdir()
    for path in (ROOT / "quizgen" / "questions" / "templates").glob("*.toml"):
        text = re.sub(r'^stem = "(?=[^"]*\?"$)', f'stem = "{POLITE}', path.read_text(encoding="utf-8"), flags=re.M)
        (folder / "own" / path.name).write_text(text, encoding="utf-8")
    return "--templates", folder / "own"


def an_added_article(folder: Path) -> tuple[object, ...]:
    """A third article beside the two."""
    shutil.copy(ARTICLES / "verdict.md", folder / "news")
    return ()


def a_corrected_article(folder: Path) -> tuple[object, ...]:
    """A wrong figure, a wrong day and a wrong word put right."""
    for name, corrections in CORRECTIONS.items():
        path = folder / "news" / name
        text = path.read_text(encoding="utf-8")
        for wrong, right in corrections:
            assert text.count(wrong) == 1
            text = text.replace(wrong, right)
        path.write_text(text, encoding="utf-8")
    return ()


Rebuild = Callable[[Path], tuple[object, ...]]
REBUILDS: tuple[Rebuild, ...] = (another_template, an_added_article, a_corrected_article)


class Learner:
    """A user who has imported the first deck, and what the collection knew of it before the second import."""

    def __init__(self, user: User, deck: Path) -> None:
        self.user = user
        self.count = user.imports(deck)["new"]
        self.guids = {card.note().guid for card in user.cards()}

    def remembered(self) -> list[tuple[object, ...]]:
        """The review log, and of each card its note's name, its deck, its schedule, its flag."""
        database = self.user.collection.db
        assert database is not None
        log = database.all("SELECT id, cid, ease, ivl, factor, time FROM revlog ORDER BY id")
        cards = database.all(
            "SELECT guid, did, due, ivl, factor, reps, lapses, type, queue, c.flags FROM cards c JOIN notes n "
            "ON nid = n.id ORDER BY guid"
        )
        return [tuple(row) for row in (*log, *(row for row in cards if row[0] in self.guids))]

    def answer_all(self) -> None:
        """Answer every card, with every button in turn."""
        for number, card in enumerate(self.user.cards()):
            card.start_timer()
            self.user.collection.sched.answerCard(card, 1 + number % 4)  # type: ignore[arg-type]


@pytest.fixture
def learner(first: Path, tmp_path: Path) -> Iterator[Learner]:
    """A user who has imported the first deck."""
    user = User(tmp_path)
    yield Learner(user, first / "deck.apkg")
    user.collection.close()


@pytest.fixture(scope="module", params=REBUILDS, ids=lambda rebuild: str(rebuild.__name__))
def rebuilt(first: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first folder with something changed in it, and the deck built anew over the first one."""
    folder = tmp_path_factory.mktemp("rebuilt")
    shutil.copytree(first, folder, dirs_exist_ok=True)
    build(folder, *request.param(folder))
    return folder / "deck.apkg"


def check_none_doubled(learner: Learner, deck: Path) -> dict[str, int]:
    """Import the deck; whatever is new comes from a new article, and none of the earlier notes is lost."""
    log = learner.user.imports(deck)
    cards = learner.user.cards()
    tags = [card.note().tags for card in cards if card.note().guid not in learner.guids]
    assert "conflicting" not in log
    assert all(any("Halden_Chemicals" in tag for tag in one) for one in tags)
    assert len(cards) == learner.count + len(tags) == learner.user.collection.note_count()
    assert not learner.user.collection.get_empty_cards().report
    return log


class TestRebuild:
    def test_an_answered_card_keeps_its_reviews(self, learner: Learner, rebuilt: Path) -> None:
        """Every line of the review log and every card's schedule is as it was."""
        learner.answer_all()
        before = learner.remembered()
        check_none_doubled(learner, rebuilt)
        assert learner.remembered() == before

    def test_an_edited_note_keeps_the_edit(self, learner: Learner, rebuilt: Path) -> None:
        """Words and tags of the user's own stay on each note that has them."""
        edited, tagged, *_ = (card.note() for card in learner.user.cards())
        edited.fields[0] = "My own words {{c1::here}}?"
        tagged.add_tag("mine::own")
        for note in (edited, tagged):
            learner.user.collection.update_note(note)
        before = [(note.fields, sorted(note.tags)) for note in (edited, tagged)]
        check_none_doubled(learner, rebuilt)
        for note in (edited, tagged):
            note.load()
        assert [(note.fields, sorted(note.tags)) for note in (edited, tagged)] == before

    def test_a_moved_card_stays_where_it_is(self, learner: Learner, rebuilt: Path) -> None:
        """In the user's own deck, with its flag, and suspended as it was."""
        moved, suspended, *_ = learner.user.cards()
        collection = learner.user.collection
        own = collection.decks.id("My own deck")
        assert own is not None
        collection.set_deck([moved.id], own)
        collection.set_user_flag_for_cards(3, [moved.id])
        collection.sched.suspend_cards([suspended.id])
        before = learner.remembered()
        check_none_doubled(learner, rebuilt)
        assert learner.remembered() == before
        moved.load()
        assert collection.decks.name(moved.did) == "My own deck"

    def test_a_renamed_deck_keeps_its_cards(self, learner: Learner, rebuilt: Path) -> None:
        """The cards stay in the deck under its new name; Anki finds decks by name, so new ones come to the old one."""
        decks = learner.user.collection.decks
        deck = learner.user.cards()[0].did
        decks.rename(deck, "Renamed")
        before = learner.remembered()
        check_none_doubled(learner, rebuilt)
        assert learner.remembered() == before
        known = [card for card in learner.user.cards() if card.note().guid in learner.guids]
        assert {decks.name(card.did) for card in known} == {"Renamed"}

    def test_importing_twice_changes_nothing(self, learner: Learner, rebuilt: Path) -> None:
        """The second time all is there already."""
        check_none_doubled(learner, rebuilt)
        assert learner.user.imports(rebuilt) == {"duplicate": learner.user.collection.note_count()}


class TestWhatChanged:
    @pytest.fixture
    def folder(self, first: Path, tmp_path: Path) -> Path:
        """A copy of the first folder to build in."""
        shutil.copytree(first, tmp_path / "copy")
        return tmp_path / "copy"

    def test_another_template_words_every_card_anew(self, learner: Learner, folder: Path) -> None:
        """In place: none is new."""
        build(folder, *another_template(folder))
        log = check_none_doubled(learner, folder / "deck.apkg")
        fronts = [letters(card.question()) for card in learner.user.cards()]
        assert log["updated"] == sum(POLITE.strip() in front for front in fronts) > 0

    def test_an_added_article_leaves_the_others_alone(self, learner: Learner, folder: Path) -> None:
        """Its cards are new; nothing is updated."""
        build(folder, *an_added_article(folder))
        log = check_none_doubled(learner, folder / "deck.apkg")
        assert log["new"] > 0
        assert log["duplicate"] == learner.count

    def test_a_corrected_article_mends_the_cards_that_it_concerns(self, learner: Learner, folder: Path) -> None:
        """The wrong answer is gone from the collection, and the right one stands in its place."""
        build(folder, *a_corrected_article(folder))
        log = check_none_doubled(learner, folder / "deck.apkg")
        notes = [card.note() for card in learner.user.cards()]
        assert log["updated"] >= 3
        assert [note["Answer"] for note in notes if "million dollars" in note["Answer"]] == ["95 million dollars"]
        assert not any("90 million dollars" in value for note in notes for value in note.values())
        assert any("visited Port Sella on Thursday" in note["Source"] for note in notes)

    def test_an_article_that_is_gone_takes_no_card_away(self, learner: Learner, folder: Path) -> None:
        """Its cards stay in the collection, and the listing names each of them with a search that finds it."""
        shutil.copy(folder / "deck.apkg", folder / "old.apkg")
        (folder / "news" / "comet.md").unlink()
        changes = build(folder, "--diff", folder / "old.apkg")["changes"]
        check_none_doubled(learner, folder / "deck.apkg")
        assert isinstance(changes, dict)
        assert changes["retired"]
        found = [learner.user.collection.find_notes(entry["search"]) for entry in changes["retired"]]
        fronts = {letters(learner.user.collection.get_note(note).cards()[0].answer()) for (note,) in found}
        assert len(fronts) == len(found)
        assert all("Telescope in Chile" in front for front in fronts)


class TestDiff:
    def test_the_listing_tells_new_changed_and_gone(self, first: Path, tmp_path: Path) -> None:
        """Without -o nothing is written."""
        shutil.copytree(first / "news", tmp_path / "news")
        an_added_article(tmp_path)
        a_corrected_article(tmp_path)
        (tmp_path / "news" / "flood.txt").write_text("The mayor of Ripon opened a new bridge on 3 May 2023.\n")
        before = (first / "deck.apkg").read_bytes()
        said = quizgen_says(tmp_path, "anki", "news", *DENSE, "--diff", first / "deck.apkg")
        assert said.exit_code == 0, said.output
        lines = said.stdout.splitlines()
        starts = {line.split(":")[0]: number for number, line in enumerate(lines) if line[:1].islower() and ":" in line}
        assert list(starts) == ["new", "changed", "gone, retired", "as before"]
        assert any("Halden Chemicals" in line for line in lines[starts["new"] : starts["changed"]])
        changed, gone = lines[starts["changed"] : starts["gone, retired"]], lines[starts["gone, retired"] :]
        assert len(changed) > 1
        assert all(re.search(r" → .+ \((?:\w+, )*\w+\)$", line) for line in changed[1:])
        assert len(gone) > 2
        assert all(re.search(r" → .+ \[Trace:\*\w+\*\]$", line) for line in gone[1:-1])
        assert (first / "deck.apkg").read_bytes() == before
        assert not list(tmp_path.glob("*.apkg"))

    def test_the_same_articles_change_nothing(self, first: Path) -> None:
        """As text and as JSON, and over the old deck itself."""
        command = ("anki", "news", *DENSE, "--diff", "deck.apkg")
        assert "\nnew: 0\nchanged: 0\ngone, retired: 0\nas before: " in quizgen_says(first, *command).stdout
        told = json.loads(quizgen_says(first, *command, "--json").stdout)
        assert told["files"] == []
        changes = told["changes"]
        assert (changes["new"], changes["changed"], changes["retired"], changes["moved"]) == ([], [], [], 0)
        assert changes["same"] == sum(told["questions"].values())
        before = (first / "deck.apkg").read_bytes()
        assert quizgen_says(first, *command, "-o", "deck.apkg").exit_code == 0
        assert (first / "deck.apkg").read_bytes() == before

    def test_what_only_stands_elsewhere_is_not_told_as_changed(self, first: Path, tmp_path: Path) -> None:
        """A sentence put before all the others moves them, and changes no card that shows none of it."""
        shutil.copytree(first / "news", tmp_path / "news")
        path = tmp_path / "news" / "flood.txt"
        head, body = path.read_text(encoding="utf-8").split("valley\n\n", 1)
        path.write_text(f"{head}valley\n\nThis story was told again.\n\n{body}", encoding="utf-8")
        said = quizgen_says(tmp_path, "anki", "news", *DENSE, "--diff", first / "deck.apkg", "--json")
        changes = json.loads(said.stdout)["changes"]
        assert (changes["new"], changes["retired"]) == ([], [])
        assert changes["moved"] > 0
        assert {tuple(entry["fields"]) for entry in changes["changed"]} == {("Before", "Trace")}

    @pytest.mark.parametrize(
        ("content", "words"),
        [(None, "cannot be opened"), (b"PK no deck", "is no deck of quizgen's"), (b"", "is no deck of quizgen's")],
    )
    def test_what_is_no_deck_is_one_clear_sentence(
        self, first: Path, tmp_path: Path, content: bytes | None, words: str
    ) -> None:
        """It is said before anything is read or written."""
        old = tmp_path / "old.apkg"
        if content is not None:
            old.write_bytes(content)
        said = quizgen_says(first, "anki", "news", *DENSE, "--diff", old, "-o", tmp_path / "new.apkg")
        assert said.exit_code == 1
        assert said.stderr.startswith(f"Error: {old}: {words}")
        assert not (tmp_path / "new.apkg").exists()
