"""Learning from judged questions."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from quizgen.errors import ReadingError
from quizgen.pipeline import facts_of
from quizgen.questions.acceptability import Weights
from quizgen.questions.make import make_questions
from quizgen.questions.templates import built_in
from quizgen.reading import find, read_all
from tests.questions import build
from tests.questions.test_acceptability import MET
from training.acceptability import Example, fit, held_out, main, report

ARTICLES = str(Path(__file__).parents[1] / "articles")
# What is kept has the one trait, what is refused the other; the third tells nothing.
EXAMPLES = [
    Example(f"article {i % 10}", ("any", "good" if i % 2 else "bad"), bool(i % 2)) for i in range(80)
]


def test_what_tells_good_from_bad_gets_the_weight() -> None:
    """A trait that only kept questions have raises the odds, one that all have counts nothing."""
    _, weights = fit(EXAMPLES)
    assert weights["good"] > 0 > weights["bad"]
    assert abs(weights["any"]) < 0.01


def test_rare_traits_teach_nothing() -> None:
    """A trait of two questions is chance."""
    _, weights = fit([*EXAMPLES, Example("article 1", ("rare",), False), Example("article 2", ("rare",), False)])
    assert "rare" not in weights


def test_questions_of_an_article_are_judged_by_the_other_articles() -> None:
    """The report ranks each question by weights that its own article had no part in."""
    lines = list(report(EXAMPLES, held_out(EXAMPLES)))
    assert lines[0].startswith("80 judged questions, 50% of them kept")
    assert "1.000" in lines[1]
    memorised = [Example(f"article {i}", (f"only {i}", "any"), bool(i % 2)) for i in range(80)]
    assert abs(held_out(memorised)).max() < 0.5


def test_the_command_joins_verdicts_and_articles(tmp_path: Path) -> None:
    """A question that the articles still give is learnt from; one that they do not is passed over."""
    made, rows = tmp_path / "judged.jsonl", []
    readable = (article for article in read_all(find([ARTICLES])) if not isinstance(article, ReadingError))
    for article, facts in facts_of(readable):
        for i, one in enumerate(make_questions(facts, article.source, built_in(), ("short-answer", "cloze"))):
            rows.append((article.id, one.form, one.stem, one.key, bool(i % 2)))
    names = ("article", "form", "question", "answer", "kept")
    lines = [dict(zip(names, row, strict=True)) for row in [*rows, ("gone", "cloze", "_____ left.", "Roe", True)]]
    made.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    out = tmp_path / "weights.json"
    said = CliRunner().invoke(main, [ARTICLES, "--judged", str(made), "--out", str(out)])
    assert said.exit_code == 0, said.output
    assert f"{len({row[:4] for row in rows})} judged questions" in said.output
    data = json.loads(out.read_text("utf-8"))
    assert 0 < Weights(data["intercept"], data["weights"]).probability(build.question(MET)) < 1
