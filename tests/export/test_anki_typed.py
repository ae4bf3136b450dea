"""Answers that are typed in, compared as Anki's reviewer compares them, and then by the card in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from quizgen.model import Quiz
from tests.export.forms import every_form
from tests.export.user import User

TYPED = re.compile(r"\[\[type:(?:nc:)?(.+?)\]\]")
QUESTIONS = every_form().questions
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FIGURE, NAME = 0, 6  # cards whose answers are "between 4,000 and 5,000" and "Recep Tayyip Erdoğan"


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    """A user whose answers are to be typed."""
    folder = tmp_path_factory.mktemp("typed")
    user = User(folder)
    write_anki(every_form(), folder / "deck.apkg", layout=Layout(type_in=True))
    user.imports(folder / "deck.apkg")
    yield user
    user.collection.close()


def compared(user: User, card: int, typed: str) -> str:
    """The back of a card after something was typed, as the reviewer makes it."""
    back, note = user.cards()[card].answer(), user.cards()[card].note()
    found = TYPED.search(back)
    assert found is not None
    assert "[[type:nc:" in found[0]
    result = user.collection.compare_answer(note[found[1]], typed, combining=False)
    return back.replace(found[0], f"<div>{result}</div>")


def judged(page: str, folder: Path) -> str:
    """"typeGood" where a browser shows what was typed as right, once the card has run."""
    (folder / "page.html").write_text(f'<!doctype html><meta charset="utf-8"><body class="card">{page}', "utf-8")
    assert BROWSER is not None
    command = (BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", (folder / "page.html").as_uri())
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    result = BeautifulSoup(done.stdout, "html.parser").select_one("#typeans")
    assert result is not None
    return "typeGood" if result.get("class") == ["typeGood"] or result.select(".typeGood:only-child") else ""


class TestTypedAnswers:
    def test_short_answers_and_clozes_have_a_box_to_type_in(self, user: User) -> None:
        """The reviewer finds one place for it on each side; the other forms have none."""
        forms = [*(question.form for question in QUESTIONS), "ordering"]
        for card, form in zip(user.cards(), forms, strict=True):
            boxes = [len(TYPED.findall(side)) for side in (card.question(), card.answer())]
            assert boxes == ([1, 1] if form in ("short-answer", "cloze") else [0, 0])

    def test_a_long_answer_is_not_to_be_typed(self, user: User, tmp_path: Path) -> None:
        """Nobody types a sentence."""
        long = replace(QUESTIONS[0], id="long", key="a meeting of the ministers of all of the members")
        write_anki(Quiz("Long", (long,)), tmp_path / "deck.apkg", layout=Layout(type_in=True))
        user.imports(tmp_path / "deck.apkg")
        card = user.collection.get_card(user.collection.find_cards(f"nid:{user.new[0]}")[0])
        assert "[[type:" not in card.question() + card.answer()
        user.collection.remove_notes([card.nid])

    @pytest.mark.parametrize("typed", ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"])
    def test_anki_itself_forgives_accents(self, user: User, typed: str) -> None:
        """Without any script."""
        page = BeautifulSoup(compared(user, NAME, typed), "html.parser")
        assert [span.get("class") for span in page.select("#typeans span")] == [["typeGood"]]

    def test_what_is_typed_instead_of_a_typographic_sign_is_right(self, user: User, tmp_path: Path) -> None:
        """Nobody has a curly apostrophe on the keyboard."""
        curly = replace(QUESTIONS[0], id="curly", key="Iraq’s “north–south” road")
        write_anki(Quiz("Curly", (curly,)), tmp_path / "deck.apkg", layout=Layout(type_in=True))
        user.imports(tmp_path / "deck.apkg")
        (note,) = user.new
        card = user.collection.get_card(user.collection.find_cards(f"nid:{note}")[0])
        result = user.collection.compare_answer(card.note()["Typed"], "Iraq's \"north-south\" road", combining=False)
        assert "typeBad" not in result
        assert "typeMissed" not in result
        user.collection.remove_notes([card.nid])

    @pytest.mark.skipif(BROWSER is None, reason="there is no Chromium to run the card in")
    @pytest.mark.parametrize(
        ("card", "typed", "judgement"),
        [
            (NAME, "recep tayyip erdogan", "typeGood"),
            (NAME, "RECEP TAYYIP ERDOĞAN ", "typeGood"),
            (FIGURE, "Between 4,000 and 5,000", "typeGood"),
            (FIGURE, "4000 to 5000", "typeGood"),
            (FIGURE, "between 4,000 and 6,000", ""),
            (NAME, "recep tayyip", ""),
            (NAME, "", ""),
        ],
    )
    def test_the_card_forgives_capitals_and_knows_every_right_answer(
        self, user: User, tmp_path: Path, card: int, typed: str, judgement: str
    ) -> None:
        """And nothing that is wrong."""
        assert judged(compared(user, card, typed), tmp_path) == judgement
