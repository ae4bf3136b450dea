"""The corpus of single lines: what each is by its form."""

from pathlib import Path

import pytest

from quizgen.reading import read

CORPUS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "lines.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
AROUND = "The river rose by two metres overnight, and the town was cut off from the coast."


class TestForms:
    @pytest.mark.parametrize(("role", "line"), CORPUS, ids=[line[:40] for _, line in CORPUS])
    def test_role(self, tmp_path: Path, role: str, line: str) -> None:
        """Between two paragraphs of an article, a line is what its form says."""
        path = tmp_path / "a.txt"
        path.write_text(f"Flood cuts off town\n\n{AROUND}\n\n{line}\n\n{AROUND}\n", encoding="utf-8", newline="")
        article = read(path)
        assert [block.role for block in article.blocks if line.startswith(block.span.of(article.text))] == [role]

    def test_corpus_is_large(self) -> None:
        """The corpus holds running text that looks like something else as well as the other way round."""
        assert sum(role == "paragraph" for role, _ in CORPUS) >= 40
        assert len(CORPUS) >= 100
