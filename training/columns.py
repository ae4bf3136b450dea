"""Files of one token a line with its entity label → tokens, labels and spacing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.conllu import PLAIN, blocks
from training.names import OUTSIDE, UNKNOWN

# How the corpora call the three types; every other type is none of them, and so `O`.
TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "person": "PER", "location": "LOC", "corporation": "ORG"}
# WNUT's groups are bands and teams as well as offices: some would be organizations, so they stay open.
VAGUE_TYPES = {"group", "OTH"}

NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 're 've 'll 'd 'm ...".split())
NO_SPACE_AFTER = frozenset("( [ { $ # @".split())

Row = tuple[str, str]


def read_columns(path: Path, separator: str | None = None) -> Iterator[list[Row]]:
    """The sentences of a file with a word and its label in each line."""
    with path.open(encoding="utf-8") as lines:
        yield from parse_columns(lines, separator)


def parse_columns(lines: Iterable[str], separator: str | None = None) -> Iterator[list[Row]]:
    """As `read_columns`, from lines."""
    rows: list[Row] = []
    for line in lines:
        fields = line.strip().split(separator)
        if len(fields) > 1:
            rows.append((fields[0].translate(PLAIN), fields[1]))
        elif rows and not line.strip():
            yield rows
            rows = []
    if rows:
        yield rows


def read_uner(path: Path) -> dict[str, list[Row]]:
    """The sentences of a Universal NER file by their ids."""
    with path.open(encoding="utf-8") as lines:
        return {
            next(comment[10:] for comment in comments if comment.startswith("sent_id = ")): [
                (row[1].translate(PLAIN), row[2]) for row in rows
            ]
            for comments, rows in blocks(lines)
        }


def plain_labels(labels: Iterable[str]) -> list[str]:
    """Labels of any corpus as `B-`/`I-` with PER, ORG and LOC; IOB1's bare `I-` opens a name as well."""
    result: list[str] = []
    previous = OUTSIDE
    for label in labels:
        prefix, _, kind = label.partition("-")
        if kind in VAGUE_TYPES:
            result.append(UNKNOWN)
        elif kind in TYPES:
            opens = prefix == "B" or previous.partition("-")[2] != kind
            result.append(("B-" if opens else "I-") + TYPES[kind])
        else:
            result.append(OUTSIDE)
        previous = label
    return result


def hide_handles(words: list[str], labels: list[str]) -> list[str]:
    """Labels with Twitter's @names, #tags and links made unknown: articles have none to learn them for."""
    hidden = list(labels)
    for index, (word, label) in enumerate(zip(words, labels, strict=True)):
        follows_at = index > 0 and words[index - 1] == "@"
        if (
            word.startswith(("@", "#", "http"))
            or follows_at
            or (label.startswith("I-") and hidden[index - 1] == UNKNOWN)
        ):
            hidden[index] = UNKNOWN
    return hidden


def guess_spaces(words: list[str]) -> list[bool]:
    """Whether a space followed each word, for corpora that kept the words alone."""
    spaces = []
    for word, after in zip(words, [*words[1:], ""], strict=True):
        spaces.append(bool(after) and after not in NO_SPACE_BEFORE and word not in NO_SPACE_AFTER)
    return spaces
