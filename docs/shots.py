"""The pictures of the README, made from the real deck and the real quiz.

    python -m docs.shots decks/seeds 'Whom did a rocket attack'

draws front and back of the card that asks this into docs/card.png, and the first pages of the quiz, its key and the
flashcards into docs/quiz-page.png, docs/key-page.png and docs/cards-page.png. What decks/ does not hold is printed anew
of seeds/: an answer sheet into docs/sheet-page.png, large print into docs/large-page.png. It needs the test extra,
Chromium, and pdftoppm of Poppler.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

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
        html = Path(folder) / "page.html"
        html.write_text(PAGE.format(**one), encoding="utf-8")
        draw(html, picture.absolute(), SIZE)
    trim(picture)


def page(quiz: Path, picture: Path, number: int = 1) -> None:
    """Draw a page of a PDF."""
    flags = ("-png", "-singlefile", "-f", f"{number}", "-r", "90")
    subprocess.run(("pdftoppm", *flags, str(quiz), str(picture.with_suffix(""))), check=True)


def printed(picture: Path, words: str, *options: str) -> None:
    """Draw the first page that begins with these words of the seeds' quiz, printed with these options."""
    with tempfile.TemporaryDirectory() as folder:
        quiz = Path(folder, "quiz.pdf")
        subprocess.run((sys.executable, "-m", "quizgen", "pdf", "seeds/", "-o", str(quiz), *options), check=True)
        texts = (sheet.extract_text() for sheet in PdfReader(quiz).pages)
        page(quiz, picture, next(number for number, text in enumerate(texts, 1) if text.startswith(words)))


def main(made: str, words: str) -> None:
    """Draw card and pages of the files `made`.apkg, `made`.pdf, `made`-key.pdf and `made`-cards.pdf."""
    card(Path(f"{made}.apkg"), words, HERE / "card.png")
    for name, end in (("quiz", ""), ("key", "-key"), ("cards", "-cards")):
        page(Path(f"{made}{end}.pdf"), HERE / f"{name}-page.png")
    printed(HERE / "sheet-page.png", "Answer sheet", "--versions", "2", "--answer-sheet")
    printed(HERE / "large-page.png", "", "--large-print")


if __name__ == "__main__":
    main(*sys.argv[1:])
