"""Verb groups: auxiliaries, main verb, particle, and what limits them (modality, negation, hedges)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.scene import Scene
from quizgen.language.inflection import inflections, lemmas
from quizgen.model import Verb

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MODALS = frozenset("may might could would should can must shall will".split())
UNCERTAIN = frozenset("may might could would should can".split())
HEDGES = frozenset(
    "likely reportedly allegedly probably possibly potentially apparently perhaps nearly almost partly "
    "effectively mainly only unlikely officially formally initially temporarily jointly "
    "partially largely mostly roughly primarily loosely approximately".split()
)
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "barely", "without"})
EXPECTING = frozenset("expect plan hope intend aim seek propose want wish threaten promise vow pledge set".split())
# verbs of what is done or happens to people
HARM = frozenset(
    "kill injure wound die hurt maim murder assassinate execute behead drown perish shoot stab burn kidnap abduct "
    "hospitalise hospitalize displace evacuate".split()
)
CONTRACTED = {
    "'s": "is",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'m": "am",
    "ca": "can",
    "wo": "will",
}


def verb_group(scene: Scene, predicate: Token, *, past: bool | None = None, plural: bool = False) -> Verb | None:
    """The verb group of a predicate, or None where it is not finite.

    `past` gives a participle that stands for a finite verb ("killing one person") its tense, `plural` its number.
    """
    copula = next((child for child in predicate.children if child.dep_ == "cop"), None)
    main = copula or predicate
    helpers = [c for c in predicate.children if c.dep_ in {"aux", "aux:pass"} and c.i < predicate.i]
    shared = _shared_helpers(predicate) if not helpers and copula is None else []
    if past is not None and not helpers and not shared:
        return _participle(scene, predicate, past, plural)
    first = helpers[0] if helpers else main
    helpers = helpers or shared
    tag = shared[0].tag_ if shared else "VBD" if _is_mistaken_participle(predicate, helpers) else first.tag_
    if main.pos_ not in {"VERB", "AUX"} or tag not in FINITE:
        return None
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "compound:prt"), "")
    last = max([main, *[c for c in predicate.children if c.dep_ == "compound:prt"]], key=lambda token: token.i)
    last = second_verb(predicate) or last
    span = scene.parsed.span(first, last if last.i >= first.i else main)
    return Verb(
        span, scene.parsed.text(span), "be" if copula is not None else lemma_of(main), main.lower_, tag,
        tuple(CONTRACTED.get(c.lower_, c.lower_) for c in helpers), particle,
        "" if copula is not None and not _has_case(predicate) else _adverb(predicate),
        any(c.dep_ == "aux:pass" for c in helpers), copula is not None,
        is_negated(predicate),
        second.lower_ if copula is None and (second := second_verb(predicate)) is not None else "",
    )  # fmt: skip


def second_verb(predicate: Token) -> Token | None:
    """A verb joined to the predicate that shares all its parts: "killed and injured ten"."""
    if predicate.i + 2 >= len(predicate.doc):
        return None
    link, second = predicate.nbor(1), predicate.nbor(2)
    is_joined = second.dep_ == "conj" and second.head.i == predicate.i and second.tag_ == predicate.tag_
    if not is_joined or link.lower_ != "and" or second.pos_ != "VERB":
        return None
    return second if all(child.i < second.i for child in second.children) else None


def _has_case(predicate: Token) -> bool:
    """Whether a preposition opens a predicate: of "was reportedly in Leeds" the adverb stands before the phrase."""
    return any(c.dep_ == "case" and c.i < predicate.i for c in predicate.children)


def _shared_helpers(predicate: Token) -> list[Token]:
    """The auxiliaries that a conjoined verb shares with the first one ("was targeted and killed")."""
    if predicate.dep_ != "conj" or predicate.tag_ != predicate.head.tag_ or predicate.tag_ not in {"VB", "VBN", "VBG"}:
        return []
    above = predicate.head
    own = [c for c in above.children if c.dep_ in {"aux", "aux:pass"} and c.i < above.i]
    return own or _shared_helpers(above)


def _is_mistaken_participle(predicate: Token, helpers: list[Token]) -> bool:
    """Whether the tagger took a past tense for a participle: with a subject, an object and no auxiliary it is none."""
    labels = {child.dep_ for child in predicate.children}
    return not helpers and predicate.tag_ == "VBN" and {"nsubj", "obj"} <= labels


def _participle(scene: Scene, predicate: Token, past: bool, plural: bool) -> Verb | None:
    """A participle as the finite verb that it stands for: "killing" as "killed", "led by" as "was led by"."""
    span = scene.parsed.span(predicate, predicate)
    text = scene.parsed.text(span)
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "compound:prt"), "")
    lemma, tag = lemma_of(predicate), "VBD" if past else "VBP" if plural else "VBZ"
    if predicate.tag_ == "VBN" or "Pass" in predicate.morph.get("Voice", []):
        auxiliary = ("were" if past else "are") if plural else ("was" if past else "is")
        return Verb(span, text, lemma, predicate.lower_, tag, (auxiliary,), particle, "", True)
    forms = inflections(lemma, tag)
    return Verb(span, text, lemma, forms[0], tag, (), particle) if forms else None


def under_modal(verb: Verb, modal: str) -> Verb:
    """A verb as the modal of the clause above it makes it: "raises" as "will raise", "is led" as "will be led"."""
    modal = CONTRACTED.get(modal, modal)
    if verb.passive:
        return replace(verb, tag="MD", auxiliaries=(modal, "be"))
    return replace(verb, form=verb.lemma, tag="MD", auxiliaries=(modal,))


def participle_passive(scene: Scene, predicate: Token, *, plural: bool) -> Verb:
    """A participle with an object, said of that object in the past: "killing ten" as "ten were killed"."""
    span, lemma = scene.parsed.span(predicate, predicate), lemma_of(predicate)
    forms = inflections(lemma, "VBN") or (predicate.lower_,)
    helpers = ("were" if plural else "was",)
    return Verb(span, scene.parsed.text(span), lemma, forms[0], "VBD", helpers, passive=True)


def lemma_of(verb: Token) -> str:
    """The lemma of a verb: the pipeline's guess where the dictionary knows it for this form, else the dictionary's."""
    guess = verb.lemma_.lower()
    known = lemmas(verb.lower_, "VERB")
    return guess if guess in known or not known else known[0]


def _adverb(predicate: Token) -> str:
    """Adverbs before the main verb that limit the statement; the others may go without harm."""
    return " ".join(
        c.lower_ for c in predicate.children if c.dep_ == "advmod" and c.i < predicate.i and c.lower_ in HEDGES
    )


def as_singular(verb: Verb) -> Verb:
    """The verb with a singular subject: "we condemn" said of a country is "it condemns"."""
    if verb.auxiliaries:
        first = {"have": "has", "are": "is", "were": "was", "do": "does"}.get(verb.auxiliaries[0], verb.auxiliaries[0])
        return replace(verb, auxiliaries=(first, *verb.auxiliaries[1:]))
    forms = inflections(verb.lemma, "VBZ") if verb.tag == "VBP" else ()
    return replace(verb, form=forms[0], tag="VBZ") if forms else verb


def is_negated(predicate: Token) -> bool:
    """Whether the statement is denied, by its verb or by a negative word in its subject or object."""
    for child in predicate.children:
        if child.lower_ in NEGATIONS and child.dep_ in {"advmod", "det", "cc:preconj", "cc"}:
            return True
        if child.dep_ in {"nsubj", "obj", "nsubj:pass"} and (
            child.lower_ in {"no", "nobody", "none", "nothing", "no-one", "neither", "few", "little"}
            or any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in child.children)
        ):
            return True
    return False


def modality(verb: Verb, chain: str) -> str:
    """The word that makes the statement less than a fact ("could", "expected"), or an empty string."""
    for auxiliary in verb.auxiliaries:
        if auxiliary in UNCERTAIN:
            return auxiliary
    if chain and verb.lemma in EXPECTING:
        return verb.text
    return verb.adverb if verb.adverb in {"likely", "reportedly", "allegedly", "probably", "possibly"} else ""
