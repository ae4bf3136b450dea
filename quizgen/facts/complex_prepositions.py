"""Prepositions of three words, "in favour of": the noun in their middle names nothing that could be asked for.

The closed class of Quirk et al. (1985), "A Comprehensive Grammar of the English Language", 9.11, as far as the noun
behind one is something that a question can ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

OF, WITH, FOR = frozenset({"of"}), frozenset({"with"}), frozenset({"for"})
# the first preposition and the noun, article and all → the prepositions that may follow
COMPLEX = {
    **dict.fromkeys(
        (f"in {noun}" for noun in
         "favour favor support defence defense honour honor memory recognition celebration search pursuit aid defiance "
         "violation breach contravention anticipation".split()), OF,
    ),
    **dict.fromkeys(
        (f"in {noun}" for noun in
         "accordance line compliance conjunction cooperation co-operation collaboration partnership "
         "coordination".split()), WITH,
    ),
    **dict.fromkeys(("in exchange", "in return", "in preparation"), FOR),
    **dict.fromkeys(("in the interest", "in the interests", "in the presence", "in the face", "on behalf"), OF),
    **dict.fromkeys(("with the help", "with the aid", "with the support", "under the supervision"), OF),
}  # fmt: skip
PREPOSITIONS = frozenset(f"{opening} {last}" for opening, ends in COMPLEX.items() for last in ends)
LATER = frozenset({"after", "before", "since", "during"})  # what opens a time, here that of the whole clause


class Draft(Protocol):
    """What a mended parse will say."""

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_complex_prepositions(sentence: ParsedSentence, draft: Draft) -> None:
    """Make the three words one preposition of what stands behind them, which belongs to the verb, not to its object."""
    for noun in sentence.words[:-1]:
        last = noun.doc[noun.i + 1]
        behind, first = last.head, noun.left_edge
        opening = " ".join(t.lower_ for t in noun.doc[first.i : noun.i + 1])
        if last.lower_ not in COMPLEX.get(opening, frozenset()) or behind.i < last.i:
            continue
        is_held = noun.dep_ == "nmod" and noun.head.dep_ == "obj"
        draft.hang(behind, noun.head.head if is_held else noun.head, "obl" if is_held else noun.dep_)
        draft.hang(first, behind, "case")
        draft.hang(last, behind, "case")
        for token in noun.doc[first.i + 1 : noun.i + 1]:
            draft.hang(token, first, "fixed")
        for child in noun.children:
            if child.i > last.i and child.i != behind.i:
                draft.hang(child, behind, child.dep_)
        if behind.tag_ == "VBG":
            _free_times(behind, noun.head, draft)


def _free_times(gerund: Token, above: Token, draft: Draft) -> None:
    """Hang the time behind a gerund on the verb above it, which it dates as well."""
    for child in gerund.children:
        if child.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ in LATER for c in child.children):
            draft.hang(child, above, "obl")
