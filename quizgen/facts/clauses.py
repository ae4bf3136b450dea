"""Clauses that are true by themselves, split off a long sentence with their hedges, times and speakers.

After Heilman and Smith (2010), "Good Question! Statistical Ranking for Question Generation": main and conjoined
clauses, non-restrictive relatives, participial tails and finite adverbial clauses each become a statement of
their own; what limits the statement (negation, modality, attribution) stays on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.facts.asides import without_asides
from quizgen.facts.hanging import FACTUAL_MARKS, how_of, marks_of, where_of
from quizgen.facts.lost_verbs import INTRANSITIVE
from quizgen.facts.participles import is_over, is_past, modal_above
from quizgen.facts.parts import PLACES, SUBJECTS, Part, parts_of
from quizgen.facts.phrases import noun_phrase
from quizgen.facts.requests import deed_of
from quizgen.facts.scene import Scene
from quizgen.facts.speakers import is_turn, name_of, source_of, tail_speaker
from quizgen.facts.subjects import subject_part
from quizgen.facts.verbs import HARM, as_singular, lemma_of, modality, under_modal, verb_group
from quizgen.facts.voice import means_voice
from quizgen.facts.wholeness import is_broken, is_empty, is_undated, kept_indices, loses_complement
from quizgen.language.neighbours import neighbour
from quizgen.language.speech import SAYING
from quizgen.model import Verb

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

UNSAFE = frozenset({"dep", "orphan", "goeswith", "list", "reparandum", "dislocated"})
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# a clause under one of these is wished, doubted or feared, not stated
NOT_STATED = frozenset("want wish hope fear doubt imagine pretend ask demand urge wonder consider".split())

LOSING, UNDATED, INDEFINITE, GUESSED = 0.5, 0.6, 0.4, 0.8  # what is left of the confidence in such a statement
MOST_DOUBTS = 4  # of the parse, with which a clause still counts as a statement

ACCIDENTS = frozenset("capsize sink overturn crash collapse derail explode burn topple plunge flip".split())
MEANWHILE = frozenset({"as", "while", "when"})


@dataclass(frozen=True)
class Clause:
    """A statement: subject, verb and the other parts in the order in which a stem says them.

    `how` names the way it was found; `speaker` says who states it, where somebody does; `dropped` are the parts
    that lean on their context and were left out.
    """

    scene: Scene
    predicate: Token
    subject: Part
    verb: Verb
    parts: tuple[Part, ...]
    how: str
    modality: str = ""
    speaker: str = ""
    confidence: float = 1.0
    dropped: tuple[Part, ...] = ()

    def part(self, name: str) -> Part | None:
        """The part of that name, or None."""
        return next((part for part in self.all_parts() if part.name == name), None)

    def all_parts(self) -> tuple[Part, ...]:
        """The subject and the other parts."""
        return (self.subject, *self.parts)


def clauses(scene: Scene) -> Iterator[Clause]:
    """All statements of a sentence, in the order of their verbs."""
    speaker = tail_speaker(scene)
    if speaker is None:
        return
    for token in scene.parsed.stated:
        if how_of(token) and not _is_unsafe(token) and not is_turn(scene, token):
            yield from _clause(scene, token, speaker)


def plans(scene: Scene) -> Iterator[Clause]:
    """Statements without what somebody is to do, where that cannot be said ("decided to close the border")."""
    speaker = tail_speaker(scene)
    for token in scene.parsed.stated if speaker is not None else ():
        if deed_of(token) is not None and how_of(token) and not _is_unsafe(token) and not is_turn(scene, token):
            yield from _clause(scene, token, speaker or "", planned=True)


def _undone(parts: tuple[Part, ...], deed: Token | None) -> tuple[Part, ...]:
    """The parts that are left of a clause without what hangs on its deed; none where nothing of that leans."""
    inside = {token.i for token in deed.subtree} if deed is not None else set()
    below = [part for part in parts if part.name != "chain" and part.phrase.head.i in inside]
    return tuple(part for part in parts if part not in below) if any(part.phrase.open for part in below) else ()


def _is_unsafe(token: Token) -> bool:
    """Whether the parse shows signs of having gone wrong around a predicate."""
    if token.dep_ in UNSAFE or any(child.dep_ in UNSAFE for child in token.children):
        return True
    if token.dep_ == "ROOT" and marks_of(token) & FACTUAL_MARKS:
        return True  # "after she won, was jailed": the main verb was lost
    if token.tag_ in {"VBD", "VBZ", "VBP"} and any(c.dep_ == "cop" for c in token.children):
        return True  # "is just weeks before the state plans a vote": two verbs, of which one was lost
    if token.dep_ == "acl" and token.tag_ == "VBN" and lemma_of(token) in INTRANSITIVE:
        return True  # "Ghana, Africa's top gold miner, defaulted": a past tense, of which nothing "was defaulted"
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    # "said on Monday ministers were …": a day read as a part of the noun behind it
    return subject is not None and any(
        c.dep_ == "compound" and c.text in DAYS and subject.tag_ in {"NNS", "NNPS"} for c in subject.children
    )


def _misses_subject(scene: Scene, token: Token) -> bool:
    """Whether a tail "…, killing X" may tell of an event named right before it rather than of the subject."""
    above = token.head
    if token.lemma_ in HARM and above.lemma_ in ACCIDENTS and not any(c.dep_ == "obj" for c in above.children):
        return True  # "the ferry capsized, killing ten": not the ferry did
    return (
        token.lemma_ in HARM
        and any(
            scene.cast.type_of(word) == "event" and (word.lower_ != "fire" or word.dep_ != "obj")  # "opened fire"
            for word in scene.doc[token.head.i + 1 : token.i]
            if word.pos_ == "NOUN"
        )
    )


def _clause(scene: Scene, token: Token, speaker: str, *, planned: bool = False) -> Iterator[Clause]:
    """The statement of which `token` is the predicate, if it is one and stands on its own."""
    how = how_of(token)
    said = _reported_by(scene, token, speaker)
    if said is None or (how == "participle" and _misses_subject(scene, token)):
        return
    past = None if how not in {"participle", "reduced"} else is_past(scene, token) or is_over(token)
    subject = subject_part(scene, token, how)
    verb = verb_group(scene, token, past=past, plural=subject is not None and subject.phrase.plural)
    if verb is not None and how == "participle" and (modal := modal_above(token)):
        verb = under_modal(verb, modal)
    if verb is None or subject is None or subject.phrase.open or subject.phrase.span.overlaps(verb.span):
        return
    if all(word.tag_ == "CD" for word in subject.phrase.words):
        return  # "43" of "Jane Roe, 43, who was elected"
    if any(means_voice(word) for word in subject.phrase.words[:1]):
        verb = as_singular(verb)
    parts, dropped, doubts = parts_of(scene, token, verb)
    parts = without_asides(token, parts, scene.end)
    if how == "located":
        parts = (*parts, *_there(scene, token))
        if token.lemma_ not in HARM and not any(part.name == "place" for part in parts):
            return  # nothing says where
    if planned:
        parts = _undone(parts, deed_of(token))
    if (planned and not parts) or any(part.phrase.open for part in parts) or doubts > MOST_DOUBTS:
        return
    if _is_place_that_harms(token, subject, how) or _is_driven_out(verb, parts):
        return
    if is_broken(scene, token, kept_indices(subject, parts, token), parts) or is_empty(verb, dropped, parts):
        return
    parts = tuple(part for part in parts if part.name != "source")
    if (source := source_of(token)) is not None:
        said = name_of(scene, source)
        if said is None:
            return
    chain = next((part.phrase.wording for part in parts if part.name == "chain"), "")
    found = Clause(scene, token, subject, verb, parts, how, modality(verb, chain), said, dropped=dropped)
    guessed = GUESSED if how == "reduced" and not past else 1.0  # the participle itself does not say when
    yield replace(found, confidence=guessed * _confidence(found, doubts))


def _confidence(clause: Clause, doubts: int) -> float:
    """How sure it is that a clause is true as it stands: by the parse's doubts and by what was left out of it."""
    confidence = max(0.3, 1.0 - 0.15 * doubts - (0.1 if clause.how != "main" else 0.0))
    lost = loses_complement(clause.predicate, clause.dropped, clause.parts)
    if lost or any(part.phrase.cut for part in clause.all_parts()):
        confidence *= LOSING
    if is_undated(clause.scene, clause.verb, clause.dropped, clause.parts):
        confidence *= UNDATED
    if clause.how in {"relative", "reduced"} and _is_indefinite(clause.subject):
        confidence *= INDEFINITE  # which one it is stands in the clause above, not in this one
    return confidence


