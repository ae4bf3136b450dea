"""Verb groups rearranged for questions: inversion, do-support, agreement, passives turned active.

The forms come from lemminflect; a group whose words do not fit together ("is begin") shows a wrong parse.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from quizgen.language.inflection import inflections, lemmas
from quizgen.model import Slot, Verb

MODALS = frozenset("will would can could may might shall should must".split())
HAVE = frozenset({"have", "has", "had", "having"})
BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being"})
DO = frozenset({"do", "does", "did"})
SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "'ve": "has", "'re": "is"}
# names that are plural in form and singular in use
ONE_BODY = ("States", "Nations", "Emirates", "Netherlands", "Philippines", "Maldives", "Bahamas")
# a passive's auxiliaries and what the active has in their place: auxiliaries, and the form of the main verb
ACTIVE: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {
    ("was",): ((), "VBD"), ("were",): ((), "VBD"), ("is",): ((), "VBZ"), ("are",): ((), "VBZ"),
    ("has", "been"): (("has",), "VBN"), ("have", "been"): (("has",), "VBN"), ("had", "been"): (("had",), "VBN"),
    ("was", "being"): (("was",), "VBG"), ("were", "being"): (("was",), "VBG"),
    ("is", "being"): (("is",), "VBG"), ("are", "being"): (("is",), "VBG"),
}  # fmt: skip


def in_statement(verb: Verb, subject: Slot | None = None, *, singular: bool = False) -> list[str]:
    """The verb group in the order of a statement; `singular` where a bare "who" or "what" is the subject."""
    words = verb.words
    if not (singular or _is_one_body(subject)):
        return words
    if words[0] in SINGULAR:
        words[0] = SINGULAR[words[0]]
    elif not verb.auxiliaries and verb.tag == "VBP":
        words[words.index(verb.form)] = inflect(lemma_of(verb), "VBZ")
    return words


def inverted(verb: Verb, subject: Slot | None = None) -> tuple[str, list[str]]:
    """The word that steps before the subject, and what stays behind it."""
    if verb.auxiliaries:
        first, *rest = verb.words
    elif verb.copular:
        first, rest = verb.form, [verb.adverb]
    else:
        first = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
        second = ["and", lemmas(verb.second, "VERB")[0]] if verb.second else []
        rest = [verb.adverb, lemma_of(verb), verb.particle, *second]
    return (SINGULAR.get(first, first) if _is_one_body(subject) else first), rest


def active(verb: Verb) -> Verb | None:
    """A passive as the active verb of one unnamed agent ("was founded" → "founded"); None where there is none."""
    if not verb.passive or verb.second:
        return None
    if verb.auxiliaries and verb.auxiliaries[0] in MODALS and verb.auxiliaries[1:] == ("be",):
        helpers, tag = verb.auxiliaries[:1], "VB"
    elif verb.auxiliaries in ACTIVE:
        helpers, tag = ACTIVE[verb.auxiliaries]
    else:
        return None
    form = verb.form if tag == "VBN" else inflect(lemma_of(verb), tag)
    return replace(verb, form=form, auxiliaries=helpers, tag="MD" if tag == "VB" else tag, passive=False)


def past(verb: Verb, *, plural: bool = False) -> Verb:
    """A perfect as a simple past, which a question for a day or a year calls for ("When did it change?")."""
    if not verb.auxiliaries or verb.auxiliaries[0] not in {"has", "have", "had"} or verb.second:
        return verb
    rest = verb.auxiliaries[1:]
    if not rest and verb.form != "been":
        return replace(verb, form=inflect(lemma_of(verb), "VBD"), auxiliaries=(), tag="VBD")
    be = "were" if plural else "was"
    if rest == ("been",):
        return replace(verb, auxiliaries=(be,), tag="VBD")
    return replace(verb, form=be, auxiliaries=(), tag="VBD") if verb.copular and not rest else verb


def is_regular(verb: Verb) -> bool:
    """Whether each auxiliary is followed by the form that it calls for."""
    words = [*verb.auxiliaries, verb.form]
    if verb.tag == "MD" and not verb.auxiliaries:
        return False
    return all(_fits(first, second) for first, second in pairwise(words))


def _fits(auxiliary: str, following: str) -> bool:
    if auxiliary in MODALS | DO:
        return following == "be" or (following not in BE and following in _all_forms(following, "VB"))
    if auxiliary in HAVE:
        return following == "been" or following in _all_forms(following, "VBN")
    if auxiliary in BE:
        return following == "being" or following in _all_forms(following, "VBN") | _all_forms(following, "VBG")
    return True


@cache
def _all_forms(word: str, tag: str) -> frozenset[str]:
    known = {word, *lemmas(word, "VERB"), *lemmas(word, "AUX")}
    return frozenset(form for lemma in known for form in inflections(lemma, tag))


def lemma_of(verb: Verb) -> str:
    """The base form of the main verb, checked against its form: a guessed lemma ("donn") gives way to a known one."""
    known = lemmas(verb.form, "VERB")
    return verb.lemma if not known or verb.lemma in known else known[0]


def inflect(lemma: str, tag: str) -> str:
    """The form of a verb with that Penn tag."""
    if tag == "VB":
        return lemma
    forms = inflections(lemma, tag)
    return forms[0] if forms else lemma


def _is_one_body(subject: Slot | None) -> bool:
    return subject is not None and subject.wording.endswith(ONE_BODY) and " and " not in subject.wording
