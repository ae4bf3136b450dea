"""The subject of a predicate: its own, the noun that it describes, or the one that it shares with the clause above."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.loose_times import loose_times
from quizgen.facts.owners import is_owned
from quizgen.facts.parts import SUBJECTS, Part
from quizgen.facts.phrases import case_of, noun_phrase
from quizgen.facts.scene import Scene
from quizgen.facts.verbs import HARM, lemma_of
from quizgen.language.neighbours import neighbour
from quizgen.language.types import is_plural

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

PEOPLE = frozenset({"person", "people"})
TEXTS = frozenset(
    "agreement deal treaty law bill contract plan accord pact resolution report motion letter ruling".split()
)
AMOUNTS = frozenset("about around over under up to between near nearly some as than like".split())


def subject_part(scene: Scene, predicate: Token, how: str) -> Part | None:
    """The subject of a predicate: its own, its antecedent, or the one that it shares with the clause above."""
    own = next((c for c in predicate.children if c.dep_ in SUBJECTS), None)
    if how == "relative" and _is_far(scene, predicate):
        return None
    if how in {"relative", "reduced"} and not (own is not None and is_owned(scene, own)):
        if how == "relative" and (own is None or own.lower_ not in {"who", "which", "that"}):
            return None
        first = predicate
        while first.dep_ == "conj":
            first = first.head
        return _described(scene, first)
    if own is None and how in {"conjunct", "participle"}:
        above = predicate.head
        while above.dep_ in {"conj", "advcl"} and not any(c.dep_ in SUBJECTS for c in above.children):
            above = above.head
        own = next((c for c in above.children if c.dep_ in SUBJECTS), None)
        if own is not None and own.lower_ in {"who", "which", "that"} and above.dep_ == "acl:relcl":
            return Part("subject", noun_phrase(scene, above.head, frozenset({above.i})), above.head.i)
    if own is None or own.i > predicate.i or own.tag_ in {"WP", "WDT", "EX"} or _is_no_subject(scene, own):
        return None
    if _is_time(scene, own, predicate) or is_bare_number(own, predicate):
        return None
    return Part("subject", noun_phrase(scene, own, loose_times(scene, own)), own.i)


def _is_no_subject(scene: Scene, own: Token) -> bool:
    """Whether the parse took something else for a subject: a phrase with a preposition; or it is "whose members"."""
    first = next((token for token in own.subtree if not token.is_punct and token.dep_ != "cc"), own)
    is_least = first.lower_ == "at" and neighbour(first, 1).lower_ in {"least", "most"}
    if first.dep_ == "case" and first.lower_ not in AMOUNTS and not is_least:
        return True
    if is_owned(scene, own):
        return False
    inside = (t for c in own.children if c.dep_ in {"nmod:poss", "nmod"} for t in c.subtree)
    return any(t.tag_ in {"WP$", "WP", "WDT"} for t in inside)  # "whose members", "parts of which", "some of whom"


def _is_time(scene: Scene, own: Token, predicate: Token) -> bool:
    """Whether the parse makes a day or a month do something ("has since October recommended")."""
    time = scene.time_over(own.i)
    return time is not None and any(c.dep_ == "obj" for c in predicate.children) and own.tag_ in {"NNP", "CD"}


def is_bare_number(own: Token, predicate: Token) -> bool:
    """Whether a subject is a number of what stands elsewhere ("while three saw 50"); of harm, it is people."""
    is_part = any(c.dep_ == "nmod" for c in own.children) or any(case_of(c) == "of" for c in predicate.children)
    return own.tag_ == "CD" and not is_part and lemma_of(predicate) not in HARM


def _described(scene: Scene, predicate: Token) -> Part:
    """The noun that a clause describes, without the preposition that it has in the clause above."""
    part = _antecedent(scene, predicate)
    return replace(part, phrase=replace(part.phrase, case=""))


def _antecedent(scene: Scene, predicate: Token) -> Part:
    """The noun that a relative clause describes; of "X was an operation executed by Y", that is X itself."""
    noun = predicate.head
    described = noun
    while described.dep_ == "conj":
        described = described.head
    if (described.dep_ == "appos" and described.i != noun.i) or (described is noun and noun.dep_ == "appos"):
        return Part("subject", noun_phrase(scene, described.head), described.head.i)
    own = next((c for c in noun.children if c.dep_ == "nsubj"), None)
    if own is not None and any(c.dep_ == "cop" for c in noun.children):
        return Part("subject", noun_phrase(scene, own), own.i)
    return Part("subject", noun_phrase(scene, noun, frozenset({predicate.i})), noun.i)


def _is_far(scene: Scene, predicate: Token) -> bool:
    """Whether another noun stands between a relative clause and its noun, so that the parse may have the wrong one.

    Not where what stands between is set beside the noun ("the minister, Jane Roe, who …", "the Red Cross (ICRC),
    which …"), or where "who" or the number of the verb fits the noun alone.
    """
    noun, start = predicate.head, predicate.left_edge
    between = [t for t in predicate.doc[noun.i + 1 : start.i] if t.dep_ not in {"flat", "compound"}]
    nouns = [t for t in between if t.pos_ in {"NOUN", "PROPN"}]
    if not nouns and _owner_may_be_meant(predicate):
        return True
    if not nouns or not any(token.text == "," for token in [*between, start]):
        return False
    beside = {t.i for c in noun.children if c.dep_ == "appos" for t in c.subtree}
    if all(t.i in beside for t in nouns):
        return False
    word = next((c.lower_ for c in predicate.children if c.dep_ in SUBJECTS), "")
    if word == "who":
        return scene.cast.type_of(noun) not in PEOPLE or any(scene.cast.type_of(t) in PEOPLE for t in nouns)
    number = _number(predicate)
    return word != "which" or number is None or number != is_plural(noun) or any(is_plural(t) == number for t in nouns)


def _owner_may_be_meant(predicate: Token) -> bool:
    """Whether ", which" may go on from the noun above its own: "a nation of two million people, which joined"."""
    noun = predicate.head
    if noun.dep_ == "nmod" and noun.head.lemma_ in TEXTS and neighbour(predicate.left_edge, -1).text == ",":
        return True  # "an agreement with the union, which provides for early retirement"
    if noun.dep_ != "nmod" or noun.tag_ in {"NNP", "NNPS"} or neighbour(predicate.left_edge, -1).text != ",":
        return False
    if not any(c.dep_ == "case" and c.lower_ == "of" for c in noun.children):
        return False
    number = _number(predicate)
    return number is None or number != is_plural(noun) or is_plural(noun) == is_plural(noun.head)


def _number(predicate: Token) -> bool | None:
    """Whether the verb of a clause is a plural one; None where its form does not tell."""
    verbs = [c for c in predicate.children if c.dep_ in {"aux", "aux:pass", "cop"}] or [predicate]
    if verbs[0].lower_ in {"were", "are", "have"} or verbs[0].tag_ == "VBP":
        return True
    return False if verbs[0].lower_ in {"was", "is", "has"} or verbs[0].tag_ == "VBZ" else None
