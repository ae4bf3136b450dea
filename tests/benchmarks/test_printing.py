import sys

import pytest

from benchmarks import printing


def test_one_run_prints_times_and_peaks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ours against bare reportlab: the time of one length, the memory of several, and what an item adds."""
    monkeypatch.setattr(sys, "argv", ["printing", "--items", "10", "--runs", "1", "--memory", "5,20"])
    printing.main()
    said = capsys.readouterr().out
    for name in ("10 items printed", "memory, 5 items", "memory, 20 items", "an item more"):
        assert name in said
