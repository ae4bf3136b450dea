"""What something is, and by what other name it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.deeds import is_verb
from quizgen.facts.kinds import kinds
from quizgen.facts.noun_runs import (
    BARE,
    ENDS,
    RELATIVES,
    NounRun,
    is_and_next,
    is_closed,
    is_person,
    name_runs,
    noun_run,
    stop,
    words,
)
from quizgen.facts.other_names import other_names
from quizgen.facts.parts import Part
from quizgen.facts.rule import Rule, state
from quizgen.facts.saying import say
from quizgen.facts.scene import Scene
from quizgen.language.neighbours import neighbour
from quizgen.model import EntityType, Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NAMING = frozenset("call name know dub nickname term codename title".split())
BARE_LENGTH = 3  # words of a kind from which it is told without more of the deed
BARE_DEED = 0.6  # what is left of the confidence where nothing but who did it tells of which deed it was
LONGEST = 11  # words of one that fits an answer
SHORTEST = 3  # words of a description that says something
# descriptions that only hold within their article
EMPTY = frozenset(
    "area place piece thing something one move figure number part example result rise fall increase day way deal "
    "decision agreement step victory defeat".split()
)
FORMS = frozenset("form type kind sort variety branch breed species brand variant subspecies genus member".split())
STUFF = frozenset(
    "paste sauce dish soup bread cheese drink dance music genre style form type kind sort game sport language disease "
    "virus fabric herb spice plant fruit tree fish bird".split()
)
FLEETING = frozenset("recent latest current new next last present newest".split())
STATED = frozenset({"main", "conjunct", "reported", "relative"})
ONLY = frozenset({"capital", "birthplace", "hometown", "seat"})  # of something there is one
SUPERLATIVES = frozenset({"JJS", "RBS"})


def find_definition(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what a named thing is ("Homeopathy is a form of alternative medicine"), or what fits the description."""
    for clause in clauses:
        complement = clause.part("complement")
        if complement is None or clause.verb.negated or complement.phrase.open or clause.how not in STATED:
            continue
        if complement.phrase.head.tag_ not in {"NN", "NNS"} or complement.phrase.case or _leans(clause, complement):
            continue
        wording = complement.phrase.wording
        if wording.startswith(("a ", "an ")) and not _is_somebody(clause, complement):
            yield from _what_is(scene, clause, complement)
        elif (
            complement.phrase.head.tag_ == "NNS" or complement.phrase.plural
        ) and clause.subject.phrase.head.tag_ == "NNS":
            yield _without_aside(scene, state(clause, "definition", ["complement"]), complement)
        if _is_telling(clause, complement):
            yield state(clause, "definition", ["subject"])


def _is_somebody(clause: Clause, complement: Part) -> bool:
    """Whether the subject is a person; a lone unknown name that "is a paste" is none, whatever its type."""
    subject = clause.subject.phrase
    is_stuff = complement.phrase.head.lemma_ in STUFF and len(subject.words) == 1
    return subject.type in {"person", "people"} and not is_stuff


def _without_aside(scene: Scene, fact: Fact, complement: Part) -> Fact:
    """The fact without what a comma sets behind its complement: "goiter and cretinism, a condition …"."""
    tokens = complement.phrase.words
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), len(tokens))
    if comma == len(tokens) or comma == 0 or any(token.tag_ == "CC" for token in tokens[comma:]):
        return fact
    span = scene.parsed.span(tokens[0], tokens[comma - 1])
    text = scene.parsed.text(span)
    slots = (
        replace(slot, span=span, text=text, wording=" ".join(text.split())) if slot.name == "complement" else slot
        for slot in fact.slots
    )
    return replace(fact, slots=tuple(slots))


