"""The page of all wordings is what its command makes, and every wording is shown with examples."""

from __future__ import annotations

import pytest

from docs import templates
from quizgen.questions.templates import Template, built_in


@pytest.fixture(scope="module")
def sections() -> dict[str, list[str]]:
    """The lines of each wording on the page, by its id."""
    page = templates.PAGE.read_text(encoding="utf-8").split("\n## ")
    return {section.splitlines()[0]: section.splitlines()[1:] for section in page[1:]}


class TestPage:
    def test_it_is_current(self) -> None:
        """`python -m docs.templates` changes nothing."""
        assert templates.page() == templates.PAGE.read_text(encoding="utf-8")

    @pytest.mark.parametrize("template", built_in(), ids=lambda template: template.id)
    def test_every_wording_has_its_examples(self, sections: dict[str, list[str]], template: Template) -> None:
        """Three at least, each another question with its answer; sentences for rare ones are in docs/examples.txt."""
        lines = sections[template.id]
        examples = {line for line in lines if line.startswith("- ")}
        assert f"    {template.stem}" in lines
        assert len(examples) >= 3
        assert all(line.endswith("**") for line in examples)

    def test_each_sentence_is_there_for_an_example(self) -> None:
        """What the page does not show need not be kept."""
        shown = {question.fact.sentence.text for found in templates.examples().values() for question in found}
        assert set(templates.SENTENCES.read_text(encoding="utf-8").splitlines()) <= shown
