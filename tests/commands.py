"""What the command line is asked in tests, and how its files are read."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from pypdf import PdfReader

from quizgen.cli import main

ARTICLES = Path(__file__).parent / "articles"
SEEDS = Path(__file__).parent.parent / "seeds"


def quizgen_says(*arguments: object) -> Result:
    """What the command line does with the arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def text_of(path: Path) -> str:
    """All that a reader finds in a PDF."""
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def questions(path: Path) -> list[dict[str, str]]:
    """The questions of a file of lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
