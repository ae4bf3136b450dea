"""How good a pipeline is: scores on the development parts, speed, size."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

from training.convert import NEWS_GENRES
from training.corpus import read_documents

NEWS = "GUM dev: news, interview, bio"
WEB = "EWT dev, names from Universal NER"
PARTS = {NEWS: tuple(f"gum_{genre}" for genre in NEWS_GENRES), WEB: ("ewt",)}
SCORES = {
    "uas": "dep_uas",
    "las": "dep_las",
    "upos": "pos_acc",
    "xpos": "tag_acc",
    "lemma": "lemma_acc",
    "sentences": "sents_f",
    "entities": "ents_f",
}


@dataclass(frozen=True)
class Report:
    """What was measured of a pipeline; scores are percentages by part and name of the score."""

    scores: dict[str, dict[str, float]]
    words_per_second: float
    megabytes: float

    def to_dict(self) -> dict[str, object]:
        """The report as plain values."""
        return asdict(self)


def evaluate(pipeline: Path, dev: Path) -> Report:
    """Measure the pipeline in a folder on the documents that `convert` wrote under `dev`."""
    nlp = spacy.load(pipeline)
    scores = {
        part: score(nlp, [dev / f"{source}.spacy" for source in sources]) for part, sources in PARTS.items()
    }
    texts = [doc.text for path in sorted(dev.glob("*.spacy")) for doc in read_documents(nlp, path)]
    size = sum(file.stat().st_size for file in pipeline.rglob("*") if file.is_file())
    return Report(scores, speed(nlp, texts), size / 1e6)


def score(nlp: Language, paths: Iterable[Path]) -> dict[str, float]:
    """The pipeline's scores on the documents in the files, in percent, from plain text on.

    The tokens are the pipeline's own; a word of the treebank that they cut differently counts as missed.
    """
    documents = [doc for path in paths for doc in read_documents(nlp, path)]
    found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in documents])
    scores = {name: 100 * found[key] for name, key in SCORES.items()}
    types = found["ents_per_type"] or {}
    return scores | {f"entities {label}": 100 * types[label]["f"] for label in sorted(types)}


def speed(nlp: Language, texts: Sequence[str]) -> float:
    """Words a second of processor time, from plain text to the parsed document, after a warm-up."""
    for _ in nlp.pipe(texts[:20]):
        pass
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - start)
