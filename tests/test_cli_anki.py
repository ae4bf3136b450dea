"""`quizgen anki`: its formats, and decks that are pushed into a running Anki."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main
from tests.export.anki_stand_in import AnkiStandIn, running
from tests.export.user import User

DECK, TEXT, CARDS = b"PK", b"#separator:tab\n", "[^#\t\n]+\t[^\t\n]+ — “".encode()  # how the formats begin
ARTICLE = Path(__file__).parent / "articles" / "flood.txt"


def quizgen_says(*arguments: object) -> Result:
    """What the command line does with the arguments."""
    return CliRunner().invoke(main, ["anki", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with an article in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flood.txt").write_bytes(ARTICLE.read_bytes())
    return tmp_path


@pytest.fixture
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    """A user who has Anki open."""
    user = User(tmp_path_factory.mktemp("user"))
    yield user
    user.collection.close()


@pytest.fixture
def anki(user: User) -> Iterator[AnkiStandIn]:
    """The Anki that the user has open."""
    with running(user.collection) as server:
        yield server


@pytest.mark.usefixtures("folder")
class TestFormats:
    @pytest.mark.parametrize(
        ("arguments", "name", "begins"),
        [
            ((), "flood.apkg", DECK),
            (("--format", "quizlet"), "flood.quizlet.tsv", CARDS),
            (("-o", "a.apkg"), "a.apkg", DECK),
            (("-o", "a.tsv"), "a.tsv", TEXT),
            (("-o", "a.TXT"), "a.TXT", TEXT),
            (("--format", "tsv"), "flood.tsv", TEXT),
            (("--format", "tsv", "-o", "a"), "a", TEXT),
            (("--format", "apkg", "-o", "a.txt"), "a.txt", DECK),
            (("--format", "quizlet", "-o", "a.txt"), "a.txt", CARDS),
            (("--format", "quizlet", "-o", "a.tsv"), "a.tsv", CARDS),
        ],
    )
    def test_format_and_ending_decide_what_is_written(
        self, folder: Path, arguments: tuple[str, ...], name: str, begins: bytes
    ) -> None:
        """The format that is named comes first, then the ending; without a name the file is the article's."""
        said = quizgen_says("flood.txt", *arguments)
        assert said.exit_code == 0, said.output
        assert sorted(path.name for path in folder.iterdir()) == sorted((name, "flood.txt"))
        assert re.match(begins, Path(name).read_bytes())

    @pytest.mark.parametrize("name", ["flood.txt", "./flood.txt", "link.txt"])
    def test_no_article_is_written_over(self, folder: Path, name: str) -> None:
        """Text ends in .txt as articles do; whoever names one of them for it is told so."""
        (folder / "link.txt").symlink_to("flood.txt")
        said = quizgen_says("flood.txt", "-o", name)
        assert said.exit_code == 1
        assert said.stderr.endswith(f"{Path(name)}: is one of the articles; choose another name for what is made.\n")
        assert (folder / "flood.txt").read_bytes() == ARTICLE.read_bytes()

    @pytest.mark.parametrize(
        "arguments",
        [
            ("--format", "tsv", "-o", "a.apkg"), ("--format", "quizlet", "--push"), ("-o", "a.tsv", "--push"),
            ("--format", "tsv", "--diff", "a.apkg"),
        ],
    )  # fmt: skip
    def test_what_makes_no_deck_is_refused_where_one_is_needed(self, folder: Path, arguments: tuple[str, ...]) -> None:
        """The exit code is that of a command line which cannot be understood, and nothing is written."""
        said = quizgen_says("flood.txt", *arguments)
        assert said.exit_code == 2
        assert "makes no deck to --push, to --diff, or to call .apkg" in said.stderr
        assert [path.name for path in folder.iterdir()] == ["flood.txt"]

    def test_text_and_deck_have_the_same_ids(self, user: User) -> None:
        """Even where the deck goes on with an earlier one: the text goes on with the deck of its name beside it."""
        quizgen_says("flood.txt", "-o", "news.apkg", "--density", 9)
        count = user.imports(Path("news.apkg"))["new"]
        text = Path("flood.txt").read_text(encoding="utf-8")
        Path("flood.txt").write_text(text.replace("90 million dollars", "95 million dollars"), encoding="utf-8")
        quizgen_says("flood.txt", "-o", "news.tsv", "--density", 9)
        log = user.imports_text(Path("news.tsv"))
        assert log["updated"] >= 1
        assert log["updated"] + log["duplicate"] == count == user.collection.note_count()

    def test_the_layout_holds_for_the_text_too(self, user: User) -> None:
        """Typed answers and subdecks are the deck's, so that the text after it is all duplicates."""
        layout = ("--type-in", "--subdecks", "by-kind", "--title", "News")
        quizgen_says("flood.txt", *layout)
        quizgen_says("flood.txt", *layout, "--format", "tsv")
        count = user.imports(Path("flood.apkg"))["new"]
        assert user.imports_text(Path("flood.tsv")) == {"duplicate": count}


