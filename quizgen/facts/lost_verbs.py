"""Verbs that the parse did not find: a past tense taken for a participle, a verb taken for a noun or a price.

English writes most past tenses like participles ("a bomb exploded") and many present ones like plurals ("he lives"), so
that a clause may come out as a noun with something that describes it. What cannot be so is redrawn as a clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.inflection import base_of, is_listed, is_participle, is_past_form, is_present_form
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
# verbs without an object, whose participle hardly describes a noun: "a bomb exploded"
INTRANSITIVE = frozenset(
    "explode march erupt collapse crash sink arrive rally gather protest die drown escape flee vanish disappear "
    "capsize overturn rise fall climb travel fly go walk vote emerge happen occur begin start detonate surge drop "
    "derail collide default".split()
)
SPANS = frozenset({"hour", "day", "week", "month", "year"})
PRICES = frozenset({"cost", "costs"})
ADVERBIALS = {"nmod": "obl", "nmod:unmarked": "obl:unmarked", "acl": "advcl"}


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def find_verbs(sentence: ParsedSentence, draft: Draft) -> None:
    """Give each clause that lost its verb to a noun that verb again."""
    for token in sentence.words:
        if token.tag_ == "VBD":
            _present(token, draft)
        if token.dep_ == "acl" and token.tag_ in {"VBD", "VBN"}:
            _behind_its_subject(sentence, token, draft)
        elif token.dep_ == "amod" and token.tag_ in {"VBD", "VBN"}:
            _before_its_object(token, draft)
    for root in sentence.roots():
        _weeks_before(root, draft)
        _two_past_tenses(root, draft)
        _two_participles(root, draft)
        _noun_for_verb(root, draft)
        _price(root, draft)


def _present(token: Token, draft: Draft) -> None:
    """A present tense tagged as a past one: "Sweden condemns it"."""
    if is_present_form(token.lower_) and not is_past_form(token.lower_):
        draft.tags[token.i] = "VBZ"


def _behind_its_subject(sentence: ParsedSentence, verb: Token, draft: Draft) -> None:
    """A past tense that seems to describe its subject: "A bomb exploded in Kabul", "when two trains collided"."""
    noun = verb.head
    top = noun.head if noun.dep_ == "nmod" and noun.head.i < noun.i else noun  # "voters in Chile elected"
    root = next((t for t in verb.ancestors if t.head.i == t.i), top)
    if noun.dep_ == "obl" and noun.head.dep_ == "acl" and noun.head.head.i == root.i:
        top = root  # "two men armed with knives robbed a bank"
    if top.tag_ not in NOUNS or verb.i < top.i or not is_past_form(verb.lower_):
        return
    if any(c.dep_ in {"nsubj", "nsubj:pass", *HELPERS} for c in [*verb.children, *top.children]):
        return
    is_clause = top.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} and c.i < top.i for c in top.children)
    if not is_clause and (top.head.i != top.i or _has_another_verb(sentence, verb)):
        return
    named = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "NNP" and c.i > verb.i]
    # what is said, with "that", is an object as well: "the ministry confirmed that ten had died"
    has_object = named or any(c.dep_ == "obj" or (c.dep_ == "ccomp" and _has_that(c)) for c in verb.children)
    if verb.tag_ == "VBN" and base_of(verb.lower_) not in INTRANSITIVE and not has_object:
        return
    for child in named[:1]:
        draft.hang(child, verb, "obj")
    _take_place(verb, top, draft)
    draft.hang(top, verb, "nsubj")
    for child in top.children:
        if child.i == verb.i:
            continue
        if child.i > verb.i or child.dep_ in {"mark", "advmod", "cc"}:
            draft.hang(child, verb, ADVERBIALS.get(child.dep_, child.dep_))
        elif child.dep_ == "nmod" and child.i < top.i:
            draft.hang(child, verb, "obl")  # "On Sunday, voters elected"


def _has_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)


def _has_another_verb(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a finite verb stands outside the phrases of `verb`, so that it may describe a noun after all.

    The verb of a clause in front that has its conjunction is no other one: "After the wall fell, the crowd rallied".
    """
    below = set(verb.subtree)
    fronts = (c for c in verb.head.children if c.dep_ == "advcl" and c.i < verb.head.i)
    below.update(t for c in fronts if any(g.dep_ == "mark" for g in c.children) for t in c.subtree)
    tail = sentence.tokens.end if sentence.tail is None else sentence.tail
    return any(t.tag_ in FINITE and t not in below for t in sentence.stated if t.i < tail)


def _take_place(verb: Token, noun: Token, draft: Draft) -> None:
    """Let the verb stand where the noun did: as the root, or in the clause that the noun was taken for."""
    if verb.tag_ != "VBD":
        draft.tags[verb.i] = "VBD"
    draft.hang(verb, verb if noun.head.i == noun.i else noun.head, noun.dep_)


def _before_its_object(verb: Token, draft: Draft) -> None:
    """A past tense that seems to describe its object, though it has a subject: "The club fined Anna Berg"."""
    noun = verb.head
    has_subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    if not has_subject or noun.i < verb.i or not is_past_form(verb.lower_):
        return
    if any(c.dep_ in {"nsubj", "nsubj:pass", *HELPERS} for c in [*noun.children, *verb.children] if c.i > verb.i):
        return
    _take_place(verb, noun, draft)
    draft.hang(noun, verb, "obj")
    for child in noun.children:
        if child.i < verb.i or child.dep_ == "punct":
            draft.hang(child, verb, ADVERBIALS.get(child.dep_, child.dep_))
        elif child.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ != "to" for c in child.children):
            draft.hang(child, verb, "advcl")


