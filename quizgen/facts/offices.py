"""Names with their offices: "Nato Secretary General Jens Stoltenberg", "Jane Roe, the mayor of Springfield"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts.phrases import noun_phrase, say
from quizgen.facts.scene import Scene
from quizgen.model import Slot

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADERS = frozenset(
    "president premier chancellor king queen emperor pope secretary-general chief leader head director chairman "
    "chairwoman chair commander captain governor mayor minister secretary coach ceo principal dean chief-executive "
    "speaker boss general".split()
)
# titles that say how to address somebody, not what office somebody holds
MERE_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor rev reverend sheikh officer judge justice sen senator rep "
    "representative mr. mrs. ms. dr. gen gen. col col. lt lt. capt capt. sgt sgt. st saint general colonel major "
    "lieutenant sergeant corporal private admiral".split()
)
# an office of which there is one at a time, so that the question who holds it has one answer
UNIQUE = frozenset(
    "president premier chancellor king queen emperor pope minister secretary ambassador director chairman "
    "chairwoman chair commander governor mayor ceo spokesperson spokesman spokeswoman leader head chief captain "
    "coach general principal dean speaker prosecutor envoy coordinator".split()
)
FORMER = frozenset({"former", "then", "ex", "late", "outgoing", "ousted"})
DETERMINERS = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Office:
    """A holder and a role, as slots `holder` and `role` (the words of the text, without a determiner)."""

    slots: tuple[Slot, ...]
    leads: bool
    unique: bool


def offices(scene: Scene) -> Iterator[Office]:
    """The offices that a sentence names together with their holders, in order."""
    seen: set[int] = set()
    for token in scene.parsed.tokens:
        name = scene.cast.name_at(token)
        if name is None or name.type != "person" or token.i in seen:
            continue
        words = [t for t in scene.parsed.tokens[token.i - scene.parsed.tokens.start :] if scene.cast.name_at(t) is name]
        words = _neighbours(words)
        seen.update(t.i for t in words)
        if len(words) > 1:
            yield from _title_before(scene, words, name.text)
            yield from _apposition_behind(scene, words, name.text)


def _neighbours(words: list[Token]) -> list[Token]:
    run = words[:1]
    for word in words[1:]:
        if word.i > run[-1].i + 1 and not all(t.is_punct for t in word.doc[run[-1].i + 1 : word.i]):
            break
        run.append(word)
    return run


def _title_before(scene: Scene, words: list[Token], full: str) -> Iterator[Office]:
    """The nouns and adjectives right before the name ("Iraqi Prime Minister")."""
    start = words[0].i
    first = start
    while first > scene.parsed.tokens.start and _is_title_word(scene, scene.doc[first - 1]):
        first -= 1
    while first < start and scene.doc[first].tag_ in {"CC", "IN", "HYPH", "POS"}:
        first += 1
    title = [scene.doc[i] for i in range(first, start)]
    if len(title) < 2 or (title[-1].lower_ in MERE_TITLES and len(title) < 3):
        return
    yield from _office(scene, words, full, title, title[-1])


def _is_title_word(scene: Scene, token: Token) -> bool:
    if token.is_punct and token.tag_ != "HYPH":
        return False
    if token.lower_ in {"of", "for"}:
        return token.i > 0 and token.doc[token.i - 1].tag_ in {"NNP", "NN"} and token.doc[token.i - 1].text[0].isupper()
    return token.tag_ in {"NNP", "NNPS", "NN", "JJ", "HYPH"} and scene.time_over(token.i) is None


def _apposition_behind(scene: Scene, words: list[Token], full: str) -> Iterator[Office]:
    """The noun phrase set behind the name between commas (", the US ambassador to Nato,")."""
    last = words[-1].i
    if last + 2 >= scene.parsed.tokens.end or scene.doc[last + 1].text != ",":
        return
    head = next(
        (t for w in words for t in w.children if t.dep_ == "appos" and t.i > last and t.left_edge.i == last + 2),
        None,
    )
    if head is None or head.pos_ != "NOUN":
        return
    phrase = noun_phrase(scene, head)
    if phrase.open and not phrase.replacements:
        return
    title = [t for t in phrase.words if phrase.words[0].i <= t.i]
    if title and title[0].lower_ in DETERMINERS:
        title = title[1:]
    run = _neighbours(title)
    if len(run) == len(title) and len(title) > 1:
        yield from _office(scene, words, full, title, head)


def _office(scene: Scene, words: list[Token], full: str, title: list[Token], head: Token) -> Iterator[Office]:
    if scene.cast.type_of(head) not in {"person", "people"} and head.lower_ not in LEADERS:
        return
    _, _, is_open = say(scene, title)
    lowered = {token.lower_ for token in title}
    if is_open or len(title) > 10 or lowered & {"and", "said", "who"}:
        return
    span = scene.parsed.span(words[0], words[-1])
    text = scene.parsed.text(span)
    holder = Slot("holder", span, text, full, "person")
    role_span = scene.parsed.span(title[0], title[-1])
    role_text = scene.parsed.text(role_span)
    wording = " ".join(role_text.split())
    role = Slot("role", role_span, role_text, wording, "person", head=head.lower_)
    key = head.lower_.split("-")[-1]
    definite = any(scene.cast.name_at(t) is not None or t.ent_type_ or t.tag_ == "JJ" for t in title)
    past = bool(lowered & FORMER)
    yield Office((holder, role), key in LEADERS and not past, key in UNIQUE and definite and not past)
