import errno
from contextlib import suppress
from pathlib import Path

import pytest

from quizgen.errors import WriteError
from quizgen.export.files import whole_file, write_whole


class TestWholeFile:
    def test_what_is_written_stands_under_the_name(self, tmp_path: Path) -> None:
        """The file holds the bytes, and nothing else is left in the folder."""
        write_whole(tmp_path / "a.txt", b"new")
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"new")]

    def test_what_stood_there_stays_when_the_block_fails(self, tmp_path: Path) -> None:
        """An error half-way leaves the old file and no other."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        with suppress(ZeroDivisionError), whole_file(path) as file:
            file.write(b"half")
            raise ZeroDivisionError
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]

    def test_a_full_disk_is_one_clear_sentence(self, tmp_path: Path) -> None:
        """The sentence names the path, the reason and the mend; the old file stays."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        with pytest.raises(WriteError) as caught, whole_file(path):
            raise OSError(errno.ENOSPC, "No space left on device")
        assert str(caught.value) == (
            f"{path}: cannot be written, because the disk is full; free some space or choose another disk."
        )
        assert path.read_bytes() == b"old"

    def test_an_error_about_another_file_is_not_taken_for_this_one(self, tmp_path: Path) -> None:
        """What the block fails to read is no fault of the file that it writes."""
        with pytest.raises(FileNotFoundError), whole_file(tmp_path / "a.txt"):
            (tmp_path / "other.txt").read_bytes()

    def test_a_folder_that_may_not_be_written_says_so(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A test that runs as root can write everywhere, so the refusal is staged."""

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(WriteError, match="this user may not write there; choose another folder"):
            write_whole(tmp_path / "a.txt", b"")

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("missing/a.txt", "its folder does not exist"),
            ("file/a.txt", "a part of its path is a file"),
            ("folder", "there is a folder of that name"),
            ("x" * 300, "its name is too long"),
        ],
    )
    def test_each_kind_of_failure_has_its_reason(self, tmp_path: Path, name: str, reason: str) -> None:
        """Nothing is left in the folder either."""
        (tmp_path / "file").touch()
        (tmp_path / "folder").mkdir()
        with pytest.raises(WriteError, match=reason):
            write_whole(tmp_path / name, b"content")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]

    def test_a_name_as_long_as_can_be_is_written(self, tmp_path: Path) -> None:
        """The temporary name is not longer than the real one may be."""
        path = tmp_path / ("x" * 255)
        write_whole(path, b"content")
        assert path.read_bytes() == b"content"

    def test_permissions_are_those_of_any_new_file_or_of_the_old_one(self, tmp_path: Path) -> None:
        """A deck can be read by whom its folder's other files can be read by."""
        plain, made, kept = tmp_path / "plain", tmp_path / "made", tmp_path / "kept"
        plain.touch()
        kept.touch()
        kept.chmod(0o640)
        write_whole(made, b"")
        write_whole(kept, b"")
        assert made.stat().st_mode == plain.stat().st_mode
        assert kept.stat().st_mode & 0o777 == 0o640

    def test_a_symbolic_link_stays_one(self, tmp_path: Path) -> None:
        """What the link points to is replaced."""
        target, link = tmp_path / "target", tmp_path / "link"
        target.write_bytes(b"old")
        link.symlink_to(target)
        write_whole(link, b"new")
        assert link.is_symlink()
        assert link.readlink() == target
        assert target.read_bytes() == b"new"