@pytest.mark.usefixtures("folder")
class TestPush:
    def test_the_deck_is_written_and_in_anki(self, anki: AnkiStandIn, user: User) -> None:
        """The summary stands on standard output, the outcome of the push on standard error."""
        said = quizgen_says("flood.txt", "--push", "--port", anki.port, "--json")
        assert (said.exit_code, said.stderr) == (0, "Anki has taken the deck.\n")
        told = json.loads(said.stdout)
        assert told["files"] == ["flood.apkg"]
        assert len(user.cards()) == sum(told["questions"].values())
        assert anki.asked[-1]["params"] == {"path": str(Path("flood.apkg").absolute())}

    def test_a_second_push_doubles_nothing(self, anki: AnkiStandIn, user: User) -> None:
        """The file of the first is what the second goes on with."""
        for _ in range(2):
            assert quizgen_says("flood.txt", "--push", "--port", anki.port).exit_code == 0
        assert len({card.nid for card in user.cards()}) == len(user.cards()) == user.collection.note_count()

    def test_where_no_anki_runs_the_file_is_written_all_the_same(self) -> None:
        """One sentence says how to get there, and the exit code that the push did not happen."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        said = quizgen_says("flood.txt", "--push", "--port", port)
        assert said.exit_code == 4
        assert said.stderr == (
            f"Error: flood.apkg is written, but Anki has not taken it: no Anki answers on port {port}; start Anki, "
            "install the add-on AnkiConnect once (Tools → Add-ons → Get Add-ons, code 2055492159), and push again.\n"
        )
        assert said.stdout.splitlines()[-1] == "  flood.apkg"
        assert Path("flood.apkg").exists()

    def test_the_key_comes_from_the_option_or_the_environment(
        self, anki: AnkiStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """So that it need not stand where other users of the machine can see it; a wrong one is told."""
        anki.key = "secret"
        assert quizgen_says("flood.txt", "--push", "--port", anki.port).exit_code == 4
        assert quizgen_says("flood.txt", "--push", "--port", anki.port, "--key", "secret").exit_code == 0
        monkeypatch.setenv("QUIZGEN_ANKI_KEY", "secret")
        assert quizgen_says("flood.txt", "--push", "--port", anki.port).exit_code == 0

    def test_an_article_that_was_skipped_is_told_after_a_push(self, anki: AnkiStandIn) -> None:
        """The deck of the others is in Anki, and the exit code is that of a run that left one out."""
        said = quizgen_says("flood.txt", "gone.txt", "--push", "--port", anki.port)
        assert said.exit_code == 3
        assert "Anki has taken the deck." in said.stderr

    def test_a_push_goes_on_with_an_earlier_deck(self, anki: AnkiStandIn, user: User) -> None:
        """With --diff the changes are told, and the new deck is written and pushed."""
        quizgen_says("flood.txt", "-o", "old.apkg")
        said = quizgen_says("flood.txt", "--diff", "old.apkg", "--push", "--port", anki.port)
        assert said.exit_code == 0, said.output
        assert Path("flood.apkg").exists()
        assert user.cards()

    def test_nothing_is_asked_of_anki_where_nothing_is_made(self, anki: AnkiStandIn) -> None:
        """An article that cannot be read ends the run before."""
        assert quizgen_says("gone.txt", "--push", "--port", anki.port).exit_code == 1
        assert not anki.asked
