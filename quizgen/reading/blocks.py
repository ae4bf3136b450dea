"""What each line of an article is: by its own form first, then by where it stands.

The front of an article is what stands before its running text: labels, headline, standfirst, byline, date,
pictures. Only running text becomes `paragraph` blocks, and only from those are questions made; so a caption taken
for a paragraph makes a bad question, and a paragraph taken for anything else loses facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.model import Block, BlockRole, Span
from quizgen.reading.captions import is_credit
from quizgen.reading.datelines import prefix
from quizgen.reading.forms import form_of, is_final
from quizgen.reading.lines import Line

HEADING_WORDS = 24
"""A line of more words is running text even if no stop ends it: writers forget stops, headings are short."""
STANDFIRST_WORDS = 60
"""The most words of a headline, and of one line of a standfirst."""

# Newspapers' sections, as they stand alone above a headline.
_SECTIONS = frozenset(
    "world news uk us usa europe asia africa americas australia politics business money economy markets tech"
    " technology"
    " science health environment climate sport sports football culture arts entertainment lifestyle travel opinion"
    " comment analysis features feature exclusive education society media obituaries weather national"
    " international"
    " local regional home middle east north south america latin breaking explainer live video".split()
)
_LABEL = re.compile(r"(?:In|From|Via) [A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}$")
_CRUMBS = re.compile(r"[\w &]{2,30}(?: ?[|/›»>•·] ?[\w &]{2,30})+$")
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should)\b", re.I
)
_GOES_ON = (":", ",", ";", "–", "—")
_ANSWER = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer) ?[:.] ?(?=\S)")
_PLACE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}: +(?=[\"“]?[A-Z])")  # "Doha: A ship …"


def blocks(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Gives each line its role.

    Args:
        text: The article's text.
        lines: Its lines, in order, as the module of its format found them.

    Returns:
        The blocks, in order, none overlapping another; a dateline before the first words of a paragraph is a block
        of its own, and so is the `Q:` or `Answer:` of an interview.
    """
    roles = [_alone(each) for each in lines]
    _credit_captions(lines, roles)
    _front(lines, roles)
    found: list[Block] = []
    for each, role in zip(lines, roles, strict=True):
        if role == "paragraph":
            opens = all(block.role != "paragraph" for block in found)
            found.extend(_paragraph(text, each.span, opens))
        else:
            found.append(Block(role or "heading", each.span))
    return tuple(found)


def _alone(line: Line) -> BlockRole | None:
    """The role that the line's own form gives it; None for a short line without a stop, whose place decides."""
    if line.role:
        return line.role
    form = form_of(line.plain)
    if form:
        return form.role
    words = len(line.plain.split())
    if line.listed:
        return "paragraph" if is_final(line.plain) and words >= 5 else "notice"
    if is_final(line.plain):
        return "paragraph" if words > 1 else None
    if line.plain.endswith(_GOES_ON):
        return "paragraph" if words >= 5 else None
    return "paragraph" if words > HEADING_WORDS else None


def _credit_captions(lines: Sequence[Line], roles: list[BlockRole | None]) -> None:
    """Makes captions of the lines that stand right above a picture's credit, with no blank line between."""
    for index, line in enumerate(lines):
        if roles[index] != "caption" or not is_credit(line.plain):
            continue
        above = index - 1
        while above >= 0 and not lines[above + 1].gap and index - above <= 3 and _may_be_caption(lines[above]):
            roles[above] = "caption"
            above -= 1


def _may_be_caption(line: Line) -> bool:
    return line.role is None and len(line.plain.split()) <= 40


def _front(lines: Sequence[Line], roles: list[BlockRole | None]) -> None:
    """Tells labels, headline and standfirst in what stands before the running text; what is left is a heading."""
    end = _front_end(lines, roles)
    short = [index for index in range(end) if roles[index] in (None, "paragraph")]
    headline = next((index for index in range(end) if roles[index] == "headline"), None)
    if headline is None and short:
        headline = short[_labels(lines, short)]
        roles[headline] = "headline"
    for index in short:
        if headline is None or index == headline:
            continue
        if index < headline:
            roles[index] = "notice"
        elif len(lines[index].plain.split()) <= STANDFIRST_WORDS:
            roles[index] = "standfirst"
    _questions(lines, roles)


def _front_end(lines: Sequence[Line], roles: Sequence[BlockRole | None]) -> int:
    """The index of the first line of the running text."""
    first = next((index for index, role in enumerate(roles) if role == "paragraph"), len(roles))
    if all(role not in (None, "headline") for role in roles[:first]):
        # A question or an exclamation may be the headline: "Will rates rise again?"
        asks = first + 1 < len(roles) and lines[first].plain[-1:] in "?!" and _is_short(lines[first], 16)
        if not asks or roles[first + 1] not in ("paragraph", None) or not lines[first + 1].gap:
            return first
        first += 1
    return _after_standfirst(lines, roles, first)


def _after_standfirst(lines: Sequence[Line], roles: Sequence[BlockRole | None], first: int) -> int:
    """Where the running text begins if its seeming first lines are a summary: a byline or a date follows them."""
    for count in (1, 2):
        below = first + count
        summary = range(first, min(below, len(roles)))
        if any(roles[index] not in ("paragraph", None) for index in summary):
            break
        follows = below < len(roles) and roles[below] in ("byline", "dateline")
        if follows and all(_is_short(lines[index], STANDFIRST_WORDS) for index in summary):
            return below if sum(role == "paragraph" for role in roles[below:]) >= 2 else first
    return first


def _labels(lines: Sequence[Line], short: Sequence[int]) -> int:
    """How many of the first short lines are labels: a section's name, or where the article is from."""
    count = 0
    while count + 1 < len(short) and count < 3:
        words = lines[short[count]].plain
        below = max(len(lines[index].plain.split()) for index in short[count + 1 : count + 3])
        if not _is_label(words) or below <= len(words.split()):
            break
        count += 1
    return count


def _is_label(words: str) -> bool:
    if len(words.split()) > 6:
        return False
    if _LABEL.match(words) or _CRUMBS.match(words) or words.lower().endswith(("homepage", "home page")):
        return True
    parts = words.lower().replace("&", "and").split()
    known = all(part in _SECTIONS or part in ("and", "the") for part in parts)
    return known or (len(parts) <= 3 and words.isupper())


def _questions(lines: Sequence[Line], roles: list[BlockRole | None]) -> None:
    """Makes headings of the questions that head a part: short, no quotation, a part below."""
    for index in range(1, len(lines) - 1):
        words = lines[index].plain
        heads = words.endswith("?") and _QUESTION.match(words) and _is_short(lines[index], 10)
        if heads and roles[index] == "paragraph" and roles[index + 1] == "paragraph" and not lines[index].listed:
            roles[index] = "heading"


def _is_short(line: Line, words: int) -> bool:
    return len(line.plain.split()) <= words


def _paragraph(text: str, span: Span, opens: bool) -> Iterator[Block]:
    """The paragraph, with what stands before its first sentence as a block of its own.

    A place and a colon are a dateline where they open the article; later they may say who speaks.
    """
    part = span.of(text)
    answer = _ANSWER.match(part)
    place = _PLACE.match(part) if opens else None
    length = prefix(text, span) or (answer.end() if answer else place.end() if place else 0)
    if length:
        yield Block("heading" if answer else "dateline", Span(span.start, span.start + len(part[:length].rstrip())))
    yield Block("paragraph", Span(span.start + length, span.end))
