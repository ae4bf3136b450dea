"""Files into text: encodings, limits, and errors in one sentence."""

import codecs
from pathlib import Path

import pytest

from quizgen.errors import EmptyArticle, NotText, ReadingError, TooLarge
from quizgen.reading import read
from quizgen.reading.decoding import MAX_BYTES, MAX_LINE
from tests.reading.conftest import Reader, roles

LONG = "The café’s owner said “no” to the town’s offer, and the river rose by two metres overnight."


class TestEncodings:
    def test_utf8_unchanged(self, reading: Reader, tmp_path: Path) -> None:
        """Offsets are indices into the file as Python opens it, with its line ends as they are."""
        text = f"Café\r\n\r\n{LONG}\r{LONG}\n"
        article = reading(text)
        with (tmp_path / "article.txt").open(encoding="utf-8", newline="") as file:
            assert article.text == file.read() == text

    def test_byte_order_mark(self, reading: Reader) -> None:
        """A byte order mark stays in the text, and in no block."""
        for name in ("a.txt", "a.md"):
            article = reading(codecs.BOM_UTF8 + f"Café closes\n\n{LONG}".encode(), name)
            assert article.text[0] == "\ufeff"
            assert roles(article) == [("headline", "Café closes"), ("paragraph", LONG)]
            assert article.source.title == "Café closes"

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
    def test_other_encoding(self, reading: Reader, encoding: str) -> None:
        """Another encoding is read with a warning that names the file and the encoding."""
        said: list[str] = []
        article = reading(f"Café closes\n\n{LONG}\n".encode(encoding), warn=said.append)
        assert roles(article) == [("headline", "Café closes"), ("paragraph", LONG)]
        assert len(said) == 1
        assert "article.txt" in said[0]
        assert encoding in said[0]

    def test_damaged_utf8(self, reading: Reader) -> None:
        """UTF-8 with a broken letter in it is not read as something else, letter for wrong letter."""
        with pytest.raises(NotText, match=r"UTF-8 but for byte 1 \(0xff\)"):
            reading(b"\xff" + LONG.encode())


class TestErrors:
    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u00a0\n".encode()])
    def test_empty(self, reading: Reader, data: bytes) -> None:
        """A file of nothing but white space is an empty article."""
        with pytest.raises(EmptyArticle, match="no text"):
            reading(data)

    @pytest.mark.parametrize("data", [b"PK\x03\x04\0\0", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\0\1", bytes(range(256)) * 9])
    def test_binary(self, reading: Reader, data: bytes) -> None:
        """A binary file is not text."""
        with pytest.raises(NotText, match="binary"):
            reading(data)

    def test_too_large(self, reading: Reader) -> None:
        """A file or a line that no article has is refused in one sentence; a long article passes."""
        with pytest.raises(TooLarge, match="4 MB"):
            reading(b"a" * (MAX_BYTES + 1))
        with pytest.raises(TooLarge, match="200,000"):
            reading("a " * MAX_LINE)
        assert len(reading("Flood\n\n" + f"{LONG}\n\n" * 900).blocks) == 901

    def test_no_file(self, tmp_path: Path) -> None:
        """What is no file is told with what to do about it."""
        with pytest.raises(ReadingError, match="there is no such file; check how it is spelled"):
            read(tmp_path / "none.txt")
        with pytest.raises(ReadingError, match="it is not a file"):
            read(tmp_path)
