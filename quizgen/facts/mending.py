"""Parses mended where a small parser errs in a regular way, by evidence on the surface of the sentence.

Three steps: first the verbs that were not found (a past tense taken for a participle, a present one for a plural), then
the clauses around them, then what hangs on them (the infinitive of purpose, the phrase behind a noun). A parse without
such an error comes back as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from quizgen.facts.attaching import mend_attachments
from quizgen.facts.complex_prepositions import mend_complex_prepositions
from quizgen.facts.coordinating import mend_coordination
from quizgen.facts.hedges import mend_hedges
from quizgen.facts.held import mend_objects
from quizgen.facts.lost_subjects import find_subjects
from quizgen.facts.lost_verbs import find_verbs
from quizgen.facts.parted import mend_parted
from quizgen.facts.subordinate import mend_clauses
from quizgen.facts.torn_objects import mend_torn_objects
from quizgen.language import ParsedArticle, ParsedSentence
from quizgen.language.gazetteer import is_demonym
from quizgen.language.inflection import base_of, is_listed, is_participle, is_past_form, is_present_form
from quizgen.language.tokens import Doc, Token, features, tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTLIKE = frozenset({"nmod", "nmod:unmarked", "appos", "conj", "list"})
NAME_PLACES = frozenset({"nsubj", "nsubj:pass", "amod", "compound", "advmod"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
NO_VERBS = frozenset({"RB", "JJ", "NN", "NNP", "UH", "FW", "VB"})
POS = {"VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", "VBG": "VERB", "NN": "NOUN", "NNP": "PROPN"}
PAST = features("Mood=Ind|Tense=Past|VerbForm=Fin")
# nouns that are verbs where "to do" follows a name: "Amazon plans to open"
PLANNING = frozenset("plans aims hopes wants seeks needs promises vows threatens offers".split())


@dataclass(slots=True)
class Draft:
    """What a mended doc will say of some tokens: their heads, relations, tags."""

    heads: dict[int, int] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""
        self.heads[token.i], self.labels[token.i] = head.i, label


Mend = Callable[[ParsedSentence, Draft], None]


def mended(parsed: ParsedArticle) -> ParsedArticle:
    """The article with its regular errors of parsing mended."""
    verbs = (find_verbs, mend_objects, mend_torn_objects, mend_parted)
    clauses = (_mend_verbs, find_subjects, mend_clauses, mend_coordination)
    phrases = (mend_attachments, mend_complex_prepositions, mend_hedges)
    for step in (verbs, clauses, phrases):
        parsed = _step(parsed, step)
    return parsed


def _step(parsed: ParsedArticle, mends: Iterable[Mend]) -> ParsedArticle:
    drafts: dict[int, Draft] = {}
    for sentence in parsed.sentences:
        for mend in mends:
            mend(sentence, drafts.setdefault(id(sentence.tokens.doc), Draft()))
    docs: dict[int, Doc] = {}
    for sentence in parsed.sentences:
        doc = sentence.tokens.doc
        if drafts[id(doc)].heads or drafts[id(doc)].tags:
            docs[id(doc)] = docs.get(id(doc)) or redrawn(doc, drafts[id(doc)])
    if not docs:
        return parsed
    return replace(parsed, sentences=tuple(_moved(s, docs.get(id(s.tokens.doc))) for s in parsed.sentences))


def _moved(sentence: ParsedSentence, doc: Doc | None) -> ParsedSentence:
    tokens = sentence.tokens
    return sentence if doc is None else replace(sentence, tokens=doc.span(tokens.start, tokens.end))


def redrawn(doc: Doc, draft: Draft) -> Doc:
    """The doc with the changes of the draft, but those that would hang words on one another in a ring."""
    _break_rings(doc, draft)
    tokens = [_retold(token, draft) for token in doc]
    return tree(tokens, [draft.heads.get(token.i, token.head.i) for token in doc])


def _retold(token: Token, draft: Draft) -> Token:
    """The token as the draft has it, not yet hung on any other."""
    tag = draft.tags.get(token.i, "")
    return Token(
        token.i, token.idx, token.text, token.lower_, token.whitespace_, token.is_punct, token.like_num,
        token.ent_type_, tag or token.tag_, POS.get(tag, token.pos_),
        base_of(token.lower_) if tag in FINITE else token.lemma_,
        PAST if tag == "VBD" else token.morph, draft.labels.get(token.i, token.dep_),
    )  # fmt: skip


def _break_rings(doc: Doc, draft: Draft) -> None:
    """Leave a word where it hung if two mends together would take it out of the tree."""
    for start in sorted(draft.heads):
        path: list[int] = []
        at = start
        while at not in path:
            path.append(at)
            at = draft.heads.get(at, doc[at].head.i)
        if at != path[-1]:  # a root is its own head
            for i in path[path.index(at) :]:
                draft.heads.pop(i, None)
                draft.labels.pop(i, None)


def _mend_verbs(sentence: ParsedSentence, draft: Draft) -> None:
    _first_name(sentence, draft)
    for token in sentence.tokens:
        if token.dep_ == "conj" and token.tag_ == "VBN" and token.head.tag_ == "VBD":
            _second_past(token, draft)
        elif token.tag_ == "JJ" and any(c.dep_ == "aux:pass" for c in token.children) and is_participle(token.lower_):
            draft.tags[token.i] = "VBN"  # "was primarily involved in the trade"
        elif token.dep_ == "punct" and token.text[0].isupper():
            _name_for_mark(token, draft)
    end = sentence.tokens.end if sentence.tail is None else sentence.tail
    for root in sentence.roots():
        if root.i < end:
            _tense(root, draft)
            _swallowed(root, draft)
            _according(root, draft)
            _planning(root, draft)


def _first_name(sentence: ParsedSentence, draft: Draft) -> None:
    """An unknown word at the beginning of a sentence is a name, not an adjective or adverb: "Oxfam said"."""
    first = sentence.tokens[1 if sentence.tokens[0].is_punct and len(sentence.tokens) > 1 else 0]
    if first.tag_ not in {"JJ", "RB", "NN", "UH", "FW"} or not first.is_alpha or first.dep_ not in NAME_PLACES:
        return
    if first.text[0].isupper() and not is_listed(first.lower_) and not is_demonym(first.text):
        has_subject = any(c.dep_.startswith("nsubj") for c in first.head.children)
        if first.tag_ == "NN" and first.dep_ == "compound":
            return  # "Iodine deficiency"
        if first.dep_ == "amod" and not any(c.tag_ == "NNP" and c.i > c.head.i for c in first.head.children):
            return  # an office and its holder follow, or it is an adjective after all
        if first.dep_ == "advmod" and (has_subject or first.head.pos_ != "VERB"):
            return
        draft.tags[first.i] = "NNP"
        draft.hang(first, first.head, {"amod": "compound", "advmod": "nsubj"}.get(first.dep_, first.dep_))


def _name_for_mark(token: Token, draft: Draft) -> None:
    """A strange name taken for a mark, right before a verb without a subject: "On Saturday, Da'esh claimed"."""
    draft.tags[token.i] = "NNP"
    verb = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    verb = verb.head if verb.dep_ in HELPERS else verb
    if verb.pos_ == "VERB" and not any(c.dep_.startswith(("nsubj", "csubj")) for c in verb.children):
        draft.hang(token, verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")


def _second_past(token: Token, draft: Draft) -> None:
    """A second past tense taken for a participle: "killed 288 people and injured 900"."""
    both = [*token.children, *token.head.children]  # "killed and injured 900" shares its object
    labels = {c.dep_ for c in both}
    has_object = any(c.dep_ == "obj" and c.i > token.i for c in both)
    if has_object and not labels & HELPERS and is_past_form(token.lower_):
        draft.tags[token.i] = "VBD"


def _tense(root: Token, draft: Draft) -> None:
    """A tense that was tagged as something else, with a subject before it and no auxiliary: "X cost $4m"."""
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    if root.tag_ in FINITE and root.pos_ not in {"VERB", "AUX"} and subject is not None:
        draft.tags[root.i] = root.tag_  # tagged as a verb, but not taken for one
        return
    if root.tag_ == "NNS" and subject is not None and any(c.dep_ in {"obj", "xcomp"} for c in root.children):
        draft.tags[root.i] = "VBZ"
        return
    is_present = is_present_form(root.lower_) and not is_past_form(root.lower_)
    if root.tag_ in NO_VERBS | {"VBD"} and is_present and subject is not None and subject.i < root.i:
        draft.tags[root.i] = "VBZ"
        return
    if subject is None or any(c.dep_ in HELPERS for c in root.children) or not is_past_form(root.lower_):
        return
    is_singular = subject.tag_ in {"NN", "NNP"} and not any(c.dep_ == "conj" for c in subject.children)
    is_mistaken = root.tag_ in {"VBN", "NN", "JJ", "VB", "NNP", "RB"} or (root.tag_ == "VBP" and is_singular)
    if is_mistaken and not root.text[0].isupper() and root.lower_ != "aged":
        draft.tags[root.i] = "VBD"


def _swallowed(root: Token, draft: Draft) -> None:
    """A subject taken for one more name of the phrase in front: "At the invitation of Luis Paz, Anna Roth came"."""
    if root.pos_ != "VERB" or any(c.dep_.startswith(("nsubj", "csubj")) for c in root.children):
        return
    edge = min([root.i, *(c.i for c in root.children if c.dep_ in HELPERS and c.i < root.i)])
    for front in root.children:
        if not front.dep_.startswith("obl") or front.i > edge:
            continue
        for token in front.subtree:
            is_alone = token.dep_ in {"conj", "appos"} and not any(c.dep_ == "cc" for c in token.children)
            edge_of = token.left_edge.i
            comma = token.doc[edge_of if token.left_edge.is_punct else max(0, edge_of - 1)]
            if is_alone and comma.text == "," and all(t.is_punct for t in token.doc[token.right_edge.i + 1 : edge]):
                is_passive = any(c.dep_ == "aux:pass" for c in root.children)
                draft.hang(token, root, "nsubj:pass" if is_passive else "nsubj")
                return


def _according(root: Token, draft: Draft) -> None:
    """A source taken for the subject, and the subject for a part of it: "According to Jane Roe, Lake Ohrid is warm"."""
    source = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if source is None or not any(c.dep_ == "case" and c.lower_ == "according" for c in source.children):
        return
    edge = min([root.i, *(c.i for c in root.children if c.dep_ in HELPERS and c.i < root.i)])
    for child in source.children:
        if child.i > source.i and child.right_edge.i == edge - 1 and child.dep_ in SUBJECTLIKE:
            draft.hang(child, root, "nsubj")
            draft.hang(source, root, "obl")


def _planning(root: Token, draft: Draft) -> None:
    """A verb of planning behind a name, taken for a noun: "Amazon plans to open a warehouse"."""
    name = next((c for c in root.children if c.i == root.i - 1 and c.dep_ in {"compound", "nmod:desc", "flat"}), None)
    deed = next((c for c in root.children if c.dep_ == "acl" and c.tag_ == "VB" and c.i > root.i), None)
    if root.lower_ not in PLANNING or name is None or name.tag_ not in {"NNP", "NNPS"} or deed is None:
        return
    draft.tags[root.i] = "VBZ"
    draft.hang(name, root, "nsubj")
    draft.hang(deed, root, "xcomp")
    for child in root.children:
        if child.i < name.i:
            draft.hang(child, name, child.dep_)
