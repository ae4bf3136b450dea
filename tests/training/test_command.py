from pathlib import Path

from training.__main__ import install


class TestInstall:
    def test_takes_the_place(self, tmp_path: Path) -> None:
        """The new folder takes the place of the old one whole, and nothing else is left."""
        new, out = tmp_path / "new", tmp_path / "package" / "en"
        new.mkdir()
        (new / "meta.json").write_text("new")
        out.mkdir(parents=True)
        (out / "stale").write_text("old")
        install(new, out)
        assert [file.name for file in out.iterdir()] == ["meta.json"]
        assert [file.name for file in out.parent.iterdir()] == ["en"]
