"""Events named by a noun with the place where they happened: "the gathering of the opposition in Riyadh".

Read off tags and names: what hangs on a noun is what a small parser errs on most, and here the order of the words
settles it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts.noun_runs import DETERMINERS, INSIDE, is_person
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.facts.timing import stated_time
from quizgen.language import gazetteer
from quizgen.language.neighbours import neighbour
from quizgen.model import Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

HAPPENING = frozenset(
    "attack bombing explosion blast shooting killing assassination murder raid strike airstrike battle siege massacre "
    "clash protest demonstration rally march riot summit meeting conference gathering talk negotiation ceremony "
    "festival election referendum earthquake flood fire crash accident collision collapse eruption tournament concert "
    "trial offensive assault ambush arrest kidnapping ferry-disaster disaster stampede landslide derailment outage "
    "bombardment stabbing beheading execution celebration funeral fighting".split()
)
AIMED = frozenset("attack assault raid strike airstrike offensive siege ambush bombardment bombing".split())
PLACES = frozenset({"place", "city", "country"})
WHERE = frozenset({"in", "at", "near", "outside", "inside", "on"})
WITH = frozenset({"of", "by", "against", "between", "with", "on", "for", "among"})  # what an event's name goes on with
SORTS = frozenset("city town village province region district island state county suburb camp capital port".split())
# words before an event that is not said to have happened
UNREAL = frozenset(
    "any no possible potential planned alleged future upcoming next further more new proposed another such".split()
)
UNSURE = frozenset("plan schedule expect hope want wish threaten avoid prevent stop ban fear if whether unless".split())
LONGEST = 14  # words of an event that a stem can say


@dataclass(frozen=True, slots=True)
class Event:
    """An event: the index of its noun, the words that name it with its time, and the place as a slot.

    `known` says whether its words tell which one it is: by a name or a settled time.
    """

    head: int
    wording: str
    place: Slot
    known: bool


def events(scene: Scene) -> Iterator[Event]:
    """The events of a sentence that are said to have happened in a place."""
    for token in scene.words:
        is_noun = token.tag_ in {"NN", "NNS"} and token.lemma_.lower() in HAPPENING
        if is_noun and token.i < scene.end and scene.cast.name_at(token) is None and _is_real(token):
            event = _event(scene, token)
            if event is not None:
                yield event


def _is_real(head: Token) -> bool:
    """Whether an event is told as one that happened: no plan, no threat, no condition."""
    for above in (head, *head.ancestors):
        if above.lemma_.lower() in UNSURE or any(c.tag_ == "MD" or c.lower_ in UNSURE for c in above.children):
            return False
    return True


def _event(scene: Scene, head: Token) -> Event | None:
    first = _opening(scene, head)
    at, times = head.i + 1, []
    while at < scene.end - 1:
        time = scene.time_over(at) or (scene.time_over(at + 1) if scene.doc[at].lower_ in {"on", "in"} else None)
        if time is not None:
            times.append((at, time.last))
            at = time.last + 1
            continue
        case = scene.doc[at].lower_
        end = _place_end(scene, at + 1) if case in WHERE else None
        if end is not None and (case != "on" or head.lemma_ in AIMED):
            return _placed(scene, head, (first, at), times, end)
        after = _phrase_end(scene, at + 1) if case in WITH else at
        if after == at or after == at + 1:
            return None
        at = after
    return None


def _opening(scene: Scene, head: Token) -> int:
    """The index of the first word of the noun phrase that ends in the event's noun."""
    first = head.i
    while first > scene.parsed.tokens.start and _may_precede(scene.doc[first - 1]):
        first -= 1
    while scene.doc[first].is_punct:
        first += 1
    return first


def _may_precede(token: Token) -> bool:
    if token.tag_ in {"NNS", "NNPS"}:
        return False  # "in the strongest terms terrorist attacks": a plural hardly stands before another noun
    return token.tag_ in INSIDE | DETERMINERS | {"POS"} or (token.text == "," and neighbour(token, -1).tag_ == "JJ")


