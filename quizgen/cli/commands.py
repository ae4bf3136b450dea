"""The commands: arguments in, messages out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from quizgen import __version__
from quizgen.cli.messages import leave, telling, watched
from quizgen.cli.options import (
    FILE,
    articles_argument,
    deck_options,
    keep_going_option,
    kinds_option,
    print_options,
    push_options,
    quiz_options,
)
from quizgen.cli.running import layout, printing, run, sum_up
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.inputs import News
    from quizgen.pipeline import Tally

FORMATS = {"apkg": ".apkg", "tsv": ".tsv", "quizlet": ".quizlet.tsv"}  # of cards, each with the ending of its files


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
        anki_deck(paths["apkg"], layout(chosen)),
        *printed(paths["pdf"], printing(chosen), watched("Printing")),
        open_lines(paths["jsonl"]),
    )
    sum_up(run(sources, outputs, chosen), [output.path for output in outputs], chosen)


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
            "apkg": anki_deck(file, layout(chosen), diff),
            "tsv": anki_text(file, layout(chosen)),
            "quizlet": quizlet_text(file),
        }
        done = run(articles, (outputs[kind],), chosen)
        changes = compare(before, read_notes(file)) if before is not None else None
    sum_up(done, [output] if output else [], chosen, changes, (port, key) if push else None)


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

    outputs = printed(output, printing(chosen), watched("Printing"))
    sum_up(run(articles, outputs, chosen), [one.path for one in outputs], chosen)


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
    with telling(News(articles, few=bool(kinds))) as news:
        wanted = frozenset(kinds) if kinds else None
        for told in (_conflicts if conflicts else _facts)(news, wanted, tally, as_json):
            click.echo(told)
        news.close(tally)
    leave(news.skipped, keep_going)


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
