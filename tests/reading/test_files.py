"""Which files are articles, and their ids."""

import os
from pathlib import Path

import pytest

from quizgen.errors import NoArticles, ReadingError
from quizgen.model import Article
from quizgen.reading import find, read_all
from quizgen.reading.files import ids

LONG = "The river rose by two metres overnight, and the town was cut off from the coast."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles, subfolders, and files that are no articles."""
    for name in (
        "b.txt", "a.md", "sub/a.txt", "sub/c.markdown", "README.md", "sub/Readme.txt", ".hidden.txt", ".git/d.txt",
        "picture.png", "readmes-of-the-world.txt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(LONG, encoding="utf-8")
    return tmp_path


class TestFind:
    def test_folder(self, folder: Path) -> None:
        """A folder gives its articles, subfolders included, by name; hidden files and READMEs are none."""
        found = [path.relative_to(folder).as_posix() for path in find([str(folder)])]
        assert found == ["a.md", "b.txt", "readmes-of-the-world.txt", "sub/a.txt", "sub/c.markdown"]

    def test_pattern(self, folder: Path) -> None:
        """A pattern gives the articles that fit it, those in folders that fit included."""
        assert [path.name for path in find([str(folder / "*.txt")])] == ["b.txt", "readmes-of-the-world.txt"]
        assert [path.name for path in find([str(folder / "s*")])] == ["a.txt", "c.markdown"]
        assert len(find([str(folder / "**" / "*.txt")])) == 3

    def test_order_and_duplicates(self, folder: Path) -> None:
        """Sources keep their order, and a file named twice comes once."""
        sources = [str(folder / "sub"), str(folder / "b.txt"), str(folder / "sub" / ".." / "b.txt"), str(folder)]
        assert [path.name for path in find(sources)] == [
            "a.txt", "c.markdown", "b.txt", "a.md", "readmes-of-the-world.txt",
        ]  # fmt: skip

    def test_name_with_brackets(self, folder: Path) -> None:
        """A file whose name looks like a pattern is that file."""
        path = folder / "a[1].txt"
        path.write_text(LONG, encoding="utf-8")
        assert find([str(path)]) == (path,)

    def test_no_articles(self, folder: Path) -> None:
        """A folder or a pattern without articles is named."""
        (folder / "empty").mkdir()
        for source in (folder / "empty", folder / "*.doc", folder / ".git" / "x*"):
            with pytest.raises(NoArticles) as caught:
                find([str(source)])
            assert caught.value.path == str(source)

    @pytest.mark.parametrize(
        ("source", "reason"),
        [
            ("none.txt", "no such file"),
            ("https://example.org/a", "network"),
            ("a\0b", "no such file|cannot be opened"),
            ("x" * 5000, "cannot be opened"),
        ],
    )
    def test_missing(self, source: str, reason: str) -> None:
        """What cannot be found is told in one sentence."""
        with pytest.raises(ReadingError, match=reason):
            find([source])

    def test_other_format(self, folder: Path) -> None:
        """A file of another format is refused, with the formats that are read."""
        with pytest.raises(ReadingError, match=r"\.png file is not read; .*\.txt.*\.md"):
            find([str(folder / "picture.png")])


class TestIds:
    def test_slug(self) -> None:
        """An id is the file's stem in lower case, without accents and odd characters."""
        assert list(ids([Path("x/Été à Paris!.txt"), Path("000_1d1ce.txt"), Path("??.txt")]).values()) == [
            "ete-a-paris", "000_1d1ce", "article",
        ]  # fmt: skip

    def test_clash(self) -> None:
        """Of files with one name each gets its folder's name, others keep theirs."""
        found = ids([Path("/x/a.txt"), Path("/y/a.txt"), Path("/y/b.txt")])
        assert list(found.values()) == ["x-a", "y-a", "b"]

    def test_hard_clashes(self) -> None:
        """Ids are unique whatever the paths."""
        names = [
            "/x/a.txt",
            "/x/a.md",
            "/y/x/a.txt",
            "/z/x/a.txt",
            "/x-a.txt",
            "/p/a b.txt",
            "/p/a-b.txt",
            "/p/A-B.txt",
        ]
        found = ids(map(Path, names))
        assert len(set(found.values())) == len(names)

    def test_order_decides_nothing(self) -> None:
        """The same paths have the same ids in any order."""
        paths = [Path("/x/a.txt"), Path("/y/a.txt"), Path("/x/a.md"), Path("/b.txt")]
        assert ids(paths) == ids(reversed(paths))


class TestReadAll:
    def test_lazy(self, folder: Path) -> None:
        """A file is read when its turn comes, not before."""
        articles = read_all([folder / "a.md", folder / "b.txt"])
        assert isinstance(next(articles), Article)
        (folder / "b.txt").unlink()
        assert isinstance(next(articles), ReadingError)

    def test_bad_file_in_its_place(self, folder: Path) -> None:
        """A file that cannot be read is yielded as its error, and the next is read."""
        found = list(read_all([folder / "picture.png", folder / "none.txt", folder / "b.txt", folder / "b.txt"]))
        assert [isinstance(each, Article) for each in found] == [True, False, True]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_forbidden(self, folder: Path) -> None:
        """A file that may not be read is an error in one sentence."""
        (folder / "b.txt").chmod(0)
        (found,) = read_all([folder / "b.txt"])
        assert isinstance(found, ReadingError)
