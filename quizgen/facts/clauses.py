"""Clauses that are true by themselves, split off a long sentence with their hedges, times and speakers.

After Heilman and Smith (2010), "Good Question! Statistical Ranking for Question Generation": main and conjoined
clauses, non-restrictive relatives, participial tails and finite adverbial clauses each become a statement of
their own; what limits the statement (negation, modality, attribution) stays on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts.parts import SUBJECTS, Part, parts_of
from quizgen.facts.phrases import case_of, noun_phrase
from quizgen.facts.requests import deed_of
from quizgen.facts.scene import Scene
from quizgen.facts.subjects import subject_part
from quizgen.facts.verbs import as_singular, modality, verb_group
from quizgen.facts.voice import means_voice
from quizgen.facts.wholeness import is_torn, is_undated, kept_indices, loses_complement
from quizgen.language.speech import SAYING
from quizgen.model import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

# adverbial clauses that state what happened; "if", "unless", "before", "until" state nothing by themselves
FACTUAL_MARKS = frozenset("after because as since when while although though whereas".split())
CONDITIONAL_MARKS = frozenset("if unless whether provided once until till before lest".split())
UNSAFE = frozenset({"dep", "orphan", "goeswith", "list", "reparandum", "dislocated"})
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# "the news that …" states what follows; a claim, a hope or a fear that … does not
FACT_NOUNS = frozenset({"news", "fact", "announcement", "confirmation", "discovery", "revelation"})
# a clause under one of these is wished, doubted or feared, not stated
NOT_STATED = frozenset("want wish hope fear doubt imagine pretend ask demand urge wonder consider".split())

LOSING, UNDATED, INDEFINITE, GUESSED = 0.5, 0.6, 0.4, 0.8  # what is left of the confidence in such a statement
MOST_DOUBTS = 4  # of the parse, with which a clause still counts as a statement
HARM = frozenset(
    "kill injure wound die hurt maim murder assassinate execute behead drown perish shoot stab burn kidnap abduct "
    "hospitalise hospitalize displace evacuate".split()
)

ONCE = frozenset("found establish create write build invent design publish discover launch sign adopt elect".split())
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
    for token in scene.words:
        if token.i < scene.end and _how(token) and not _is_unsafe(token):
            yield from _clause(scene, token, speaker)


def plans(scene: Scene) -> Iterator[Clause]:
    """Statements without what somebody is to do, where that cannot be said ("decided to close the border")."""
    speaker = tail_speaker(scene)
    for token in scene.words if speaker is not None else ():
        if token.i < scene.end and deed_of(token) is not None and _how(token) and not _is_unsafe(token):
            yield from _clause(scene, token, speaker or "", planned=True)


def _undone(parts: tuple[Part, ...], deed: Token | None) -> tuple[Part, ...]:
    """The parts that are left of a clause without what hangs on its deed; none where nothing of that leans."""
    inside = {token.i for token in deed.subtree} if deed is not None else set()
    below = [part for part in parts if part.name != "chain" and part.phrase.head.i in inside]
    return tuple(part for part in parts if part not in below) if any(part.phrase.open for part in below) else ()


def tail_speaker(scene: Scene) -> str | None:
    """Who the sentence says stated it, from an attribution behind it; "" without one, None where it stays open."""
    if scene.parsed.tail is None:
        return ""
    verb = next((root for root in scene.parsed.roots() if root.i >= scene.end), None)
    if verb is not None and case_of(verb) == "according to":
        return name_of(scene, verb)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    return name_of(scene, subject) or _last_person(scene)


def _last_person(scene: Scene) -> str | None:
    """The person named last in an attribution whose subject the parse does not give ("said the chief, Jane Roe")."""
    names = [scene.cast.name_at(token) for token in scene.words if token.i >= scene.end]
    persons = [name.wording for name in names if name is not None and name.type == "person"]
    return persons[-1] if persons else None


def name_of(scene: Scene, subject: Token | None) -> str | None:
    """How an attribution names the speaker; an open description gives way to the name set beside it."""
    if subject is None:
        return None
    phrase = noun_phrase(scene, subject)
    if phrase.open:
        beside = next((c for c in subject.children if c.dep_ == "appos"), None)
        name = scene.cast.name_at(beside) if beside is not None else None
        return name.wording if name is not None and name.type == "person" else None
    return None if phrase.type in {"time", "number", "percent", "money", "measure"} else phrase.wording


def _is_unsafe(token: Token) -> bool:
    """Whether the parse shows signs of having gone wrong around a predicate."""
    if token.dep_ in UNSAFE or any(child.dep_ in UNSAFE for child in token.children):
        return True
    if token.dep_ == "ROOT" and _marks(token) & FACTUAL_MARKS:
        return True  # "after she won, was jailed": the main verb was lost
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    # "said on Monday ministers were …": a day read as a part of the noun behind it
    return subject is not None and any(
        c.dep_ == "compound" and c.text in DAYS and subject.tag_ in {"NNS", "NNPS"} for c in subject.children
    )


def _misses_subject(scene: Scene, token: Token) -> bool:
    """Whether a tail "…, killing X" may tell of an event named right before it rather than of the subject."""
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
    how = _how(token)
    said = _reported_by(scene, token, speaker)
    if said is None or (how == "participle" and _misses_subject(scene, token)):
        return
    past = None if how not in {"participle", "reduced"} else _is_past(token) or _is_over(token)
    subject = subject_part(scene, token, how)
    verb = verb_group(scene, token, past=past, plural=subject is not None and subject.phrase.plural)
    if verb is None or subject is None or subject.phrase.open or subject.phrase.span.overlaps(verb.span):
        return
    if any(means_voice(word) for word in subject.phrase.words[:1]):
        verb = as_singular(verb)
    parts, dropped, doubts = parts_of(scene, token, verb)
    if planned:
        parts = _undone(parts, deed_of(token))
    if (planned and not parts) or any(part.phrase.open for part in parts) or doubts > MOST_DOUBTS:
        return
    if _is_place_that_harms(token, subject, how) or is_torn(scene, token, kept_indices(subject, parts, token)):
        return
    source = next((part for part in parts if part.name == "source"), None)
    if source is not None:
        parts, said = tuple(part for part in parts if part is not source), source.phrase.wording
    chain = next((part.phrase.wording for part in parts if part.name == "chain"), "")
    confidence = max(0.3, 1.0 - 0.15 * doubts - (0.1 if how != "main" else 0.0))
    if loses_complement(token, dropped, parts) or any(part.phrase.cut for part in (subject, *parts)):
        confidence *= LOSING
    if is_undated(scene, verb, dropped, parts):
        confidence *= UNDATED
    if how == "reduced" and not past:
        confidence *= GUESSED  # the participle itself does not say when
    if how in {"relative", "reduced"} and _is_indefinite(subject):
        confidence *= INDEFINITE  # which one it is stands in the clause above, not in this one
    yield Clause(
        scene, token, subject, verb, parts, how, modality(verb, chain), said, confidence, dropped
    )  # fmt: skip


def _is_indefinite(subject: Part) -> bool:
    """Whether a described noun is just some thing: "a village", "water"; a name or "the village" is a known one."""
    head, first = subject.phrase.head, subject.phrase.words[0]
    if first.lower_ in {"a", "an"}:
        return True
    return head.pos_ == "NOUN" and not any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in head.children)


def _is_place_that_harms(token: Token, subject: Part, how: str) -> bool:
    """Whether the parse makes a place kill, as where it hangs "which killed ten" on the place of the attack."""
    unlikely = {"time"} if how == "main" else {"place", "city", "time"}  # "Cholera killed" may be typed as a place
    return token.lemma_ in HARM and subject.phrase.type in unlikely


def _how(token: Token) -> str:
    """How the predicate hangs in its sentence, or "" where it states nothing by itself."""
    if token.pos_ not in {"VERB", "AUX"} and not any(child.dep_ == "cop" for child in token.children):
        return ""
    marks = _marks(token)
    if marks & CONDITIONAL_MARKS:
        return ""
    if token.dep_ == "ROOT" or token.dep_ == "parataxis":
        return "main"
    if token.dep_ == "conj":
        return _how_conjoined(token)
    if token.dep_ == "ccomp":
        return "reported" if token.head.lemma_ in SAYING and not (marks - {"that"}) else ""
    if token.dep_ == "acl:relcl":
        return "relative"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not marks:
        return "participle" if is_after_comma(token) and _how(token.head) and token.i > token.head.i else ""
    if token.dep_ == "advcl":
        return "adverbial" if _states_fact(token, marks) and _how(_governor(token)) else ""
    if token.dep_ == "acl" and "that" in marks and token.head.lemma_ in FACT_NOUNS:
        return "adverbial"
    if token.dep_ == "acl" and any(child.dep_ in SUBJECTS for child in token.children):
        return ""  # "74 aftershocks, the strongest of them measuring 4.6"
    if token.dep_ == "acl" and token.head.dep_ == "ROOT" and not any(c.dep_ == "cop" for c in token.head.children):
        return ""  # a sentence without a verb: "parliament elected Roe" read as "the parliament that was elected"
    if token.dep_ == "acl":
        return "reduced" if token.tag_ == "VBN" or (token.tag_ == "VBG" and is_after_comma(token)) else ""
    return ""


def _states_fact(token: Token, marks: set[str]) -> bool:
    """Whether an adverbial clause states what happened; with "when" only in the past, not "when it rains"."""
    if "when" in marks or token.left_edge.lower_ == "when":
        verbs = [token, *(c for c in token.children if c.dep_ in {"aux", "aux:pass", "cop"})]
        return any(verb.tag_ == "VBD" for verb in verbs)
    return bool(marks & FACTUAL_MARKS)


def _governor(token: Token) -> Token:
    """The predicate that an adverbial clause belongs to; the parse may hang it on what completes that one."""
    above = token.head
    while above.dep_ == "xcomp":
        above = above.head
    return above


def _how_conjoined(token: Token) -> str:
    """A conjoined predicate states something where the first one does; conjoined participles stay participles."""
    above = _how(token.head)
    if above in {"main", "conjunct"} and not _is_finite(token.head):
        return ""
    if above in {"participle", "reduced"}:
        return above if token.tag_ == token.head.tag_ or above == "reduced" else ""
    return "conjunct" if above else ""


def _is_finite(token: Token) -> bool:
    """Whether a predicate has a finite verb; where it has none, the parse took a participle for the main verb."""
    verbs = [token, *[c for c in token.children if c.dep_ in {"aux", "aux:pass", "cop"}]]
    return any(verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} for verb in verbs)


def is_after_comma(token: Token) -> bool:
    """Whether a comma sets the clause apart; the parse may hang the comma on the clause itself."""
    edge = token.left_edge.i
    return token.doc[edge].text == "," or (edge > 0 and token.doc[edge - 1].text == ",")


def _reported_by(scene: Scene, token: Token, speaker: str) -> str | None:
    """Who states the clause: the subject of the verb of saying above it; None where that cannot be named."""
    below = token
    for above in token.ancestors:
        if _is_beside(below, above):
            below = above
            continue
        if above.lemma_ in NOT_STATED:
            return None
        if below.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in below.children):
            return speaker  # it happened while something was said
        below = above
        if above.lemma_ in SAYING and above.pos_ == "VERB" and token.dep_ != "acl:relcl":
            subject = next((c for c in above.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
            if subject is None and above.dep_ == "conj":
                subject = next((c for c in above.head.children if c.dep_ == "nsubj"), None)
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
    if below.dep_ == "conj":
        return not says_clause and not any(token.text == '"' for token in above.sent)
    is_tail = below.dep_ == "advcl" and below.tag_ == "VBG" and not _marks(below)
    edge = below.left_edge.i
    return is_tail and (not says_clause or '"' in {token.text for token in below.doc[max(0, edge - 2) : edge + 1]})


def _marks(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "mark"}


def _is_over(token: Token) -> bool:
    """Whether a participle tells of what was done once: "the group founded by Roe" was founded, and is not."""
    return token.tag_ == "VBN" and token.lemma_ in ONCE


def _is_past(token: Token) -> bool:
    """Whether the clause above a participle speaks of the past."""
    for above in token.ancestors:
        verbs = [above, *[c for c in above.children if c.dep_ in {"aux", "aux:pass", "cop"}]]
        tags = {verb.tag_ for verb in verbs}
        if tags & {"VBD"} or any(verb.lower_ in {"has", "have"} and verb is not above for verb in verbs):
            return True
        if tags & {"VBZ", "VBP", "MD"}:
            return False
    return True
