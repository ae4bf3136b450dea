"""What a question is like, as names of traits: the evidence from which `acceptability` judges it.

Nothing here names a thing of the world: traits are forms, kinds, lengths, determiners, places. So a judgement learnt
on some articles holds for others. Which traits tell a good question from a bad one was looked for in what Heilman and
Smith, "Good question! Statistical ranking for question generation" (2010), rank by, and in questions that readers
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.language.days import YEAR
from quizgen.model import BLANK, Fact, Question, Slot, Verb
from quizgen.questions.asking import base_name
from quizgen.questions.checks import STOP, is_named, words_of
from quizgen.questions.signs import signs

NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]*")
IN_TEXT = re.compile(rf"\b{YEAR}\b")
BARE = re.compile(r"\b[Tt]he (?:[a-z]+ ){0,2}([a-z]+)\b(?! of)")
JOINED = re.compile(rf"(?:and|or) {BLANK}|{BLANK},? (?:and|or) [A-Z]")
OWNERS = frozenset({"his", "her", "their", "its"})
QUANTITIES = frozenset("some many several most all other more each every one another any no few".split())
MENTIONS = (0, 1, 2, 4, 8)  # of a name: one who only passes by, and who the news is about
LINKS = frozenset("than including after before since under between into over during like".split()) | STOP


def traits(question: Question) -> Iterator[str]:
    """The names of the question's traits, each at most once."""
    fact = question.fact
    asked = next((slot for slot in fact.slots if slot.span == question.key_span), fact.slots[0])
    yield from _of_wording(question)
    yield from _of_fact(question, asked)
    yield from _of_key(question, asked)
    if fact.verb is not None:
        yield from _of_verb(fact.verb, base_name(asked.name))
    yield from dict.fromkeys(trait for slot in _others(fact, asked) for trait in _of_slot(slot))
    yield from _of_title(question)
    if question.form == "cloze":
        yield from _of_blank(question.stem)
    yield from signs(question, asked)


def _of_wording(question: Question) -> Iterator[str]:
    stem = question.stem
    words = stem.replace(BLANK, "").split()
    content = [word for word in words_of(stem) if word not in STOP]
    covered = len(words) / max(1, len(question.fact.sentence.text.split()))
    yield f"template={question.template}"
    yield f"form={question.form}"
    yield f"first={words[0].lower() if words and question.form != 'cloze' else question.form}"
    yield f"words{_step(len(words), (5, 7, 9, 12, 16, 20, 25))}"
    yield f"names{_step(len(set(NAME.findall(stem))), (0, 1, 2, 3, 5))}"
    yield f"content{_step(len(content), (2, 3, 4, 6, 9))}"
    yield f"number={bool(re.search('[0-9]', stem))}"
    yield f"year={bool(IN_TEXT.search(stem))}"
    yield f"commas{_step(stem.count(','), (0, 1, 2))}"
    yield f"unnamed{_step(len(BARE.findall(stem)), (0, 1, 2, 3))}"
    yield f"covered{_step(covered, (0.2, 0.35, 0.5, 0.7, 0.9))}"


def _of_fact(question: Question, asked: Slot) -> Iterator[str]:
    fact = question.fact
    names = sorted({base_name(slot.name) for slot in fact.slots if not slot.within})
    yield f"kind={fact.kind}"
    yield f"rule={fact.rule}"
    yield f"shape={'+'.join(names)}"
    yield f"slots{_step(len(names), (1, 2, 3, 4))}"
    yield f"sentence{_step(len(fact.sentence.text.split()), (8, 12, 18, 25, 35))}"
    yield f"place{_step(fact.sentence.index, (0, 2, 5, 10, 20))}"
    yield f"sure{_step(fact.confidence, (0.4, 0.6, 0.7, 0.8, 0.9, 0.99))}"
    yield f"said={bool(fact.attribution)}"
    yield f"hedged={bool(fact.modality)}"
    yield f"replaced{_step(sum(len(slot.replacements) for slot in fact.slots), (0, 1))}"
    yield f"dated={question.source.published is not None}"
    yield f"kind={fact.kind}/{asked.type}"


