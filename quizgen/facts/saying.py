"""How a stem says words of the text: references replaced by names, a sentence's capital taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts.letter_case import sentence_case
from quizgen.facts.owners import owner_of
from quizgen.facts.scene import Scene
from quizgen.facts.timing import stated_time
from quizgen.facts.voice import means_voice
from quizgen.language.cast import Reference
from quizgen.model import BLANK, Replacement

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

PAIRS = {
    "his": {"he"}, "himself": {"he"}, "her": {"she"}, "herself": {"she"}, "its": {"it"}, "itself": {"it"},
    "their": {"they"}, "themselves": {"they"},
}  # fmt: skip
# what there is one of
UNIQUE = frozenset("pope euro kremlin vatican holocaust renaissance bible quran koran olympics".split())
DAYS = frozenset({"weekday", "relative"})
BOUND = frozenset(PAIRS)
SPEAKERS = frozenset("i we you us me my our your mine ours yours myself ourselves yourself".split())
BEFORE_MARK = re.compile(r"\s+([,;:.%)])")
COMMAS = re.compile(r"(?:,\s*){2,}")
COURTESY = frozenset({"mr", "mrs", "ms", "miss"})


def say(
    scene: Scene, words: Sequence[Token], blank: frozenset[int] = frozenset()
) -> tuple[str, tuple[Replacement, ...], bool]:
    """How a stem says `words`: references replaced by names; with the replacements, and whether any stays open.

    The words whose indices are in `blank` are said as one `BLANK`.
    """
    pieces: list[tuple[int, str]] = []
    replacements: list[Replacement] = []
    is_open = False
    inside = {token.i for token in words}
    done = -1
    for token in words:
        if token.i <= done:
            continue
        last = token.i
        if token.i in blank:
            piece = BLANK if token.i - 1 not in blank else ""
            gap = "" if token.i + 1 in blank else None
        elif (mark := _day_possessive(scene, token, inside)) is not None:
            piece, gap, last = "the", " ", mark
            is_open = is_open or not any(t.i > mark and scene.cast.name_at(t) is not None for t in words)
        elif (dated := _dated(scene, token, inside - blank)) is not None:
            (piece, last), gap = dated, None
        else:
            (piece, reference), gap = _reading(scene, token), None
            if reference is not None and not _is_said(reference, token, pieces):
                first, last = _referring(scene, token, inside)
                pieces = [(i, said) for i, said in pieces if i < first]
                replacements.append(_replacement(scene, first, last, reference))
                piece, last = _named(scene, token, last, inside, reference)
            else:
                is_open = is_open or leans(scene, token) or _is_bared(scene, token, inside)
        done = last
        end = token if last == token.i else scene.doc[last]
        space = end.whitespace_ if last + 1 in inside else " "
        pieces.append((token.i, piece + (space if gap is None else gap)))
    return _tidy("".join(said for _, said in pieces)), tuple(replacements), is_open


def _day_possessive(scene: Scene, token: Token, inside: set[int]) -> int | None:
    """The index of the "'s" of a day that owns a noun: of "today's attack on Leeds" a stem says "the attack"."""
    time = scene.time_over(token.i)
    if time is None or time.first != token.i or time.kind not in DAYS:
        return None
    mark = time.last + 1
    return mark if mark in inside and scene.doc[mark].tag_ == "POS" else None


def _dated(scene: Scene, token: Token, inside: set[int]) -> tuple[str, int] | None:
    """A day inside other words with the date that the article's gives it, "Monday (15 February 2021)", and its end."""
    time = scene.time_over(token.i)
    if (
        time is None
        or time.first != token.i
        or time.kind not in DAYS
        or not inside.issuperset(range(token.i, time.last + 1))
    ):
        return None
    stated = stated_time(scene, scene.doc[time.last])
    is_dated = not stated.open and stated.normalised is not None and bool(stated.normalised.how)
    return (stated.wording, time.last) if is_dated else None


def _reading(scene: Scene, token: Token) -> tuple[str, Reference | None]:
    """How a word stands within a sentence, and what may be said in its place."""
    found = scene.readings.get(token.i)
    if found is None:
        found = scene.readings[token.i] = sentence_case(scene, token), _reference(scene, token)
    return found


def leans(scene: Scene, token: Token) -> bool:
    """Whether a word leans on what neither its clause, the title nor the article makes known."""
    found = scene.leaning.get(token.i)
    if found is None:
        found = scene.leaning[token.i] = _leans(scene, token)
    return found


