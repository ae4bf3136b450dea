"""Places that say what they are: of "the Kuwaiti island of Failaka" a question says "on which Kuwaiti island"."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.model import Slot, Span

SORT = (
    "city|town|village|province|region|district|island|county|suburb|camp|river|lake|municipality|governorate|valley|"
    "peninsula|state|neighbourhood|neighborhood"
)
# "the port city of Beira"
SAID_BEFORE = re.compile(rf"(?:the )?((?:[\w-]+ ){{0,2}}(?:{SORT})) of (?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)")
# "the Tigris River", "Hasaka Province"
SAID_BEHIND = re.compile(rf"(?:the )?((?:[A-Z][\w'’-]* )*[A-Z][\w'’-]*) ((?i:{SORT}))")


def of_sort(place: Slot) -> tuple[str, Slot] | None:
    """What sort of place it is, and the slot that holds its name alone; None where its words do not say."""
    before = SAID_BEFORE.fullmatch(place.text)
    behind = SAID_BEHIND.fullmatch(place.text) if before is None else None
    match, name = (before, 2) if before is not None else (behind, 1)
    if match is None or not match[name][0].isupper():
        return None
    start = place.span.start + match.start(name)
    sort = match[3 - name]
    sort = sort if before is not None else sort.lower()
    said = replace(
        place, span=Span(start, start + len(match[name])), text=match[name], wording=match[name], type="place"
    )
    return sort, said
