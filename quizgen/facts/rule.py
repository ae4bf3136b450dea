"""What a rule is: a name in prose and a generator from a sentence and its clauses to facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.facts.clauses import Clause
from quizgen.facts.scene import Scene
from quizgen.model import Fact, Slot

Find = Callable[[Scene, Sequence[Clause]], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule; its `name` is an example in prose and stands on every fact that it finds."""

    name: str
    find: Find


def state(
    clause: Clause, kind: str, answerable: Iterable[str], nested: Iterable[Slot] = (), without: str = ""
) -> Fact:
    """A fact of `kind` out of a clause, with `nested` slots beside the parts of the clause, less one of these."""
    slots = tuple(part.phrase.slot(part.name) for part in clause.all_parts() if part.name != without)
    return Fact(
        kind,
        (*slots, *nested),
        tuple(answerable),
        clause.scene.parsed.sentence,
        "",
        clause.verb,
        clause.modality,
        clause.speaker,
        clause.confidence,
    )


def apply(rules: Iterable[Rule], scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """All facts that the rules find in one sentence, each with the name of its rule."""
    for rule in rules:
        for fact in rule.find(scene, clauses):
            slots = tuple(replace(slot, mentions=_mentions(scene, slot)) for slot in fact.slots)
            yield replace(fact, rule=rule.name, slots=slots)


def _mentions(scene: Scene, slot: Slot) -> int:
    """How often the article names the one whom the slot names most."""
    said = [count for span, count in scene.mentions if span.overlaps(slot.span)]
    return max([*said, *(scene.cast.counts.get(replaced.name, 0) for replaced in slot.replacements)], default=0)
