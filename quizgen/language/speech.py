"""Verbs of saying, and the attribution that news sets behind a statement: "…, four diplomats told Reuters."""

from __future__ import annotations

from itertools import pairwise
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
AFTER_SAYING = frozenset("on in at to after during from last this earlier . ;".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
FINITE = frozenset(
    "that it there was were is are be been has have had would will could should may might can must did does "
    "do they're it's".split()
)
QUOTES = frozenset({'"', "''", "'"})
INVERTED = frozenset({"said", "says"})  # what stands before its speaker where nothing is quoted
DEFINING = frozenset("the a an his her its their".split())
# participles by which somebody who spoke goes on speaking
GOING_ON = frozenset(
    "saying adding announcing reporting stating noting explaining warning arguing insisting speaking describing "
    "calling citing quoting referring blaming urging".split()
)
# conjunctions behind which somebody else may be speaking
TURNING = frozenset("and but or yet though although while whereas".split())
LINKING = frozenset("in on at by to for from with of".split())
FEWEST = 3  # tokens of a statement


def attribution_start(doc: Doc, start: int, end: int) -> int | None:
    """The index of the first token of the attribution that ends the sentence `doc[start:end]`, or None.

    The form is comma, perhaps a closing quote, speaker, verb of saying, a few words, full stop; or the same with
    the verb first ("…, said the minister."), or "according to" and the speaker; a participle may go on with what
    was said ("…, the minister said, adding that …"). It is found before parsing, on the words alone, so that the
    parser reads the statement as if the attribution were not there.
    """
    going_on = (i for i in range(start + FEWEST, end - 1) if doc[i].text == "," and doc[i + 1].lower_ in GOING_ON)
    for stop in (end, *going_on):
        commas = [i for i in range(start + FEWEST, stop - (2 if stop == end else 1)) if doc[i].text in {",", "?", "!"}]
        for comma in reversed(commas):
            first = comma + 1
            if doc[first].text in QUOTES:
                first += 1
            elif doc[comma].text != ",":
                continue
            if first < stop - 1 and _is_attribution(doc, first, stop):
                return first
    return None


def attribution_inside(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The first and last token of an attribution within `doc[start:end]`, its second comma included, or None.

    "Ten people died, the minister said, when a bridge fell": found as the one behind a statement is. The first comma
    stays where it parts the statement as well; between a subject and its verb, or before a preposition, both go.
    """
    commas = [i for i in range(start + 1, end - 2) if doc[i].text == ","]
    # "ten cars and, witnesses say, a bus": what is said is only what stands behind
    for opening in (i for i in commas if doc[i - 1].lower_ not in TURNING | CLAUSE_OPENERS):
        first = opening + 1
        for closing in (i for i in commas if i > first):
            if not _is_attribution(doc, first, closing) or _is_quoted(doc, start, closing):
                continue
            is_apart = doc[closing + 1].lower_ in FINITE  # between a subject and its verb
            if doc[first].lower_ in SAID or (doc[first].lower_ == "according" and not is_apart):
                continue
            return (opening if is_apart or doc[closing + 1].lower_ in LINKING else first), closing
    return None


def _is_quoted(doc: Doc, start: int, closing: int) -> bool:
    """Whether what stands around an attribution is somebody's very words."""
    return '"' in {token.text for token in doc[start : closing + 2]}


def _is_attribution(doc: Doc, first: int, end: int) -> bool:
    words = [token.text if token.text.isupper() else token.lower_ for token in doc[first:end]]  # the WHO is no "who"
    if words[0] in CLAUSE_OPENERS or '"' in words[:-1]:
        return False
    if words[:2] == ["according", "to"]:
        return len(words) <= LONGEST_SPEAKER and "," not in words and _is_noun_phrase(words[2:])
    if words[0] in SAID:
        return _is_inverted(doc, first, end)
    verb = next((i for i, word in enumerate(words) if word in SAID), None)
    if verb is None or verb > LONGEST_SPEAKER or len(words) - verb > LONGEST_REST:
        return False
    speaker, rest = words[:verb], words[verb + 1 :]
    if speaker[-1] in {"who", "which", "that", "and"} or not _is_noun_phrase(speaker) or _is_torn(speaker):
        return False
    # whom it was told comes without a preposition; everything else that may follow begins with one
    opens = not rest or words[verb] in TELLING or _is_circumstance(rest)
    goes_on = any(word == "," and behind in CLAUSE_OPENERS for word, behind in pairwise(rest))
    return opens and not goes_on and _is_noun_phrase(rest)


def _is_inverted(doc: Doc, first: int, end: int) -> bool:
    """Whether a verb of saying stands before its speaker: "…, said the mayor", not "the mayor, 43, said last week"."""
    words = [doc[i].lower_ for i in range(first + 1, end)]
    if (
        not words
        or _is_circumstance(words)
        or len(words) > LONGEST_SPEAKER + LONGEST_REST
        or not _is_noun_phrase(words)
    ):
        return False
    if doc[first - 1].text in QUOTES:
        return True
    names = words[0] in DEFINING or doc[first + 1].text[0].isupper()
    return doc[first].lower_ in INVERTED and names and "to" not in words


def _is_torn(speaker: list[str]) -> bool:
    """Whether the words before the verb hold half an aside: "Anna Berg, said" of "the mayor, Anna Berg, said"."""
    commas = speaker.count(",")
    return commas > 0 and not (commas == 2 and speaker[-1] == "," and speaker[0] != ",")


def _is_circumstance(words: list[str]) -> bool:
    """Whether the words tell when, where and how something was said."""
    return words[0] in AFTER_SAYING or words[0] in WEEKDAYS


def _is_noun_phrase(words: list[str]) -> bool:
    """Whether the words are a pronoun, or hold no verb that would open a statement of their own."""
    return words == ["it"] or not FINITE & set(words)
