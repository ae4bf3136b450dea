"""`python -m training TREEBANKS`: train the English pipeline and put it into the package."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from training.card import write_card
from training.clusters import write_clusters
from training.convert import convert
from training.evaluate import Report, evaluate
from training.train import train

PACKAGE_DATA = Path(__file__).resolve().parent.parent / "quizgen" / "language" / "en"
FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("treebanks", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--work", type=FOLDER, default=Path("build/training"), show_default=True, help="Where the work is kept."
)
@click.option(
    "--out",
    type=FOLDER,
    default=PACKAGE_DATA,
    help="Where the pipeline goes; the package's data if left out.",
)
@click.option(
    "--steps", type=click.IntRange(min=1), help="Steps to train, if not as many as config.cfg says."
)
def main(treebanks: Path, work: Path, out: Path, steps: int | None) -> None:
    """Train the English pipeline on the corpora in TREEBANKS, evaluate it, describe it and install it.

    Example: python -m training ../treebanks --work /tmp/training
    """
    click.echo(f"Converting {treebanks}")
    convert(treebanks, work / "data")
    write_clusters(work / "data" / "clusters.npz")
    best = train(work / "data", work / "pipeline", _shortened(steps) if steps else {})
    report = evaluate(best, work / "data" / "dev")
    write_card(best, report)
    install(best, out)
    click.echo(_summary(report))
    click.echo(f"Wrote {out}")


def _shortened(steps: int) -> dict[str, int]:
    """Overrides of config.cfg for a run of so many steps, evaluated ten times."""
    return {"training.max_steps": steps, "training.eval_frequency": max(1, steps // 10)}


def install(pipeline: Path, out: Path) -> None:
    """Put a copy of the pipeline's folder in the place of `out`, which never stands half written."""
    fresh, old = out.with_name(out.name + ".new"), out.with_name(out.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(pipeline, fresh)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _summary(report: Report) -> str:
    lines = [
        f"{part}: " + ", ".join(f"{name} {value:.1f}" for name, value in scores.items())
        for part, scores in report.scores.items()
    ]
    return "\n".join([*lines, f"{report.words_per_second:,.0f} words a second, {report.megabytes:.1f} MB"])


if __name__ == "__main__":
    main()
