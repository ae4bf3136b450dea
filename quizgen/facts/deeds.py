"""People with an office in what they did: "Which prime minister met …?" asks for a name that the deed settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.facts.clauses import Clause
from quizgen.facts.meanings import is_said
from quizgen.facts.offices import Office
from quizgen.facts.parts import Part
from quizgen.facts.rule import state
from quizgen.model import Fact

NAMEABLE = ("subject", "object", "agent", "oblique")
# verbs that tell nothing of their own about the one whom they are said of
EMPTY = frozenset("describe call name regard consider see know say tell".split())
ASKED_CASES = frozenset({"by", "with", "to", "from", "against", "for"})


def named_in_deed(kind: str, office: Office, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """A fact for each clause in which the holder of an office stands, asking for the holder's name."""
    if not office.full:
        return
    for clause, part in _standing(office, clauses):
        case = part.phrase.case if part.name in {"agent", "oblique"} else ""
        if part.name == "oblique" and case not in ASKED_CASES:
            continue
        name = replace(office.holder, name="name", case=case, within=part.name, rest=office.role.wording)
        yield state(clause, kind, ["name"], [name])


def role_in_deed(office: Office, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """A fact for each clause of which the holder of an office is the subject, asking for the office."""
    if office.sort != "office" or not office.specific or office.former or office.then:
        return
    for clause, part in _standing(office, clauses):
        if part.name == "subject":
            role = replace(office.role, within="subject", rest=office.holder.wording)
            yield state(clause, "role", ["role"], [role])


def is_verb(clause: Clause, lemmas: frozenset[str]) -> bool:
    """Whether the verb is one of these; a lemma may have lost or kept an "e" too many ("affiliat", "chaire")."""
    lemma = clause.verb.lemma
    return lemma in lemmas or f"{lemma}e" in lemmas or lemma.removesuffix("e") in lemmas


def loses_its_clause(clause: Clause) -> bool:
    """Whether the subject is a bare "the jury" that only the clause itself makes known, which a stem takes apart."""
    head = clause.subject.phrase.head
    words = clause.subject.phrase.wording.lower().split()
    return (
        clause.how in {"reduced", "relative"} and len(words) == 2 and words[0] == "the" and head.tag_ in {"NN", "NNS"}
    )


def _tells(clause: Clause) -> bool:
    """Whether a clause tells a deed by which the one who did it may be asked for."""
    if loses_its_clause(clause) or clause.verb.negated or clause.verb.copular:
        return False
    if is_said(clause) and clause.part("content") is None:
        return False  # "announced at the conference": what, nothing tells
    return clause.verb.lemma not in EMPTY or (not clause.verb.passive and clause.part("content") is not None)


def _standing(office: Office, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Part]]:
    """The clauses and parts of them that are the name, with its office or without."""
    for clause in clauses:
        if not _tells(clause):
            continue
        for part in clause.all_parts():
            inside = {token.i for token in part.phrase.words if not token.is_punct and token.tag_ != "DT"}
            behind = clause.scene.doc[max(office.tokens) + 1 : max(clause.predicate.i, max(office.tokens) + 1)]
            if part.name == "subject" and any(token.lower_ in {"and", "or"} for token in behind):
                continue  # "Roe and Doe met": neither did alone
            # the name behind its title may be left out of the phrase, as an apposition or by the parse
            is_it = office.name.last in inside or (office.where != "behind" and part.phrase.head.i == office.head.i)
            if part.name in NAMEABLE and inside <= office.tokens and is_it:
                yield clause, part
                break
