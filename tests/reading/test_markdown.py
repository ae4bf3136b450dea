"""Markdown: what its marks say, and what is left out."""

from tests.reading.conftest import Reader, roles

LONG = "The river rose by two metres overnight, and the town was cut off from the coast."


class TestMarkdown:
    def test_headings(self, reading: Reader) -> None:
        """The first heading of the first level is the headline, others are headings, without their marks."""
        found = roles(reading(f"# Flood cuts off town #\n\n{LONG}\n\n## Why\n\n{LONG}\n", "a.md"))
        assert found == [
            ("headline", "Flood cuts off town"),
            ("paragraph", LONG),
            ("heading", "Why"),
            ("paragraph", LONG),
        ]

    def test_underlined_headings(self, reading: Reader) -> None:
        """A short line underlined is a heading; a rule under a paragraph makes none of it."""
        found = roles(reading(f"Flood cuts off town\n===\n\nWhy\n---\n\n{LONG}\n---\n", "a.md"))
        assert found == [("headline", "Flood cuts off town"), ("heading", "Why"), ("paragraph", LONG)]

    def test_paragraph_of_lines(self, reading: Reader) -> None:
        """Lines with no blank one between them are one paragraph, wherever they break."""
        text = "The river rose.\nBoats came.\nThe town was cut off."
        assert roles(reading(f"# Flood\n\n{text}\n", "a.md"))[1:] == [("paragraph", text)]

    def test_no_text(self, reading: Reader) -> None:
        """Code, tables, comments, rules, tags and definitions are no blocks."""
        marks = (
            "```\nThe code is here.\n```\n\n| A | B |\n|---|---|\n| The cell. | Two. |\n\n"
            "<!-- The comment\n\nis here. -->\n\n***\n\n<div>\n\n[1]: https://example.org The title.\n"
        )
        assert roles(reading(f"# Flood\n\n{marks}\n{LONG}\n", "a.md")) == [
            ("headline", "Flood"),
            ("paragraph", LONG),
        ]

    def test_quote_and_list(self, reading: Reader) -> None:
        """A quoted block and an item that is a sentence are paragraphs, without their first marks."""
        found = roles(reading(f"# Flood\n\n> {LONG}\n\n1. The school was closed on Monday.\n2. bread\n", "a.md"))
        assert found[1:] == [
            ("paragraph", LONG),
            ("paragraph", "The school was closed on Monday."),
            ("notice", "bread"),
        ]

    def test_picture(self, reading: Reader) -> None:
        """A picture has no words, and the line in italics below it is its caption."""
        found = roles(reading(f"# Flood\n\n![Boats](a.png)\n*Two boats wait.*\n\n{LONG}\n", "a.md"))
        assert [role for role, _ in found] == ["headline", "caption", "paragraph"]

    def test_lone_link(self, reading: Reader) -> None:
        """A line that is nothing but a link is a link."""
        assert ("link", "[The map of the flood](map.html)") in roles(
            reading(f"# Flood\n\n{LONG}\n\n[The map of the flood](map.html)\n", "a.md")
        )

    def test_title_without_marks(self, reading: Reader) -> None:
        """The title has the headline's words without their marks."""
        assert reading(f"# The *great* [flood](x.html)\n\n{LONG}", "a.md").source.title == "The great flood"
