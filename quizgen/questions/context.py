"""The line above a question that says what it is about, of when, and by whom."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from quizgen.language.days import MONTHS
from quizgen.language.numbers import variants
from quizgen.model import Slot, Source
from quizgen.questions.checks import PLACED, STOP, is_kin, words_of
from quizgen.questions.names import names_of

GAP = "…"
TELLING = 0.5  # share of the answer's content words from which a title gives it away
# who speaks in a title: "Nato chief: Iraq agrees", "More troops may come: diplomats"
SPEAKER_FIRST = re.compile(r"^(?:[^\s:]+ ){0,4}[^\s:]+: ")
SPEAKER_LAST = re.compile(r": (?:[^\s:]+ ){0,3}[^\s:]+$")
SAYING = frozenset(
    "say says said saying tell tells told warn warns warned claim claims claimed announce announces announced confirm "
    "confirms confirmed deny denies denied vow vows vowed urge urges urged call calls pledge pledges promise promises "
    "insist insists admit admits declare declares hint hints reveal reveals according".split()
)
FEWEST = 3  # words that a title needs to say anything


def context_of(source: Source, asked: Slot) -> str:
    """Title, publisher, place and date; what would give the answer away is left out."""
    parts = [covered(source.title, asked), source.publisher or "", _place(source, asked)]
    if source.published:
        parts.append(f"as of {written_day(source.published)}")
    return " · ".join(part for part in parts if part)


def _place(source: Source, asked: Slot) -> str:
    """Where the news was reported from, if the title does not say it and no place is asked for."""
    place = source.place or ""
    told = _told(_telling(asked), set(words_of(place)))
    return "" if told or asked.type in PLACED or place.split(",")[0].lower() in source.title.lower() else place


def written_day(day: date) -> str:
    """A day as it is written: "15 February 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def covered(title: str, asked: Slot) -> str:
    """The title with the words of the answer replaced by an ellipsis, or nothing where too little is left."""
    text = _unspoken(title) if asked.name == "speaker" else " ".join(title.split())
    key = _telling(asked)
    said = set(words_of(text))
    if len(_told(key, said)) < max(1.0, TELLING * len(key)) and not _surname(asked) & said:
        return text
    for name in (name for word in key for name in names_of(word) if " " in name):
        text = re.sub(rf"\b{re.escape(name)}\b", GAP, text, flags=re.IGNORECASE)
    pieces = [GAP if _told(key, set(words_of(piece))) else piece for piece in text.split(" ")]
    joined = re.sub(rf"{GAP}(?:\W+{GAP})+", GAP, " ".join(pieces)).strip()
    left = re.findall(r"\w+", joined)
    return joined if len(left) >= FEWEST and 2 * len(left) >= len(re.findall(r"\w+", text)) else ""


def _unspoken(title: str) -> str:
    """A title without who says it ("Nato chief: Iraq agrees"); nothing of one that says so with a verb."""
    text = " ".join(title.split())
    if SAYING & set(words_of(text)):
        return ""
    opened = SPEAKER_FIRST.sub(f"{GAP}: ", text)
    return opened if opened != text else SPEAKER_LAST.sub(f": {GAP}", text)


def _told(key: set[str], said: set[str]) -> set[str]:
    """The words of the answer that are said, in one form or another ("crops", "crop yields")."""
    kin = {word for word in key if any(is_kin(word, other, ending=1) for other in said)}
    return kin | key & said | {word for word in key if _spelled(word, said)}


def _telling(asked: Slot) -> set[str]:
    """The words of the answer that would tell it, its full name's among them where it is a shorter one."""
    names = [asked.text, *(replaced.name for replaced in asked.replacements if replaced.span == asked.span)]
    return {word for name in names for word in words_of(name) if word not in STOP}


def _spelled(word: str, said: set[str]) -> bool:
    """Whether a word of the answer is said in another spelling: 14 and fourteen, US and United States."""
    return any(other <= said for other in _spellings(word))


@lru_cache(maxsize=8192)
def _spellings(word: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words_of(other)) for other in (*variants(word), *names_of(word)))


def _surname(asked: Slot) -> set[str]:
    """The last word of a person's name, which tells it alone."""
    return set(words_of(asked.text)[-1:]) - STOP if asked.type == "person" else set()
