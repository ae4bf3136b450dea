"""Objects mended: one with a row of modifiers, read as two, a gerund taken for a noun, things set on fire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NOUNS = frozenset({"NN", "NNS"})
WORDS = frozenset({"NN", "JJ", "VBN", "VBG", "CD", "VB", "CC", "IN", "RB"})  # what a hyphen joins: "train-and-advise"
MODIFIERS = {"NN": "compound", "NNP": "compound", "DT": "det", "CD": "nummod"}
QUOTES = frozenset({'"', "'"})
STATES = {"set": frozenset({"fire", "alight"}), "put": frozenset({"sale", "trial", "hold", "alert", "display"})}


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_objects(sentence: ParsedSentence, draft: Draft) -> None:
    """Make one object of its pieces, and of a noun with an object of its own the verb that it is."""
    for token in sentence.words:
        if token.lower_ in {"a", "an"} and (noun := _behind_row(token, sentence)) is not None:
            _row(token, noun, draft)
        elif token.dep_ == "obl" and token.tag_ == "NN" and token.lower_.endswith("ing"):
            _gerund(token, draft)
        elif token.dep_ == "nmod" and token.head.dep_ == "obj":
            _state(token, draft)
        elif token.tag_ == "JJ" and token.dep_ in {"obj", "obl", "nmod", "nsubj"}:
            _adjective(token, draft)


def _behind_row(article: Token, sentence: ParsedSentence) -> Token | None:
    """The noun behind an article and two modifiers with a comma, the first a compound: "a non-combat, small base"."""
    doc, end = article.doc, sentence.tokens.end
    at = _compound_end(article.i + 1, article)
    if at < article.i + 4 or at >= end - 2 or doc[at].text != ",":
        return None
    at += 1 + (doc[at + 1].text in QUOTES)
    at = _compound_end(at, article)
    at += at < end and doc[at].text in QUOTES
    return doc[at] if at < end - 1 and doc[at].tag_ in NOUNS and doc[at + 1].tag_ not in NOUNS | {"HYPH"} else None


def _compound_end(at: int, article: Token) -> int:
    """One past the words from `at` on that hyphens join."""
    doc = article.doc
    if at >= len(doc) or doc[at].tag_ not in WORDS or doc[at].tag_ == "IN":
        return at
    at += 1
    while at + 1 < len(doc) and doc[at].text == "-" and not doc[at - 1].whitespace_ and doc[at + 1].tag_ in WORDS:
        at += 2
    return at


def _row(article: Token, noun: Token, draft: Draft) -> None:
    """Hang all from the article on upon the noun, and the noun on what its first piece hung on."""
    inside = article.doc[article.i : noun.i]
    tops = [t for t in [*inside, noun] if not article.i <= t.head.i <= noun.i]
    held = next((t for t in tops if t.dep_ in {"obj", "obl", "nmod", "nsubj", "ROOT"}), None)
    if held is None or tops == [noun]:
        return
    draft.hang(noun, noun if held.dep_ == "ROOT" else held.head, held.dep_)
    for token in inside:
        if token in tops or token.head is held or token.dep_ in {"conj", "cc"}:
            draft.hang(token, noun, "punct" if token.is_punct else MODIFIERS.get(token.tag_, "amod"))
        for child in token.children:
            if child.i > noun.i:
                draft.hang(child, noun, child.dep_)


def _gerund(noun: Token, draft: Draft) -> None:
    """A gerund taken for a noun, and its object for a second one of the verb: "accused a man of shipping drugs"."""
    above, case = noun.head, next((c for c in noun.children if c.dep_ == "case"), None)
    held = next((t for t in noun.sent if t.dep_ == "obj" and t.left_edge.i == noun.i + 1), None)
    if case is None or case.i != noun.i - 1 or held is None or held.head.i > noun.i:
        return
    verb = held.head
    if not any(c.dep_ == "obj" and verb.i < c.i < noun.i for c in verb.children):
        return
    draft.tags[noun.i] = "VBG"
    draft.hang(case, noun, "mark")
    draft.hang(noun, above, "advcl")
    draft.hang(held, noun, "obj")
    for child in verb.children:
        is_apart = "," in {child.left_edge.text, child.doc[child.left_edge.i - 1].text}
        if child.i > held.i and child.dep_ in {"obl", "advcl"} and not is_apart:
            draft.hang(child, noun, child.dep_)
    if above.dep_ == "xcomp" and above.tag_ == "VBN" and above.doc[above.i - 1].dep_ == "obj":
        draft.hang(above, above.doc[above.i - 1], "acl")


def _adjective(word: Token, draft: Draft) -> None:
    """An adjective taken for a noun, with its noun joined to it: "its advisory and training role"."""
    noun = next((c for c in word.children if c.dep_ == "conj" and c.tag_ in NOUNS), None)
    link = neighbour(word, 1)
    if noun is None or link.lower_ not in {"and", "or"} or noun.left_edge.i != link.i:
        return
    if not any(c.dep_ in {"nmod:poss", "det"} and c.i < word.i for c in word.children):
        return
    draft.hang(noun, word.head, word.dep_)
    draft.hang(word, noun, "amod")
    for child in word.children:
        if child.i not in {noun.i, link.i}:
            draft.hang(child, noun, child.dep_)


def _state(noun: Token, draft: Draft) -> None:
    """What things are put into, taken for a part of them: "set four tanks on fire"."""
    verb = noun.head.head
    if noun.lower_ in STATES.get(verb.lemma_, ()) and any(c.lower_ == "on" for c in noun.children):
        draft.hang(noun, verb, "obl")
