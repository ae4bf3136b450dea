"""Capitals that a word has only because it opens its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.scene import Scene
from quizgen.language import gazetteer
from quizgen.language.inflection import is_listed
from quizgen.language.types import is_common, lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SMALL_WORDS = frozenset("the a an several many most some few all both other".split())
ABSTRACT = ("tion", "sion", "ment", "ness", "ance", "ence", "ship")


def sentence_case(scene: Scene, token: Token) -> str:
    """A word as it stands within a sentence: the capital of a sentence's first word goes, unless it is a name's."""
    start = scene.parsed.tokens.start
    if token.i not in {start, start + scene.doc[start].is_punct}:
        return token.text
    if token.lower_ in SMALL_WORDS or (token.like_num and token.text.isalpha()) or _is_plain_noun(scene, token):
        return token.lower_
    is_name = scene.cast.name_at(token) is not None
    is_small = is_common(lemma_of(token)) or token.lower_ in scene.cast.common
    is_name = is_name or (token.tag_ in {"NNP", "NNPS"} and not is_small)
    if is_name or not token.text[1:].islower():
        return token.text
    # "Deputy Secretary …": a capital behind the first word says that both belong to a title
    is_title = token.i + 1 < len(scene.doc) and scene.doc[token.i + 1].text[:1].isupper()
    return token.text if is_title or gazetteer.is_demonym(token.text) else token.lower_


def _is_plain_noun(scene: Scene, token: Token) -> bool:
    """Whether a noun of the dictionary is no name: one of an abstract kind, or what the person behind it is."""
    if not is_listed(token.lower_, "NOUN") or token.text.upper() == token.text:
        return False
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if not behind.text[:1].isupper() or behind is token:
        return token.lower_.endswith(ABSTRACT)
    word = token.text
    is_name = gazetteer.given(word) is not None or gazetteer.is_surname(word) or gazetteer.place(word) is not None
    name = scene.cast.name_at(behind)
    is_person = gazetteer.given(behind.text) is not None or (name is not None and name.type == "person")
    return is_person and not is_name and word not in gazetteer.words("title")
