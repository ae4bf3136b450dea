"""The page of all wordings, each with examples of what it makes.

    python -m docs.templates

writes docs/templates.md anew. The examples come from the articles of the seeds, the tests and the benchmarks, and from
single sentences, each an article of its own: those that the rules for facts are tested with, and docs/examples.txt for
what is rare. Where a wording has fewer than three examples, add sentences to that file.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from quizgen.model import Article, Block, Form, Question, Source, Span
from quizgen.pipeline import facts_of
from quizgen.questions.make import make_questions
from quizgen.questions.templates import Template, built_in
from quizgen.reading import find, read_all

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "templates.md"
ARTICLES = ("seeds", "tests/articles", "tests/questions/golden", "benchmarks/articles")
SENTENCES = ROOT / "docs" / "examples.txt"
PUBLISHED = date(2021, 2, 15)
SHOWN = 3  # examples of a wording
FORMS: tuple[Form, ...] = ("short-answer", "cloze")  # the other forms have the same stems
HEAD = """# The wordings

Made by `python -m docs.templates`; do not edit. The wordings stand in `quizgen/questions/templates/`; the examples are
what they make of our own articles and sentences and of the seeds. Of two wordings that fit, the first is used.
"""


def articles() -> Iterator[Article]:
    """The articles, then the sentences as articles of their own."""
    paths = find([str(ROOT / folder) for folder in ARTICLES])
    yield from (article for article in read_all(paths) if isinstance(article, Article))
    for number, sentence in enumerate(sentences()):
        source = Source(f"sentence {number}", "", "", None, PUBLISHED, "stated")
        yield Article(source, sentence, (Block("paragraph", Span(0, len(sentence))),))


def sentences() -> Iterator[str]:
    """The sentences of the corpora of facts, then our own."""
    for path in sorted((ROOT / "tests" / "facts" / "corpora").glob("*.toml")):
        yield from (case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"])
    yield from (line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line)


def examples() -> dict[str, list[Question]]:
    """Some of the best questions of each wording, by its id, no two with one stem."""
    made: dict[str, dict[str, Question]] = defaultdict(dict)
    templates = built_in()
    for article, facts in facts_of(articles()):
        for question in make_questions(facts, article.source, templates, FORMS):
            known = made[question.template].get(question.stem)
            if known is None or question.score > known.score:
                made[question.template][question.stem] = question
    return {name: _best(found.values()) for name, found in made.items()}


def _best(questions: Iterable[Question]) -> list[Question]:
    """The best ones, each of another article where there are so many."""
    ranked = sorted(questions, key=lambda question: (-question.score, question.stem))
    first = {question.source.id: question for question in reversed(ranked)}
    apart = sorted(first.values(), key=ranked.index)
    return [*apart, *(question for question in ranked if question not in apart)][:SHOWN]


def page() -> str:
    """The page as Markdown."""
    found = examples()
    return "\n".join([HEAD, *(_section(template, found.get(template.id, [])) for template in built_in())])


def _section(template: Template, questions: Iterable[Question]) -> str:
    told = [", ".join(template.kinds), f"asks for `{template.ask}`", ", ".join(template.forms)]
    if template.where:
        told.append("where " + "; ".join(f"`{name}` is {_listed(values)}" for name, values in template.where))
    lines = [f"## {template.id}\n", f"{' · '.join(told)}\n", f"    {template.stem}\n"]
    return "\n".join([*lines, *(f"- {question.stem} **{question.key}**" for question in questions)]) + "\n"


def _listed(values: Iterable[str]) -> str:
    return " or ".join({"": "nothing", "+": "anything"}.get(value, f"“{value}”") for value in values)


def main() -> None:
    """Write the page and name the wordings that have too few examples."""
    text = page()
    PAGE.write_text(text, encoding="utf-8")
    for section in text.split("\n## ")[1:]:
        if section.count("\n- ") < SHOWN:
            print(f"{section.splitlines()[0]}: fewer than {SHOWN} examples; add sentences to {SENTENCES}")


if __name__ == "__main__":
    main()
