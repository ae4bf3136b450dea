import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

import quizgen
from quizgen.cli import main
from quizgen.questions.selection import DENSITY
from tests.commands import ARTICLES, SEEDS, questions, quizgen_says

NAMES = ("comet.md", "flood.txt", "marathon.txt", "verdict.md")


class TestMain:
    def test_version_is_the_packages(self) -> None:
        """`--version` names the program and its version."""
        assert quizgen_says("--version").output == f"quizgen, version {quizgen.__version__}\n"

    @pytest.mark.parametrize("command", ["", *main.commands])
    def test_every_help_shows_examples(self, command: str) -> None:
        """Each help text holds a line that can be typed as it stands, and no option is left unexplained."""
        said = quizgen_says(*([command] if command else []), "--help")
        assert said.exit_code == 0
        assert f"  quizgen {command or 'build'} " in said.output.replace("quizgen [OPTIONS]", "")
        for option in main.commands[command].params if command else ():
            assert isinstance(option, click.Argument) or getattr(option, "help", None), option.name

    @pytest.mark.parametrize("word", ["Exit codes", "0 ", "1 ", "2 ", "3 ", "_QUIZGEN_COMPLETE"])
    def test_help_tells_exit_codes_and_completion(self, word: str) -> None:
        """What a script needs to know stands in the first help."""
        assert word in quizgen_says("--help").output

    def test_help_loads_no_heavy_library(self) -> None:
        """`quizgen --help` imports neither spaCy nor what writes decks and PDFs."""
        code = (
            "import sys, contextlib\n"
            "from quizgen.cli import main\n"
            "with contextlib.suppress(SystemExit): main(['--help'])\n"
            "print([name for name in ('spacy', 'numpy', 'lemminflect', 'genanki', 'reportlab') if name in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"

    def test_the_module_is_the_command(self) -> None:
        """`python -m quizgen` does what `quizgen` does."""
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", "--version"], capture_output=True, text=True, check=True
        )
        assert done.stdout == f"quizgen, version {quizgen.__version__}\n"

    def test_completion_offers_the_words_of_a_list(self) -> None:
        """After a comma the next kind is offered."""
        kinds = next(option for option in main.commands["build"].params if option.name == "kinds")
        context = main.commands["build"].make_context("build", ["x"])
        assert [item.value for item in kinds.shell_complete(context, "figure,da")] == ["figure,date"]


