"""Asides: what commas set apart between subject and verb, or dashes anywhere, parsed by itself and grafted back.

"Jane Roe, who was mayor until 2010, said …": an aside keeps subject and verb apart, and a small parser easily joins
the wrong words over it. So the sentence is parsed without it, the aside by itself, and the two trees are joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.language.speech import SAID

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
# verbs that can follow the second comma; before parsing, words alone must tell
FINITE = SAID | frozenset(
    "is are was were has have had will would can could may might should must does did "
    "became began took made gave met won lost led came went died called urged asked".split()
)
SHORTEST = 6  # tokens of a statement before the attribution within it
LONGEST = 30  # tokens of an aside
NOT_BEFORE = frozenset({",", "and", "or", "but", ";", ":", "(", "—", "–"})
OPENERS = frozenset("a an the led born known also once now then if based".split())
FRONTING = frozenset(
    "if when while as although though because after before since unless once whereas in on at by for with under from "
    "during speaking this last today yesterday tomorrow tonight now meanwhile however earlier later but and so".split()
)
BOUNDING = frozenset({"least", "most"})  # "at least ten people" is no adverbial
DASHES = frozenset({"–", "—", "--", "-"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
Range = tuple[int, int]


def find_asides(doc: Doc, start: int, end: int) -> Iterator[Range]:
    """The token ranges of asides in `doc[start:end]`, both commas included, in order."""
    done = start
    for dashed in _between_dashes(doc, start, end):
        yield dashed
        done = dashed[1]
    for close in _commas(doc, start, end):
        if close <= done or doc[close + 1].lower_ not in FINITE or doc[close + 1].text[0].isupper():
            continue
        found = aside_before(doc, start, close, done)
        if found is not None:
            yield found
            done = close


def rest_behind(doc: Doc, start: int, end: int, said: Range) -> Range | None:
    """What goes on behind an attribution within a sentence whose statement is whole before it, or None.

    "Ten people died, the minister said, when a bridge fell"; not "Without rain, farmers said, prices would rise".
    """
    first, last = said[1] + 1, end - 1
    while last > first and doc[last].is_punct:
        last -= 1
    front = doc[start : said[0]]
    is_fronted = front[0].lower_ in FRONTING and front[1].lower_ not in BOUNDING
    is_fronted = is_fronted and not any(token.text == "," for token in front[:-1])
    goes_on = doc[first].lower_ in FINITE or doc[first].lower_ == "by"  # "was boosted, he said, by the weather"
    is_whole = len(front) >= SHORTEST and not is_fronted and not goes_on
    return (first, last) if is_whole and last > first else None


def aside_before(doc: Doc, start: int, close: int, done: int = -1) -> Range | None:
    """The aside that the comma at `close` ends, in the sentence from `start` on and behind token `done`, or None."""
    opening = [i for i in _commas(doc, start, close + 1) if done < i < close and close - i <= LONGEST]
    first = _opening(doc, opening)
    return (first, close) if first is not None and _may_stand_between(doc, first, close) else None


def _commas(doc: Doc, start: int, end: int) -> list[int]:
    """The commas of a sentence but the one that closes a fronted adverbial ("In May, the minister, …")."""
    commas = [i for i in range(start + 1, end - 1) if doc[i].text == ","]
    return commas[1:] if doc[start].lower_ in FRONTING else commas


def _between_dashes(doc: Doc, start: int, end: int) -> Iterator[Range]:
    """What the two dashes of a sentence set apart."""
    dashes = [i for i in range(start + 1, end - 1) if doc[i].text in DASHES and doc[i - 1].whitespace_]
    if len(dashes) == 2 and 1 < dashes[1] - dashes[0] <= LONGEST and not doc[start:end].text.count('"') % 2:
        yield dashes[0], dashes[1]


def _opening(doc: Doc, commas: list[int]) -> int | None:
    """The comma that opens the aside: the first one before a word that opens one, else the last one.

    Behind "and" an aside goes on ("…, head of the X, and chair of the Y, says").
    """
    commas = [i for i in commas if doc[i + 1].lower_ not in {"and", "or"}]
    telling = [i for i in commas if _opens(doc[i + 1].lower_)]
    return telling[0] if telling else commas[-1] if commas else None


def _opens(word: str) -> bool:
    return word in RELATIVES or word in OPENERS or word.endswith(("ing", "ed"))


def _may_stand_between(doc: Doc, first: int, close: int) -> bool:
    """Whether a subject can end before the first comma and the aside holds no list or quotation."""
    words = [doc[i].lower_ for i in range(first + 1, close)]
    if not words or words[0] in {"and", "or", "but", "he", "she", "it", "they", "we", "i", "that"} or '"' in words:
        return False
    before = doc[first - 1]
    return not (before.is_punct or before.lower_ in NOT_BEFORE)


def without(doc: Doc, asides: Sequence[Range]) -> list[int]:
    """The indices of the tokens outside the asides."""
    gone = {i for first, last in asides for i in range(first, last + 1)}
    return [i for i in range(len(doc)) if i not in gone]


def anchor(main: Doc, k: int) -> Token:
    """The noun that an aside behind token `k` of the shortened sentence belongs to: the highest that ends there."""
    node = main[k]
    while node.head.i != node.i and node.head.pos_ in NOMINAL and node.head.right_edge.i == k:
        node = node.head
    return node


def label(root: Token) -> str:
    """How an aside hangs on its noun: as a relative clause, a participle, or a name beside it."""
    if root.doc[0].lower_ in RELATIVES:
        return "acl:relcl"
    if root.tag_ in {"VBG", "VBN"}:
        return "acl"
    return "appos" if root.pos_ in NOMINAL | {"ADJ", "X"} else "parataxis"


def adjunct(root: Token) -> str:
    """How what goes on behind an attribution hangs on the statement before it: as a clause, a phrase or a remark."""
    if root.pos_ in {"VERB", "AUX"} or any(child.dep_ in {"cop", "mark"} for child in root.children):
        return "advcl"
    return "obl" if any(child.dep_ == "case" for child in root.children) else "parataxis"
