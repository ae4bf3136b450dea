import json
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader

from quizgen.model import KINDS
from tests.commands import ARTICLES, quizgen_says, text_of


class TestAnkiAndPdf:
    def test_the_deck_alone_equals_the_one_of_build(self, built: tuple[Path, Result], tmp_path: Path) -> None:
        """`anki` writes what `build` writes, and nothing else."""
        said = quizgen_says("anki", ARTICLES, "-o", tmp_path / "deck.apkg")
        assert said.exit_code == 0, said.output
        assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]
        assert (tmp_path / "deck.apkg").read_bytes() == (built[0] / "articles.apkg").read_bytes()

    @pytest.mark.parametrize(
        "options",
        [
            ("--versions", "2", "--answer-sheet"),
            ("--columns", "2", "--paper", "letter"),
            ("--large-print", "--dyslexia"),
        ],
    )
    def test_all_options_of_printing_belong_to_both(self, options: tuple[str, ...], tmp_path: Path) -> None:
        """Whatever the layout, `pdf` writes what `build` writes."""
        article = ARTICLES / "flood.txt"
        assert quizgen_says("build", article, "--out", tmp_path, *options).exit_code == 0
        assert quizgen_says("pdf", article, "-o", tmp_path / "alone.pdf", *options).exit_code == 0
        assert (tmp_path / "alone.pdf").read_bytes() == (tmp_path / "flood.pdf").read_bytes()

    def test_columns_and_large_letters_do_not_go_together(self, tmp_path: Path) -> None:
        """What cannot be set is refused before anything is read, in one sentence."""
        said = quizgen_says("pdf", ARTICLES, "-o", tmp_path / "quiz.pdf", "--columns", "2", "--large-print")
        assert said.exit_code == 1
        assert said.stderr.splitlines() == [
            "Error: Two columns are too narrow for large print: leave one of the two out."
        ]

    @pytest.mark.parametrize("command", [("anki", "-o", "flood.apkg"), ("build", "--out", ".")])
    def test_a_deck_has_the_layout_that_was_chosen(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
    ) -> None:
        """Subdecks by kind, and answers to be typed."""
        monkeypatch.chdir(tmp_path)
        options = ("--type-in", "--subdecks", "by-kind", "--title", "The flood")
        assert quizgen_says(command[0], ARTICLES / "flood.txt", *command[1:], *options).exit_code == 0
        with zipfile.ZipFile("flood.apkg") as package, closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(package.read("collection.anki2"))
            decks = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
            used = {decks[str(number)]["name"] for (number,) in database.execute("SELECT DISTINCT did FROM cards")}
            first = database.execute("SELECT flds FROM notes").fetchone()[0].split("\x1f")
        assert len(used) > 1
        assert used <= {f"The flood::{kind}" for kind in KINDS}
        assert first[1] == first[2] != ""

    def test_the_printed_quiz_alone_equals_the_one_of_build(self, built: tuple[Path, Result], tmp_path: Path) -> None:
        """`pdf` writes what `build` writes; on other paper it is another file."""
        for name, paper in (("a.pdf", "a4"), ("l.pdf", "letter")):
            assert quizgen_says("pdf", ARTICLES, "-o", tmp_path / name, "--paper", paper).exit_code == 0
        assert (tmp_path / "a.pdf").read_bytes() == (built[0] / "articles.pdf").read_bytes()
        assert (tmp_path / "l.pdf").read_bytes() != (tmp_path / "a.pdf").read_bytes()

    @pytest.mark.parametrize(
        ("options", "names"),
        [
            ((), ["q.pdf"]),
            (("--key", "none"), ["q.pdf"]),
            (("--key", "separate"), ["q-key.pdf", "q.pdf"]),
            (("--layout", "flashcards"), ["q.pdf"]),
            (("--layout", "flashcards", "--key", "separate"), ["q-key.pdf", "q.pdf"]),
        ],
    )
    def test_the_key_goes_where_it_is_wanted(self, options: tuple[str, ...], names: list[str], tmp_path: Path) -> None:
        """A separate key is a second file, which the summary names; a quiz has its key in it, flashcards none."""
        said = quizgen_says("pdf", ARTICLES / "flood.txt", "-o", tmp_path / "q.pdf", "--json", *options)
        assert said.exit_code == 0, said.output
        assert sorted(path.name for path in tmp_path.iterdir()) == names
        assert sorted(Path(name).name for name in json.loads(said.stdout)["files"]) == names
        holders = [path.name for path in tmp_path.iterdir() if "Answer key" in text_of(path)]
        assert holders == {(): ["q.pdf"], ("--key", "separate"): ["q-key.pdf"]}.get(options[-2:], [])

    def test_build_prints_as_pdf_does(self, tmp_path: Path) -> None:
        """The options of printing belong to `build` too."""
        options = ("--layout", "flashcards", "--per-page", "10", "--duplex", "short", "--paper", "letter")
        quizgen_says("build", ARTICLES, "--out", tmp_path, *options)
        quizgen_says("pdf", ARTICLES, "-o", tmp_path / "alone.pdf", *options)
        assert (tmp_path / "alone.pdf").read_bytes() == (tmp_path / "articles.pdf").read_bytes()

    def test_the_articles_come_first_where_they_are_asked_for(self, tmp_path: Path) -> None:
        """With --passages the articles' own words stand in the quiz, and the key names their lines."""
        for name, options in (("plain.pdf", ()), ("reading.pdf", ("--passages",))):
            quizgen_says("pdf", ARTICLES / "flood.txt", "-o", tmp_path / name, *options)
        plain, reading = (text_of(tmp_path / name) for name in ("plain.pdf", "reading.pdf"))
        assert "Reading" not in plain
        assert reading.index("Reading") < reading.index("Short answers") < reading.index("Answer key")
        assert re.search(r"line\s\d+", reading[reading.index("Answer key") :])

    def test_a_form_has_fields(self, tmp_path: Path) -> None:
        """With --fillable the quiz is a form."""
        quizgen_says("pdf", ARTICLES / "flood.txt", "-o", tmp_path / "q.pdf", "--fillable")
        assert {"name", "date", "answer-1"} <= (PdfReader(tmp_path / "q.pdf").get_fields() or {}).keys()

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (("--layout", "flashcards", "--fillable"), "--fillable is for --layout quiz"),
            (("--layout", "flashcards", "--passages"), "--passages is for --layout quiz"),
            (("--layout", "flashcards", "--versions", "2"), "--versions is for --layout quiz"),
            (("--duplex", "short"), "--duplex is for --layout flashcards"),
            (("--per-page", "8"), "--per-page is for --layout flashcards"),
            (("--layout", "flashcards", "--per-page", "9"), "'9' is not one of '8', '10'"),
        ],
    )
    def test_an_option_without_a_meaning_is_refused(self, options: tuple[str, ...], words: str, tmp_path: Path) -> None:
        """What the chosen layout has no use for is an error in the command line, and nothing is written."""
        said = quizgen_says("pdf", ARTICLES / "flood.txt", "-o", tmp_path / "q.pdf", *options)
        assert said.exit_code == 2
        assert words in said.stderr
        assert not [*tmp_path.iterdir()]
