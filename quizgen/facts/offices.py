"""Names with what their bearers are: "Nato Secretary General Jens Stoltenberg", "Jane Roe, the mayor of Springfield".

The rules read tags and names rather than dependency labels: a noun phrase between commas beside a name is what its
bearer is, however the parse hangs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quizgen.facts import occupations
from quizgen.facts.noun_runs import (
    BARE,
    NOUNLIKE,
    NameRun,
    NounRun,
    behind_brackets,
    is_and_next,
    is_closed,
    is_person,
    name_runs,
    name_span,
    noun_run,
    stop,
    words,
)  # fmt: skip
from quizgen.facts.occupations import Sort
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.language import gazetteer
from quizgen.language.phrases import UNIQUE
from quizgen.language.types import is_common
from quizgen.model import Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

Where = Literal["title", "behind", "before"]
LONGEST = 12  # words of an office that fits an answer
POSSESSIVES = frozenset({"his", "her", "its", "their", "our"})
NEARBY = frozenset({"local", "fellow"})  # of where, only the article knows
KNOWN_BODIES = UNIQUE | frozenset("navy army police government treasury opposition interior environment church".split())
BY_WHAT = frozenset({"training", "profession", "trade"})
OPEN_WORDS = frozenset("this that these those other same such latter previous another".split())
REACH = 9  # tokens before a name in which its title may start


@dataclass(frozen=True, slots=True)
class Office:
    """A holder (a person's name as it stands there) and a role (the words of the text, without a determiner).

    `specific` says whether the words tell of what it is an office ("Secretary" alone does not); `full` whether the
    mention is the person's fullest name; `unique` whether only one person holds the office at a time; `former` and
    `then` whether it was held before. `tokens` are the indices of name and role.
    """

    holder: Slot
    role: Slot
    name: NameRun
    head: Token
    where: Where
    sort: Sort
    leads: bool
    specific: bool
    full: bool
    unique: bool
    former: bool
    then: bool
    tokens: frozenset[int]


def offices(scene: Scene) -> Iterator[Office]:
    """What the sentence says that the people it names are, in order."""
    for name in name_runs(scene):
        if name.name.type == "person" and name.last < stop(scene):
            yield from _title(scene, name)
            yield from _behind(scene, name)
            yield from _before(scene, name)


def _title(scene: Scene, name: NameRun) -> Iterator[Office]:
    """The noun phrase that ends right before the name ("Iraqi Prime Minister", "Secretary-General of NATO")."""
    best: NounRun | None = None
    end = name.first
    while end > scene.parsed.tokens.start and scene.doc[end - 1].lower_.rstrip(".") in occupations.COURTESY:
        end -= 1
    for start in range(end - 1, max(end - REACH, scene.parsed.tokens.start) - 1, -1):
        run = noun_run(scene, start, end)
        if run is None or run.last != end - 1 or run.first > start + 1:
            continue
        if run.first < run.head and _starts_anew(scene, run):
            break  # "the film stars Irish actor Sean Doyle"
        if best is not None and run.linked != best.linked and not run.linked <= run.last:
            continue
        if run.linked <= run.last and _is_person_word(scene, scene.doc[run.last]):
            continue  # "a spokesman for President Joe Biden": the title is the last noun
        if _is_person_word(scene, scene.doc[run.head]):
            best = run
    if best is not None:
        best = replace(best, first=_name_start(scene, best.first))
    if best is not None and not (best.first == best.head and occupations.is_rank(scene.doc[best.head])):
        yield from _office(scene, name, best, "title")


def _name_start(scene: Scene, first: int) -> int:
    """Where a title starts whose body has an "of" in its name: "University of Texas president"."""
    start = scene.parsed.tokens.start
    while (
        first - 2 >= start
        and scene.doc[first - 1].lower_ == "of"
        and scene.doc[first].text[0].isupper()
        and scene.doc[first - 2].tag_ == "NNP"
    ):
        first -= 2
        while (
            first > scene.parsed.tokens.start and scene.doc[first - 1].tag_ == "NNP" and not is_person(scene, first - 1)
        ):
            first -= 1
    return first


def _starts_anew(scene: Scene, run: NounRun) -> bool:
    """Whether a nationality or another adjective follows a noun in small letters: two phrases side by side."""
    return any(
        scene.doc[i].tag_ in {"NN", "NNS"}
        and scene.doc[i].text.islower()
        and (scene.doc[i + 1].tag_ == "JJ" and scene.doc[i + 1].lower_ not in NOUNLIKE)
        for i in range(run.first, run.head)
    )


def _behind(scene: Scene, name: NameRun) -> Iterator[Office]:
    """The noun phrase set behind the name between commas (", the US ambassador to Nato,"), and those joined to it."""
    at = behind_brackets(scene, name.last + 1)
    if at + 1 < stop(scene) and scene.doc[at].text == "," and scene.doc[at + 1].tag_ == "CD":
        at += 2  # "John Smith, 34, a teacher"
    if at + 1 >= stop(scene) or scene.doc[at].text not in {",", "(", "–", "—", "-"}:
        return
    at += 1
    while at < stop(scene):
        run = noun_run(scene, at)
        if run is None or run.owner is not None or not _is_person_word(scene, scene.doc[run.head]):
            return
        if is_person(scene, run.last) and run.linked > run.last:
            return
        after = run.last + 1
        if after + 1 < stop(scene) and scene.doc[after].lower_ == "by" and scene.doc[after + 1].lower_ in BY_WHAT:
            after += 2  # "an accountant by training"
        joined = after < stop(scene) and scene.doc[after].lower_ == "and"
        if not (is_closed(scene, after) or (joined and _opens_role(scene, after + 1))):
            return
        yield from _office(scene, name, run, "behind")
        at = after + 1 if joined else after + 2 if is_and_next(scene, after) else stop(scene)


def _opens_role(scene: Scene, at: int) -> bool:
    run = noun_run(scene, at)
    return run is not None and _is_person_word(scene, scene.doc[run.head]) and is_closed(scene, run.last + 1)


def _before(scene: Scene, name: NameRun) -> Iterator[Office]:
    """The noun phrase before a name that is set apart by commas ("The Crown prosecutor, Mark Tedeschi, QC")."""
    comma = name.first - 1
    if comma <= scene.parsed.tokens.start or scene.doc[comma].text != ",":
        return
    end = behind_brackets(scene, name.last + 1)
    if not is_closed(scene, end) or is_and_next(scene, end) or scene.doc[min(end, stop(scene) - 1)].text in {"(", '"'}:
        return
    for start in range(scene.parsed.tokens.start, comma):
        if scene.doc[start].tag_ not in {"DT", "PRP$"} and start > scene.parsed.tokens.start:
            continue
        if start > scene.parsed.tokens.start + 1 and scene.doc[start - 1].text == "," and is_person(scene, start - 2):
            continue  # an aside on the name before it: "Jane Roe, the mayor, John Doe and others"
        run = noun_run(scene, start)
        if run is None or run.last != comma - 1 or not _is_person_word(scene, scene.doc[run.head]):
            continue
        if scene.doc[run.head].tag_ not in {"NNS", "NNPS"}:
            yield from _office(scene, name, run, "before")
        return


def _is_person_word(scene: Scene, head: Token) -> bool:
    """Whether a noun says what somebody is: an office, an occupation, or any other word for one person."""
    if head.tag_ in {"NNS", "NNPS"} or is_person(scene, head.i):
        return False
    return occupations.sort_of(head) != "other" or scene.cast.type_of(head) == "person"


def _office(scene: Scene, name: NameRun, run: NounRun, where: Where) -> Iterator[Office]:
    named = run.owner is not None and _is_named(scene, run.owner)
    title = words(scene, run.owner[0] if run.owner and named else run.first, run.last)
    if title[0].tag_ == "DT":
        title = title[1:]
    wording = _wording(scene, title)
    lowered = {token.lower_ for token in title}
    if lowered & (occupations.HEDGED | occupations.RANKED) or '"' in lowered or "$" in lowered:
        return
    if len(title) > LONGEST or _leans(scene, run, title):
        return
    span = scene.parsed.span(title[0], title[-1])
    head = scene.doc[run.head]
    role = Slot("role", span, scene.parsed.text(span), wording, "abstract", head=head.lower_)
    held = name_span(scene, name)
    full = len(scene.parsed.text(held).split()) >= len(name.name.text.split())
    holder = Slot("holder", held, scene.parsed.text(held), name.name.text, "person")
    sort = occupations.sort_of(head)
    if sort == "office" and head.lower_ in occupations.OF_SOMETHING and _is_of_nothing(title):
        sort = "occupation" if len(title) > 1 else "other"
    if where == "title" and sort == "office" and head.lower_ in occupations.RANKS and len(title) < 3:
        sort = "rank"
    tokens = frozenset(range(name.first, name.last + 1)) | frozenset(range(run.first, run.last + 1))
    yield Office(
        holder, role, name, head, where, sort, _leads(head, sort), _is_specific(run, title, named), full,
        _is_unique(scene, run, title, where),
        bool(lowered & occupations.FORMER) or _is_repeated(title), bool(lowered & occupations.THEN), tokens,
    )  # fmt: skip


def _is_repeated(title: list[Token]) -> bool:
    """Whether somebody held an office so many times, which says nothing of now: "the three-time prime minister"."""
    first = title[0]
    before = [token.lower_ for token in first.doc[max(0, first.i - 2) : first.i]]
    words = [*before, *(token.lower_ for token in title)]
    return any(words[at : at + 2] == ["-", "time"] for at in range(len(words)))


def _wording(scene: Scene, title: list[Token]) -> str:
    """The words of an office as they stand within a sentence; a capital that only opens the sentence goes."""
    text = " ".join(scene.parsed.text(scene.parsed.span(title[0], title[-1])).split())
    if len(title) == 1:
        return text if text.isupper() else text.lower()
    passing = occupations.FORMER | occupations.THEN
    if title[0].lower_ in passing or (title[0].lower_ in occupations.UNDER and title[1].text.islower()):
        return text[:1].lower() + text[1:]
    if scene.cast.name_at(title[0]) is not None or not is_common(title[0].lower_):
        return text
    opens = title[0].i == scene.parsed.tokens.start
    if opens and not gazetteer.is_demonym(title[0].text) and not (len(title) > 1 and title[1].text[0].isupper()):
        return text[:1].lower() + text[1:]
    return text


def _leans(scene: Scene, run: NounRun, title: list[Token]) -> bool:
    """Whether the words of an office point out of the sentence; its own "the" or "former" does not."""
    if any(token.tag_ in {"PRP", "PRP$"} or token.lower_ in OPEN_WORDS for token in title):
        return True
    if run.linked > run.last:
        return title[0].lower_ in NEARBY
    if any(token.lower_ == "the" and _is_bare(scene, token.i, run.last) for token in title if token.i > run.head):
        return True
    _, replaced, is_open = say(scene, words(scene, run.linked, run.last))
    return is_open or bool(replaced)


def _is_bare(scene: Scene, the: int, last: int) -> bool:
    """Whether "the" opens a noun that nothing names: "an analyst at the bank", but "a captain in the navy"."""
    noun = noun_run(scene, the)
    if noun is None or noun.last > noun.head:
        return False
    named = any(scene.cast.name_at(scene.doc[i]) is not None for i in range(the, last + 1))
    return not named and scene.doc[noun.head].lower_ not in KNOWN_BODIES and noun.head == noun.first


def _leads(head: Token, sort: Sort) -> bool:
    return sort == "office" and head.lower_.split("-")[-1] in occupations.LEADERS


def _is_named(scene: Scene, owner: tuple[int, int]) -> bool:
    """Whether what stands before "'s" is a name: "NASA's chief scientist"."""
    first = owner[0] + (scene.doc[owner[0]].tag_ == "DT")
    return all(scene.cast.name_at(scene.doc[i]) is not None for i in range(first, owner[1] + 1))


def _is_specific(run: NounRun, title: list[Token], named: bool) -> bool:
    """Whether the words of an office say of what it is one, or name one that everybody knows."""
    if run.linked <= run.last:
        return True
    if len(title) == 1 or ((run.owner or run.determiner in POSSESSIVES) and not named):
        return title[-1].lower_ in occupations.KNOWN and not run.owner and run.determiner not in POSSESSIVES
    return len(title) > 2 or title[0].lower_ not in occupations.UNDER | occupations.AREAL


def _is_of_nothing(title: list[Token]) -> bool:
    """Whether only a nationality stands before the head: a "British director" makes films."""
    return all(gazetteer.is_demonym(token.text) for token in title[:-1])


def _is_unique(scene: Scene, run: NounRun, title: list[Token], where: Where) -> bool:
    """Whether only one person holds the office at a time: the phrase is definite and says of what."""
    if run.determiner in {"a", "an", "one", "another"} or {t.lower_ for t in title} & occupations.UNDER:
        return False
    if run.determiner not in BARE | {""}:
        return False
    named = any(scene.cast.name_at(token) is not None or gazetteer.is_demonym(token.text) for token in title)
    known = occupations.UNIQUE if where == "title" and run.linked > run.last else occupations.UNIQUE_WITH_THE
    word = scene.doc[run.head].lower_
    if word == "general" and any(token.lower_ == "secretary" for token in title):
        word = "secretary-general"
    return named and word in known
