"""Noun phrases: which words belong, how a stem says them, what they are, and whether they can stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.facts.saying import COURTESY, leans, say
from quizgen.facts.scene import Scene
from quizgen.facts.timing import stated_time
from quizgen.model import EntityType, Normalised, Replacement, Slot, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Doc, Token

# what hangs on a noun without being part of its phrase: a predicate nominal's own subject, verb and adverbials
OUTSIDE = frozenset(
    "cop nsubj nsubj:pass csubj aux aux:pass parataxis discourse vocative advcl ccomp mark expl dislocated "
    "obl:agent list reparandum orphan".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
ASIDE = frozenset({"appos", "acl:relcl", "acl", "nmod", "conj"})  # dropped where a comma or bracket sets them apart
LONGEST = 13  # tokens of a phrase that a stem can say and a learner can recall
TELLING = 4  # words of an indefinite phrase that says by itself what it is
MODIFIERS = frozenset({"nmod", "acl", "acl:relcl", "advcl", "obl", "obl:unmarked"})
PASSING = frozenset("presently currently now recently already still".split())  # true on the day of writing
BRACKETS = frozenset("( [ {".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `words` are the tokens kept, `span` and `text` its unbroken letters around the head.

    `wording` is how a stem says it, `case` the preposition before it, `open` whether it leans on its context; what
    leans was `trimmed` off it, and `cut` where the rest no longer says which one it is.
    """

    head: Token
    words: tuple[Token, ...]
    span: Span
    text: str
    wording: str
    type: EntityType
    plural: bool
    case: str = ""
    open: bool = False
    normalised: Normalised | None = None
    replacements: tuple[Replacement, ...] = ()
    trimmed: bool = False
    cut: bool = False

    def slot(self, name: str, *, within: str = "", rest: str = "") -> Slot:
        """The phrase as the slot `name` of a fact, or as a slot nested `within` another."""
        return Slot(
            name, self.span, self.text, self.wording, self.type, self.plural, self.case, self.head.lemma_,
            self.normalised, self.replacements, within, rest, self.trimmed,
        )  # fmt: skip


def noun_phrase(scene: Scene, head: Token, leave: frozenset[int] = frozenset()) -> Phrase:
    """Read the noun phrase of `head`, without the tokens in `leave` and all that hangs on them."""
    found = scene.phrases.get((head.i, leave))
    if found is None:
        found = scene.phrases[head.i, leave] = _read(scene, head, leave)
    return found


def _read(scene: Scene, head: Token, leave: frozenset[int]) -> Phrase:
    kept = sorted({token.i for token in _kept(head, leave)})
    kept = _with_whole_names(scene, _with_punctuation(head, kept))
    run = _unbroken(kept, head.i)
    first, last = scene.doc[run[0]], scene.doc[run[-1]]
    span = scene.parsed.span(first, last)
    words = tuple(scene.doc[i] for i in kept)
    wording, replacements, is_open = say(scene, words)
    if len(kept) > LONGEST and (burden := _last_modifier(head, leave)):
        added = frozenset(c.i for c in head.children if c.dep_ == "acl:relcl" and c.i not in leave)
        bare = noun_phrase(scene, head, leave | added) if added else None
        if bare is not None and all(_only_adds(bare, scene.doc[i]) for i in added):
            return bare
        return replace(noun_phrase(scene, head, leave | burden), trimmed=True)
    if is_open and scene.time_over(head.i) is None:
        if (name := name_beside(scene, head)) is not None:
            return replace(noun_phrase(scene, name), case=case_of(head))
        burden = _leaning(scene, head, leave)
        if burden:
            rest = noun_phrase(scene, head, leave | burden)
            if all(_only_adds(rest, scene.doc[i]) for i in burden):
                return rest
            lost = not all(_may_lose(head, scene.doc[i]) for i in burden)
            return replace(rest, trimmed=True, cut=rest.cut or lost)
    if scene.time_over(head.i) is not None:
        return _time_phrase(scene, head)
    kind = scene.cast.type_of(head)
    behind = scene.cast.name_at(words[-1])
    if behind is not None and behind.type == "person" and head.i < words[-1].i and _is_title_of(head, words):
        before = [token for token in words if scene.cast.name_at(token) is not behind]
        # "the trial of Roe", but "Bishop of Ely Jane Roe"
        kind = kind if before and before[-1].lower_ == "of" else "person"
    number = head.morph.get("Number", [])
    plural = head.tag_ in {"NNS", "NNPS"} or number == ["Plur"] or _is_coordinated(head, kept)
    return Phrase(
        head, words, span, scene.parsed.text(span), wording, kind, plural,
        case_of(head), is_open, None, replacements,
        trimmed=len(run) < len(kept) or _is_list_cut(scene, last) or _is_participle_cut(scene, last),
    )  # fmt: skip


