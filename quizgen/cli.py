"""The command line: arguments in, messages out. The stages are imported by the command that needs them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields, replace
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from quizgen import __version__
from quizgen.errors import PushError, QuizgenError
from quizgen.model import DIFFICULTIES, FORMS, KINDS, SET_FORMS, Quiz

if TYPE_CHECKING:
    from quizgen.inputs import News
    from quizgen.outputs import Changes, Layout, Output, PrintOptions
    from quizgen.pipeline import Tally

    Run = tuple[Tally, Quiz, list[QuizgenError]]  # what was read, what was made of it, what was skipped

ALL_FORMS = (*FORMS, *SET_FORMS)
SKIPPED = 3  # the exit code of a run that left articles out
NOT_PUSHED = 4  # the exit code of a run whose deck is written but was not taken by Anki
FORMATS = {"apkg": ".apkg", "tsv": ".tsv", "quizlet": ".quizlet.tsv"}  # of cards, each with the ending of its files
# What means something in one layout alone.
QUIZ_ALONE = ("columns", "large_print", "versions", "answer_sheet", "fillable", "passages")
CARDS_ALONE = ("duplex", "per_page")
FILE = click.Path(path_type=Path, dir_okay=False)
Command = Callable[..., None]


class Commands(click.Group):
    """The commands; what the library raises becomes one sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        # the matrices are small: with several threads a busy machine takes five times as long
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        try:
            return super().invoke(ctx)
        except QuizgenError as error:
            raise click.ClickException(str(error)) from error


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


