"""What the cards are: one note type a form, with its fields, its templates and the style they share.

Everything here is frozen once released, because Anki tells note types apart by their ids and takes an added field
for another note type, of which it then makes a second one, `Name+`, beside the user's own. So ids never change,
and two reserve fields stand ready in each. Fields and templates have ids too, by which they can be renamed.
(Anki's importer: rslib/src/import_export/package/apkg/import/notes.rs in github.com/ankitects/anki.)

Templates and style may change: raise `REVISED` when they do, and Anki updates the note types in place.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from quizgen.model import Form

# When templates or style last changed. Anki takes a note type from a package only if it is newer than its own.
REVISED = datetime(2026, 11, 20, tzinfo=UTC)

_SOURCE_FIELDS = (
    "Answer", "Accepted", "Derived", "Context", "Source", "References", "Article", "Publication", "Link",
    "Support", "Trace", "Reserve 1", "Reserve 2",
)  # fmt: skip
# Fields that no card shows.
HIDDEN_FIELDS = frozenset({"Trace", "Reserve 1", "Reserve 2"})


@dataclass(frozen=True, slots=True)
class NoteType:
    """One of Anki's note types. `first_field_id` and the ones after it are the fields' ids, in order."""

    form: Form
    name: str
    model_id: int
    template_id: int
    first_field_id: int
    fields: tuple[str, ...]

    def front(self) -> str:
        """The template of the card's front, in Anki's template language."""
        return _read(f"{self.form}.front.html")

    def back(self) -> str:
        """The template of the card's back; its lower part, the source, is the same for all forms."""
        return _read(f"{self.form}.back.html").replace("<!-- source -->", _read("source.html").strip())


NOTE_TYPES: dict[Form, NoteType] = {
    "short-answer": NoteType(
        "short-answer", "quizgen short answer", 1_606_103_201, 7_160_610_320_101, 7_160_610_321_001,
        ("Question", *_SOURCE_FIELDS),
    ),
    "cloze": NoteType(
        "cloze", "quizgen cloze", 1_606_103_202, 7_160_610_320_201, 7_160_610_322_001,
        ("Text", *_SOURCE_FIELDS),
    ),
    "multiple-choice": NoteType(
        "multiple-choice", "quizgen multiple choice", 1_606_103_203, 7_160_610_320_301, 7_160_610_323_001,
        ("Question", "Options", *_SOURCE_FIELDS),
    ),
}  # fmt: skip


@cache
def _read(name: str) -> str:
    return files("quizgen.export").joinpath("cards", name).read_text(encoding="utf-8")


def style() -> str:
    """The style sheet that all note types share."""
    return _read("card.css")
