import hashlib
import re

import pytest

from quizgen.export.anki_cards import HIDDEN_FIELDS, NOTE_TYPES, CardForm, style
from quizgen.model import FORMS

# Each note type's revision and what it looked like then.
LOOKS: dict[str, tuple[int, str]] = {
    "short-answer": (1, "41847e7dc919b19c"),
    "cloze": (1, "ad17182127a78701"),
    "multiple-choice": (1, "b726f61d95745203"),
    "true-false": (1, "4b3dc0c3d1b46449"),
    "ordering": (1, "2e45ea801ccd0723"),
}
SIDES = "".join(kind.front() + kind.back() for kind in NOTE_TYPES.values())


class TestNoteTypes:
    def test_ids_names_and_fields_are_frozen(self) -> None:
        """Another id, name or field makes a second note type in every user's Anki. Never change this test."""
        answer = (
            "Answer", "Accepted", "Derived", "Context", "Before", "Source", "After", "References", "Article",
            "Publication", "Link", "Support", "Trace", "Reserve 1", "Reserve 2",
        )  # fmt: skip
        frozen = {
            form: (kind.name, kind.model_id, kind.template_id, kind.first_field_id, kind.fields)
            for form, kind in NOTE_TYPES.items()
        }
        assert frozen == {
            "short-answer": (
                "quizgen short answer", 1_606_103_201, 7_160_610_320_101, 7_160_610_321_001,
                ("Question", "Typed", *answer),
            ),
            "cloze": (
                "quizgen cloze", 1_606_103_202, 7_160_610_320_201, 7_160_610_322_001, ("Text", "Typed", *answer),
            ),
            "multiple-choice": (
                "quizgen multiple choice", 1_606_103_203, 7_160_610_320_301, 7_160_610_323_001,
                (
                    "Question", "Option A", "Option B", "Option C", "Option D", "Option E", "Option F", "Key",
                    *answer,
                ),
            ),
            "true-false": (
                "quizgen true or false", 1_606_103_204, 7_160_610_320_401, 7_160_610_324_001,
                ("Statement", "Correction", *answer),
            ),
            "ordering": (
                "quizgen ordering", 1_606_103_205, 7_160_610_320_501, 7_160_610_325_001,
                ("Question", "Events", "Answer", "Order", "Context", "Trace", "Reserve 1", "Reserve 2"),
            ),
        }  # fmt: skip
        assert {*FORMS, "ordering"} == set(NOTE_TYPES)

    @pytest.mark.parametrize("form", NOTE_TYPES)
    def test_a_changed_card_needs_a_raised_revision(self, form: CardForm) -> None:
        """Anki takes new templates and style only with a later time: raise `revision`, then mend the line here."""
        kind = NOTE_TYPES[form]
        digest = hashlib.sha256((kind.front() + kind.back() + style()).encode()).hexdigest()[:16]
        assert (kind.revision, digest) == LOOKS[form]

    @pytest.mark.parametrize("form", NOTE_TYPES)
    def test_templates_name_fields_that_are_there(self, form: CardForm) -> None:
        """And none that is hidden."""
        kind = NOTE_TYPES[form]
        used = set(re.findall(r"{{[#/^]?(?:cloze:|type:nc:)?([^}]+)}}", kind.front() + kind.back()))
        assert used <= set(kind.fields) - HIDDEN_FIELDS
        assert set(kind.fields) - used <= HIDDEN_FIELDS

    def test_no_part_of_a_template_is_missing(self) -> None:
        """Each place for a part is filled."""
        assert "<!--" not in SIDES
        assert "LETTER" not in SIDES

    def test_cards_load_nothing(self) -> None:
        """No picture, no font, no script from elsewhere; a card is the same without a network."""
        for word in (
            "<img", "<link", "<iframe", "src=", "javascript:", "url(", "@import", "@font-face", "http", "fetch",
            "XMLHttp", "import(",
        ):  # fmt: skip
            assert word not in SIDES + style()

    def test_cards_run_nothing_but_what_forgives_capitals(self) -> None:
        """The one script stands where an answer is typed, and no element has a handler."""
        typed = re.compile(r"{{#Typed}}.*?{{/Typed}}", re.DOTALL)
        assert "<script" not in typed.sub("", SIDES)
        assert SIDES.count("<script>") == SIDES.count("<script") == 2
        assert not re.search(r"\son\w+\s*=", SIDES)

    def test_every_colour_has_a_dark_one(self) -> None:
        """The dark mode gives each variable but none new."""
        light, dark = (set(re.findall(r"(--[\w-]+):", rule)) for rule in re.findall(r"\.card \{(.*?)\}", style(), re.S))
        assert light == dark
