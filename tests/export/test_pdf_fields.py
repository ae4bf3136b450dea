"""The quiz as a form: which fields there are, where they stand, and that a reader can fill them in."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from quizgen.export.pdf import PrintOptions, write_pdf
from quizgen.export.pdf.fields import with_fields
from quizgen.export.pdf.marks import Choice, Field, Row, Stroke
from quizgen.export.pdf.sections import NUMERALS, Item, sections
from quizgen.model import ItemSet, Quiz
from tests.export.test_pdf import squashed
from tests.quizzes import sample_quiz, sample_sets


def form_quiz() -> Quiz:
    """A quiz with items of every form."""
    quiz = replace(sample_quiz(), sets=sample_sets())
    true = replace(quiz.questions[0], id="true", form="true-false", stem="It could be so.", key="True", accepted=())
    return replace(quiz, questions=(*quiz.questions, true))


def filled_in(quiz: Quiz, folder: Path, **options: object) -> PdfReader:
    """The quiz as a form, read back."""
    write_pdf(quiz, folder / "quiz.pdf", PrintOptions(fillable=True, **options))  # type: ignore[arg-type]
    return PdfReader(folder / "quiz.pdf")


def fields(reader: PdfReader) -> dict[str, Any]:
    """The form's fields by name."""
    return dict(reader.get_fields() or {})


def items(quiz: Quiz) -> list[tuple[int, Item]]:
    """The items with their numbers."""
    return [item for section in sections(quiz) for item in section.items]


def widgets(reader: PdfReader) -> list[tuple[int, Any]]:
    """Each field's place on a page: the index of the page, and the annotation."""
    return [
        (place, note.get_object())
        for place, page in enumerate(reader.pages)
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Widget"
    ]


class TestForm:
    def test_a_field_for_everything_that_is_asked(self, tmp_path: Path) -> None:
        """Name, date and each answer have a field, each line of a set its own, and the score has none."""
        quiz = form_quiz()
        wanted = {"name", "date"}
        for number, item in items(quiz):
            parts = len(item.parts) if isinstance(item, ItemSet) else 1
            wanted |= {f"answer-{number}" + (f"-{place}" if place > 1 else "") for place in range(1, parts + 1)}
        assert fields(filled_in(quiz, tmp_path)).keys() == wanted

    def test_options_are_one_choice(self, tmp_path: Path) -> None:
        """Of the options of an item, and of true and false, one can be chosen; none is at first."""
        quiz = form_quiz()
        found = fields(filled_in(quiz, tmp_path))
        for number, item in items(quiz):
            if item.form in ("multiple-choice", "true-false") and not isinstance(item, ItemSet):
                field = found[f"answer-{number}"]
                letters = "ABCDEFGH"[: len(item.options)] or "TF"
                assert field["/FT"] == "/Btn"
                assert set(field["/_States_"]) == {"/Off", *(f"/{letter}" for letter in letters)}
                assert "/V" not in field

    def test_texts_are_empty_and_explained(self, tmp_path: Path) -> None:
        """Fields to type into are empty, and each says what it is for to who cannot see where it stands."""
        found = fields(filled_in(form_quiz(), tmp_path))
        assert found["name"]["/TU"] == "Name"
        assert found["answer-1"]["/TU"] == "Answer to question 1"
        assert {field.get("/V", "") for field in found.values() if field["/FT"] == "/Tx"} == {""}

    def test_fields_are_on_the_handout_alone(self, tmp_path: Path) -> None:
        """The key and the sources have nothing to fill in; without the option nothing has."""
        reader = filled_in(sample_quiz(), tmp_path)
        key = next(place for place, page in enumerate(reader.pages) if "Answer key" in page.extract_text())
        assert max(page for page, _ in widgets(reader)) < key
        write_pdf(sample_quiz(), tmp_path / "plain.pdf")
        assert PdfReader(tmp_path / "plain.pdf").get_fields() is None

    def test_each_version_has_its_own_fields(self, tmp_path: Path) -> None:
        """What is typed into one version does not show in the other."""
        found = fields(filled_in(form_quiz(), tmp_path, versions=2))
        assert {"name-A", "name-B", "answer-A1", "answer-B1"} <= found.keys()

    def test_the_answer_sheet_has_the_fields(self, tmp_path: Path) -> None:
        """With an answer sheet the fields are on it and not in the quiz; each line of a set is a choice."""
        quiz = form_quiz()
        reader = filled_in(quiz, tmp_path, answer_sheet=True)
        sheet = next(place for place, page in enumerate(reader.pages) if "Answer sheet" in page.extract_text())
        assert min(page for page, _ in widgets(reader)) == sheet
        found = fields(reader)
        for number, item in items(quiz):
            if isinstance(item, ItemSet):
                for place in range(1, len(item.parts) + 1):
                    assert len(found[f"answer-{number}-{place}"]["/_States_"]) == len(item.parts) + 1

    @pytest.mark.parametrize("options", [{}, {"large_print": True}, {"dyslexia": True}, {"columns": 2}])
    def test_no_field_lies_upon_another(self, options: dict[str, object], tmp_path: Path) -> None:
        """Fields lie within the page, apart from each other."""
        reader = filled_in(form_quiz(), tmp_path, **options)
        seen: dict[int, list[list[float]]] = {}
        for page, widget in widgets(reader):
            left, foot, right, top = (float(end) for end in widget["/Rect"])
            assert 0 < left < right < float(reader.pages[page].mediabox.width)
            assert 0 < foot < top < float(reader.pages[page].mediabox.height)
            for other in seen.setdefault(page, []):
                assert left >= other[2] or right <= other[0] or foot >= other[3] or top <= other[1]
            seen[page].append([left, foot, right, top])

    def test_what_is_typed_shows(self, tmp_path: Path) -> None:
        """A reader's own way of filling in the form gives a file in which the answers can be read."""
        writer = PdfWriter(clone_from=filled_in(form_quiz(), tmp_path))
        typed = {"name": "Ada Müller", "answer-1": "four thousand", "answer-2": "in October"}
        writer.update_page_form_field_values(writer.pages[0], typed, auto_regenerate=False)
        file = io.BytesIO()
        writer.write(file)
        again = PdfReader(file)
        assert {name: fields(again)[name]["/V"] for name in typed} == typed
        shown = "".join(
            str(widget["/AP"]["/N"].get_object().get_data()) for _, widget in widgets(again) if "/T" in widget
        )
        assert "four thousand" in shown

    def test_a_chosen_option_shows_a_mark(self, tmp_path: Path) -> None:
        """Each option draws something when it is chosen, and nothing when it is not."""
        for _, widget in widgets(filled_in(form_quiz(), tmp_path)):
            if "/Parent" in widget:
                states = widget["/AP"]["/N"]
                (chosen,) = (name for name in states if name != "/Off")
                assert re.search(rb"\bf\b", states[chosen].get_object().get_data())
                assert not re.search(rb"\b[fSs]\b", states[NameObject("/Off")].get_object().get_data())

    def test_the_print_is_the_same(self, tmp_path: Path) -> None:
        """The form holds the same words as the quiz on paper."""
        form = [squashed(page.extract_text()) for page in filled_in(sample_quiz(), tmp_path).pages]
        write_pdf(sample_quiz(), tmp_path / "plain.pdf")
        assert form == [squashed(page.extract_text()) for page in PdfReader(tmp_path / "plain.pdf").pages]

    def test_the_same_quiz_makes_the_same_bytes(self, tmp_path: Path) -> None:
        """Written twice, the form is the same file."""
        filled_in(form_quiz(), tmp_path)
        first = (tmp_path / "quiz.pdf").read_bytes()
        filled_in(form_quiz(), tmp_path)
        assert (tmp_path / "quiz.pdf").read_bytes() == first


