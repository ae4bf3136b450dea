"""What office or role somebody holds, from a title before the name or an apposition behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.offices import Office, offices
from quizgen.facts.rule import Rule
from quizgen.facts.scene import Scene
from quizgen.model import Fact

if TYPE_CHECKING:
    pass


def find_role(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask which office a person holds, where the text names both side by side."""
    for office in offices(scene):
        if not office.leads:
            yield _fact(scene, office, ("role",))
            if office.unique:
                yield _fact(scene, office, ("holder",))


def _fact(scene: Scene, office: Office, answerable: tuple[str, ...]) -> Fact:
    return Fact("role", office.slots, answerable, scene.parsed.sentence, "")


RULES = (Rule("somebody, holder of an office", find_role),)