def _leans(scene: Scene, token: Token) -> bool:
    if not _may_refer(token) or is_bound(scene, token) or _reading(scene, token)[1] is not None:
        return False
    unchecked = scene.cast.resolve(token)
    if unchecked is not None and not _is_stated(scene, unchecked):
        return True
    return is_speaker(token) or is_open_here(scene, token)


def _reference(scene: Scene, token: Token) -> Reference | None:
    """What a word is to be replaced by, unless the name stands before it in the same words; None where it stays."""
    if token.tag_ == "WP$":
        return owner_of(scene, token)
    if not _may_refer(token):
        return None
    reference = scene.voice if means_voice(token) else scene.cast.resolve(token)
    if reference is None or is_bound(scene, token):
        return None
    return None if _is_controlled(token) or not _is_stated(scene, reference) else reference


def _is_stated(scene: Scene, reference: Reference) -> bool:
    """Whether the name stands in the text where the reference says, article and capital aside: else it is no trace."""
    stated = _bare(scene.parsed.text(reference.antecedent))
    name = _bare(reference.wording)
    return bool(name and stated) and (f" {name} " in f" {stated} " or f" {stated} " in f" {name} ")


def _bare(text: str) -> str:
    plain = re.sub("[\"“”]", "", text)  # a nickname stands between quotation marks
    plain = " ".join(re.sub(r"(?<=\w)(?=['’])", " ", plain).split())
    return re.sub(r"^(?:the|an?) ", "", plain, flags=re.IGNORECASE).casefold()


def _is_controlled(token: Token) -> bool:
    """Whether a pronoun stands in what somebody is made to do, and may mean either of two ("press X to end its …")."""
    if token.tag_ not in {"PRP", "PRP$"}:
        return False
    return any(
        above.tag_ == "VB"
        and above.dep_ in {"xcomp", "advcl", "acl"}
        and any(_may_be_told(c) and c.i < above.i for c in above.head.children)
        for above in token.ancestors
    )


def _may_be_told(token: Token) -> bool:
    """Whether somebody is told to do what follows: an object, or those on whom somebody calls."""
    return token.dep_ in {"obj", "iobj"} or (token.dep_ == "obl" and token.head.lemma_ == "call")


def _replacement(scene: Scene, first: int, last: int, reference: Reference) -> Replacement:
    span = scene.parsed.span(scene.doc[first], scene.doc[last])
    return Replacement(span, scene.parsed.text(span), reference.wording, reference.antecedent)


def _named(scene: Scene, token: Token, last: int, inside: set[int], reference: Reference) -> tuple[str, int]:
    """The name in place of a reference, with the possessive ending that belongs to it, and the last token covered."""
    if token.tag_ in {"PRP$", "WP$"}:
        return _possessive(reference.wording), last
    following = last + 1
    if following in inside and scene.doc[following].tag_ == "POS":
        return _possessive(reference.wording), following
    return reference.wording, last


def is_speaker(token: Token) -> bool:
    """Whether a word means the one who speaks or is spoken to ("we", "your"); "US" is a country."""
    return token.text == "I" or (token.lower_ in SPEAKERS and not token.text.isupper())


def is_open_here(scene: Scene, token: Token) -> bool:
    """Whether a phrase leans on what neither its own clause nor the article's title makes known."""
    if not scene.cast.is_open(token):
        return False
    if token.lower_ == "others" and (
        any(c.dep_ == "nummod" for c in token.children)
        or token.head.lower_ in {"scores", "dozens", "hundreds", "thousands"}
    ):
        return False
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    if owner is not None:
        return not (is_bound(scene, owner) or _reading(scene, owner)[1] is not None)
    determiner = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    is_titled = token.lemma_.lower() in scene.title or token.lower_ in scene.title
    return not (determiner == "the" and (is_titled or token.lower_ in UNIQUE))


def _is_bared(scene: Scene, token: Token, inside: set[int]) -> bool:
    """Whether a definite is said without what makes it known: "the decision" of "the decision to close the mine"."""
    behind = [child for child in token.rights if child.dep_ in {"nmod", "acl", "acl:relcl"}]
    is_definite = token.tag_ in {"NN", "NNS"} and any(c.dep_ == "det" and c.lower_ == "the" for c in token.lefts)
    if not is_definite or not behind or any(child.i in inside for child in behind):
        return False
    is_counted = any(child.dep_ == "nummod" and child.text[0].isdigit() for child in token.lefts)  # "the 6,400 people"
    is_titled = token.lemma_.lower() in scene.title or token.lower_ in scene.title
    return not is_counted and not is_titled and scene.cast.is_open_alone(token)


