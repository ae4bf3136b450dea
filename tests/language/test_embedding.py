"""The layer that the parser reads words by."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.strings import get_string_id

from quizgen.language.embedding import cluster_embed, clusters_of

TABLE = {"Norland": 0b1011, "troops": 0b0110, "said": 0b1}
HASHES = sorted((get_string_id(word), path) for word, path in TABLE.items())
WORDS = np.array([word for word, _ in HASHES], np.uint64)
PATHS = np.array([path for _, path in HASHES], np.uint32)
NLP = English()


class TestClusters:
    @pytest.mark.parametrize(
        ("text", "paths"),
        [
            ("Norland said troops", [0b1011, 0b1, 0b0110]),
            ("TROOPS Said", [0b0110, 0b1]),
            ("norland zzz", [0, 0]),
            ("", []),
        ],
    )
    def test_a_word_is_looked_up_as_written_then_in_lower_case(self, text: str, paths: list[int]) -> None:
        """A name in lower case is another word; a word without a cluster has none."""
        assert clusters_of(NLP.make_doc(text), WORDS, PATHS).tolist() == paths

    def test_an_empty_table_knows_no_word(self) -> None:
        """A layer that was not given a table still reads."""
        nothing = clusters_of(NLP.make_doc("troops"), WORDS[:0], PATHS[:0])
        assert nothing.tolist() == [0]


class TestLayer:
    def test_it_gives_a_vector_a_word_and_keeps_its_table(self, tmp_path: Path) -> None:
        """Words of one cluster are alike in part; the table travels with the layer, not as a path."""
        np.savez(tmp_path / "table.npz", words=WORDS, clusters=PATHS)
        layer = cluster_embed(8, ["NORM"], [50], [2, 18], [10, 50], tmp_path / "table.npz")
        docs = [NLP.make_doc("Norland said troops"), NLP.make_doc("")]
        layer.initialize(X=docs)
        found = layer.predict(docs)
        assert [vectors.shape for vectors in found] == [(3, 8), (0, 8)]
        copy = cluster_embed(8, ["NORM"], [50], [2, 18], [10, 50]).from_bytes(layer.to_bytes())
        (tmp_path / "table.npz").unlink()
        assert np.allclose(copy.predict(docs)[0], found[0])


def test_the_packaged_pipeline_names_no_file_of_the_machine_that_trained_it() -> None:
    """It loads anywhere: what it looks up is in the package."""
    config = (files("quizgen.language") / "en" / "config.cfg").read_text("utf-8")
    assert not re.search(r'= "?/', config)
