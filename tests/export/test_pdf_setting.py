"""How the printed quiz is set: letters into fonts, words into lines, blocks onto pages."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pymupdf_fonts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.export.pdf import items, key, questions
from quizgen.export.pdf.design import PLAIN
from quizgen.export.pdf.fonts import REPLACEMENT, FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import type_area
from quizgen.export.pdf.marks import SIDE, Block, Booklet, Bubble, Glyphs, Row, Stroke
from quizgen.export.pdf.pages import paginate
from quizgen.export.pdf.scripts import plain, shaped, stretches
from quizgen.export.pdf.sections import Version, sections
from quizgen.export.pdf.text import Run, Style, fitted, natural_width, rows
from quizgen.model import Question, Quiz
from tests.quizzes import sample_quiz

STYLE = Style(10, 15)
WIDTH = 200.0
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


def lettering(row: Row) -> str:
    """The letters of a row, in order."""
    return "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))


def one(**changes: object) -> Question:
    """The first sample question with changes."""
    return replace(sample_quiz(1).questions[0], **changes)  # type: ignore[arg-type]


def block_of(question: Question) -> Block:
    """The printed block of a question that stands alone in its quiz."""
    *_, block = handout(Quiz("Title", (question,)))
    return block


def handout(quiz: Quiz) -> list[Block]:
    """The blocks of the quiz's handout, on a page of A4."""
    return list(questions.question_blocks(quiz, Version("", sections(quiz)), Galley(FontBook(), PLAIN, 459)))


def answers(quiz: Quiz) -> list[Block]:
    """The blocks of its key."""
    return list(key.key_blocks(Version("", sections(quiz)), Galley(FontBook(), PLAIN, 459), {}))


def rules_of(block: Block) -> list[Stroke]:
    """The rules in a block."""
    return [mark for row in block.rows for mark in row.marks if isinstance(mark, Stroke)]


def bubbles_of(block: Block) -> list[Bubble]:
    """The options' circles in a block."""
    return [mark for row in block.rows for mark in row.marks if isinstance(mark, Bubble)]


class TestPlain:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("two\n\n lines\tand  more", "two lines and more"),
            ("“Quotes” – and—dashes…", "“Quotes” – and—dashes…"),
            ("5\u202f000\xa0km", "5\xa0000\xa0km"),
            ("zero\u200bwidth\ufeff and soft\xadhyphen", "zerowidth and softhyphen"),
            ("Nguye\u0302\u0303n", "Nguyễn"),
            ("bell\x07 and nul\x00", "bell and nul "),
        ],
    )
    def test_white_space_alone_changes(self, text: str, shown: str) -> None:
        """White space becomes plain, what has no ink goes, quotes and dashes stay."""
        assert plain(text) == shown

    def test_right_to_left_is_turned_round(self) -> None:
        """A Hebrew stretch is told from the Latin around it, and its words are drawn from their ends."""
        assert list(stretches("in (שלום עולם) now")) == [("in (", False), ("שלום עולם", True), (") now", False)]
        assert shaped("שלום") == "םולש"

    def test_a_non_joiner_keeps_letters_apart(self) -> None:
        """A Persian non-joiner leaves no mark of its own, but the letters beside it do not join."""
        assert shaped(plain("می\u200cخواهم")) != shaped("میخواهم")
        assert "\u200c" not in shaped(plain("می\u200cخواهم"))


