"""One of several that a sentence lists: any of them would be a right answer, and none could be missed."""

from __future__ import annotations

import re

from quizgen.model import BLANK, Slot

YEAR = re.compile(r"[12]\d{3}")
NEXT_YEAR = re.compile(r"(?:,| and| or|, and|, or) (?:in )?[12]\d{3}\b")
LAST_YEAR = re.compile(r"\b[12]\d{3}(?:,| and| or|, and|, or) (?:in )?$")
ITEM = r"(?:(?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}|\d{4})"
GAP = rf"(?:the )?{BLANK}"
IN_LIST = re.compile(
    rf"{ITEM}, {GAP},? (?:and|or) {ITEM}"  # the last but one
    rf"|{GAP}(?:, {ITEM})+,? (?:and|or) {ITEM}"  # the first
    rf"|{ITEM}, {GAP}, {ITEM}"
    rf"|{ITEM}(?:, {ITEM})+,? (?:and|or) {GAP}"  # the last
)


def is_one_of_list(stem: str) -> bool:
    """Whether the blank stands in a list of three names or years or more ("Spain, _____ and Peru")."""
    return IN_LIST.search(stem) is not None


def is_one_of_years(time: Slot, text: str, start: int) -> bool:
    """Whether a year is one of several that the sentence lists; `start` is where its `text` begins in the article."""
    if YEAR.fullmatch(time.text) is None:
        return False
    before, after = text[: time.span.start - start], text[time.span.end - start :]
    return NEXT_YEAR.match(after) is not None or LAST_YEAR.search(before) is not None
