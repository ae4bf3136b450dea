"""Times that the parse hangs on a noun though they tell when its verb is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.phrases import case_of
from quizgen.facts.scene import Scene

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

TIME_CASES = frozenset(["on", "in", "since", "during", "from", "until", "by", "at", "between", ""])
SUPERLATIVE = frozenset({"JJS", "RBS"})
SHARES = frozenset({"%", "most", "half", "some", "many", "all", "part"})  # "of" which a whole is named


def loose_times(scene: Scene, head: Token, *, always: bool = False) -> frozenset[int]:
    """Times that the parse hangs on a noun but that belong to its verb ("the minister on Tuesday said").

    Of events and times, which may have a time of their own, only `always`; none of what is compared over a time
    ("one of the deadliest attacks this year").
    """
    if not always and scene.cast.type_of(head) in {"event", "time"}:
        return frozenset()
    if any(token.tag_ in SUPERLATIVE for token in head.subtree):
        return frozenset()
    whole = next((c for c in head.children if c.dep_ == "nmod" and case_of(c) == "of"), None)
    is_share = head.tag_ == "CD" or head.lower_ in SHARES
    deeper = loose_times(scene, whole) if is_share and whole is not None else frozenset()
    return deeper | frozenset(
        child.i
        for child in head.children
        if child.dep_ in {"nmod", "obl:unmarked", "nmod:unmarked"}
        and child.i > head.i
        and scene.time_over(child.i) is not None
        and case_of(child) in TIME_CASES
        and child.right_edge.i == head.right_edge.i
    )
