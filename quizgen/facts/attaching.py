"""What hangs where: infinitives of purpose, and phrases that belong to the noun before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizgen.language import ParsedSentence
from quizgen.language.inflection import is_listed, lemmas
from quizgen.language.neighbours import neighbour

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

# verbs that say what somebody else is to do, or that take an infinitive of their own besides an object
CONTROLLING = frozenset(
    "ask urge allow tell force help enable order persuade encourage want expect need require invite permit cause "
    "lead get teach warn advise convince instruct press push forbid beg remind train authorise authorize compel "
    "oblige prompt inspire motivate tempt challenge appoint choose elect select name nominate set have find "
    "consider believe know report take cost give leave like love hate prefer wish intend mean vote promise offer "
    "grant deserve call request demand forecast project predict estimate tip deem drive direct enlist pay trust "
    "assist make let see hear watch commit prove declare aim".split()
)
# verbs that say of somebody else what he is or does: "is believed to be", "known to like tea"
RAISING = frozenset(
    "forecast project predict estimate tip deem know believe think suppose report allege rumour".split()
)
# verbs of what somebody himself is to do, so that an infinitive behind them is no purpose
DECIDING = frozenset("agree decide vow pledge promise plan refuse decline threaten intend expect hope".split())
NO_DECISION = frozenset({"obj", "aux:pass", "xcomp", "ccomp"})
MOVING = frozenset("travel fly go come meet gather return arrive rush stop stay march visit".split())
# verbs of deeds whose object is the means: "opened a camp to house refugees"
MEANS = frozenset(
    "use send deploy build open launch create found establish erect dig install organise organize form buy hold "
    "develop dispatch charter borrow hire recruit".split()
)
AIMS = frozenset(
    "decision plan request call agreement effort attempt bid move offer refusal right permission proposal pledge "
    "promise intention ability need chance failure order desire power campaign way law bill time opportunity reason "
    "vote deal drive method".split()
)
# what stands in a place and is known by it: "the talks in Brussels", "the bridge in Linz"
LOCATED = frozenset(
    "bridge museum hospital school factory plant airport temple church mosque cathedral palace prison camp dam tower "
    "base embassy consulate headquarters stadium hotel port station mine market university library theatre theater "
    "court zoo monastery shrine castle refinery talk conference summit ceremony festival marathon election "
    "earthquake attack bombing protest war fire crash flood explosion blast riot accident collapse outbreak famine "
    "drought massacre coup siege battle".split()
)
PLACE_CASES = frozenset({"in", "at", "near", "outside", "of"})
# nouns with a preposition of their own
NOUN_CASES = {
    "tax": {"on"}, "ban": {"on"}, "attack": {"on", "against"}, "war": {"on", "against", "in"}, "border": {"with"},
    "treaty": {"with", "on"}, "agreement": {"with", "on"}, "deal": {"with"}, "embargo": {"on", "against"},
    "sanction": {"on", "against"}, "duty": {"on"}, "tariff": {"on"}, "blockade": {"of"}, "case": {"against"},
    "vaccine": {"against", "for"}, "cure": {"for"}, "way": {"to"}, "match": {"against", "between"},
    "road": {"to", "from", "between"}, "tunnel": {"between"}, "talk": {"with", "between"},
}  # fmt: skip
REQUESTS = frozenset({"request", "behest", "invitation", "insistence", "urging"})
GIVING_OFFICE = frozenset({"appoint", "elect", "name", "crown", "declare"})
HANDING = frozenset("give send lend grant award offer pay sell hand promise owe fine charge".split())
EVENTS = frozenset("summit conference olympics games cup championship congress festival fair".split())
LEFT = frozenset({"dead", "injured", "wounded", "homeless"})
NAMING = frozenset("det amod compound nmod:desc nmod:poss case flat".split())  # what stands before a name's last word
AMOUNTS = frozenset({"more", "less", "fewer"})
# verbs of which nobody says where it was done
JUDGING = frozenset("condemn denounce deplore welcome praise mourn criticise criticize".split())
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


class Draft(Protocol):
    """What a mended parse will say."""

    tags: dict[int, str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token on another one."""


