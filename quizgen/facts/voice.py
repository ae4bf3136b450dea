"""Whose statement it is: in a communiqué "we" is the country or body that speaks in its first sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.language import ParsedArticle, ParsedSentence
from quizgen.language.cast import Cast, Reference

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset({"we", "us", "our", "ours", "ourselves"})
# what bodies do in statements of their own
STATING = frozenset(
    "condemn welcome urge support express reiterate affirm reaffirm announce congratulate commend call extend regret "
    "deplore applaud join offer note recognise recognize stand remain be encourage denounce thank".split()
)
BODIES = frozenset({"country", "organization"})


def voice_of(parsed: ParsedArticle, cast: Cast) -> Reference | None:
    """The body that "we" means in an article that is its own statement; None where that is not clear.

    Clear is: the first sentence's subject is a named body that condemns, welcomes, announces or the like, in the
    present tense or as its own announcement, and no "we" stands within quote marks.
    """
    if not parsed.sentences:
        return None
    roots = [root for root in parsed.sentences[0].roots() if root.lemma_ in STATING and root.tag_ in {"VBZ", "VBP"}]
    subject = next((c for root in roots for c in root.children if c.dep_ == "nsubj"), None)
    name = cast.name_at(subject) if subject is not None else None
    if name is None or name.type not in BODIES or name.plural or any(_quotes_us(s) for s in parsed.sentences):
        return None
    return Reference(name.wording, name.first, name.type, False)


def means_voice(token: Token) -> bool:
    """Whether a word is the "we" or "our" of a statement ("US" is a country)."""
    return token.lower_ in OWN and not token.text.isupper()


def _quotes_us(sentence: ParsedSentence) -> bool:
    """Whether somebody else's "we" is quoted, so that not every "we" is the body's own."""
    words = sentence.words
    return any(word.text == '"' for word in words) and any(means_voice(word) for word in words)
