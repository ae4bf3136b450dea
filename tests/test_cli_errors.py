import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from quizgen import outputs
from quizgen.errors import WriteError
from quizgen.export.jsonl import write_jsonl
from quizgen.model import Quiz, Span
from tests.commands import quizgen_says
from tests.quizzes import sample_quiz

GOOD = Path(__file__).parent / "articles" / "flood.txt"
OLD = b"a deck from before"
BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "there is no text in it; put"),
    "white.txt": (b" \n\t\n", "there is no text in it; put"),
    "binary.txt": (bytes(range(256)) * 20, "it is a binary file, not text; save"),
    "silent.txt": (b"Yes. No. Hmm.\n", "no fact that could be asked for was found; give"),
    "front.md": (b"---\ntitle: [a\n---\nThe king met the queen in Paris.\n", "the front matter is not YAML"),
    "long.txt": (b"word " * 4_000_000, "it is larger than 4 MB"),
    "line.txt": (b"word " * 50_000, "it has a line of 250,000 characters"),
}


def is_one_clear_error(said: Result, *words: str) -> bool:
    """Whether the run failed with an error sentence that holds the words, and with no traceback."""
    last = said.stderr.strip().splitlines()[-1]
    ended = said.exception is None or isinstance(said.exception, SystemExit)
    return ended and said.exit_code == 1 and last.startswith("Error: ") and all(word in last for word in words)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with a good article, broken ones, and a deck that an earlier run made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_bytes(GOOD.read_bytes())
    for name, (content, _) in BROKEN.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "decks").mkdir()
    for suffix in ("apkg", "pdf", "jsonl"):
        (tmp_path / "decks" / f"old.{suffix}").write_bytes(OLD)
    return tmp_path


def nothing_has_changed() -> bool:
    """Whether the earlier files are as they were, with nothing beside them."""
    return [(path.name, path.read_bytes()) for path in sorted(Path("decks").iterdir())] == [
        (f"old.{suffix}", OLD) for suffix in ("apkg", "jsonl", "pdf")
    ]


@pytest.mark.usefixtures("folder")
class TestArticles:
    @pytest.mark.parametrize("name", BROKEN)
    def test_a_broken_article_is_one_clear_sentence(self, name: str) -> None:
        """File, fault and mend are named, the exit code is 1, and the old deck stays."""
        assert is_one_clear_error(quizgen_says("build", name, "--name", "old"), f"{name}: ", BROKEN[name][1])
        assert nothing_has_changed()

    @pytest.mark.parametrize("command", [("anki", "-o", "decks/old.apkg"), ("pdf", "-o", "decks/old.pdf"), ("facts",)])
    @pytest.mark.parametrize("name", ["empty.txt", "silent.txt"])
    def test_every_command_says_so(self, command: tuple[str, ...], name: str) -> None:
        """The other commands that read articles fail in the same words."""
        assert is_one_clear_error(quizgen_says(*command, name), f"{name}: ", BROKEN[name][1])
        assert nothing_has_changed()

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("decks", "decks: the folder holds no article; put"),
            ("*.html", "*.html: the pattern holds no article; put"),
            ("gone.txt", "gone.txt: there is no such file or folder; check"),
            ("https://news.example/1", "nothing is fetched from the network; save"),
        ],
    )
    def test_a_source_without_articles_is_one_clear_sentence(self, source: str, words: str) -> None:
        """A folder, a pattern, a missing file and an address each say what to do."""
        assert is_one_clear_error(quizgen_says("build", source, "--name", "old"), words)
        assert nothing_has_changed()

    @pytest.mark.parametrize(("more", "code"), [((), 3), (("--keep-going",), 0)])
    def test_bad_articles_among_good_ones_are_skipped(self, more: tuple[str, ...], code: int) -> None:
        """Each is reported, the rest is built, and the exit code is 0 only with --keep-going."""
        said = quizgen_says("build", "good.txt", *BROKEN, "gone.txt", "--out", "new", *more)
        told = [line for line in said.stderr.splitlines() if line.startswith("Skipped: ")]
        assert said.exit_code == code
        assert {line.split(": ")[1] for line in told} == {*BROKEN, "gone.txt"}
        assert {path.name for path in Path("new").iterdir()} == {"good.apkg", "good.pdf", "good.jsonl"}

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
    def test_a_name_that_is_no_text_is_one_clear_sentence(self) -> None:
        """A file whose name is not in UTF-8 could not be traced from a deck, so it is not read."""
        Path("odd").mkdir()
        Path(os.fsdecode(b"odd/\xff.txt")).write_bytes(GOOD.read_bytes())
        assert is_one_clear_error(quizgen_says("build", "odd", "--out", "new"), "its name is not in UTF-8; give")

    def test_facts_skips_too(self) -> None:
        """The good article's facts are shown, the bad one is reported."""
        said = quizgen_says("facts", "good.txt", "empty.txt")
        assert said.exit_code == 3
        assert "casualty" in said.stdout
        assert "Skipped: empty.txt" in said.stderr

    def test_where_all_are_bad_all_are_named(self) -> None:
        """The first fault is the error, the others are told before it."""
        said = quizgen_says("build", "empty.txt", "gone.txt", "binary.txt")
        assert said.exit_code == 1
        assert all(name in said.stderr for name in ("empty.txt", "gone.txt", "binary.txt"))

    def test_articles_without_the_wanted_kind_are_no_fault(self) -> None:
        """With --kinds an article may hold none; if none holds one, that is said."""
        quizgen_says("build", "good.txt", GOOD.parent / "comet.md", "--kinds", "acronym", "--out", "new")
        assert (Path("new") / "good.jsonl").exists()
        assert is_one_clear_error(quizgen_says("build", "good.txt", "--kinds", "acronym"), "no fact of these kinds")

    def test_another_encoding_is_noted(self) -> None:
        """An article in another encoding than UTF-8 is read, with a note on standard error."""
        Path("cp.txt").write_bytes(GOOD.read_text().replace("Diallo", "Diallö").encode("cp1252"))
        said = quizgen_says("build", "cp.txt", "--out", "new")
        assert said.exit_code == 0
        assert said.stderr.startswith("Note: cp.txt: ")


