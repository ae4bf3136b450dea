"""The options of the commands, each a decorator; those that go together in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from quizgen.cli.messages import SKIPPED, readable
from quizgen.model import DIFFICULTIES, FORMS, KINDS, SET_FORMS

ALL_FORMS = (*FORMS, *SET_FORMS)
FILE = click.Path(path_type=Path, dir_okay=False)
Command = Callable[..., None]


def _some(words: Sequence[str]) -> dict[str, Any]:
    """What makes an option take some of several words, with commas between them."""

    def convert(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
        given = [word.strip() for word in value.split(",")] if value is not None else []
        for word in given:
            if word not in words:
                raise click.BadParameter(f"{word!r} is none of {', '.join(words)}.", ctx, param)
        return tuple(word for word in words if word in given) or None

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(before + comma + word) for word in words if word.startswith(last)]

    return {"callback": convert, "shell_complete": complete, "metavar": "A,B,…"}


def _all(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """One decorator that sets all of them, in this order in the help."""
    return lambda command: reduce(lambda made, decorate: decorate(made), reversed(decorators), command)


articles_argument = click.argument("articles", nargs=-1, required=True, type=click.Path())
kinds_option = click.option("--kinds", **_some(KINDS), help="Only these kinds of fact, such as figure,date.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON on standard output.")
keep_going_option = click.option(
    "--keep-going", is_flag=True, help=f"Exit with 0, not {SKIPPED}, when articles had to be skipped."
)
quiz_options = _all(
    click.option(
        "--density", type=click.FloatRange(min=0, min_open=True), metavar="N",
        help="At most N questions for each 100 words of an article; 3 if left out.",
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N questions on an article."),
    kinds_option,
    click.option("--forms", **_some(ALL_FORMS), help=f"Only these forms: {', '.join(ALL_FORMS)}."),
    click.option(
        "--difficulty", type=click.Choice(DIFFICULTIES),
        help="Only easy, medium or hard questions; all of them if left out.",
    ),
    click.option(
        "--seed", type=int, default=0, metavar="N", show_default=True, help="Another number, another choice and order."
    ),
    click.option(
        "--templates", type=click.Path(path_type=Path, file_okay=False),
        help="A folder of .toml files with your own wordings.",
    ),
    click.option(
        "--title", callback=lambda _, __, value: value and readable(value), help="The title of the quiz and its deck."
    ),
    click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N",
        help="Read the articles in N processes; if left out, as many as the machine has cores, for many articles.",
    ),
    keep_going_option,
    json_option,
)  # fmt: skip
deck_options = _all(
    click.option(
        "--type-in", is_flag=True, help="Anki asks for short answers to be typed; capitals and accents do not count."
    ),
    click.option(
        "--subdecks", type=click.Choice(("none", "by-article", "by-kind")), default="none", show_default=True,
        help="Where Anki puts the cards: into one deck, or into subdecks of it.",
    ),
)  # fmt: skip
print_options = _all(
    click.option("--paper", type=click.Choice(("a4", "letter")), default="a4", show_default=True, help="Paper size."),
    click.option(
        "--font", type=click.Path(path_type=Path, dir_okay=False),
        help="Set the text in this TrueType font and the faces of its family beside it.",
    ),
    click.option(
        "--columns", type=click.IntRange(1, 2), default=1, show_default=True, help="Set the questions in N columns.",
        metavar="N",
    ),
    click.option("--large-print", is_flag=True, help="Letters of 18 points, black and upright."),
    click.option("--dyslexia", is_flag=True, help="Letters that are easy to tell apart, widely spaced."),
    click.option(
        "--versions", type=click.IntRange(1, 8), default=1, show_default=True, metavar="N",
        help="Make N handouts, A, B and so on, each in another order and with its own key.",
    ),
    click.option("--answer-sheet", is_flag=True, help="Add a sheet with circles and lines for all answers."),
    click.option("--fillable", is_flag=True, help="Form fields for name, date and answers, to fill in on a screen."),
    click.option("--passages", is_flag=True, help="The articles come first, as a reading text with numbered lines."),
    click.option(
        "--key", type=click.Choice(("separate", "appended", "none")),
        help="The answer key: in NAME-key.pdf, behind the quiz (if left out; flashcards then have none), or none.",
    ),
    click.option(
        "--layout", type=click.Choice(("quiz", "flashcards")), default="quiz", show_default=True,
        help="A quiz, or flashcards to print on both sides and to cut.",
    ),
    click.option(
        "--duplex", type=click.Choice(("long", "short")), default="long", show_default=True,
        help="The edge of the paper over which the printer turns it, for flashcards.",
    ),
    click.option(
        "--per-page", type=click.Choice((8, 10)), default=8, show_default=True, help="How many flashcards go on a page."
    ),
)  # fmt: skip

push_options = _all(
    click.option("--push", is_flag=True, help="Import the deck into the Anki that runs on this machine."),
    click.option(
        "--port", type=click.IntRange(1, 65535), default=8765, show_default=True, metavar="N",
        help="The port of Anki's add-on AnkiConnect.",
    ),
    click.option(
        "--key", envvar="QUIZGEN_ANKI_KEY", show_envvar=True, help="The apiKey of its settings, where there is one."
    ),
)  # fmt: skip