def name_beside(scene: Scene, head: Token) -> Token | None:
    """The name set beside a description that only its context makes known: "its director, Anna Berg, said"."""
    if head.tag_ != "NN":
        return None
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and is_aside(child):
            name = scene.cast.name_at(child)
            return child if name is not None and name.type == scene.cast.type_of(head) else None
    return None


def _is_list_cut(scene: Scene, last: Token) -> bool:
    """Whether a list goes on behind the phrase ("seafood, milk" of "seafood, milk and salt")."""
    following = last.i + 1
    if following < scene.end and scene.doc[following].text == ",":
        following += 1
    link = scene.doc[following] if following < scene.end else last
    return link.lower_ in {"and", "or"} and link.dep_ == "cc" and link.head.pos_ in NOMINAL


def _is_participle_cut(scene: Scene, last: Token) -> bool:
    """Whether a participle ends the phrase whose complement the parse hangs elsewhere ("food contaminated | with")."""
    following = scene.doc[last.i + 1] if last.i + 1 < scene.end else last
    return last.tag_ == "VBN" and last.dep_ == "acl" and following.dep_ == "case"


def _last_modifier(head: Token, leave: frozenset[int]) -> frozenset[int]:
    """The innermost modifier at the end of a phrase that is too long to say; "of" and its noun always stay."""
    found: frozenset[int] = frozenset()
    node = head
    while True:
        behind = [c for c in node.children if c.i > node.i and c.i not in leave and c.dep_ in MODIFIERS]
        if not behind:
            return found
        node = max(behind, key=lambda token: token.i)
        is_held = node.head.pos_ == "VERB" and node.dep_ in {"acl", "acl:relcl", "nmod"}  # "have seen | soldiers use"
        if case_of(node) != "of" and node.pos_ != "NUM" and not is_held:  # "of 1980-88"
            found = frozenset({node.i})


def _is_title_of(head: Token, words: Sequence[Token]) -> bool:
    """Whether nothing but title and name stand from the head to the end of the phrase."""
    return all(token.pos_ in {"NOUN", "PROPN"} or token.lower_ in {"of", "-"} for token in words if token.i >= head.i)


def _leaning(scene: Scene, head: Token, leave: frozenset[int]) -> frozenset[int]:
    """The last dependents behind the head that lean on their context: a stem is as true without them."""
    for child in sorted(head.children, key=lambda token: -token.i):
        if child.i <= head.i or child.i in leave or child.dep_ == "punct":
            continue
        if child.dep_ not in {"nmod", "acl", "acl:relcl", "nmod:unmarked", "advcl", "appos"} or case_of(child) == "of":
            continue
        if any(leans(scene, token) for token in child.subtree):
            return frozenset({child.i})
    return frozenset()


def _only_adds(rest: Phrase, child: Token) -> bool:
    """Whether a relative clause only adds to "a loan guarantee agreement", which says by itself what it is."""
    is_thing = rest.words[0].lower_ in {"a", "an"} and rest.type not in {"person", "people"}
    return child.dep_ == "acl:relcl" and is_thing and len(rest.words) >= TELLING


def _may_lose(head: Token, child: Token) -> bool:
    """Whether a noun still means the same without a modifier: a definite or counted one, and no plan of what to do."""
    if child.dep_ == "appos":
        return True
    is_known = head.pos_ == "PROPN" or any(c.dep_ in {"det", "nmod:poss", "nummod"} for c in head.children)
    is_some = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children)
    return is_known and not is_some and child.dep_ not in {"acl", "advcl"}


def _time_phrase(scene: Scene, head: Token) -> Phrase:
    stated = stated_time(scene, head)
    first, last = scene.doc[stated.first], scene.doc[stated.last]
    span = scene.parsed.span(first, last)
    plural = head.tag_ in {"NNS", "NNPS"}
    return Phrase(
        head, tuple(scene.doc[stated.first : stated.last + 1]), span, scene.parsed.text(span), stated.wording,
        stated.type, plural, case_of(head), stated.open, stated.normalised,
    )  # fmt: skip


