"""Flashcards on paper: what stands on them, how it fits, and that each back lies behind its front."""

import re
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from quizgen.export.pdf import PrintOptions, write_pdf
from quizgen.export.pdf.cards import SMALLEST, Card, cards
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.ink import PAPERS
from quizgen.export.pdf.marks import Glyphs, Stroke
from quizgen.export.pdf.options import Duplex, Paper
from quizgen.export.pdf.sections import Version, sections
from quizgen.export.pdf.sheets import ACROSS, Grid
from quizgen.model import BLANK, FORMS, Form, Question, Quiz
from tests.export.test_pdf import leftward, links, outline, page_texts, squashed
from tests.quizzes import sample_quiz, sample_sets

MM = 72 / 25.4
GRIDS = [Grid(PAPERS[paper], rows) for paper in ("a4", "letter") for rows in (4, 5)]
Place = tuple[int, int]


def marked_quiz(count: int) -> Quiz:
    """A quiz whose stems and keys can be told from each other by one word."""
    (question,) = sample_quiz(1).questions
    asked = (
        replace(question, id=f"{n}", stem=f"Which is thing{n}x, again?", key=f"item{n}x", accepted=())
        for n in range(1, count + 1)
    )
    return replace(sample_quiz(1), questions=tuple(asked))


def made(quiz: Quiz, folder: Path, **options: object) -> PdfReader:
    """The quiz as flashcards, read back."""
    write_pdf(quiz, folder / "cards.pdf", PrintOptions(layout="flashcards", key="none", **options))  # type: ignore[arg-type]
    return PdfReader(folder / "cards.pdf")


