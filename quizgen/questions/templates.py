"""Templates: data that says how a kind of fact is asked for, checked when it is loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from quizgen.errors import TemplateError
from quizgen.model import FORMS, KINDS, Fact, Form, Slot

SLOTS = frozenset(
    "* statement subject object indirect complement chain content condition manner oblique agent place time cause "
    "source request requester purpose act figure how name holder role long short speaker quotation whole "
    "occupation past been post thing description alias official earlier birth member side maker nationality age "
    "amount kind".split()
)
ATTRIBUTES = frozenset("text wording type case head rest within precision definite plural".split())
PIECES = frozenset(
    "clause active open-clause statement report event word object-word agent-word open-word fronted holds was "
    "as-of".split()
)
KEYS = frozenset({"id", "kinds", "ask", "forms", "stem", "where"})
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
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

    def fits(self, fact: Fact, asked: Slot, form: Form) -> bool:
        """Whether the template asks this slot of this fact in this form."""
        if fact.kind not in self.kinds or form not in self.forms:
            return False
        if self.ask not in {"*", asked.name.rstrip("23456789")}:
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
    lines = [i for i, line in enumerate(text.splitlines(), start=1) if line.strip() == "[[template]]"]
    entries = data.get("template")
    if not isinstance(entries, list) or set(data) != {"template"}:
        raise TemplateError(f"{name}, line 1: a template file holds [[template]] tables and nothing else.")
    for line, entry in zip(lines, entries, strict=True):
        yield _checked(entry, f"{name}, line {line}")


def _checked(entry: Mapping[str, Any], where: str) -> Template:
    missing = sorted({"id", "kinds", "ask", "forms", "stem"} - set(entry))
    if missing:
        raise TemplateError(f"{where}: the template lacks {', '.join(missing)}; give it.")
    _known(where, "key", entry, KEYS)
    for key in ("id", "ask", "stem"):
        if not isinstance(entry[key], str) or not entry[key]:
            raise TemplateError(f"{where}: {key} has to be a text in quotes.")
    for key in ("kinds", "forms"):
        if not isinstance(entry[key], list) or not all(isinstance(value, str) for value in entry[key]):
            raise TemplateError(f"{where}: {key} has to be a list of texts.")
    _known(where, "kind", entry["kinds"], KINDS)
    _known(where, "form", entry["forms"], FORMS)
    _known(where, "slot", [entry["ask"]], SLOTS | {"*"})
    _known_placeholders(where, PLACEHOLDER.findall(entry["stem"]), PIECES)
    conditions = entry.get("where", {})
    if not isinstance(conditions, dict) or not all(isinstance(v, list) for v in conditions.values()):
        raise TemplateError(f'{where}: where has to map "slot.attribute" to lists of texts.')
    _known_placeholders(where, conditions, frozenset())
    return Template(
        entry["id"], tuple(entry["kinds"]), entry["ask"], tuple(cast("list[Form]", entry["forms"])),
        entry["stem"], tuple((key, tuple(values)) for key, values in conditions.items()),
    )  # fmt: skip


def _known(where: str, what: str, given: Iterable[str], known: Iterable[str]) -> None:
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise TemplateError(f"{where}: unknown {what} {unknown[0]!r}; one of {', '.join(sorted(known))} is right.")


def _known_placeholders(where: str, given: Iterable[str], pieces: frozenset[str]) -> None:
    for placeholder in given:
        name, _, attribute = placeholder.partition(".")
        if placeholder in pieces:
            continue
        _known(where, "slot", [name], SLOTS | pieces)
        if attribute:
            _known(where, "attribute", [attribute], ATTRIBUTES)
