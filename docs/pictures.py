"""Pictures of a deck's cards, as Anki renders them and a browser draws them.

    python -m docs.pictures decks/seeds.apkg build/pictures 1 2 3

writes front and back of the first three cards, 390 and 900 pixels wide, light and dark, as PNG. It needs the test
extra (Anki's own backend renders the cards) and Chromium.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

PAGE = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<body class="card {mode}">{side}</body>"""
MODES = {"light": "", "dark": "nightMode"}
SIZES = {"phone": (390, 780), "desktop": (900, 780)}


def rendered(deck: Path, folder: Path) -> list[dict[str, str]]:
    """Front and back of every card of the deck as HTML, in the order in which they come up."""
    collection = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(deck.absolute()), options=options))
    cards = [collection.get_card(number) for number in collection.find_cards("")]
    sides = [{"front": c.question(), "back": c.answer()} for c in sorted(cards, key=lambda card: card.due)]
    collection.close()
    return sides


def draw(page: Path, picture: Path, size: tuple[int, int]) -> None:
    """Draw a page of HTML at that width and height in pixels."""
    width, height = size
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2")
    command = ("chromium", *flags, f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri())
    subprocess.run(command, check=True, capture_output=True)


def main(deck: str, target: str, *numbers: str) -> None:
    """Draw the cards with these numbers, counted from 1."""
    Path(target).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        cards = rendered(Path(deck), Path(folder))
        page = Path(folder) / "page.html"
        for number in numbers:
            for side, body in cards[int(number) - 1].items():
                for mode, name in MODES.items():
                    page.write_text(PAGE.format(mode=name, side=body), encoding="utf-8")
                    for device, size in SIZES.items():
                        draw(page, Path(target).absolute() / f"{number}-{side}-{device}-{mode}.png", size)


if __name__ == "__main__":
    main(*sys.argv[1:])
