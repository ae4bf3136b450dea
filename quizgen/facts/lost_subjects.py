"""Subjects that the parse gave to another word: the verb of the sentence is found, but who does it is not.

A long subject ("the deal, announced on Monday, sets"), a row of verbs ("landed, turned and sank") or a noun that looks
like a verb ("fighting erupted") leads a small parser astray, and the main verb stays without a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.inflection import is_past_form

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
ABOUT = frozenset("about around over under nearly almost roughly".split())  # before a number, no prepositions
HELD = frozenset({"conj", "appos", "obl", "nmod", "obj", "nmod:unmarked"})
FRONTS = frozenset({"advcl", "csubj"})


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def find_subjects(sentence: ParsedSentence, draft: Draft) -> None:
    """Give the main verb of a sentence its subject, where the parse gave it to another word."""
    end = sentence.tokens.end if sentence.tail is None else sentence.tail
    for root in sentence.roots():
        if root.i >= end:
            continue
        if root.sent.start < root.i and root.doc[root.sent.start].lower_ == "with":
            _with(root, draft)
        if root.tag_ == "VBN":
            _participle_for_verb(root, draft)
        if root.pos_ != "VERB" or any(c.dep_ in {"nsubj", "nsubj:pass", "expl"} for c in root.children):
            _called(root, draft)
            continue
        _row_of_verbs(root, draft)
        _deed(root, draft)
        _number(root, draft)
        _behind_front(root, draft)
    for token in sentence.words:
        if token.dep_ == "parataxis" and token.tag_ in FINITE and token.i < end:
            _then(token, draft)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_.startswith(("nsubj", "csubj")) or c.dep_ == "expl" for c in verb.children)


def _start(verb: Token) -> int:
    """The index of the first word of a verb group."""
    return min([verb.i, *(c.i for c in verb.children if c.dep_ in HELPERS and c.i < verb.i)])


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in HELPERS and c.tag_ in FINITE for c in verb.children)


def _participle_for_verb(root: Token, draft: Draft) -> None:
    """A participle behind its noun taken for the verb, and the verb for an aside: "The deal, signed in Oslo, sets"."""
    subject = next((c for c in root.children if c.dep_.startswith("nsubj") and c.i < root.i), None)
    verb = next((c for c in root.children if c.dep_ in {"parataxis", "conj"} and c.i > root.i), None)
    if subject is None or verb is None or _is_finite(root) or not _is_finite(verb) or _has_subject(verb):
        return
    edge = _start(verb) - 1
    is_linked = any(c.dep_ == "cc" for c in verb.children)
    if root.doc[root.i - 1].text != "," or root.doc[edge].text != "," or is_linked:
        return
    draft.tags[root.i] = "VBN"
    draft.hang(verb, verb, "ROOT")
    draft.hang(root, subject, "acl")
    draft.hang(subject, verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")
    for child in root.children:
        if child.i < subject.i or child.i > verb.i:
            draft.hang(child, verb, child.dep_)


def _with(root: Token, draft: Draft) -> None:
    """What "with" opens taken for the subject: "With 80% of votes counted, the Labour Party, led by Roe, had 41%"."""
    mark = root.doc[root.sent.start]
    front = next((c for c in root.children if c.dep_.startswith("nsubj") and c.i < root.i), None)
    comma = next((t for t in root.doc[mark.i : root.i] if t.text == ","), None)
    if mark.dep_ != "mark" or mark.head.i != root.i or front is None or comma is None or front.i > comma.i:
        return
    draft.hang(mark, front, "case")
    draft.hang(front, root, "obl")
    behind = (t for t in front.subtree if t.i > comma.i and t.dep_ in HELD)
    subject = next((t for t in behind if t.left_edge.i <= comma.i + 1), None)
    if subject is None:
        return
    draft.hang(subject, root, front.dep_)
    for token in front.subtree:
        if token.i > subject.i and token.head.i < comma.i:
            draft.hang(token, subject, token.dep_)


def _called(root: Token, draft: Draft) -> None:
    """A subject taken for somebody who is spoken to: "Roe, 43, a former judge, will remain"."""
    name = next((c for c in root.subtree if c.dep_ == "vocative"), None)
    subject = next((c for c in root.children if c.dep_.startswith("nsubj")), None)
    if name is None or subject is None or name.i != root.sent.start or name.head.i not in {root.i, subject.i}:
        return
    comma = root.doc[name.right_edge.i + (name.right_edge.text != ",")]
    if comma.text == "," and subject.left_edge.i <= comma.i + 1:
        draft.hang(name, root, subject.dep_)
        draft.hang(subject, name, "appos")


def _row_of_verbs(root: Token, draft: Draft) -> None:
    """The first of a row of verbs taken for a clause below the second: "Roe conceded, thanked her staff and left"."""
    first = next((c for c in root.children if c.dep_ == "advcl" and c.i < root.i and _has_subject(c)), None)
    if first is None or root.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or not _is_finite(first):
        return
    opening = {c.lower_ for c in first.children if c.dep_ == "mark" or c.tag_ in {"WRB", "WP", "WDT"}}
    subject = next(c for c in first.children if c.dep_.startswith(("nsubj", "csubj")) or c.dep_ == "expl")
    is_perfect = any(c.lower_ in {"has", "have", "had"} for c in first.children if c.dep_ == "aux")
    is_alike = first.tag_ == root.tag_ or (is_perfect and first.tag_ == "VBN" and root.tag_ == "VBD")
    before = [t for t in root.doc[first.i : root.i] if t.dep_ != "advmod"]
    if opening or subject.dep_ != "nsubj" or subject.tag_ in {"WP", "WDT"} or not is_alike or before[-1].text != ",":
        return
    draft.hang(first, first, "ROOT")
    draft.hang(root, first, "conj")
    for verb in (root, *(c for c in root.children if c.dep_ == "conj" and c.tag_ == "VBD")) if is_perfect else ():
        draft.tags[verb.i] = "VBN"
    for child in root.children:
        if child.i < first.i or child.dep_ == "punct":
            draft.hang(child, first, child.dep_)


def _deed(root: Token, draft: Draft) -> None:
    """What is done taken for a clause: "Fighting in Mali erupted in 2012", "Clashes killed two people"."""
    noun = next((c for c in root.children if c.dep_ == "csubj" and c.i < root.i), None)
    if noun is None or noun.tag_ not in {"VBG", "VBZ"} or noun.i != root.sent.start or not _is_finite(root):
        return
    if any(c.dep_ in HELPERS or c.dep_ in {"obj", "nsubj", "advcl", "xcomp", "ccomp", "mark"} for c in noun.children):
        return
    if noun.right_edge.i != _start(root) - 1 or any(t.text == "," for t in noun.subtree):
        return
    draft.tags[noun.i] = "NN" if noun.tag_ == "VBG" else "NNS"
    draft.hang(noun, root, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in root.children) else "nsubj")
    for child in noun.children:
        if child.dep_ == "obl":
            draft.hang(child, noun, "nmod")


def _number(root: Token, draft: Draft) -> None:
    """A number with "around" before it taken for a phrase: "Around 1,150 of the 6,050 jobs will disappear"."""
    for child in root.children:
        is_about = any(c.dep_ == "case" and c.lower_ in ABOUT and c.i == child.left_edge.i for c in child.children)
        is_counted = child.tag_ == "CD" or any(c.dep_ == "nummod" and c.i < child.i for c in child.children)
        if child.dep_ == "obl" and is_about and is_counted and child.right_edge.i == _start(root) - 1:
            draft.hang(child, root, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in root.children) else "nsubj")
            draft.hang(child.left_edge, child, "advmod")
            return


def _behind_front(root: Token, draft: Draft) -> None:
    """A subject taken for a part of the clause in front: "Because the test helped them, use of the drug dropped"."""
    edge = _start(root)
    for front in root.children:
        if front.dep_ not in FRONTS or front.i > edge or not _opens_front(front):
            continue
        for token in front.subtree:
            if token.dep_ not in HELD or token.tag_ not in NOUNS or token.i < front.i:
                continue
            first = token.left_edge
            comma = first if first.is_punct else token.doc[max(0, first.i - 1)]
            is_alone = not any(c.dep_ in {"cc", "case"} for c in token.children)
            if is_alone and comma.text == "," and all(t.is_punct for t in token.doc[token.right_edge.i + 1 : edge]):
                draft.hang(token, root, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in root.children) else "nsubj")
                draft.hang(front, root, "advcl")
                return


def _opens_front(front: Token) -> bool:
    """Whether a clause in front has a conjunction or is a participle: "Briefing the council, the envoy warned"."""
    return front.tag_ == "VBG" or any(c.dep_ == "mark" for c in front.children)


def _then(verb: Token, draft: Draft) -> None:
    """A second past tense behind "then", taken for an aside: "fell by half, then rose again"."""
    above = verb.head
    then = verb.doc[_start(verb) - 1]
    if then.lower_ != "then" or then.head.i != verb.i or _has_subject(verb) or verb.tag_ != above.tag_:
        return
    if is_past_form(verb.lower_) and above.i < verb.i:
        draft.hang(verb, above, "conj")
