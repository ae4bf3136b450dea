import json
from pathlib import Path

from training.card import SOURCES, write_card
from training.evaluate import Report

REPORT = Report({"a part": {"las": 81.26, "entities": 60.0}, "another": {"las": 79.0}}, 6543.2, 12.3)


def described(folder: Path) -> Path:
    """The folder with a small pipeline's descriptions in it."""
    (folder / "meta.json").write_text(json.dumps({"name": "pipeline", "components": ["tok2vec", "parser"]}))
    (folder / "config.cfg").write_text("[components.tok2vec.model.encode]\nwidth = 160\n")
    write_card(folder, REPORT)
    return folder


class TestWriteCard:
    def test_scores(self, tmp_path: Path) -> None:
        """The card has a line for each score and leaves the cell of an unmeasured one empty."""
        card = (described(tmp_path) / "README.md").read_text()
        assert "| las | 81.3 | 79.0 |" in card
        assert "| entities | 60.0 |  |" in card
        assert "6,543 words a second" in card

    def test_credit(self, tmp_path: Path) -> None:
        """Card and licence note name every source with its licence and its authors."""
        folder = described(tmp_path)
        for file in ("README.md", "LICENSE"):
            text = (folder / file).read_text()
            assert all(s.name in text and s.license in text and s.credit in text for s in SOURCES)

    def test_meta(self, tmp_path: Path) -> None:
        """`meta.json` says the licence and the scores, and keeps what it had."""
        meta = json.loads((described(tmp_path) / "meta.json").read_text())
        assert (meta["license"], meta["components"]) == ("CC BY-SA 4.0", ["tok2vec", "parser"])
        assert meta["performance"] == REPORT.to_dict()
