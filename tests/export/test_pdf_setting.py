"""How the printed quiz is set: letters into fonts, words into lines, blocks onto pages."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pymupdf_fonts
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.export.pdf import items, key, questions
from quizgen.export.pdf.design import PLAIN
from quizgen.export.pdf.fonts import REPLACEMENT, FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import type_area
from quizgen.export.pdf.marks import SIDE, Block, Booklet, Bubble, Glyphs, Row, Stroke
from quizgen.export.pdf.pages import paginate
from quizgen.export.pdf.punctuation import printed
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

    @pytest.mark.parametrize(
        ("text", "tied"),
        [
            ("on 3 March 2021", "on 3\xa0March 2021"),
            ("some 5 million people", "some 5\xa0million people"),
            ("in March 3 of them", "in March 3 of them"),
            ("3 Marchers", "3 Marchers"),
        ],
    )
    def test_a_number_stays_with_its_month(self, text: str, tied: str) -> None:
        """No line ends between a number and its month or its measure."""
        assert FontBook().prepare(text) == tied

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
        """Letters that no other face of the family has come from the user's font, where it has them."""
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


class TestOwnFont:
    @staticmethod
    def family(folder: Path, names: dict[str, str]) -> Path:
        """Fonts of the package under other names; the first one's path."""
        for name, code in names.items():
            (folder / name).write_bytes(pymupdf_fonts.fontbuffers[code]())
        return folder / next(iter(names))

    @pytest.mark.parametrize(
        "names",
        [
            {"Own-Regular.ttf": "notos", "Own-Bold.ttf": "notosbo", "Own-Italic.ttf": "notosit"},
            {"own.ttf": "notos", "ownbd.ttf": "notosbo", "owni.ttf": "notosit"},
            {"Own.ttf": "notos", "Own-Bold.ttf": "notosbo", "Own-Oblique.ttf": "notosit"},
        ],
    )
    def test_faces_lie_beside_it(self, names: dict[str, str], tmp_path: Path) -> None:
        """Bold and italic are the files of the same family, however these are named."""
        book = FontBook(self.family(tmp_path, names))
        faces = [book.face(face) for face in ("regular", "bold", "italic")]
        assert len(set(faces)) == 3
        assert not set(faces) & {FontBook().face(face) for face in ("regular", "bold", "italic")}
        # none of these has a bold italic face beside it
        assert book.face("bold-italic") == FontBook().face("bold-italic")

    def test_a_letter_that_it_lacks_comes_from_the_family_of_the_package(self, tmp_path: Path) -> None:
        """No letter is dropped for a font that knows few."""
        book = FontBook(self.family(tmp_path, {"mono.ttf": "spacemo"}))
        ((word, font),) = book.pieces("الكاظمي", "regular")
        assert (word, font) == ("الكاظمي", FontBook().face("regular"))
        assert book.pieces("plain", "regular") == (("plain", book.face("regular")),)
        assert book.warnings() == ()


class TestKerning:
    def test_pairs_stand_closer(self) -> None:
        """The T of "To" reaches over the o, in every face, and words are measured so."""
        book = FontBook()
        for face in ("regular", "bold", "italic"):
            font = book.face(face)
            ((kern, *_), none) = book.moves("To", font)
            assert kern < -0.03
            assert none == (0, 0, 0)
            assert book.width("To", font, 10) == pytest.approx(
                book.width("T", font, 10) + book.width("o", font, 10) + 10 * kern
            )

    @pytest.mark.parametrize("word", ["Olúṣẹ́gun", "Ọbásanjọ́", "מֹשֶׁה", "مُحَمَّد"])
    def test_marks_stand_on_their_letters(self, word: str) -> None:
        """A mark that has no letter of its own with its base is put above or below that, not behind it."""
        book = FontBook()
        shown = "".join(shaped(one) if leftward else one for one, leftward in stretches(book.prepare(word)))
        ((letters, font),) = book.pieces(shown, "regular")
        moves = dict(zip(enumerate(letters), book.moves(letters, font), strict=True))
        marks = [move for (_, letter), move in moves.items() if unicodedata.combining(letter)]
        assert marks
        assert all(right or up for _, right, up in marks)

    @given(ANY_TEXT)
    @settings(deadline=None)
    def test_every_letter_has_one_or_none_has(self, text: str) -> None:
        """A line is told for each of its letters how far the next one moves, or nothing at all."""
        book = FontBook()
        for letters, font in book.pieces(book.prepare(text).replace(" ", ""), "regular"):
            assert len(book.moves(letters, font)) in {0, len(letters)}


