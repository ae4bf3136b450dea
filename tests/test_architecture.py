"""The imports of the package, read from its source: each stage knows only the ones before it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.model import KINDS

ROOT = Path(__file__).parent.parent / "quizgen"
WORDS = {"model", "errors"}
TOP = {"inputs", "outputs", "report"}
# What each part of the package may import of the others, besides itself.
ALLOWED: dict[str, set[str]] = {
    "": WORDS,
    "model": set(),
    "errors": set(),
    "reading": WORDS,
    "language": WORDS,
    "facts": WORDS | {"language"},
    "questions": WORDS | {"facts", "language"},
    "export": WORDS,
    "trace": WORDS,
    "parallel": set(),
    "pipeline": WORDS | {"parallel", "reading", "language", "facts", "questions"},
    "inputs": WORDS | {"reading", "pipeline"},
    "outputs": WORDS | {"reading", "export", "trace"},
    "report": WORDS | {"export", "pipeline"},
    "cli": WORDS | TOP | {"", "parallel", "pipeline"},
    "__main__": {"cli"},
}
# Where a library's name may stand.
HOMES: dict[str, tuple[str, ...]] = {
    "spacy": ("language",),
    "genanki": ("export.anki",),
    "reportlab": ("export.pdf",),
    "click": ("cli",),
    "charset_normalizer": ("reading",),
    "yaml": ("reading",),
    "lemminflect": ("language.inflection",),
    "arabic_reshaper": ("export.pdf",),
    "bidi": ("export.pdf",),
    "pymupdf_fonts": ("export.pdf",),
    "uharfbuzz": ("export.pdf",),
}


def name_of(path: Path) -> str:
    """A module's name within the package: `export.anki`, and nothing for the package itself."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports, wherever in it."""
    folder = ("quizgen", *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*folder[: len(folder) - node.level + 1], node.module or ""]).rstrip(".")
            module = base if node.level else node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
            yield from (name if is_module(name) else module for name in names)


def is_ours(name: str) -> bool:
    """Whether a module is one of the package's."""
    return name.split(".")[0] == "quizgen"


def is_module(name: str) -> bool:
    """Whether the dotted name is a module of the package, and no name in one."""
    path = ROOT.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


MODULES = {name_of(path): sorted(set(imports(path))) for path in sorted(ROOT.rglob("*.py"))}


@pytest.mark.parametrize("module", MODULES)
class TestImports:
    def test_they_go_one_way(self, module: str) -> None:
        """A module imports only the parts of the package that its part may know."""
        part = module.split(".")[0]
        ours = {
            name.removeprefix("quizgen").removeprefix(".").split(".")[0] for name in MODULES[module] if is_ours(name)
        }
        assert ours - {part} <= ALLOWED[part]

    def test_a_library_is_known_in_its_home_alone(self, module: str) -> None:
        """spaCy, genanki, reportlab and click are imported where they belong and nowhere else."""
        for library in {name.split(".")[0] for name in MODULES[module]} & set(HOMES):
            assert module.startswith(HOMES[library]), library

    def test_kinds_do_not_know_each_other(self, module: str) -> None:
        """A kind of fact imports helpers, never another kind."""
        kinds = {f"facts.{kind}" for kind in KINDS}
        if module in kinds:
            assert not {name.removeprefix("quizgen.") for name in MODULES[module]} & kinds

    def test_questions_take_numbers_names_and_forms_alone_from_language(self, module: str) -> None:
        """What a question needs of the language it finds on its fact, but for spellings, forms, countries."""
        if module.startswith("questions"):
            known = {name for name in MODULES[module] if name.startswith("quizgen.language")}
            free = ("days", "gazetteer", "inflection", "numbers", "sameness")
            assert known <= {f"quizgen.language.{name}" for name in free}


class TestModel:
    def test_the_words_need_the_standard_library_alone(self) -> None:
        """Model and errors import nothing that has to be installed."""
        for module in WORDS:
            assert {name.split(".")[0] for name in MODULES[module]} <= {*sys.stdlib_module_names, "quizgen"}

    def test_every_part_has_its_rule(self) -> None:
        """A new module at the top of the package has to be given its place here."""
        assert {module.split(".")[0] for module in MODULES} == set(ALLOWED)
