"""Marks inside a paragraph."""

import pytest

from quizgen.model import Span
from quizgen.reading import markup


def blanked(text: str) -> str:
    """The text with a space in the place of each letter of a mark."""
    letters = list(text)
    for mark in markup(text, Span(0, len(text))):
        letters[mark.start : mark.end] = " " * (mark.end - mark.start)
    return "".join(letters)


class TestMarkup:
    @pytest.mark.parametrize(
        ("text", "view"),
        [
            ("It is **very** *old*.", "It is   very    old ."),
            ("It is __very__ _old_.", "It is   very    old ."),
            ("See [the map](https://example.org/a_(b)) now.", "See  the map                             now."),
            ("It lives here.[3][4]", "It lives here.      "),
            ("It lives[citation needed] here.[^1]", "It lives                  here.    "),
            ("Theres [sic] a fish.", "Theres       a fish."),
            ("Use `ls` and ~~old~~ ways.", "Use  ls  and   old   ways."),
            ("Bread &amp; water", "Bread &     water"),
            ("A <b>bold</b> move.", "A    bold     move."),
            ("Go to <https://example.org>.", "Go to                      ."),
            ("one\n> two", "one\n  two"),
            ('The ""Sect"" met.', 'The  "Sect"  met.'),
            ('"The ""Sect"" met."', ' The  "Sect"  met. '),
            ('"The group (the ""Sect"") met.', ' The group (the  "Sect" ) met.'),
            ("Left\u200e\u200e), it", "Left  ), it"),
        ],
    )
    def test_marks(self, text: str, view: str) -> None:
        """Marks are found, and with spaces in their place every other letter stands where it stood."""
        assert blanked(text) == view

    @pytest.mark.parametrize(
        "text",
        [
            "“[He] said [that] t[o] me,” she added.",
            "5*3*2 is 30.",
            "The file_name_here is long.",
            '"We lost," she said. "We will be back."',
            "Profit < cost and cost > loss.",
            "It cost $5 & more.",
            "The 4-1 win [of 2 May] was late.",
        ],
    )
    def test_words(self, text: str) -> None:
        """What only looks like a mark is part of the words."""
        assert markup(text, Span(0, len(text))) == ()

    def test_offsets(self) -> None:
        """Marks are given as offsets into the whole text, and only within the span."""
        text = "*a* then **b** then *c*"
        assert [mark.of(text) for mark in markup(text, Span(4, 15))] == ["**", "**"]
