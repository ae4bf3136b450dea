"""What is printed in which order: items numbered through their sections, a section for each form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.export.pdf.marks import Link
from quizgen.model import FORMS, Form, ItemSet, Part, Question, Quiz, SetForm, Source

Item = Question | ItemSet
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ORDER: tuple[Form | SetForm, ...] = (*FORMS, "matching", "ordering")
NAMES: dict[Form | SetForm, str] = {
    "short-answer": "Short answers",
    "cloze": "Fill in the blanks",
    "multiple-choice": "Multiple choice",
    "true-false": "True or false",
    "matching": "Matching",
    "ordering": "In order of time",
}


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one form, numbered through the quiz, with those of one article and context side by side."""

    letter: str
    form: Form | SetForm
    groups: tuple[tuple[str, tuple[tuple[int, Item], ...]], ...]

    @property
    def items(self) -> Iterator[tuple[int, Item]]:
        """Each item with its number, in printed order."""
        return (item for _, items in self.groups for item in items)

    @property
    def name(self) -> str:
        """What the section's heading says behind its letter."""
        return NAMES[self.form]

    @property
    def points(self) -> int:
        """What all items of the section are worth."""
        return sum(points(item) for _, item in self.items)


@dataclass(frozen=True, slots=True)
class Version:
    """One handout of a quiz: its letter (empty where there is but one), and its sections.

    Every name of a place in the file goes through `anchor`, so that each version's links stay within it. `keyed`
    says whether handout and key are in one file, so that they can lead to each other.
    """

    letter: str
    sections: tuple[Section, ...]
    keyed: bool = True

    @property
    def name(self) -> str:
        """ "Version B", or nothing where there is but one."""
        return f"Version {self.letter}" if self.letter else ""

    @property
    def items(self) -> Iterator[tuple[int, Item]]:
        """Each item with its number, in printed order."""
        return (item for section in self.sections for item in section.items)

    @property
    def points(self) -> int:
        """What all items are worth."""
        return sum(section.points for section in self.sections)

    def anchor(self, kind: str, number: int | str = "") -> str:
        """The name of a place in the file: `anchor("question", 3)` of version B is "question-B3"."""
        return f"{kind}-{self.letter}{number}"

    def leading(self, kind: str, number: int | str, end: float) -> tuple[Link, ...]:
        """What makes the row's first `end` points lead to that place, where it is in the same file."""
        return (Link(0, end, self.anchor(kind, number)),) if self.keyed else ()

    def place(self, number: int) -> str:
        """What a message calls an item: "question 3", "question 3 of version B"."""
        return f"question {number}" + (f" of version {self.letter}" if self.letter else "")


def points(item: Item) -> int:
    """What an item is worth: a point for each answer that it asks for."""
    return len(item.parts) if isinstance(item, ItemSet) else 1


def set_answers(item: ItemSet) -> Iterator[tuple[str, str, Part]]:
    """Each line of a set as it is printed: its numeral, what belongs into its box, and the part that it shows."""
    if item.form == "matching":
        for place, part in enumerate(item.parts):
            yield NUMERALS[place % 12], LETTERS[item.shown.index(place) % 26], part
    else:
        for place, index in enumerate(item.shown):
            yield NUMERALS[place % 12], str(index + 1), item.parts[index]


def answer(item: Item) -> str:
    """What is to be marked or written, in as few letters as can be: "C", "T", "DABC"; empty for a written answer."""
    if isinstance(item, ItemSet):
        return "".join(what for _, what, _ in set_answers(item))
    if item.form == "true-false":
        return item.key[:1]
    return LETTERS[item.options.index(item.key) % 26] if item.key in item.options else ""


def source_of(item: Item) -> Source:
    """The article of the item, of a set that of its first part."""
    return item.parts[0].source if isinstance(item, ItemSet) else item.source


def items_of(quiz: Quiz) -> tuple[Item, ...]:
    """The questions of the quiz, then its sets."""
    return (*quiz.questions, *quiz.sets)


def sections(quiz: Quiz) -> tuple[Section, ...]:
    """The items by form, article and context, each in order of first appearance; empty forms left out."""
    items = items_of(quiz)
    order = {source.id: place for place, source in enumerate(quiz.sources)}
    for item in items:
        order.setdefault(source_of(item).id, len(order))
    made: list[Section] = []
    number = 0
    for form in ORDER:
        groups: dict[str, list[Item]] = {}
        for item in items:
            if item.form == form:
                groups.setdefault(item.context, []).append(item)
        numbered = []
        # What has no context stands first: below another's heading it would seem to belong there.
        for context in sorted(groups, key=lambda context: order[source_of(groups[context][0]).id] if context else -1):
            numbered.append((context, tuple(enumerate(groups[context], number + 1))))
            number += len(groups[context])
        if numbered:
            made.append(Section(LETTERS[len(made)], form, tuple(numbered)))
    return tuple(made)
