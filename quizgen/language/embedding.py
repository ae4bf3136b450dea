"""The layer that turns words into vectors: their form, and the cluster of words that they are used like.

The treebanks are small, and most of the words of a news article do not stand in them. Brown clusters (Brown et al.,
"Class-based n-gram models of natural language", 1992), counted on much more text, tell that "troops" is used like
"soldiers" and "Baghdad" like "Damascus". A word's cluster is a path in a binary tree, whose first few steps make
coarser groups, so each prefix of the path is a feature of its own, as in Koo, Carreras and Collins, "Simple
semi-supervised dependency parsing" (2008).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER, ORTH, intify_attr  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

Ids = NDArray[np.uint64]


@registry.architectures("quizgen.ClusterEmbed.v1")  # type: ignore[untyped-decorator]
def cluster_embed(
    width: int, attrs: list[str], rows: list[int], prefixes: list[int], prefix_rows: list[int],
    table: Path | None = None,
) -> Model[list[Doc], list[Any]]:  # fmt: skip
    """Vectors of `width` from hashed attributes of each word and from prefixes of its cluster's path.

    `rows` and `prefix_rows` say how many rows each attribute and each prefix (in steps of the path) has. `table` is an
    .npz file of sorted word hashes (uint64) and their clusters (uint32); a pipeline on the disk holds it already.
    """
    embeds: list[Model[Any, Any]] = [
        HashEmbed(width, number, column=column, seed=column + 8, dropout=0.0)
        for column, number in enumerate([*rows, *prefix_rows])
    ]
    mixed: Model[Any, Any] = Maxout(width, width * len(embeds), nP=3, dropout=0.0, normalize=True)
    return chain(
        _features([intify_attr(attr) for attr in attrs], prefixes, table),
        list2ragged(),
        with_array(concatenate(*embeds)),
        with_array(mixed),
        ragged2list(),
    )


def _features(attrs: list[int], prefixes: list[int], table: Path | None) -> Model[list[Doc], list[Ids]]:
    """The layer in front: for each document an array of one row a word, one column an attribute or prefix."""
    words, clusters = np.zeros(0, np.uint64), np.zeros(0, np.uint32)
    if table is not None:
        with np.load(table) as stored:
            words, clusters = stored["words"], stored["clusters"]
    held = {"attrs": attrs, "prefixes": prefixes, "words": words, "clusters": clusters}
    return Model("cluster_features", _forward, attrs=held)


def _forward(
    model: Model[list[Doc], list[Ids]], docs: list[Doc], is_train: bool
) -> tuple[list[Ids], Callable[[Any], Any]]:
    masks = np.array([(1 << steps) - 1 for steps in model.attrs["prefixes"]], np.uint64)
    found = []
    for doc in docs:
        paths = clusters_of(doc, model.attrs["words"], model.attrs["clusters"])
        columns = doc.to_array(model.attrs["attrs"]).reshape(len(doc), len(model.attrs["attrs"]))
        found.append(np.hstack([columns, paths[:, None] & masks]))
    return found, lambda _: []


def clusters_of(doc: Doc, words: Ids, clusters: NDArray[np.uint32]) -> Ids:
    """The cluster of each word of a document, as it is written or else in lower case; 0 of a word that has none.

    `words` are sorted hashes, `clusters` as long. The first step of a path is the lowest bit of its number.
    """
    paths = np.zeros(len(doc), np.uint64)
    if not len(words):
        return paths
    for forms in (doc.to_array(LOWER), doc.to_array(ORTH)):
        places = np.minimum(np.searchsorted(words, forms), len(words) - 1)
        known = words[places] == forms
        paths[known] = clusters[places[known]]
    return paths
