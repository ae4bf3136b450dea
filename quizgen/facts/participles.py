"""What a participle leaves to the clause above it: its tense and its modal verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.facts.phrases import case_of
from quizgen.facts.scene import Scene

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FIRST_YEAR = 1500  # the least number that is read as a year
ONCE = frozenset("found establish create write build invent design publish discover launch sign adopt elect".split())


def modal_above(participle: Token) -> str:
    """The modal verb of the clause that a participle ends: "will give ten million, raising the sum to twenty"."""
    above = participle
    while above.dep_ in {"advcl", "conj"} and above.tag_ == "VBG":
        above = above.head
    return next((c.lower_ for c in above.children if c.dep_ == "aux" and c.tag_ == "MD"), "")


def is_over(token: Token) -> bool:
    """Whether a participle tells of what was done once: "the group founded by Roe" was founded, and is not."""
    return token.tag_ == "VBN" and token.lemma_ in ONCE


def is_past(scene: Scene, token: Token) -> bool:
    """Whether a participle speaks of the past: "completed in 2016" does, and else what the clause above it does."""
    years = [int(below.text) for below in token.subtree if below.text.isdigit() and case_of(below) == "in"]
    if scene.published is not None and any(FIRST_YEAR <= year < scene.published.year for year in years):
        return True
    for above in token.ancestors:
        verbs = [above, *[c for c in above.children if c.dep_ in {"aux", "aux:pass", "cop"}]]
        tags = {verb.tag_ for verb in verbs}
        if tags & {"VBD"} or any(verb.lower_ in {"has", "have"} and verb is not above for verb in verbs):
            return True
        if tags & {"VBZ", "VBP", "MD"}:
            return False
    return True
