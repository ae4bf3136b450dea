"""How often a replaced pronoun or description is replaced rightly, and how many are: on GUM's coreference.

    python -m benchmarks.references TREEBANKS [--part dev|train] [--genres news,bio] [--errors]

A replacement is right when the words it points at belong to the same group of mentions as the words it replaces.
Recall counts the third-person pronouns whose group holds a name, and the bare descriptions ("the company") whose group
was named before.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.language import parse
from quizgen.language.cast import Cast
from quizgen.model import Article, Block, Source, Span
from training.nouns import Row, head, mentions, sentences

THIRD = frozenset("he she it they him her his its their them".split())
POINTING = frozenset({"the", "this", "that", "these"})
BARE = 3  # words of a description that only points, its possessive ending among them
PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True)
class Mention:
    """An annotated mention: its letters, its head word's letters, its group, whether the head is a proper noun."""

    span: Span
    head: Span
    group: str
    proper: bool
    kind: str
    tag: str
    lemma: str


@dataclass
class Document:
    """A GUM document: its sentences, one a line, and all mentions in it."""

    id: str
    title: str = ""
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, rows: list[Row]) -> None:
        """Add a sentence, its words set apart as the annotators had them."""
        start, spans = len(self.text), list[Span]()
        for row in rows:
            spans.append(Span(len(self.text), len(self.text) + len(row[1])))
            self.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        self.blocks.append(Block("paragraph", Span(start, spans[-1].end)))
        self.text += "\n"
        for group, kind, first, last in mentions(rows):
            at = head(rows, first, last)
            at = first if at is None else at
            span = Span(spans[first].start, spans[last].end)
            row = rows[at]
            self.mentions.append(
                Mention(span, spans[at], group.partition("[")[0], row[4] in PROPER, kind, row[4], row[2])
            )

    def article(self) -> Article:
        """The document as an article."""
        return Article(Source(self.id, self.title, self.id), self.text, tuple(self.blocks))

    def pointed(self, span: Span) -> set[str]:
        """The groups that `span` names: of the largest mention inside it, or of the smallest one around it."""
        inside = [mention for mention in self.mentions if span.contains(mention.span) and span.contains(mention.head)]
        longest = max((mention.span.end - mention.span.start for mention in inside), default=0)
        groups = {mention.group for mention in inside if mention.span.end - mention.span.start == longest}
        around = [m for m in self.mentions if m.span.contains(span) and (span.contains(m.head) or not inside)]
        nearest = min(around, key=lambda mention: mention.span.end - mention.span.start, default=None)
        return groups | ({nearest.group} if nearest else set())

    def is_named_again(self, mention: Mention) -> bool:
        """Whether a bare description, of at most three words, speaks of what a name stood for before it."""
        words = self.text[mention.span.start : mention.span.end].lower().split()
        if mention.proper or words[0] not in POINTING or len(words) > BARE:
            return False
        return any(m.proper and m.group == mention.group and m.span < mention.span for m in self.mentions)

    def at(self, span: Span) -> Mention | None:
        """The mention with this head: the word alone where that is one, or else the longest."""
        fitting = [mention for mention in self.mentions if mention.head == span]
        return max(fitting, key=lambda m: (m.span == span, m.span.end), default=None)


def documents(folder: Path, genres: tuple[str, ...]) -> Iterator[Document]:
    """The documents of these genres."""
    for path in sorted(folder.glob("*.conllu")):
        if path.stem.split("_")[1] in genres:
            title = next((line.partition("=")[2].strip() for line in path.read_text(encoding="utf-8").splitlines()
                          if line.startswith("# meta::title")), "")  # fmt: skip
            document = Document(path.stem, title)
            for rows in sentences(path):
                document.add(rows)
            yield document


def score(document: Document, counts: Counter[str], *, show: bool) -> None:
    """Count right and wrong replacements in one document, pronouns and descriptions apart."""
    (parsed,) = parse([document.article()])
    cast = Cast(parsed)
    named = {mention.group for mention in document.mentions if mention.proper}
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            span = sentence.span(token, token)
            mention = document.at(span)
            pronoun = token.lower_ in THIRD and token.tag_ in {"PRP", "PRP$"}
            which = token.lower_ if pronoun else "name" if cast.name_at(token) else "description"
            is_named = mention is not None and (
                mention.group in named if pronoun else which == "description" and document.is_named_again(mention)
            )
            counts[f"{which} named"] += is_named
            reference = cast.resolve(token)
            if reference is None or (mention is None and not pronoun):
                continue
            right = mention is not None and mention.group in document.pointed(reference.antecedent)
            counts[f"{which} {'right' if right else 'wrong'}"] += 1
            counts[f"{which} found"] += is_named and right
            if show and not right:
                print(f"{document.id}: {token.text} => {reference.wording} || {sentence.sentence.text}")


def main() -> None:
    """Print right, wrong and recall for each pronoun, for surnames and for descriptions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--genres", default="news,bio")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for document in documents(arguments.treebanks / "gum" / arguments.part, tuple(arguments.genres.split(","))):
        score(document, counts, show=arguments.errors)
    rows = sorted({key.split()[0] for key in counts})
    for name, parts in (*((row, (row,)) for row in rows), ("all pronouns", tuple(THIRD)), ("all", tuple(rows))):
        right, wrong, found, known = (
            sum(counts[f"{row} {what}"] for row in parts) for what in ("right", "wrong", "found", "named")
        )
        recall = f"{found / known:6.1%}" if known else "     –"
        print(
            f"{name:14} right {right:4} wrong {wrong:3} precision {right / max(right + wrong, 1):6.1%} recall {recall}"
        )


if __name__ == "__main__":
    main()
