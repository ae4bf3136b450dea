"""A thing of which two clauses tell, made known by one of them: "the raid in which Roe was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.facts.clauses import Clause
from quizgen.facts.hanging import is_after_comma
from quizgen.facts.occasion import OWN
from quizgen.facts.parts import Part

ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
INSIDE = frozenset("oblique place object subject".split())
WITH_WHICH = frozenset("in at during by with from to for on under".split())
MOST_WORDS = 16  # of a thing with the clause that makes it known


def made_known(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, str]]:
    """The participles with an agent that describe some thing of the clause above, with that thing as it says it.

    Of "Roe was killed in a raid conducted by the army", "conducted" with "the raid in which Roe was killed".
    """
    for clause in clauses:
        if clause.how != "reduced" or not clause.verb.passive or clause.part("agent") is None:
            continue
        noun = clause.subject.phrase
        is_known = noun.words[0].lower_ not in {"a", "an"} and not noun.plural
        if is_known or is_after_comma(clause.predicate):
            continue
        for host in clauses:
            part = next((p for p in host.all_parts() if p.phrase.head.i == noun.head.i), None)
            if host.how in OWN and part is not None and part.name in INSIDE and not host.verb.negated:
                wording = _with_clause(host, part, ARTICLE.sub("", noun.wording, count=1))
                if wording and len(wording.split()) <= MOST_WORDS and not host.modality and not host.speaker:
                    yield clause, wording


def _with_clause(host: Clause, part: Part, bare: str) -> str:
    """The thing with a relative clause: all that its clause says but the thing itself."""
    verb = host.verb
    if verb.copular or any(one.name in {"content", "chain"} for one in host.parts):
        return ""
    others = [
        f"{'' if one.name in {'object', 'indirect'} else one.phrase.case} {one.phrase.wording}".strip()
        for one in host.parts if one is not part and one.name not in {"purpose", "occasion", "condition"}
    ]  # fmt: skip
    if part.name == "subject":
        return " ".join(["the", bare, "that", *verb.words, *others])
    told = " ".join([host.subject.phrase.wording, *verb.words, *others])
    if part.name == "object":
        return f"the {bare} that {told}"
    return f"the {bare} {part.phrase.case} which {told}" if part.phrase.case in WITH_WHICH else ""
