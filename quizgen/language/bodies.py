"""Where a body's long name ends: "Centers for Disease Control and Prevention", "Food and Agriculture Organization".

Read off capitals alone: the little words inside such a name are what taggers and parsers take for its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.names import CALENDAR
from quizgen.language.types import is_common

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

LINKS = frozenset({"of", "for", "on"})
BEFORE_ACRONYM = frozenset({"in", "of", "for"})
INITIALS = re.compile(r"(?:[A-Z]\.)+")  # "U.S."
LONGEST = 14  # tokens of such a name


def body_end(tokens: Sequence[Token], at: int) -> int:
    """One past the name of a body that opens at `at` and has little words inside; `at` where none does."""
    end = _capitals_end(tokens, at) if tokens[at].tag_ != "DT" else at
    if end == at or end >= len(tokens) - 1:
        return at
    if _is_head(tokens[end - 1]) and tokens[end].lower_ in LINKS:
        found = _field_end(tokens, end + 1)
        return min(_with_rest(tokens, found), at + LONGEST) if found > end + 1 else at
    if tokens[end].lower_ == "and" and all(_is_topic(token) for token in tokens[at:end]):
        last = _capitals_end(tokens, end + 1)
        if last > end + 2 and _is_head(tokens[last - 1]) and all(is_common(t.lower_) for t in tokens[at:end]):
            return last
    return at


def _with_rest(tokens: Sequence[Token], end: int) -> int:
    """One past what goes on behind the field: ", Tobacco and Firearms", "and Prevention", "of Humanitarian Affairs"."""
    at = end
    while at < len(tokens) - 1 and tokens[at].text in {",", "and", "&"}:
        is_last = tokens[at].text != ","
        after = at + 1 + (not is_last and tokens[at + 1].lower_ == "and")
        is_last = is_last or after > at + 1
        following = _field_end(tokens, after)
        is_another = _is_head(tokens[after]) and following == after + 1
        if following == after or is_another or tokens[after].lower_ == "the":
            return end
        at = following
        if is_last:
            end = at
            break
    if end < len(tokens) - 1 and tokens[end].lower_ == "of":
        further = _field_end(tokens, end + 1)
        end = further if further > end + 1 else end
    if end < len(tokens) - 1 and tokens[end].lower_ in BEFORE_ACRONYM:
        further = _capitals_end(tokens, end + 1)
        if further > end + 1 and _spelled(tokens, further):
            return further
    return end


def _spelled(tokens: Sequence[Token], end: int) -> bool:
    """Whether letters in brackets behind a name end with the initial of its last word: "in Europe (OSCE)"."""
    if end + 1 >= len(tokens) or tokens[end].text != "(" or not tokens[end + 1].text.isupper():
        return False
    return tokens[end + 1].text[-1] in {tokens[end - 1].text[0], tokens[end - 2].text[0]}


def _field_end(tokens: Sequence[Token], at: int) -> int:
    """One past the capitalised words from `at`, where they name what a body cares for and no place or person."""
    start = at + (at < len(tokens) and tokens[at].lower_ == "the")
    end = _capitals_end(tokens, start)
    # "Observatory for Alpine Security": where it cares for it
    is_placed = end > start + 1 and tokens[at - 1].lower_ == "for" and gazetteer.place(tokens[start].text) is not None
    return end if end > start and all(_is_topic(token) for token in tokens[start + is_placed : end]) else at


def _capitals_end(tokens: Sequence[Token], at: int) -> int:
    """One past the capitalised words from `at`, hyphenated ones with all their parts."""
    while at < len(tokens):
        word = tokens[at]
        tied = word.text == "-" and at and not tokens[at - 1].whitespace_ and not word.whitespace_
        behind = at and tokens[at - 1].text == "-" and not tokens[at - 1].whitespace_ and word.is_alpha
        is_word = word.text[0].isupper() and (word.is_alpha or INITIALS.fullmatch(word.text))
        if not is_word and not tied and not behind:
            break
        at += 1
    return at


def _is_head(token: Token) -> bool:
    """Whether a word says that a name is a body's: Ministry, Centers, Authority."""
    heads = gazetteer.words("organization-head")
    return (token.text in heads or token.text.removesuffix("s") in heads) and (
        token.text not in gazetteer.words("title-head")
    )


def _is_topic(token: Token) -> bool:
    """Whether a capitalised word may say what a body cares for: no name of a place, a person or another body."""
    word = token.text
    if token.lower_ in CALENDAR:
        return False  # "the High Court on Wednesday"
    if not token.is_alpha or len(word) < 3:
        return len(word) == 1 or word in {"Co", "of"}
    if word.isupper() or gazetteer.place(word) or word in gazetteer.words("title-head"):
        return False
    if word in gazetteer.words("organization") or gazetteer.is_demonym(word):
        return False
    if word in gazetteer.words("organization-head"):
        return True  # "Red Cross"
    return is_common(token.lower_) or not (gazetteer.given(word) or gazetteer.is_surname(word))