def _kept(head: Token, leave: frozenset[int]) -> Iterator[Token]:
    """The tokens that belong to the phrase: the head and its children, asides and outside dependents left out."""
    yield head
    first_case = min((c.i for c in head.children if c.dep_ == "case" and c.i < head.i), default=-1)
    for child in head.children:
        if child.i in leave or child.dep_ in OUTSIDE or child.dep_ == "punct" or child.lower_ in PASSING:
            continue
        if child.dep_ == "case" and child.i < head.i:
            continue
        if child.dep_ == "cc" or ((child.dep_ in ASIDE or child.pos_ == "NUM") and is_aside(child)):
            continue
        if child.dep_ == "advmod" and (child.i > head.i or child.i < first_case):
            continue
        yield from _whole(child, leave)


def _whole(token: Token, leave: frozenset[int]) -> Iterator[Token]:
    """A dependent of the phrase with all below it, asides left out."""
    yield token
    for child in token.children:
        if child.i in leave or child.dep_ in {"punct", "parataxis"} or child.lower_ in PASSING:
            continue
        if (child.dep_ in ASIDE or child.pos_ == "NUM") and is_aside(child):
            continue
        yield from _whole(child, leave)


def is_aside(child: Token) -> bool:
    """Whether a dependent is set apart from its noun: by a comma or a bracket, or as a clause of its own."""
    if child.dep_ == "conj":
        return child.pos_ not in NOMINAL and child.pos_ != child.head.pos_
    edge = child.left_edge
    before = edge if edge.is_punct else child.doc[max(0, edge.i - 1)]
    if before.text in BRACKETS:
        return True
    return before.text in {",", "-", "–", "—", ":"} and before.whitespace_ != "" and child.i > child.head.i


def _with_punctuation(head: Token, kept: list[int]) -> list[int]:
    """Add the conjunctions, commas, hyphens and quotes that stand between words that are kept."""
    doc, words = head.doc, set(kept)
    for i in range(kept[0], kept[-1]):
        if i in words:
            continue
        is_link = doc[i].is_punct or doc[i].dep_ == "cc" or doc[i].tag_ in {"HYPH", "POS", "SYM"} or doc[i].text == "-"
        if is_link and doc[i].text not in {"(", ")", "[", "]"} and (i - 1 in words) and _next_word(doc, i) in words:
            words.add(i)
    return sorted(words)


def _with_whole_names(scene: Scene, kept: list[int]) -> list[int]:
    """Add the rest of a name, or the name behind a title, that the parse hangs elsewhere ("General Jane Roe")."""
    last = scene.doc[kept[-1]]
    name = scene.cast.name_at(last)
    is_title = last.lower_.rstrip(".") in COURTESY or (name is None and last.tag_ == "NNP")
    while last.i + 1 < scene.end and not last.text.endswith(","):
        following = scene.cast.name_at(scene.doc[last.i + 1])
        if following is None or not (following is name or (is_title and following.type == "person")):
            break
        last, name = scene.doc[last.i + 1], following
        kept = [*kept, last.i]
    return kept


def _next_word(doc: Doc, i: int) -> int:
    """The index of the next token after `i` that is neither punctuation nor a conjunction."""
    i += 1
    while i < len(doc) - 1 and (doc[i].is_punct or doc[i].dep_ == "cc"):
        i += 1
    return i


def _unbroken(kept: list[int], head: int) -> list[int]:
    """The longest stretch of neighbouring indices around `head`."""
    low = high = kept.index(head)
    while low > 0 and kept[low - 1] == kept[low] - 1:
        low -= 1
    while high < len(kept) - 1 and kept[high + 1] == kept[high] + 1:
        high += 1
    return kept[low : high + 1]


def _is_coordinated(head: Token, kept: list[int]) -> bool:
    """Whether another noun stands beside the head: "Britain and Turkey" takes a plural verb."""
    return any(child.dep_ == "conj" and child.i in kept for child in head.children)


def case_of(head: Token) -> str:
    """The preposition before the phrase of `head`, with all its words ("because of"), or an empty string."""
    cases = [child for child in head.children if child.dep_ == "case" and child.i < head.i]
    words = {token.i for case in cases for token in case.subtree if token.tag_ != "POS"}
    if words:
        # "shortly before her death": what limits the preposition stands before it
        words |= {c.i for c in head.children if c.dep_ == "advmod" and c.i < min(words)}
    return " ".join(head.doc[i].lower_ for i in sorted(words))