def _is_driven_out(verb: Verb, parts: Iterable[Part]) -> bool:
    """Whether somebody stands behind "by" though the verb is active: the one who does what another verb says."""
    is_agent = (part.phrase.case == "by" and part.phrase.type in {"person", "people"} for part in parts)
    return not verb.passive and any(is_agent)


def _there(scene: Scene, token: Token) -> Iterator[Part]:
    """The place that "where" stands for, if it is named: "at Lille, where smoke …"."""
    where = where_of(token)
    if token.dep_ != "acl:relcl" or where is None or neighbour(where, -2).dep_ == "conj":
        return
    before = neighbour(where, -2)  # the parse may hang the clause on another noun than the one before the comma
    for noun in (token.head, before.head if before.dep_ == "flat" else before):
        phrase = noun_phrase(scene, noun, frozenset({token.i}))
        if not phrase.open and phrase.type in PLACES and scene.cast.name_at(noun) is not None:
            case = phrase.case if phrase.case in {"in", "at", "on", "near"} else "in"
            yield Part("place", replace(phrase, case=case), token.i + 1000)
            return


def _is_indefinite(subject: Part) -> bool:
    """Whether a described noun is just some thing: "a village", "ten villages"; a name or "the ten" is known."""
    head, first = subject.phrase.head, subject.phrase.words[0]
    if first.lower_ in {"a", "an"}:
        return True
    return head.pos_ == "NOUN" and not any(c.dep_ in {"det", "nmod:poss"} for c in head.children)


