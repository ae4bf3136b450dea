"""From the options of a command to its result: read, ask, write, trace, and sum up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quizgen.cli.messages import leave, readable, tell, telling, watched
from quizgen.errors import PushError, QuizgenError
from quizgen.model import Quiz

if TYPE_CHECKING:
    from quizgen.inputs import News
    from quizgen.outputs import Changes, Layout, Output, PrintOptions
    from quizgen.pipeline import Tally

    Run = tuple[Tally, Quiz, list[QuizgenError]]  # what was read, what was made of it, what was skipped

NOT_PUSHED = 4  # the exit code of a run whose deck is written but was not taken by Anki
# What means something in one layout alone.
QUIZ_ALONE = ("columns", "large_print", "versions", "answer_sheet", "fillable", "passages")
CARDS_ALONE = ("duplex", "per_page")


def run(sources: Sequence[str], outputs: Sequence[Output], chosen: dict[str, Any]) -> Run:
    """Read, ask, write and trace."""
    from quizgen.inputs import News, own_name
    from quizgen.outputs import check_apart, check_writable, write_files
    from quizgen.pipeline import Tally

    check_writable(outputs)
    tally = Tally()
    with telling(News(sources, few=bool(chosen["kinds"]))) as news:
        check_apart(outputs, news.paths)
        quiz = _quiz(news, tally, own_name(sources[0]), chosen)
        news.close(tally, asked=bool(quiz.questions or quiz.sets))
    tell("Note", write_files(quiz, outputs))
    return tally, quiz, news.skipped


def _quiz(news: News, tally: Tally, name: str, chosen: dict[str, Any]) -> Quiz:
    """The quiz, under the title that was chosen, its only article's, that of its common topic, or the name's."""
    from quizgen.parallel import useful_jobs
    from quizgen.pipeline import Options, make_quiz

    names = ("density", "limit", "forms", "difficulty", "templates", "seed")
    given = {name: chosen[name] for name in names if chosen[name] is not None}
    kinds = frozenset(chosen["kinds"]) if chosen["kinds"] else None
    jobs = chosen["jobs"] or useful_jobs(len(news.paths))
    options = Options(kinds=kinds, passages=chosen.get("passages", False), jobs=jobs, **given)
    with watched("Reading articles")(len(news.paths)) as step:
        quiz = make_quiz(news.readable(step), chosen["title"] or "", options, tally=tally, progress=step)
    if chosen["title"]:
        return quiz
    only = quiz.sources[0].title if len(quiz.sources) == 1 else ""
    return replace(quiz, title=only or quiz.title or f"News quiz: {readable(name)}")


def printing(chosen: dict[str, Any]) -> PrintOptions:
    """The options of printing; what was given for another layout than the chosen one is an error."""
    from quizgen.outputs import PrintOptions

    cards = chosen["layout"] == "flashcards"
    context = click.get_current_context()
    for name in QUIZ_ALONE if cards else CARDS_ALONE:
        if context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            layout = "quiz" if cards else "flashcards"
            raise click.UsageError(f"--{name.replace('_', '-')} is for --layout {layout}: leave one of them out.")
    given = {field.name: chosen[field.name] for field in fields(PrintOptions) if field.name in chosen}
    given["key"] = given["key"] or ("none" if cards else "appended")
    return PrintOptions(**given)


def layout(chosen: dict[str, Any]) -> Layout:
    """The options that say what Anki asks for and where it puts its cards."""
    from quizgen.outputs import Layout

    return Layout(chosen["type_in"], chosen["subdecks"], chosen["title"] or "")


def sum_up(
    done: Run, files: Sequence[Path], chosen: dict[str, Any], changes: Changes | None = None,
    anki: tuple[int, str | None] | None = None,
) -> None:  # fmt: skip
    """Tell what was done, push the file to the Anki at that port and with that key, and leave with an exit code."""
    from quizgen.report import change_lines, changes_record, summary, table

    tally, quiz, skipped = done
    if chosen["as_json"]:
        told = summary(tally, quiz, files, skipped) | ({"changes": changes_record(changes)} if changes else {})
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo("\n".join([table(tally, quiz, files, skipped), *(change_lines(changes) if changes else ())]))
    if anki:
        _push(files[0], *anki)
    leave(skipped, chosen["keep_going"])


def _push(deck: Path, port: int, key: str | None) -> None:
    """Hand the deck to Anki, or leave with the exit code that says that it is but written."""
    from quizgen.outputs import push_deck

    try:
        push_deck(deck, port, key)
    except PushError as error:
        click.echo(f"Error: {deck} is written, but Anki has not taken it: {error}", err=True)
        raise click.exceptions.Exit(NOT_PUSHED) from error
    click.echo("Anki has taken the deck.", err=True)