def _of_key(question: Question, asked: Slot) -> Iterator[str]:
    name = base_name(asked.name)
    yield f"asked={name}"
    yield f"asked={asked.type}"
    yield f"asked={name}/{asked.type}"
    yield f"key{_step(len(question.key.split()), (1, 2, 3, 5, 8))}"
    yield f"key={_opening(question.key)}"
    yield f"key named={is_named(question.key)}"
    yield f"key number={bool(re.search('[0-9]', question.key))}"
    yield f"key several={asked.plural}"
    known = [slot.mentions for slot in question.fact.slots if slot.type == "person"]
    yield f"{question.template} of one mentioned{_step(max(known, default=0), MENTIONS)}"
    yield f"key mentioned{_step(asked.mentions, MENTIONS)}"
    yield f"mentioned{_step(max(slot.mentions for slot in question.fact.slots), MENTIONS)}"
    if asked.case:
        yield f"key={name} {asked.case.split()[-1]}"


def _of_verb(verb: Verb, asked: str) -> Iterator[str]:
    yield f"verb={verb.lemma}"
    yield f"tag={verb.tag}"
    yield f"passive={verb.passive}/{asked}"
    yield f"copular={verb.copular}"
    yield f"negated={verb.negated}"
    yield f"particle={bool(verb.particle)}"
    yield f"auxiliaries{_step(len(verb.auxiliaries), (0, 1, 2))}"


def _others(fact: Fact, asked: Slot) -> Iterator[Slot]:
    return (slot for slot in fact.slots if slot is not asked and not slot.within)


def _of_slot(slot: Slot) -> Iterator[str]:
    name = base_name(slot.name)
    yield f"{name}={_opening(slot.wording)}"
    yield f"{name}={slot.type}"
    yield f"{name}{_step(len(slot.wording.split()), (1, 2, 4, 7, 11))}"
    if slot.case:
        yield f"{name}={slot.case.split()[-1]}-"
    yield f"{name} mentioned{_step(slot.mentions, MENTIONS)}"
    if slot.trimmed:
        yield f"{name} trimmed"
    if slot.wording.startswith("the ") and not NAME.search(slot.wording):
        yield f"{name} unnamed"


def _of_title(question: Question) -> Iterator[str]:
    """How much of key and stem the title says, which stands in the context line."""
    title = {word for word in words_of(question.source.title) if word not in STOP}
    for part, text, steps in (("key", question.key, (0, 0.34, 0.67)), ("stem", question.stem, (0, 0.1, 0.25, 0.5))):
        content = {word for word in words_of(text) if word not in STOP}
        yield f"{part} in title{_step(len(content & title) / max(1, len(content)), steps)}"


def _of_blank(stem: str) -> Iterator[str]:
    before, _, after = stem.partition(BLANK)
    last = (before.split() or [""])[-1]
    yield f"blank at{_step(len(before) / max(1, len(stem)), (0.02, 0.3, 0.6, 0.9))}"
    yield f"blank before={_following(after)}"
    yield f"blank after={last.lower() if last.lower() in LINKS else _opening(last)}"
    yield f"blank joined={bool(JOINED.search(stem))}"


def _following(after: str) -> str:
    if after.startswith(("'s", "’s")):
        return "owned"
    return after[:1] if after[:1] in {",", "."} else "name" if re.match(" [A-Z]", after) else "word"


def _opening(text: str) -> str:
    """How a phrase begins: with an article, an owner, a quantity, a name, a number, or a plain word."""
    first = (text.split() or [""])[0]
    word = first.lower()
    if word in {"the", "a", "an"}:
        return word.replace("an", "a")
    if word in OWNERS:
        return "owner"
    if word in QUANTITIES:
        return "quantity"
    return "name" if first[:1].isupper() else "number" if first[:1].isdigit() else "word"


def _step(value: float, edges: Sequence[float]) -> str:
    """The first edge that the value does not pass."""
    edge = next((edge for edge in edges if value <= edge), None)
    return f"<={edge}" if edge is not None else f">{edges[-1]}"