def _is_place_that_harms(token: Token, subject: Part, how: str) -> bool:
    """Whether the parse makes a place kill, as where it hangs "which killed ten" on the place of the attack."""
    unlikely = {"time"} if how == "main" else {"place", "city", "time"}  # "Cholera killed" may be typed as a place
    return token.lemma_ in HARM and subject.phrase.type in unlikely


def _reported_by(scene: Scene, token: Token, speaker: str) -> str | None:
    """Who states the clause: the subject of the verb of saying above it; None where that cannot be named."""
    below = token
    for above in token.ancestors:
        if below.dep_ == "acl:relcl":
            return speaker  # what describes a noun is told by the article itself
        if _is_beside(below, above):
            below = above
            continue
        if above.lemma_ in NOT_STATED:
            return None
        if below.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in below.children):
            return speaker  # it happened while something was said
        below = above
        if above.lemma_ in SAYING and above.pos_ == "VERB":
            subject = next((c for c in above.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
            if subject is None and above.dep_ == "conj":
                subject = next((c for c in above.head.children if c.dep_ == "nsubj"), None)
            if subject is None and above.dep_ == "acl":
                subject = above.head  # "the ministry confirmed that", the verb taken for a participle
            if subject is not None and subject.i != token.i:
                return name_of(scene, subject)
    return speaker


def _is_beside(below: Token, above: Token) -> bool:
    """Whether a clause stands beside the verb above it, not in what that verb says: in its subject, joined, or behind.

    "The team, whose members include X, said …", "declared an emergency and ordered …", "announced it, freeing up …";
    what is joined to a verb with a clause of its own, or stands with quotation marks, may belong to what is said.
    """
    if below.dep_ in SUBJECTS:
        return True
    says_clause = any(c.dep_ in {"ccomp", "parataxis"} for c in above.children)
    if below.i < above.i:
        return False
    if below.dep_ == "advcl" and not says_clause and marks_of(below) & FACTUAL_MARKS:
        return True  # "recalled its envoy after 300 lorries were stopped"
    if below.dep_ == "conj":
        return not says_clause and not any(token.text == '"' for token in above.sent)
    is_tail = below.dep_ == "advcl" and below.tag_ == "VBG" and not marks_of(below)
    edge = below.left_edge.i
    return is_tail and (not says_clause or '"' in {token.text for token in below.doc[max(0, edge - 2) : edge + 1]})
