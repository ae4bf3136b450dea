"""Who states a sentence: the speaker of the attribution behind or within it, named so that a card can name him.

A name is known, and so is an office of state in an article about one country: "the defence ministry", "police". What
is called "the ministry" further on is the ministry that the article calls by more words, where that is one alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.phrases import Phrase, case_of, noun_phrase
from quizgen.language import gazetteer
from quizgen.language.speech import SAYING, TURNING
from quizgen.language.types import lemma_of

if TYPE_CHECKING:
    from quizgen.facts.scene import Scene
    from quizgen.language.tokens import Token

# of these a country has one, or they speak with one voice
ALONE = frozenset("police army military navy government prosecutor coastguard cabinet authority".split())
# these do where it is said which one: "the health ministry", "the electoral commission"
OFFICES = ALONE | frozenset(
    "ministry department agency office service commission bureau guard court force administration".split()
)
MODIFIERS = frozenset({"amod", "compound", "nmod:desc"})
NO_OFFICE = frozenset({"news", "press"})  # who reports the news is not its source
NAMED = frozenset({"person", "organization"})
BARE = 2  # words of an office that nothing tells from others: "the ministry"
DESCRIBED = 2  # modifiers that tell which body it is: "the regional monitoring body"
CLEAR = 2  # how many times as often as the next a country must be spoken of, to be the article's


def tail_speaker(scene: Scene) -> str | None:
    """Who the sentence says stated it, in an attribution behind or within it; "" without one, None where it is open."""
    if not any(_attribution(scene)):
        return ""
    return name_of(scene, _sayer(scene)) or _last_person(scene)


def source_of(predicate: Token) -> Token | None:
    """Who stands behind "according to" in a clause, though the parse hang it on the last verb in it.

    In a clause that describes a noun it is the source of that alone.
    """
    accorded = (token for token in predicate.subtree if case_of(token) == "according to")
    return next((token for token in accorded if not _is_described(token, predicate)), None)


def _is_described(token: Token, predicate: Token) -> bool:
    """Whether a relative clause stands between a word and the predicate above it."""
    way = (word for word in (token, *token.ancestors) if predicate.is_ancestor(word))
    return any(word.dep_ in {"acl", "acl:relcl", "conj"} for word in way)


def _sayer(scene: Scene) -> Token | None:
    """Who speaks in the attribution, or else the subject of a main verb that says something."""
    said = set(_attribution(scene))
    source = next((word for word in said if case_of(word) == "according to"), None)
    if source is not None:
        return source
    verb = next((word for word in said if word.head.i == word.i or word.head not in said), None)
    if verb is None:
        verb = next((root for root in scene.parsed.roots() if root.lemma_ in SAYING), None)
    return next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None


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
    if (again := _again(scene, subject)) is not None:
        return again
    phrase = noun_phrase(scene, subject)
    is_bare = lemma_of(subject).lower() in OFFICES - ALONE and len(phrase.words) == BARE
    is_bare = is_bare and scene.cast.resolve(subject) is None
    if phrase.open or is_bare or phrase.words[0].dep_ == "case":  # "in a statement read to the court, Jane Roe said"
        beside = next((c for c in subject.children if c.dep_ == "appos"), subject)
        name = scene.cast.name_at(beside)
        return name.wording if name is not None and name.type in NAMED else _unnamed(scene, phrase)
    return None if phrase.type in {"time", "number", "percent", "money", "measure"} else phrase.wording


def _again(scene: Scene, subject: Token) -> str | None:
    """The body that "it" or "the ministry" means where it goes on speaking: the last that spoke and was called so."""
    if subject.lower_ == "it":
        about = next((c for root in scene.parsed.roots() for c in root.children if c.dep_ == "nsubj"), subject)
        if about.i != subject.i and scene.cast.type_of(about) == "organization":
            return name_of(scene, about)
        body = _sayer(scene.before) if scene.before is not None else None
        is_body = body is not None and scene.cast.type_of(body) not in {"person", "people"}
        return name_of(scene.before, body) if scene.before is not None and is_body else None
    if lemma_of(subject).lower() not in OFFICES or _which(subject):
        return None
    before = scene.before
    while before is not None:
        body = _sayer(before)
        if body is not None and lemma_of(body).lower() == lemma_of(subject).lower():
            return name_of(before, body)
        before = before.before
    return None


def _unnamed(scene: Scene, phrase: Phrase) -> str | None:
    """How a card calls a speaker without a name: an office, or some people who keep theirs to themselves."""
    is_some = phrase.head.tag_ == "NNS" and not any(c.dep_ in {"det", "nmod:poss"} for c in phrase.head.children)
    is_known = not any(word.tag_ in {"PRP", "PRP$"} for word in phrase.words)
    return phrase.wording if is_some and is_known else _office(scene, phrase)


def _office(scene: Scene, phrase: Phrase) -> str | None:
    """How a card names an office of state of the article's country, or a body that its own words describe."""
    lemma = lemma_of(phrase.head).lower()
    said = _which(phrase.head)
    if phrase.words[0].lower_ != "the" or said & NO_OFFICE:
        return None
    if lemma not in OFFICES:
        return phrase.wording if phrase.type == "organization" and len(said) >= DESCRIBED else None
    if not _is_of_one_country(scene):
        return None
    return phrase.wording if said or lemma in ALONE else None


def _which(head: Token) -> frozenset[str]:
    """The words before a noun that tell which one is meant."""
    words = {c.lower_ for c in head.children if c.dep_ in MODIFIERS and c.i < head.i}
    return frozenset(words - gazetteer.words("light-adjective"))


def _is_of_one_country(scene: Scene) -> bool:
    """Whether the article speaks of one country alone, or of one far more than of any other."""
    weights = [country.weight for country in scene.cast.countries]
    return bool(weights) and (len(weights) == 1 or weights[0] >= CLEAR * weights[1])
