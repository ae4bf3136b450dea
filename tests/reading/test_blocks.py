"""Structure: what a line is by where it stands."""

from tests.reading.conftest import Reader, roles

LONG = "The river rose by two metres overnight, and the town was cut off from the coast for the second time."
MORE = "Boats brought bread and water to the old quarter, where the power had failed on Sunday evening."


class TestFront:
    def test_headline_and_standfirst(self, reading: Reader) -> None:
        """The first line without a stop is the headline, one more before the running text the standfirst."""
        found = roles(reading(f"Flood cuts off town\n\nBoats bring bread to old quarter\n\n{LONG}\n"))
        assert found == [
            ("headline", "Flood cuts off town"),
            ("standfirst", "Boats bring bread to old quarter"),
            ("paragraph", LONG),
        ]

    def test_label_above_headline(self, reading: Reader) -> None:
        """A section's name or a source above the headline is not taken for it."""
        for label in ("World", "SCIENCE & ENVIRONMENT", "In Example Post", "News | Europe"):
            article = reading(f"{label}\n\nFlood cuts off the coastal town\n\n{LONG}\n")
            assert roles(article)[:2] == [("notice", label), ("headline", "Flood cuts off the coastal town")]

    def test_short_headline(self, reading: Reader) -> None:
        """A headline of one word stays the headline when running text follows it."""
        assert roles(reading(f"Hillford\n\n{LONG}"))[0] == ("headline", "Hillford")

    def test_question_as_headline(self, reading: Reader) -> None:
        """A question above the first paragraph is the headline."""
        assert roles(reading(f"Will the river rise again?\n\n{LONG}"))[0][0] == "headline"

    def test_summary_with_a_stop(self, reading: Reader) -> None:
        """A summary with a stop is the standfirst when a byline parts it from the running text."""
        text = f"Flood cuts off town\n\nBoats bring bread.\n\nBy Jane Doe\n\n{LONG}\n\n{MORE}"
        assert [role for role, _ in roles(reading(text))] == [
            "headline", "standfirst", "byline", "paragraph", "paragraph",
        ]  # fmt: skip

    def test_no_headline(self, reading: Reader) -> None:
        """An article that begins with running text has no headline, and its first words are its title."""
        article = reading(LONG)
        assert roles(article) == [("paragraph", LONG)]
        assert article.source.title == "The river rose by two metres overnight, and the town…"

    def test_heading_between_paragraphs(self, reading: Reader) -> None:
        """A short line without a stop between paragraphs is a heading."""
        assert ("heading", "No warning") in roles(reading(f"Flood\n\n{LONG}\n\nNo warning\n\n{MORE}"))

    def test_caption_above_its_credit(self, reading: Reader) -> None:
        """A sentence right above the credit of a picture is its caption."""
        text = f"Flood\n\n{LONG}\n\nTwo boats wait at the old bridge.\nImage: Jane Doe.\n\n{MORE}"
        assert [role for role, _ in roles(reading(text))] == [
            "headline", "paragraph", "caption", "caption", "paragraph",
        ]  # fmt: skip


class TestLines:
    def test_line_per_paragraph(self, reading: Reader) -> None:
        """Paragraphs parted by single line ends are paragraphs of their own."""
        assert [text for role, text in roles(reading(f"Flood\n{LONG}\n{MORE}\n")) if role == "paragraph"] == [
            LONG,
            MORE,
        ]

    def test_hard_wrapped(self, reading: Reader) -> None:
        """Lines wrapped at a column are one paragraph, up to the blank line."""
        first = (
            "The river rose by two metres overnight, and the town was cut off from\n"
            "the coast for the second time in a month. Boats brought bread and water\n"
            "to the old quarter, where the power had failed on Sunday evening. The\n"
            "mayor asked people to stay at home."
        )
        second = "Schools will stay closed until Friday, she said, and the bridge will be\nchecked by engineers."
        assert [t for r, t in roles(reading(f"Flood cuts off town\n\n{first}\n\n{second}\n")) if r == "paragraph"] == [
            first,
            second,
        ]

    def test_windows_line_ends(self, reading: Reader) -> None:
        """Carriage returns stay in the text and out of the blocks."""
        article = reading(f"Flood\r\n\r\n{LONG}\r\n\r\n{MORE}\r\n")
        assert "\r\n" in article.text
        assert [text for _, text in roles(article)] == ["Flood", LONG, MORE]

    def test_non_breaking_spaces(self, reading: Reader) -> None:
        """Non-breaking spaces count as spaces around a line and stay within it."""
        found = roles(reading("Flood\u00a0 \n\n\u00a0The river\u00a0rose by two metres overnight.\u00a0\n"))
        assert found == [("headline", "Flood"), ("paragraph", "The river\u00a0rose by two metres overnight.")]

    def test_list(self, reading: Reader) -> None:
        """A list's items are paragraphs if they are sentences, without their marks; others are not."""
        found = roles(reading(f"Flood\n\n{LONG}\n\n- The school was closed on Monday.\n- bread\n- water\n"))
        assert found[2:] == [
            ("paragraph", "The school was closed on Monday."),
            ("notice", "bread"),
            ("notice", "water"),
        ]

    def test_interview(self, reading: Reader) -> None:
        """The mark of a question or an answer is not part of the paragraph after it."""
        found = roles(reading(f"Flood\n\n{LONG}\n\nQ: Was there a warning?\n\nA: There was none in the old quarter.\n"))
        assert ("heading", "A:") in found
        assert ("paragraph", "There was none in the old quarter.") in found


class TestDatelinePrefix:
    def test_split(self, reading: Reader) -> None:
        """A dateline before a paragraph's first words is a block of its own."""
        for prefix in (
            "BAGHDAD, Feb 15 (Reuters) -",
            "**Chennai:**",
            "BAGHDAD (Agency), Feb 15 -",
            "LONDON (AP) —",
            "Washington (CNN) –",
            "SAO PAULO, Brazil, 3 March 2020 —",
            "Nairobi, Kenya (AFP) -",
            "PARIS —",
            "**PARIS** —",
            "(Reuters) -",
        ):
            assert roles(reading(f"Flood\n\n{prefix} {LONG}"))[1:] == [("dateline", prefix), ("paragraph", LONG)]

    def test_acronym(self, reading: Reader) -> None:
        """An acronym and a dash do not make a dateline when the text goes on to use the acronym."""
        line = "UEFA – Europe's football body – has moved the final. In Nyon, UEFA said that fans would be paid."
        assert roles(reading(f"Final moved\n\n{line}"))[1:] == [("paragraph", line)]

    def test_dash_in_sentence(self, reading: Reader) -> None:
        """A dash after the subject of a sentence makes no dateline."""
        for line in (
            "The mayor – a doctor – left.",
            "Paris – the capital – was quiet.",
            "On Monday - a holiday - it rained.",
        ):
            assert roles(reading(f"Quiet day in town\n\n{line}\n\n{LONG}"))[1] == ("paragraph", line)
