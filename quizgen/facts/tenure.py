"""When an office is held, and what others its holder has: what a question who holds it has to say."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.facts.offices import Office, offices
from quizgen.facts.scene import Scene
from quizgen.model import Slot

NEAR = 3  # months between an article and what it still tells as news


def besides(scene: Scene, office: Office) -> Slot:
    """The holder of an office, with another office that the sentence names in `rest`: one question has one answer."""
    others = [
        other.role.wording
        for other in offices(scene)
        if other.name.name is office.name.name and other.sort == "office" and other.role.span != office.role.span
        and not other.former and not other.then
    ]  # fmt: skip
    return replace(office.holder, rest=others[0]) if others else office.holder


def is_current(scene: Scene) -> bool:
    """Whether a sentence speaks of the month of its article, so that who holds an office holds it then."""
    published = scene.published
    if published is None:
        return False
    for time in scene.times:
        if time.first > scene.parsed.tokens.start and scene.doc[time.first - 1].lower_ == "since":
            continue
        value = time.resolve(published, "")
        year = re.match(r"(\d{4})(?:-(\d\d))?", value.value) if value else None
        if year is None:
            continue
        month = int(year[2]) if year[2] else 6 if int(year[1]) != published.year else published.month
        if abs((int(year[1]) - published.year) * 12 + month - published.month) > NEAR:
            return False
    return not any(token.lower_ in {"then", "late"} for token in scene.words)