def _leans(clause: Clause, complement: Part) -> bool:
    """Whether subject or description are cut or hang on something else: "one of …", "…, and cretinism"."""
    head, subject = complement.phrase.head, clause.subject.phrase
    said = {token.i for token in complement.phrase.words}
    joined = [c for c in head.children if c.dep_ == "conj" and not any(d.dep_ in {"nsubj", "cop"} for d in c.children)]
    cut = any(c.i not in said for c in joined)
    last = complement.phrase.words[-1]
    odd = last.tag_ in {"JJ", "IN", "DT", "VBZ", "VBP", "VBD"} or (
        last.i + 1 < len(last.doc) and last.doc[last.i + 1].text == ":"
    )
    first = subject.words[0]
    return cut or odd or first.lower_ == "one" or first.tag_ in {"VBN", "VBG", "CD"} or subject.head.tag_ == "PRP"


def _what_is(scene: Scene, clause: Clause, complement: Part) -> Iterator[Fact]:
    """The question what a thing is: as a clause, or where that would be all too short, as a pair."""
    subject = clause.subject.phrase
    named = scene.cast.name_at(subject.head) is not None or subject.head.tag_ in {"NNP", "NNPS"}
    if not named and subject.words[0].tag_ == "DT":
        return  # "the nomination is an important step" defines nothing
    if complement.phrase.head.lemma_ in EMPTY or (clause.verb.form != "is" and clause.verb.form != "are"):
        return
    if len(subject.wording.split()) > 2:
        yield state(clause, "definition", ["complement"])
    elif named or (len(subject.words) == 1 and subject.head.tag_ == "NN"):
        thing = replace(subject.slot("thing"), type=_sort(scene, complement.phrase.head, subject.type))
        described = _bare(scene, complement) or complement.phrase.slot("description")
        yield Fact("definition", (thing, described), ("description",), scene.parsed.sentence, "")


def _bare(scene: Scene, complement: Part) -> Slot | None:
    """A description without the clause that goes on with it: "a form of medicine", of one "that has been refused"."""
    run = noun_run(scene, complement.phrase.words[0].i)
    if run is None or run.head != complement.phrase.head.i or not _is_narrowed(scene, run, run.last + 1):
        return None
    if run.last - run.first + 2 < SHORTEST:
        return None
    span = scene.parsed.span(scene.doc[run.first - 1], scene.doc[run.last])
    text = scene.parsed.text(span)
    return Slot("description", span, text, " ".join(text.split()), "abstract")


def _sort(scene: Scene, head: Token, known: EntityType) -> EntityType:
    """What sort of thing is asked for: by the word that the description is built on, else by the name."""
    kind = scene.cast.type_of(head)
    return (
        kind
        if kind in {"place", "organization"}
        else known
        if known in {"city", "country", "organization"}
        else "thing"
    )


def _is_telling(clause: Clause, complement: Part) -> bool:
    """Whether a description is long enough to fit one thing only, and all that its clause says of it."""
    words = complement.phrase.wording.split()
    if len(words) < 6 or words[0] in {"a", "an"} or complement.phrase.head.lemma_ in EMPTY or set(words) & FLEETING:
        return False
    others = [part for part in clause.parts if part is not complement and not part.name.startswith(("time", "place"))]
    agrees = clause.subject.phrase.plural == (clause.verb.form in {"are", "were"})
    return agrees and not others and "," not in complement.phrase.wording


