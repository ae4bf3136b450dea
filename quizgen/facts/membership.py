"""What belongs to what: members named after "including", parts of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.model import Fact

WHOLES = frozenset({"part", "member", "branch", "ally", "subsidiary", "offshoot", "wing", "unit"})


def find_whole(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of what something is a part or a member."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or complement.phrase.head.lemma_ not in WHOLES or clause.verb.negated:
            continue
        whole = next((c for c in complement.phrase.head.children if c.dep_ == "nmod"), None)
        phrase = noun_phrase(scene, whole) if whole is not None else None
        if phrase is not None and not phrase.open and phrase.case == "of":
            determiner = "a " if complement.phrase.head.lemma_ != "part" else ""
            slot = phrase.slot("whole", within="complement", rest=determiner + complement.phrase.head.text)
            yield state(clause, "membership", ["whole"], [slot])


RULES = (Rule("something is part of a whole", find_whole),)
