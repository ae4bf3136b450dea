"""Templates: data that says how a kind of fact is asked for, checked when it is loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from quizgen.errors import TemplateError
from quizgen.model import Fact, Form, Slot
from quizgen.questions.template_checks import PLACEHOLDER, Where, check

__all__ = ["PLACEHOLDER", "Template", "attribute_of", "built_in", "load", "parse"]

OWNED = re.compile(r"(?:[A-Z]\S* )*[A-Z]\S*(?:['’]s|s['’]) ")  # "NASA's chief scientist" takes no article
ANY = "+"  # in a condition: whatever, but not nothing


@dataclass(frozen=True, slots=True)
class Template:
    """One way to ask: the kinds of fact, the slot asked for, the forms, the wording, and conditions on slots.

    `where` maps "slot.attribute" to the values that fit; a template with the slot "*" fits every slot.
    """

    id: str
    kinds: tuple[str, ...]
    ask: str
    forms: tuple[Form, ...]
    stem: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def may_ask(self, kind: str, name: str) -> bool:
        """Whether the template asks for slots of this name in facts of this kind, if its conditions hold."""
        return kind in self.kinds and self.ask in {"*", name}

    def fits(self, fact: Fact, asked: Slot, form: Form) -> bool:
        """Whether the template asks this slot of this fact in this form."""
        if form not in self.forms or not self.may_ask(fact.kind, asked.name.rstrip("23456789")):
            return False
        return all(_holds(fact, asked, key, values) for key, values in self.where)


def _holds(fact: Fact, asked: Slot, key: str, values: tuple[str, ...]) -> bool:
    name, _, attribute = key.partition(".")
    slot = asked if name in {"*", asked.name.rstrip("23456789")} else fact.slot(name)
    if slot is None:
        return False
    value = attribute_of(slot, attribute)
    return value in values or (ANY in values and bool(value))


def attribute_of(slot: Slot, attribute: str) -> str:
    """The value of a slot's attribute as a template sees it."""
    if attribute == "precision":
        value = slot.normalised.value if slot.normalised else ""
        return {4: "year", 7: "month", 10: "day"}.get(len(value), "")
    if attribute == "definite":
        known = slot.wording.lower().startswith(("the ", "a ", "an ")) or OWNED.match(slot.wording)
        return slot.wording if known else f"the {slot.wording}"
    return str(getattr(slot, attribute or "wording"))


def built_in() -> tuple[Template, ...]:
    """The templates of the package."""
    folder = files("quizgen.questions") / "templates"
    texts = ((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(template for name, text in sorted(texts) for template in parse(text, name))


def load(folder: Path | None = None) -> tuple[Template, ...]:
    """The user's templates of a folder, before the package's own: of two that fit, the first is used.

    Raises TemplateError for a folder without templates or a template that is broken.
    """
    if folder is None:
        return built_in()
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    if not paths:
        raise TemplateError(f"{folder}: no templates here; put at least one .toml file into the folder.")
    try:
        own = [t for path in paths for t in parse(path.read_text("utf-8"), str(path))]
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{folder}: cannot be read ({error}); make the files readable UTF-8.") from None
    return (*own, *built_in())


def parse(text: str, name: str) -> Iterator[Template]:
    """The templates of one TOML file, each checked; TemplateError names file, line and what would be right."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{name}: {error}; mend the TOML there.") from None
    entries = data.get("template")
    if not isinstance(entries, list) or set(data) != {"template"}:
        raise TemplateError(f"{name}, line 1: a template file holds [[template]] tables and nothing else.")
    seen: dict[str, str] = {}
    for entry, where in zip(entries, _places(text, name), strict=True):
        check(entry, where)
        if entry["id"] in seen:
            twin = f"{seen[entry['id']]} has the id {entry['id']!r} too"
            raise TemplateError(f"{where('id')}: {twin}; give each its own.")
        seen[entry["id"]] = f"line {where.line('id')}"
        conditions = entry.get("where", {})
        yield Template(
            entry["id"], tuple(entry["kinds"]), entry["ask"], tuple(entry["forms"]), entry["stem"],
            tuple((key, tuple(values)) for key, values in conditions.items()),
        )  # fmt: skip


def _places(text: str, name: str) -> Iterator[Where]:
    """Where each template of a file stands."""
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if re.match(r"\s*\[\[\s*template\s*\]\]", line)]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Where(name, start + 1, tuple(lines[start:stop]))
