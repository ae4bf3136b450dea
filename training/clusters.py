"""Brown clusters of the words that are used most, as the table that the pipeline looks them up in.

spacy-lookups-data (MIT) has both: the clusters of a million English word forms, and how likely each form is.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path

import numpy as np
from spacy.strings import get_string_id

WORDS = 200_000  # the most likely ones; what is rarer is mostly misspelt


def write_clusters(target: Path) -> Path:
    """Write the .npz table: `words`, sorted hashes (uint64), and `clusters` (uint32) of the same length."""
    clusters, likelihood = _load("en_lexeme_cluster"), _load("en_lexeme_prob")
    known = [word for word, cluster in clusters.items() if cluster and word in likelihood]
    known.sort(key=lambda word: (-likelihood[word], word))
    table = sorted((get_string_id(word), int(clusters[word])) for word in known[:WORDS])
    words, paths = zip(*table, strict=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(target, words=np.array(words, np.uint64), clusters=np.array(paths, np.uint32))
    return target


def _load(name: str) -> dict[str, float]:
    stored = files("spacy_lookups_data").joinpath("data", f"{name}.json.gz").read_bytes()
    table: dict[str, float] = json.loads(gzip.decompress(stored))
    return table