def _phrase_end(scene: Scene, at: int) -> int:
    """One past the noun phrase that starts at `at`, names of persons included."""
    start = at
    while at < scene.end and (
        scene.doc[at].tag_ in INSIDE or is_person(scene, at) or (at == start and scene.doc[at].tag_ in DETERMINERS)
    ):
        at += 1
    return at


def _place_end(scene: Scene, start: int) -> int | None:
    """One past the place that starts at `start`: "northern Iraq", "the port city of Beira", "Kabul and Herat"."""
    at = start
    while at < scene.end and scene.doc[at].tag_ in {"DT", "JJ", "NN"} and not _is_place(scene, at):
        at += 1
    if at < scene.end and scene.doc[at].lower_ == "of" and at > start and scene.doc[at - 1].lemma_ in SORTS:
        at += 1
    elif at > start and scene.doc[at - 1].tag_ == "NN":
        return None
    name = at
    while at < scene.end and _is_place(scene, at):
        at += 1
    if at == name:
        return None
    if at + 1 < scene.end and scene.doc[at].lower_ == "and" and _is_place(scene, at + 1):
        return _place_end(scene, at + 1)
    goes_on = at < scene.end and scene.doc[at].tag_ in {"POS", "HYPH", "NN", "NNS", "NNP", "CC"}
    return None if goes_on and scene.time_over(at) is None else at


def _is_place(scene: Scene, at: int) -> bool:
    name = scene.cast.name_at(scene.doc[at])
    return name is not None and name.type in PLACES


def _placed(
    scene: Scene, head: Token, named: tuple[int, int], times: list[tuple[int, int]], end: int
) -> Event | None:
    """The event whose words are the tokens of `named`, in the place that ends before token `end`."""
    first, case = named
    words = [scene.doc[i] for i in range(first, case) if not any(low <= i <= high for low, high in times)]
    if words[0].lower_ in {"today", "yesterday"} and words[1:2] and words[1].tag_ == "POS":
        words = words[2:]
    if words and words[0].tag_ == "DT" and words[0].lower_ not in {"the", "a", "an"}:
        return None
    owned = bool(words) and (words[0].tag_ == "PRP$" or any(word.tag_ == "POS" for word in words))
    words = words[not owned and words[:1] != [] and words[0].tag_ == "DT" :]
    if not words or len(words) > LONGEST or any(word.lower_ in UNREAL for word in words):
        return None
    wording, _, is_open = say(scene, words)
    if is_open:
        return None
    time = _settled(scene, times)
    names = any(scene.cast.name_at(w) is not None or gazetteer.is_demonym(w.text) for w in words)
    said = f"{'' if owned else 'the '}{wording} {time}".strip()
    return Event(head.i, said, _place(scene, case, end), names or bool(time))


def _place(scene: Scene, case: int, end: int) -> Slot:
    """The place behind the preposition at `case`; where nothing but names stands there, of their type."""
    tokens = [scene.doc[i] for i in range(case + 1, end)]
    span = scene.parsed.span(tokens[0], tokens[-1])
    text = scene.parsed.text(span)
    names = [scene.cast.name_at(token) for token in tokens if token.lower_ not in {"the", "and"}]
    kinds = {name.type if name is not None else "place" for name in names}
    kind = kinds.pop() if len(kinds) == 1 else "place"
    plural = any(token.lower_ == "and" for token in tokens)
    return Slot("place", span, text, " ".join(text.split()), kind, plural, case=scene.doc[case].lower_)


def _settled(scene: Scene, times: list[tuple[int, int]]) -> str:
    """How a stem says when the event was, where the text or the article's date settles it."""
    for start, last in times:
        stated = stated_time(scene, scene.doc[last])
        if not stated.open and stated.type == "time":
            case = scene.doc[start].lower_ if stated.first > start else ""
            return f"{case} {stated.wording}".strip()
    return ""
