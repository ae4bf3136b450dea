"""Second names beside a first one: "also known as", "officially", "born", "or" with the name that they bring in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.noun_runs import GLUED, behind_brackets, name_runs, name_span, stop
from quizgen.facts.scene import Scene
from quizgen.model import Slot, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

# what brings in another name, longest first, and the slot that says how it is asked for
MARKERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("also", "known", "as"), "alias"), (("better", "known", "as"), "alias"), (("also", "called"), "alias"),
    (("commonly", "known", "as"), "alias"), (("otherwise", "known", "as"), "alias"), (("nicknamed",), "alias"),
    (("popularly", "known", "as"), "alias"), (("known", "as"), "alias"), (("a.k.a.",), "alias"), (("aka",), "alias"),
    (("dubbed",), "alias"), (("codenamed",), "alias"), (("code", "-", "named"), "alias"), (("called",), "alias"),
    (("formally", "known", "as"), "official"), (("officially", "known", "as"), "official"),
    (("officially", "called"), "official"), (("officially",), "official"), (("formerly", "known", "as"), "earlier"),
    (("previously", "known", "as"), "earlier"), (("formerly", "called"), "earlier"), (("formerly",), "earlier"),
    (("born",), "birth"), (("or",), "alias"),
)  # fmt: skip
OPENING = frozenset({"``", "“", '"', "'", "‘", ":", "the"})
BRACKETS = frozenset({"(", "[", ","})
LINKS = frozenset("of the in for and de al el".split())


def other_names(scene: Scene) -> Iterator[tuple[Slot, Slot]]:
    """The known name and the other one, as slots; the other's name says what sort of name it is."""
    for run in name_runs(scene):
        at = behind_brackets(scene, run.last + 1)
        for start in dict.fromkeys((run.last + 1, at)):
            found = _marked(scene, start)
            if found is None:
                continue
            sort, first = found
            words = _capitalised(scene, first)
            same = words and scene.cast.name_at(words[-1]) is run.name and not words[-1].text.isupper()
            if words and not same and _is_closed(scene, words[-1].i + 1):
                known, other = name_span(scene, run), scene.parsed.span(words[0], words[-1])
                other = Span(other.start, other.start + len(GLUED.sub("", scene.parsed.text(other))))
                kind = run.name.type
                yield (
                    Slot("thing", known, scene.parsed.text(known), run.name.wording, kind),
                    Slot(sort, other, scene.parsed.text(other), scene.parsed.text(other), "thing"),
                )
                break


def _marked(scene: Scene, start: int) -> tuple[str, int] | None:
    """The sort of the name that a marker at `start` brings in, and the index behind the marker.

    A comma or bracket stands before the marker; within brackets a short form may come first ("(PMF, or …").
    """
    if start >= stop(scene) - 1 or scene.doc[start].text not in BRACKETS:
        return None
    starts = [start + 1]
    if scene.doc[start].text in {"(", "["}:
        starts += [i + 1 for i in range(start + 1, min(start + 4, stop(scene) - 1)) if scene.doc[i].text in {",", ";"}]
    for at in starts:
        for marker, sort in MARKERS:
            behind = at + len(marker)
            if behind < stop(scene) and tuple(t.lower_ for t in scene.doc[at:behind]) == marker:
                if marker == ("or",) and scene.doc[start].text == ",":
                    return None  # a list, not another name
                while behind < stop(scene) - 1 and scene.doc[behind].lower_ in OPENING:
                    behind += 1
                return sort, behind
    return None


def _capitalised(scene: Scene, first: int) -> list[Token]:
    """The capitalised words from `first`, with the little ones between them."""
    found: list[Token] = []
    for i in range(first, stop(scene)):
        token = scene.doc[i]
        is_part = (
            token.text[:1].isupper() or token.tag_ in {"HYPH", "POS"} or token.lower_ in LINKS or token.tag_ == "CD"
        )
        if not is_part:
            break
        found.append(token)
    while found and not found[-1].text[:1].isupper() and found[-1].tag_ != "CD":
        found.pop()
    return found if found and any(t.text[:1].isupper() for t in found[:2]) else []


def _is_closed(scene: Scene, at: int) -> bool:
    return at >= stop(scene) or not scene.doc[at].tag_.startswith("NN")
