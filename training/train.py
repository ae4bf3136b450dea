"""The training run: the configuration and converted documents in, the best pipeline found out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.training import Example
from spacy.training.loop import train as run_loop
from spacy.util import load_config, load_model_from_config, registry
from thinc.api import Config, NumpyOps, fix_random_seed, set_current_ops

import quizgen.language.embedding  # noqa: F401  (registers the layer that the configuration names)
import training.corpus  # noqa: F401  (and the reader)
from training.corpus import read_documents

CONFIG = Path(__file__).with_name("config.cfg")


def train(data: Path, out: Path, overrides: Mapping[str, Any] | None = None) -> Path:
    """Train on the documents that `convert` wrote under `data`; return the folder of the best pipeline."""
    names = {"train": "train", "dev": "dev", "clusters": "clusters.npz"}
    paths = {f"paths.{name}": str(data / file) for name, file in names.items()}
    written = load_config(CONFIG, overrides=dict(overrides or {}), interpolate=True)
    config = load_config(CONFIG, overrides={**paths, **(overrides or {})}, interpolate=True)
    set_current_ops(NumpyOps(use_blis=False))  # NumPy's own matrix product is several times faster than BLIS
    fix_random_seed(config["system"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    optimizer = registry.resolve({"optimizer": config["training"]["optimizer"]})["optimizer"]
    examples = _examples(nlp, data / "train")
    nlp.initialize(lambda: examples, sgd=optimizer)
    out.mkdir(parents=True, exist_ok=True)
    run_loop(nlp, out)
    forget_paths(out / "model-best", written)
    forget_words(out / "model-best")
    return out / "model-best"


def forget_paths(pipeline: Path, written: Config) -> None:
    """Put back what config.cfg says where the pipeline's own copy names folders of the run."""
    config = load_config(pipeline / "config.cfg")
    config.update({section: written[section] for section in ("paths", "corpora", "training")})
    config["components"]["tok2vec"]["model"]["embed"]["table"] = None  # the pipeline holds what the file told
    config.to_disk(pipeline / "config.cfg")


def forget_words(pipeline: Path) -> None:
    """Leave out the words that training met; only labels, features and endings of lemmas are looked up by name."""
    nlp = spacy.load(pipeline)
    trees = srsly.read_msgpack(pipeline / "trainable_lemmatizer" / "trees")["trees"]
    named = {tree[part] for tree in trees for part in ("orig", "subst") if tree.get(part)}
    needed = {nlp.vocab.strings[word] for word in named}
    for name, component in nlp.pipeline:
        labels = {str(label) for label in getattr(component, "labels", ())}
        needed |= labels | {part for label in labels for part in re.split(r"[|=]", label)}
        if name == "morphologizer":
            needed |= set(component.cfg["labels_morph"].values())  # type: ignore[attr-defined]
    srsly.write_json(pipeline / "vocab" / "strings.json", sorted(needed))


def _examples(nlp: Language, folder: Path) -> list[Example]:
    """Each training document once, as written: what the labels are read from."""
    documents = [doc for path in sorted(folder.glob("*.spacy")) for doc in read_documents(nlp, path)]
    return [Example(nlp.make_doc(doc.text), doc) for doc in documents]
