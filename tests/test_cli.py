import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

import quizgen
from quizgen.cli import main
from quizgen.model import KINDS
from quizgen.questions.selection import DENSITY

ARTICLES = Path(__file__).parent / "articles"
SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = ("comet.md", "flood.txt", "marathon.txt", "verdict.md")
Json = dict[str, object]


def quizgen_says(*arguments: object) -> Result:
    """What the command line does with the arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def text_of(path: Path) -> str:
    """All that a reader finds in a PDF."""
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def questions(path: Path) -> list[dict[str, str]]:
    """The questions of a file of lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A folder with what `build` made of the test articles, and what it said."""
    folder = tmp_path_factory.mktemp("built")
    return folder, quizgen_says("build", ARTICLES, "--out", folder)


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


class TestFacts:
    def test_facts_stand_under_their_sentences(self) -> None:
        """People see the article, the sentence with its number, and each fact with what may be asked."""
        said = quizgen_says("facts", ARTICLES / "comet.md").stdout
        assert said.startswith("Telescope in Chile finds a comet from another star (")
        assert "The European Space Agency (ESA) wants to send a probe to the comet." in said
        assert re.search("^      acronym: .*short. “ESA”", said, re.MULTILINE)

    def test_json_lines_point_into_the_article(self) -> None:
        """With --json each line is a fact whose slots are cut out of the text by their offsets."""
        path = ARTICLES / "comet.md"
        text = path.read_bytes().decode()
        facts = [json.loads(line) for line in quizgen_says("facts", path, "--json").stdout.splitlines()]
        assert {"acronym", "definition"} <= {fact["kind"] for fact in facts}
        for fact in facts:
            sentence = fact["sentence"]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
            assert [text[slot["start"] : slot["end"]] for slot in fact["slots"]] == [s["text"] for s in fact["slots"]]

    def test_only_the_kinds_that_were_asked_for(self) -> None:
        """--kinds restricts the facts."""
        said = quizgen_says("facts", ARTICLES, "--kinds", "acronym", "--json").stdout
        assert {json.loads(line)["kind"] for line in said.splitlines()} == {"acronym"}

    def test_conflicts_are_listed_with_their_sentences(self, tmp_path: Path) -> None:
        """Two papers with two tolls: people see both sentences, the figures in brackets."""
        two_tolls(tmp_path)
        said = quizgen_says("facts", tmp_path, "--conflicts").stdout
        assert "“14” or “16”?" in said
        assert "killed [14] people in Porto" in said
        assert "killed [16] people in Porto" in said

    def test_conflicts_as_json_point_into_their_articles(self, tmp_path: Path) -> None:
        """One conflict a line, each claim with its article, sentence and offsets."""
        two_tolls(tmp_path)
        (line,) = quizgen_says("facts", tmp_path, "--conflicts", "--json").stdout.splitlines()
        told = json.loads(line)
        assert told["answers"] == ["14", "16"]
        for claim in told["claims"]:
            text = Path(claim["article"]["path"]).read_bytes().decode()
            answer, sentence = claim["answer"], claim["sentence"]
            assert text[answer["start"] : answer["end"]] == answer["text"]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]

    def test_an_older_figure_is_no_conflict(self, tmp_path: Path) -> None:
        """It was true on its day."""
        two_tolls(tmp_path, second="2024-05-16")
        assert quizgen_says("facts", tmp_path, "--conflicts").stdout == "No conflict was found.\n"


def two_tolls(folder: Path, second: str = "2024-05-14") -> None:
    """Write two articles with two tolls of one fire."""
    for name, toll, day in (("one", 14, "2024-05-14"), ("two", 16, second)):
        head = f"---\ntitle: Fire in Porto\npublisher: The {name.title()}\npublished: {day}\n---\n"
        text = f"A hotel fire killed {toll} people in Porto on 12 May 2024.\n"
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")


class TestTrace:
    @pytest.mark.parametrize("suffix", ["apkg", "jsonl"])
    @pytest.mark.parametrize("named", [True, False])
    def test_a_fresh_build_traces(self, built: tuple[Path, Result], suffix: str, named: bool) -> None:
        """Deck and lines trace, whether the articles are named or found by their paths."""
        said = quizgen_says("trace", built[0] / f"articles.{suffix}", *([ARTICLES] if named else []))
        count = len(questions(built[0] / "articles.jsonl"))
        assert said.exit_code == 0
        assert f"{count} of {count} answers stand in their source." in said.output

    def test_a_changed_article_fails(self, built: tuple[Path, Result], tmp_path: Path) -> None:
        """One letter put before the text moves all offsets: each failing question is named, and the exit code is 1."""
        for name in NAMES:
            text = (ARTICLES / name).read_text(encoding="utf-8")
            (tmp_path / name).write_text(text + "." if name != "flood.txt" else " " + text, encoding="utf-8")
        said = quizgen_says("trace", built[0] / "articles.jsonl", tmp_path)
        made = questions(built[0] / "articles.jsonl")
        moved = [q["id"] for q in made if q["article"]["id"] == "flood"]  # type: ignore[index]
        assert said.exit_code == 1
        assert [line.split(":")[0] for line in said.output.splitlines()[:-1]] == moved
        assert f"{len(made) - len(moved)} of {len(made)} answers" in said.output

    def test_json_has_a_line_for_every_question(self, built: tuple[Path, Result]) -> None:
        """With --json the good ones are told too."""
        said = quizgen_says("trace", built[0] / "articles.apkg", "--json")
        verdicts = [json.loads(line) for line in said.stdout.splitlines()]
        assert {verdict["question"] for verdict in verdicts} == {
            q["id"] for q in questions(built[0] / "articles.jsonl")
        }
        assert all(verdict["ok"] and not verdict["reason"] for verdict in verdicts)

    def test_articles_are_found_from_the_files_own_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Paths in a file are tried from the current folder, then from the file's, then from the ones above."""
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "flood.txt").write_bytes((ARTICLES / "flood.txt").read_bytes())
        monkeypatch.chdir(tmp_path)
        assert quizgen_says("build", "news").exit_code == 0
        monkeypatch.chdir("/")
        assert quizgen_says("trace", tmp_path / "decks" / "news.jsonl").exit_code == 0

    @pytest.mark.parametrize("suffix", ["apkg", "jsonl"])
    def test_supporting_articles_are_found_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
    ) -> None:
        """Of two articles that state the same, the lines name one by its id alone: it stands beside the other."""
        monkeypatch.chdir(tmp_path)
        for name in ("first.txt", "second.txt"):
            Path(name).write_bytes((ARTICLES / "flood.txt").read_bytes())
        assert quizgen_says("build", "first.txt", "second.txt", "--name", "both").exit_code == 0
        assert any(question["support"] for question in questions(Path("decks/both.jsonl")))
        said = quizgen_says("trace", f"decks/both.{suffix}")
        assert said.exit_code == 0, said.output

    def test_an_article_that_is_gone_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What cannot be looked up is not taken on trust."""
        (tmp_path / "flood.txt").write_bytes((ARTICLES / "flood.txt").read_bytes())
        monkeypatch.chdir(tmp_path)
        quizgen_says("build", "flood.txt")
        Path("flood.txt").unlink()
        said = quizgen_says("trace", "decks/flood.jsonl")
        assert said.exit_code == 1
        assert "is not among the articles given" in said.output