class TestFonts:
    @pytest.mark.parametrize(
        "word", ["Erdoğan", "Łódź", "Nguyễn", "Київ", "Ελλάδα", "ไทย", "naïve", "“x”", "€5–6"]
    )
    def test_the_main_family_has_it(self, word: str) -> None:
        """Words of many languages are set in the main family, whole."""
        book = FontBook()
        for face in ("regular", "bold", "italic", "bold-italic"):
            assert book.pieces(word, face) == ((word, book.face(face)),)
        assert book.warnings() == ()

    def test_a_word_is_not_patched(self) -> None:
        """A word with one letter that the main family lacks is set wholly in the font that has all of them."""
        book = FontBook()
        ((word, font),) = book.pieces("x′ⁱ", "regular")
        assert word == "x′ⁱ"
        assert font != book.face("regular")

    def test_the_users_font_is_asked_first(self, tmp_path: Path) -> None:
        """Letters that the main family lacks come from the user's font, where it has them."""
        path = tmp_path / "own.ttf"
        path.write_bytes(pymupdf_fonts.fontbuffers["spacemo"]())
        ((_, font),) = FontBook(path).pieces("′", "bold")
        assert font not in {piece[1] for piece in FontBook().pieces("′", "bold")}

    @pytest.mark.parametrize(
        ("word", "font"), [("習近平", "STSong"), ("きしだ首相", "Heisei"), ("윤석열", "HYGothic")]
    )
    def test_reader_fonts(self, word: str, font: str) -> None:
        """Chinese, Japanese and Korean are each left to a font of their own, which is told."""
        book = FontBook()
        ((letters, name),) = book.pieces(word, "regular")
        assert (letters, name.startswith(font)) == (word, True)
        assert name in book.warnings()[0]

    @given(ANY_TEXT)
    @settings(deadline=None)
    def test_no_letter_is_lost(self, text: str) -> None:
        """Every letter is set in some font, or becomes a box and is named in a warning."""
        book = FontBook()
        shown = book.prepare(text)
        pieces = "".join(letters for letters, _ in book.pieces(shown, "regular"))
        assert len(pieces) == len(shown)
        for wanted, drawn in zip(shown, pieces, strict=True):
            if wanted != drawn:
                assert drawn == REPLACEMENT
                assert any(f"U+{ord(wanted):04X}" in warning for warning in book.warnings())


class TestLines:
    @given(ANY_TEXT, st.floats(40, 400))
    @settings(deadline=None)
    def test_every_letter_in_order_within_the_measure(self, text: str, width: float) -> None:
        """Lines hold all letters in order, and none reaches beyond the measure."""
        book = FontBook()
        made = rows(book, text, STYLE, 0, width)
        shown = book.prepare(text).replace(" ", "")
        drawn = "".join(map(lettering, made)).replace(" ", "")
        assert len(unicodedata.normalize("NFKC", drawn)) == len(unicodedata.normalize("NFKC", shown))
        for row in made:
            for mark in row.marks:
                assert isinstance(mark, Glyphs)
                assert mark.x + book.width(mark.text.rstrip(" "), mark.font, mark.size) <= width + 0.01

    def test_baselines_do_not_move(self) -> None:
        """A line with a letter from another font has its baseline where every line has it."""
        made = rows(FontBook(), "plain words and 習近平 and ′ and مصطفى and more plain words", STYLE, 0, WIDTH)
        assert len(made) > 1
        assert {mark.drop for row in made for mark in row.marks if isinstance(mark, Glyphs)} == {STYLE.drop}

    def test_no_line_ends_a_figure(self) -> None:
        """A line may break after a hyphen between letters, never in a range of figures or at a fixed space."""
        book = FontBook()
        for width in range(30, 200, 3):
            lines = [
                lettering(row).strip()
                for row in rows(book, "Secretary-General 4,000-5,000 16\xa0May", STYLE, 0, width)
            ]
            if width > 80:
                assert all("4,000-5,000" in line for line in lines if "4,000" in line)
                assert all("16\xa0May" in line for line in lines if "16" in line)
            assert "".join(lines).replace(" ", "") == "Secretary-General4,000-5,00016\xa0May"

    def test_the_space_beside_a_marked_word_is_not_marked(self) -> None:
        """The rule under a marked answer is as long as the answer."""
        book = FontBook()
        (row,) = rows(
            book, [Run("to "), Run("4,000 to 5,000", "bold", underline=True), Run(", he said")], STYLE, 0, WIDTH
        )
        (rule,) = (mark for mark in row.marks if isinstance(mark, Stroke))
        assert rule.end - rule.x == pytest.approx(book.width("4,000 to 5,000", book.face("bold"), 10))
        assert lettering(row) == "to 4,000 to 5,000, he said"

    def test_no_leftover_word(self) -> None:
        """A last line of one short word is avoided where the lines above can spare a word."""
        book = FontBook()
        text = "How many of the soldiers went to the town then? So"
        width = natural_width(book, text, STYLE) - 1
        *_, last = rows(book, text, STYLE, 0, width)
        assert lettering(last).strip() == "town then? So"

    def test_a_long_title_is_cut_with_an_ellipsis(self) -> None:
        """A running head that is too long ends after a whole word, with an ellipsis."""
        book = FontBook()
        shown = lettering(fitted(book, "A title that is much too long for its line", STYLE, 0, 100))
        assert shown.endswith("…")
        assert "A title that is much too long for its line".startswith(shown[:-1] + " ")
        assert natural_width(book, shown, STYLE) <= 100


