"""A noun phrase by itself: its words, its determiner, and whether what it holds makes known what it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.names import CALENDAR
from quizgen.language.types import common_type, is_common, lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PRONOUNS = frozenset({"PRP", "PRP$"})
LEFT = frozenset("det det:predet amod compound nummod nmod:poss nmod:desc flat advmod".split())
RIGHT = frozenset({"nmod", "flat", "compound", "nmod:unmarked", "acl"})
POINTING = frozenset({"this", "that", "these", "those", "such", "another", "both", "either", "neither"})
POINTING_ADJECTIVES = frozenset({"other", "same", "such", "latter", "latest", "previous", "following"})
UNIQUE = frozenset(
    "world sun moon earth universe internet public weather sky web equator police media press economy environment "
    "climate military sea ocean north south east west universe globe planet equator horizon".split()
)
WHOLE = frozenset("industry sector market trade pandemic".split())  # one of each kind: "the dairy industry"
TIMING = frozenset({"since", "for", "until", "till", "by", "within"})
RANKED = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only"})
UNIQUE_PHRASES = frozenset({("international", "community"), ("global", "community"), ("global", "market")})
Named = Callable[["Token"], bool]


def determiner(head: Token) -> str:
    """The determiner of the phrase in lower case, or ""."""
    return next((child.lower_ for child in head.children if child.dep_ == "det" and child.i < head.i), "")


def possessor(head: Token) -> Token | None:
    """The head of the possessive before the noun: "his", "Iraq" in "Iraq's parliament"."""
    return next((child for child in head.children if child.dep_ == "nmod:poss" and child.i < head.i), None)


def words_of(head: Token) -> list[Token]:
    """The phrase's tokens in order: what stands before the noun, and the prepositional phrases that follow at once."""
    before = [child.left_edge.i for child in head.lefts if child.dep_ in LEFT]
    first = min(before, default=head.i)
    last = head.i
    for child in head.rights:
        if child.dep_ not in RIGHT or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    return [head.doc[i] for i in range(first, last + 1)]


def knowing_words(head: Token, words: list[Token], named: Named) -> list[Token]:
    """The phrase's `words` up to the first part that makes it known: "the Nato mission" though "in Iraq" follows."""
    of_name = any(named(c) and any(d.lower_ == "of" for d in c.children) for c in head.rights if c.dep_ == "nmod")
    edges = [child.right_edge.i for child in head.rights if child.right_edge.i <= words[-1].i]
    edges = edges if of_name else [head.i, *edges]
    for edge in edges:
        part = [word for word in words if word.i <= edge]
        if any(named(word) or gazetteer.is_demonym(word.text) or _is_year(word) for word in part):
            return part
    return words


def is_known(head: Token, named: Named, words: list[Token] | None = None) -> bool:
    """Whether the phrase itself holds what identifies it: a name, a nationality or a date inside it."""
    timing = {word.i for child in head.rights if is_timing(child) for word in child.subtree}
    return any(
        named(token) or (token.i != head.i and gazetteer.is_demonym(token.text)) or _is_year(token)
        for token in (words_of(head) if words is None else words)
        if (token.i != head.i or named(token)) and token.i not in timing
    )


def is_timing(child: Token) -> bool:
    """Whether a phrase only says since when: "with the group since 2011"; "the worst fire since 2011" is compared."""
    cases = {word.lower_ for word in child.children if word.dep_ == "case"}
    is_time = child.tag_ == "CD" or common_type(child) in {"time", "duration"}
    compares = any(word.tag_ in {"JJS", "RBS"} or word.lower_ in RANKED for word in child.head.children)
    return child.dep_ == "nmod" and is_time and bool(cases & TIMING) and not compares


def _is_year(token: Token) -> bool:
    return token.tag_ == "CD" and len(token.text) == 4 and token.text[:2] in {"17", "18", "19", "20"}


def is_bare(head: Token, named: Named) -> bool:
    """Whether the phrase is a definite that only points: "the group", "this move", "the two countries"."""
    if head.tag_ not in {"NN", "NNS"} and not (head.lower_.endswith("-old") or _is_title_cased(head)):
        return False
    if determiner(head) not in {"the", "this", "that", "these", "those"}:
        return False
    if any(child.dep_ in {"nmod", "acl:relcl", "acl"} and not is_added(child) for child in head.rights):
        return False
    return not is_known(head, named) and not _is_told(head, named)


def is_added(child: Token) -> bool:
    """Whether a clause behind a noun only adds to it, set apart by a comma: "the tribe, whose members number 640"."""
    edge = child.left_edge
    before = edge if edge.is_punct else child.doc[max(0, edge.i - 1)]
    return child.dep_ in {"acl", "acl:relcl"} and before.text == ","


def _is_title_cased(head: Token) -> bool:
    """Whether a common noun has a capital only because it stands for a name: "the Church"."""
    return head.tag_ in {"NNP", "NNPS"} and is_common(lemma_of(head))


def points(head: Token, named: Named, is_open: Callable[[Token], bool], *, alone: bool = False) -> bool:
    """Whether the phrase leans on what was said before: its determiner or an adjective points, nothing names.

    With `alone`, it is judged by the noun and what stands before it.
    """
    article = determiner(head)
    owner = possessor(head)
    if owner is not None:
        return is_open(owner)
    adjectives = {child.lower_ for child in head.children if child.dep_ == "amod"}
    if "other" in adjectives and head.dep_ == "conj" and article == "":
        adjectives -= {"other"}  # "Fallujah and other towns": what the others are beside stands in the phrase
    if article in POINTING or adjectives & POINTING_ADJECTIVES:
        return True
    if article != "the" or _is_unique(head, adjectives):
        return False
    words = [word for word in words_of(head) if not alone or word.i <= head.i]
    if is_known(head, named, words) or _is_told(head, named):
        return False
    return alone or not _restricted(head, is_open)


def _is_told(head: Token, named: Named) -> bool:
    """Whether the name follows at once, quoted or not: "the group Amnesty International"."""
    behind = (token for token in head.doc[head.i + 1 : head.i + 3] if token.text != '"')
    follows = next(behind, None)
    return follows is not None and named(follows)


def _is_unique(head: Token, adjectives: set[str]) -> bool:
    """Whether every reader knows which one is meant: "the world", "the dairy industry", "the Danes"."""
    lemma = lemma_of(head)
    if lemma in UNIQUE or any((adjective, lemma) in UNIQUE_PHRASES for adjective in adjectives):
        return True
    if lemma in WHOLE and any(child.dep_ == "compound" for child in head.lefts):
        return True
    return head.tag_ in {"NNS", "NNPS"} and gazetteer.is_demonym(head.text)


def _restricted(head: Token, is_open: Callable[[Token], bool]) -> bool:
    """Whether what follows the noun narrows it enough: "the use of chemical weapons"."""
    for child in head.rights:
        if child.dep_ == "nmod" and not is_timing(child):
            return child.lower_ not in CALENDAR and not is_open(child)
        if child.dep_ in {"acl:relcl", "acl"} and not is_added(child):
            inside = list(child.subtree)
            return len(inside) > 2 and not any(word.tag_ in PRONOUNS for word in inside)
    return False


def heads(tokens: Iterable[Token], in_name: Callable[[Token], bool]) -> Iterator[Token]:
    """The heads of noun phrases and the pronouns, in order; parts of names and modifying nouns left out."""
    for token in tokens:
        if token.tag_ in PRONOUNS or (
            token.tag_ in NOUNS and (in_name(token) or token.dep_ not in {"compound", "flat", "fixed"})
        ):
            yield token