class TestLines:
    @given(ANY_TEXT, st.floats(40, 400))
    @example("0001HI®ì00", 40.0)  # a pair that is kerned apart, in a word that has to be cut
    @settings(deadline=None)
    def test_every_letter_in_order_within_the_measure(self, text: str, width: float) -> None:
        """Lines hold all letters in order, and none reaches beyond the measure."""
        book = FontBook()
        made = rows(book, text, STYLE, 0, width)
        prepared = book.prepare(printed(text))
        shown = "".join(shaped(one) if leftward else one for one, leftward in stretches(prepared))
        drawn = "".join(map(lettering, made))
        assert len(drawn.replace(" ", "")) == len(shown.replace(" ", ""))
        for row in made:
            for mark in row.marks:
                assert isinstance(mark, Glyphs)
                assert mark.x + book.width(mark.text.rstrip(" "), mark.font, mark.size) <= width + 0.01

    def test_right_to_left_words_wrap_in_their_order(self) -> None:
        """A stretch of Hebrew that is broken has its first words on the first line, each line from the right."""
        book = FontBook()
        words = ["אחת", "שתיים", "שלוש", "ארבע", "חמש", "שש"]
        made = rows(book, "one " + " ".join(words) + " end", STYLE, 0, 90)
        assert len(made) > 1
        read = []
        for row in made:
            glyphs = sorted((mark for mark in row.marks if isinstance(mark, Glyphs)), key=lambda mark: mark.x)
            hebrew = [mark.text for mark in glyphs if not mark.text.isascii()]
            read += [word[::-1] for word in reversed(hebrew)]
        assert read == words

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

    def test_tied_words_stand_as_far_apart_as_others(self) -> None:
        """In a widely spaced setting a fixed space is as wide as one where a line may break."""
        book, wide = FontBook(), replace(STYLE, spacing=0.5, tracking=0.1)
        starts = []
        for text in ("3 pens", "3\xa0pens"):
            (row,) = rows(book, text, wide, 0, WIDTH)
            starts.append([mark.x for mark in row.marks if isinstance(mark, Glyphs)])
        assert starts[0] == pytest.approx(starts[1])

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
        """In two columns B stands below A and C beside it, and they are drawn in the order of their letters."""
        block = block_of(one(form="multiple-choice", options=tuple(f"a commander from {x}" for x in "wxyz")))
        a, b, c, d = bubbles_of(block)
        assert (a.x, c.x) == (b.x, d.x)
        assert (a.drop, b.drop) == (c.drop, d.drop)
        assert a.x < c.x
        assert a.drop < b.drop
        letters = re.findall(r"([A-Z]) a commander from (.)", "".join(map(lettering, block.rows)))
        assert letters == [*zip("ABCD", "wxyz", strict=True)]

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
        pages = list(paginate(Booklet(blocks), 459, 600))
        for page in pages:
            assert all(top + row.height <= 600.001 for _, top, row in page.rows)
            assert not page.rows or page.rows[0][1] == 0
        places = {id(row): place for place, page in enumerate(pages) for _, _, row in page.rows}
        for block in blocks:
            assert len({places[id(row)] for row in block.rows}) == 1

    @given(
        st.lists(st.tuples(st.lists(st.floats(1, 90), min_size=1, max_size=3), st.booleans()), min_size=1, max_size=40),
        st.integers(1, 2),
    )
    def test_columns(self, shapes: list[tuple[list[float], bool]], columns: int) -> None:
        """Blocks stand whole and in order down one column after the other, a heading always above what it heads."""
        blocks: list[Block] = []
        for heights, keep in shapes:
            follows = bool(blocks) and blocks[-1].keep
            blocks.append(Block(tuple(map(Row, heights)), keep=keep and not follows))
        blocks.append(Block((Row(10),)))
        places: dict[int, tuple[int, float, float]] = {}
        for number, page in enumerate(paginate(Booklet(blocks, columns=columns, gutter=20), 400, 600)):
            for x, top, row in page.rows:
                assert x in {0, 210}
                assert top + row.height <= 600.001
                places[id(row)] = (number, x, top)
        order = [places[id(row)] for block in blocks for row in block.rows]
        assert order == sorted(order)
        for block, after in pairwise(blocks):
            together = (*block.rows, *after.rows) if block.keep else block.rows
            if sum(row.height for row in together) > 600:
                together = block.rows  # what is longer than a page cannot stay with its heading
            columns_of = {places[id(row)][:2] for row in together}
            assert len(columns_of) == 1

    def test_the_columns_of_the_last_page_are_level(self) -> None:
        """Ten lines at the end of a quiz in columns stand five by five."""
        blocks = [Block((Row(10),)) for _ in range(10)]
        (page,) = paginate(Booklet(blocks, columns=2), 400, 600)
        assert [x for x, _, _ in page.rows] == [0] * 5 + [200] * 5

    def test_what_spans_stands_above_all_columns(self) -> None:
        """A heading between two sections begins below the deeper column of the first."""
        lines = [Block((Row(10),)) for _ in range(3)]
        heading = Block((Row(20),), keep=True, spans=True)
        (page,) = paginate(Booklet([*lines, heading, *lines], columns=2), 400, 600)
        assert [(x, top) for x, top, _ in page.rows][3:] == [(0, 20), (0, 40), (0, 50), (200, 40)]

    def test_the_last_page_is_worth_turning_to(self) -> None:
        """Where a quiz is a little longer than its pages, the last one gets a third at least."""
        blocks = [Block((Row(50),)) for _ in range(13)]
        *_, last = paginate(Booklet(blocks), 400, 600)
        assert len(last.rows) == 4

    @given(st.lists(st.floats(15, 200), min_size=2, max_size=40))
    def test_the_last_page_takes_what_it_can(self, heights: list[float]) -> None:
        """However long its items are, the last page is a third full, or one more item would be too much for it."""
        pages = list(paginate(Booklet([Block((Row(height),)) for height in heights]), 400, 600))
        if len(pages) > 1:
            *_, before, last = pages
            assert last.depth >= 200 or last.depth + before.rows[-1][2].height > 600

    def test_blocks_are_called_for_as_they_are_needed(self) -> None:
        """The first page of a book is there before the third has been set."""
        called: list[int] = []

        def blocks() -> Iterator[Block]:
            for number in range(1000):
                called.append(number)
                yield Block((Row(20),))

        next(paginate(Booklet(blocks()), 400, 600))
        assert len(called) <= 65

    def test_no_item_is_sent_on_alone(self) -> None:
        """The last item of a section takes the one before it along to the next page."""
        heading = Block((Row(50),), keep=True, spans=True)
        section = [heading, *(Block((Row(50),)) for _ in range(12))]
        first, second = paginate(Booklet([*section, *section[:8]]), 400, 600)
        assert (len(first.rows), len(second.rows)) == (11, 10)

    def test_a_carried_heading_comes_first(self) -> None:
        """Where a page break parts an item from its heading, the heading is repeated."""
        heading = Row(10)
        first, second = Block((Row(80),)), Block((Row(80),), gap=5, carried=(heading,))
        booklet = Booklet([first, second])
        _, parted = paginate(booklet, 459, 100)
        assert parted.rows[0][2] is heading
        (whole,) = paginate(booklet, 459, 200)
        assert all(row is not heading for _, _, row in whole.rows)

    def test_a_page_of_either_paper_has_room(self) -> None:
        """The type area leaves margins of more than two centimetres on both papers."""
        assert type_area("a4", SIDE) == pytest.approx((595.28 - 136, 841.89 - 132), abs=0.1)
        assert type_area("letter", SIDE) == pytest.approx((612 - 136, 792 - 132), abs=0.1)