class TestItems:
    @pytest.mark.parametrize(("key", "lines", "share"), [("500", 1, 0.5), ("x" * 40, 1, 1), ("x" * 80, 2, 1)])
    def test_writing_lines(self, key: str, lines: int, share: float) -> None:
        """The lines are as long as the answer takes by hand."""
        rules = rules_of(block_of(one(key=key)))
        assert len(rules) == lines
        assert rules[0].end - rules[0].x == pytest.approx((459 - PLAIN.number - PLAIN.worth) * share)

    def test_a_blank_is_a_rule(self) -> None:
        """The blank of a cloze is a rule in its sentence, and the answer gets no line of its own."""
        block = block_of(one(form="cloze", stem="Nato has been there since _____.", key="2018"))
        (rule,) = rules_of(block)
        assert rule.end - rule.x == items.BLANKS[0] * PLAIN.written
        assert all("_" not in lettering(row) for row in block.rows)

    @pytest.mark.parametrize(
        ("options", "columns"),
        [
            (("1", "2", "3", "4"), 4),
            (("a Turkish commander",) * 4, 2),
            (("a long option of many words " * 3,) * 4, 1),
        ],
    )
    def test_columns_of_options(self, options: tuple[str, ...], columns: int) -> None:
        """Short options share a line, longer ones stand in two columns, long ones below each other."""
        block = block_of(one(form="multiple-choice", options=options))
        assert len({bubble.x for bubble in bubbles_of(block)}) == columns
        assert len(bubbles_of(block)) == len(options)

    def test_columns_read_downwards(self) -> None:
        """In two columns, B stands below A."""
        block = block_of(one(form="multiple-choice", options=tuple(f"a commander from {x}" for x in "wxyz")))
        lines = [lettering(row) for row in block.rows if "commander" in lettering(row)]
        assert [line[0] for line in lines] == ["A", "B"]

    def test_all_stands_on_the_grid(self) -> None:
        """Every block of the quiz is a whole number of half grid lines high."""
        quiz = sample_quiz(30)
        for block in handout(quiz):
            assert (block.height + block.gap) % (PLAIN.grid / 2) == pytest.approx(0, abs=1e-6)
        for block in answers(quiz):
            assert (block.height + block.gap) % (key.GRID / 4) == pytest.approx(0, abs=1e-6)

    def test_sections_keep_articles_together(self) -> None:
        """Within a form, the questions of one context stand side by side, in order of first appearance."""
        quiz = Quiz("Title", tuple(one(id=str(place), context=context) for place, context in enumerate("abacb")))
        (part,) = sections(quiz)
        assert [(number, question.id) for number, question in part.items] == list(enumerate("02143", 1))

    def test_forms_without_questions_are_left_out(self) -> None:
        """Sections are lettered through, with no gap for a form that has no question."""
        quiz = Quiz("Title", (one(form="multiple-choice", options=("a", "b")), one()))
        assert [(part.letter, part.form) for part in sections(quiz)] == [
            ("A", "short-answer"),
            ("B", "multiple-choice"),
        ]


class TestPages:
    @given(st.lists(st.tuples(st.lists(st.floats(1, 90), min_size=1, max_size=6), st.floats(0, 30)), max_size=30))
    def test_blocks_stay_whole(self, shapes: list[tuple[list[float], float]]) -> None:
        """Each block is on one page, in order, and nothing reaches below the foot."""
        blocks = [Block(tuple(Row(height) for height in heights), gap) for heights, gap in shapes]
        pages = paginate(Booklet(blocks), 459, 600)
        for page in pages:
            assert all(top + row.height <= 600.001 for _, top, row in page.rows)
            assert not page.rows or page.rows[0][1] == 0
        places = {id(row): place for place, page in enumerate(pages) for _, _, row in page.rows}
        for block in blocks:
            assert len({places[id(row)] for row in block.rows}) == 1

    def test_a_carried_heading_comes_first(self) -> None:
        """Where a page break parts an item from its heading, the heading is repeated."""
        heading = Row(10)
        first, second = Block((Row(80),)), Block((Row(80),), gap=5, carried=(heading,))
        booklet = Booklet([first, second])
        assert paginate(booklet, 459, 100)[1].rows[0][2] is heading
        assert all(row is not heading for _, _, row in paginate(booklet, 459, 200)[0].rows)

    def test_a_page_of_either_paper_has_room(self) -> None:
        """The type area leaves margins of more than two centimetres on both papers."""
        assert type_area("a4", SIDE) == pytest.approx((595.28 - 136, 841.89 - 132), abs=0.1)
        assert type_area("letter", SIDE) == pytest.approx((612 - 136, 792 - 132), abs=0.1)
