"""Quotes and dashes as a printer sets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.marks import Glyphs
from quizgen.export.pdf.punctuation import printed
from quizgen.export.pdf.text import Run, Style, rows

STYLE = Style(10, 15)


class TestPrinted:
    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ('"We will go," he said.', "“We will go,” he said."),
            ("He said: 'No.'", "He said: ‘No.’"),
            ("the PM's office and the ministers' offices", "the PM’s office and the ministers’ offices"),
            ('("so-called" aid)', "(“so-called” aid)"),
            ("\"He said 'stop' twice\"", "“He said ‘stop’ twice”"),
            ("\"'Stop', he said\"", "“‘Stop’, he said”"),
            ("in the '90s, rock 'n' roll", "in the ’90s, rock ’n’ roll"),
            ("the deal - the third - failed", "the deal – the third – failed"),
            ('he left--"alone"', "he left—\u2060“alone”"),
            ("“Already” – set", "“Already” – set"),
            ('"Half a quote', "“Half a quote"),
            ('a quote that ends"', "a quote that ends”"),
        ],
    )
    def test_quotes_and_dashes(self, typed: str, shown: str) -> None:
        """Quotes open and close, apostrophes are no quotes, and a hyphen between spaces is a dash."""
        assert printed(typed) == shown

    @pytest.mark.parametrize(
        "text", ["5'10\" tall", "a well-known al-Qaeda man", "4,000-5,000", "---", 'צה"ל', "-5 °C", "no quotes at all"]
    )
    def test_what_is_no_quote_and_no_dash_stays(self, text: str) -> None:
        """Measures, hyphens, ranges, rules of hyphens, Hebrew marks and signs are left as they are."""
        assert printed(text) == text

    @given(st.text(st.sampled_from("ab 5'\"-–(.\n"), max_size=30))
    def test_a_stretch_stays_the_same_stretch(self, text: str) -> None:
        """There are as many letters as before, each other one untouched, and a second pass changes nothing."""
        made = printed(text)
        assert len(made) == len(text)
        assert all(a == b for a, b in zip(text, made, strict=True) if a not in "'\"-")
        assert printed(made) == made

    def test_a_quote_knows_what_stands_beside_it(self) -> None:
        """Around a marked answer or a blank the quotes open and close as in the whole sentence."""
        book = FontBook()
        runs = [Run('He called it "'), Run("a start", "bold"), Run('" and "'), Run(blank=30), Run('".')]
        (row,) = rows(book, runs, STYLE, 0, 400)
        text = "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))
        assert text == "He called it “a start” and “”."
