"""Templates: the package's own are sound, a user's are checked on loading."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.errors import TemplateError
from quizgen.questions.templates import built_in, load, parse
from tests.questions.build import fact, slot, verb

GOOD = """[[template]]
id = "mine"
kinds = ["action"]
ask = "subject"
forms = ["short-answer"]
stem = "Tell me: who {clause}?"
"""
BROKEN = [
    (
        "an unknown slot", ('ask = "subject"', 'ask = "subjekt"'),
        "line 4: unknown slot 'subjekt'; 'subject' is meant, perhaps; one of", "subject",
    ),
    ("an unknown kind", ('["action"]', '["deed"]'), "line 3: unknown kind 'deed'; one of", "action"),
    ("an unknown form", ('["short-answer"]', '["essay"]'), "line 5: unknown form 'essay'; one of", "short-answer"),
    (
        "an unknown placeholder", ("{clause}", "{claus}"),
        "line 6: unknown slot 'claus'; 'clause' is meant, perhaps; one of", "clause",
    ),
    ("an unknown attribute", ("{clause}", "{object.size}"), "line 6: unknown attribute 'size'; ", "wording"),
    ("an unknown key", ('id = "mine"', 'id = "mine"\nweight = 3'), "line 3: unknown key 'weight'; one of", "stem"),
    ("a cloze without blank", ('["short-answer"]', '["cloze"]'), "line 6: the stem has no blank", "{statement}"),
    ("a question with a blank", ("{clause}", "{statement}"), "line 6: {statement} has a blank", "{clause}"),
    (
        "forms that exclude each other", ('["short-answer"]', '["cloze", "short-answer"]'),
        "line 5: a stem with a blank makes cloze and true-false alone", "of their own",
    ),
    ("an empty list", ('["action"]', "[]"), "line 3: kinds has to be a list of texts", ""),
    ("a missing key", ('ask = "subject"\n', ""), "lacks ask", ""),
    ("a stem that is no text", ('stem = "Tell me: who {clause}?"', "stem = 3"), "stem has to be a text in quotes", ""),
    ("forms that are no list", ('["short-answer"]', '"short-answer"'), "forms has to be a list of texts", ""),
    ("a condition without list", ('id = "mine"', 'id = "mine"\nwhere = { "time.case" = "on" }'), "lists of texts", ""),
    ("an unknown condition", ('id = "mine"', 'id = "mine"\nwhere = { "tim.case" = ["on"] }'), "slot 'tim'", ""),
    ("TOML that is none", ('id = "mine"', "id = mine"), "line 2", "TOML"),
    ("another table", ("[[template]]", "[[templates]]"), "[[template]] tables and nothing else", ""),
]  # fmt: skip


class TestOwn:
    def test_ids_are_unique(self) -> None:
        """No two templates of the package bear one id."""
        ids = [template.id for template in built_in()]
        assert len(ids) == len(set(ids))

    def test_every_kind_is_asked(self) -> None:
        """For each kind of fact there is a template."""
        from quizgen.model import KINDS

        assert {kind for template in built_in() for kind in template.kinds} == set(KINDS)


class TestUsers:
    @pytest.mark.parametrize(("why", "change", "message", "right"), BROKEN, ids=[case[0] for case in BROKEN])
    def test_a_fault_is_told_with_its_place(self, why: str, change: tuple[str, str], message: str, right: str) -> None:
        """The error names the file, the line, what is wrong and what would be right."""
        with pytest.raises(TemplateError) as caught:
            list(parse(GOOD.replace(*change), "mine.toml"))
        assert str(caught.value).startswith("mine.toml"), why
        assert "line" in str(caught.value)
        assert message in str(caught.value)
        assert right in str(caught.value)

    def test_the_line_is_that_of_the_fault(self) -> None:
        """Of two templates, the error points into the broken one."""
        with pytest.raises(TemplateError, match=r"mine\.toml, line 11"):
            list(parse(GOOD + "\n" + GOOD.replace("subject", "subjekt"), "mine.toml"))

    def test_two_with_one_id_are_told(self) -> None:
        """Each has a name of its own, wherever its table's brackets stand."""
        with pytest.raises(TemplateError, match=r"mine\.toml, line 9: line 2 has the id 'mine' too"):
            list(parse(GOOD + "\n" + GOOD.replace("[[template]]", "  [[ template ]] # the second"), "mine.toml"))

    def test_they_come_before_the_packages(self, tmp_path: Path) -> None:
        """A user's wording is used where both fit."""
        (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
        made = fact("action", verb("opened", "open"), slot("subject", "Jane Roe", "person"), asked="subject")
        asked = made.slots[0]
        first = next(template for template in load(tmp_path) if template.fits(made, asked, "short-answer"))
        assert first.id == "mine"

    def test_a_folder_without_templates_is_told(self, tmp_path: Path) -> None:
        """An empty folder, or none, is named with what to put there."""
        with pytest.raises(TemplateError, match=r"at least one \.toml file"):
            load(tmp_path)
        with pytest.raises(TemplateError, match="no templates here"):
            load(tmp_path / "none")

    def test_bytes_that_are_no_text_are_told(self, tmp_path: Path) -> None:
        """A file that is not UTF-8 is named."""
        (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(TemplateError, match="cannot be read"):
            load(tmp_path)


class TestFitting:
    def test_a_condition_holds_or_not(self) -> None:
        """The value of a slot's attribute is among those given; "+" is any but none."""
        (template,) = parse(GOOD.replace('id = "mine"', 'id = "mine"\nwhere = { "object.case" = ["+"] }'), "mine.toml")
        for case, fits in (("", False), ("of", True)):
            made = fact(
                "action", verb("opened", "open"), slot("subject", "Jane Roe"), slot("object", "it", case=case),
                asked="subject",
            )  # fmt: skip
            assert template.fits(made, made.slots[0], "short-answer") is fits

    def test_a_condition_on_a_missing_slot_fails(self) -> None:
        """What is not there fits nothing."""
        (template,) = parse(GOOD.replace('id = "mine"', 'id = "mine"\nwhere = { "time.case" = ["on"] }'), "mine.toml")
        made = fact("action", verb("opened", "open"), slot("subject", "Jane Roe"), asked="subject")
        assert not template.fits(made, made.slots[0], "short-answer")
