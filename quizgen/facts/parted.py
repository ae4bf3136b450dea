"""Perfects mended that a phrase of time parts: "the court had on Monday ordered the release"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

HAVE = frozenset({"had", "has", "have"})
BETWEEN = frozenset({"DT", "NNP", "NNPS", "CD", "NN", "NNS", "JJ"})  # tags of what a phrase of time holds
PARTICIPLES = frozenset({"VBN", "VBD"})
LONGEST = 6  # words from the helper to its verb


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_parted(sentence: ParsedSentence, draft: Draft) -> None:
    """Make "have" the helper of the verb behind the phrase, where the parse made it a verb of its own."""
    for helper in sentence.words:
        if helper.lower_ in HAVE and helper.dep_ not in {"aux", "aux:pass"}:
            verb = _parted_from(helper, sentence.tokens.end)
            if verb is not None:
                _join(helper, verb, draft)


def _parted_from(helper: Token, end: int) -> Token | None:
    """The verb that the helper belongs to, if a prepositional phrase alone stands between the two."""
    doc = helper.doc
    if helper.i + 3 >= end or doc[helper.i + 1].tag_ != "IN" or any(c.dep_ == "obj" for c in helper.children):
        return None
    for word in doc[helper.i + 2 : min(end, helper.i + 1 + LONGEST)]:
        if word.tag_ in PARTICIPLES and word.i > helper.i + 2:
            verb = word.head if word.lower_ == "been" and word.head.i > word.i else word
            return verb if verb.tag_ in PARTICIPLES and _is_tied(helper, verb) else None
        if word.tag_ not in BETWEEN:
            return None
    return None


def _is_tied(helper: Token, verb: Token) -> bool:
    """Whether the parse hangs the verb on the helper or on the time between, or the helper on the verb's subject."""
    return _is_below(verb, helper) or (helper.dep_ == "acl" and helper.head.head.i == verb.i)


def _is_below(verb: Token, helper: Token) -> bool:
    above = verb.head
    return above.i == helper.i or (verb.dep_ == "acl" and above.dep_.startswith("obl") and above.head.i == helper.i)


def _join(helper: Token, verb: Token, draft: Draft) -> None:
    if _is_below(verb, helper):
        draft.hang(verb, verb if helper.dep_ == "ROOT" else helper.head, helper.dep_)
    for child in helper.children:
        if child.i != verb.i:
            draft.hang(child, verb, child.dep_)
    draft.hang(helper, verb, "aux")
    draft.tags[verb.i] = "VBN"
