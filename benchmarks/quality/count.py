"""Judged sheets into shares: how many are acceptable, by form, kind and template, and how sure that is."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Z = 1.96  # of the normal distribution: 95 of 100 intervals hold the true share
_ENTRY = re.compile(
    r"^verdict:[ \t]*(?P<verdict>.*)\n\s*^defect:[ \t]*(?P<defect>.*)\n\s*"
    r"^<!-- (?P<form>\S+) \| (?P<kind>\S+) \| (?P<template>\S+) \| (?P<id>\S+) -->$",
    re.MULTILINE,
)
_VERDICTS = {"yes": True, "y": True, "no": False, "n": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """One judged question."""

    good: bool
    defect: str
    form: str
    kind: str
    template: str


def entries(sheet: str) -> Iterator[Entry]:
    """The entries of a sheet that bear a verdict.

    Raises:
        ValueError: a verdict is neither yes nor no.
    """
    for found in _ENTRY.finditer(sheet):
        verdict = found["verdict"].strip().lower().strip("`*.")
        if not verdict:
            continue
        if verdict not in _VERDICTS:
            raise ValueError(f"question {found['id']}: the verdict {verdict!r} is neither yes nor no")
        defect = found["defect"].strip()
        yield Entry(_VERDICTS[verdict], defect, found["form"], found["kind"], found["template"])


def wilson(good: int, total: int) -> tuple[float, float]:
    """The 95% interval of a share, after Wilson (1927), which holds for few and for nearly all too."""
    if not total:
        return 0.0, 1.0
    share, square = good / total, Z * Z / total
    middle = (share + square / 2) / (1 + square)
    width = Z * math.sqrt(share * (1 - share) / total + square / (4 * total)) / (1 + square)
    return max(0.0, middle - width), min(1.0, middle + width)


def table(judged: Sequence[Entry]) -> Iterator[str]:
    """Lines: all, then by form, kind and template, the weakest first; the defects at the end."""
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for entry in judged:
        for key in (("", "all"), ("form", entry.form), ("kind", entry.kind), ("template", entry.template)):
            groups[key].append(entry.good)
    last = ""
    for (what, name), verdicts in sorted(groups.items(), key=lambda one: (one[0][0], sum(one[1]) / len(one[1]))):
        if what != last:
            yield f"\n{what}"
            last = what
        good, total = sum(verdicts), len(verdicts)
        low, high = wilson(good, total)
        yield f"  {name:<30}{good:>4} of {total:<4}{good / total:>5.0%}  ({low:.0%} to {high:.0%})"
    defects = Counter(entry.defect or "unnamed" for entry in judged if not entry.good)
    if defects:
        yield "\ndefect"
        yield from (f"  {name:<30}{count:>4}" for name, count in defects.most_common())
