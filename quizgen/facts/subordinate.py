"""Clauses below another one mended: a conjunction taken for a preposition, a past tense for a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.inflection import base_of, is_past_form
from quizgen.language.speech import SAYING

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
OPENING = frozenset({"after", "before", "since", "until", "as"})  # prepositions that open clauses as well
CLAUSES = frozenset({"advcl", "acl:relcl", "conj"})
# verbs whose participle may keep an object: "a man given two years"
TWO_OBJECTS = frozenset("give award offer pay send grant call name owe teach show tell deny hand sell ask".split())
BELOW = frozenset({"advcl", "conj", "ccomp", "parataxis"})
RESULTS = frozenset("leave kill injure wound force cause raise bring push send prompt spark trigger".split())
MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "nummod"})


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_clauses(sentence: ParsedSentence, draft: Draft) -> None:
    """Give clauses below the main one their verb, their subject and the conjunction that opens them."""
    for token in sentence.words:
        if token.dep_ == "acl:relcl":
            _of_nearest(token, draft)
            _seen(token, draft)
        elif token.dep_ == "conj" and token.tag_ in FINITE:
            _second_relative(token, draft)
        elif token.dep_ == "acl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children):
            _said_in(token, draft)
        elif token.dep_ == "acl" and any(c.dep_ == "nsubj" for c in token.children):
            _behind_noun(token, draft)
        if token.lower_ in OPENING and token.dep_ == "case":
            _opens_clause(token, draft)
        elif token.lower_ == "that" and token.dep_ == "fixed" and token.head.dep_ == "mark":
            _respect(token.head.head, draft)
        elif token.lower_ == "that" and token.dep_ == "det":
            _opening_that(token, draft)
        elif token.tag_ == "VBN" and token.dep_ in CLAUSES:
            _past_tense(token, draft)
        elif token.dep_ == "advcl" and token.tag_ in {"NN", "NNS", "NNP"}:
            _when(token, draft)
        elif token.tag_ == "VBG" and token.dep_ == "acl" and base_of(token.lower_) in RESULTS:
            _result(token, draft)
        elif token.tag_ in {"NN", "NNS"} and any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children):
            _having(token, draft)


def _respect(predicate: Token, draft: Draft) -> None:
    """A clause taken for a noun with its preposition: "was important in that it was the first vote"."""
    if predicate.dep_ == "obl" and any(c.dep_.startswith("nsubj") for c in predicate.children):
        draft.hang(predicate, predicate.head, "advcl")


def _behind_noun(verb: Token, draft: Draft) -> None:
    """A clause with its conjunction hung on a noun: "approved the sale, after the airline agreed to pay"."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    is_opened = any(c.dep_ == "mark" and c.lower_ in OPENING for c in verb.children)
    if above is None or not is_opened or any(c.dep_ == "aux:pass" for c in verb.children):
        return
    if verb.tag_ == "VBN" and not any(c.dep_ in HELPERS for c in verb.children) and is_past_form(verb.lower_):
        draft.tags[verb.i] = "VBD"
    draft.hang(verb, above, "advcl")


def _opens_clause(token: Token, draft: Draft) -> None:
    """A conjunction taken for the preposition of the subject behind it: "fled after a day of shelling left 16 dead"."""
    noun = _whole_noun(token.head)
    verb = _verb_behind(noun)
    if verb is None or verb.i < noun.i or verb.dep_ == "acl:relcl":
        return
    is_finite = verb.tag_ in FINITE or any(c.dep_ in HELPERS and c.tag_ in FINITE for c in verb.children)
    if not (is_finite or verb.dep_ == "acl"):
        return
    if any(c.dep_ == "mark" or (c.dep_ == "cc" and c.i < verb.i) for c in verb.children):
        return
    if any(c.dep_.startswith("nsubj") and c.i != noun.i for c in verb.children):
        return
    if verb.tag_ == "VBN" and not any(c.dep_ in HELPERS for c in verb.children):
        draft.tags[verb.i] = "VBD"
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children)
    above = next((t for t in noun.ancestors if t.pos_ == "VERB" and t.i != verb.i), verb.head)
    draft.hang(noun, verb, "nsubj:pass" if is_passive else "nsubj")
    draft.hang(token, verb, "mark")
    draft.hang(verb, above, "advcl")
    for child in noun.children:
        if child.i < token.i:
            draft.hang(child, verb, "obl:unmarked")  # "less than a week after a raid killed 12"
        elif child.i > verb.i and child.dep_ == "conj" and child.pos_ == "VERB":
            draft.hang(child, verb, "conj")


