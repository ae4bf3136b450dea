import sys
from pathlib import Path

import pytest

from benchmarks import speed

ARTICLES = Path(__file__).parent.parent / "articles"


def test_one_run_prints_both_ratios_and_the_stages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full build against parsing, our deck against genanki's, and where the time goes."""
    monkeypatch.setattr(sys, "argv", ["speed", str(ARTICLES / "comet.md"), "--runs", "1", "--notes", "10"])
    speed.main()
    said = capsys.readouterr().out
    for name in ("parsing, full build", "genanki, deck of 10", "facts", "printed quiz", "trace", "peak memory"):
        assert name in said
