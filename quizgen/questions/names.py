"""Names as texts: what makes one, which ones are the same, what is a title before one."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.model import EntityType
from quizgen.questions.checks import is_named, words_of

# whatever a country is called, it is one option
SYNONYMS = {
    name: names[0]
    for names in (
        ("united states", "us", "u.s", "usa", "u.s.a", "america", "united states of america"),
        ("united kingdom", "uk", "u.k", "britain", "great britain", "england"),
        ("islamic state", "isis", "isil", "daesh", "da'esh", "da’esh", "dae'sh"),
        ("united nations", "un", "u.n"), ("european union", "eu", "e.u"),
    )
    for name in names
}  # fmt: skip


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The form in which names are compared: without article and case, a country by its one name."""
    plain = " ".join(words_of(name)).removeprefix("the ")
    return SYNONYMS.get(plain, plain)


def is_synonym(one: str, other: str) -> bool:
    """Whether two texts are names of one thing that has several, of which none is the answer."""
    return name_key(one) == name_key(other) and name_key(one) in SYNONYMS.values()


def is_name(text: str, kind: EntityType) -> bool:
    """Whether a text is a bare name: of a person, first name and surname without a title or an office."""
    if not is_named(text) or re.search(r"['’]s\b|,| and |[\d/]", text):
        return False
    words = text.split()
    if kind == "person":
        return 2 <= len(words) <= 4 and not set(words_of(text)) & TITLES and text[0].isupper()
    return kind == "organization" or " in " not in text


TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president vice prime minister secretary general senator governor "
    "mayor ambassador judge justice chief colonel captain lieutenant sergeant major commander advisor adviser special "
    "deputy director chairman coach king queen prince princess sheikh pope the of branch east west north south group "
    "minorities council party church movement state states army force forces united national international foreign "
    "religious undersecretary spokesman detective attorney dean".split()
)


def without_title(name: str) -> str:
    """A person's name without the titles before it; the whole of it where nothing but titles would go."""
    words = name.split()
    while len(words) > 1 and (set(words_of(words[0])) & TITLES or words[0].islower()):
        words.pop(0)
    return " ".join(words)
