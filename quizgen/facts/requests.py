"""Who is asked to do what: the deed behind a verb of asking, ordering or calling on somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.causes import ASKING
from quizgen.facts.phrases import case_of
from quizgen.facts.verbs import lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token


def asked_deed(predicate: Token, held: Token) -> Token | None:
    """What somebody is asked to do, hung by the parse on the one who is asked ("urge the parties to stay calm")."""
    if lemma_of(predicate) not in ASKING:
        return None
    asked = [held, *(c for c in held.children if c.dep_ == "conj")]
    return next(
        (c for noun in asked for c in noun.children
         if c.dep_ == "acl" and c.tag_ == "VB" and any(m.dep_ == "mark" and m.lower_ == "to" for m in c.children)),
        None,
    )  # fmt: skip


def urged(child: Token) -> Token | None:
    """Who is to do something in "urge all parties to remain calm", where the parse makes one clause of it."""
    if not any(c.dep_ == "mark" and c.lower_ == "to" for c in child.children):
        return None
    return next((c for c in child.children if c.dep_ == "nsubj"), None)


def is_asked(head: Token) -> bool:
    """Whether an infinitive is what the object of its verb is asked to do, not what for."""
    if head.tag_ != "VB" or head.left_edge.lower_ != "to":  # "in order to" tells what for
        return False
    if any(is_called_on(child) for child in head.head.children):
        return True
    asked = {"obj", "iobj", "nsubj:pass"}
    return lemma_of(head.head) in ASKING and any(c.dep_ in asked for c in head.head.children)


def is_called_on(head: Token) -> bool:
    """Whether a phrase names those on whom somebody calls to do something."""
    if lemma_of(head.head) != "call" or head.dep_ != "obl" or case_of(head) not in {"on", "upon"}:
        return False
    if head.text.endswith("day"):
        return False  # "called on Monday to cancel"
    return any(c.tag_ == "VB" and c.i > head.i and c.left_edge.lower_ == "to" for c in head.head.children)


def deed_of(predicate: Token) -> Token | None:
    """The infinitive that completes a verb: "close" of "decided to close", "help" of "asked Roe to help"."""
    for child in predicate.children:
        if child.tag_ == "VB" and (child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_asked(child))):
            return child
        if child.dep_ == "obj" and (deed := asked_deed(predicate, child)) is not None:
            return deed
    return None
