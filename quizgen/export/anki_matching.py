"""Which note of an earlier build a question goes on with, so that Anki mends the card and doubles none.

A note goes on where its question does. But a question's id hashes the letters of its sentence, so a corrected
article asks under new ids; and whoever has learnt "500 soldiers" wants that card mended when the article says 5,000,
not a second one beside it. So a question that the earlier build does not know takes over a note whose own question
is gone, where both ask for the same place in nearly the same sentence of one article, or in the same words of the
very same sentence of another (a file that was renamed, an agency's text of which another copy is left).
"""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import ceil

from quizgen.export.anki_earlier import Earlier, Row, places, read_fields
from quizgen.export.anki_notes import Note

COMMON = 100  # notes of an article from which a word that they share tells nothing
ALIKE = 0.75  # share of common words from which two sentences are one, before and after a correction
_SHARED = ALIKE / (2 - ALIKE)  # share of its own words that a sentence then has in common at least
_WORD = re.compile(r"\w+|[^\w\s]")
_ELEMENT = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a note asks: for the words `start` to `end` of its sentence, in the words of `stem`."""

    id: str
    note_type: int
    article: str
    words: tuple[str, ...]
    start: int
    end: int
    stem: tuple[str, ...]


def asked(note_type: int, fields: Row) -> Asked:
    """What a note with these fields asks; an ordering asks for all of its sentences."""
    trace = places(fields)
    stem = _words(next(iter(fields.values())))
    if "Order" in fields:
        words = _words(" ".join(re.findall(r"<blockquote.*?</blockquote>", fields["Order"], re.DOTALL)))
        article = "".join(str(part.get("article")) for part in trace.get("parts", [])[:1])
        return Asked(str(trace["id"]), note_type, article, words, 0, len(words), stem)
    before, _, rest = fields.get("Source", "").partition("<mark>")
    answer, _, after = rest.partition("</mark>")
    words = (*_words(before), *_words(answer), *_words(after))
    start, end = len(_words(before)), len(words) - len(_words(after))
    return Asked(str(trace["id"]), note_type, str(trace.get("article")), words, start, end, stem)


def _words(field: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(html.unescape(_ELEMENT.sub("", field))))


def successors(earlier: Earlier, made: Mapping[tuple[int, str], Note]) -> dict[tuple[int, str], str]:
    """The guids of earlier notes that new ones go on with; notes are named by note type and id of the question."""
    known = {(note.note_type, note.id): guid for guid, note in earlier.notes.items()}
    going_on = {key: known[key] for key in made if key in known}
    gone = set(earlier.notes) - set(going_on.values())
    fresh = [asked(key[0], note.row()) for key, note in made.items() if key not in known] if gone else []
    if earlier.path is None or not fresh:
        return going_on
    left = {guid: asked(kind, fields) for guid, kind, fields in read_fields(earlier.path) if guid in gone}
    taken = set[str]()
    for _, guid, key in sorted(_pairs(left, fresh)):
        if guid not in taken and key not in going_on:
            taken.add(guid)
            going_on[key] = guid
    return going_on


def _pairs(
    gone: Mapping[str, Asked], fresh: Iterable[Asked]
) -> Iterator[tuple[tuple[float, float], str, tuple[int, str]]]:
    """Notes that are gone with questions that could go on with them, the likelier pairs with the lower numbers."""
    same: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for guid, one in gone.items():
        same[_place(one)].append(guid)
    index = _Index(gone)
    for new in fresh:
        key = new.note_type, new.id
        twins = same.get(_place(new), [])
        yield from (((-1.0, -1.0), guid, key) for guid in twins)
        for guid in index.near(new) if not twins else ():
            old = gone[guid]
            matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
            if matcher.ratio() >= ALIKE and _same_place(old, new, matcher):
                stems = SequenceMatcher(None, old.stem, new.stem, autojunk=False).ratio()
                yield (-matcher.ratio(), -stems), guid, key


def _place(one: Asked) -> tuple[object, ...]:
    """What is asked, in whichever article."""
    return one.note_type, one.words, one.start, one.end, one.stem


def _same_place(old: Asked, new: Asked, matcher: SequenceMatcher[str]) -> bool:
    """Whether no more words of one answer stand outside the other one than in it, where the sentences agree."""
    inside = Counter(
        (old.start <= block.a + i < old.end, new.start <= block.b + i < new.end)
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    )
    return inside[True, False] + inside[False, True] <= inside[True, True]


class _Index:
    """The notes of each article by the rarest words of their sentences.

    Two sentences that are alike have so many words in common that one of the few rarest of each must be among them
    (the prefix filter of Chaudhuri, Ganti and Kaushik, A Primitive Operator for Similarity Joins, 2006).
    """

    def __init__(self, notes: Mapping[str, Asked]) -> None:
        self._count = Counter(word for one in notes.values() for word in _numbered(one.words))
        self._guids: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for guid, one in notes.items():
            for word in self._rarest(one):
                self._guids[one.note_type, one.article, word].append(guid)

    def near(self, one: Asked) -> list[str]:
        """The notes that may be alike, each once."""
        found = (self._guids.get((one.note_type, one.article, word), ()) for word in self._rarest(one))
        return list(dict.fromkeys(guid for guids in found for guid in guids))

    def _rarest(self, one: Asked) -> list[str]:
        ranked = sorted(_numbered(one.words), key=lambda word: (self._count[word], word))
        rarest = ranked[: len(ranked) - ceil(_SHARED * len(ranked)) + 1]
        return [word for word in rarest if self._count[word] <= COMMON]


def _numbered(words: Iterable[str]) -> Iterator[str]:
    """The words with the second "the" told from the first."""
    count: Counter[str] = Counter()
    for word in words:
        count[word] += 1
        yield f"{word} {count[word]}"
