"""How well names are found and typed: PER, ORG and LOC on Universal NER's English Web Treebank.

    python -m benchmarks.names TREEBANKS [--part dev|test] [--errors]

The sentences of a document (their ids tell) are read as one article, so that a name is typed over all its mentions.
A name counts as found when its letters and its type are the annotators' own.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.language import parse
from quizgen.language.cast import Cast
from quizgen.model import Article, Block, EntityType, Source, Span

LABELS: dict[EntityType, str] = {
    "person": "PER", "organization": "ORG", "country": "LOC", "city": "LOC", "place": "LOC",
}  # fmt: skip
Gold = set[tuple[Span, str]]


@dataclass
class Document:
    """A document of the treebank: its sentences, one a line, and the annotated names in it."""

    id: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    gold: Gold = field(default_factory=set)

    def add(self, text: str, words: list[tuple[str, str]]) -> None:
        """Add a sentence and the labels of its words."""
        start = len(self.text)
        self.text += text + "\n"
        self.blocks.append(Block("paragraph", Span(start, start + len(text))))
        at, first, kind = start, -1, ""
        for word, label in [*words, ("", "O")]:
            if first >= 0 and not label.startswith("I-"):
                self.gold.add((Span(first, at), kind))
                first = -1
            here = self.text.find(word, at)
            if label.startswith("B-"):
                first, kind = here, label[2:]
            at = here + len(word) if word else at

    def article(self) -> Article:
        """The document as an article."""
        return Article(Source(self.id, "", self.id), self.text, tuple(self.blocks))


def documents(path: Path) -> Iterator[Document]:
    """The documents of an IOB2 file: comment lines, then number, word and label, one word a line."""
    found: dict[str, Document] = {}
    name = text = ""
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            name = line.split("=")[1].strip().rpartition("-")[0]
        elif line.startswith("# text"):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            words.append((columns[1], columns[2].replace("B-OTH", "O").replace("I-OTH", "O")))
        elif not line and words:
            found.setdefault(name, Document(name)).add(text, words)
            words = []
    yield from found.values()


def score(found: Iterator[Document], *, show: bool) -> dict[str, Counter[str]]:
    """Right, found and annotated names by label; `show` prints what differs."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in found:
        (parsed,) = parse([document.article()])
        guessed = {
            (span, LABELS[name.type]) for name in Cast(parsed).names for span in name.mentions if name.type in LABELS
        }
        for which, names in (("found", guessed), ("gold", document.gold), ("right", guessed & document.gold)):
            for _, label in names:
                counts[label][which] += 1
        if show:
            for sign, names in (("+", guessed - document.gold), ("-", document.gold - guessed)):
                for span, label in sorted(names):
                    context = document.text[max(0, span.start - 40) : span.end + 30].replace("\n", "|")
                    print(f"{sign} {label} {span.of(document.text)!r:40} {context}")
    return counts


def main() -> None:
    """Print precision, recall and F for each label and all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "test"))
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    path = arguments.treebanks / "uner" / f"en_ewt-{arguments.part}.iob2"
    counts = score(documents(path), show=arguments.errors)
    counts["all"] = sum(counts.values(), Counter())
    for label, row in sorted(counts.items()):
        precision, recall = row["right"] / max(row["found"], 1), row["right"] / max(row["gold"], 1)
        f = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{label:4} P {precision:.1%} R {recall:.1%} F {f:.1%} of {row['gold']}")


if __name__ == "__main__":
    main()