def find_described(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask what something is that an aside explains ("homeopathy, a form of alternative medicine,")."""
    for first, last in _subjects(scene):
        if last + 2 >= scene.end or scene.doc[last + 1].text not in {",", "(", "–", "—"}:
            continue
        run = noun_run(scene, last + 2)
        if run is None or run.determiner not in {"a", "an", "the", "one"} or run.owner is not None:
            continue
        end = _narrowed(scene, run)
        is_whole = is_closed(scene, end + 1) or _is_narrowed(scene, run, end + 1)
        if not is_whole or is_and_next(scene, end + 1) or is_person(scene, run.last):
            continue
        if scene.doc[min(run.last + 1, scene.end - 1)].lower_ == "who" or _is_another(scene, last, run):
            continue
        empty = {scene.doc[run.first].lemma_, scene.doc[run.head].lemma_} & EMPTY
        if end - run.first + 2 < SHORTEST or empty or _is_list(scene, end + 1):
            continue
        if scene.cast.name_at(scene.doc[run.head]) is not None or scene.cast.type_of(scene.doc[run.head]) in {
            "person", "people", "time", "number"}:  # fmt: skip
            continue
        yield from _described(scene, (first, last), (run.first, end), run.determiner, run.head)


def _is_another(scene: Scene, last: int, run: NounRun) -> bool:
    """Whether what follows a name is no aside on it: the subject of the clause, or a body behind a place's name."""
    head, name = scene.doc[run.head], scene.cast.name_at(scene.doc[last])
    is_fronted = any(child.dep_ == "case" for child in scene.doc[last].children)
    is_subject = is_fronted and head.dep_ in {"nsubj", "nsubj:pass"} and head.head.i > run.last
    is_placed = name is not None and name.type in {"country", "city", "place"}
    return is_subject or (is_placed and scene.cast.type_of(head) in {"organization", "event"})


def _narrowed(scene: Scene, run: NounRun) -> int:
    """The last word of a description with the clause that narrows it: "a condition characterised by …"."""
    at = run.last + 1
    if at >= stop(scene):
        return run.last
    is_participle = scene.doc[at].tag_ in {"VBN", "VBG"}
    is_bare = run.first == run.head == run.last and scene.doc[at].lower_ in {"that", "which"}
    if not (is_participle or is_bare):
        return run.last
    while at < stop(scene) and scene.doc[at].text not in ENDS:
        at += 1
    return at - 1 if at - run.first <= LONGEST else run.last


def _is_narrowed(scene: Scene, run: NounRun, after: int) -> bool:
    """Whether a clause follows that may go: "a form of medicine in which needles are used" is a form of medicine."""
    if run.determiner not in {"a", "an"} or after + 1 >= stop(scene):
        return False
    first = scene.doc[after]
    return first.lower_ in RELATIVES or (first.tag_ == "IN" and neighbour(first, 1).lower_ in RELATIVES)


def _subjects(scene: Scene) -> Iterator[tuple[int, int]]:
    """What an aside may explain: names that are no people's, and bare nouns that no article makes one of many."""
    for name in name_runs(scene):
        if name.name.type != "person":
            yield name.first, name.last
            after = name.last + 1
            if after < stop(scene) and scene.doc[after].tag_ == "NN" and scene.cast.name_at(scene.doc[after]) is None:
                yield name.first, after  # "the Zika virus"
    for before, token in zip((None, *scene.words), scene.words, strict=False):
        if token.tag_ != "NN" or scene.cast.name_at(token) is not None:
            continue
        if before is None or before.tag_ in {"IN", "VBD", "VBZ", "VBP", "VBG", "VB", "CC", ",", "TO"}:
            yield token.i, token.i


def _is_list(scene: Scene, after: int) -> bool:
    """Whether the comma behind goes on as a list: "a, b, c and d"."""
    at = after + 1
    if after >= scene.end or scene.doc[after].text != ",":
        return False
    run = noun_run(scene, at)
    return run is not None and run.last + 1 < scene.end and (
        scene.doc[run.last + 1].lower_ in {"and", "or"} or is_and_next(scene, run.last + 1)
    )  # fmt: skip


def _described(
    scene: Scene, thing: tuple[int, int], said: tuple[int, int], determiner: str, head: int
) -> Iterator[Fact]:  # fmt: skip
    rest = _form_of(scene, said, determiner)
    if rest:
        said = (said[0] + 2, said[1])
    start = said[0] - 1 if not rest and determiner in BARE else said[0]
    text = scene.parsed.span(scene.doc[start], scene.doc[said[1]])
    wording, replaced, is_open = say(scene, words(scene, said[0], said[1]))
    subject, _, leans = say(scene, words(scene, *thing))
    if is_open or replaced or leans:
        return
    span = scene.parsed.span(scene.doc[thing[0]], scene.doc[thing[1]])
    name = scene.cast.name_at(scene.doc[thing[0]])
    kind = _sort(scene, scene.doc[head], name.type) if name else "abstract"
    whole = name is not None and scene.cast.name_at(scene.doc[thing[1]]) is name
    before = scene.doc[thing[0] - 1].lower_ if thing[0] > scene.parsed.tokens.start else ""
    subject = f"the {subject}" if name is not None and before == "the" else subject
    known = Slot("thing", span, scene.parsed.text(span), name.wording if name and whole else subject, kind)
    described = Slot("description", text, scene.parsed.text(text), wording, "abstract", rest=rest)
    yield Fact("definition", (known, described), ("description",), scene.parsed.sentence, "", confidence=0.8)
    only = scene.doc[head].lemma_ in ONLY and any(scene.cast.name_at(t) is not None for t in words(scene, *said))
    if determiner == "the" and name is not None and (only or any(t.tag_ in SUPERLATIVES for t in words(scene, *said))):
        yield Fact("definition", (known, described), ("thing",), scene.parsed.sentence, "", confidence=0.9)


def _form_of(scene: Scene, said: tuple[int, int], determiner: str) -> str:
    """What stands before "of" where it only says that the thing is one of a sort: "a form"."""
    is_form = scene.doc[said[0]].lemma_ in FORMS and said[0] + 1 < said[1] and scene.doc[said[0] + 1].lower_ == "of"
    return f"{determiner} {scene.doc[said[0]].lower_}" if is_form and determiner in {"a", "an", "one"} else ""


def find_kind(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask of what kind the object of a deed is ("signed a free trade agreement")."""
    for clause in clauses:
        if clause.verb.negated or clause.modality or clause.how == "reduced":
            continue
        named = any(map(scene.cast.name_at, clause.subject.phrase.words))
        for slot in kinds(scene, clause):
            fact = state(clause, "definition", ["kind"], [slot])
            if len(clause.parts) > 1 or slot.rest:
                yield fact
            elif named and len(slot.wording.split()) > BARE_LENGTH:
                yield replace(fact, confidence=fact.confidence * BARE_DEED)


def find_other_name(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask by what other name somebody or something is known ("also known as", "officially", "or")."""
    for known, alias in other_names(scene):
        yield Fact("definition", (known, alias), (alias.name,), scene.parsed.sentence, "")


def find_name(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask by what name something is known ("was known as Operation Iron Fist")."""
    for clause in clauses:
        oblique = clause.part("oblique")
        if not is_verb(clause, NAMING) or not clause.verb.passive or oblique is None:
            continue
        if oblique.phrase.case == "as" and oblique.phrase.text[:1].isupper():
            fact = state(clause, "definition", ["alias"])
            alias = _quoted(clause, oblique) or replace(oblique.phrase.slot("alias"), case="")
            yield replace(fact, slots=tuple(alias if slot.name == "oblique" else slot for slot in fact.slots))
            if len(clause.subject.phrase.words) > 3 and len(oblique.phrase.words) > 1:
                yield state(clause, "definition", ["subject"])


def _quoted(clause: Clause, part: Part) -> Slot | None:
    """The name between the quotes around a part, all of it: ""Operation: Iron Fist""."""
    scene, head = clause.scene, part.phrase.head
    first = last = head.i
    while first > clause.predicate.i and scene.doc[first - 1].text not in {'"', "``", "“"}:
        first -= 1
    while last + 1 < scene.end and scene.doc[last + 1].text not in {'"', "''", "”"}:
        last += 1
    if first == clause.predicate.i or last + 1 >= scene.end or last - first > 8:
        return None
    span = scene.parsed.span(scene.doc[first], scene.doc[last])
    return Slot("alias", span, scene.parsed.text(span), scene.parsed.text(span))


RULES = (
    Rule("something, also known as something else", find_other_name),
    Rule("something, a thing of some sort", find_described),
    Rule("something is a thing of some sort", find_definition),
    Rule("something is known by a name", find_name),
    Rule("a free trade agreement is signed", find_kind),
)
