"""A user's Anki for the tests: the official backend, importing as the program does by default."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)
from anki.notes import NoteId
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    # Their modules import each other in a circle that only works from `anki.collection`.
    from anki.cards import Card


class User:
    """One user's collection; `new` and `found` hold the ids of the notes that the last import added, and met with."""

    def __init__(self, folder: Path) -> None:
        self.collection = Collection(str(folder / "collection.anki2"))
        self.new: list[NoteId] = []
        self.found: list[NoteId] = []

    def imports(self, package: Path) -> dict[str, int]:
        """Import the package with Anki's defaults; how many notes were new, updated, left alone, in conflict."""
        options = ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False)
        request = ImportAnkiPackageRequest(package_path=str(package.absolute()), options=options)
        log = self.collection.import_anki_package(request).log
        # The Python side keeps note types in a cache that an import does not empty.
        self.collection.models._clear_cache()
        names = ("new", "updated", "duplicate", "conflicting")
        self.new = [NoteId(note.id.nid) for note in log.new]
        self.found = [NoteId(note.id.nid) for name in names for note in getattr(log, name)]
        return {name: count for name in names if (count := len(getattr(log, name)))}

    def imports_text(self, text: Path) -> dict[str, int]:
        """Import the text as the window of Anki's importer proposes to; how many notes were new, updated and so on."""
        metadata = self.collection.get_csv_metadata(str(text.absolute()), None)
        log = self.collection.import_csv(ImportCsvRequest(path=str(text.absolute()), metadata=metadata)).log
        names = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")
        return {name: count for name in names if (count := len(getattr(log, name)))}

    def exports(self, package: Path, *, legacy: bool) -> None:
        """Export the whole collection, as Anki offers it with and without support for its older versions."""
        options = ExportAnkiPackageOptions(with_scheduling=True, legacy=legacy)
        self.collection.export_anki_package(out_path=str(package.absolute()), options=options, limit=None)

    def cards(self) -> list[Card]:
        """All the cards, in the order in which they come up new."""
        cards = [self.collection.get_card(number) for number in self.collection.find_cards("")]
        return sorted(cards, key=lambda card: card.due)


def letters(rendered: str) -> str:
    """What a reader sees of a rendered side, with its white space made plain."""
    page = BeautifulSoup(rendered, "html.parser")
    for style in page("style"):
        style.decompose()
    return " ".join(page.get_text(" ").split())
