"""What a bare description stands for: "the hospital", "the alliance", "the country", "the expanded mission"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.discourse import ABOUT, Discourse
from quizgen.language.entities import Entity
from quizgen.language.institutions import institution, main_country, owned_by
from quizgen.language.parsing import ParsedSentence
from quizgen.language.phrases import determiner
from quizgen.language.salience import only_body
from quizgen.language.types import is_plural, lemma_of
from quizgen.model import EntityType

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

DESCRIBED: frozenset[EntityType] = frozenset({"organization", "event", "place", "object", "person", "people"})
ANYONE = frozenset("man woman person citizen resident member player child boy girl individual human adult".split())
GENERIC_BODIES = frozenset({"organization", "organisation", "group"})
BESIDE = 4  # words within which a name and its description hardly both stand
DESCRIBED_WINDOW = 6  # sentences in which "the island" may be one that has no name
LASTING_WINDOW = 15  # the same for a body: an article speaks of few
IDEA_WINDOW = 2  # sentences in which "this agreement" is the same one
BODY_WINDOW = 3  # sentences in which a body must be the only one, to be "the group"
INSTITUTIONS = frozenset({"parliament", "government", "army", "constitution", "capital"})
ORGANIZATION: frozenset[EntityType] = frozenset({"organization"})
SETTLEMENTS: dict[str, frozenset[EntityType]] = {
    **dict.fromkeys(("city", "town", "village", "settlement"), frozenset({"city", "place"})),
    "region": frozenset({"place"}),
}  # fmt: skip
KNOWN = frozenset({"alliance", "bloc", "militant", "agency", "newspaper", "broadcaster", "carmaker"})
MILITANT = frozenset({"terrorist", "jihadist", "militant", "extremist"})
PRESS = ("agency", "newspaper", "broadcaster", "magazine")
MODIFIERS = frozenset({"amod", "compound", "nummod"})


def description(
    discourse: Discourse, sentence: ParsedSentence, head: Token, lemma: str, kind: EntityType
) -> Entity | None:
    """The one earlier entity that a bare definite can stand for; not what is named right before it."""
    found = _described(discourse, sentence, head, lemma, kind)
    within = head.dep_ == "nmod" and found is not None and found.sentence == sentence.sentence.index
    if found is not None and within and 0 < head.i - found.at <= BESIDE:
        return None  # "the Lindberg wing of the museum"
    if found is not None and head.tag_ == "NNP" and not found.wording.startswith("the "):
        return None  # "the Kodak" is none of "Jensen's Kodaks"
    return found


def _described(
    discourse: Discourse, sentence: ParsedSentence, head: Token, lemma: str, kind: EntityType
) -> Entity | None:
    """What was called by this noun before, or what the noun alone tells."""
    if lemma in ANYONE:
        return None
    plural = is_plural(head)
    same = _fitting([entity for entity in discourse.called(lemma) if entity.plural == plural], head)
    same = _leading(same, lemma) if len(same) > 1 else same
    if any(entity.wording for entity in same):
        return _same_noun(same, head, kind, sentence.sentence.index)
    found = None
    if same:
        found = _well_known(discourse, head, lemma) or _body(discourse, sentence, head, lemma)
    elif _is_light(head):
        found = discourse.headlined(lemma, plural=plural)
    if found is None and not same and not plural:
        found = _by_kind(discourse, sentence, head, lemma)
    if found is None and not plural and not any(e.named for e in same) and _is_light(head):
        found = only_body(discourse, sentence.sentence.index, lemma)
    return found or _of_headline(discourse, head, same, kind)


def _of_headline(discourse: Discourse, head: Token, same: list[Entity], kind: EntityType) -> Entity | None:
    """What the headline calls by the very words, so that every card says which one: "this evaluation"."""
    if len(same) > 1 or is_plural(head):
        return None
    words = [word for word in head.lefts if word.dep_ != "det"]
    first = words[0].left_edge.i if words else head.i
    phrase = head.doc.span(first, head.i + 1).text
    place = discourse.in_headline(phrase)
    if place is None:
        return None
    found = same[0] if same else Entity("", place, kind, plural=False)
    found.wording, found.antecedent = f"the {phrase.lower()}", place
    if not same:
        discourse.add(found, {lemma_of(head)})
    return found


def _by_kind(discourse: Discourse, sentence: ParsedSentence, head: Token, lemma: str) -> Entity | None:
    """What the noun stands for by what it means: the one country, a well-known body, the topic, the town near by."""
    if lemma in {"country", "nation"}:
        return _only_country(discourse, sentence, head)
    found = _well_known(discourse, head, lemma) or _topic(discourse, head, lemma)
    found = found or institution(discourse, head, lemma)
    if found is not None or not _is_light(head):
        return found
    if lemma in SETTLEMENTS:
        return _only_near(discourse, sentence, head, SETTLEMENTS[lemma])
    if lemma in INSTITUTIONS and not _is_named_behind(head):
        country = main_country(discourse) or _only_country(discourse, sentence, head)
        return owned_by(discourse, country, lemma) if country is not None else None
    return _body(discourse, sentence, head, lemma) or _only_narrower(discourse, lemma)


def _is_named_behind(head: Token) -> bool:
    """Whether the name of what the noun means stands behind it: "the capital, Oslo", "the capital Oslo"."""
    behind = [token for token in head.doc[head.i + 1 : head.i + 3] if token.text != ","]
    return bool(behind) and behind[0].tag_ in {"NNP", "NNPS"}


def _body(discourse: Discourse, sentence: ParsedSentence, head: Token, lemma: str) -> Entity | None:
    """The one body named near by, for "the group": one that acts or is acted on, and reports nothing."""
    if lemma not in GENERIC_BODIES or not _is_light(head):
        return None
    found = _only_near(discourse, sentence, head, ORGANIZATION) or _only_body(discourse, sentence)
    if found is None or _is_press(discourse, found):
        return None
    is_group = _bare_name(found) in gazetteer.words("known-militant")
    return found if is_group or found.rank == 2 or found.sentence == sentence.sentence.index else None


def _is_press(discourse: Discourse, entity: Entity) -> bool:
    """Whether a body reports the news, so that little is said of it itself."""
    known = any(_bare_name(entity) in gazetteer.words(f"known-{kind}") for kind in PRESS)
    return known or any(entity in discourse.called(noun) for noun in PRESS)


def _fitting(same: list[Entity], head: Token) -> list[Entity]:
    """Of several, those whose wording has the adjectives before the noun: "the cultural center"."""
    said = {word.lower_ for word in head.lefts if word.dep_ in MODIFIERS} - gazetteer.words("light-adjective")
    fitting = [entity for entity in same if said <= set(entity.wording.lower().split())]
    return fitting if said and len(fitting) == 1 else same


def _leading(same: list[Entity], lemma: str) -> list[Entity]:
    """Of several, the name that was spoken of last, or what the article is about, if no other was a subject since."""
    names = [entity for entity in same if entity.named]
    if len(names) == 1 and all(e.sentence < names[0].sentence for e in same if e is not names[0]):
        says_so = lemma in names[0].wording.lower().split()
        return names if says_so or names[0].count >= len(same) else same
    topics = [entity for entity in same if entity.topic == ABOUT]
    if len(topics) != 1:
        return same
    topic = topics[0]
    is_behind = all((e.sentence, e.rank) < (topic.sentence, topic.rank) for e in same if e is not topic)
    return topics if is_behind else same


def _same_noun(same: list[Entity], head: Token, kind: EntityType, here: int) -> Entity | None:
    """The one entity that was called by this noun, unless the adjectives before it set another one apart."""
    said = set(same[0].wording.lower().split()) | gazetteer.words("light-adjective")
    if not all(word.lower_ in said or _only_adds(word) for word in head.lefts if word.dep_ in MODIFIERS):
        return None  # "the city center" is not the Cultural Center
    fits = len(same) == 1 and same[0].wording
    window = DESCRIBED_WINDOW if kind in DESCRIBED else IDEA_WINDOW
    near = here - same[0].sentence <= (LASTING_WINDOW if kind == "organization" else window)
    lasting = same[0].named and (not same[0].plural or same[0].topic)
    return same[0] if fits and (lasting or near) else None


def _is_light(head: Token) -> bool:
    """Whether nothing before the noun sets another thing apart."""
    light = gazetteer.words("light-adjective")
    return all(word.lower_ in light or _only_adds(word) for word in head.lefts if word.dep_ in MODIFIERS)


def _only_adds(word: Token) -> bool:
    """Whether a modifier tells an age, which sets no other thing apart: "the 118-year-old club"."""
    return word.lower_.endswith("-old") or (word.lower_ == "old" and any(c.lower_ == "year" for c in word.children))


def _topic(discourse: Discourse, head: Token, lemma: str) -> Entity | None:
    """What the article is about, where the noun is a wider word for what it was called: "the dam" for a barrage."""
    topic = discourse.topic()
    if topic is None or not topic.wording or topic.type == "person":
        return None
    if not _is_light(head):
        return None
    narrower = [noun for noun, wide in wider().items() if lemma in wide]
    fits = any(topic in discourse.called(noun) for noun in narrower)
    others = (e for noun in narrower for e in discourse.called(noun) if e is not topic)
    return topic if fits and not any(e.sentence and not e.plural for e in others) else None


def _only_narrower(discourse: Discourse, lemma: str) -> Entity | None:
    """The one name so far of which the noun is a wider word: "the competition" for a cup."""
    narrower = {noun for noun, wide in wider().items() if lemma in wide}
    spoken = {id(e): e for noun in narrower for e in discourse.called(noun) if e.count and not e.plural}
    only = next(iter(spoken.values())) if len(spoken) == 1 else None
    return only if only is not None and only.named and only.type != "person" else None


@cache
def wider() -> dict[str, frozenset[str]]:
    """For each common noun the wider words by which the same thing is called again."""
    pairs = (entry.split(":") for entry in gazetteer.words("wider"))
    return {noun: frozenset(wide.split(",")) for noun, wide in pairs}


def _well_known(discourse: Discourse, head: Token, lemma: str) -> Entity | None:
    """The one body of the article that everybody knows to be one of these: "the alliance", "the terrorist group"."""
    adjectives = {word.lower_ for word in head.lefts if word.dep_ in MODIFIERS}
    section = lemma
    if lemma in GENERIC_BODIES:
        section = "militant" if adjectives & MILITANT else ""
    if section not in KNOWN or determiner(head) not in {"the", "this"}:
        return None
    fitting = [e for e in discourse.by_name.values() if _bare_name(e) in gazetteer.words(f"known-{section}")]
    return fitting[0] if len(fitting) == 1 else None


def _bare_name(entity: Entity) -> str:
    return gazetteer.plain(entity.wording.removeprefix("the ")).upper()


def _only_country(discourse: Discourse, sentence: ParsedSentence, head: Token) -> Entity | None:
    """The one country of the article, or the one in its title that is spoken of by far the most often."""
    before = (token for token in sentence.words if token.i < head.i and token.dep_ not in {"compound", "amod"})
    beside = {name for token in before if (name := discourse.name_at(token)) is not None and name.type == "country"}
    if len(beside) == 1:
        return discourse.entity_of(*beside)
    return None if beside else main_country(discourse)  # two countries stand before it


def _only_near(
    discourse: Discourse, sentence: ParsedSentence, head: Token, kinds: frozenset[EntityType]
) -> Entity | None:
    """The one name of these types in the sentence so far, or else in the sentence before."""
    here = {id(e): e for e in discourse.between(head, sentence.tokens.start) if e.type in kinds and not e.plural}
    before = sentence.sentence.index - 1
    found = here or {id(e): e for e in discourse.entities if e.sentence == before and e.type in kinds and not e.plural}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only is not None and only.named else None


def _only_body(discourse: Discourse, sentence: ParsedSentence) -> Entity | None:
    """The one body that the last sentences name or describe."""
    here = sentence.sentence.index
    near = [
        e for e in discourse.entities if e.type == "organization" and not e.plural and here - e.sentence <= BODY_WINDOW
    ]
    return near[0] if len(near) == 1 and near[0].named else None
