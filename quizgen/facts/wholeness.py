"""Whether a clause is still whole when what leans on its context is left out.

A small parser hangs words wrongly, and a clause may need what is left out of it. Both show on the surface: in words
with a verb or a link of their own that fall out between the ones that are kept, and in a predicate that lost the
phrase right behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizgen.facts.coordinating import is_gapped
from quizgen.facts.parts import Part
from quizgen.facts.scene import Scene
from quizgen.facts.verbs import second_verb
from quizgen.language.neighbours import neighbour
from quizgen.model import Verb

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LINKS = frozenset({"WDT", "WP", "WP$", "WRB", "CC"})
ENCLOSING = frozenset({",", "(", ")", "–", "—", "-", ";"})
# phrases with these tell where, when and how; a statement is whole without them
CIRCUMSTANCES = frozenset(
    "in on at during after before since amid within throughout near over until under following alongside despite "
    "due through".split()
)
# verbs that say too little, or something else, without the phrase that these open: "withdrew [from the board]"
COMPLETING: dict[str, frozenset[str]] = {
    "from": frozenset("withdraw emerge depart resign step stem suffer differ benefit defect".split()),
    "to": frozenset(
        "belong lead refer amount contribute apply pledge commit respond compare donate award turn extend "
        "expand".split()
    ),
    "with": frozenset("present provide replace charge merge compare deal cope comply align".split()),
    "for": frozenset("account apply vote call search compete campaign award prepare".split()),
    "of": frozenset("consist accuse convict dispose deprive".split()),
    "in": frozenset("result participate engage succeed specialise specialize".split()),
    "on": frozenset("depend rely focus insist agree vote impose".split()),
    "against": frozenset("vote protest defend warn campaign".split()),
    "as": frozenset("serve act describe regard see know view treat use".split()),
    "into": frozenset("divide turn split".split()),
}
TELLING = frozenset("find say conclude reveal believe suggest argue estimate claim think insist add state".split())
APART = frozenset({"oblique", "oblique2", "oblique3", "manner", "manner2", "place", "place2"})
CONDITIONAL = frozenset({"would", "could", "might"})
UNCERTAIN_NOW = frozenset({"will", "has", "have", "may", "might", "could", "is", "are"})


def kept_indices(subject: Part, parts: Iterable[Part], predicate: Token) -> set[int]:
    """The tokens that a statement of these parts says: their words and prepositions, and the verb group."""
    kept = {predicate.i}
    for part in (subject, *parts):
        kept |= {token.i for token in part.phrase.words}
        kept |= {t.i for c in part.phrase.head.children if c.dep_ == "case" for t in c.subtree}
    helpers = {"aux", "aux:pass", "cop", "compound:prt", "mark", "advmod"}
    if (second := second_verb(predicate)) is not None:
        kept |= {second.i - 1, second.i}
    return kept | {c.i for c in predicate.children if c.dep_ in helpers}


def is_torn(scene: Scene, predicate: Token, kept: set[int]) -> bool:
    """Whether words with a finite verb or a link of their own fall out behind the verb, no commas around them."""
    last = max(kept)
    kept = kept | {t.i for t in scene.words} - {t.i for t in scene.parsed.stated}  # who says so is told apart
    kept = kept | {t.i for c in predicate.children if c.dep_ == "conj" and is_gapped(c) for t in c.subtree}
    run: list[int] = []
    for i in range(predicate.i + 1, last + 1):
        if i not in kept:
            run.append(i)
        elif run:
            if _is_part_of_its_own(scene, run):
                return True
            run = []
    return False


def _is_part_of_its_own(scene: Scene, run: Sequence[int]) -> bool:
    words = [scene.doc[i] for i in run]
    if not any(word.tag_ in FINITE or word.tag_ in LINKS for word in words if not word.is_punct):
        return False
    before, behind = scene.doc[run[0] - 1], scene.doc[min(run[-1] + 1, len(scene.doc) - 1)]
    is_opened = words[0].text in ENCLOSING or before.text in ENCLOSING
    return not (is_opened and (words[-1].text in ENCLOSING or behind.text in ENCLOSING))


def breaks_off(scene: Scene, predicate: Token, parts: Iterable[Part], kept: set[int]) -> bool:
    """Whether a mark parts the words that are kept, or the second half of a comparison is left out.

    "Two people have died: a driver and a nurse", "killed 55; the year after, about 100", "took hours to climb back, the
    sign of a storm" and "kept for as long | as it pays" are no single statements.
    """
    last = max(kept)
    if any(scene.doc[i].text in {":", ";"} and i not in kept for i in range(predicate.i + 1, last)):
        return True
    if last + 1 < scene.end and _is_compared(scene.doc[last], scene.doc[last + 1]):
        return True
    if any(_is_torn_name(scene.doc[i]) for i in kept):
        return True
    return any(_stands_apart(scene, part, kept) for part in parts if part.name.startswith("object"))


def _is_torn_name(word: Token) -> bool:
    """Whether a name is taken for a part of a noun behind a comma: "in the town of Lys, burning homes"."""
    if word.tag_ != "NNP" or word.dep_ != "compound" or word.head.tag_ not in {"NN", "NNS"}:
        return False
    return any(token.text == "," for token in word.doc[word.i + 1 : word.head.i])


def _is_compared(word: Token, link: Token) -> bool:
    """Whether a comparison goes on behind a word: "for as long | as it pays", "more | than 40"."""
    return (link.lower_ == "as" and neighbour(word, -1).lower_ in {"as", "so"}) or (
        link.lower_ == "than" and word.tag_ in {"JJR", "RBR"}
    )


def _stands_apart(scene: Scene, part: Part, kept: set[int]) -> bool:
    """Whether a comma stands before an object that closes no aside."""
    first = min(token.i for token in part.phrase.words)
    if scene.doc[first - 1].text != "," or first - 1 in kept:
        return False
    before = max((i for i in kept if i < first - 1), default=first - 1)
    return before + 1 == first - 1 or scene.doc[before + 1].text not in ENCLOSING


def loses_complement(predicate: Token, dropped: Iterable[Part], parts: Iterable[Part]) -> bool:
    """Whether the predicate needs a part that was left out: the one right behind it, or the only one behind it."""
    held = [part for part in parts if part.order > predicate.i and part.name != "manner"]
    for part in dropped:
        if part.name.startswith(("time", "manner")) or part.order < predicate.i:
            continue
        case = part.phrase.case.split(" ")[0]
        if not held and case not in CIRCUMSTANCES:
            return True
        edge = min(t.i for t in part.phrase.head.subtree)
        if edge == predicate.i + 1 and case not in CIRCUMSTANCES:
            return True
    return False


def is_incomplete(verb: Verb, dropped: Iterable[Part]) -> bool:
    """Whether the verb lost the phrase that completes it, however much else is left."""
    cases = {part.phrase.case.split(" ")[0] for part in dropped if not part.name.startswith("time")}
    return any(verb.lemma in COMPLETING.get(case, frozenset()) for case in cases)


def is_mute(verb: Verb, parts: Iterable[Part]) -> bool:
    """Whether somebody says, finds or has, and what that is is left out: "found in 2023", "said in an address"."""
    if verb.passive or verb.lemma not in TELLING | {"have"}:
        return False
    return not any(part.name.startswith(("object", "content", "complement", "chain", "cause")) for part in parts)


def is_adrift(verb: Verb, dropped: Iterable[Part], parts: Iterable[Part]) -> bool:
    """Whether a past before the past ("had lost") lost the time that it lies before."""
    if not verb.auxiliaries or verb.auxiliaries[0] != "had" or any(part.name.startswith("time") for part in parts):
        return False
    return any(part.name.startswith(("time", "span")) for part in dropped)


def is_set_apart(predicate: Token, part: Part) -> bool:
    """Whether a phrase without a preposition stands behind a comma: an aside, or the rest of another clause.

    "with 12 faults, her most since 2019", "half of the budget, Hungary 40%"; "up from $1.2m" is said of the amount.
    """
    first = min(part.phrase.words, key=lambda token: token.i)
    cases = [token for c in part.phrase.head.children if c.dep_ == "case" for token in c.subtree]
    first = min([first, *cases], key=lambda token: token.i)
    if part.order < predicate.i or first.i <= predicate.i + 1 or part.name.startswith("time"):
        return False
    before = predicate.doc[first.i - 1]
    if before.lower_ in {"up", "down"} and part.phrase.case.endswith("from"):
        return True
    return before.text == "," and (part.phrase.case == "" or first.lower_ in {"up", "down"}) and part.name in APART


def loses_scope(predicate: Token, kept: set[int]) -> bool:
    """Whether what opens the sentence, and was left out, says where or when all is true.

    "In towns where it was tried, …", "Without aid, ten camps would have to close".
    """
    fronts = [c for c in predicate.children if c.dep_ == "obl" and c.i < predicate.i]
    if any(c.dep_ == "acl:relcl" and c.i not in kept for front in fronts for c in front.children):
        return True
    would = any(c.dep_ == "aux" and c.lower_ in CONDITIONAL for c in predicate.children)
    return would and any(c.lower_ == "without" for f in fronts if f.i not in kept for c in f.children)


def is_broken(scene: Scene, predicate: Token, kept: set[int], parts: Sequence[Part]) -> bool:
    """Whether the words that are kept are no clause: torn, broken off, or true only where what is left out says so."""
    if is_torn(scene, predicate, kept) or breaks_off(scene, predicate, parts, kept):
        return True
    return loses_scope(predicate, kept) or any(is_set_apart(predicate, part) for part in parts)


def is_empty(verb: Verb, dropped: Sequence[Part], parts: Sequence[Part]) -> bool:
    """Whether the verb lost what it is about: its content, its complement, or the time that it lies before."""
    return is_mute(verb, parts) or is_adrift(verb, dropped, parts) or is_incomplete(verb, dropped)


def is_undated(scene: Scene, verb: Verb, dropped: Iterable[Part], parts: Sequence[Part]) -> bool:
    """Whether nothing on the card can say when: no date of the article, none in the clause, and a passing state.

    "Will meet", "has killed" and "on Monday" mean something else to a reader who does not know the day of writing.
    """
    if scene.published is not None or any(part.name.startswith("time") for part in parts):
        return False
    lost = any(part.name.startswith("time") for part in dropped)
    passing = bool(verb.auxiliaries) and verb.auxiliaries[0] in UNCERTAIN_NOW and not _is_state(verb)
    return lost or passing


def _is_state(verb: Verb) -> bool:
    """Whether the verb group tells of a lasting state: "is located", "is known"."""
    return verb.passive and verb.auxiliaries[0] in {"is", "are"}
