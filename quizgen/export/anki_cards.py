"""What the cards are: one note type a form, with its fields, its templates and the style they share.

Everything here is frozen once released, because Anki tells note types apart by their ids and takes an added field
for another note type, of which it then makes a second one, `Name+`, beside the user's own. So ids never change,
and two reserve fields stand ready in each. Fields and templates have ids too, by which they can be renamed.
(Anki's importer: rslib/src/import_export/package/apkg/import/notes.rs in github.com/ankitects/anki.)

Templates and style may change: raise the `revision` of the note types that look different then, and Anki updates
them in place, unless the user has changed them.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

CardForm = Literal["short-answer", "cloze", "multiple-choice", "true-false", "ordering"]
LETTERS = "ABCDEF"  # of options and of events; the note types have room for no more

_RESERVE = ("Trace", "Reserve 1", "Reserve 2")
_SOURCE = (
    "Answer", "Accepted", "Derived", "Context", "Before", "Source", "After", "References", "Article", "Publication",
    "Link", "Support", *_RESERVE,
)  # fmt: skip
# Fields that no card shows.
HIDDEN_FIELDS = frozenset(_RESERVE)


@dataclass(frozen=True, slots=True)
class NoteType:
    """One of Anki's note types. `first_field_id` and the ones after it are the fields' ids, in order."""

    form: CardForm
    name: str
    model_id: int
    template_id: int
    first_field_id: int
    fields: tuple[str, ...]
    revision: int = 1

    def front(self) -> str:
        """The template of the card's front, in Anki's template language."""
        return _template(f"{self.form}.front.html")

    def back(self) -> str:
        """The template of the card's back; its lower part, the source, is the same for all questions."""
        return _template(f"{self.form}.back.html")


NOTE_TYPES: dict[CardForm, NoteType] = {
    "short-answer": NoteType(
        "short-answer", "quizgen short answer", 1_606_103_201, 7_160_610_320_101, 7_160_610_321_001,
        ("Question", "Typed", *_SOURCE),
    ),
    "cloze": NoteType(
        "cloze", "quizgen cloze", 1_606_103_202, 7_160_610_320_201, 7_160_610_322_001,
        ("Text", "Typed", *_SOURCE),
    ),
    "multiple-choice": NoteType(
        "multiple-choice", "quizgen multiple choice", 1_606_103_203, 7_160_610_320_301, 7_160_610_323_001,
        ("Question", *(f"Option {letter}" for letter in LETTERS), "Key", *_SOURCE),
    ),
    "true-false": NoteType(
        "true-false", "quizgen true or false", 1_606_103_204, 7_160_610_320_401, 7_160_610_324_001,
        ("Statement", "Correction", *_SOURCE),
    ),
    "ordering": NoteType(
        "ordering", "quizgen ordering", 1_606_103_205, 7_160_610_320_501, 7_160_610_325_001,
        ("Question", "Events", "Answer", "Order", "Context", *_RESERVE),
    ),
}  # fmt: skip


def style() -> str:
    """The style sheet that all note types share."""
    return _read("card.css")


@cache
def _read(name: str) -> str:
    return files("quizgen.export").joinpath("cards", name).read_text(encoding="utf-8")


def _template(name: str) -> str:
    """A template with its parts in their places."""
    return re.sub(r"<!-- ([\w.]+) -->", lambda place: _part(f"{place[1]}.html"), _read(name))


def _part(name: str) -> str:
    """A part of several templates; the line of an option stands there once for each letter."""
    text = _read(name).strip()
    return "\n    ".join(text.replace("LETTER", letter) for letter in LETTERS) if "LETTER" in text else text