def places(reader: PdfReader, page: int, word: str, grid: Grid) -> dict[int, Place]:
    """The row and column in which each numbered `word` of a page stands, counted from the upper left."""
    found: dict[int, Place] = {}
    width, height = grid.card

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        for number in re.findall(rf"{word}(\d+)x", text):
            x, y = tm[4] + cm[4], grid.paper[1] - tm[5] - cm[5]
            found.setdefault(int(number), (int((y - grid.down[0]) // height), int((x - grid.across[0]) // width)))

    reader.pages[page].extract_text(visitor_text=visit)
    return found


def lines_of(reader: PdfReader, page: int) -> set[tuple[float, ...]]:
    """The ends of all level and upright lines, in points from the upper left corner."""
    content = reader.pages[page].get_contents()
    assert content is not None
    lines = re.findall(r"n ([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S", content.get_data().decode("latin-1"))
    return {tuple(round(abs(float(end)), 2) for end in line) for line in lines}


def one_card(question: Question, grid: Grid) -> tuple[Card, ...]:
    """The cards of a question that stands alone in its quiz."""
    (found,) = cards(Version("", sections(Quiz("Title", (question,)))), FontBook(), grid.text)
    return found


class TestGrid:
    @pytest.mark.parametrize("grid", GRIDS)
    def test_cards_are_whole_millimetres(self, grid: Grid) -> None:
        """A card's sides are whole millimetres, and the sheet keeps a centimetre at its edges."""
        for side in grid.card:
            assert side / MM == pytest.approx(round(side / MM))
        assert min(grid.across[0], grid.down[0], grid.paper[0] - grid.across[-1]) >= 10 * MM - 1e-6

    @pytest.mark.parametrize("grid", GRIDS)
    @pytest.mark.parametrize("duplex", ["long", "short"])
    def test_the_back_of_a_place_is_its_mirror_image(self, grid: Grid, duplex: Duplex) -> None:
        """The sheet turned over, a card's four edges are those of its front, to a hundredth of a millimetre."""
        width, height = grid.paper
        for place in range(grid.count):
            row, column = divmod(place, ACROSS)
            back_row, back_column = divmod(grid.behind(place, duplex), ACROSS)
            across = (grid.across[back_column], grid.across[back_column + 1])
            down = (grid.down[back_row], grid.down[back_row + 1])
            if duplex == "long":
                across = (width - across[1], width - across[0])
            else:
                down = (height - down[1], height - down[0])
            assert across == pytest.approx((grid.across[column], grid.across[column + 1]), abs=0.01 * MM)
            assert down == pytest.approx((grid.down[row], grid.down[row + 1]), abs=0.01 * MM)


class TestSheets:
    @pytest.mark.parametrize("paper", ["a4", "letter"])
    @pytest.mark.parametrize("per_page", [8, 10])
    @pytest.mark.parametrize("duplex", ["long", "short"])
    def test_a_back_lies_behind_its_front(self, paper: Paper, per_page: int, duplex: Duplex, tmp_path: Path) -> None:
        """On every sheet, also on one that is not full, the answer stands where the turned sheet has its question."""
        count = per_page + 3
        reader = made(marked_quiz(count), tmp_path, paper=paper, per_page=per_page, duplex=duplex)
        grid = Grid(PAPERS[paper], per_page // ACROSS)
        assert len(reader.pages) == 4
        seen = 0
        for page in (0, 2):
            fronts, backs = places(reader, page, "thing", grid), places(reader, page + 1, "item", grid)
            assert fronts.keys() == backs.keys()
            for number, (row, column) in fronts.items():
                turned = (row, 1 - column) if duplex == "long" else (grid.rows - 1 - row, column)
                assert backs[number] == turned
            seen += len(fronts)
        assert seen == count

    @pytest.mark.parametrize("paper", ["a4", "letter"])
    def test_cut_marks(self, paper: Paper, tmp_path: Path) -> None:
        """Every cut has its marks at both ends, at the same places on front and back, and outside the cards."""
        reader = made(marked_quiz(3), tmp_path, paper=paper)
        grid = Grid(PAPERS[paper], 4)
        outside, behind = ({line for line in lines_of(reader, page) if is_outside(line, grid)} for page in (0, 1))
        assert outside == behind
        assert len(outside) == 2 * (len(grid.across) + len(grid.down))
        assert {line[0] for line in outside if line[0] == line[2]} == {round(x, 2) for x in grid.across}
        assert {line[1] for line in outside if line[1] == line[3]} == {round(y, 2) for y in grid.down}

    def test_the_foot_says_what_to_do(self, tmp_path: Path) -> None:
        """Each page says which cards it has, which sheet it is and over which edge to turn."""
        texts = page_texts(made(marked_quiz(9), tmp_path, duplex="short"))
        assert [re.findall(r"(Fronts|Backs)([\d-]+)·sheet(\d)of2", text) for text in texts] == [
            [("Fronts", "1-8", "1")], [("Backs", "1-8", "1")], [("Fronts", "9", "2")], [("Backs", "9", "2")],
        ]  # fmt: skip
        assert all("overtheshortedge" in text for text in texts)

    def test_bookmarks_and_links(self, tmp_path: Path) -> None:
        """Bookmarks lead to the fronts of each sheet; a card's number leads to its other side, there and back."""
        reader = made(marked_quiz(9), tmp_path)
        assert outline(reader) == [("Cards 1–8", 0), ("Cards 9", 2)]
        assert sorted(links(reader)) == [*[(0, 1)] * 8, *[(1, 0)] * 8, (2, 3), (3, 2)]

    @pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
    def test_paper(self, paper: Paper, size: tuple[int, int], tmp_path: Path) -> None:
        """The pages are A4 or Letter, upright."""
        for page in made(marked_quiz(1), tmp_path, paper=paper).pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) == size

    def test_the_same_cards_make_the_same_bytes(self, tmp_path: Path) -> None:
        """Written twice, the file is the same."""
        first, second = (made(sample_quiz(), tmp_path) and (tmp_path / "cards.pdf").read_bytes() for _ in range(2))
        assert first == second

    def test_a_quiz_without_questions(self, tmp_path: Path) -> None:
        """A quiz without questions gives a file that can be read."""
        assert len(made(Quiz("Nothing", ()), tmp_path).pages) <= 1


def is_outside(line: tuple[float, ...], grid: Grid) -> bool:
    """Whether the line lies beyond the cards."""
    x, y = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    return not (grid.across[0] <= x <= grid.across[-1] and grid.down[0] <= y <= grid.down[-1])


class TestSides:
    def test_everything_is_there(self, tmp_path: Path) -> None:
        """Fronts hold context, stem and options; backs answer, what else is right, source sentence and article."""
        quiz = replace(sample_quiz(), sets=sample_sets())
        texts = page_texts(made(quiz, tmp_path))
        fronts, backs = "".join(texts[::2]), "".join(texts[1::2])
        for question in quiz.questions:
            for part in (*question.stem.split(BLANK), *question.options, question.context):
                assert squashed(part) in fronts or leftward(part) in fronts, part
            shown = (question.key, question.fact.sentence.text, question.source.title, question.derived)
            for part in (*shown, *question.accepted):
                assert squashed(part) in backs or leftward(part) in backs, part
        for one in quiz.sets:
            assert squashed(one.stem) in fronts
            for piece in one.parts:
                assert squashed(piece.prompt) in fronts or leftward(piece.prompt) in fronts
                assert squashed(piece.key) in backs
                sentence = piece.fact.sentence.text
                assert squashed(sentence) in backs or leftward(sentence) in backs

    def test_a_statement_asks_whether_it_is_true(self, tmp_path: Path) -> None:
        """A true-false card asks on its front, and its back says what the article says instead."""
        (question,) = sample_quiz(1).questions
        asked = replace(question, form="true-false", stem="It is two.", key="False", correction="It is three.")
        front, back = page_texts(made(replace(sample_quiz(1), questions=(asked,)), tmp_path))
        assert "Trueorfalse?Itistwo." in front
        assert "thearticlesays:Itisthree." in back

    def test_the_answer_is_marked_in_its_sentence(self) -> None:
        """A rule as long as the answer stands under it in the source sentence."""
        book = FontBook()
        (question,) = sample_quiz(1).questions
        (card,) = one_card(question, GRIDS[0])
        bold = [mark for _, row in card.back for mark in row.marks if isinstance(mark, Glyphs) and mark.size < 10]
        answer = next(mark for mark in bold if mark.font == book.face("bold") and question.key in mark.text)
        rules = [mark for _, row in card.back for mark in row.marks if isinstance(mark, Stroke)]
        assert any(rule.x == answer.x and rule.end > answer.x for rule in rules)

    def test_a_card_has_the_number_of_its_question_in_the_quiz(self) -> None:
        """Cards, quiz and key of one build go together: they number the items alike."""
        version = Version("", sections(replace(sample_quiz(), sets=sample_sets())))
        found = cards(version, FontBook(), GRIDS[0].text)
        assert [card.number for card in chain(*found)] == [number for number, _ in version.items]


class TestFit:
    def test_a_long_text_is_set_smaller(self) -> None:
        """A stem that a card cannot hold at full size is set smaller, on one card, in letters that can be read."""
        (question,) = sample_quiz(1).questions
        (short,), (long,) = (one_card(replace(question, stem=stem), GRIDS[1]) for stem in ("Why?", "Why not? " * 50))
        small, large = (sizes(card)[-1] for card in (long, short))
        assert SMALLEST <= small < large

    def test_an_over_long_text_goes_on_and_is_told(self, tmp_path: Path) -> None:
        """What no card can hold runs on over further cards without a loss, and a warning names the card."""
        (question,) = sample_quiz(1).questions
        quiz = replace(sample_quiz(1), questions=(replace(question, stem="Why " + "on and on " * 400 + "?"),))
        told = write_pdf(quiz, tmp_path / "cards.pdf", PrintOptions(layout="flashcards", key="none"))
        assert len(told) == 1
        assert re.match(r"Card 1 .* goes on over \d more\.", told[0])
        texts = page_texts(PdfReader(tmp_path / "cards.pdf"))
        assert re.sub(r"1·\d/\d", "", texts[0]).count("onandon") == 400
        assert "1·2/5" in texts[0]
        assert "1·2/5" in texts[1]

    @given(
        texts=st.lists(st.text(st.characters(codec="utf-8"), max_size=400), min_size=5, max_size=5),
        form=st.sampled_from(FORMS),
        grid=st.sampled_from(GRIDS),
    )
    @settings(deadline=None, max_examples=60)
    def test_nothing_leaves_its_card(self, texts: list[str], form: Form, grid: Grid) -> None:
        """Whatever the letters are, all that is drawn lies within its card, and nothing upon something else."""
        context, stem, key, option, title = texts
        (question,) = sample_quiz(1).questions
        options = (key, option, "neither") if form == "multiple-choice" else ()
        source = replace(question.source, title=title)
        asked = replace(question, form=form, context=context, stem=stem, key=key, options=options, source=source)
        width, height = grid.text
        book = FontBook()
        for side in chain(*((card.front, card.back) for card in one_card(asked, grid))):
            foot = 0.0
            for top, row in side:
                assert top >= foot - 0.01
                foot = top + row.height
                for mark in row.marks:
                    if isinstance(mark, Glyphs):
                        assert mark.x >= 0
                        assert mark.x + book.width(mark.text.rstrip(), mark.font, mark.size) <= width + 0.01
            assert foot <= height + 0.01


def sizes(card: Card) -> list[float]:
    """The sizes of the letters on a card's front, in order."""
    return [mark.size for _, row in card.front for mark in row.marks if isinstance(mark, Glyphs)]
