"""What a user finds changed in Anki after importing a new build over an earlier one."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.export.anki_cards import NOTE_TYPES
from quizgen.export.anki_earlier import Row, places, read_fields
from quizgen.model import BLANK

Notes = Mapping[str, tuple[int, Row]]  # by guid: note type and fields
WHERE = ("Trace",)  # the field that says where in its article a question stands
_CLOZE = re.compile(r"\{\{c1::(?:.*?)\}\}", re.DOTALL)
_ELEMENT = re.compile(r"<[^>]*>")
_FORMS: dict[int, str] = {kind.model_id: kind.form for kind in NOTE_TYPES.values()}


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the listing: its lasting name in Anki, its question, and which of its fields have changed.

    `search` finds the note in Anki's browser, whatever the user has made of it.
    """

    guid: str
    id: str
    form: str
    question: str
    answer: str
    fields: tuple[str, ...] = ()

    @property
    def search(self) -> str:
        """What to type into the search of Anki's browser to find the note."""
        return f"Trace:*{self.id}*"


@dataclass(frozen=True, slots=True)
class Changes:
    """New notes, changed ones, and retired ones, which the new build no longer makes; how many are as they were.

    `moved` counts the notes that only stand elsewhere in their article.
    """

    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    retired: tuple[Entry, ...]
    moved: int
    same: int


def read_notes(path: Path) -> Notes:
    """All that the notes of a deck say.

    Raises:
        DeckError: the deck cannot be read.
    """
    return {guid: (kind, fields) for guid, kind, fields in read_fields(path)}


def compare(old: Notes, new: Notes) -> Changes:
    """What is different in a new build."""
    kept = {guid: tuple(_different(old[guid][1], fields)) for guid, (_, fields) in new.items() if guid in old}
    changed = {guid: names for guid, names in kept.items() if names and names != WHERE}
    return Changes(
        new=tuple(_entry(guid, *new[guid]) for guid in new if guid not in old),
        changed=tuple(_entry(guid, *new[guid], names) for guid, names in changed.items()),
        retired=tuple(_entry(guid, *old[guid]) for guid in old if guid not in new),
        moved=sum(names == WHERE for names in kept.values()),
        same=sum(not names for names in kept.values()),
    )


def _different(old: Row, new: Row) -> Iterator[str]:
    """The names of the fields that say something else."""
    return (name for name in {**old, **new} if old.get(name, "") != new.get(name, ""))


def _entry(guid: str, kind: int, fields: Row, names: tuple[str, ...] = ()) -> Entry:
    question = _CLOZE.sub(BLANK, next(iter(fields.values())))
    form = _FORMS.get(kind, "other")
    return Entry(guid, str(places(fields)["id"]), form, _letters(question), _letters(fields["Answer"]), names)


def _letters(field: str) -> str:
    return " ".join(html.unescape(_ELEMENT.sub(" ", field)).split())
