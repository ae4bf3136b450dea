"""What the names of an article are, by its own words, so that a card that stands alone can say so.

"Typhoon Mara" for "Mara", "the trader Jane Roe", "the village of Vesla": an article introduces a name once, and
from then on its readers know it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.facts.definition import find_described
from quizgen.facts.noun_runs import NameRun, name_runs, name_span
from quizgen.facts.offices import NEARBY, Office, offices
from quizgen.facts.scene import Scene
from quizgen.language import gazetteer
from quizgen.language.neighbours import neighbour
from quizgen.language.types import is_common, lemma_type
from quizgen.model import Fact, Introduction, Span

# the common nouns that geography sets behind a name, and those that "of" joins to one
SETTLEMENTS = frozenset("village town city hamlet township".split())
DIVISIONS = frozenset("province district island county region state department municipality prefecture".split())
OF = SETTLEMENTS | DIVISIONS | {"peninsula", "governorate", "parish"}
GENERIC = OF | frozenset(
    "glacier river volcano lake mountain strait canal dam reservoir oblast creek archipelago peak".split()
)
# what somebody is to somebody else: nothing, where that is left out
RELATED = frozenset(
    "member owner wife husband daughter son brother sister mother father successor agent author co-author founder "
    "co-founder expert veteran colleague friend neighbour neighbor resident head chief".split()
)
NAMED_BEFORE = frozenset({"Typhoon", "Hurricane", "Cyclone", "Operation"})  # kinds that open a name, as part of it
SORTS = frozenset({"organization", "place"})
LONGEST, LONGEST_ASIDE = 5, 7  # words of what stands before a name, and of what is set behind it
GOES_ON = re.compile(r" (?:of|in|on|at|for|from|to|with|near|by|that|which|who|\w+ed|\w+ing)\b.*")
ARTICLE = re.compile(r"^(?:the|an?|one) ", re.IGNORECASE)
SHORT_NAME = 2  # words of a name that says nothing of what it names


def introduced(scenes: Sequence[Scene], facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts with the introductions of the names that they say; of several of one name the first one counts."""
    known: dict[str, Introduction] = {one.name: one for scene in scenes[:1] for one in _full_names(scene)}
    for scene in scenes:
        for one in (*_people(scene), *_places(scene), *_explained(scene)):
            known.setdefault(one.name, one)
    for fact in facts:
        said = tuple(one for one in known.values() if any(one.name in slot.wording for slot in fact.slots))
        yield replace(fact, introductions=said) if said else fact


def _full_names(scene: Scene) -> Iterator[Introduction]:
    """Persons by their full name, for where the article says the last one alone; not where two persons share that."""
    persons = [name for name in scene.cast.names if name.type == "person" and " " in name.wording]
    last = Counter(name.wording.split()[-1] for name in persons)
    for name in persons:
        short = name.wording.split()[-1]
        said_alone = any(scene.parsed.text(mention) == short for mention in name.mentions)
        if said_alone and last[short] == 1 and len(name.wording.split()) <= LONGEST and name.text == name.wording:
            yield Introduction(short, name.wording, name.first)


def _people(scene: Scene) -> Iterator[Introduction]:
    """Persons by their office or trade, as the article gives it beside their names."""
    for office in offices(scene):
        if office.former or office.then or office.sort not in {"office", "occupation"} or _says_little(office):
            continue
        if office.where == "title":
            yield from _titled(scene, office)
        else:
            yield from _beside(scene, office)


def _says_little(office: Office) -> bool:
    """Whether a role tells nothing of its holder without somebody else, or what holds it is hardly a person's name."""
    first = office.role.wording.split()[0]
    is_name = not is_common(office.holder.wording.split()[0].lower())
    return not is_name or not first[0].isalnum() or first.lower() in NEARBY or office.head.lower_ in RELATED


