"""The style sheet of what is handed out: every size and distance on a page, in points.

All stands on a grid, a line of running text high, or half of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.export.pdf.options import PrintOptions
from quizgen.export.pdf.text import Style


@dataclass(frozen=True, slots=True)
class Design:
    """The styles of a handout and the distances between what stands on it.

    `number` is how far items stand in from their numbers, `written` how much room a letter takes by hand, and
    `line` how far apart lines to write on are; `gutter` stands between the columns of a page.
    """

    grid: float
    number: float
    written: float
    line: float
    title: Style
    counts: Style
    heading: Style
    instruction: Style
    context: Style
    stem: Style
    stem_with_blank: Style
    option: Style
    label: Style
    bubble_letter: Style
    bubble: float
    option_indent: float
    option_gap: float
    gutter: float


PLAIN = Design(
    grid=15.0,
    number=28.0,
    written=8.5,
    line=22.5,
    title=Style(22, 30, "bold"),
    counts=Style(10.5, 15, grey=0.3),
    heading=Style(14, 22.5, "bold"),
    instruction=Style(9.5, 15, "italic", grey=0.3),
    context=Style(9, 15, "italic", grey=0.3),
    stem=Style(10.5, 15),
    stem_with_blank=Style(10.5, 22.5),
    option=Style(10.5, 15),
    label=Style(9, 30, grey=0.3),
    bubble_letter=Style(7.5, 15),
    bubble=6.2,
    option_indent=20.0,
    option_gap=14.0,
    gutter=26.0,
)


def design(options: PrintOptions) -> Design:
    """The design that the options ask for."""
    return PLAIN
