"""Rough numbers that the parse hangs on the verb: "borrow up to $2 billion", "a couple of hundred troops left"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

UPWARD = frozenset("add go come climb rise move get walk run drive live look stand lead pile build rack".split())


class Draft(Protocol):
    """What a mended parse will say."""

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_hedges(sentence: ParsedSentence, draft: Draft) -> None:
    """Hang "up to" on the number behind it, "borrow up to $2 billion" has an object, and "a couple" on its noun."""
    for token in sentence.words:
        if token.lower_ == "couple":
            _couple(token, sentence, draft)
        if token.lower_ != "up" or token.i + 2 >= sentence.tokens.end or token.nbor(1).lower_ != "to":
            continue
        to, number = token.nbor(1), token.nbor(2)
        amount = to.head
        if number.tag_ not in {"CD", "$"} or amount.i < number.i or to.dep_ != "case" or amount.dep_ != "obl":
            continue
        verb = amount.head
        if token.head.i != verb.i or token.i != verb.i + 1 or verb.lemma_ in UPWARD:
            continue
        if not any(child.dep_ == "obj" for child in verb.children):
            draft.hang(token, amount, "advmod")
            draft.hang(to, token, "fixed")
            draft.hang(amount, verb, "obj")


def _couple(couple: Token, sentence: ParsedSentence, draft: Draft) -> None:
    """Hang "a couple of hundred" on what it counts, where the parse makes a circumstance of it."""
    if couple.i + 3 >= sentence.tokens.end or not couple.dep_.startswith("obl"):
        return
    of, number, noun = couple.nbor(1), couple.nbor(2), couple.nbor(3)
    noun = noun.head if noun.tag_ == "JJ" else noun
    if of.lower_ == "of" and number.tag_ == "CD" and noun.tag_ == "NNS" and noun.left_edge.i <= couple.i + 3:
        draft.hang(couple, noun, "nmod:unmarked")
        draft.hang(of, number, "case")
        draft.hang(number, couple, "nmod")
