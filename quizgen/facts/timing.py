"""Times as slots: what a stem says of them, whether they stand alone, and on which side of the article they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts.scene import Scene
from quizgen.language.calendar_values import Tense
from quizgen.language.times import display
from quizgen.model import EntityType, Normalised

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

COMING = frozenset("will would shall may might could should must".split())
PLANNING = frozenset("expect plan schedule set due hope intend aim propose want wait prepare".split())
SCHEDULED = frozenset("begin start open close end expire play meet host return".split())
LASTING = frozenset({"duration", "age", "frequency"})
TYPES: dict[str, EntityType] = {"duration": "duration", "frequency": "duration", "age": "number"}


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time with its tokens, wording and value; `open` where neither text nor article's date settle it."""

    first: int
    last: int
    wording: str
    type: EntityType
    open: bool
    normalised: Normalised | None


def stated_time(scene: Scene, head: Token) -> StatedTime:
    """The time expression over `head`, resolved by the article's date and the tense of its verb.

    Raises LookupError where no time expression covers `head`.
    """
    time = scene.time_over(head.i)
    if time is None:
        raise LookupError(f"no time over {head.text!r}")
    text = scene.doc.span(time.first, time.last + 1).text
    if time.kind in LASTING:
        return StatedTime(time.first, time.last, text, TYPES[time.kind], time.kind == "frequency", None)
    value = time.resolve(scene.published, tense_of(head))
    wording = display(text, value, scene.published)
    settled = value is not None and (time.anchored or wording != text)
    return StatedTime(time.first, time.last, wording, "time", not settled, value if settled else None)


def _is_planned(verb: Token, helpers: list[Token]) -> bool:
    """Whether a verb tells of a plan: "plans to", "is set for", but not "set fire to"."""
    return verb.lemma_ in PLANNING and (verb.lemma_ != "set" or any(c.lemma_ == "be" for c in helpers))


def tense_of(head: Token) -> Tense:
    """ "past" or "future" by the nearest verb above the time, "" where it tells neither."""
    for above in head.ancestors:
        if above.pos_ not in {"VERB", "AUX"} and not any(c.dep_ == "cop" for c in above.children):
            continue
        helpers = [c for c in above.children if c.dep_ in {"aux", "aux:pass", "cop"}]
        if any(c.lower_ in COMING for c in helpers) or _is_planned(above, helpers):
            return "future"
        if above.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lower_ in {"has", "have"} for c in helpers):
            return "past"
        if above.tag_ in {"VBZ", "VBP"}:
            return "future" if above.lemma_ in SCHEDULED else ""  # "which begins on 1 December"
        if above.tag_ == "VB" and above.dep_ in {"xcomp", "acl", "advcl"}:
            continue
    return ""
