"""The forms of English words, from lemminflect's dictionary and rules, each looked up once."""

from __future__ import annotations

from functools import cache

from lemminflect import getAllLemmas, getInflection, getLemma


@cache
def lemmas(form: str, pos: str) -> tuple[str, ...]:
    """The base forms that a form may have as that part of speech ("VERB", "NOUN"), the most likely first."""
    return tuple(getLemma(form, pos))


@cache
def inflections(lemma: str, tag: str) -> tuple[str, ...]:
    """The forms of a word with that Penn tag, the most likely first."""
    return tuple(getInflection(lemma, tag))


@cache
def is_listed(form: str, pos: str | None = None) -> bool:
    """Whether the dictionary has the form, as any part of speech or as the one given."""
    return bool(getAllLemmas(form, pos))


@cache
def base_of(form: str) -> str:
    """The base form of a verb ("exploded" gives "explode")."""
    known = lemmas(form, "VERB")
    return known[0] if known else form


@cache
def is_past_form(form: str) -> bool:
    """Whether a form may be a past tense: "stood", "cut" and "exploded", not "given"."""
    return form in inflections(base_of(form), "VBD")


@cache
def is_participle(form: str) -> bool:
    """Whether a form may be a past participle: "given", "cut" and "involved"."""
    return form in inflections(base_of(form), "VBN")


@cache
def is_present_form(form: str) -> bool:
    """Whether a form is a verb's third person: "condemns"."""
    return form.endswith("s") and form in inflections(base_of(form), "VBZ")