class TestFields:
    def test_lines_alone_become_one_field(self) -> None:
        """Several lines to write on become one field as high as they are; the room on the page stays the same."""
        line = Row(22.5, (Stroke(0, 400, 20.5),))
        made = with_fields([Row(15), line, line, line], "answer-1", "Answer", 10)
        assert sum(row.height for row in made) == 15 + 3 * 22.5
        (field,) = (mark for row in made for mark in row.marks)
        assert isinstance(field, Field)
        assert (field.lines, field.width, field.name) == (3, 400, "answer-1")
        assert field.drop + field.height == pytest.approx(20.5 + 2 * 22.5)

    def test_a_single_line_stays(self) -> None:
        """A field on one line lets the line be seen."""
        (row,) = with_fields([Row(22.5, (Stroke(0, 200, 20.5),))], "answer-1", "Answer", 10)
        rule, field = row.marks
        assert isinstance(rule, Stroke)
        assert isinstance(field, Field)
        assert field.drop + field.height == rule.drop

    def test_letters_beside_boxes_are_no_choice(self, tmp_path: Path) -> None:
        """In matching the lettered circles name what may be written into the boxes; they cannot be chosen."""
        quiz = replace(sample_quiz(1), questions=(), sets=sample_sets()[:1])
        found = fields(filled_in(quiz, tmp_path))
        assert {field["/FT"] for field in found.values()} == {"/Tx"}
        assert len(found) == 2 + len(quiz.sets[0].parts) <= 2 + len(NUMERALS)

    def test_nothing_to_fill_in_gives_no_field(self) -> None:
        """Rows without lines, boxes or circles stay as they are."""
        rows = [Row(15), Row(7.5)]
        assert with_fields(rows, "answer-1", "Answer", 10) == rows
        assert not any(isinstance(mark, Field | Choice) for row in rows for mark in row.marks)
