"""How a quiz is to be printed: what the command line's options say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a quiz is printed.

    `font` is a TrueType file to set the text in. `columns` is 1 or 2. `versions` is how many differently shuffled
    handouts are made of the quiz (1 leaves its order alone); `answer_sheet` adds a page of bubbles to each.
    """

    paper: Paper = "a4"
    font: Path | None = None
    columns: int = 1
    large_print: bool = False
    dyslexia: bool = False
    versions: int = 1
    answer_sheet: bool = False


PLAIN = PrintOptions()
