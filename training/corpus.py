"""What the training loop reads: documents of all sources, mixed and varied anew in each round."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from training.convert import set_names
from training.lists import cities, countries, people

Names = dict[tuple[str, int], list[tuple[str, ...]]]

NAMED_TAGS = {"", "NNP", "NNPS"}
PEOPLE = 6_000  # names of people made up from lists, beside the corpora's own
RAISED_LENGTH = 25  # tokens; headlines are about as long, and only they are written in capitals


def create_mixed_corpus(
    path: str, shares: dict[str, float], swap: float, raise_case: float, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """A reader of `<path>/<source>.spacy` for each source in `shares`, one shuffled round a call.

    Args:
        shares: how often each document of a source is read in a round; 0.3 reads three in ten, drawn anew.
        swap: the share of documents in which each name is replaced by another of its type and length.
        raise_case: the share of short documents written in capitals.
        seed: what the draws start from.
    """
    draw = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        sources = {name: read_documents(nlp, Path(path) / f"{name}.spacy") for name in shares}
        names = collect_names((doc for documents in sources.values() for doc in documents), listed_names())
        round_ = [doc for name, share in shares.items() for doc in _drawn(sources[name], share, draw)]
        draw.shuffle(round_)
        for doc in round_:
            if draw.random() < swap:
                doc = swap_names(doc, names, draw)
            if len(doc) <= RAISED_LENGTH and draw.random() < raise_case:
                doc = rewrite(doc, [token.text.upper() for token in doc])
            yield Example(nlp.make_doc(doc.text), doc)

    return read


registry.readers("quizgen.mixed_corpus.v1", func=create_mixed_corpus)


def read_documents(nlp: Language, path: Path) -> list[Doc]:
    """The documents of one source."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def _drawn(documents: Sequence[Doc], share: float, draw: random.Random) -> list[Doc]:
    whole, part = divmod(share, 1)
    return list(documents) * int(whole) + draw.sample(documents, round(part * len(documents)))


def collect_names(documents: Iterable[Doc], more: Iterable[tuple[str, tuple[str, ...]]] = ()) -> Names:
    """The names in the documents by type and number of words, as often as they occur, and `more` of them."""
    own = [(name.label_, tuple(token.text for token in name)) for doc in documents for name in doc.ents]
    found: Names = defaultdict(list)
    for label, words in [*own, *more]:
        if all(word.isalpha() and word.istitle() for word in words):
            found[label, len(words)].append(words)
    return found


def listed_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Type and words of countries, large cities and people from open lists."""
    for place in (*cities(), *sorted(countries())):
        yield "LOC", tuple(place.split())
    for given, surname in people(PEOPLE):
        yield "PER", (given, surname)
    for given, surname in people(PEOPLE // 5, seed=1):
        yield "PER", (given,)
        yield "PER", (surname,)


def swap_names(doc: Doc, names: Names, draw: random.Random) -> Doc:
    """The document with names of capitalised words replaced by others of the same type and length."""
    words = [token.text for token in doc]
    for name in doc.ents:
        others = names.get((name.label_, len(name)), [])
        plain = all(token.text.istitle() and token.tag_ in NAMED_TAGS for token in name)
        if plain and others:
            words[name.start : name.end] = draw.choice(others)
    return rewrite(doc, words)


def rewrite(doc: Doc, words: Sequence[str]) -> Doc:
    """The document with other words under the same annotation; a changed name is its own lemma."""
    parsed = doc.has_annotation("DEP")
    changed = [
        token.tag_ in NAMED_TAGS and token.text != word for token, word in zip(doc, words, strict=True)
    ]
    copy = Doc(
        doc.vocab,
        words=list(words),
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc] if parsed else None,
        pos=[token.pos_ for token in doc] if parsed else None,
        morphs=[str(token.morph) for token in doc] if parsed else None,
        lemmas=[w if c else t.lemma_ for t, w, c in zip(doc, words, changed, strict=True)]
        if parsed
        else None,
        heads=[token.head.i for token in doc] if parsed else None,
        deps=[token.dep_ for token in doc] if parsed else None,
    )
    return set_names(copy, [_label(doc, index) for index in range(len(doc))])


def _label(doc: Doc, index: int) -> str:
    token = doc[index]
    return {0: "-", 1: f"I-{token.ent_type_}", 2: "O", 3: f"B-{token.ent_type_}"}[token.ent_iob]
