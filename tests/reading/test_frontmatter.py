"""The YAML block at the top of a file."""

from datetime import date

import pytest

from quizgen.errors import BadFrontMatter
from tests.reading.conftest import Reader, roles

LONG = "The river rose by two metres overnight, and the town was cut off from the coast."
FULL = """---
title: "Flood: a town cut off"
publisher: Example Post
published: 2021-02-16
url: https://example.org/flood
author: [Jane Doe, John Roe]
tags: [river]
---
"""


class TestFrontMatter:
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    @pytest.mark.parametrize("start", ["", "\ufeff"])
    def test_all_keys(self, reading: Reader, name: str, start: str) -> None:
        """Every key is read, in a Markdown and in a plain-text file, and the block is no part of the article."""
        article = reading(start + FULL + LONG, name)
        source = article.source
        assert (source.title, source.publisher, source.url) == (
            "Flood: a town cut off", "Example Post", "https://example.org/flood",
        )  # fmt: skip
        assert (source.published, source.published_basis) == (date(2021, 2, 16), "stated")
        assert source.author == "Jane Doe, John Roe"
        assert roles(article) == [("paragraph", LONG)]

    @pytest.mark.parametrize(
        "value",
        ["2021-02-16T08:00:00Z", "2021-02-16 08:00:00 +01:00", "'2021-02-16'", "16 February 2021", "Feb 16, 2021"],
    )
    def test_dates(self, reading: Reader, value: str) -> None:
        """A date, a point in time and a date in words all give the day."""
        assert reading(f"---\npublished: {value}\n---\n{LONG}").source.published == date(2021, 2, 16)

    def test_nothing_stated(self, reading: Reader) -> None:
        """An empty or null value states nothing."""
        source = reading(f"---\ntitle:\npublisher: null\npublished: ~\n---\n{LONG}").source
        assert (source.publisher, source.published, source.published_basis) == (None, None, None)
        assert source.title.startswith("The river rose")

    def test_number_as_title(self, reading: Reader) -> None:
        """A title of digits stays as it is written."""
        assert reading(f"---\ntitle: 1984\n---\n{LONG}").source.title == "1984"

    @pytest.mark.parametrize(
        ("value", "title"),
        [(r'"\ud83d\ude42 Rain"', "🙂 Rain"), (r'"\ud83d Rain"', "\ufffd Rain"), (r'"Rain \udc00"', "Rain \ufffd")],
    )
    def test_halves_of_letters(self, reading: Reader, value: str, title: str) -> None:
        """As JSON writes a letter in two halves; half a letter alone is none, and no file could hold it."""
        assert reading(f"---\ntitle: {value}\n---\n{LONG}", "a.md").source.title == title

    def test_rules_are_no_front_matter(self, reading: Reader) -> None:
        """A rule at the top of a text opens no front matter."""
        assert roles(reading(f"---\n\n{LONG}\n\n---\n\n{LONG}"))[-1] == ("paragraph", LONG)
        assert roles(reading(f"---\n\n{LONG}\n"))[-1] == ("paragraph", LONG)

    @pytest.mark.parametrize(
        ("block", "line", "reason"),
        [
            ("published: soon", 2, "no date"),
            ("title: A\npublished: 2021-02-30", 3, "no date"),
            ("published: 03/04/2021", 2, "no date"),
            ("title: [A, B]", 2, "`title` is a list"),
            ("title: A\npublisher: {a: b}", 3, "`publisher` is a mapping"),
            ("title: A: B", 2, "not YAML"),
            ("title: 'A", 3, "not YAML"),
            ("title: A\ntitle: B", 3, "stated twice"),
            ("url: javascript:alert(1)", 2, "no web address"),
            ("- a\n- b", 2, "keys and values"),
            ("title: " + "[" * 2000, 1, "not YAML"),
        ],
    )
    def test_bad(self, reading: Reader, block: str, line: int, reason: str) -> None:
        """A broken block is told with its file, its line, what is wrong and what to do."""
        with pytest.raises(BadFrontMatter, match=reason) as caught:
            reading(f"---\n{block}\n---\n{LONG}")
        assert caught.value.path.endswith("article.txt")
        assert caught.value.reason.startswith(f"line {line}:")
        assert caught.value.mend

    def test_no_end(self, reading: Reader) -> None:
        """A block that is never closed is told."""
        with pytest.raises(BadFrontMatter, match="no end"):
            reading(f"---\ntitle: A\n\n{LONG}")

    def test_near_miss(self, reading: Reader) -> None:
        """A misspelled key is warned about, an unknown one passed over."""
        said: list[str] = []
        reading(f"---\nauthr: A\nlayout: post\n---\n{LONG}", warn=said.append)
        assert len(said) == 1
        assert "`author`" in said[0]
