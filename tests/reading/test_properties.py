"""What holds for every file."""

import contextlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.errors import ReadingError
from quizgen.model import Article, Span
from quizgen.reading import markup, read

PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", " ", "\u00a0", "\ufeff", "---\n", "title: A\n", "published: 2021-02-16\n", "# ",
        "> ", "- ", "```", "<!--", "-->", "|", "**", "*", "_", "[3]", "[a](b)", '"', '""', '"""', "“", "”", ".",
        "?", "!", ":", "The river rose", "By Jane Doe", "BAGHDAD, Feb 15 (Reuters) - ", "Image: A",
        "FILE PHOTO: ", "Read more: ", "Friday, May 8, 2009",
        "© 2021", "Q: ", "the town was cut off from the coast", "\u200e",
        "\u2028", "&nbsp;",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=300))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_back(folder: Path, data: bytes, name: str) -> Article | None:
    """The article in a file of these bytes, or None where it cannot be read."""
    path = folder / name
    path.write_bytes(data)
    with contextlib.suppress(ReadingError):
        return read(path, warn=lambda message: None)
    return None


class TestReading:
    @QUICK
    @given(text=TEXTS, name=st.sampled_from(["a.txt", "a.md"]))
    def test_text_and_blocks(self, tmp_path: Path, text: str, name: str) -> None:
        """The text is the decoded file; blocks lie in it, in order, apart, with no white space at their ends."""
        data = text.encode("utf-8", "ignore")
        article = read_back(tmp_path, data, name)
        if article:
            assert article.text == data.decode()
            end = 0
            for block in article.blocks:
                assert end <= block.span.start < block.span.end <= len(article.text)
                assert block.span.of(article.text) == block.span.of(article.text).strip()
                end = block.span.end
            assert article.source.title

    @QUICK
    @given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md"]))
    def test_any_bytes(self, tmp_path: Path, data: bytes, name: str) -> None:
        """Whatever bytes a file holds, reading it gives an article or a reading error."""
        read_back(tmp_path, data, name)
        read_back(tmp_path, b"---\n" + data + b"\n---\nText.", name)

    @QUICK
    @given(text=TEXTS)
    def test_markup(self, text: str) -> None:
        """Marks lie within their paragraph, in order and apart."""
        end = 0
        for mark in markup(text, Span(0, len(text))):
            assert end <= mark.start < mark.end <= len(text)
            end = mark.end
