"""Statements with a blank: a name, number or time anywhere in a sentence that can stand by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts.clauses import NOT_STATED, Clause
from quizgen.facts.nested import is_type_number
from quizgen.facts.phrases import NOMINAL, case_of, is_aside
from quizgen.facts.saying import leans, say
from quizgen.facts.scene import Scene
from quizgen.facts.speakers import is_turn, tail_speaker
from quizgen.facts.subjects import is_bare_number
from quizgen.facts.timing import stated_time
from quizgen.facts.verbs import HEDGES, second_verb
from quizgen.facts.voice import means_voice
from quizgen.language.neighbours import neighbour
from quizgen.model import EntityType, Fact, Slot

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

LONGEST = 30  # words of a statement that is read at a glance; asides go until it fits
COMFORTABLE = 22  # words of a sentence that is blanked as it stands
UNDOUBTED = 0.9  # confidence of a clause of which nothing was left out
SHORTEST = 6
MODIFYING = frozenset({"compound", "amod", "nmod:poss"})
ADJUNCTS = frozenset({"obl", "advcl", "appos", "parataxis", "obl:unmarked"})
ASIDES = frozenset({"acl:relcl", "appos", "advcl", "parataxis", "acl"})
# a sentence that opens with one of these leans on the one before it
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "csubj", "expl")
NESTED = frozenset({"nmod", "nmod:poss", "nmod:unmarked", "compound", "flat", "obl"})  # what stands within a phrase
HELPING = frozenset({"aux", "aux:pass", "cop"})
LEANING = frozenset("but and so however also meanwhile then instead yet or nor".split())
NUMBERS: dict[str, EntityType] = {"money": "money", "percent": "percent", "measure": "measure"}


def number_blanks(scene: Scene) -> Iterator[tuple[Slot, frozenset[int]]]:
    """The quantities of a sentence as slots, each with the tokens that it covers."""
    for quantity in scene.quantities:
        if (
            quantity.kind not in {"vague", "ordinal", "score"}
            and quantity.last < scene.end
            and not is_type_number(scene, quantity)
            and not (
                scene.doc[quantity.first].lower_ == "zero" and neighbour(scene.doc[quantity.first], -1).lower_ == "net"
            )
        ):
            counted = scene.doc[quantity.counted].lemma_ if quantity.counted is not None else ""
            kind = NUMBERS.get(quantity.kind, "number")
            yield _slot(scene, "figure", quantity.first, quantity.last, kind, counted)


def time_blanks(scene: Scene) -> Iterator[tuple[Slot, frozenset[int]]]:
    """The times of a sentence that the text or the article's date settles."""
    for time in scene.times:
        stated = stated_time(scene, scene.doc[time.last])
        if not stated.open and stated.type == "time" and time.last < scene.end:
            slot, covered = _slot(scene, "time", time.first, time.last, "time", "")
            yield replace(slot, wording=stated.wording, normalised=stated.normalised), covered


def name_blanks(scene: Scene, types: frozenset[str], name: str) -> Iterator[tuple[Slot, frozenset[int]]]:
    """The names of the given types, each as the unbroken run of its words."""
    for found, first, last in scene.names:
        if last >= scene.end or found.type not in types:
            continue
        is_modifier = scene.doc[first].dep_ in MODIFYING and scene.doc[last].dep_ in {"compound", "amod"}
        if not is_modifier and not (last + 1 < scene.end and scene.doc[last + 1].tag_ == "HYPH"):
            yield _slot(scene, name, first, last, found.type, "")


def _slot(scene: Scene, name: str, first: int, last: int, kind: EntityType, head: str) -> tuple[Slot, frozenset[int]]:
    span = scene.parsed.span(scene.doc[first], scene.doc[last])
    text = scene.parsed.text(span)
    return Slot(name, span, text, " ".join(text.split()), kind, head=head), frozenset(range(first, last + 1))


def blanked(
    scene: Scene, clauses: Sequence[Clause], kind: str, found: Iterator[tuple[Slot, frozenset[int]]]
) -> Iterator[Fact]:
    """A fact for each slot found, in the sentence if it stands by itself, else in the clause that holds the slot."""
    slots = tuple(found)
    speaker = tail_speaker(scene) if slots else None
    is_stated = speaker is not None and _states_something(scene)
    # "we call" would have to be said anew; of a participle's clause the words themselves are no statement
    sayable = [] if not slots else [
        (clause, clause_words(clause)) for clause in clauses
        if clause.how not in {"participle", "reduced", "located", "nominal"}
        and not means_voice(clause.subject.phrase.words[0])
    ]  # fmt: skip
    for slot, covered in slots:
        sentence = _statement(scene, covered) if is_stated else None
        for words, said, confidence in _statements(scene, sayable, covered, sentence, speaker or ""):
            wording, replacements, is_open = say(scene, words, covered)
            if is_open or not SHORTEST <= len(words) <= LONGEST + 6:
                continue
            span = scene.parsed.span(words[0], words[-1])
            whole = Slot("statement", span, scene.parsed.text(span), wording, replacements=replacements)
            asked = replace(slot, within="statement", rest=wording[:1].upper() + wording[1:] + ".")
            yield Fact(
                kind, (whole, asked), (slot.name,), scene.parsed.sentence, "", attribution=said, confidence=confidence
            )  # fmt: skip
            break


