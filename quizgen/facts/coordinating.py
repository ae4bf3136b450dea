"""What is joined to what: conjuncts that the parse hangs on the wrong one of two verbs or nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
HELD = frozenset({"obj", "obl", "obl:agent", "nmod", "conj"})


class Draft(Protocol):
    """What a mended parse will say."""

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_coordination(sentence: ParsedSentence, draft: Draft) -> None:
    """Hang conjuncts on what they are joined to."""
    for token in sentence.words:
        if token.dep_ == "conj" and token.tag_ == "VB":
            _infinitive(token, draft)
        elif token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"} and token.head.tag_ == "VB":
            _finite(token, draft)
        elif token.dep_ == "conj" and token.tag_ in {"VBD", "VBN"}:
            _second_verb(token, draft)
        elif token.dep_ == "conj" and any(c.dep_ == "cop" and c.tag_ in FINITE for c in token.children):
            _second_predicate(token, draft)
        elif token.dep_ == "conj" and token.tag_ in NOUNS:
            _behind_a_verb(token, draft)
        elif token.dep_ in {"obj", "obl", "nsubj"} and token.tag_ in NOUNS:
            _last_of_list(token, draft)
        elif token.dep_ == "mark" and token.lower_ == "that" and token.head.tag_ in NOUNS:
            _second_content(token, draft)


def _infinitive(verb: Token, draft: Draft) -> None:
    """A second infinitive joined to the finite verb above the first: "permission to stay and train the police"."""
    above = verb.head
    if above.tag_ == "VB" or above.pos_ != "VERB":
        return
    if any(c.dep_ in HELPERS or c.dep_.startswith("nsubj") for c in verb.children):
        return
    if any(c.tag_ == "MD" or c.lower_ in {"do", "does", "did"} for c in above.children if c.dep_ == "aux"):
        return
    first = next((t for t in _backwards(verb, above.i) if t.tag_ == "VB" and _has_to(t)), None)
    if first is not None and verb.tag_ == first.tag_:
        draft.hang(verb, first, "conj")


def _finite(verb: Token, draft: Draft) -> None:
    """A finite verb joined to an infinitive, though only the verb above is like it: "told him to wait and left"."""
    above = next((t for t in verb.head.ancestors if t.tag_ == verb.tag_), None)
    if above is not None and not any(c.dep_ in HELPERS or c.dep_.startswith("nsubj") for c in verb.children):
        draft.hang(verb, above, "conj")


def _second_verb(verb: Token, draft: Draft) -> None:
    """What two verbs share, hung on the second one: "ten were killed and injured in the raids".

    So where the second has a subject but no auxiliary: "ten were killed and two others injured when a bridge fell".
    """
    first = verb.head
    if is_gapped(verb):
        for child in verb.children:
            if child.i > verb.i and child.dep_ in {"advcl", "obl", "obl:unmarked", "obl:agent"}:
                draft.hang(child, first, child.dep_)
        return
    if verb.i != first.i + 2 or first.tag_ != verb.tag_ or neighbour(verb, -1).lower_ != "and":
        return
    is_passive = any(c.dep_ == "aux:pass" for c in first.children)
    if is_passive or any(c.dep_ == "obj" and c.i > verb.i for c in first.children):
        for child in verb.children:
            if child.i > verb.i:
                draft.hang(child, first, child.dep_)


def is_gapped(verb: Token) -> bool:
    """Whether a passive shares its auxiliary with the one before, and has a subject of its own."""
    has_own = any(c.dep_.startswith("nsubj") and c.i < verb.i for c in verb.children)
    is_shared = any(c.dep_ == "aux:pass" for c in verb.head.children) and verb.tag_ == "VBN"
    return has_own and is_shared and not any(c.dep_ in HELPERS for c in verb.children)


def _second_predicate(noun: Token, draft: Draft) -> None:
    """A predicate with its copula, joined to what the verb holds: "has sold $13m of bonds and is in debt"."""
    held = noun.head
    link = next((c for c in noun.children if c.dep_ == "cc" and c.i < noun.i), None)
    is_open = any(c.dep_.startswith("nsubj") for c in noun.children)
    is_held = held.tag_ in NOUNS | {"$"} and held.dep_ in HELD and held.head.pos_ == "VERB"
    if is_held and link is not None and not is_open:
        draft.hang(noun, held.head, "conj")


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)


def _backwards(token: Token, stop: int) -> Iterator[Token]:
    """The tokens before a token, down to but without `stop`."""
    return (token.doc[i] for i in range(token.i - 1, stop, -1))


def _behind_a_verb(noun: Token, draft: Draft) -> None:
    """A noun joined to one before a second verb, though it goes on with that one's last: "is X, and led Y and Z"."""
    above = noun.head
    verbs = [c for c in above.children if c.dep_ == "conj" and c.tag_ in FINITE and above.i < c.i < noun.i]
    if not verbs or any(c.dep_ in {*HELPERS, "nsubj", "nsubj:pass"} for c in noun.children):
        return
    held = [c for c in verbs[-1].children if c.dep_ in HELD and verbs[-1].i < c.i < noun.i]
    if not held:
        return
    draft.hang(noun, held[-1], "conj")
    for child in above.children:
        if child.i > noun.i and child.dep_ == "nmod":
            draft.hang(child, noun, "nmod")


def _last_of_list(noun: Token, draft: Draft) -> None:
    """The last noun of a list, hung on the verb: "in the fields of health, water, and waste management"."""
    edge = noun.left_edge
    link = neighbour(edge, 1) if edge.text == "," else edge
    if link.dep_ != "cc" or link.i < noun.sent.start + 3 or any(c.dep_ == "case" for c in noun.children):
        return
    last = noun.doc[link.i - 1 - (noun.doc[link.i - 1].text == ",")]
    if last.tag_ in NOUNS and last.dep_ == "conj" and last.head.i != noun.head.i:
        draft.hang(noun, last.head, "conj")
        draft.hang(link, noun, "cc")


def _second_content(that: Token, draft: Draft) -> None:
    """The subject of a second "that" clause, joined to a noun of the first one.

    "Said that ten people had died, and that at least 120 houses, two schools and a mill had been destroyed".
    """
    noun = that.head
    content = next((t for t in noun.ancestors if t.dep_ == "ccomp"), None)
    if noun.dep_ != "conj" or content is None or any(c.dep_ in HELPERS for c in noun.children):
        return
    beside = [*content.children, *content.head.children]
    verb = next((t for t in beside if t.dep_ in {"advcl", "conj", "parataxis", "ccomp"} and t.i > noun.i), None)
    if verb is None or any(c.dep_ == "mark" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children)
    draft.hang(noun, verb, "nsubj:pass" if is_passive else "nsubj")
    if subject is not None:
        draft.hang(subject, noun, "conj")
    draft.hang(verb, content, "conj")
    for child in noun.children:
        if child.i <= that.i:
            draft.hang(child, verb, child.dep_)
