"""How a predicate hangs in its sentence: what states something by itself, and as what kind of clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.verbs import second_verb
from quizgen.language.neighbours import neighbour
from quizgen.language.speech import SAYING

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
# adverbial clauses that state what happened; "if", "unless", "before", "until" state nothing by themselves
FACTUAL_MARKS = frozenset("after because as since when while although though whereas".split())
CONDITIONAL_MARKS = frozenset("if unless whether provided once until till before lest".split())
# "the news that …" states what follows; a claim, a hope or a fear that … does not
FACT_NOUNS = frozenset({"news", "fact", "announcement", "confirmation", "discovery", "revelation"})
SPANS = frozenset({"hour", "day", "week", "month", "year"})
# participles that set one thing against another and tell nothing of it: "70, compared with 20 last year"
COMPARING = frozenset({"compared", "given", "followed", "opposed"})


def how_of(token: Token) -> str:
    """How the predicate hangs in its sentence, or "" where it states nothing by itself."""
    if token.pos_ not in {"VERB", "AUX"} and not any(child.dep_ == "cop" for child in token.children):
        return ""
    marks = marks_of(token)
    if _is_dated(token):
        return "adverbial"
    if marks & CONDITIONAL_MARKS:
        return ""
    if token.dep_ in {"acl:relcl", "advcl", "conj"} and where_of(token) is not None:
        return "located" if _adds_where(token) else ""
    if token.dep_ == "ROOT" or token.dep_ == "parataxis":
        return "main"
    if token.dep_ == "conj":
        return _how_conjoined(token)
    if token.dep_ == "ccomp":
        return "reported" if token.head.lemma_ in SAYING and not (marks - {"that"}) else ""
    if token.dep_ == "acl:relcl":
        return "relative"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not marks:
        return "participle" if is_after_comma(token) and how_of(token.head) and token.i > token.head.i else ""
    if token.dep_ == "advcl":
        return "adverbial" if _states_fact(token, marks) and how_of(_governor(token)) else ""
    if token.dep_ == "acl" and "that" in marks and token.head.lemma_ in FACT_NOUNS:
        return "adverbial"
    if token.dep_ == "acl" and any(child.dep_ in SUBJECTS for child in token.children):
        return ""  # "74 aftershocks, the strongest of them measuring 4.6"
    if token.dep_ == "acl" and token.head.dep_ == "ROOT" and not any(c.dep_ == "cop" for c in token.head.children):
        return ""  # a sentence without a verb: "parliament elected Roe" read as "the parliament that was elected"
    if token.dep_ == "acl" and token.lower_ not in COMPARING:
        return "reduced" if token.tag_ == "VBN" or (token.tag_ == "VBG" and is_after_comma(token)) else ""
    return ""


def _is_dated(token: Token) -> bool:
    """Whether it is said how long before a clause something is, which makes it sure: "is weeks before it votes"."""
    before = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "before"), None)
    is_span = before is not None and neighbour(before, -1).lemma_ in SPANS
    return is_span and token.dep_ == "advcl" and any(c.dep_ in SUBJECTS for c in token.children)


def where_of(token: Token) -> Token | None:
    """The "where" that opens a clause, or None."""
    return next((c for c in token.children if c.lower_ == "where" and c.i < token.i), None)


def _adds_where(token: Token) -> bool:
    """Whether a clause with "where" adds what happened there: with a subject of its own, behind a comma or "and"."""
    where = where_of(token)
    if where is None or (neighbour(where, -1).text != "," and neighbour(where, -1).lower_ != "and"):
        return False
    return is_finite(token) and any(c.dep_ in SUBJECTS and where.i < c.i < token.i for c in token.children)


def _states_fact(token: Token, marks: set[str]) -> bool:
    """Whether an adverbial clause states what happened; with "when" only in the past, not "when it rains"."""
    if "when" in marks or token.left_edge.lower_ == "when":
        verbs = [token, *(c for c in token.children if c.dep_ in HELPERS)]
        return any(verb.tag_ == "VBD" for verb in verbs)
    return bool(marks & FACTUAL_MARKS)


def _governor(token: Token) -> Token:
    """The predicate that an adverbial clause belongs to; the parse may hang it on what completes that one."""
    above = token.head
    while above.dep_ == "xcomp":
        above = above.head
    return above


def _how_conjoined(token: Token) -> str:
    """A conjoined predicate states something where the first one does; conjoined participles stay participles."""
    above = how_of(token.head)
    second = second_verb(token.head)
    if (second is not None and second.i == token.i) or _is_of_another(token):
        return ""
    if above in {"main", "conjunct"} and not is_finite(token.head):
        return ""
    if above in {"participle", "reduced"}:
        return above if token.tag_ == token.head.tag_ or above == "reduced" else ""
    return "conjunct" if above else ""


def _is_of_another(token: Token) -> bool:
    """Whether a finite verb is joined to a participle, which hardly has a verb like it: "bringing …, are providing"."""
    is_tail = token.head.dep_ in {"advcl", "acl"} and token.head.tag_ == "VBG" and not is_finite(token.head)
    return is_tail and any(c.dep_ in HELPERS and c.tag_ in FINITE for c in token.children)


def is_finite(token: Token) -> bool:
    """Whether a predicate has a finite verb; where it has none, the parse took a participle for the main verb."""
    verbs = [token, *[c for c in token.children if c.dep_ in HELPERS]]
    return any(verb.tag_ in FINITE for verb in verbs)


def is_after_comma(token: Token) -> bool:
    """Whether a comma sets the clause apart; the parse may hang the comma on the clause itself."""
    edge = token.left_edge.i
    return token.doc[edge].text == "," or (edge > 0 and token.doc[edge - 1].text == ",")


def marks_of(token: Token) -> set[str]:
    """The conjunctions that open a clause, in lower case."""
    return {child.lower_ for child in token.children if child.dep_ == "mark"}
