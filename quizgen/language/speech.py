"""Verbs of saying, and the attribution that news sets behind a statement: "…, four diplomats told Reuters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

SAYING = frozenset(
    "say tell add announce report state claim confirm note explain warn argue believe estimate suggest "
    "insist acknowledge declare reply respond write stress admit reveal testify assert maintain recall "
    "predict emphasise emphasize conclude observe remark".split()
)
SAID = frozenset(
    "said says say told tells added adds announced reported reports stated confirmed noted notes "
    "explained warned warns argued insisted acknowledged declared replied wrote writes stressed admitted "
    "revealed recalled predicted concluded observed claimed".split()
)
# what would make the words after the comma a clause of the statement itself, not its attribution
CLAUSE_OPENERS = frozenset(
    "who which that and but or as when where while what although though because if after before since "
    "whose whom having being to including is are was were has have had will would".split()
)
LONGEST_SPEAKER = 14  # tokens before the verb of saying
LONGEST_REST = 12  # tokens after it: whom it was told, when and where
TELLING = frozenset({"told", "tells"})
AFTER_SAYING = frozenset("on in at to after during by from last this earlier . ;".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
FINITE = frozenset(
    "that it there was were is are be been has have had would will could should may might can must did does "
    "do they're it's".split()
)
QUOTES = frozenset({'"', "''", "'"})


def attribution_start(doc: Doc, start: int, end: int) -> int | None:
    """The index of the first token of the attribution that ends the sentence `doc[start:end]`, or None.

    The form is comma, perhaps a closing quote, speaker, verb of saying, a few words, full stop; or the same with
    the verb first ("…, said the minister."), or "according to" and the speaker. It is found before parsing, on the
    words alone, so that the parser reads the statement as if the attribution were not there.
    """
    commas = [i for i in range(start + 3, end - 2) if doc[i].text in {",", "?", "!"}]
    for comma in reversed(commas):
        first = comma + 1
        if doc[first].text in QUOTES:
            first += 1
        elif doc[comma].text != ",":
            continue
        if first < end - 1 and _is_attribution(doc, first, end):
            return first
    return None


def _is_attribution(doc: Doc, first: int, end: int) -> bool:
    words = [doc[i].lower_ for i in range(first, end)]
    if words[0] in CLAUSE_OPENERS or '"' in words[:-1]:
        return False
    if words[:2] == ["according", "to"]:
        return len(words) <= LONGEST_SPEAKER and "," not in words and _is_noun_phrase(words[2:])
    if words[0] in SAID:
        return len(words) <= LONGEST_SPEAKER + LONGEST_REST and _is_noun_phrase(words[1:])
    verb = next((i for i, word in enumerate(words) if word in SAID), None)
    if verb is None or verb > LONGEST_SPEAKER or len(words) - verb > LONGEST_REST:
        return False
    speaker, rest = words[:verb], words[verb + 1 :]
    if speaker[-1] in {"who", "which", "that", "and"} or not _is_noun_phrase(speaker):
        return False
    # whom it was told comes without a preposition; everything else that may follow begins with one
    opens = not rest or words[verb] in TELLING or rest[0] in AFTER_SAYING or rest[0] in WEEKDAYS
    return opens and _is_noun_phrase(rest)


def _is_noun_phrase(words: list[str]) -> bool:
    """Whether the words hold no verb that would open a statement of their own."""
    return not FINITE & set(words)
