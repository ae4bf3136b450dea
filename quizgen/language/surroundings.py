"""What a name is by what stands around it: its verb, appositions, prepositions, the names beside it in a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.names import Chunk
from quizgen.language.types import common_type, lemma_of
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

Vote = tuple[EntityType, float]
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ROLES = frozenset(
    "ally partner rival member neighbour neighbor enemy opponent host winner loser owner leader champion player "
    "supporter friend place way result part".split()
)
PLACE_NOUNS = frozenset(
    "city town village province state country island region district county republic kingdom port capital suburb "
    "municipality governorate".split()
)
LIVED_IN = frozenset(
    "people resident inhabitant villager mayor outskirt coast north south east west centre center street citizen "
    "suburb population".split()
)
TAKEN = frozenset(
    "assault attack advance siege battle capture liberation bombing bombardment fall recapture occupation".split()
)
DESCRIBING = ("person-noun", "organization-noun", "place-noun")
CLOSING = frozenset({",", ".", ";", ")", ":"})
INNER = frozenset({"JJ", "JJS", "JJR", "NN", "VBN", "VBG", "HYPH"})
AFTER = frozenset({"IN", ",", ".", "WDT", "WP", "VBN", "VBG", "TO", "WRB", ":"})
HELD = frozenset({"share", "stake", "employee", "shareholder", "investor", "customer"})
STATING = frozenset("say tell add announce warn claim ask argue deny want believe suggest".split())
INSIDE = frozenset(
    {"in", "near", "across", "throughout", "inside", "outside", "within", "around", "toward", "towards", "into"}
)


def subject(chunk: Chunk) -> Iterator[Vote]:
    """The verb whose subject the name is: persons say and are born, bodies acquire and publish."""
    head = chunk.head
    if head.dep_ not in SUBJECTS:
        return
    lemma = head.head.lemma_
    if lemma in STATING:
        yield "person", 0.8
        yield "organization", 0.5
    elif lemma in gazetteer.words("person-verb"):
        yield "person", 1.5
    elif lemma in gazetteer.words("organization-verb"):
        yield "organization", 1.0


def described(chunk: Chunk) -> Iterator[Vote]:
    """The noun that an apposition or a copula puts beside the name: "X, a teacher", "X is a river"."""
    head = chunk.head
    nouns = [child for child in head.children if child.dep_ == "appos" and child.tag_ in {"NN", "NNS"}]
    nouns = [noun for noun in nouns if all(child.dep_ != "case" or child.tag_ == "POS" for child in noun.children)]
    if head.dep_ == "appos" and head.head.tag_ == "NN":
        nouns.append(head.head)
    copula = any(child.dep_ == "cop" for child in head.head.children)
    if head.dep_ == "nsubj" and copula and head.head.tag_ == "NN":
        nouns.append(head.head)
    nouns.extend(_beside(chunk))
    governor = head.head
    if head.dep_ == "nmod" and lemma_of(governor) in PLACE_NOUNS and any(c.lower_ == "of" for c in head.children):
        nouns.append(governor)  # "the town of X"
    for noun in nouns:
        if lemma_of(noun) in ROLES:
            continue  # countries and companies are allies and partners as well
        kind = common_type(noun)
        if kind == "place":
            kind = {"country": "country", "city": "city"}.get(lemma_of(noun), "place")  # type: ignore[assignment]
        if kind in {"person", "organization", "place", "country", "city", "event", "object"}:
            yield kind, 3.0


def _beside(chunk: Chunk) -> Iterator[Token]:
    """The noun that says what a name is, by the order of words: "the newspaper X", "the capital, X,", "X, a lake"."""
    first, last = chunk.tokens[0], chunk.tokens[-1]
    start, end = chunk.sentence.tokens.start, chunk.sentence.tokens.end
    if first.i - 1 > start and first.nbor(-1).tag_ == "NN" and _opened(first.nbor(-1), start):
        yield first.nbor(-1)
    is_set_off = last.i + 1 >= end or last.nbor(1).text in CLOSING
    goes_on = last.i + 2 < end and last.nbor(2).lower_ in {"and", "or"}  # "the mayor, Jane Roe, and others"
    is_set_off = is_set_off and first.i - 2 > start and first.nbor(-1).text == "," and not goes_on
    if is_set_off and first.nbor(-2).tag_ == "NN" and _opened(first.nbor(-2), start):
        yield first.nbor(-2)
    if last.i + 3 < end and last.nbor(1).text == "," and last.nbor(2).lower_ in {"a", "an", "the"}:
        noun = last.nbor(3)
        while noun.i + 1 < end and noun.tag_ in INNER and noun.nbor(1).tag_ in INNER:
            noun = noun.nbor(1)
        known = any(lemma_of(noun) in gazetteer.words(section) for section in DESCRIBING)
        if noun.tag_ == "NN" and known and (noun.i + 1 >= end or noun.nbor(1).tag_ in AFTER):
            yield noun


def _opened(noun: Token, start: int) -> bool:
    """Whether a determiner or possessive opens the phrase that ends in the noun: "the provincial capital"."""
    at = noun.i - 1
    while at > start and noun.doc[at].tag_ in INNER:
        at -= 1
    return noun.doc[at].tag_ in {"DT", "PRP$", "POS"}


def worked_for(chunk: Chunk) -> Iterator[Vote]:
    """A body has people and shares: "an analyst at X", "a spokesman for X", "shares in X"."""
    first = chunk.tokens[0]
    at = first.i - 1 - (first.i > 1 and first.nbor(-1).lower_ == "the")
    if at < chunk.sentence.tokens.start + 1 or first.doc[at].lower_ not in {"at", "for", "with", "in", "of"}:
        return
    if chunk.tokens[-1].i + 1 < chunk.sentence.tokens.end and chunk.tokens[-1].nbor(1).tag_ == "HYPH":
        return  # "shares in the Helsinki-listed company"
    noun, case = first.doc[at - 1], first.doc[at].lower_
    if lemma_of(noun) in HELD and case in {"in", "of"}:
        yield "organization", 2.0
    elif case in {"at", "for", "with"} and noun.tag_ in {"NN", "NNS"} and common_type(noun) in {"person", "people"}:
        # "a spokesman for X" may speak for a person; an analyst works "at" a body only
        yield "organization", {"at": 3.0, "for": 1.5, "with": 0.8}[case]


def relative(chunk: Chunk) -> Iterator[Vote]:
    """A relative clause that opens with "who"."""
    for child in chunk.head.children:
        if child.dep_ == "acl:relcl" and any(word.lower_ in {"who", "whom"} for word in child.children):
            yield "person", 2.0


def taken_up(chunk: Chunk) -> Iterator[Vote]:
    """The pronoun with which the next sentence of the paragraph takes up the subject: "He", "She", "It"."""
    tokens = chunk.sentence.tokens
    head = chunk.head
    if head.dep_ not in SUBJECTS or head.head.dep_ != "ROOT" or tokens.end >= len(tokens.doc):
        return
    pronoun = tokens.doc[tokens.end].lower_
    if pronoun in {"he", "she", "his", "her"}:
        yield "person", 2.0
    elif pronoun in {"it", "its"}:
        yield "person", -1.5


def preposition(chunk: Chunk) -> Iterator[Vote]:
    """What stands before the name: "in X" is a place, "by X" is not, "the X" is no person."""
    head = chunk.head
    cases = {child.lower_ for child in head.children if child.dep_ == "case"}
    if cases & INSIDE or (cases & {"on", "of"} and head.dep_ == "nmod" and lemma_of(head.head) in TAKEN):
        yield "place", 1.3
    if "of" in cases and head.dep_ == "nmod" and lemma_of(head.head) in LIVED_IN:
        yield "place", 1.5  # "the people of X", "south of X"
    if _before_country(chunk):
        yield "place", 2.0  # "Leeds, England"
    before = chunk.tokens[0].nbor(-1).lower_ if chunk.tokens[0].i else ""
    if before in {"born", "née", "nicknamed"}:
        yield "person", 2.0
    if any(child.dep_ == "det" and child.lower_ == "the" for child in head.children):
        yield "person", -2.0
        yield "organization", 0.6
        yield "city", -1.0


def _before_country(chunk: Chunk) -> bool:
    """Whether a comma and a country or region follow, as behind a town, and no list goes on."""
    last = chunk.tokens[-1]
    if last.i + 3 >= len(last.doc) or last.nbor(1).text != "," or chunk.head.dep_ == "conj":
        return False
    behind = last.nbor(2).text
    whole = f"{behind} {last.nbor(3).text}"
    known = gazetteer.place(whole) in {"country", "place"} or gazetteer.place(behind) in {"country", "place"}
    return known and not any(child.dep_ == "conj" for child in chunk.head.children)


def listed_with(chunk: Chunk) -> Iterator[Vote]:
    """The known place that a name is joined to in a list: "Leeds, York and Malton"."""
    joined = [chunk.head.head] if chunk.head.dep_ == "conj" else []
    joined += [child for child in (joined or [chunk.head])[0].children if child.dep_ == "conj"]
    known = {gazetteer.place(token.text) for token in joined if token.tag_ == "NNP" and token.i != chunk.head.i}
    if known - {None} and not any(gazetteer.given(token.text) for token in joined):
        yield "place", 1.0


def modifier(chunk: Chunk) -> Iterator[Vote]:
    """A name that modifies a noun of people or of an institution: "Nato ministers", "the Boeing plant"."""
    head = chunk.head
    if head.dep_ in {"compound", "nmod:desc", "amod"} and head.head.tag_ in {"NN", "NNS"}:
        yield "organization", 0.6
        yield "place", 0.3
        yield "person", -0.4
