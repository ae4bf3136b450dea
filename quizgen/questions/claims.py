"""What a fact says of one of its slots, brought into a form in which facts of several articles can be compared.

Subject and object are those of the active voice, verbs that say the same are one predicate, and parts are the content
words that they hold: names as they are spelled, numbers as digits, other words as their base forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from quizgen.language.days import MONTHS, WEEKDAYS
from quizgen.language.inflection import is_listed, lemmas
from quizgen.model import BLANK, Fact, Slot, Source
from quizgen.questions.asking import POINTS, base_name
from quizgen.questions.checks import POSSESSIVE, STOP, WORD, plain_name
from quizgen.questions.names import name_key
from quizgen.questions.numbers import WORDS
from quizgen.questions.verb_groups import lemma_of

Names = Mapping[str, tuple[str, ...]]
_SENSES = {
    "rise": "increase rise grow expand climb jump soar boost raise surge",
    "fall": "decrease fall drop decline shrink cut reduce plunge lower",
    "kill": "kill die",
    "injure": "injure wound hurt",
    "begin": "begin start commence",
    "end": "end finish conclude",
    "found": "found establish",
    "build": "build construct",
    "buy": "buy purchase acquire",
    "appoint": "appoint name",
    "arrest": "arrest detain",
}
# verbs of news that say the same, each with the word that stands for all of them
SENSES = {lemma: sense for sense, known in _SENSES.items() for lemma in known.split()}
# what happens to a subject without an object is what is done to an object: "prices rose", "it raised prices"
UNDERGONE = frozenset("rise fall begin end kill".split()) | frozenset("open close double halve break sink move".split())
OFFICE = {"role": "office", "leadership": "office"}  # kinds that state one thing
HARMS = frozenset("kill injure destroy damage".split())
POSSIBLE = frozenset("may might could can possibly potentially perhaps probably likely reportedly allegedly".split())
PLANNED = frozenset("will would shall should expected set planned due plans intends hopes".split())
NEARLY = frozenset({"nearly", "almost", "partly"})
DENYING = frozenset("not never no n't without neither nor deny denied".split())
# words that tell nothing of what is stated
EMPTY = STOP | frozenset("that which this these those also then there it they he she said says told when while".split())
BEFORE_BLANK = re.compile(rf"(\w+) {BLANK}")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
# a time in a sentence that is compared word for word: its value is compared instead
TIMES = re.compile(
    rf"\([^)]*\d{{4}}\)|(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}})?|\b(?:1[5-9]|20)\d\d\b"
    rf"|(?:{'|'.join(WEEKDAYS)})\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one fact says of one slot, and all that it says besides.

    `role` is what the slot is in the statement, `parts` are the other roles with their words in order, `times` the
    days, months or years (ISO 8601) that the statement is tied to, `mood` what limits it.
    """

    source: Source
    fact: Fact
    asked: Slot
    predicate: str
    role: str
    mood: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    times: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """All content words of its parts, in lower case."""
        return frozenset(word.casefold() for _, part in self.parts for word in part)


def claim_of(fact: Fact, asked: Slot, source: Source, names: Names, times: Iterable[str] = ()) -> Claim:
    """The claim that a fact makes of a slot; `times` are those of its sentence, for a statement that names none."""
    own = tuple(
        slot.normalised.value for slot in fact.slots
        if slot.type == "time" and slot.normalised and not slot.span.overlaps(asked.span)
    )  # fmt: skip
    other = () if asked.type == "time" else tuple(times)
    if asked.within == "statement":
        before = BEFORE_BLANK.search(asked.rest)
        case = before[1].lower() if before and before[1].lower() in STOP else ""
        said = TIMES.sub(" ", asked.rest)
        role, parts = f"{base_name(asked.name)} {case} {asked.head}", (("statement", tuple(content(said, names))),)
        return Claim(source, fact, asked, "statement", role, _mood_of(said), parts, own or other)
    predicate = _predicate(fact) if fact.verb else OFFICE.get(fact.kind, fact.kind)
    return Claim(
        source, fact, asked, predicate, _asked_role(fact, asked, predicate), _mood(fact),
        tuple(_parts(fact, asked, predicate, names)), own or other,
    )  # fmt: skip


