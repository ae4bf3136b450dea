import json
import re
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands import ARTICLES, questions, quizgen_says

NAMES = ("comet.md", "flood.txt", "marathon.txt", "verdict.md")


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