def _statements(
    scene: Scene, sayable: Sequence[tuple[Clause, list[Token]]], covered: frozenset[int], whole: list[Token] | None,
    speaker: str,
) -> Iterator[tuple[list[Token], str, float]]:  # fmt: skip
    """The statements that hold the covered words, the surest first, each with its speaker and confidence.

    A short sentence is surest as it stands; out of a long one a clause is taken, if nothing was lost of it.
    """
    if whole is not None and len(whole) <= COMFORTABLE:
        yield whole, speaker, 0.35 if _is_unsettled(scene, whole, covered) else 0.85
    for clause, words in sayable:
        if not clause.verb.negated and clause.confidence >= UNDOUBTED and covered <= {token.i for token in words}:
            yield words, clause.speaker, 0.8 * clause.confidence
    if whole is not None and len(whole) > COMFORTABLE:
        yield whole, speaker, 0.3 if _is_unsettled(scene, whole, covered) else 0.65


def clause_words(clause: Clause) -> list[Token]:
    """All words of a clause in the order of the text: subject, verb group, parts with their prepositions."""
    scene, predicate = clause.scene, clause.predicate
    words = {token.i for part in clause.all_parts() for token in part.phrase.words}
    for part in clause.all_parts():
        cases = [c for c in part.phrase.head.children if c.dep_ == "case" and c.i < part.phrase.head.i]
        if part.phrase.case and part.name != "subject":
            words |= {t.i for c in cases for t in c.subtree}
    verb_parts = {"aux", "aux:pass", "cop", "compound:prt"}
    words |= {c.i for c in predicate.children if c.dep_ in verb_parts}
    words |= {c.i for c in predicate.children if c.dep_ == "advmod" and c.i < predicate.i and c.lower_ in HEDGES}
    if not clause.verb.copular:
        words.add(predicate.i)
    if (second := second_verb(predicate)) is not None:
        words |= {second.i - 1, second.i}
    closing = max(token.i for token in clause.subject.phrase.words) + 1  # ends an aside between subject and verb
    commas = {i for i in range(min(words), max(words)) if _is_comma(scene, i) and {i - 1, i + 1} <= words}
    inside = sum(scene.doc[i].text == "," for i in commas if i < closing)
    words |= commas if inside % 2 else commas - {closing}  # the second comma of an aside in the subject stays
    return [scene.doc[i] for i in sorted(words)]


def _states_something(scene: Scene) -> bool:
    """Whether the sentence is a plain statement: a finite verb, no question, nobody's "I", no open beginning."""
    tokens = scene.words
    first = next((token for token in tokens if not token.is_punct), None)
    if first is None or first.lower_ in LEANING or first.tag_ == "WP":
        return False
    if any(token.text in {"?", "|"} for token in tokens):
        return False
    if sum(token.text == '"' for token in tokens) % 2 or tokens[0].text == '"':
        return False
    roots = [root for root in scene.parsed.roots() if root.i < scene.end]
    return (
        len(roots) == 1
        and roots[0].lemma_ not in NOT_STATED
        and not _is_bare_have(roots[0])
        and any(token.tag_ in FINITE for token in [roots[0], *roots[0].children])
        and any(
            child.dep_.startswith(("nsubj", "csubj", "expl")) and not is_bare_number(child, roots[0])
            for child in roots[0].children
        )
    )


def _is_bare_have(root: Token) -> bool:
    """Whether the main verb is a "have" without anything that is had: an auxiliary that lost its verb."""
    return root.lemma_ == "have" and not any(c.dep_ in {"obj", "xcomp", "ccomp", "aux"} for c in root.children)


def _statement(scene: Scene, covered: frozenset[int]) -> list[Token] | None:
    """The words of the sentence without its asides, as far as they are too many and hold no blanked word."""
    words = list(scene.parsed.stated)
    if is_turn(scene, words[-1]):
        return None
    # "also" says that something stood before; "but also" holds two parts together
    words = [token for token in words if token.lower_ != "also" or neighbour(token, -1).lower_ == "but"]
    while words and (words[-1].is_punct and words[-1].text not in {'"', ")", "%"}):
        words.pop()
    words = _without_leaning(scene, words, covered)
    if any(means_voice(word) for word in words):
        return None
    for aside in [t for t in words if t.dep_ in ASIDES and is_aside(t)]:
        if sum(not token.is_punct for token in words) <= LONGEST:
            break
        gone = _with_marks(scene, aside)
        is_safe = _has_verb(scene) and not any(token.dep_ == "ROOT" and token.i in gone for token in words)
        if is_safe and not gone & covered:
            words = [token for token in words if token.i not in gone]
    kept = {token.i for token in words}
    lost = {token.i for token in scene.parsed.stated if not token.is_punct} - kept
    is_torn = bool(lost) and any(_lost_its_subject(word, kept) for word in words)
    is_whole = words and covered <= kept and not is_torn
    return words if is_whole and not any(_lost_its_noun(word, kept) for word in words) else None


