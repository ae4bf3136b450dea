"""CoNLL-U files → sentences, with what training needs of each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

# One character for one, so that offsets hold: the package looks at articles in much the same way.
PLAIN = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    }
)

# Subtypes that the package's rules ask for; the others are rare and stand for their plain relation.
KEPT_SUBTYPES = frozenset(
    """acl:relcl aux:pass compound:prt csubj:pass det:predet nmod:desc nmod:poss nmod:unmarked nsubj:pass
    obl:agent obl:unmarked""".split()
)


@dataclass
class Token:
    """One syntactic word; `head` is the index of its head in the sentence, its own index at the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: dict[str, str] = field(default_factory=dict)
    space_after: bool = True

    @property
    def is_name(self) -> bool:
        """Whether the Penn tag says proper noun."""
        return self.xpos in {"NNP", "NNPS"}


@dataclass
class Sentence:
    """The tokens of one sentence and where in its document it stands."""

    tokens: list[Token]
    sent_id: str = ""
    document: str = ""
    opens_paragraph: bool = False


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order."""
    with path.open(encoding="utf-8") as lines:
        yield from parse_conllu(lines)


def parse_conllu(lines: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of CoNLL-U text; multiword tokens give only their spacing, empty nodes nothing."""
    document = ""
    for comments, rows in blocks(lines):
        meta = dict(comment.partition(" = ")[::2] for comment in comments)
        document = meta.get("newdoc id", document)
        opens = any(comment.startswith(("newpar", "newdoc")) for comment in comments)
        yield Sentence(_tokens(rows), meta.get("sent_id", ""), document, opens)


def blocks(lines: Iterable[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The comments (without their mark) and the split rows of each block that blank lines bound."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in lines:
        text = line.rstrip("\r\n")
        if text.startswith("#"):
            comments.append(text[1:].strip())
        elif text:
            rows.append(text.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []
    if rows:
        yield comments, rows


def _tokens(rows: list[list[str]]) -> list[Token]:
    joined = _multiword_spacing(rows)
    tokens = []
    for row in rows:
        if not row[0].isdigit():
            continue
        index, head = int(row[0]) - 1, int(row[6]) - 1
        misc = dict(item.partition("=")[::2] for item in row[9].split("|"))
        space = joined.get(index, misc.get("SpaceAfter") != "No")
        form = row[1].translate(PLAIN).replace(" ", "")
        lemma = "" if row[2] == "_" != row[1] else row[2].translate(PLAIN)
        head = index if head < 0 else head
        tokens.append(Token(form, lemma, row[3], row[4], row[5], head, _relation(row[7]), misc, space))
    return tokens


def _relation(deprel: str) -> str:
    return deprel if deprel in KEPT_SUBTYPES else deprel.partition(":")[0]


def _multiword_spacing(rows: list[list[str]]) -> dict[int, bool]:
    """Whether a space follows, for each token (by index) inside a multiword token such as `don't`."""
    spacing: dict[int, bool] = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            spacing.update(dict.fromkeys(range(int(first) - 1, int(last) - 1), False))
            spacing[int(last) - 1] = "SpaceAfter=No" not in row[9].split("|")
    return spacing
