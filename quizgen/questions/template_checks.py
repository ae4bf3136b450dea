"""What a template may say: each fault is told with its file, its line and what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from quizgen.errors import TemplateError
from quizgen.model import BLANK, FORMS, KINDS

NEEDED = ("id", "kinds", "ask", "forms", "stem")
KEYS = frozenset({*NEEDED, "where"})
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
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
BLANKED = frozenset({"cloze", "true-false"})  # forms whose stem is a statement with a blank


@dataclass(frozen=True, slots=True)
class Where:
    """A template's place: its file, the line on which it begins, and its lines."""

    name: str
    first: int
    lines: tuple[str, ...]

    def line(self, key: str = "") -> int:
        """The line that sets the key, or the one on which the template begins."""
        found = (i for i, line in enumerate(self.lines) if key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*[=.]", line))
        return self.first + next(found, 0)

    def __call__(self, key: str = "") -> str:
        """File and line, as a message opens."""
        return f"{self.name}, line {self.line(key)}"


def check(entry: Mapping[str, Any], where: Where) -> None:
    """Raise TemplateError for the first fault of a template."""
    missing = [key for key in NEEDED if key not in entry]
    if missing:
        raise TemplateError(f"{where()}: the template lacks {', '.join(missing)}; give it.")
    for key in entry:
        _known(where(key), "key", [key], KEYS)
    _check_types(entry, where)
    _known(where("kinds"), "kind", entry["kinds"], KINDS)
    _known(where("forms"), "form", entry["forms"], FORMS)
    _known(where("ask"), "slot", [entry["ask"]], SLOTS)
    _known_places(where("stem"), PLACEHOLDER.findall(entry["stem"]), PIECES)
    _known_places(where("where"), entry.get("where", {}), frozenset())
    _check_blank(entry, where)


def _check_types(entry: Mapping[str, Any], where: Where) -> None:
    for key in ("id", "ask", "stem"):
        if not isinstance(entry[key], str) or not entry[key]:
            raise TemplateError(f"{where(key)}: {key} has to be a text in quotes.")
    for key in ("kinds", "forms"):
        if not entry[key] or not _is_texts(entry[key]):
            raise TemplateError(f"{where(key)}: {key} has to be a list of texts.")
    conditions = entry.get("where", {})
    if not isinstance(conditions, dict) or not all(_is_texts(values) for values in conditions.values()):
        raise TemplateError(f'{where("where")}: where has to map "slot.attribute" to lists of texts.')


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _check_blank(entry: Mapping[str, Any], where: Where) -> None:
    """A statement has a blank, a question has none, and no stem can be both."""
    blanked = BLANKED & set(entry["forms"])
    if blanked and blanked != set(entry["forms"]):
        raise TemplateError(
            f"{where('forms')}: a stem with a blank makes {' and '.join(sorted(BLANKED))} alone; ask other forms in a "
            "template of their own."
        )
    pieces = set(PLACEHOLDER.findall(entry["stem"]))
    has_blank = BLANK in entry["stem"] or "statement" in pieces or any(piece.endswith(".rest") for piece in pieces)
    if blanked and not has_blank:
        raise TemplateError(f"{where('stem')}: the stem has no blank; write {{statement}} where the statement goes.")
    if not blanked and "statement" in pieces:
        raise TemplateError(f"{where('stem')}: {{statement}} has a blank; write {{clause}}, or ask it as cloze.")


def _known(where: str, what: str, given: Iterable[str], known: Iterable[str]) -> None:
    unknown = sorted(set(given) - set(known))
    if unknown:
        near = get_close_matches(unknown[0], known, n=1)
        meant = f"{near[0]!r} is meant, perhaps; " if near else ""
        right = ", ".join(sorted(known))
        raise TemplateError(f"{where}: unknown {what} {unknown[0]!r}; {meant}one of {right} is right.")


def _known_places(where: str, given: Iterable[str], pieces: frozenset[str]) -> None:
    for placeholder in given:
        name, _, attribute = placeholder.partition(".")
        if placeholder in pieces:
            continue
        _known(where, "slot", [name], SLOTS | pieces)
        if attribute:
            _known(where, "attribute", [attribute], ATTRIBUTES)
