"""What a clause tells of, by its verb: something said, somebody harmed."""

from __future__ import annotations

from quizgen.facts.clauses import Clause
from quizgen.facts.verbs import HARM
from quizgen.language.speech import SAYING

# verbs of saying whose object is a thing made known, not the words said
MAKING_KNOWN = frozenset("announce report claim confirm explain reveal acknowledge admit declare recall write".split())
ANNOUNCING = frozenset({"announce", "reveal", "confirm", "declare"})
LEFT = frozenset({"dead", "injured", "wounded", "homeless"})


def is_said(clause: Clause) -> bool:
    """Whether the clause tells that something was said, rather than added to something, announced or claimed."""
    if clause.verb.lemma == "add":
        return clause.part("oblique") is None
    is_known = clause.verb.lemma in MAKING_KNOWN and clause.part("object") is not None
    return clause.verb.lemma in SAYING and not (is_known and clause.part("content") is None)


def is_harm(clause: Clause) -> bool:
    """Whether the clause tells of people killed or hurt, which is a kind of its own."""
    if clause.verb.lemma in HARM:
        return True
    chain, held = clause.part("chain"), clause.part("object")
    if clause.verb.lemma == "leave" and chain is not None:
        return chain.phrase.head.lower_ in LEFT
    return clause.verb.lemma in {"claim", "cost"} and held is not None and held.phrase.head.lemma_ == "life"
