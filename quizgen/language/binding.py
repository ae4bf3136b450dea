"""Where a pronoun or a noun stands in its sentence: in a quotation, as whose subject, bound by which clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.parsing import ParsedSentence
from quizgen.language.phrases import NOUNS
from quizgen.language.types import lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
TELLING = frozenset("ask urge request call order tell advise invite force persuade".split())  # to do something
SPLITTING = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "ROOT", "parataxis"})  # what opens a clause of its own


def quoted(sentence: ParsedSentence) -> set[int]:
    """The tokens of the sentence that stand between quotation marks opened in its paragraph."""
    if '"' not in sentence.view.text:
        return set()
    doc, inside, found = sentence.tokens.doc, False, set()
    for token in doc[: sentence.tokens.end]:
        if token.text == '"':
            inside = not inside
        elif inside:
            found.add(token.i)
    return found


def rank(head: Token) -> int:
    """2 for the subject of the main clause, 1 for another subject, 0 for the rest."""
    while head.dep_ in {"flat", "conj"} and head.head.i != head.i and head.head.tag_ in NOUNS:
        head = head.head  # a title that governs the name, or the first of several, stands in its place
    if head.dep_ not in SUBJECTS:
        return 0
    return 2 if head.head.dep_ == "ROOT" else 1


def is_expletive(head: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it rained"."""
    if head.dep_ == "expl":
        return True
    verb = head.head
    clause = lemma_of(verb) == "time" or any(
        child.dep_ in {"csubj", "ccomp", "csubj:pass", "advcl", "xcomp", "acl", "acl:relcl"} for child in verb.children
    )
    if head.dep_ in SUBJECTS and lemma_of(verb) in gazetteer.words("expletive-verb"):
        return True
    return (
        head.dep_ in SUBJECTS
        and clause
        and (
            lemma_of(verb) in gazetteer.words("expletive-predicate")
            or verb.lower_ in gazetteer.words("expletive-predicate")
        )
    )


def subjects_around(head: Token) -> Iterator[Token]:
    """The subjects of the clauses around the pronoun, from the inside out; never of the verb whose object it is."""
    token = head
    bound = head.dep_ != "nmod:poss" and head.dep_ not in SUBJECTS
    while token.head.i != token.i:
        controlled = token.dep_ == "xcomp"
        token = token.head
        subjects = [child for child in token.children if child.dep_ in SUBJECTS and child.i < head.i]
        if token.tag_.startswith("V") or subjects:
            if bound and not controlled and token.i != head.head.i:
                bound = False
            if not bound:
                yield from subjects
            bound = bound and not subjects and token.dep_ == "xcomp"


def controllers(head: Token) -> Iterator[Token]:
    """What acts in the clauses around the pronoun: subjects, who is told to act, the noun that a clause describes."""
    if head.dep_ == "nmod:poss" and head.head.dep_ == "conj":
        yield head.head.head  # "Norway and its allies"
    if head.dep_ in SUBJECTS:
        before = (child for child in head.head.children if child.dep_ == "advcl" and child.i < head.i)
        yield from (c for clause in before for c in clause.children if c.dep_ in SUBJECTS)  # "As X grew, it …"
    described = next((above for above in head.ancestors if above.dep_ in SPLITTING), None)
    if described is not None and described.dep_ == "acl" and _acts(described):
        yield described.head
    yield from _told(head)
    for subject in subjects_around(head):
        is_relative = subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "acl:relcl"
        yield subject.head.head if is_relative else subject


def _acts(described: Token) -> bool:
    """Whether the noun that a clause describes acts in it: "a group known for …", "press the regime to end …"."""
    return described.tag_ in {"VBN", "VBG"} or (described.tag_ == "VB" and described.head.dep_ == "obj")


def _told(head: Token) -> Iterator[Token]:
    """Who is told to do what the pronoun is part of: Norway in "urged Norway to end its whaling"."""
    for above in head.ancestors:
        is_told = above.dep_ == "advcl" and above.tag_ == "VB" and above.head.lemma_ in TELLING
        if above.dep_ in SPLITTING and not is_told:
            return
        if (above.dep_ == "xcomp" or is_told) and above.i < head.i:
            objects = {"obj", "iobj", "obl"} if above.head.lemma_ == "call" else {"obj", "iobj"}
            yield from (c for c in above.head.children if c.dep_ in objects and c.i < above.i and c.i != head.i)
