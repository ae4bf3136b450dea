"""What kind of thing something is, by the words before a noun: "signed a free trade agreement"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.model import Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

AMOUNTS = frozenset({"CD", "JJR", "JJS"})
INSIDE = frozenset({"JJ", "NN", "VBN", "VBG", "HYPH", ",", "``", "''", "CC"})
# nouns of which "what kind of" asks for nothing, or that only count
EMPTY = frozenset(
    "number lot series range group set kind sort type form amount part piece pair couple variety majority member time "
    "statement comment role share level rate score goal year day".split()
)
# words before a noun that do not say what kind it is
PASSING = frozenset(
    "new major key big large small first second third last next additional own joint similar another final recent "
    "special important great good further serious total high low record full surprise".split()
)


def kinds(scene: Scene, clause: Clause) -> Iterator[Slot]:
    """The object of a clause with what says of what kind it is; `rest` is what stands behind its noun."""
    held = clause.part("object")
    if held is None or clause.part("chain") is not None or held.phrase.open:
        return
    if held.phrase.words[0].lower_ not in {"a", "an"}:
        return
    head, first = held.phrase.head, held.phrase.words[0]
    before = [scene.doc[i] for i in range(first.i + 1, head.i)]
    behind = [token for token in held.phrase.words if token.i > head.i]
    if head.tag_ != "NN" or head.lemma_ in EMPTY or scene.cast.type_of(head) in {"person", "people", "time", "number"}:
        return
    if any(child.dep_ == "conj" for child in head.children) or (behind and behind[0].tag_ not in {"IN", "TO"}):
        return  # one of several things
    if behind and behind[0].lower_ == "of":
        return  # "a state of emergency" is one thing
    if not _is_telling(before) or any(scene.cast.name_at(token) is not None for token in before):
        return
    span = scene.parsed.span(first, head)
    text = scene.parsed.text(span)
    rest = say(scene, behind)[0] if behind else ""
    yield Slot(
        "kind", span, text, " ".join(text.split()), "abstract", head=head.lower_, within="object", rest=rest,
        trimmed=behind[:1] == [] and held.phrase.trimmed,
    )  # fmt: skip


def _is_telling(before: list[Token]) -> bool:
    """Whether the words before a noun say of what kind it is: a noun, or two parts with a hyphen, among them."""
    if any(token.like_num or token.tag_ in AMOUNTS for token in before):
        return False  # "a four-year term", "a larger-than-expected loss" tell of how much
    joined = {i for token in before if token.text == "-" for i in (token.i - 1, token.i, token.i + 1)}
    if not before or any(token.tag_ not in INSIDE and token.i not in joined for token in before):
        return False
    if any(token.lower_ in PASSING for token in before[:1]):
        before = before[1:]
    is_noun = bool(before) and before[-1].tag_ == "NN" and before[-1].dep_ == "compound"
    return is_noun or bool(joined)