def mend_attachments(sentence: ParsedSentence, draft: Draft) -> None:
    """Hang infinitives of purpose on their verb and phrases on their noun."""
    for token in sentence.words:
        if token.dep_ == "xcomp" and token.head.lemma_ == "lead" and _is_noun(token):
            _led_to(token, draft)
        elif token.dep_ == "advcl" and token.head.dep_ == "acl" and token.head.tag_ == "VBN" and not _has_to(token):
            _in_time(token, draft)
        elif token.tag_ in {"VBD", "VBN"} and token.dep_ in {"advcl", "ccomp"}:
            _done_by(token, draft)
        elif token.dep_ == "appos" and token.head.dep_ == "obj" and token.head.head.lemma_ in GIVING_OFFICE:
            if token.doc[token.left_edge.i - 1].text != "," and not token.left_edge.is_punct:
                draft.hang(token, token.head.head, "xcomp")
        elif token.lower_ == "owing" and token.dep_ in {"xcomp", "ccomp"}:
            _owing(token, draft)
        elif token.tag_ == "VB" and token.dep_ in {"obl", "nmod"}:
            _infinitive(token, draft)
        elif token.tag_ == "VB" and token.dep_ in {"xcomp", "acl", "advcl"} and _has_to(token):
            _purpose(token, draft)
        elif token.tag_ in {"JJ", "VBN"} and token.dep_ in {"amod", "acl"} and token.lower_ in LEFT:
            _left_dead(token, draft)
        elif token.dep_.startswith("nsubj"):
            _second_subject(token, draft)
        elif token.dep_ == "nmod":
            _of_verb(token, draft)
        elif token.dep_ == "obl" and token.head.pos_ == "VERB":
            _of_noun(token, draft)
        elif token.dep_ == "compound" and token.head.dep_ == "obj" and _is_handing(token.head.head):
            _to_whom(token, draft)
        elif token.lower_ in AMOUNTS and token.dep_ in {"advmod", "ROOT"}:
            _amount(token, draft)


def _in_time(token: Token, draft: Draft) -> None:
    """When somebody did something, hung on a participle on the way: "died from a disease caused by dust after …"."""
    verb = token.head.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    is_timed = any(c.dep_ == "mark" and c.lower_ in {"after", "before"} for c in token.children)
    if is_timed and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.i < token.head.i < token.left_edge.i:
        draft.hang(token, verb, "advcl")


def _is_handing(verb: Token) -> bool:
    return not HANDING.isdisjoint(lemmas(verb.lower_, "VERB"))


def _to_whom(token: Token, draft: Draft) -> None:
    """Who is given something, taken for a part of its name: "lent Ghana $200 million", "will send Peru 40 buses"."""
    before, after = token.doc[token.left_edge.i - 1], token.doc[token.i + 1]
    is_thing = after.tag_ in {"CD", "$"} or after.lower_ in {"a", "an"}
    if token.tag_ == "NNP" and before.i == token.head.head.i and is_thing:
        draft.hang(token, token.head.head, "iobj")


def _owing(token: Token, draft: Draft) -> None:
    """A reason taken for what is done: "closed the port owing to a storm"."""
    draft.hang(token, token.head, "advcl")
    for child in token.children:
        if child.dep_ == "nsubj" and child.i < token.i:
            draft.hang(child, token.head, "obj")


def _infinitive(token: Token, draft: Draft) -> None:
    """An infinitive taken for a noun with a preposition: "use sonar to map the coast"."""
    to = next((c for c in token.children if c.lower_ == "to" and c.dep_ == "case"), None)
    if to is None or to.i != token.i - 1 or not is_listed(token.lower_, "VERB"):
        return
    draft.tags[to.i] = "TO"
    draft.hang(to, token, "mark")
    draft.hang(token, token.head, "advcl" if token.dep_ == "obl" else "acl")


def _second_subject(token: Token, draft: Draft) -> None:
    """One subject too many: a name set beside the first one, or the object of an infinitive behind it.

    "The minister, Anna Berg, has resigned", "plans to expand it were delayed".
    """
    first = next(c for c in token.head.children if c.dep_.startswith("nsubj"))
    if first.i >= token.i:
        return
    before = token.doc[token.left_edge.i - 1]
    is_deed = before.tag_ == "VB" and before.dep_ in {"acl", "xcomp"} and before.head.i == first.i
    if token.tag_ == "PRP" and is_deed:
        draft.hang(before, first, "acl")
        draft.hang(token, before, "obj")
    behind = token.doc[first.right_edge.i + 1 : token.i]
    is_beside = len(behind) > 0 and behind[0].text == "," and all(t.dep_ in NAMING for t in behind[1:])
    is_name = token.tag_ == "NNP" or any(c.dep_ == "nmod:poss" for c in token.children)
    if is_name and (is_beside or (first.right_edge.text == "," and before.i == first.right_edge.i)):
        draft.hang(token, first, "appos")


