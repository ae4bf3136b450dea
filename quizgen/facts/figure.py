"""How many and how much: a number with what it counts, its hedge and its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.ages import ages
from quizgen.facts.amounts import measures, totals
from quizgen.facts.blanks import blanked, number_blanks
from quizgen.facts.clauses import Clause
from quizgen.facts.hanging import is_after_comma
from quizgen.facts.meanings import is_harm
from quizgen.facts.nested import figures
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.language.speech import SAYING
from quizgen.model import Fact, Slot

COUNTING = frozenset({"time"})  # a number in a time is no figure
CHANGING = frozenset(
    "rise fall grow shrink climb drop slide jump slip sink soar plunge increase decrease decline raise lower cut "
    "reduce lift bring push expand extend ease slow widen narrow improve recover rebound swell dwindle bolster "
    "revise".split()
)  # verbs with which an amount goes from one figure to another
# verbs of change that take no object; where the parse gives them one, it may have lost more
BY_ITSELF = frozenset("rise fall climb jump slip sink soar plunge decline shrink recover rebound dwindle".split())
MEASURED = 0.9  # confidence in a size read off the words around its number


def find_figure(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the number in any part of a clause that does not tell of harm done to people."""
    for clause in clauses:
        if clause.verb.negated or clause.verb.lemma in SAYING or is_harm(clause):
            continue
        for part in clause.all_parts():
            if part.name.rstrip("23456789") in COUNTING or (part is clause.subject and _is_part_of_more(clause)):
                continue
            for slot in figures(scene, part):
                if slot.case in {"from", "to"} and not slot.rest and not _is_change(clause):
                    continue
                yield state(clause, "figure", ["figure"], [slot])


def _is_part_of_more(clause: Clause) -> bool:
    """Whether a clause narrows what the one above it counts: of "20 people who fled were held", more may have fled."""
    is_definite = clause.subject.phrase.words[0].lower_ in {"the", "all"}
    return clause.how == "relative" and not is_definite and not is_after_comma(clause.predicate)


def _is_change(clause: Clause) -> bool:
    """Whether a clause tells of one rise or fall; of "6.3 percent in May from 6.9 in April" each has its time."""
    chain = clause.part("chain")
    verbs = {clause.verb.lemma} if chain is None else {token.lemma_ for token in chain.phrase.words}
    if clause.verb.copular or (clause.verb.passive and clause.verb.tag != "VBD") or clause.part("time2") is not None:
        return False  # "is eased to 4 percent": hardly what was written
    return bool(verbs & CHANGING) and (clause.part("object") is None or not verbs & BY_ITSELF)


def find_term(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask to how many years somebody was sentenced."""
    for clause in clauses:
        if clause.verb.lemma != "sentence" or clause.verb.negated:
            continue
        for part in clause.parts:
            number, unit = part.phrase.words[0], part.phrase.words[-1]
            if part.phrase.case != "to" or part.phrase.type != "duration" or number.i + 1 != unit.i:
                continue
            behind = scene.doc.span(unit.i + 1, unit.i + 3).text
            rest = f"{unit.text} {behind}" if behind in {"in prison", "in jail"} else unit.text
            span = scene.parsed.span(number, number)
            slot = Slot("figure", span, number.text, number.text, "number", case="to", within=part.name, rest=rest)
            yield state(clause, "figure", ["figure"], [slot])


def find_age(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask how old somebody is at the article's date, or was at death."""
    for holder, age in ages(scene, clauses):
        yield Fact("figure", (holder, age), ("age",), scene.parsed.sentence, "")


def find_measure(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the size of something ("has a population of 5.5 million"), or for a total that was brought to a sum."""
    for thing, amount in (*measures(scene, clauses), *totals(scene)):
        yield Fact("figure", (thing, amount), ("amount",), scene.parsed.sentence, "", confidence=MEASURED)


def find_blank(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Blank a number in a sentence that can stand by itself."""
    yield from blanked(scene, clauses, "figure", number_blanks(scene))


RULES = (
    Rule("so many of something", find_figure),
    Rule("somebody is sentenced to so many years", find_term),
    Rule("somebody, 42", find_age),
    Rule("a population of so many", find_measure),
    Rule("a number in a statement", find_blank),
)
