"""Names and noun phrases read off tags and names alone: what stands side by side is often parsed wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts.scene import Scene
from quizgen.language.cast import Name
from quizgen.model import Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "VBG", "VBN", "CD", "HYPH", "AFX", "$"}
LINKS = frozenset("of for to in at from on with against under over".split())
DETERMINERS = frozenset({"DT", "PRP$"})
BARE = frozenset({"a", "an", "the", "one"})
ENDS = frozenset({",", ".", ";", ")", "]", "!", "?", "-", "–", "—", '"', "''"})
GLUED = re.compile(r"(?<=\w)[,.]?[\[(].*", re.DOTALL)  # a citation mark or bracket without a space before it
# adjectives by their tag that head a title: "chief executive"
NOUNLIKE = frozenset({"executive", "chief", "general", "representative", "deputy", "principal"})
RELATIVES = frozenset({"who", "whose", "which", "that", "whom", "since"})


@dataclass(frozen=True, slots=True)
class NameRun:
    """An unbroken mention of a name: the indices of its first and last token."""

    name: Name
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NounRun:
    """A noun phrase by its tags: token indices of its first word, its head, its last word, all inclusive.

    `determiner` is what stands before it in lower case ("the", "his", "" for none); `owner` is the range of the
    words before a possessive "'s" ("the alliance" in "the alliance's Secretary General"), which `first` leaves out.
    `linked` is the index of the first word behind the head ("to Nato"), one past `head` where there is none.
    """

    first: int
    head: int
    last: int
    determiner: str = ""
    owner: tuple[int, int] | None = None

    @property
    def linked(self) -> int:
        """The index right behind the head."""
        return self.head + 1


def stop(scene: Scene) -> int:
    """One past the last token of the sentence, an attribution behind the statement included."""
    return scene.parsed.tokens.end


def name_runs(scene: Scene) -> Iterator[NameRun]:
    """The mentions of names in a sentence, in order."""
    return (NameRun(name, first, last) for name, first, last in scene.names)


def noun_run(scene: Scene, start: int, limit: int | None = None) -> NounRun | None:
    """The noun phrase that starts at token `start`, as far as tags carry it; None where no noun comes.

    It ends before token `limit`, where one is given.
    """
    at, determiner = start, ""
    if at < stop(scene) and scene.doc[at].tag_ in DETERMINERS:
        determiner = scene.doc[at].lower_
        at += 1
    first, owner = at, None
    end = _core_end(scene, at)
    while end < stop(scene) and scene.doc[end].tag_ == "POS" and end > first:
        owner = (start if owner is None else owner[0], end - 1)
        first = end + 1
        end = _core_end(scene, first)
    while end > first and _last_noun(scene, first, end) != end - 1 and scene.doc[end - 1].tag_ in {"VBN", "VBG", "JJ"}:
        end -= 1  # "a condition characterised by …"
    end = end if limit is None else min(end, limit)
    head = _last_noun(scene, first, end)
    if head is None or head != end - 1:
        return None
    last = _linked_end(scene, end) - 1
    if limit is not None and last >= limit:
        last = limit - 1
        if _last_noun(scene, first, limit) != last:
            return None
    return NounRun(first, head, last, determiner, owner)


def _linked_end(scene: Scene, end: int) -> int:
    """One past the prepositional phrases that follow a noun at once: "of the Centre for Control of Disorders"."""
    while end < stop(scene) - 1 and scene.doc[end].text in LINKS:
        start = end + 1
        if scene.doc[start].tag_ in DETERMINERS:
            if scene.doc[start].tag_ == "PRP$":
                break
            start += 1
        further = _core_end(scene, start, lead=True)
        if further < stop(scene) and scene.doc[further].tag_ == "POS":
            further = _core_end(scene, further + 1)
        if further == start or _last_noun(scene, start, further) != further - 1:
            break
        if scene.cast.type_of(scene.doc[further - 1]) == "person" and further < stop(scene):
            while further < stop(scene) and is_person(scene, further):
                further += 1  # "painter to the Spanish governor Alonso de Vega"
        end = further
    return end


def _core_end(scene: Scene, start: int, *, lead: bool = False) -> int:
    """One past the adjectives and nouns from `start`; a person's name ends them, unless it opens them."""
    at = start
    while at < stop(scene) and _goes_on(scene, at):
        if is_person(scene, at) and not (lead and at == start) and not (at > start and is_same(scene, at - 1, at)):
            break
        at += 1
    return at


def _goes_on(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    if scene.time_over(at) is not None and token.tag_ not in {"CD"}:
        return False
    if token.tag_ in INSIDE:
        return True
    after = scene.doc[at + 1] if at + 1 < stop(scene) else None
    return token.tag_ == "RB" and after is not None and after.tag_ in {"VBN", "HYPH", "JJ"}


def _last_noun(scene: Scene, start: int, end: int) -> int | None:
    """The last noun of a range; "executive" in "chief executive" is one, whatever its tag."""
    for i in range(end - 1, start - 1, -1):
        token = scene.doc[i]
        if token.tag_ in NOUNS or (i > start and token.lower_ in NOUNLIKE):
            return i
    return None


def is_person(scene: Scene, i: int) -> bool:
    """Whether the token is part of a person's name."""
    name = scene.cast.name_at(scene.doc[i])
    return name is not None and name.type == "person"


def is_same(scene: Scene, i: int, j: int) -> bool:
    """Whether two tokens are part of the same name."""
    name = scene.cast.name_at(scene.doc[i])
    return name is not None and name is scene.cast.name_at(scene.doc[j])


def is_closed(scene: Scene, end: int) -> bool:
    """Whether what ends before token `end` is set apart there: by a comma, a bracket, the sentence's end, a "who"."""
    if end >= stop(scene):
        return True
    token = scene.doc[end]
    return token.text in ENDS or token.lower_ in RELATIVES or token.tag_ in {":", "-LRB-", "("}


def is_and_next(scene: Scene, at: int) -> bool:
    """Whether the comma at `at` goes on with "and": the next one of a list, not the end of an aside."""
    return at + 1 < stop(scene) and scene.doc[at].text == "," and scene.doc[at + 1].lower_ in {"and", "or", "&"}


def name_span(scene: Scene, run: NameRun) -> Span:
    """The letters of a mention, without a bracket or citation mark that is glued to it."""
    span = scene.parsed.span(scene.doc[run.first], scene.doc[run.last])
    return Span(span.start, span.start + len(GLUED.sub("", scene.parsed.text(span))))


def behind_brackets(scene: Scene, at: int) -> int:
    """The index behind the brackets that open at `at`, or in the word before it; or `at` itself."""
    opens = at < stop(scene) and scene.doc[at].text in {"(", "["}
    if opens or (at and GLUED.search(scene.doc[at - 1].text) and ")" not in scene.doc[at - 1].text):
        for i in range(at + 1, min(at + 16, stop(scene))):
            if scene.doc[i].text in {")", "]"}:
                return i + 1
    return at


def words(scene: Scene, first: int, last: int) -> list[Token]:
    """The tokens `first` to `last`, inclusive."""
    return [scene.doc[i] for i in range(first, last + 1)]
