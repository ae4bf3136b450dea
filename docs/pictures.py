"""Pictures of cards, as Anki renders them and a browser draws them.

    python -m docs.pictures

draws front and back of a card of each form, as wide as a phone and a desktop, light and dark, into docs/anki-*.png;

    python -m docs.pictures decks/seeds.apkg build/pictures 1 2 3

does the same for the first three cards of a deck, into another folder. It needs the test extra (Anki's own backend
renders the cards) and Chromium.
"""

import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PIL import Image, ImageChops

from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from tests.export.forms import every_form

HERE = Path(__file__).parent
MODES = {"light": "", "dark": "nightMode"}
WIDTHS = {"phone": 390, "desktop": 900}
HEIGHT = {"phone": 560, "desktop": 420}  # at least
ROW = 2400  # pixels that a picture is wide at most
COLOURS = 32  # of a picture, which keeps it small
CARD = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<body class="card {mode}">{side}</body>"""
TYPED = re.compile(r"\[\[type:.+?\]\]")  # where the reviewer sets the box to type in, and then what was typed
BOX = '<center><input type="text" id="typeans" style="font-family: Arial; font-size: 20px"></center>'
FRAME = '<iframe width="{width}" srcdoc="{page}"></iframe>'
# The script is the picture's own: it makes each frame as high as its card.
PAGE = """<!doctype html><meta charset="utf-8">
<style>
  body {{
    display: grid; grid-template-columns: repeat({columns}, {width}px); gap: 12px; margin: 12px; width: max-content;
    background: {ground};
  }}
  iframe {{ border: 0; border-radius: 10px; height: 100%; min-height: {height}px }}
</style>
{frames}
<script>
  onload = () => document.querySelectorAll("iframe").forEach((frame) => {{
    frame.style.minHeight = Math.max({height}, frame.contentDocument.documentElement.scrollHeight) + "px";
  }});
</script>"""


def rendered(deck: Path, folder: Path, typed: str = "") -> list[dict[str, str]]:
    """Front and back of every card of the deck as HTML, in order, as the reviewer shows them after `typed`."""
    collection = Collection(str(folder / "collection.anki2"))
    options = ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(deck.absolute()), options=options))
    cards = [collection.get_card(number) for number in collection.find_cards("")]
    sides = []
    for card in sorted(cards, key=lambda card: card.due):
        key = dict(card.note().items()).get("Typed", "")
        compared = f"<div>{collection.compare_answer(key, typed, combining=False)}</div>"
        sides.append({"front": TYPED.sub(BOX, card.question()), "back": _filled(card.answer(), compared)})
    collection.close()
    return sides


def _filled(side: str, compared: str) -> str:
    """The back of a card with what the reviewer sets in the place of a typed answer."""
    return TYPED.sub(lambda _: compared, side)


def draw(page: Path, picture: Path, size: tuple[int, int], scale: int = 2) -> None:
    """Draw a page of HTML at that width and height in pixels."""
    width, height = size
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--force-device-scale-factor={scale}")
    command = ("chromium", *flags, f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri())
    subprocess.run(command, check=True, capture_output=True)


def montage(sides: Iterable[str], device: str, mode: str, picture: Path) -> None:
    """Draw the sides of cards beside and below each other, each in a window as wide as the device."""
    width, ground = WIDTHS[device], {"light": "#b9b4a8", "dark": "#0b0c0d"}[mode]
    columns = min(len(pages := list(sides)), ROW // width // 2 * 2)
    frames = (FRAME.format(width=width, page=html.escape(CARD.format(mode=MODES[mode], side=side))) for side in pages)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(
            PAGE.format(columns=columns, width=width, height=HEIGHT[device], ground=ground, frames="".join(frames)),
            encoding="utf-8",
        )
        draw(page, picture.absolute(), (columns * (width + 12) + 12, 6000), scale=1)
    trim(picture)


def trim(picture: Path) -> None:
    """Cut off the empty ground below, and keep few colours."""
    with Image.open(picture) as image:
        whole = image.convert("RGB")
    ground = Image.new("RGB", whole.size, whole.getpixel((0, 0)))
    box = ImageChops.difference(whole, ground).getbbox() or (0, 0, *whole.size)
    cut = whole.crop((0, 0, whole.width, box[3] + 12))
    cut.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


def of_the_forms(folder: Path) -> list[str]:
    """Front and back of a card of each form; options have been tapped, a sentence unfolded, an answer typed."""
    for name, layout in {"deck": Layout(), "typed": Layout(type_in=True)}.items():
        write_anki(every_form(), folder / f"{name}.apkg", layout=layout)
        (folder / name).mkdir()
    figure, day, cloze, choice, false, _, _, order = rendered(folder / "deck.apkg", folder / "deck")
    typed = rendered(folder / "typed.apkg", folder / "typed", "Recep tayyip erdogan")[6]
    choice["front"] = _tapped(choice["front"], "C")
    false["front"] = _tapped(false["front"], "False")
    day["back"] = day["back"].replace("<details>", "<details open>")
    return [side for card in (figure, day, cloze, choice, false, typed, order) for side in card.values()]


def _tapped(side: str, option: str) -> str:
    """The front of a card on which this option has been tapped."""
    opening = f'<li class="option-{option}"><label class="tappable"><input'
    return side.replace(opening, f"{opening} checked")


def main(deck: str = "", target: str = "", *numbers: str) -> None:
    """Draw cards of a deck by their numbers, counted from 1, or those of the documentation."""
    Path(target or HERE).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if deck:
            cards = rendered(Path(deck), Path(folder))
            sides = [side for number in numbers for side in cards[int(number) - 1].values()]
        else:
            sides = of_the_forms(Path(folder))
    for device in WIDTHS:
        for mode in MODES:
            montage(sides, device, mode, Path(target or HERE) / f"anki-{device}-{mode}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
