import hashlib
import re

import pytest

from quizgen.export.anki_cards import HIDDEN_FIELDS, NOTE_TYPES, REVISED, style
from quizgen.model import FORMS, Form

SIDES = "".join(kind.front() + kind.back() for kind in NOTE_TYPES.values())


class TestNoteTypes:
    def test_ids_names_and_fields_are_frozen(self) -> None:
        """Another id, name or field makes a second note type in every user's Anki. Never change this test."""
        answer = (
            "Answer", "Accepted", "Derived", "Context", "Source", "References", "Article", "Publication", "Link",
            "Support", "Trace", "Reserve 1", "Reserve 2",
        )  # fmt: skip
        frozen = {
            form: (kind.name, kind.model_id, kind.template_id, kind.first_field_id, kind.fields)
            for form, kind in NOTE_TYPES.items()
        }
        assert frozen == {
            "short-answer": (
                "quizgen short answer", 1_606_103_201, 7_160_610_320_101, 7_160_610_321_001, ("Question", *answer),
            ),
            "cloze": (
                "quizgen cloze", 1_606_103_202, 7_160_610_320_201, 7_160_610_322_001, ("Text", *answer),
            ),
            "multiple-choice": (
                "quizgen multiple choice", 1_606_103_203, 7_160_610_320_301, 7_160_610_323_001,
                ("Question", "Options", *answer),
            ),
        }  # fmt: skip
        assert set(FORMS) == set(NOTE_TYPES)

    def test_a_changed_card_needs_a_raised_revision(self) -> None:
        """Anki takes new templates and style only with a later time: raise `REVISED`, then mend the line here."""
        digest = hashlib.sha256((SIDES + style()).encode()).hexdigest()[:16]
        assert (REVISED.date().isoformat(), digest) == ("2026-11-20", "1eb275043114bd35")

    @pytest.mark.parametrize("form", FORMS)
    def test_templates_name_fields_that_are_there(self, form: Form) -> None:
        """And none that is hidden."""
        kind = NOTE_TYPES[form]
        used = set(re.findall(r"{{[#/^]?(?:cloze:)?([^}]+)}}", kind.front() + kind.back()))
        assert used <= set(kind.fields) - HIDDEN_FIELDS
        assert set(kind.fields) - used <= HIDDEN_FIELDS

    def test_cards_load_nothing_and_run_nothing(self) -> None:
        """No script, no picture, no font from elsewhere; a card is the same without a network."""
        for word in (
            "<script",
            "<img",
            "<link",
            "onclick",
            "javascript:",
            "url(",
            "@import",
            "@font-face",
            "http",
        ):
            assert word not in SIDES + style()

    def test_every_colour_has_a_dark_one(self) -> None:
        """The dark mode gives each variable but none new."""
        light, dark = (set(re.findall(r"(--[\w-]+):", rule)) for rule in re.findall(r"\.card \{(.*?)\}", style(), re.S))
        assert light == dark
