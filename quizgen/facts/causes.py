"""What tells why: the words that open a cause or a purpose, and the verbs that take one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.verbs import lemma_of
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.facts.phrases import Phrase
    from quizgen.language.tokens import Token

CAUSE_CASES = frozenset({"due to", "because of", "owing to", "thanks to", "as a result of", "amid", "on account of"})
CAUSE_NOUNS = {
    "as": {"result", "consequence"}, "on": {"account", "suspicion"}, "": {"thanks"},
    "in": {"response", "retaliation", "protest", "revenge", "reaction"},
}  # fmt: skip
CAUSE_WORDS = frozenset().union(*CAUSE_NOUNS.values())
# verbs whose "for" or "over" names a reason: "fined for drunk driving", "resigned over the scandal"
BLAMING = {
    "for": frozenset("decorate reward commend "
                     "fine arrest jail imprison criticise criticize praise convict sue blame condemn apologise "
                     "apologize punish honour honor indict thank sack".split()),
    "over": frozenset("resign quit protest fine sue arrest criticise criticize strike sack fire apologise apologize "
                      "suspend boycott".split()),
}  # fmt: skip
# verbs after which "for" with a participle names the merit: "won the prize for discovering radium"
PRIZED = frozenset("win receive award earn share".split())
# verbs after whose object an infinitive says what it is to do
ASKING = frozenset("ask urge request beg implore invite order press tell advise encourage persuade force".split())
# verbs that a preposition and a participle complete: "accused of lying", "aimed at cutting costs"
GERUNDS = {
    "of": frozenset("accuse suspect convict acquit".split()),
    "with": frozenset("charge task entrust".split()),
    "at": frozenset("aim".split()),
    "from": frozenset("prevent ban bar stop discourage refrain deter prohibit block exclude disqualify".split()),
    "in": frozenset("succeed assist engage specialise specialize".split()),
    "on": frozenset("focus insist concentrate".split()),
    "against": frozenset("advise warn decide".split()),
    "to": frozenset("commit dedicate devote object admit confess".split()),
}
TOOLS = frozenset("use design develop need".split())
OUTCOMES = frozenset("finish become beat defeat lose emerge end remain score total".split())
PLANNED = frozenset(
    "decision plan request call agreement effort attempt bid move offer refusal right permission proposal pledge "
    "promise intention ability need chance failure order desire power campaign target goal".split()
)


def is_cause(case: str, head: Token) -> bool:
    """Whether a preposition and its noun name a reason: "due to concerns", "in response to the attack"."""
    if any(case.endswith(cause) for cause in CAUSE_CASES):
        return True
    return head.lower_ in CAUSE_NOUNS.get(case, ()) and any(c.dep_ == "nmod" and c.i > head.i for c in head.children)


def is_blame(case: str, head: Token, phrase: Phrase) -> bool:
    """Whether "for" or "over" names what somebody is fined, praised or sacked for."""
    if case not in BLAMING or phrase.type in {"person", "people", "number", "money", "place", "city", "country"}:
        return False
    return lemma_of(head.head) in BLAMING[case]


def is_outcome(head: Token) -> bool:
    """Whether an infinitive tells what came of a deed, which nobody does on purpose: "sank to the bottom to end …"."""
    return lemma_of(head) in OUTCOMES


def gerund_case(head: Token) -> str:
    """The preposition with which a participle completes the verb above it ("of" in "accused of lying"), or ""."""
    marks = [c.lower_ for c in head.children if c.dep_ in {"mark", "case"} and c.i < head.i]
    if head.tag_ != "VBG" or len(marks) != 1 or head.dep_ not in {"advcl", "obl", "xcomp"}:
        return ""
    return marks[0] if lemma_of(head.head) in GERUNDS.get(marks[0], frozenset()) else ""


def is_so_that(head: Token) -> bool:
    """Whether a clause is one of purpose: "so that the vote could be held"."""
    so = next((c for c in head.children if c.dep_ == "mark" and c.lower_ == "so"), None)
    opens = so is not None and so.i < head.i and neighbour(so, 1).lower_ == "that"
    return opens and any(c.tag_ == "MD" for c in head.children)


def is_in_that(head: Token) -> bool:
    """Whether a clause tells in what respect something is so, and so why: "was unusual in that women took part"."""
    return any(c.dep_ == "mark" and c.lower_ == "in" and neighbour(c, 1).lower_ == "that" for c in head.children)


def is_doubled(head: Token) -> bool:
    """Whether a word and "to" with the same word only tell how: "stand shoulder to shoulder", "face to face"."""
    return head.i > 1 and head.nbor(-1).lower_ == "to" and head.nbor(-2).lower_ == head.lower_


def belongs_to_noun(head: Token) -> bool:
    """Whether an infinitive says what a decision, plan or request is about, and not what a deed is for."""
    before = head.doc[max(0, head.left_edge.i - 1)]
    nouns = [before, *before.ancestors]
    return any(noun.lemma_ in PLANNED and noun.i > head.head.i and noun.pos_ == "NOUN" for noun in nouns)