def _weeks_before(root: Token, draft: Draft) -> None:
    """Two verbs that the parse made one of: "It is just weeks before the state plans to hold a vote"."""
    copula = next((c for c in root.children if c.dep_ == "cop"), None)
    before = next((c for c in root.children if c.lower_ in {"before", "after"} and c.i < root.i), None)
    if copula is None or before is None or root.tag_ not in FINITE or not copula.i < before.i - 1:
        return
    time = neighbour(before, -1)
    if time.lemma_ not in SPANS or time.head.i != root.i:
        return
    draft.hang(time, time, "ROOT")
    draft.hang(root, time, "advcl")
    draft.hang(before, root, "mark")
    for child in root.children:
        if child.i < time.i or child.dep_ == "punct":
            draft.hang(child, time, "nsubj" if child.dep_ == "expl" else child.dep_)


def _two_past_tenses(root: Token, draft: Draft) -> None:
    """Two past tenses and one subject: the first is a participle ("6% of patients admitted with flu died")."""
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    labels = {c.dep_ for c in root.children}
    if subject is None or root.tag_ != "VBD" or labels & {*HELPERS, "obj"}:
        return
    if base_of(root.lower_) in INTRANSITIVE or not is_participle(root.lower_) or root.i != subject.right_edge.i + 1:
        return
    below = {"acl", "ccomp", "xcomp"}
    verb = next((t for t in root.subtree if t.tag_ == "VBD" and t.dep_ in below and t.i > root.i), None)
    between = root.doc[root.i : verb.i] if verb is not None else ()
    if verb is None or any(t.is_punct or t.dep_ in {"cc", "mark", "nsubj"} for t in between):
        return
    if base_of(verb.lower_) not in INTRANSITIVE and not any(c.dep_ == "obj" for c in verb.children):
        return
    draft.tags[root.i] = "VBN"
    draft.hang(verb, verb, "ROOT")
    draft.hang(subject, verb, "nsubj")
    draft.hang(root, subject, "acl")
    for child in root.children:
        if child.i > verb.i or (child.i < subject.i and child.dep_ != "nsubj"):
            draft.hang(child, verb, child.dep_)
    for child in verb.head.children if verb.dep_ == "acl" else ():
        if child.i > verb.i:
            draft.hang(child, verb, ADVERBIALS.get(child.dep_, child.dep_))


def _two_participles(root: Token, draft: Draft) -> None:
    """Two participles and no verb: the first is the verb ("A boat capsized off Malta, drowning 40 migrants")."""
    if root.tag_ != "VBG" or any(c.dep_ in HELPERS for c in root.children):
        return
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    described = subject.children if subject is not None else ()
    verb = next((c for c in described if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"}), None)
    if subject is None or verb is None or not is_past_form(verb.lower_) or root.doc[root.i - 1].text != ",":
        return
    if base_of(verb.lower_) in INTRANSITIVE or any(c.dep_ == "obj" for c in verb.children):
        draft.tags[verb.i] = "VBD"
        draft.hang(verb, verb, "ROOT")
        draft.hang(subject, verb, "nsubj")
        draft.hang(root, verb, "advcl")
        draft.hang(root.doc[root.i - 1], root, "punct")


def _noun_for_verb(root: Token, draft: Draft) -> None:
    """A verb taken for a noun: one with a subject, or a form that is none ("Anna Berg lives in Graz", "it shrank")."""
    below = {child.dep_ for child in root.children}
    is_noun = root.tag_ not in {"NN", "NNS"} or not below.isdisjoint({*HELPERS, "case", "det", "nmod:poss"})
    is_real = root.tag_ != "NN" or is_listed(root.lower_, "NOUN") or not below.isdisjoint(HELPERS)
    if is_noun and is_real:
        return
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    is_unlisted = root.tag_ == "NN" and not is_listed(root.lower_, "NOUN") and is_past_form(root.lower_)
    if subject is None and is_unlisted and root.i > 0:
        subject = next((c for c in root.children if c.i == root.i - 1 and c.dep_ in {"compound", "nmod:desc"}), None)
    is_present = root.tag_ == "NNS" and is_present_form(root.lower_)
    if subject is None or not (is_unlisted or (is_present and subject.tag_ in {"NN", "NNP"})):
        return
    draft.tags[root.i] = "VBZ" if is_present else "VBD"
    draft.hang(subject, root, "nsubj")
    for child in root.children:
        if child.i < subject.i and child.dep_ in {"det", "amod", "compound", "nmod:poss", "nummod"}:
            draft.hang(child, subject, child.dep_)
        elif child.i > root.i and child.dep_ in ADVERBIALS:
            draft.hang(child, root, ADVERBIALS[child.dep_])


def _price(root: Token, draft: Draft) -> None:
    """A verb of price taken for the subject's last noun, and the price for the verb: "The dam cost €35 million"."""
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    verb = root.doc[root.i - 1] if root.i > 0 else root
    if root.tag_ not in {"$", "CD"} or subject is None or verb.lower_ not in PRICES or not subject.is_ancestor(verb):
        return
    draft.tags[verb.i] = "VBZ" if verb.lower_ == "costs" else "VBD"
    last = verb.doc[verb.i - 1]
    for child in verb.children:
        if child.i != last.i:
            draft.hang(child, last, child.dep_)
    if verb.head.i != last.i:
        draft.hang(last, verb.head, verb.dep_)
    draft.hang(verb, verb, "ROOT")
    draft.hang(subject, verb, "nsubj")
    draft.hang(root, verb, "obj")
    for child in root.children:
        if child.dep_ == "punct":
            draft.hang(child, verb, "punct")
