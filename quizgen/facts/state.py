"""Offices of state: which nouns call one, and how an article calls each in full ("the defence ministry")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language import ParsedArticle, gazetteer
from quizgen.language.types import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# of these a country has one, or they speak with one voice
ALONE = frozenset("police army military navy government prosecutor coastguard cabinet authority".split())
# these do where it is said which one: "the health ministry", "the electoral commission"
OFFICES = ALONE | frozenset(
    "ministry department agency office service commission bureau guard court force administration".split()
)
MODIFIERS = frozenset({"amod", "compound", "nmod:desc"})


def which(head: Token) -> tuple[str, ...]:
    """The words before a noun that tell which one is meant, in order."""
    light = gazetteer.words("light-adjective")
    words = (c for c in head.children if c.dep_ in MODIFIERS and c.i < head.i)
    return tuple(word.text for word in words if word.lower_ not in light)


def offices_of(parsed: ParsedArticle) -> dict[str, frozenset[str]]:
    """For each noun of an office that the article uses, in what words it says which one, capitals aside."""
    found: dict[str, dict[str, str]] = {}
    for sentence in parsed.sentences:
        for token in sentence.words:
            if (
                (lemma := lemma_of(token).lower()) in OFFICES
                and token.tag_ in {"NN", "NNP"}
                and (words := which(token))
            ):
                called = " ".join((*words, token.text))
                found.setdefault(lemma, {}).setdefault(called.lower(), called)
    return {lemma: frozenset(called.values()) for lemma, called in found.items()}