def _readable(text: str) -> str:
    """The text of a command line or a file's name, which may hold bytes that are no letters."""
    return text.encode("utf-8", "replace").decode()


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
        "--title", callback=lambda _, __, value: value and _readable(value), help="The title of the quiz and its deck."
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


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizgen")
def main() -> None:
    """Turn English news articles into Anki decks and printed quizzes.

    Every answer points, letter for letter, at a sentence of its article. Nothing is fetched from the network; the
    same articles and options make the same files.

    \b
    Examples:
      quizgen build seeds/                      decks/seeds.apkg, .pdf and .jsonl
      quizgen anki news/*.txt -o news.apkg      an Anki deck alone
      quizgen pdf article.md -o quiz.pdf        a printed quiz with its answer key
      quizgen facts article.txt                 what was found in which sentence
      quizgen trace decks/seeds.apkg            is every answer still in its source?

    Articles are .txt and .md files, folders of them, or patterns such as 'news/**/*.txt'.

    \b
    Exit codes:
      0  all is done
      1  an error, or an answer that is not in its source; existing files are as they were
      2  the command line could not be understood
      3  done, but articles had to be skipped (0 with --keep-going)
      4  the deck is written, but Anki did not take it (with --push)

    \b
    Shell completion (for zsh and fish put their name in place of bash):
      eval "$(_QUIZGEN_COMPLETE=bash_source quizgen)"
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path())
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("decks"), show_default=True, help="The folder to write to."
)
@click.option("--name", help="The name of the files; by default that of the first source.")
@quiz_options
@deck_options
@print_options
def build(sources: tuple[str, ...], out: Path, name: str | None, **chosen: Any) -> None:
    """Make an Anki deck, a printed quiz and questions.jsonl of SOURCES.

    \b
    Examples:
      quizgen build seeds/
      quizgen build news/ --out decks --name week-12 --title 'Week 12' --limit 5
      quizgen build news/ --kinds figure,date,place --forms multiple-choice
    """
    from quizgen.inputs import own_name
    from quizgen.outputs import anki_deck, make_folder, open_lines, printed

    name = own_name(sources[0]) if name is None else name
    if not name or set(name) & set("/\\\0") or name in {".", ".."}:
        raise click.BadParameter("is no name for a file.", param_hint="--name")
    make_folder(out)
    paths = {suffix: out / f"{name}.{suffix}" for suffix in ("apkg", "pdf", "jsonl")}
    outputs = (
        anki_deck(paths["apkg"], _layout(chosen)),
        *printed(paths["pdf"], _printing(chosen), _watched("Printing")),
        open_lines(paths["jsonl"]),
    )
    _sum_up(_run(sources, outputs, chosen), [output.path for output in outputs], chosen)


@main.command()
@articles_argument
@click.option("-o", "--output", type=FILE, help="The file to write; named for the first source if left out.")
@click.option(
    "--format", "kind", type=click.Choice(tuple(FORMATS)),
    help="A deck (apkg), Anki's own text (tsv), or lines for Quizlet; if left out, the ending of the file decides.",
)
@click.option(
    "--diff", type=FILE, metavar="OLD.apkg",
    help="Go on with this earlier deck, and tell what is new, changed or gone since; without -o nothing is written.",
)  # fmt: skip
@push_options
@quiz_options
@deck_options
def anki(
    articles: tuple[str, ...], output: Path | None, kind: str | None, diff: Path | None, push: bool, port: int,
    key: str | None, **chosen: Any,
) -> None:  # fmt: skip
    """Make an Anki deck of ARTICLES. Importing it anew updates its cards and keeps what was learnt.

    A deck goes on with the one that it replaces, or with the one that --diff names: cards of corrected articles are
    updated. What you have changed in Anki yourself stays as you left it.

    \b
    Examples:
      quizgen anki news/ -o news.apkg --title 'The news' --density 1
      quizgen anki news/ -o news.apkg --type-in --subdecks by-article
      quizgen anki news/ --diff news.apkg       what a new build would change
      quizgen anki news/ --push                 into the Anki that is running
      quizgen anki news/ --format quizlet
    """
    from quizgen.inputs import own_name
    from quizgen.outputs import anki_deck, anki_text, compare, quizlet_text, read_notes

    kind = kind or ("tsv" if output and output.suffix.lower() in (".tsv", ".txt") else "apkg")
    if kind != "apkg" and (push or diff or (output and output.suffix.lower() == ".apkg")):
        raise click.UsageError(f"The format {kind} makes no deck to --push, to --diff, or to call .apkg.")
    if output is None and (push or not diff):
        output = Path(own_name(articles[0]) + FORMATS[kind])
    before = read_notes(diff) if diff else None
    with TemporaryDirectory(prefix="quizgen-") as folder:
        file = output or Path(folder, "deck.apkg")
        outputs = {
            "apkg": anki_deck(file, _layout(chosen), diff),
            "tsv": anki_text(file, _layout(chosen)),
            "quizlet": quizlet_text(file),
        }
        run = _run(articles, (outputs[kind],), chosen)
        changes = compare(before, read_notes(file)) if before is not None else None
    _sum_up(run, [output] if output else [], chosen, changes, (port, key) if push else None)


@main.command()
@articles_argument
@click.option("-o", "--output", type=FILE, required=True, help="The quiz to write (.pdf).")
@quiz_options
@print_options
def pdf(articles: tuple[str, ...], output: Path, **chosen: Any) -> None:
    """Make a printed quiz of ARTICLES, with its answer key and the sources behind it, or flashcards.

    \b
    Examples:
      quizgen pdf article.txt -o quiz.pdf --paper letter
      quizgen pdf news/ -o test.pdf --versions 4 --answer-sheet
      quizgen pdf news/ -o quiz.pdf --columns 2
      quizgen pdf news/ -o quiz.pdf --key separate --passages
      quizgen pdf news/ -o cards.pdf --layout flashcards --per-page 10
    """
    from quizgen.outputs import printed

    outputs = printed(output, _printing(chosen), _watched("Printing"))
    _sum_up(_run(articles, outputs, chosen), [one.path for one in outputs], chosen)


@main.command()
@articles_argument
@kinds_option
@click.option("--conflicts", is_flag=True, help="Show only where the articles contradict each other.")
@keep_going_option
@click.option("--json", "as_json", is_flag=True, help="Print one fact or conflict a line as JSON on standard output.")
def facts(
    articles: tuple[str, ...], kinds: tuple[str, ...] | None, conflicts: bool, keep_going: bool, as_json: bool
) -> None:
    """Show what was found in ARTICLES, and in which sentence. The slots that may be asked for bear a question mark.

    With --conflicts, show where two articles give different figures, names or days for one thing. A figure of an
    older article is no conflict: it was true on its day.

    \b
    Examples:
      quizgen facts article.txt --kinds figure,date
      quizgen facts news/ --conflicts
      quizgen facts news/ --json > facts.jsonl
    """
    from quizgen.inputs import News
    from quizgen.pipeline import Tally

    tally = Tally()
    with _told(News(articles, few=bool(kinds))) as news:
        wanted = frozenset(kinds) if kinds else None
        for told in (_conflicts if conflicts else _facts)(news, wanted, tally, as_json):
            click.echo(told)
        news.close(tally)
    _leave(news.skipped, keep_going)


def _facts(news: News, kinds: frozenset[str] | None, tally: Tally, as_json: bool) -> Iterator[str]:
    from quizgen.pipeline import facts_of
    from quizgen.report import fact_lines, fact_record

    for article, found in facts_of(news.readable(), kinds, tally):
        if as_json:
            yield from (json.dumps(fact_record(article, fact), ensure_ascii=False) for fact in found)
        elif found:
            yield "\n".join(fact_lines(article, found)) + "\n"


def _conflicts(news: News, kinds: frozenset[str] | None, tally: Tally, as_json: bool) -> Iterator[str]:
    from quizgen.pipeline import conflicts_of
    from quizgen.report import conflict_lines, conflict_record

    found = tuple(conflicts_of(news.readable(), kinds, tally))
    if as_json:
        yield from (json.dumps(conflict_record(conflict), ensure_ascii=False) for conflict in found)
    else:
        yield from ("\n".join(conflict_lines(conflict)) + "\n" for conflict in found)
        yield from () if found else ("No conflict was found.",)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("articles", nargs=-1, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print one verdict a line as JSON on standard output.")
def trace(file: Path, articles: tuple[str, ...], as_json: bool) -> None:
    """Look for each source sentence and answer of FILE (.apkg or .jsonl) at its offsets in ARTICLES.

    Without ARTICLES they are read from the paths that FILE names. Exit code 1 if any answer is not where it should
    be.

    \b
    Examples:
      quizgen trace decks/seeds.apkg
      quizgen trace decks/seeds.jsonl seeds/ --json
    """
    from quizgen.outputs import trace_file

    verdicts = trace_file(file, articles)
    failed = [verdict for verdict in verdicts if not verdict.ok]
    for verdict in verdicts if as_json else failed:
        told = {"question": verdict.question, "ok": verdict.ok, "reason": verdict.reason}
        click.echo(json.dumps(told, ensure_ascii=False) if as_json else f"{verdict.question}: {verdict.reason}")
    good = len(verdicts) - len(failed)
    click.echo(f"{file}: {good} of {len(verdicts)} answers stand in their source.", err=as_json)
    if failed:
        raise click.exceptions.Exit(1)


def _printing(chosen: dict[str, Any]) -> PrintOptions:
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


def _run(sources: Sequence[str], outputs: Sequence[Output], chosen: dict[str, Any]) -> Run:
    """Read, ask, write and trace."""
    from quizgen.inputs import News, own_name
    from quizgen.outputs import check_apart, check_writable, write_files
    from quizgen.pipeline import Tally

    check_writable(outputs)
    tally = Tally()
    with _told(News(sources, few=bool(chosen["kinds"]))) as news:
        check_apart(outputs, news.paths)
        quiz = _quiz(news, tally, own_name(sources[0]), chosen)
        news.close(tally, asked=bool(quiz.questions or quiz.sets))
    _tell("Note", write_files(quiz, outputs))
    return tally, quiz, news.skipped


def _push(deck: Path, port: int, key: str | None) -> None:
    """Hand the deck to Anki, or leave with the exit code that says that it is but written."""
    from quizgen.outputs import push_deck

    try:
        push_deck(deck, port, key)
    except PushError as error:
        click.echo(f"Error: {deck} is written, but Anki has not taken it: {error}", err=True)
        raise click.exceptions.Exit(NOT_PUSHED) from error
    click.echo("Anki has taken the deck.", err=True)


def _quiz(news: News, tally: Tally, name: str, chosen: dict[str, Any]) -> Quiz:
    """The quiz, under the title that was chosen, its only article's, that of its common topic, or the name's."""
    from quizgen.parallel import useful_jobs
    from quizgen.pipeline import Options, make_quiz

    names = ("density", "limit", "forms", "difficulty", "templates", "seed")
    given = {name: chosen[name] for name in names if chosen[name] is not None}
    kinds = frozenset(chosen["kinds"]) if chosen["kinds"] else None
    jobs = chosen["jobs"] or useful_jobs(len(news.paths))
    options = Options(kinds=kinds, passages=chosen.get("passages", False), jobs=jobs, **given)
    with _watched("Reading articles")(len(news.paths)) as step:
        quiz = make_quiz(news.readable(step), chosen["title"] or "", options, tally=tally, progress=step)
    if chosen["title"]:
        return quiz
    only = quiz.sources[0].title if len(quiz.sources) == 1 else ""
    return replace(quiz, title=only or quiz.title or f"News quiz: {_readable(name)}")


def _layout(chosen: dict[str, Any]) -> Layout:
    from quizgen.outputs import Layout

    return Layout(chosen["type_in"], chosen["subdecks"], chosen["title"] or "")


def _sum_up(
    run: Run, files: Sequence[Path], chosen: dict[str, Any], changes: Changes | None = None,
    anki: tuple[int, str | None] | None = None,
) -> None:  # fmt: skip
    """Tell what was done, push the file to the Anki at that port and with that key, and leave with an exit code."""
    from quizgen.report import change_lines, changes_record, summary, table

    tally, quiz, skipped = run
    if chosen["as_json"]:
        told = summary(tally, quiz, files, skipped) | ({"changes": changes_record(changes)} if changes else {})
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo("\n".join([table(tally, quiz, files, skipped), *(change_lines(changes) if changes else ())]))
    if anki:
        _push(files[0], *anki)
    _leave(skipped, chosen["keep_going"])


@contextmanager
def _told(news: News) -> Iterator[News]:
    """Whatever happens to the articles, tell what was odd about them and which were left out."""
    error: QuizgenError | None = None
    try:
        yield news
    except QuizgenError as raised:
        error = raised
        raise
    finally:
        _tell("Note", news.notes)
        _tell("Skipped", (str(fault) for fault in news.skipped if fault is not error))


def _watched(label: str) -> Callable[[int], AbstractContextManager[Callable[[], None]]]:
    """What shows a progress bar, where somebody sees it: told of so many steps, it gives what to call at each."""

    @contextmanager
    def watch(length: int) -> Iterator[Callable[[], None]]:
        if not _is_seen():
            yield lambda: None
            return
        with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
            yield lambda: bar.update(1)

    return watch


def _is_seen() -> bool:
    return sys.stderr.isatty()


def _tell(what: str, sentences: Iterable[str]) -> None:
    for sentence in sentences:
        click.echo(f"{what}: {sentence}", err=True)


def _leave(skipped: Sequence[QuizgenError], keep_going: bool) -> None:
    if skipped and not keep_going:
        raise click.exceptions.Exit(SKIPPED)
