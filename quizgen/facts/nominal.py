"""What a noun says that somebody underwent: "after the killing of Jane Roe near Leeds" says that she was killed there.

Only where it happened, and not where it is feared, planned or charged: behind a word of time or cause ("after",
"over"), or as what people condemn, mourn or look into.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.parts import PLACES, Part
from quizgen.facts.phrases import case_of, noun_phrase
from quizgen.facts.scene import Scene
from quizgen.facts.speakers import is_turn, tail_speaker
from quizgen.language.inflection import inflections
from quizgen.model import Verb

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

DEEDS = {
    "killing": "kill", "assassination": "assassinate", "murder": "murder", "arrest": "arrest",
    "kidnapping": "kidnap", "abduction": "abduct", "execution": "execute", "poisoning": "poison",
    "imprisonment": "imprison", "extradition": "extradite",
}  # fmt: skip
BEHIND = frozenset("after since following over amid".split())
REACTING = frozenset("condemn mourn avenge denounce deplore investigate confirm announce follow".split())
PLACED = frozenset("in at near outside inside".split())
LONGEST = 7  # words of a name with its title
SURE = 0.9


def nominals(scene: Scene) -> Iterator[Clause]:
    """The statements that such nouns of a sentence make, each in the passive of the past."""
    speaker = tail_speaker(scene)
    if speaker is None:
        return
    for noun in scene.parsed.stated:
        if noun.lower_ in DEEDS and noun.tag_ in {"NN", "VBG"} and _happened(noun) and not is_turn(scene, noun):
            subject = _victim(scene, noun)
            if subject is not None:
                parts = tuple(_circumstances(scene, noun, subject))
                yield Clause(scene, noun, subject, _passive(scene, noun), parts, "nominal", "", speaker, SURE)


def _happened(noun: Token) -> bool:
    """Whether the noun stands behind "after" or the like, or is what somebody reacts to; and nothing denies it."""
    if any(c.lower_ in {"no", "any", "a", "an", "attempted", "planned", "alleged"} for c in noun.children):
        return False
    if case_of(noun) in BEHIND:
        return True
    return noun.dep_ == "obj" and noun.head.lemma_ in REACTING and not any(c.dep_ == "aux" for c in noun.head.children)


def _victim(scene: Scene, noun: Token) -> Part | None:
    """The one person named behind "of"."""
    for child in noun.children:
        if child.dep_ == "nmod" and case_of(child) == "of":
            leave = frozenset(c.i for c in child.children if c.dep_ == "nmod" and case_of(c) in PLACED)
            phrase = noun_phrase(scene, child, leave)
            names = [scene.cast.name_at(word) for word in phrase.words]
            is_named = any(n is not None and n.type == "person" for n in names) and not phrase.plural
            if is_named and not phrase.open and len(phrase.words) <= LONGEST:
                return Part("subject", phrase, child.i)
    return None


def _circumstances(scene: Scene, noun: Token, subject: Part) -> Iterator[Part]:
    """Where and when it happened, and in what, each as far as it stands by itself."""
    behind = [*noun.children, *(c for c in subject.phrase.head.children if case_of(c) in PLACED)]
    behind += [below for c in behind for below in c.children if case_of(below) in {"in", "on"}]
    seen: set[str] = set()
    for child in sorted(behind, key=lambda token: token.i):
        if child.dep_ not in {"nmod", "obl", "obl:unmarked", "nmod:unmarked"} or child.i < noun.i:
            continue
        phrase = noun_phrase(scene, child)
        is_time = scene.time_over(child.i) is not None
        is_place = phrase.type in PLACES and phrase.case in PLACED
        name = "time" if is_time else "place" if is_place else "oblique" if phrase.case == "in" else ""
        if name and not phrase.open and child.i != subject.phrase.head.i and name not in seen:
            seen.add(name)
            yield Part(name, phrase, child.i)


def _passive(scene: Scene, noun: Token) -> Verb:
    lemma = DEEDS[noun.lower_]
    span = scene.parsed.span(noun, noun)
    return Verb(span, scene.parsed.text(span), lemma, inflections(lemma, "VBN")[0], "VBD", ("was",), passive=True)