def _titled(scene: Scene, office: Office) -> Iterator[Introduction]:
    role, name = office.role, office.holder.wording
    first = next(token for token in scene.words if scene.parsed.span(token, token).start >= role.span.start)
    opens = first.is_sent_start and first.tag_ in {"JJ", "VBN", "VBG"} and not gazetteer.is_demonym(first.text)
    written = " ".join(role.text.split())
    # the title of an office is written large before a name, wherever it stands
    told = written if written.split()[0] in gazetteer.words("title") else role.wording
    said = told[:1].lower() + told[1:] if opens else told
    if len(said.split()) <= LONGEST:
        yield Introduction(name, f"{said} {name}", role.span)


def _beside(scene: Scene, office: Office) -> Iterator[Introduction]:
    """What an aside says of somebody: before the name where it is short, else behind it, as the article has it."""
    role, name = office.role, office.holder.wording
    end = scene.parsed.span(office.head, office.head).end
    bare = " ".join(role.text[: end - role.span.start].split())
    is_whole = end >= role.span.end
    is_told = office.sort == "occupation" or (is_whole and len(bare.split()) > 1)  # "the mayor" is one of many
    if is_told and len(bare.split()) <= LONGEST:
        the = "" if bare[0].isupper() else "the "
        yield Introduction(name, f"{the}{bare} {name}", Span(role.span.start, end))
    elif not is_whole and office.unique and len(role.wording.split()) <= LONGEST_ASIDE:
        yield Introduction(name, f"{name}, the {role.wording},", role.span)


def _places(scene: Scene) -> Iterator[Introduction]:
    """Places and storms by the common noun beside their names: "the Ob river", "the village of X", "Typhoon X"."""
    for run in name_runs(scene):
        text = scene.parsed.text(name_span(scene, run))
        if not text[:1].isupper():
            continue
        first, _, rest = text.partition(" ")
        if first in NAMED_BEFORE and rest:
            yield Introduction(rest, text, name_span(scene, run))
        elif not _is_known(text) and text.split()[-1].lower() not in GENERIC:
            yield from _with_generic(scene, run, text)


def _with_generic(scene: Scene, run: NameRun, text: str) -> Iterator[Introduction]:
    start, behind = scene.parsed.tokens.start, neighbour(scene.doc[run.last], 1)
    before = [scene.doc[i].lower_ for i in range(max(start, run.first - 5), run.first)]
    if behind.text in GENERIC and run.last + 1 < scene.end:
        the = "the " if before[-1:] == ["the"] else ""
        yield Introduction(text, f"{the}{text} {behind.text}", scene.parsed.span(behind, behind))
    elif run.name.type != "person" and before[-1:] == ["of"] and OF.issuperset(before[-2:-1]) and "the" in before[:-2]:
        noun = scene.doc[run.first - 2]  # "a region of Norway" is no Norway
        yield Introduction(text, f"the {noun.lower_} of {text}", scene.parsed.span(noun, noun))


def _explained(scene: Scene) -> Iterator[Introduction]:
    """Bodies and places that an aside explains: "Norvik, the state-owned company that …"."""
    for fact in find_described(scene, ()):
        thing, described = fact.slot("thing"), fact.slot("description")
        if thing is None or described is None or described.rest or _is_known(thing.text) or not _is_bare(thing.text):
            continue
        kind = GOES_ON.sub("", ARTICLE.sub("", described.text, count=1), count=1)
        head = kind.split()[-1]
        if len(kind.split()) > LONGEST or lemma_type(head) not in SORTS or kind not in described.text:
            continue
        start = described.span.start + described.text.index(kind)
        link = " of" if head in SETTLEMENTS else ""
        yield Introduction(thing.text, f"the {kind}{link} {thing.text}", Span(start, start + len(kind)))


def _is_bare(name: str) -> bool:
    """Whether a name holds no common noun that would say what it names."""
    words = name.split()
    return len(words) <= SHORT_NAME and name[:1].isupper() and not is_common(words[-1].lower())


def _is_known(name: str) -> bool:
    """Whether everybody knows what the name names."""
    is_place = gazetteer.place(name) in {"country", "city"} and not gazetteer.is_town(name)
    return is_place or name in gazetteer.words("organization")
