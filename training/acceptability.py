"""`python -m training.acceptability ARTICLES…`: learn from judged questions which ones a teacher keeps.

`judged.jsonl` holds questions that were read as a card shows them and kept or refused. The articles that they were
made of are read again; what is still asked in the same words is learnt from, by the traits that it has now.

The weights are those of a logistic regression with an L2 penalty, as in Heilman and Smith (2010). Beside them the
command prints how well questions of articles that were held out are told apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np

from quizgen.errors import ReadingError
from quizgen.model import Question
from quizgen.pipeline import facts_of
from quizgen.questions.acceptability import WEIGHTS
from quizgen.questions.make import make_questions
from quizgen.questions.templates import built_in
from quizgen.questions.traits import traits
from quizgen.reading import find, read_all

JUDGED = Path(__file__).with_name("judged.jsonl")
OUT = Path(__file__).resolve().parent.parent / "quizgen" / "questions" / WEIGHTS
PENALTY = 0.1  # scikit-learn's C: smaller is stricter
RAREST = 4  # judged questions that a trait has to have; what is rarer teaches chance
FOLDS = 8
Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Example:
    """A judged question: where it is from, what it is like, whether it was kept."""

    article: str
    traits: tuple[str, ...]
    kept: bool


def examples(folders: Sequence[str], judged: Path) -> Iterator[Example]:
    """The judged questions that the articles still give."""
    verdicts = dict(_verdicts(judged))
    articles = (article for article in read_all(find(folders)) if not isinstance(article, ReadingError))
    for article, facts in facts_of(articles):
        for question in make_questions(facts, article.source, built_in(), ("short-answer", "cloze")):
            verdict = verdicts.pop(_key(article.id, question), None)
            if verdict is not None:
                yield Example(article.id, tuple(traits(question)), verdict)


def _verdicts(judged: Path) -> Iterator[tuple[Key, bool]]:
    for line in judged.read_text("utf-8").splitlines():
        one = json.loads(line)
        yield (one["article"], one["form"], one["question"], one["answer"]), one["kept"]


def _key(article: str, question: Question) -> Key:
    return article, question.form, question.stem, question.key


def fit(found: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Intercept and weights by trait."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for example in found:
        for trait in example.traits:
            counts[trait] = counts.get(trait, 0) + 1
    known = {trait for trait, count in counts.items() if count >= RAREST}
    table = DictVectorizer()
    rows = table.fit_transform([{trait: 1.0 for trait in one.traits if trait in known} for one in found])
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(rows, [one.kept for one in found])
    pairs = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    return float(model.intercept_[0]), {str(trait): round(float(weight), 4) for trait, weight in pairs}


def held_out(found: Sequence[Example]) -> np.ndarray[Any, Any]:
    """The log-odds of each question by weights that were learnt without its article."""
    articles = sorted({one.article for one in found})
    fold = {article: place % FOLDS for place, article in enumerate(articles)}
    odds = np.zeros(len(found))
    for part in range(FOLDS):
        intercept, weights = fit([one for one in found if fold[one.article] != part])
        for place, one in enumerate(found):
            if fold[one.article] == part:
                odds[place] = intercept + sum(weights.get(trait, 0.0) for trait in one.traits)
    return odds


def report(found: Sequence[Example], odds: np.ndarray[Any, Any]) -> Iterator[str]:
    """How many of the best-ranked questions were kept, at several lengths of the list."""
    from sklearn.metrics import roc_auc_score

    kept = np.array([one.kept for one in found])
    yield f"{len(found)} judged questions, {kept.mean():.0%} of them kept; of articles held out:"
    yield f"  area under the curve {roc_auc_score(kept, odds):.3f}"
    best = kept[np.argsort(-odds, kind="stable")]
    for share in (0.1, 0.2, 0.3, 0.4, 0.5, 0.75):
        length = round(share * len(best))
        least = np.sort(odds)[::-1][length - 1]
        yield f"  best {share:.0%} ({length}): {best[:length].mean():.0%} kept, down to {1 / (1 + np.exp(-least)):.2f}"


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="ARTICLES…")
@click.option("--judged", type=click.Path(path_type=Path, exists=True), default=JUDGED, help="The verdicts.")
@click.option("--out", type=click.Path(path_type=Path), default=OUT, help="The weights to write.")
def main(folders: tuple[str, ...], judged: Path, out: Path) -> None:
    """Learn the weights from the verdicts on questions of ARTICLES and put them into the package."""
    found = list(examples(folders, judged))
    click.echo("\n".join(report(found, held_out(found))))
    intercept, weights = fit(found)
    text = json.dumps({"intercept": round(intercept, 4), "weights": weights}, indent=0, ensure_ascii=False)
    out.write_text(text + "\n", encoding="utf-8")
    click.echo(f"Wrote {out}: {len(weights)} weights")


if __name__ == "__main__":
    main()