def _verb_behind(noun: Token) -> Token | None:
    """The verb that follows the noun's phrase at once, which the parse hangs on what stands before, or on the noun."""
    if noun.dep_.startswith("nsubj"):
        return noun.head if noun.head.dep_ in BELOW else None
    for token in noun.subtree:
        if token.dep_ == "acl" and token.doc[token.i - 1].tag_.startswith("NN") and _is_active(token):
            return token
    edge = noun.right_edge.i + 1
    if edge >= noun.sent.end:
        return None
    verb = noun.doc[edge]
    verb = verb.head if verb.dep_ in HELPERS else verb
    is_past = verb.dep_ == "xcomp" and verb.tag_ == "VBD"
    return verb if (verb.dep_ in BELOW or is_past) and verb.head.i < noun.i else None


def _is_active(participle: Token) -> bool:
    """Whether what looks like a participle has an object, so that it is a past tense: "a convoy killed 12"."""
    if participle.tag_ not in {"VBD", "VBN"} or not is_past_form(participle.lower_):
        return False
    has_object = any(c.dep_ == "obj" for c in participle.children)
    return has_object and (participle.tag_ == "VBD" or base_of(participle.lower_) not in TWO_OBJECTS)


def _when(noun: Token, draft: Draft) -> None:
    """A noun with a participle taken for a clause without a verb: "died when two trains collided"."""
    when = next((c for c in noun.children if c.lower_ in {"when", "as"} and c.i < noun.i), None)
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i), None)
    if when is None or verb is None or verb.tag_ not in {"VBD", "VBN"} or not is_past_form(verb.lower_):
        return
    if any(c.dep_ in HELPERS or c.dep_ == "obl:agent" for c in [*noun.children, *verb.children]):
        return
    draft.tags[verb.i] = "VBD"
    draft.hang(verb, noun.head, "advcl")
    draft.hang(noun, verb, "nsubj")
    draft.hang(when, verb, "advmod" if when.lower_ == "when" else "mark")


def _whole_noun(token: Token) -> Token:
    """The noun that a modifier before it belongs to."""
    while token.dep_ in MODIFIERS and token.head.i > token.i:
        token = token.head
    return token


def _opening_that(token: Token, draft: Draft) -> None:
    """A conjunction taken for an article: "said that peace was possible", "so that elections could be held"."""
    noun = token.head
    verb = noun.head
    is_so = token.doc[token.i - 1].lower_ == "so" and verb.dep_ == "advcl"
    opens = verb.dep_ == "ccomp" and not any(c.dep_ == "mark" for c in verb.children)
    is_plain = noun.tag_ in {"NNS", "NNP", "NNPS"} or token.tag_ == "IN" or token.doc[token.i - 1].i != verb.head.i
    if noun.dep_.startswith("nsubj") and (is_so or (opens and is_plain)):
        draft.tags[token.i] = "IN"
        draft.hang(token, verb, "mark")
    elif noun.dep_ == "obj" and noun.tag_ in {"NNS", "NNPS"} and verb.i == token.i - 1:
        _lost_content(token, draft)


