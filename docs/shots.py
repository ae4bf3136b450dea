"""The pictures of the README, made from the real deck and the real quiz.

    python -m docs.shots decks/seeds 'When did a rocket attack'

draws front and back of the card that asks this into docs/card.png, and the first pages of the quiz, its key and the
flashcards into docs/quiz-page.png, docs/key-page.png and docs/cards-page.png. It needs the test extra, Chromium, and
pdftoppm of Poppler.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup

from docs.pictures import draw, rendered, trim

HERE = Path(__file__).parent
SIZE = (1000, 600)
PAGE = """<!doctype html><meta charset="utf-8">
<style>
  html {{ background: #fff }} body {{ display: flex; gap: 16px; margin: 12px; align-items: stretch }}
  body > .card {{ flex: 1; min-height: 420px; padding: 1rem; border: 1px solid #dcd8cf; border-radius: 12px }}
</style>
<div class="card">{front}</div><div class="card">{back}</div>"""


def card(deck: Path, words: str, picture: Path) -> None:
    """Draw both sides of the first card whose front holds the words."""
    with tempfile.TemporaryDirectory() as folder:
        sides = rendered(deck, Path(folder))
        one = next(side for side in sides if words in BeautifulSoup(side["front"], "html.parser").get_text())
        page = Path(folder) / "page.html"
        page.write_text(PAGE.format(**one), encoding="utf-8")
        draw(page, picture.absolute(), SIZE)
    trim(picture)


def first_page(quiz: Path, picture: Path) -> None:
    """Draw the first page of a PDF."""
    flags = ("-png", "-singlefile", "-f", "1", "-l", "1", "-r", "90")
    subprocess.run(("pdftoppm", *flags, str(quiz), str(picture.with_suffix(""))), check=True)


def main(made: str, words: str) -> None:
    """Draw card and pages of the files `made`.apkg, `made`.pdf, `made`-key.pdf and `made`-cards.pdf."""
    card(Path(f"{made}.apkg"), words, HERE / "card.png")
    for name, end in (("quiz", ""), ("key", "-key"), ("cards", "-cards")):
        first_page(Path(f"{made}{end}.pdf"), HERE / f"{name}-page.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