def _lost_its_noun(word: Token, kept: Collection[int]) -> bool:
    """Whether a relative pronoun stands there without what it means: "lays claim, through which ships pass"."""
    if word.tag_ not in {"WDT", "WP", "WP$"} or word.lower_ == "what":
        return False
    before = word.i - 1
    while word.doc[before].is_punct or word.doc[before].tag_ == "IN":
        before -= 1
    return before not in kept


def _lost_its_subject(word: Token, kept: Collection[int]) -> bool:
    """Whether a verb stands there without anybody who does it, or a "which" without its noun.

    An aside was taken out that was none.
    """
    if word.dep_ == "acl:relcl" and word.head.i not in kept:
        return True
    verbs = [word, *(c for c in word.children if c.dep_ in HELPING)]
    if word.dep_ not in {"parataxis", "ROOT"} or not any(verb.tag_ in FINITE for verb in verbs):
        return False
    if any(child.dep_.startswith(SUBJECTS) and child.i in kept for child in word.children):
        return word.dep_ == "parataxis"  # two sentences, what stood between them left out
    before = [word.doc[i] for i in kept if i < word.i and word.doc[i].pos_ in NOMINAL]
    return word.dep_ == "parataxis" or all(t.dep_ in NESTED or case_of(t) for t in before)


def _has_verb(scene: Scene) -> bool:
    """Whether the parse gave the sentence a finite main verb; where it did not, it knows no aside either."""
    verbs = [t for t in scene.words if t.dep_ == "ROOT" or (t.dep_ in HELPING and t.head.dep_ == "ROOT")]
    return any(verb.tag_ in FINITE for verb in verbs)


def _is_unsettled(scene: Scene, words: list[Token], covered: frozenset[int]) -> bool:
    """Whether the words speak of a day that neither they nor the article's date settle ("On Saturday")."""
    said = {word.i for word in words} - covered
    return any(time.last in said and stated_time(scene, scene.doc[time.last]).open for time in scene.times)


def _without_leaning(scene: Scene, words: list[Token], covered: frozenset[int]) -> list[Token]:
    """The words without the adjuncts that lean on their context, as long as they hold no blanked word."""
    for token in list(words):
        if token not in words or not leans(scene, token):
            continue
        adjunct = next((t for t in [token, *token.ancestors] if t.dep_ in ADJUNCTS and case_of(t) != "of"), None)
        if adjunct is None or any(c.dep_ == "acl:relcl" for c in adjunct.children):
            return words  # "in towns where it was tried" tells of which ones all is true
        if adjunct.dep_.startswith("obl") and not case_of(adjunct) and scene.time_over(adjunct.i) is None:
            return words  # "and Moldova the remainder" holds up what stands before it
        above = adjunct.head
        if above.dep_ == "acl" and above.tag_ in {"VBG", "VBN"} and adjunct.left_edge.i == above.i + 1:
            adjunct = above  # "heading in the other direction", "known as its capital" goes as one
        gone = _with_marks(scene, adjunct)
        if gone & covered:
            return words
        words = [word for word in words if word.i not in gone]
    return words


def _with_marks(scene: Scene, aside: Token) -> set[int]:
    """The tokens of an aside with the commas around it, and the closing brackets and quote marks left behind it."""
    gone, after = {token.i for token in aside.subtree}, aside.right_edge.i + 1
    while after < scene.end and _closes(scene, gone, after):
        gone.add(after)
        after += 1
    before = aside.left_edge.i - 1
    # a comma behind that answers none in front closes what the aside stands in
    is_own = _is_comma(scene, before) or not any(scene.doc[i].is_alpha for i in range(scene.words[0].i, before + 1))
    return gone | {i for i in (before, after if is_own else before) if _is_comma(scene, i)}


def _closes(scene: Scene, gone: set[int], i: int) -> bool:
    """Whether a token closes a bracket or a quotation that opened among the tokens that go."""
    texts = [scene.doc[j].text for j in gone]
    is_bracket = scene.doc[i].text == ")" and texts.count("(") > texts.count(")")
    return is_bracket or (scene.doc[i].text == '"' and texts.count('"') % 2 == 1)


def _is_comma(scene: Scene, i: int) -> bool:
    return scene.parsed.tokens.start <= i < scene.end and scene.doc[i].text == ","
