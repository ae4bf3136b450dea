"""Who said it: a quotation in quote marks, word for word, and its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.clauses import Clause
from quizgen.facts.phrases import case_of, noun_phrase
from quizgen.facts.rule import Rule, state
from quizgen.facts.scene import Scene
from quizgen.facts.verbs import lemma_of
from quizgen.language.speech import SAYING
from quizgen.model import Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

SHORTEST, LONGEST = 5, 24  # tokens of a quotation that is worth asking for and fits a stem
SPEAKERS = frozenset({"person", "organization", "people"})
SAID_IN_QUOTES = SAYING | frozenset("promise vow complain joke agree continue ask tweet shout swear pledge".split())
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
OPENERS = frozenset("so and but this that these those it he she they then because also".split())


def find_speaker(scene: Scene, _: Sequence[Clause]) -> Iterator[Fact]:
    """Ask for the speaker of a whole quoted statement."""
    quoted = _quotation(scene)
    speaker = _speaker(scene)
    if quoted is None or speaker is None:
        return
    first, last = quoted
    span = scene.parsed.span(first, last)
    text = scene.parsed.text(span)
    wording = " ".join(scene.doc.span(first.i, last.i + 1).text.split()).rstrip(",")
    slots = (speaker, Slot("quotation", span, text, wording))
    yield Fact("quotation", slots, ("speaker",), scene.parsed.sentence, "")


def _quotation(scene: Scene) -> tuple[Token, Token] | None:
    """The first and last token of the one quotation of a sentence, quote marks not included."""
    marks = [token for token in scene.words if token.text == '"']
    if len(marks) != 2:
        return None
    first, last = scene.doc[marks[0].i + 1], scene.doc[marks[1].i - 1]
    if not SHORTEST <= last.i - first.i + 1 <= LONGEST or not first.text[0].isupper():
        return None
    if all(token.text[0].isupper() for token in scene.doc[first.i : last.i] if token.pos_ in CONTENT):
        return None  # a title: "the robot, named 'Better Idea of Girls,' scored"
    if first.lower_ in OPENERS or (last.text not in {",", ".", "!", "?"}):
        return None
    return first, scene.doc[last.i - 1] if last.text in {",", "."} else last


def _speaker(scene: Scene) -> Slot | None:
    """Who speaks: the subject of the verb of saying; where the parse has none, the person named beside it."""
    verb = next((root for root in reversed(scene.parsed.roots()) if lemma_of(root) in SAID_IN_QUOTES), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if subject is not None:
        return _named(scene, subject)
    return _accorded(scene) or _named_in_tail(scene)


def _named(scene: Scene, subject: Token) -> Slot | None:
    """The speaker by name: the subject, or the name set beside a description ("the mayor, Jane Roe")."""
    phrase = noun_phrase(scene, subject)
    beside = next((c for c in subject.children if c.dep_ == "appos"), None)
    name = scene.cast.name_at(beside) if beside is not None else None
    if beside is not None and name is not None and name.type == "person" and scene.cast.name_at(subject) is None:
        phrase = noun_phrase(scene, beside)
    elif phrase.open:
        return None
    is_nobody = "nobody" in phrase.wording.lower().split()
    return phrase.slot("speaker") if phrase.type in SPEAKERS and not is_nobody else None


def _accorded(scene: Scene) -> Slot | None:
    """Who stands behind "according to"."""
    for token in scene.words:
        if token.dep_ in {"obl", "ROOT"} and case_of(token) == "according to":
            return _named(scene, token)
    return None


def _named_in_tail(scene: Scene) -> Slot | None:
    tail = [token for token in scene.words if token.i >= scene.end]
    names = [name for token in tail if (name := scene.cast.name_at(token)) is not None and name.type == "person"]
    if not names:
        return None
    words = [token for token in tail if scene.cast.name_at(token) is names[-1]]
    span = scene.parsed.span(words[0], words[-1])
    return Slot("speaker", span, scene.parsed.text(span), names[-1].wording, "person")


def find_manner(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask how something will be done, where a quoted statement ends on it ("will grow slowly, step by step")."""
    if not any(token.text == '"' for token in scene.words):
        return
    for clause in clauses:
        manner = clause.part("manner")
        if manner is None or not clause.speaker or clause.verb.negated or clause.part("object"):
            continue
        end = max(part.phrase.words[-1].i for part in clause.parts)
        last = next(t for t in reversed(scene.words) if t.i < scene.end and not t.is_punct and t.i >= end)
        if last.i < manner.phrase.words[0].i + 2:
            continue  # "failed completely", "works very well" say nothing of how
        span = scene.parsed.span(manner.phrase.words[0], last)
        text = scene.parsed.text(span)
        slot = Slot("how", span, text, " ".join(text.split()), "abstract")
        yield state(clause, "quotation", ["how"], [slot])


def find_reporter(scene: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who said, warned or announced something, in the words of the report."""
    for clause in clauses:
        speaker = _reporter(scene, clause)
        if speaker is None or speaker.type not in {"person", "organization"} or clause.verb.negated:
            continue
        if clause.how in {"main", "reported"} and len(clause.parts) > 0:
            fact = state(clause, "quotation", ["speaker"], [replace(speaker, within="attribution")])
            yield replace(fact, attribution="")


def _reporter(scene: Scene, clause: Clause) -> Slot | None:
    """Who stands with the verb of saying: in the attribution behind the clause, or above it."""
    if not clause.speaker:
        return None
    above = clause.predicate.head
    if clause.how == "reported" and above.lemma_ in SAYING:
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        return _named(scene, subject) if subject is not None else None
    if clause.how != "main":
        return None
    return _speaker(scene) if scene.parsed.tail is not None else _accorded(scene)


def find_denier(_: Scene, clauses: Sequence[Clause]) -> Iterator[Fact]:
    """Ask who denied something."""
    for clause in clauses:
        is_denied = clause.verb.lemma == "deny" and not clause.verb.passive and clause.part("content") is not None
        if is_denied and clause.subject.phrase.type in SPEAKERS:
            yield state(clause, "quotation", ["subject"])


RULES = (
    Rule("somebody said that something is so", find_reporter),
    Rule('"… will grow slowly," somebody said', find_manner),
    Rule("somebody denied that something is so", find_denier),
    Rule('"…," somebody said', find_speaker),
)
