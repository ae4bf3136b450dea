"""How a quiz is to be printed: what the command line's options say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quizgen.errors import QuizgenError

Paper = Literal["a4", "letter"]
KeyPlace = Literal["separate", "appended", "none"]
Layout = Literal["quiz", "flashcards"]
Duplex = Literal["long", "short"]


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a quiz is printed; raises QuizgenError where the options do not go together.

    `font` is a TrueType file to set the text in. `columns` is 1 or 2. `versions` is how many differently shuffled
    handouts are made of the quiz (1 leaves its order alone); `answer_sheet` adds a page of bubbles to each.
    With `fillable` there are form fields for name, date and answers.
    The answer key is `appended`, written into a `separate` file, or left out.
    Flashcards are set `per_page`, 8 or 10, for a printer that turns the sheet over its `duplex` edge.
    """

    paper: Paper = "a4"
    font: Path | None = None
    columns: int = 1
    large_print: bool = False
    dyslexia: bool = False
    versions: int = 1
    answer_sheet: bool = False
    fillable: bool = False
    key: KeyPlace = "appended"
    layout: Layout = "quiz"
    duplex: Duplex = "long"
    per_page: int = 8

    def __post_init__(self) -> None:
        if self.columns > 1 and (self.large_print or self.dyslexia):
            asked = "large print" if self.large_print else "the dyslexia-friendly setting"
            raise QuizgenError(f"Two columns are too narrow for {asked}: leave one of the two out.")


PLAIN = PrintOptions()
