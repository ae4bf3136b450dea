"""How many of a hundred questions would a teacher put into a quiz unchanged?

    python -m benchmarks.quality FOLDER --draw 60 --seed 1 --out SHEET.md
    python -m benchmarks.quality --judge SHEET.md
    python -m benchmarks.quality --count SHEET.md [SHEET.md ...]

The first command builds a quiz of the articles in FOLDER as `quizgen build` does, draws questions, and writes a sheet
that shows each as its card does. The second shows one card at a time without its article, asks for a verdict and the
code of a defect, then shows the source sentence and lets the judge think again; what was said so far is kept. The
verdicts can be written into the sheet by hand as well. The third counts, with the 95% interval of each share.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality.count import entries, table
from benchmarks.quality.judge import judge
from benchmarks.quality.sheet import build, draw, sheet


def main() -> None:
    """Draw, judge or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--draw", type=int, default=60, help="how many questions (default 60)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default 1)")
    parser.add_argument("--density", type=float, help="questions a hundred words, if not the default")
    parser.add_argument("--out", type=Path, help="the sheet to write")
    parser.add_argument("--judge", type=Path, metavar="SHEET", help="a sheet to go through")
    parser.add_argument("--count", type=Path, nargs="+", metavar="SHEET", help="sheets that were judged")
    arguments = parser.parse_args()
    if arguments.count:
        print("\n".join(table([entry for path in arguments.count for entry in entries(path.read_text("utf-8"))])))
    elif arguments.judge:
        for text in judge(arguments.judge.read_text("utf-8"), input, print):
            arguments.judge.write_text(text, encoding="utf-8")
    elif arguments.folder and arguments.out:
        quiz = build(arguments.folder, arguments.density)
        drawn = draw(quiz, arguments.draw, arguments.seed)
        arguments.out.write_text(sheet(drawn, len(quiz.questions), arguments.seed), encoding="utf-8")
        print(f"{arguments.out}: {len(drawn)} of {len(quiz.questions)} questions")
    else:
        parser.error("give a FOLDER and --out, or --judge or --count and a sheet")


if __name__ == "__main__":
    main()
