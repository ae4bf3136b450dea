"""Amounts: what is measured of a thing, and to what a total was brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.language.numbers import Quantity
from quizgen.model import Slot

MEASURED = frozenset(
    "population capacity length height depth width weight area speed budget turnover revenue membership workforce "
    "magnitude diameter altitude output span range volume circulation turnout value".split()
)
TOTALS = frozenset({"total", "overall", "combined"})
BRINGING = frozenset({"bring", "take"})


def measures(scene: Scene, clauses: Sequence[Clause]) -> Iterator[tuple[Slot, Slot]]:
    """What has a size ("Finland has a population of 5.5 million"), and the size with its noun in `head`."""
    for clause in clauses:
        held = clause.part("object")
        if clause.verb.lemma != "have" or held is None or clause.verb.negated or clause.modality:
            continue
        noun = held.phrase.head
        of = noun.i + 1
        if noun.lemma_ not in MEASURED or of + 1 >= scene.end or scene.doc[of].lower_ != "of":
            continue
        quantity = next((q for q in scene.quantities if q.first == of + 1 and q.kind not in {"vague", "ordinal"}), None)
        if quantity is not None:
            last = quantity.counted if quantity.counted is not None else quantity.last
            was = "was" if clause.verb.tag == "VBD" else "is"
            yield clause.subject.phrase.slot("thing"), _amount(scene, quantity, last, head=noun.lemma_, rest=was)


def totals(scene: Scene) -> Iterator[tuple[Slot, Slot]]:
    """What was brought to a total ("bringing the total number of cases to 450"), and the total."""
    for token in scene.words:
        if token.lemma_ not in BRINGING or token.i + 2 >= scene.end:
            continue
        quantity = next(
            (q for q in scene.quantities if q.first > token.i + 2 and scene.doc[q.first - 1].lower_ == "to"), None
        )
        if quantity is None or quantity.kind in {"vague", "ordinal"}:
            continue
        words = [scene.doc[i] for i in range(token.i + 1, quantity.first - 1)]
        wording, replacements, is_open = say(scene, words)
        if is_open or not TOTALS & {word.lower_ for word in words[:3]} or any(word.is_punct for word in words):
            continue
        if len(words) < 3 or noun_phrase(scene, words[-1]).open or any(word.tag_ == "MD" for word in scene.words):
            continue
        span = scene.parsed.span(words[0], words[-1])
        thing = Slot("thing", span, scene.parsed.text(span), wording, replacements=replacements)
        noun = next((word for word in words if word.tag_ in {"NN", "NNS"}), words[0])
        yield thing, _amount(scene, quantity, quantity.last, rest="were" if noun.tag_ == "NNS" else "was")


def _amount(scene: Scene, quantity: Quantity, last: int, *, rest: str, head: str = "") -> Slot:
    span = scene.parsed.span(scene.doc[quantity.first], scene.doc[last])
    text = scene.parsed.text(span)
    return Slot("amount", span, text, " ".join(text.split()), "number", head=head, rest=rest)
