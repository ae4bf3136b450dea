from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.model import Article
from quizgen.reading import read
from quizgen.reading.article import log

Reader = Callable[..., Article]


@pytest.fixture
def reading(tmp_path: Path) -> Reader:
    """Writes a text into a file of the given name, byte for byte, and reads it as an article."""

    def read_text(text: str | bytes, name: str = "article.txt", warn: Callable[[str], None] = log) -> Article:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return read(path, warn=warn)

    return read_text


def roles(article: Article) -> list[tuple[str, str]]:
    """Each block's role and letters."""
    return [(block.role, block.span.of(article.text)) for block in article.blocks]
