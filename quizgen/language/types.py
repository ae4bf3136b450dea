"""What a common noun, a numeral or a pronoun speaks of, by lexicon, annotated corpus and form."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NOUN_SECTIONS: tuple[tuple[str, EntityType], ...] = (
    ("person-noun", "person"),
    ("people-noun", "people"),
    ("organization-noun", "organization"),
    ("time-noun", "time"),
    ("event-noun", "event"),
    ("place-noun", "place"),
    ("object-noun", "object"),
    ("abstract-noun", "abstract"),
)
CORPUS_TYPES: dict[str, EntityType] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "event": "event",
    "time": "time",
    "object": "object",
    "abstract": "abstract",
}
PERSON_ENDINGS = ("ist", "ologist", "man", "woman", "person", "ee", "ian", "eer", "ster")
AGENT_ENDINGS = ("er", "or")
ABSTRACT_ENDINGS = tuple("tion sion ment ness ity ism ship ance ence hood dom acy ure th".split())
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
CURRENCIES = frozenset(
    "dollar euro pound yen yuan rupee ruble rouble cent penny franc peso krona crown dinar riyal lira £ $ € ¥".split()
)
DECADE = re.compile(r"(?:1[5-9]|20)?\d0'?s")
PERCENT = frozenset({"%", "percent", "pct", "percentage"})
SINGULAR_PERSONS = frozenset(
    "he she him her his hers himself herself i me my myself who whom someone somebody anyone anybody everyone "
    "everybody nobody one".split()
)
PLURAL_PERSONS = frozenset({"we", "us", "our", "ours", "ourselves"})
CLEAR_SHARE = 0.45  # of a noun's mentions that its type must have in the annotated corpus


def common_type(head: Token) -> EntityType:
    """The type of the phrase headed by a common noun, numeral or pronoun: its word and what counts it."""
    lemma, lower = lemma_of(head), head.lower_
    if head.tag_ in {"PRP", "PRP$", "WP", "WP$"} or head.pos_ == "PRON" or lower in {"everyone", "someone"}:
        return "person" if lower in SINGULAR_PERSONS else "people" if lower in PLURAL_PERSONS else "thing"
    if lemma in PERCENT or (head.tag_ == "CD" and any(child.lower_ in PERCENT for child in head.children)):
        return "percent"
    if lemma in CURRENCIES or any(child.tag_ == "$" and child.dep_ != "nmod" for child in head.children):
        return "money"
    if DECADE.fullmatch(lower):
        return "time"
    if head.tag_ == "CD":
        return "time" if len(head.text) == 4 and head.text.isdigit() and head.text[0] in "12" else "number"
    if lemma in gazetteer.words("duration-unit"):
        counted = any(child.dep_ == "nummod" or child.lower_ in {"several", "many", "few"} for child in head.children)
        return "duration" if counted and not any(child.lower_ == "ago" for child in head.children) else "time"
    kind = lemma_type(lemma)
    if kind == "person" and is_plural(head):
        return "people"
    return kind


@cache
def lemma_type(lemma: str) -> EntityType:
    """The type of a common noun by hand-made list, annotated corpus and suffix, in that order."""
    for section, kind in NOUN_SECTIONS:
        if lemma in gazetteer.words(section):
            return kind
    for singular in (lemma.removesuffix("s"), lemma.rpartition("-")[2]):
        if singular != lemma and len(singular) > 2 and singular in gazetteer.words("person-noun"):
            return "person"
    counted = gazetteer.noun(lemma)
    if counted and counted[1] >= CLEAR_SHARE and counted[0] in CORPUS_TYPES:
        return CORPUS_TYPES[counted[0]]
    if lemma.endswith(PERSON_ENDINGS) and len(lemma) > 5:
        return "person"
    if lemma.endswith("-old"):
        return "person"
    if lemma.endswith(ABSTRACT_ENDINGS):
        return "abstract"
    if lemma.endswith(AGENT_ENDINGS) and len(lemma) > 5:
        return "person"
    return "thing"


@cache
def is_common(lemma: str) -> bool:
    """Whether the word is listed as a common noun, by hand or by the annotated corpus."""
    return any(lemma in gazetteer.words(section) for section, _ in NOUN_SECTIONS) or gazetteer.noun(lemma) is not None


def lemma_of(token: Token) -> str:
    """The lemma in lower case, the plural ending of an unknown noun taken off."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNS" and lemma == token.lower_ and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def is_plural(head: Token) -> bool:
    """Whether the phrase headed by this token is plural: its tag, or two phrases joined by "and"."""
    if head.lower_ in {"they", "them", "their", "theirs", "themselves", "we", "us", "our", "these", "those"}:
        return True
    if head.tag_ in PLURAL_TAGS or lemma_of(head) in gazetteer.words("people-noun"):
        return True
    return any(child.dep_ == "conj" and any(c.lower_ == "and" for c in child.children) for child in head.children)