def _of_verb(token: Token, draft: Draft) -> None:
    """A phrase that belongs to the verb, hung on its object or agent: a request, a reason, a place."""
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    above = token.head
    if above.tag_ in {"VBD", "VBZ", "VBP"} and case:
        draft.hang(token, above, "obl")
    is_request = token.lower_ in REQUESTS and case in {"at", "on"}
    if above.dep_ == "obj" and (is_request or case in {"due", "because"}):
        draft.hang(token, above.head, "obl")
    if above.dep_ == "obl:agent" and case in {"inside", "outside", "across", "throughout"}:
        draft.hang(token, above.head, "obl")


def _left_dead(token: Token, draft: Draft) -> None:
    """What became of people, taken for what they were: "shot two men dead", "left 86 people injured"."""
    people = token.head
    if people.dep_ != "obj" or people.i > token.i or people.head.pos_ != "VERB":
        return
    draft.hang(token, people.head, "xcomp")
    for child in token.children:
        if child.dep_ in {"obl", "obl:unmarked"}:
            draft.hang(child, people.head, child.dep_)


def _is_noun(token: Token) -> bool:
    return token.tag_ == "VB" and not is_listed(token.lower_, "VERB")


def _led_to(token: Token, draft: Draft) -> None:
    """A noun taken for an infinitive: "led to famine"."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is not None:
        draft.tags[token.i] = "NN"
        draft.hang(token, token.head, "obl")
        draft.hang(to, token, "case")


def _done_by(token: Token, draft: Draft) -> None:
    """A participle behind its noun, taken for a clause: "the activities carried out by the army"."""
    labels = {c.dep_ for c in token.children}
    noun = token.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else token
    if "obl:agent" not in labels or labels & {"nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "obj", "advmod"}:
        return
    if noun.tag_ in {"NN", "NNS"} and noun.i == token.i - 1:
        draft.tags[token.i] = "VBN"
        draft.hang(token, noun, "acl")


def _is_means(verb: Token) -> bool:
    """Whether what a verb makes or uses serves an end: "opened a camp", "set up a fund"."""
    return verb.lemma_ in MEANS or (verb.lemma_ == "set" and any(c.lower_ == "up" for c in verb.children))


def _has_to(token: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)


def _purpose(token: Token, draft: Draft) -> None:
    """An infinitive behind a deed and its object tells what for: "launched Juno to study Jupiter"."""
    above = token.head
    to = next(c for c in token.children if c.dep_ == "mark" and c.lower_ == "to")
    for child in token.children:
        has_case = any(c.dep_ == "case" and c.lower_ != "for" for c in child.children)
        if above.i < child.i < to.i and has_case and child.tag_ != "WRB":
            draft.hang(child, above, "obl")  # "walked with her daughters to reach the town"
    if token.doc[max(0, token.left_edge.i - 1)].lemma_ in AIMS:
        return
    if (done := _done(above, to)) is not None:
        draft.hang(token, done, "advcl")
    is_said = above.dep_ == "acl" or any(c.dep_ == "aux:pass" for c in above.children)
    if token.dep_ == "advcl" and above.tag_ == "VBN" and above.lemma_ in RAISING and is_said:
        draft.hang(token, above, "xcomp")  # "is forecast by the bank to grow"
    if token.dep_ == "advcl" and above.lemma_ in DECIDING and not any(c.dep_ in NO_DECISION for c in above.children):
        draft.hang(token, above, "xcomp")  # "agreed on Monday to meet"
    if token.dep_ == "xcomp" and above.pos_ == "VERB" and above.lemma_ not in CONTROLLING:
        things = [c for c in above.children if c.dep_ == "obj" and above.i < c.i < token.i]
        if (things and not any(c.dep_ == "iobj" for c in above.children)) or (
            above.lemma_ in MOVING and above.lower_ != "going" and not things
        ):
            draft.hang(token, above, "advcl")
    if token.dep_ == "xcomp" and above.dep_ == "obj" and above.i < token.i and _is_means(above.head):
        draft.hang(token, above.head, "advcl")
    if token.dep_ != "acl" or above.dep_ != "obj" or not _is_means(above.head) or above.lemma_ in AIMS:
        return
    is_some = any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in above.children)
    if above.tag_ in {"NN", "NNS"} and (is_some or above.tag_ == "NNS"):
        draft.hang(token, above.head, "advcl")


def _done(noun: Token, to: Token) -> Token | None:
    """The deed that a predicate noun is described by, and that an infinitive behind it tells the end of.

    "Was a mission led by Denmark to protect ships"; not "is a man known to like tea", "is a law passed in a bid to …".
    """
    if noun.lemma_ in AIMS or not any(c.dep_ == "cop" for c in noun.children):
        return None
    between = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and noun.i < c.i < to.i)
    return next((c for c in between if c.lemma_ not in CONTROLLING), None)


def _of_noun(token: Token, draft: Draft) -> None:
    """A phrase right behind "the bridge" or "the tax" that says which one."""
    edge = token.left_edge.i
    described = token.head
    if described.dep_ == "acl" and token.doc[edge - 1].text == "," and token.doc[described.left_edge.i - 1].text == ",":
        verb = next((t for t in described.ancestors if t.pos_ == "VERB"), described)
        draft.hang(token, verb, "obl")  # "killed the germ, known as B7, within an hour"
        return
    if edge > token.sent.start and token.doc[edge - 1].lower_ == token.lower_ and token.i == edge + 1:
        draft.hang(token, token.doc[edge - 1], "nmod")  # "shoulder to shoulder"
        return
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    before = token.doc[max(edge - 1, token.sent.start)]
    if case == "in" and before.lemma_.lower() in EVENTS and before.i < edge and before.i > token.head.i:
        draft.hang(token, _top(before), "nmod")  # "at the Lima Summit in May 2016"
        return
    if case == "by" and before.tag_ == "NN" and token.tag_ == "NN" and _is_active(token.head):
        draft.hang(token, before, "nmod")  # "trial for death by negligence"
        return
    if before.dep_ in {"nmod", "obl"} and before.i > token.head.i and _completes(before, case, token):
        draft.hang(token, before, "nmod")  # "near the border with Peru"
        return
    held = next((c for c in token.head.children if c.dep_ == "obj" and c.i < edge), None)
    if held is not None and held.tag_ in {"NN", "NNS"} and _tells_which(held, case):
        draft.hang(token, held, "nmod")
        return
    noun = next((c for c in token.head.children if c.dep_ == "obj" and c.i == edge - 1), None)
    if noun is None or noun.tag_ not in {"NN", "NNS"} or not _is_definite(noun):
        return
    is_place = noun.lemma_ in LOCATED and case in PLACE_CASES and token.tag_ == "NNP"
    if (is_place and token.lower_ not in CALENDAR) or case in NOUN_CASES.get(noun.lemma_, ()):
        draft.hang(token, noun, "nmod")


def _completes(noun: Token, case: str, token: Token) -> bool:
    """Whether a definite noun has a preposition of its own, and no day stands behind it."""
    return case in NOUN_CASES.get(noun.lemma_, ()) and _is_definite(noun) and token.lower_ not in CALENDAR


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ == "the" for c in noun.children)


def _tells_which(held: Token, case: str) -> bool:
    """Whether a phrase can only tell which object is meant: an example of it, or where it was that is condemned."""
    if case == "including":
        return True
    return held.head.lemma_ in JUDGING and held.lemma_ in LOCATED and case in PLACE_CASES | {"on", "against", "across"}


def _top(token: Token) -> Token:
    """The head of the name that a token is a part of."""
    while token.dep_ in {"flat", "appos", "compound"}:
        token = token.head
    return token


def _is_active(verb: Token) -> bool:
    """Whether a verb has an object and no passive auxiliary, so that "by" hardly names who did it."""
    labels = {c.dep_ for c in verb.children}
    return "obj" in labels and "aux:pass" not in labels and verb.tag_ != "VBN"


def _amount(token: Token, draft: Draft) -> None:
    """The subject in "More than half of the voters supported the plan", taken for an adverb or for the whole."""
    behind = (c for c in token.children if c.left_edge.i == token.i + 1 or c.i == token.i + 2)
    share = next((c for c in behind if c.dep_ in {"obl", "obj", "nmod"}), None)
    is_root = token.dep_ == "ROOT"
    verb = next((c for c in token.children if c.dep_ == "advcl"), token) if is_root else token.head
    if share is None or neighbour(token, 1).lower_ != "than" or not verb.tag_.startswith("VB") or verb.i < share.i:
        return
    if any(c.dep_ in {"nsubj", "nsubj:pass"} for c in verb.children):
        return
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children)
    draft.hang(share, verb, "nsubj:pass" if is_passive else "nsubj")
    draft.hang(token, share, "advmod")
    draft.hang(neighbour(token, 1), token, "fixed")
    if is_root:
        draft.tags[verb.i] = verb.tag_  # tagged as a verb, but not taken for one
        draft.hang(verb, verb, "ROOT")
        for child in token.children:
            if child.dep_ == "punct":
                draft.hang(child, verb, "punct")
