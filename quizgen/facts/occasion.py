"""A statement told as the occasion of another: "when fourteen rockets hit Erbil on Monday"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.model import Slot, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

OWN = frozenset({"main", "conjunct", "reported", "adverbial"})  # clauses with a subject and a finite verb of their own
SIMPLE = frozenset({(), ("was",), ("were",)})  # auxiliaries of the simple past, which "when" calls for
BOUNDS = frozenset({"since", "until", "by", "from"})  # a time with one of these says how long, not when


def clause_above(participle: Token, clauses: Sequence[Clause]) -> Clause | None:
    """The statement that a participial tail ("…, killing one and injuring nine") belongs to, where it was read."""
    above = participle
    while above.tag_ == "VBG" and above.dep_ in {"advcl", "conj"}:
        above = above.head
    return next((clause for clause in clauses if clause.predicate.i == above.i and clause.how in OWN), None)


def occasion(clause: Clause) -> Slot | None:
    """The statement as the slot "condition": "when" and all that it says; None where it is no plain past event."""
    verb = clause.verb
    if verb.tag != "VBD" or verb.auxiliaries not in SIMPLE or verb.copular or verb.negated or clause.modality:
        return None
    said = [clause.subject.phrase.wording, *verb.words]
    parts = [part for part in clause.parts if part.name != "time" or part.phrase.case not in BOUNDS]
    for part in parts:
        case = "" if part.name.startswith(("object", "indirect")) else part.phrase.case
        said += [case, part.phrase.wording]
    spans = [verb.span, *(part.phrase.span for part in (clause.subject, *parts))]
    span = Span(min(one.start for one in spans), max(one.end for one in spans))
    replacements = tuple(one for part in (clause.subject, *parts) for one in part.phrase.replacements)
    wording = "when " + " ".join(word for word in said if word)
    return Slot("condition", span, clause.scene.parsed.text(span), wording, replacements=replacements)