def _lost_content(that: Token, draft: Draft) -> None:
    """A clause with "that", of which the subject was taken for an object: "arguing that prices did not fall"."""
    noun, above = that.head, that.head.head
    below = {"parataxis", "ccomp", "advcl", "conj"}
    verb = next((t for t in that.sent if t.i > noun.i and t.dep_ in below and t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    helpers = [c.i for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    if min([verb.i, *helpers]) == noun.right_edge.i + 1:
        draft.tags[that.i] = "IN"
        draft.hang(that, verb, "mark")
        draft.hang(noun, verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")
        draft.hang(verb, above, "ccomp")


def _said_in(verb: Token, draft: Draft) -> None:
    """What somebody says, hung on where he says it: "said in a statement that ten people were missing"."""
    where = verb.head
    above = where.head
    says = above.lemma_ in SAYING and not any(c.dep_ in {"ccomp", "obj"} for c in above.children)
    if says and where.dep_ == "obl" and where.i > above.i:
        draft.hang(verb, above, "ccomp")


def _past_tense(verb: Token, draft: Draft) -> None:
    """A past tense with a subject before it and no auxiliary, tagged as a participle: "when two trains collided"."""
    labels = {c.dep_ for c in verb.children}
    has_subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    if has_subject and not labels & HELPERS and is_past_form(verb.lower_):
        draft.tags[verb.i] = "VBD"


def _of_nearest(verb: Token, draft: Draft) -> None:
    """A clause that describes the noun right before it, hung on the predicate: "is a step to laws that ban"."""
    said = verb.head
    start = verb.left_edge
    before = verb.doc[start.i - 1]
    if start.lower_ not in {"that", "who", "which"} or before.tag_ not in NOUNS or before.i <= said.i:
        return
    way = next((c for c in said.children if c.i == before.i or c.is_ancestor(before)), None)
    is_sort = way is None or any(c.dep_ == "case" and c.lower_ == "of" for c in way.children)  # "a form of art that"
    if any(c.dep_ == "cop" for c in said.children) and not is_sort:
        while before.head.i < before.i and before.dep_ in {"flat", "appos"}:
            before = before.head
        draft.hang(verb, before, "acl:relcl")


def _seen(verb: Token, draft: Draft) -> None:
    """What the verb of a relative clause tells, hung on the noun as well: "riots that have seen soldiers use gas"."""
    above = verb.doc[verb.left_edge.i - 1]
    if above.dep_ == "acl:relcl" and above.head.i == verb.head.i and any(c.dep_ == "nsubj" for c in verb.children):
        draft.hang(verb, above, "ccomp")


def _second_relative(verb: Token, draft: Draft) -> None:
    """A second clause with "that", joined to the main one: "a law that bans it and that names those who sold it"."""
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.lower_ not in {"that", "which", "who"}:
        return
    first = next((t for t in verb.sent if t.dep_ == "acl:relcl" and verb.head.i < t.i < verb.i), None)
    if first is not None:
        draft.hang(verb, first, "conj")


def _result(token: Token, draft: Draft) -> None:
    """What something led to, hung on the noun before it: "closed it until Monday, leaving ten cut off"."""
    before = token.doc[token.left_edge.i - 1]
    noun, verb = token.head, next((t for t in token.head.ancestors if t.pos_ == "VERB"), None)
    is_apart = "," in {token.left_edge.text, before.text}
    if is_apart and verb is not None and noun.dep_ in {"obl", "nmod", "obj"} and verb.i < noun.i:
        draft.hang(token, verb, "advcl")


def _having(noun: Token, draft: Draft) -> None:
    """What somebody has, taken for the verb, and the verb for its auxiliary: "Poland, which has bases in Latvia"."""
    helpers = [c for c in noun.children if c.dep_ in HELPERS]
    if len(helpers) != 1 or helpers[0].tag_ not in FINITE:
        return
    (verb,) = helpers
    draft.tags[verb.i] = verb.tag_
    draft.hang(verb, verb if noun.head.i == noun.i else noun.head, noun.dep_)
    draft.hang(noun, verb, "obj")
    for child in noun.children:
        if child.i < verb.i and child.i != verb.i:
            draft.hang(child, verb, child.dep_)
