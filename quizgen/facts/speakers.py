"""Who states a sentence: the speaker of the attribution behind or within it, named so that a card can name him.

A name is known, and so is an office of state in an article about one country: "the defence ministry", "police". What
is called "the ministry" further on is the ministry that the article calls by more words, where that is one alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.phrases import Phrase, case_of, noun_phrase
from quizgen.facts.state import ALONE, OFFICES, which
from quizgen.language.speech import TURNING
from quizgen.language.types import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts.scene import Scene

NO_OFFICE = frozenset({"news", "press"})  # who reports the news is not its source
NAMED = frozenset({"person", "organization"})
DESCRIBED = 2  # modifiers that tell which body it is: "the regional monitoring body"
CLEAR = 2  # how many times as often as the next a country must be spoken of, to be the article's


def tail_speaker(scene: Scene) -> str | None:
    """Who the sentence says stated it, from an attribution behind or within it; "" without one, None where it is open."""
    if scene.parsed.tail is None and scene.parsed.inside is None:
        return ""
    said = set(_attribution(scene))
    verb = next((word for word in said if word.head.i == word.i or word.head not in said), None)
    if verb is not None and case_of(verb) == "according to":
        return name_of(scene, verb)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    return name_of(scene, subject) or _last_person(scene)


def _attribution(scene: Scene) -> Iterator[Token]:
    """The words of the attribution behind or within the statement."""
    stated = {token.i for token in scene.parsed.stated}
    return (token for token in scene.words if token.i not in stated and not token.is_punct)


def is_turn(scene: Scene, token: Token) -> bool:
    """Whether a word stands behind an attribution and "but" or the like, where somebody else may be speaking."""
    if scene.parsed.inside is None:
        return False
    behind = scene.parsed.inside[1] + 1
    return token.i >= behind and scene.doc[behind].lower_ in TURNING


def _last_person(scene: Scene) -> str | None:
    """The person named last in an attribution whose subject the parse does not give ("said the chief, Jane Roe")."""
    names = [scene.cast.name_at(token) for token in _attribution(scene)]
    persons = [name.wording for name in names if name is not None and name.type == "person"]
    return persons[-1] if persons else None


def name_of(scene: Scene, subject: Token | None) -> str | None:
    """How an attribution names the speaker; an open description gives way to the name set beside it."""
    if subject is None:
        return None
    phrase = noun_phrase(scene, subject)
    if phrase.open or phrase.words[0].dep_ == "case":  # "in a statement read to the court, Jane Roe said"
        beside = next((c for c in subject.children if c.dep_ == "appos"), subject)
        name = scene.cast.name_at(beside)
        return name.wording if name is not None and name.type in NAMED else _office(scene, phrase)
    return None if phrase.type in {"time", "number", "percent", "money", "measure"} else phrase.wording


def _office(scene: Scene, phrase: Phrase) -> str | None:
    """How a card names an office of state of the article's country, or a body that its own words describe."""
    lemma = lemma_of(phrase.head).lower()
    said = which(phrase.head)
    if phrase.words[0].lower_ != "the" or NO_OFFICE & {word.lower() for word in said}:
        return None
    if lemma not in OFFICES:
        return phrase.wording if phrase.type == "organization" and len(said) >= DESCRIBED else None
    if not _is_of_one_country(scene):
        return None
    if said:
        return phrase.wording
    called = scene.offices.get(lemma, frozenset())
    if len(called) == 1:
        return f"the {next(iter(called))}"
    return phrase.wording if lemma in ALONE and not called else None


def _is_of_one_country(scene: Scene) -> bool:
    """Whether the article speaks of one country alone, or of one far more than of any other."""
    weights = [country.weight for country in scene.cast.countries]
    return bool(weights) and (len(weights) == 1 or weights[0] >= CLEAR * weights[1])