class TestBuild:
    def test_deck_quiz_and_lines_are_made(self, built: tuple[Path, Result]) -> None:
        """The three files bear the folder's name, and nothing else is left beside them."""
        assert built[1].exit_code == 0, built[1].output
        assert sorted(path.name for path in built[0].iterdir()) == ["articles.apkg", "articles.jsonl", "articles.pdf"]

    def test_every_article_is_asked_about(self, built: tuple[Path, Result]) -> None:
        """Front matter or none, text or Markdown: each article gives questions."""
        assert {Path(str(q["article"]["path"])).name for q in questions(built[0] / "articles.jsonl")} == set(NAMES)  # type: ignore[index]

    def test_the_summary_counts_what_was_done(self, built: tuple[Path, Result]) -> None:
        """Articles, sentences, facts by kind, questions by form and the files stand in a table."""
        rows = [line.split() for line in built[1].stdout.splitlines()]
        counts = {" ".join(row[:-1]): row[-1] for row in rows if len(row) > 1}
        made = questions(built[0] / "articles.jsonl")
        assert (counts["articles"], counts["files"]) == ("4", "3")
        assert int(counts["questions"]) == len(made)
        for form in {question["form"] for question in made}:
            assert int(counts[form]) == sum(question["form"] == form for question in made)
        assert int(counts["sentences"]) > 30
        assert {"action", "figure"} <= set(counts)
        assert rows[-1] == [f"{built[0].as_posix()}/articles.jsonl"]

    def test_no_progress_bar_where_nobody_looks(self, built: tuple[Path, Result]) -> None:
        """Standard error stays empty when it is no terminal and nothing is odd."""
        assert built[1].stderr == ""

    def test_a_progress_bar_for_a_terminal(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal a bar runs on standard error, and standard output is free of it."""
        monkeypatch.setattr("quizgen.cli.messages.is_seen", lambda: True)
        said = quizgen_says("anki", ARTICLES / "comet.md", "-o", tmp_path / "c.apkg")
        assert "Reading articles" in said.stderr
        assert "Reading articles" not in said.stdout

    def test_the_same_input_makes_the_same_bytes(self, built: tuple[Path, Result], tmp_path: Path) -> None:
        """A second build into another folder equals the first one, file for file."""
        quizgen_says("build", ARTICLES, "--out", tmp_path)
        for path in built[0].iterdir():
            assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name

    def test_json_is_all_that_stands_on_standard_output(self, tmp_path: Path) -> None:
        """With --json a program can read the summary."""
        said = quizgen_says("build", ARTICLES, "--out", tmp_path, "--name", "week", "--json")
        told = json.loads(said.stdout)
        assert told["articles"] == 4
        assert sum(told["questions"].values()) == len(questions(tmp_path / "week.jsonl"))
        assert told["files"] == [(tmp_path / f"week.{suffix}").as_posix() for suffix in ("apkg", "pdf", "jsonl")]

    def test_one_article_gives_the_quiz_its_title(self, tmp_path: Path) -> None:
        """A quiz on several is named for what they share, or for their folder, and --title has the last word."""
        titles = [
            json.loads(quizgen_says("build", *arguments, "--out", tmp_path, "--json").stdout)["title"]
            for arguments in ((ARTICLES / "comet.md",), (SEEDS,), (ARTICLES,), (ARTICLES, "--title", "Week 12"))
        ]
        comet = "Telescope in Chile finds a comet from another star"
        assert titles == [comet, "Nato and Iraq", "News quiz: articles", "Week 12"]

    @pytest.mark.parametrize(
        ("arguments", "holds"),
        [
            (("--kinds", "figure,date"), lambda made: {q["kind"] for q in made} <= {"figure", "date"}),
            (("--forms", "cloze"), lambda made: {q["form"] for q in made} == {"cloze"}),
            (("--limit", "1"), lambda made: len(made) == len({q["article"]["id"] for q in made})),
            (("--density", "1"), lambda made: len(made) <= 6),
        ],
    )
    def test_choices_are_kept(
        self, tmp_path: Path, arguments: tuple[str, ...], holds: Callable[[list[dict[str, str]]], bool]
    ) -> None:
        """Kinds, forms, limit and density restrict what is asked."""
        quizgen_says("build", ARTICLES, "--out", tmp_path, "--name", "some", *arguments)
        made = questions(tmp_path / "some.jsonl")
        assert made
        assert holds(made)

    def test_another_seed_makes_another_quiz(self, tmp_path: Path) -> None:
        """The seed decides between forms that ask the same, and its quiz can be made again."""
        for name, seed in (("a", 0), ("b", 0), ("c", 1)):
            quizgen_says("build", ARTICLES, "--out", tmp_path, "--name", name, "--seed", seed)
        one, same, other = ((tmp_path / f"{name}.jsonl").read_bytes() for name in "abc")
        assert one == same != other

    def test_the_default_density_is_the_one_in_the_help(self) -> None:
        """The help names the number of questions that the selection knows."""
        assert f"{DENSITY:g} if left out" in " ".join(quizgen_says("build", "--help").output.split())

    def test_a_template_of_the_user_words_the_question(self, tmp_path: Path) -> None:
        """A folder given by --templates comes before the built-in wordings."""
        (tmp_path / "own.toml").write_text(
            '[[template]]\nid = "own"\nkinds = ["acronym"]\nask = "long"\nforms = ["short-answer"]\n'
            'stem = "Which words are shortened to {short}, please?"\n',
            encoding="utf-8",
        )
        arguments = ("build", ARTICLES / "comet.md", "--out", tmp_path, "--kinds", "acronym", "--templates", tmp_path)
        assert quizgen_says(*arguments).exit_code == 0
        stems = [question["question"] for question in questions(tmp_path / "comet.jsonl")]
        assert "Which words are shortened to ESA, please?" in stems

    @pytest.mark.parametrize(
        ("source", "name"),
        [("news", "news"), ("news/", "news"), ("news/a.b.txt", "a.b"), ("news/*.txt", "news"), (".", "here")],
    )
    def test_files_are_named_for_the_first_source(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, name: str
    ) -> None:
        """A folder, a file without its ending, the folder of a pattern, the current folder."""
        (tmp_path / "here" / "news").mkdir(parents=True)
        (tmp_path / "here" / "news" / "a.b.txt").write_bytes((ARTICLES / "flood.txt").read_bytes())
        monkeypatch.chdir(tmp_path / "here")
        assert quizgen_says("build", source).exit_code == 0
        assert {path.stem for path in Path("decks").iterdir()} == {name}
