"""Names as texts: what makes one, which ones are the same, what is a title before one."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.model import EntityType
from quizgen.questions.checks import is_named, words_of

# whatever a country or a body is called, it is one
KNOWN_BY = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "America", "United States of America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("Islamic State", "ISIS", "ISIL", "IS", "Daesh", "Da'esh", "Da’esh", "Dae'sh"),
    ("United Nations", "UN", "U.N."), ("European Union", "EU", "E.U."),
    ("United Arab Emirates", "UAE", "U.A.E."),
)  # fmt: skip
SYNONYMS = {" ".join(words_of(name)): known[0].lower() for known in KNOWN_BY for name in known}
SYNONYMS |= {"england": "united kingdom"}  # no name of it, but no option beside it either


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The form in which names are compared: without article and case, a country by its one name."""
    plain = " ".join(words_of(name)).removeprefix("the ")
    return SYNONYMS.get(plain, plain)


def is_synonym(one: str, other: str) -> bool:
    """Whether two texts are names of one thing that has several, of which none is the answer."""
    return name_key(one) == name_key(other) and name_key(one) in SYNONYMS.values()


def names_of(name: str) -> tuple[str, ...]:
    """The names by which a country or a body is known besides this one; none where it has no other."""
    key = name_key(name)
    return next((known for known in KNOWN_BY if known[0].lower() == key), ())


def is_name(text: str, kind: EntityType) -> bool:
    """Whether a text is a bare name: of a person, first name and surname without a title or an office."""
    if not is_named(text) or re.search(r"['’]s\b|,| and |[\d/]", text):
        return False
    words = text.split()
    if kind == "person":
        return 2 <= len(words) <= 4 and not set(words_of(text)) & TITLES and text[0].isupper()
    return kind == "organization" or " in " not in text


PARTICLES = frozenset("al el bin ibn ben de da di van von der den la le du dos al- abu".split())
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor president vice prime minister secretary general senator governor "
    "mayor ambassador judge justice chief colonel captain lieutenant sergeant major commander advisor adviser special "
    "deputy director chairman coach king queen prince princess sheikh pope the of branch east west north south group "
    "minorities council party church movement state states army force forces united national international foreign "
    "religious undersecretary spokesman detective attorney dean".split()
)


def bare_person(name: str) -> str:
    """A person's name without the titles and offices before it ("NATO Secretary-General Jens Stoltenberg")."""
    words = name.split()
    titles = [i for i, word in enumerate(words[:-1]) if set(words_of(word.replace("-", " "))) & TITLES]
    bare = words[titles[-1] + 1 :] if titles else words
    while len(bare) > 1 and bare[0].islower() and bare[0] not in PARTICLES:
        bare = bare[1:]
    is_name = all(word[0].isupper() or word.split("-")[0] in PARTICLES for word in bare)
    return " ".join(bare) if is_name else name