def is_bound(scene: Scene, token: Token) -> bool:
    """Whether a possessive or reflexive refers to what is said with it: its clause's subject, or the noun it joins."""
    if token.lower_ not in BOUND:
        return False
    if _is_joined(scene, token):
        return True
    if _is_controlled(token):
        return False
    is_beside = token.dep_ == "nmod:poss" and token.head.dep_ == "conj" and token.head.head.i < token.i
    if is_beside and _agrees(scene, token, token.head.head):
        return True  # "the parties and their supporters"
    for above in token.ancestors:
        subject = next((c for c in above.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
        if subject is not None:
            is_behind = subject.right_edge.i < token.i
            return is_behind and _agrees(scene, token, subject)
        shares = above.dep_ == "advcl" and above.tag_ == "VBG" and above.i > above.head.i  # "…, calling for her cat"
        if above.dep_ in {"acl:relcl", "ccomp", "advcl", "parataxis"} and not shares:
            return False
    return False


def _is_joined(scene: Scene, token: Token) -> bool:
    """Whether a possessive belongs to the noun that its own is joined to: "all parties and their supporters"."""
    noun = token.head
    if token.dep_ != "nmod:poss" or noun.dep_ != "conj" or noun.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    owner, word = noun.head, token.lower_
    if word == "their":
        return owner.tag_ in {"NNS", "NNPS"}
    kind = scene.cast.type_of(owner)
    return owner.tag_ in {"NN", "NNP"} and (kind not in {"person", "people"} if word == "its" else kind == "person")


def _agrees(scene: Scene, pronoun: Token, subject: Token) -> bool:
    kind = scene.cast.type_of(subject)
    plural = subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.children)
    word = pronoun.lower_
    if subject.tag_ == "PRP":
        return subject.lower_ in PAIRS.get(word, set())
    if word in {"its", "itself"}:
        return not plural and kind not in {"person", "people"}
    if word in {"their", "themselves"}:
        return plural or kind in {"people", "organization"}
    return not plural and kind == "person"


def _possessive(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


def _is_said(reference: Reference, token: Token, pieces: list[tuple[int, str]]) -> bool:
    """Whether a pronoun's name stands earlier in the same words, so that it may stay: "Nato … its mission".

    The name for "whose" is what stands right before it.
    """
    if token.tag_ == "WP$":
        return bool(pieces)
    if token.tag_ not in {"PRP", "PRP$"}:
        return False
    return reference.wording in "".join(said for _, said in pieces)


def _may_refer(token: Token) -> bool:
    """Whether a token heads a phrase that could stand for something else; modifiers and determiners do not.

    Nor does what somebody became or was made: "the first country" of "Iceland became the first country to …".
    """
    if token.dep_ == "xcomp" and token.pos_ == "NOUN":
        return False
    if token.pos_ in {"NOUN", "PRON"} or token.tag_ in {"PRP", "PRP$"}:
        return token.dep_ not in {"compound", "det", "fixed", "flat", "case", "mark"}
    return token.pos_ == "PROPN" or (token.tag_ == "DT" and token.dep_ != "det")


def _referring(scene: Scene, token: Token, inside: set[int]) -> tuple[int, int]:
    """The first and last token that a replacement stands for: a whole short name, or a bare description."""
    name = scene.cast.name_at(token)
    if name is None:
        # the preposition of a phrase stays: "work on the bridge" is work on its name
        cases = [c.right_edge.i + 1 for c in token.children if c.dep_ in {"case", "cc", "mark"} and c.i < token.i]
        left = max([token.left_edge.i, *cases])
        is_whole = token.tag_ not in {"PRP$", "WP$"} and all(i in inside for i in range(left, token.i))
        return (left if is_whole else token.i), token.i
    first = last = token.i
    while last + 1 in inside and scene.cast.name_at(scene.doc[last + 1]) is name:
        last += 1
    if first - 1 in inside and scene.doc[first - 1].lower_.rstrip(".") in COURTESY:
        first -= 1
    return first, last


def _tidy(text: str) -> str:
    """One space between words, none before a comma, no doubled or trailing comma."""
    text = " ".join(text.split())
    text = BEFORE_MARK.sub(r"\1", text)
    text = COMMAS.sub(", ", text)
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split()).strip(" ,;:-–—")
