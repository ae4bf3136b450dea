"""Objects that the parse tore: a noun taken for a participle, an owner for the object, a state for a modifier.

"Cut its profit forecast on Friday", "approved Vale's 3 billion euro purchase of a mine", "kept its key rate steady at
4.5%": the last noun of the row is what the verb holds, and what stands behind it belongs to the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.inflection import base_of, is_listed
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NOUNS = frozenset({"NN", "NNS"})
NAMING = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc"})
AMOUNTS = frozenset({"CD", "$", "NN", "NNP", "NNPS", "NNS", "HYPH", "JJ"})  # what stands between an owner and a noun
OF_NOUNS = frozenset({"for", "of", "about"})  # prepositions of nouns rather than of verbs
KEEPING = frozenset({"keep", "leave", "hold"})
HELD = frozenset({"obj", "obl", "nsubj", "xcomp", "nmod"})


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_torn_objects(sentence: ParsedSentence, draft: Draft) -> None:
    """Make one object of the pieces, and give the verb what is its own."""
    for token in sentence.words:
        if token.tag_ == "VBN" and token.dep_ in {"acl", "xcomp"}:
            _participle_for_noun(token, draft)
        elif token.tag_ == "POS" and token.head.dep_ != "nmod:poss":
            _owner_for_object(token, draft)
        elif token.tag_ == "JJ" and token.dep_ in {"amod", "xcomp"}:
            _kept_state(token, draft)


def _participle_for_noun(word: Token, draft: Draft) -> None:
    """A noun that looks like a participle, with its own name in front: "lowered its earnings forecast on Thursday"."""
    noun = neighbour(word, -1)
    is_noun = base_of(word.lower_) == word.lower_ and is_listed(word.lower_, "NOUN")
    is_behind = noun.dep_ == "obj" and noun.tag_ in NOUNS and noun.head.i in {word.head.i, word.head.head.i}
    if not is_noun or not is_behind or not any(c.dep_ in {"nmod:poss", "det"} for c in noun.children):
        return
    if any(c.dep_ in {"obl:agent", "obj", "aux", "aux:pass"} for c in word.children):
        return
    verb = noun.head
    draft.tags[word.i] = "NN"
    draft.hang(word, verb, "obj")
    draft.hang(noun, word, "compound")
    for child in noun.children:
        if child.i < noun.i and child.dep_ in NAMING - {"compound"}:
            draft.hang(child, word, child.dep_)
    for child in word.children:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        draft.hang(child, *((word, "nmod") if cases & OF_NOUNS else (verb, child.dep_)))


def _owner_for_object(mark: Token, draft: Draft) -> None:
    """An owner taken for the object before an amount and its noun: "approved Vale's 3 billion euro purchase"."""
    doc, at = mark.doc, neighbour(mark, 1).i
    while (following := _behind_bracket(mark, at + 1)) < mark.sent.end and doc[at].tag_ in AMOUNTS:
        if doc[following].tag_ not in AMOUNTS:
            break
        at = following
    noun, owner = doc[at], mark.head
    while owner.dep_ in {"flat", "compound"} and owner.head.i < mark.i:
        owner = owner.head
    between = list(doc[mark.i + 1 : at])
    if noun.tag_ not in NOUNS or noun.dep_ not in HELD or owner.dep_ not in HELD or noun.head.i != owner.head.i:
        return
    if not any(token.tag_ == "CD" for token in between):
        return
    draft.hang(noun, owner.head, owner.dep_)
    draft.hang(owner, noun, "nmod:poss")
    draft.hang(mark, owner, "case")
    bracket = next((token.i for token in between if token.text == "("), at)
    for token in between:
        if not mark.i < token.head.i < at:
            label = "nummod" if token.tag_ == "CD" else "compound"
            draft.hang(token, noun, "appos" if bracket < token.i else label)


def _behind_bracket(mark: Token, at: int) -> int:
    """One past the bracket that opens at an index, which says an amount once more; else the index itself."""
    if at >= mark.sent.end or mark.doc[at].text != "(":
        return at
    return next((i + 1 for i in range(at, mark.sent.end) if mark.doc[i].text == ")"), at)


def _kept_state(state: Token, draft: Draft) -> None:
    """A state that something is kept in, and what the verb has besides: "kept its key rate steady at 4.5%"."""
    noun = neighbour(state, -1)
    verb = noun.head
    if verb.lemma_ not in KEEPING or noun.dep_ != "obj" or state.head.i not in {noun.i, verb.i}:
        return
    if not any(c.dep_ in {"nmod:poss", "det"} for c in noun.children):
        return
    draft.hang(state, verb, "xcomp")
    for child in state.children:
        if child.i > state.i and child.dep_ in {"obl", "advcl", "obl:unmarked"}:
            draft.hang(child, verb, child.dep_)
