"""The style sheet of what is handed out: every size and distance on a page, in points.

All stands on a grid, a line of running text high, or half of it. Large print has 18 points and no slanted or grey
letters, as the American Printing House for the Blind asks. The setting for readers with dyslexia has the letter, word
and line spacing of WCAG 2.1's criterion 1.4.12, and no slanted letters either.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from quizgen.export.pdf.faces import Face
from quizgen.export.pdf.options import PrintOptions
from quizgen.export.pdf.text import Style


@dataclass(frozen=True, slots=True)
class Design:
    """The styles of a handout and the distances between what stands on it.

    `side` is the margin at either side of the page, `gutter` stands between columns. Items stand `number` points in
    from their numbers, and leave `worth` at the right for their points. `written` is the room that a letter takes by
    hand, `line` the distance of lines to write on; without `lines` answers go to a sheet of their own. `small` is the
    size of the running head.
    """

    grid: float
    side: float
    gutter: float
    number: float
    worth: float
    written: float
    line: float
    bubble: float
    option_indent: float
    option_gap: float
    small: float
    title: Style
    version: Style
    counts: Style
    heading: Style
    instruction: Style
    context: Style
    stem: Style
    stem_with_blank: Style
    option: Style
    label: Style
    points: Style
    bubble_letter: Style
    lines: bool = True


PLAIN = Design(
    grid=15,
    side=68,
    gutter=28,
    number=28,
    worth=30,
    written=8.5,
    line=22.5,
    bubble=6.2,
    option_indent=20,
    option_gap=14,
    small=8,
    title=Style(22, 30, "bold", role="H1"),
    version=Style(14, 30, "bold"),
    counts=Style(10.5, 15, grey=0.3),
    heading=Style(14, 22.5, "bold", role="H2"),
    instruction=Style(9.5, 15, "italic", grey=0.3),
    context=Style(9, 15, "italic", grey=0.3),
    stem=Style(10.5, 15),
    stem_with_blank=Style(10.5, 22.5),
    option=Style(10.5, 15),
    label=Style(9, 30, grey=0.3),
    points=Style(8.5, 15, grey=0.3),
    bubble_letter=Style(7.5, 15),
)
LARGE = Design(
    grid=24,
    side=54,
    gutter=28,
    number=44,
    worth=50,
    written=11,
    line=36,
    bubble=10,
    option_indent=32,
    option_gap=20,
    small=12,
    title=Style(30, 36, "bold", rise=8, role="H1"),
    version=Style(22, 36, "bold", rise=8),
    counts=Style(18, 24, rise=7),
    heading=Style(22, 36, "bold", rise=8, role="H2"),
    instruction=Style(16, 24, rise=7),
    context=Style(16, 24, rise=7),
    stem=Style(18, 24, rise=7),
    stem_with_blank=Style(18, 36, rise=7),
    option=Style(18, 24, rise=7),
    label=Style(16, 48, rise=7),
    points=Style(16, 24, rise=7),
    bubble_letter=Style(12.5, 24),
)
# A column of two has less room for numbers and points.
NARROW: dict[str, Any] = {"side": 54, "number": 22, "worth": 22, "option_gap": 10}
TRACKING, SPACING = 0.12, 0.16
UPRIGHT: dict[Face, Face] = {"regular": "regular", "bold": "bold", "italic": "regular", "bold-italic": "bold"}


def design(options: PrintOptions) -> Design:
    """The design that the options ask for."""
    made = LARGE if options.large_print else PLAIN
    if options.columns > 1:
        made = replace(made, **NARROW)
    if options.dyslexia:
        made = _spaced(made, 1.0, 9 / 8) if options.large_print else _spaced(made, 1.2, 4 / 3)
    return replace(made, lines=not options.answer_sheet)


def spaced(style: Style, letters: float = 1.0, lines: float = 1.0) -> Style:
    """The style upright and widely spaced, its letters and its lines larger by these factors."""
    return Style(
        style.size * letters, style.leading * lines, UPRIGHT[style.face], style.grey, style.rise * lines,
        TRACKING / 2 if style.face == "bold" else TRACKING, SPACING, style.role,
    )  # fmt: skip


def _spaced(plain: Design, letters: float, lines: float) -> Design:
    """The design with its letters and its lines larger by these factors, widely spaced and upright."""
    changed: dict[str, Any] = {"side": LARGE.side, "grid": plain.grid * lines, "line": plain.line * lines}
    for name in ("number", "worth", "written", "bubble", "option_indent", "option_gap", "small"):
        changed[name] = getattr(plain, name) * letters
    for field in fields(plain):
        style = getattr(plain, field.name)
        if isinstance(style, Style):
            changed[field.name] = spaced(style, letters, lines)
    return replace(plain, **changed)