@pytest.mark.usefixtures("folder")
class TestChoices:
    @pytest.mark.parametrize(
        ("arguments", "word"),
        [
            (("--kinds", "figure,colour"), "'colour' is none of leadership, role"),
            (("--forms", "essay"), "'essay' is none of short-answer"),
            (("--density", "0"), "--density"),
            (("--limit", "0"), "--limit"),
            (("--name", "a/b"), "--name"),
            (("--name", ""), "--name"),
            (("--paper", "a5"), "--paper"),
        ],
    )
    def test_a_choice_that_makes_no_sense_is_refused(self, arguments: tuple[str, str], word: str) -> None:
        """The exit code is 2, and the option and its values are named."""
        said = quizgen_says("build", "good.txt", *arguments)
        assert said.exit_code == 2
        assert word in said.stderr
        assert nothing_has_changed()

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (None, "no templates here; put at least one .toml file"),
            ('[[template]]\nid = "a"\n', "own.toml, line 1: the template lacks kinds, ask, forms, stem; give it."),
            ("[[template\n", "own.toml: "),
        ],
    )
    def test_a_broken_template_is_one_clear_sentence(self, content: str | None, words: str) -> None:
        """The folder or the file and its line are named, and the old deck stays."""
        Path("own").mkdir()
        if content is not None:
            Path("own/own.toml").write_text(content, encoding="utf-8")
        said = quizgen_says("build", "good.txt", "--name", "old", "--templates", "own")
        assert is_one_clear_error(said, words)
        assert nothing_has_changed()

    @pytest.mark.parametrize("font", ["good.txt", "gone.ttf"])
    def test_a_font_that_is_none_is_one_clear_sentence(self, font: str) -> None:
        """No file of the build is written then."""
        assert is_one_clear_error(quizgen_says("build", "good.txt", "--name", "old", "--font", font), f"{font}: ")
        assert nothing_has_changed()


@pytest.mark.usefixtures("folder")
class TestWriting:
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("build", "good.txt", "--out", "good.txt/decks"), "good.txt/decks: the folder cannot be made"),
            (("build", "good.txt", "--out", "good.txt"), "good.txt: the folder cannot be made"),
            (("anki", "good.txt", "-o", "gone/deck.apkg"), "gone/deck.apkg: cannot be written"),
            (("pdf", "good.txt", "-o", "good.txt/quiz.pdf"), "good.txt/quiz.pdf: cannot be written"),
        ],
    )
    def test_a_place_that_cannot_be_written_is_one_clear_sentence(self, arguments: tuple[str, ...], words: str) -> None:
        """The path, the reason and what to do are named, before anything is read."""
        assert is_one_clear_error(quizgen_says(*arguments), words, "; c")
        assert nothing_has_changed()

    def test_quiz_and_key_are_both_written_or_neither(self) -> None:
        """Where the key cannot take its name, the quiz does not take its own."""
        Path("decks/old-key.pdf").mkdir()
        said = quizgen_says("pdf", "good.txt", "-o", "decks/old.pdf", "--key", "separate")
        assert is_one_clear_error(said, "decks/old-key.pdf: cannot be written", "; c")
        Path("decks/old-key.pdf").rmdir()
        assert nothing_has_changed()

    def test_an_answer_that_does_not_trace_stops_the_build(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is made is traced before it takes its name: a wrong offset leaves the old files as they were."""

        def shifted(quiz: Quiz, path: Path) -> Iterable[str]:
            first, *others = quiz.questions
            span = Span(first.key_span.start + 1, first.key_span.end)
            write_jsonl(replace(quiz, questions=(replace(first, key_span=span), *others)), path)
            return ()

        monkeypatch.setattr(outputs, "open_lines", lambda path: outputs.Output(path, shifted))
        said = quizgen_says("build", "good.txt", "--name", "old")
        assert said.exit_code == 1
        assert "decks/old.jsonl: not written, because 1 of " in said.stderr
        assert nothing_has_changed()

    def test_a_fault_in_one_file_leaves_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Deck, quiz and lines are replaced together or not at all, and the fault names the file that was wanted."""
        quiz = sample_quiz(2)
        twice = replace(quiz, sources=(), questions=(quiz.questions[0], quiz.questions[0]))
        made = [outputs.open_lines(Path("decks/old.jsonl")), outputs.anki_deck(Path("decks/old.apkg"))]
        with pytest.raises(WriteError, match=r"decks/old\.apkg: question .* has the id of another one"):
            outputs.write_files(twice, made)
        assert nothing_has_changed()


@pytest.mark.usefixtures("folder")
class TestTrace:
    @pytest.mark.parametrize("name", ["good.txt", "empty.txt", "binary.txt", "gone.apkg", "decks"])
    def test_what_cannot_be_traced_is_one_clear_sentence(self, name: str) -> None:
        """A file that is no quiz, a missing one, a folder."""
        assert is_one_clear_error(quizgen_says("trace", name), f"{name}: ")
