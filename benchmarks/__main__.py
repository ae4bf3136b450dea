"""The benchmarks and how they are run.

    python -m benchmarks.speed FOLDER                    a full build against parsing alone, our decks against genanki's
    python -m benchmarks.scale                           time and memory of a deck of 50,000 notes
    python -m benchmarks.printing                        500 items printed against bare reportlab, and their memory
    python -m benchmarks.coverage GOLD TEXTS             how many key facts a dense quiz asks for
    python -m benchmarks.lengths FOLDER                  how long questions and answers are
    python -m benchmarks.quality FOLDER --out SHEET.md   draws questions for a judge
    python -m benchmarks.quality --count SHEET.md        counts the judge's verdicts
    python -m benchmarks.names TREEBANKS                 how well names are found and typed
    python -m benchmarks.references TREEBANKS            how often a replaced reference is right

FOLDER and TEXTS hold articles; GOLD holds key facts, a file of lines for each article. This command runs the first
one on the folder that it is given, or on seeds/.
"""

import sys
from pathlib import Path

from benchmarks.speed import main as speed

if __name__ == "__main__":
    print(__doc__)
    if len(sys.argv) == 1:
        sys.argv.append(str(Path(__file__).parent.parent / "seeds"))
    speed()
