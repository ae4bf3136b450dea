"""Where the names of people, organizations and places are, as far as a treebank tells.

Labels are one a token: `B-PER`, `I-PER` and so on, `O` for no name, and `-` for "not known", which the
named entity component neither rewards nor punishes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from training.conllu import Sentence, Token
from training.lists import countries, places

UNKNOWN, OUTSIDE = "-", "O"
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}

# What belongs to a name below its head word: in a person's the parts of the name, in others modifiers too.
PERSON_PARTS = frozenset({"flat", "nummod"})
NAME_PARTS = PERSON_PARTS | {"compound", "amod", "nmod", "nmod:desc", "conj"}
NAME_LINKS = frozenset({"of", "for", "on", "and", "&", "the"})
TITLES = frozenset(
    """Ambassador Bishop Captain Chairman Chancellor Chief Coach Congressman Council Director Doctor Emperor
    General God Governor Judge Justice King Lord Madam Mayor Minister Mr. Mrs. Ms. Officer Pope President
    Prince Princess Professor Queen Secretary Senator Sir""".split()
)

ORGANIZATION_HEADS = frozenset(
    """Agency Army Association Authority Bank Brigade Bureau Center Centre Church College Command Commission
    Committee Company Congress Corp Corp. Corporation Council Court Department Force Forces Foundation Fund
    Group Inc Inc. Institute League Ltd Ltd. Ministry Navy Office Organization Parliament Party Police Post
    Senate Service Services Society Times Union University""".split()
)

Span = tuple[int, int, str]


def gum_labels(sentences: Sequence[Sentence]) -> list[list[str]]:
    """Labels for GUM sentences, from mentions of people, organizations and places whose head is a name."""
    labels = []
    for sentence in sentences:
        spans = [_name_span(sentence.tokens, *mention) for mention in _mentions(sentence.tokens)]
        labels.append(_labels(len(sentence.tokens), [span for span in spans if span], OUTSIDE))
    return labels


def _mentions(tokens: Sequence[Token]) -> list[Span]:
    """The mentions that `Entity=` opens and closes in one sentence, longest first."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    found: list[Span] = []
    for index, token in enumerate(tokens):
        for bracket, group, rest, close in re.findall(
            r"(\(?)(\d+)((?:-[^()]*)?)(\)?)", token.misc.get("Entity", "")
        ):
            if bracket:
                opened[group].append((index, rest.strip("-").split("-")[0]))
            if close and opened[group]:
                start, kind = opened[group].pop()
                if kind in GUM_TYPES:
                    found.append((start, index + 1, GUM_TYPES[kind]))
    return sorted(found, key=lambda span: span[0] - span[1])


def _name_span(tokens: Sequence[Token], start: int, end: int, label: str) -> Span | None:
    """The proper name inside a mention: its head word and what belongs to the name on either side."""
    head = next(
        (i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i), None
    )
    if head is None or not tokens[head].is_name:
        return None
    parts = PERSON_PARTS if label == "PER" else NAME_PARTS
    inside = {i for i in range(start, end) if _in_name(tokens, i, head, parts)}
    left = right = head
    while left - 1 in inside and left > start:
        left -= 1
    while right + 1 in inside and right + 1 < end:
        right += 1
    while left < head and not _may_bound(tokens[left]):
        left += 1
    while right > head and not _may_bound(tokens[right]):
        right -= 1
    words = " ".join(token.form for token in tokens[left : right + 1])
    if label == "PER" and (words in TITLES or tokens[head].xpos == "NNPS"):
        return None
    return left, right + 1, "LOC" if words in countries() else label


def _in_name(tokens: Sequence[Token], index: int, head: int, parts: frozenset[str]) -> bool:
    """Whether the way from a token up to the head of its name leads through parts of names only."""
    token = tokens[index]
    if token.xpos == "HYPH":
        return True
    if parts is NAME_PARTS and token.form in NAME_LINKS:
        return token.head != head and _in_name(tokens, token.head, head, parts)
    while index != head:
        token = tokens[index]
        named = token.is_name or token.xpos == "CD" or token.deprel == "flat"
        direct_conjunct = token.deprel == "conj" and token.head == head
        if token.deprel not in parts or not named or direct_conjunct or token.head == index:
            return False
        index = token.head
    return True


def _may_bound(token: Token) -> bool:
    return token.is_name or token.xpos == "CD" or token.deprel == "flat"


def silver_labels(sentences: Sequence[Sentence]) -> list[list[str]]:
    """Labels for sentences without named entities, where grammar and lists leave little doubt; `-` elsewhere.

    A name with `flat` parts is a person (and so is each later use of its last word in the document), a name
    whose head is a word such as `University` an organization, a country or large city a place.
    """
    surnames: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for start, end in _chunks(sentence.tokens):
            if _is_person(sentence.tokens, start, end):
                surnames[sentence.document][sentence.tokens[end - 1].form] += 1
    labels = []
    for sentence in sentences:
        known = [
            _silver_span(sentence.tokens, *chunk, surnames[sentence.document])
            for chunk in _chunks(sentence.tokens)
        ]
        row = _labels(len(sentence.tokens), [span for span in known if span], UNKNOWN)
        labels.append(
            [_rule_out(sentence.tokens, i) if label == UNKNOWN else label for i, label in enumerate(row)]
        )
    return labels


def _chunks(tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    """Runs of proper nouns."""
    start = None
    for index in range(len(tokens) + 1):
        named = index < len(tokens) and tokens[index].is_name
        if named and start is None:
            start = index
        elif not named and start is not None:
            yield start, index
            start = None


def _is_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the run is one capitalised word with flat parts after it, and no place in the lists."""
    words = tokens[start:end]
    flat = len(words) > 1 and all(token.deprel == "flat" and token.head == start for token in words[1:])
    plain = all(token.form[0].isupper() and token.form not in {"Al", "The"} for token in words)
    return flat and plain and " ".join(token.form for token in words) not in places()


def _silver_span(tokens: Sequence[Token], start: int, end: int, surnames: Counter[str]) -> Span | None:
    last = tokens[end - 1].form
    text = " ".join(token.form for token in tokens[start:end])
    if _is_person(tokens, start, end):
        return start, end, "PER"
    if text in places():
        return start, end, "LOC"
    if end - start == 1 and surnames[last]:
        return start, end, "PER"
    if end - start == 2 and tokens[start].deprel == "nmod:desc" and surnames[last]:
        return start + 1, end, "PER"
    bounded = end == len(tokens) or tokens[end].form.lower() not in {"of", "for", "and", "-", "&"}
    if end - start > 1 and last in ORGANIZATION_HEADS and bounded:
        return start, end, "ORG"
    return None


def _rule_out(tokens: Sequence[Token], index: int) -> str:
    """`O` for a word without a capital that stands beside no proper noun, `-` for the others."""
    near = tokens[max(index - 1, 0) : index + 2]
    return UNKNOWN if tokens[index].form[:1].isupper() or any(token.is_name for token in near) else OUTSIDE


def _labels(length: int, spans: Iterable[Span], rest: str) -> list[str]:
    """One label a token; where spans overlap the first one given holds."""
    labels = [rest] * length
    for start, end, kind in spans:
        if all(label == rest for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return labels
