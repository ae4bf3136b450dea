"""Derive the lexicon of common nouns: what each noun mostly is, counted over GUM's annotated mentions.

    python -m training.nouns TREEBANKS quizgen/language/data/nouns.tsv

GUM marks every mention, names and common nouns alike, with its type; the head noun's lemma is counted under it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

MARK = re.compile(r"\(([^-()]+)-([a-z]+)[^()]*(\)?)|([^()]+)\)")  # opens (and perhaps closes at once), or closes
KINDS = {"animal": "object", "plant": "object", "substance": "object"}
LEAST = 1  # mentions of a noun before it is worth a line
Row = list[str]


def sentences(path: Path) -> Iterator[list[Row]]:
    """The sentences of a CoNLL-U file, each a list of its words' ten columns (no ranges, no empty nodes)."""
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        yield rows


def mentions(rows: list[Row]) -> Iterator[tuple[str, str, int, int]]:
    """The mentions of one sentence: coreference group, type, first and last word (counted from 0)."""
    stack: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for found in MARK.finditer(entity):
            if found[1] and found[3]:
                yield found[1], found[2], i, i
            elif found[1]:
                stack.append((found[1], found[2], i))
            else:
                at = max((k for k, opened in enumerate(stack) if opened[0] == found[4]), default=None)
                if at is not None:
                    group, kind, first = stack.pop(at)
                    yield group, kind, first, i


def head(rows: list[Row], first: int, last: int) -> int | None:
    """The word between `first` and `last` whose governor stands outside; None when there are several."""
    inside = range(first, last + 1)
    heads = [i for i in inside if int(rows[i][6]) - 1 not in inside]
    return heads[0] if len(heads) == 1 else None


def count(folder: Path) -> dict[str, Counter[str]]:
    """How often each common noun's lemma heads a mention of each type."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("*.conllu")):
        for rows in sentences(path):
            for _, kind, first, last in mentions(rows):
                at = head(rows, first, last)
                if at is not None and rows[at][4] in {"NN", "NNS"} and rows[at][2].isalpha():
                    counts[rows[at][2].lower()][KINDS.get(kind, kind)] += 1
    return counts


def main() -> None:
    """Write the lexicon: lemma, type, mentions of that type, mentions in all."""
    treebanks, out = Path(sys.argv[1]), Path(sys.argv[2])
    lines = ["# From GUM (train part), CC BY 4.0; made by training/nouns.py: lemma, type, count, of"]
    for lemma, types in sorted(count(treebanks / "gum" / "train").items()):
        kind, most = min(types.items(), key=lambda pair: (-pair[1], pair[0]))
        if most >= LEAST:
            lines.append(f"{lemma}\t{kind}\t{most}\t{types.total()}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
