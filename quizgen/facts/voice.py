"""Whose statement it is: in a communiqué "we" is the country or body that condemns, welcomes or urges in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.language import ParsedArticle, ParsedSentence
from quizgen.language.cast import Cast, Name, Reference

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

OWN = frozenset({"we", "us", "our", "ours", "ourselves"})
# what bodies do in statements of their own
STATING = frozenset(
    "condemn welcome urge support express reiterate affirm reaffirm announce congratulate commend call extend regret "
    "deplore applaud join offer note recognise recognize stand remain be encourage denounce thank".split()
)
# what a body says of itself in statements of its own alone, wherever they stand in it
SOLEMN = frozenset("condemn commend congratulate reaffirm reiterate applaud deplore extend".split())
REPORTED = frozenset("be remain stand announce note join offer call".split())  # what others say of it as well
BODIES = frozenset({"country", "organization"})


def voice_of(parsed: ParsedArticle, cast: Cast) -> Reference | None:
    """The body that "we" means in an article that is its own statement; None where that is not clear.

    Clear is: no "we" stands within quote marks, and all that condemns, welcomes, announces or the like in the present
    tense is one named body, in the first sentence or elsewhere with such a verb as only a speaker says of himself.
    """
    if any(_quotes_us(sentence) for sentence in parsed.sentences):
        return None
    found = [(name, sentence, verb) for sentence in parsed.sentences for name, verb in _stating(sentence, cast)]
    names = {id(name): name for name, _, _ in found}
    if len(names) != 1 or not any(_is_own(sentence, verb.lemma_) for _, sentence, verb in found):
        return None
    (name,) = names.values()
    return Reference(name.wording, name.first, name.type, False)


def _stating(sentence: ParsedSentence, cast: Cast) -> Iterator[tuple[Name, Token]]:
    """The named bodies that state something in the present tense in a sentence, each with its verb."""
    for root in sentence.roots():
        subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
        name = cast.name_at(subject) if subject is not None else None
        if name is None or name.type not in BODIES or name.plural:
            continue
        if root.lemma_ in STATING and root.tag_ in {"VBZ", "VBP"}:
            yield name, root


def _is_own(sentence: ParsedSentence, lemma: str) -> bool:
    """Whether a body hardly leaves it to others to say so: it does so solemnly, at once, or as "we"."""
    return lemma in SOLEMN or _has_us(sentence) or (sentence.sentence.index == 0 and lemma not in REPORTED)


def _has_us(sentence: ParsedSentence) -> bool:
    return any(means_voice(word) for word in sentence.words)


def means_voice(token: Token) -> bool:
    """Whether a word is the "we" or "our" of a statement ("US" is a country)."""
    return token.lower_ in OWN and not token.text.isupper()


def _quotes_us(sentence: ParsedSentence) -> bool:
    """Whether somebody else's "we" is quoted, so that not every "we" is the body's own."""
    return any(word.text == '"' for word in sentence.words) and _has_us(sentence)
