"""Treebanks → spaCy's binary documents, one file a source."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training.columns import Row, guess_spaces, hide_handles, plain_labels, read_columns, read_uner
from training.conllu import Sentence, Token, read_conllu
from training.names import gum_labels, silver_labels

NEWS_GENRES = ("news", "interview", "bio")  # what quizgen reads most resembles these
GUM_GENRES = (*NEWS_GENRES, "academic", "court", "voyage")
LONG_ENOUGH = 40  # tokens; shorter paragraphs are put together, as in an article
TOO_LONG = 90  # tokens; longer paragraphs are cut between sentences: the parser's training slows down on them
SENTENCES_TOGETHER = 3  # of the corpora that keep no paragraphs

Labelled = tuple[Sentence, list[str]]


def convert(treebanks: Path, out: Path, seed: int = 0) -> None:
    """Write `train/<source>.spacy` and `dev/<source>.spacy` under `out`."""
    random.seed(seed)
    vocab = Vocab()
    ewt = list(read_conllu(treebanks / "ewt" / "en_ewt-train.conllu"))
    _write(out / "train" / "ewt.spacy", _documents(vocab, ewt, silver_labels(ewt)))
    for part in ("train", "dev"):
        for genre in GUM_GENRES:
            files = sorted((treebanks / "gum" / part).glob(f"GUM_{genre}_*.conllu"))
            found = [sentence for file in files for sentence in read_conllu(file)]
            _write(
                out / part / f"gum_{genre}.spacy",
                _documents(vocab, found, gum_labels(found), part == "train"),
            )
    _write(out / "dev" / "ewt.spacy", _ewt_dev(vocab, treebanks))
    for name, rows in _name_corpora(treebanks).items():
        _write(out / "train" / f"{name}.spacy", _name_documents(vocab, rows))


def _ewt_dev(vocab: Vocab, treebanks: Path) -> Iterator[Doc]:
    """EWT's development part with the names that Universal NER marks in it."""
    sentences = list(read_conllu(treebanks / "ewt" / "en_ewt-dev.conllu"))
    names = read_uner(treebanks / "uner" / "en_ewt-dev.iob2")
    labels = [plain_labels(label for _, label in names[sentence.sent_id]) for sentence in sentences]
    return _documents(vocab, sentences, labels, mixed=False)


def _name_corpora(treebanks: Path) -> dict[str, list[list[Row]]]:
    twitter = sorted((treebanks / "btc").glob("*.conll"))
    emerging = sorted((treebanks / "wnut17").glob("*"))
    return {
        "uner": list(read_uner(treebanks / "uner" / "en_ewt-test.iob2").values()),
        "wikigold": list(read_columns(treebanks / "wikigold" / "wikigold.conll.txt")),
        "btc": [rows for file in twitter for rows in read_columns(file, "\t")],
        "wnut": [rows for file in emerging for rows in read_columns(file, "\t")],
    }


def _documents(
    vocab: Vocab, sentences: Sequence[Sentence], labels: Sequence[list[str]], mixed: bool = True
) -> Iterator[Doc]:
    """One document a paragraph; with `mixed`, short ones of a text together, line breaks between them."""
    group: list[list[Labelled]] = []
    for paragraph in _paragraphs(zip(sentences, labels, strict=True), TOO_LONG if mixed else math.inf):
        follows = (
            bool(group)
            and paragraph[0][0].opens_paragraph
            and group[0][0][0].document == paragraph[0][0].document
        )
        short = _length([*group, paragraph]) < TOO_LONG and _length(group) < LONG_ENOUGH
        if group and not (mixed and follows and short):
            yield _document(vocab, group)
            group = []
        group.append(paragraph)
    if group:
        yield _document(vocab, group)


def _paragraphs(sentences: Iterable[Labelled], limit: float) -> Iterator[list[Labelled]]:
    """The paragraphs, in pieces of whole sentences that have no more than `limit` tokens where they can."""
    paragraph: list[Labelled] = []
    length = 0
    for sentence, labels in sentences:
        length += len(sentence.tokens)
        if paragraph and (sentence.opens_paragraph or length > limit):
            yield paragraph
            paragraph, length = [], len(sentence.tokens)
        paragraph.append((sentence, labels))
    if paragraph:
        yield paragraph


def _length(group: list[list[Labelled]]) -> int:
    return sum(len(sentence.tokens) for paragraph in group for sentence, _ in paragraph)


def _document(vocab: Vocab, paragraphs: list[list[Labelled]]) -> Doc:
    """A document of paragraphs; white space between two is a token of its own, as for spaCy's tokenizer."""
    tokens: list[Token] = []
    labels: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            tokens[-1].space_after = False
            tokens.append(_line_break(len(tokens) - 1))
            labels.append("O")
        for sentence, names in paragraph:
            offset = len(tokens)
            tokens += [_shifted(token, offset) for token in sentence.tokens]
            labels += names
    return make_doc(vocab, tokens, labels)


def _shifted(token: Token, offset: int) -> Token:
    return Token(
        token.form, token.lemma, token.upos, token.xpos, token.feats, token.head + offset, token.deprel, {},
        token.space_after,
    )  # fmt: skip


def _line_break(before: int) -> Token:
    form = random.choice(["\n", "\n\n"])
    return Token(form, form, "SPACE", "_SP", "_", before, "dep", {}, False)


def make_doc(vocab: Vocab, tokens: Sequence[Token], labels: Sequence[str]) -> Doc:
    """A spaCy document with all that the treebank says of the tokens, whose heads are indices into them."""
    doc = Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=[token.space_after for token in tokens],
        tags=[token.xpos for token in tokens],
        pos=[token.upos for token in tokens],
        morphs=["" if token.feats == "_" else token.feats for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[token.head for token in tokens],
        deps=["ROOT" if token.deprel == "root" else token.deprel for token in tokens],
    )
    return set_names(doc, labels)


def set_names(doc: Doc, labels: Sequence[str]) -> Doc:
    """The document with its entities set from labels, `-` standing for unknown."""
    spans, unknown, start = [], [], None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            spans.append(Span(doc, start, index, label=labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = index
        elif label == "-":
            unknown.append(doc[index : index + 1])
    doc.set_ents(spans, missing=unknown, default="outside")
    return doc


def _name_documents(vocab: Vocab, sentences: Sequence[list[Row]]) -> Iterator[Doc]:
    """Documents with names alone, a few sentences each."""
    for first in range(0, len(sentences), SENTENCES_TOGETHER):
        rows = [rows for group in sentences[first : first + SENTENCES_TOGETHER] for rows in group]
        words = [word for word, _ in rows]
        labels = hide_handles(words, plain_labels(label for _, label in rows))
        yield set_names(Doc(vocab, words=words, spaces=guess_spaces(words)), labels)


def _write(path: Path, documents: Iterable[Doc]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=documents, store_user_data=False).to_disk(path)