def _predicate(fact: Fact) -> str:
    assert fact.verb is not None
    lemma = lemma_of(fact.verb)
    return f"{SENSES.get(lemma, lemma)} {fact.verb.particle}".strip()


def _role(slot: Slot, fact: Fact, predicate: str) -> str:
    """What a slot is in the active voice."""
    name = base_name(slot.name)
    if name == "agent":
        return "subject"
    if name == "subject" and fact.verb is not None:
        undergoes = fact.verb.passive or (predicate in UNDERGONE and fact.slot("object") is None)
        return "object" if undergoes else name
    if name == "oblique" and slot.type == "event" and slot.case == "in" and predicate in HARMS:
        return "subject"  # "killed in a fire" and "a fire killed"
    is_time_point = name == "time" and slot.case in POINTS
    return f"{name} {slot.case}".strip() if name in {"oblique", "time"} and not is_time_point else name


def _asked_role(fact: Fact, asked: Slot, predicate: str) -> str:
    if not asked.within:
        return _role(asked, fact, predicate)
    outer = fact.slot(asked.within)
    return f"{asked.name} of {_role(outer, fact, predicate) if outer else asked.within}"


def _parts(fact: Fact, asked: Slot, predicate: str, names: Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The roles of the other slots and their words; around the asked slot, what is left of the one that holds it."""
    if asked.within and fact.slot(asked.within) is None:
        yield asked.within, tuple(content(asked.rest, names))
    for slot in fact.slots:
        if slot is asked or slot.within or slot.type == "time":
            continue
        # a name that opened its sentence is large in the text, and may be small in a stem
        wording = slot.text if slot.text.casefold() == slot.wording.casefold() else slot.wording
        if slot.name == asked.within:
            wording = asked.rest
        elif slot.span.contains(asked.span):
            wording = wording.replace(asked.text, " ").replace(asked.wording, " ")
        elif asked.span.contains(slot.span):
            continue
        words = tuple(content(wording, names))
        if words:
            yield ("counted" if slot.name == asked.within else _role(slot, fact, predicate)), words


def content(text: str, names: Names) -> Iterator[str]:
    """The content words of a text in order; of a name that has several, the one by which all are known."""
    for word in WORD.findall(plain_name(text)):
        bare = POSSESSIVE.sub("", word)
        if bare in names:
            yield from names[bare]
        elif bare and (bare.lower() not in EMPTY or (bare.isupper() and len(bare) > 1)):
            yield from _plain(bare)


@lru_cache(maxsize=65536)
def _plain(word: str) -> tuple[str, ...]:
    """A word in its base form; a name as it is, and a country's letters as its name."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word.lower() in WORDS:
        return (str(WORDS.index(word.lower())),)
    if word[0].isupper():
        known = name_key(word)
        return (word,) if known == word.lower() else tuple(part.title() for part in known.split())
    base = next(iter(lemmas(word, "VERB" if is_listed(word, "VERB") else "NOUN")), "") or word
    return (SENSES.get(base, base),)


def _mood(fact: Fact) -> str:
    verb = fact.verb
    if verb is None:
        return _mood_of(fact.modality)
    said = " ".join((fact.modality, *verb.auxiliaries, verb.adverb))
    return _mood_of(f"not {said}" if verb.negated else said)


def _mood_of(text: str) -> str:
    """What limits a statement: denied, possible, planned, all but done; nothing where it is plain fact."""
    words = set(re.findall(r"[\w’']+", text[:1].lower() + text[1:]))
    moods = (("not", DENYING), ("nearly", NEARLY), ("possible", POSSIBLE), ("planned", PLANNED))
    return next((mood for mood, signs in moods if words & signs), "")
