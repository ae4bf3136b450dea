"""Members named one after the other: "allies including Britain, Turkey and Denmark"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.facts.noun_runs import noun_run, words
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.language.neighbours import neighbour
from quizgen.model import Span

MOST = 3  # members that one answer may list
LONGEST = 9  # words of such an answer
INTRODUCING = (("including",), ("such", "as"), ("like",), ("namely",))


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a group: the index of the group's head, the span of the list, and what is asked for.

    `asked` is the group as a stem asks for it ("three allies").
    """

    group: int
    span: Span
    wording: str
    asked: str


def named_members(scene: Scene) -> Iterator[Members]:
    """The groups of a sentence whose members are named by "including" and the like."""
    for token in scene.words:
        if token.tag_ not in {"NNS", "NNPS"} or token.i + 2 >= scene.end:
            continue
        at = token.i + 1
        at += scene.doc[at].text == ","
        for introducing in INTRODUCING:
            start = at + len(introducing)
            if start < scene.end and tuple(t.lower_ for t in scene.doc[at:start]) == introducing:
                yield from _members(scene, token.i, start)


def _members(scene: Scene, group: int, start: int) -> Iterator[Members]:
    runs: list[tuple[int, int]] = []
    at, closed = start, False
    while at < scene.end:
        run = noun_run(scene, at)
        if run is None or run.owner is not None or run.determiner not in {"", "the"}:
            return
        runs.append((at, run.last))
        at = run.last + 1
        if closed or at >= scene.end or scene.doc[at].text not in {",", "and"}:
            break
        if scene.doc[at].text == "," and neighbour(scene.doc[at], 1).lower_ == "and":
            at += 1
        closed = scene.doc[at].lower_ == "and"
        if not closed and noun_run(scene, at + 1) is None:
            break
        at += 1
    if not closed or not 2 <= len(runs) <= MOST:
        return
    listed = words(scene, runs[0][0], runs[-1][1])
    wording, replaced, is_open = say(scene, listed)
    if is_open or replaced or len(listed) > LONGEST:
        return
    count = {2: "two", 3: "three"}[len(runs)]
    first = group
    while first > scene.parsed.tokens.start and scene.doc[first - 1].tag_ in {"JJ", "NN", "NNP"}:
        first -= 1
    rest = say(scene, words(scene, first, group))[0]
    yield Members(group, scene.parsed.span(listed[0], listed[-1]), wording, f"{count} {rest}")
