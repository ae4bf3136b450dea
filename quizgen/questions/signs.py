"""What the letters of a question show that readers minded or liked: days without a year, words that lean, open things.

These are traits too (see `traits`), each a sign that a stranger sees on the card alone: most were named by readers who
had judged some hundred cards and were asked how one could tell the bad ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.days import MONTH, WEEKDAY, YEAR
from quizgen.model import BLANK, Question, Slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import STOP, words_of

DAY = re.compile(rf"\b{WEEKDAY}\b(?P<dated> \(|,? [A-Z0-9])?")
IN_TEXT = re.compile(rf"\b{YEAR}\b")
ASIDE = re.compile(r"\([^)]*\)")
# words that compare with, or point to, something that the card does not hold
LEANING = re.compile(
    r"\b(?:last|previous|recent|next|similar|latest|current|further|more|another|others?|also|new|former|then|there|"
    r"this|these|such|those|example|question|event)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:said|says|told|stated|noted|described|called|recalled|believes?|hopes?|thinks?|feels?|felt|wants?|liked?)\b"
)
AUXILIARY = re.compile(r"\b(?:is|are|has|have|was|were|had|will|would|could|may|might|can|must)\b")
HIGH_OFFICE = re.compile(
    r"\b(?:presidents?|prime minister|premier|chancellor|king|queen|pope|secretary[- ]general|ministers?|secretary of|"
    r"home secretary|governor|mayor|leader|commander|ambassador|chief executive|chief of|speaker)\b",
    re.IGNORECASE,
)
LOW_OFFICE = re.compile(
    r"\b(?:spokes\w+|professor|analyst|researcher|director|representative|deputy|attorney|lawyer|physician|doctor|"
    r"curator|inspector|undersecretary|manager|student|resident|lecturer|author|scientist|volunteer|\w+ologist)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(r"[Aa]ccording to ([^,?.]+)")
LISTED = re.compile(rf"{BLANK}, [A-Z0-9]|, {BLANK}|(?:and|or) {BLANK}|{BLANK},? (?:and|or) ")
OPEN_THING = re.compile(
    r"\b[Tt]he ((?:[a-z-]+ ){0,3}?[a-z-]+)(?= (?:is|are|was|were|has|have|had|will|would|in|on|at|to|for|by|and|from|"
    r"after|as|with)\b|[,.?])"
)
OPEN_SUBJECT = re.compile(
    r"(the|an?|some|several|many|two|three|four|five|\d+) (?:[a-z-]+ ){1,4}(?:is|are|was|were|has|had|will|would|"
    r"[a-z]+ed)\b",
    re.IGNORECASE,
)
OWNED = re.compile(r"\b(?:his|her|their|its)\b")
QUOTE = re.compile("[“”\"]")
SMALL = frozenset("one two three four both".split())
OPENINGS = frozenset(
    "the a an of on in at for with as according by while when after before parts each both since from to under".split()
)


def signs(question: Question, asked: Slot) -> Iterator[str]:
    """The names of the signs that a question shows, each at most once."""
    yield from dict.fromkeys(_signs(question, asked))


def _signs(question: Question, asked: Slot) -> Iterator[str]:
    bare = ASIDE.sub("", question.stem)
    yield from _of_time(question)
    yield from _of_leaning(question, bare)
    yield from _of_persons(question)
    yield from _of_key(question, asked)
    yield from _of_ends(question, bare)
    yield from _of_surroundings(question)


def _of_time(question: Question) -> Iterator[str]:
    stem, key = question.stem, question.key
    dated = question.source.published is not None
    for part, text in (("stem", stem), ("key", key)):
        for day in DAY.finditer(text):
            yield f"day in {part}={'dated' if day['dated'] else 'open'}/{dated}"
    if re.fullmatch(MONTH, key):
        yield "key is a month"
    yield f"number={bool(re.search('[0-9]', key))} year={bool(IN_TEXT.search(stem + key))} dated={dated}"
    if set(IN_TEXT.findall(key)) & set(IN_TEXT.findall(stem)):
        yield "year of the key in the stem"
    verb = AUXILIARY.search(stem)
    yield f"tense={verb[0] if verb else 'simple'}/{dated}"


def _of_leaning(question: Question, bare: str) -> Iterator[str]:
    leaning = [word.lower() for word in LEANING.findall(bare)]
    yield from (f"leaning={word}" for word in leaning)
    yield f"leaning{min(len(leaning), 2)}"
    title = question.source.title.lower()
    things = [thing for thing in OPEN_THING.findall(bare) if thing.split()[-1] not in title]
    yield f"open things{min(len(things), 2)}"
    subject = OPEN_SUBJECT.match(bare)
    if subject is not None:
        yield f"open subject={subject[1].lower() if subject[1].lower() in {'the', 'a', 'an'} else 'number'}"
    if not re.search("[A-Z]", bare[1:]):
        yield f"nothing named={question.form}"
    if OWNED.search(bare):
        yield "owner in stem"
    if REPORTED.search(bare):
        yield "reported"


def _of_persons(question: Question) -> Iterator[str]:
    for slot in question.fact.slots:
        name = base_name(slot.name)
        if name in {"post", "occupation"}:
            yield f"office high={HIGH_OFFICE.search(slot.text) is not None} low={bool(LOW_OFFICE.search(slot.text))}"
        if slot.type == "person" and name in {"subject", "object", "speaker"}:
            yield f"{name} names{min(sum(word[:1].isupper() for word in slot.wording.split()), 4)}"
    source = SOURCE.search(question.stem)
    if source is not None:
        yield f"source named={bool(re.search('[A-Z]', source[1]))} words{min(len(source[1].split()), 3)}"


def _of_key(question: Question, asked: Slot) -> Iterator[str]:
    key, stem = question.key, question.stem
    if key.lower() in SMALL:
        yield "key small"
    if OWNED.search(key):
        yield "owner in key"
    if key.islower() and key.isalpha() and question.form != "cloze":
        yield "key one word"
    content = {word for word in words_of(key) if word not in STOP}
    if content & set(words_of(stem)):
        yield "key in stem"
    if content and content <= set(words_of(question.source.title)):
        yield "key in title"
    if LISTED.search(stem):
        yield "blank in list"


def _of_ends(question: Question, bare: str) -> Iterator[str]:
    words = bare.rstrip(" ?.").split()
    if not words:
        return
    last = words[-1].lower()
    if BLANK in last:
        yield "ends=blank"
    elif last in STOP or last in {"next", "more", "first"}:
        yield f"ends={last}"
    else:
        yield f"ends={'number' if re.search('[0-9]', last) else 'name' if words[-1][:1].isupper() else 'word'}"
    if question.form == "cloze":
        first = words[0].lower()
        named = len(words) > 1 and words[1][:1].isupper()
        yield f"opens={first if first in OPENINGS else 'blank' if BLANK in first else 'name' if named else 'word'}"


def _of_surroundings(question: Question) -> Iterator[str]:
    """Of the sentence around the key."""
    sentence = question.fact.sentence
    start, end = question.key_span.start - sentence.span.start, question.key_span.end - sentence.span.start
    before, after = sentence.text[:start].split(), sentence.text[end:].split()
    if before and (before[-1].lower() in STOP or not before[-1][-1:].isalnum()):
        yield f"behind={before[-1].lower() if before[-1][-1:].isalnum() else before[-1][-1:]}"
    if sentence.text[end : end + 1] in {",", ".", ")", ";", "-", "–", "'", "’"}:
        yield f"followed by={sentence.text[end]}"
    elif after:
        yield f"followed by={after[0].lower() if after[0].lower() in STOP else 'word'}"
    yield f"quotation={bool(QUOTE.search(sentence.text))}"
    yield f"commas of the sentence{min(sentence.text.count(','), 4)}"
    if before and before[-1] in {"up", "down"} and not re.search(rf"\b{before[-1]} (?:\w+ )?{BLANK}", question.stem):
        yield "direction lost"
