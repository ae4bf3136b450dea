"""How the printed quiz is set: letters into fonts, words into lines."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pymupdf_fonts
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.export.pdf.fonts import REPLACEMENT, FontBook
from quizgen.export.pdf.marks import Glyphs, Row, Stroke
from quizgen.export.pdf.punctuation import printed
from quizgen.export.pdf.scripts import plain, shaped, stretches
from quizgen.export.pdf.text import Run, Style, fitted, natural_width, rows

STYLE = Style(10, 15)
WIDTH = 200.0
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


def lettering(row: Row) -> str:
    """The letters of a row, in order."""
    return "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))


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
    @pytest.mark.parametrize("word", ["Erdoğan", "Łódź", "Nguyễn", "Київ", "Ελλάδα", "ไทย", "naïve", "“x”", "€5–6"])
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

    @pytest.mark.parametrize(("word", "font"), [("習近平", "STSong"), ("きしだ首相", "Heisei"), ("윤석열", "HYGothic")])
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
                lettering(row).strip() for row in rows(book, "Secretary-General 4,000-5,000 16\xa0May", STYLE, 0, width)
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
