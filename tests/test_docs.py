import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import quizgen
from quizgen.cli import main
from quizgen.model import FORMS, KINDS
from tests.export.anki_stand_in import running
from tests.export.user import User

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONS = sorted(
    {
        name
        for command in (main, *main.commands.values())
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
)
WORDS = ("article", "sentence", "fact", "question", "quiz", "deck")
EXAMPLES = re.findall(r"^    (quizgen .+)$", README, re.MULTILINE)


class TestReadme:
    @pytest.mark.parametrize("command", main.commands)
    def test_every_command_has_its_heading_and_an_example(self, command: str) -> None:
        """Each command is explained under its name, with a line to type."""
        assert f"\n### {command}\n" in README
        assert any(example.split()[1] == command for example in EXAMPLES)

    @pytest.mark.parametrize("option", OPTIONS)
    def test_every_option_is_named(self, option: str) -> None:
        """No option of any command is missing."""
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", README)

    @pytest.mark.parametrize("word", [*KINDS, *FORMS])
    def test_every_kind_and_form_is_named(self, word: str) -> None:
        """What --kinds and --forms take is listed."""
        assert re.search(rf"\b{word}\b", README)

    def test_the_words_come_in_their_order(self) -> None:
        """Article, sentence, fact, question, quiz, deck: each is explained after the ones that it builds on."""
        places = [README.index(f" *{word}* ") for word in WORDS]
        assert places == sorted(places)

    def test_every_link_and_picture_is_there(self) -> None:
        """No path in the README leads nowhere, and the pictures are small."""
        pictures = re.findall(r'src="([^"]+)"', README)
        assert {f"docs/{name}.png" for name in ("card", "quiz-page", "key-page", "cards-page")} <= set(pictures)
        for target in (*re.findall(r"\]\(([^)#]+)\)", README), *pictures):
            assert target.startswith("https://") or (ROOT / target).exists(), target
        for picture in pictures:
            assert (ROOT / picture).stat().st_size < 200_000

    def test_every_example_runs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The lines to type do what they say, one after the other, in a folder with the seeds, and with Anki open."""
        shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
        monkeypatch.chdir(tmp_path)
        user = User(tmp_path)
        with running(user.collection) as anki:
            for example in EXAMPLES:
                port = ["--port", str(anki.port)] if "--push" in example else []
                said = CliRunner().invoke(main, [*shlex.split(example)[1:], *port])
                assert said.exit_code == 0, f"{example}: {said.output}"
        assert user.cards()
        user.collection.close()


class TestChangelog:
    def test_it_names_this_version(self) -> None:
        """The version of the package has its entry."""
        assert f"## [{quizgen.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
