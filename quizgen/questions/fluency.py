"""What grammar holds a question to: a verb group that fits together, an answer that its question word can take.

Each test names a sign that a parse went wrong or that a part of the answer stayed behind; a fact that shows one is
not asked, or not from that end.
"""

from __future__ import annotations

import re

from quizgen.language.days import MONTHS
from quizgen.language.inflection import lemmas
from quizgen.model import BLANK, Fact, Slot
from quizgen.questions.asking import base_name
from quizgen.questions.checks import COUNTED, DEEDS, is_named, words_of
from quizgen.questions.governed import GOVERNED
from quizgen.questions.numbers import WORDS
from quizgen.questions.one_of_many import is_one_of_list, is_one_of_years
from quizgen.questions.verb_groups import is_regular

ADDRESSED = frozenset("with to from against for by about".split())  # prepositions before whom something is done
# verb and object that mean something only together
IDIOMS = {
    "take": frozenset("place part office care action advantage steps note effect hold shape aim".split()),
    "make": frozenset("use sense progress way clear sure plans announcement announcements statement comments".split()),
    "play": frozenset("role part host".split()),
    "have": frozenset("difficulties trouble place effect impact part".split()),
    "give": frozenset("way rise birth notice".split()),
    "pay": frozenset("attention heed".split()),
    "place": frozenset("value emphasis importance".split()),
    "come": frozenset("place".split()),
    "stand": frozenset("shoulder side".split()),
    "seek": frozenset("help".split()),
    "open": frozenset({"fire"}),
    "return": frozenset({"fire"}),
    "set": frozenset({"fire", "sail", "foot"}),
    "lay": frozenset({"claim", "siege"}),
    "declare": frozenset({"war"}),
}
LEANING = re.compile(
    r"\bsuch (?!as\b)|\b(?:subsequent(?:ly)?|presently|respective|respectively|latter|above-mentioned|said to have)\b"
    r"| [-–—] |[\[\]]|\s\"(?:\s|$|_)|^[^,?]*, (?:was|were|is|are|has|had|have) "
    r"|\bfrom \S+ to[,?]|\b(?:of|behalf of) (?:was|is|were)\b|\bthe following\b",
    re.IGNORECASE,
)
# passives that may keep an object ("was awarded a medal")
DITRANSITIVE = frozenset(
    "give award offer send show grant deny pay teach tell ask hand lend promise charge fine name call appoint elect "
    "declare make consider designate owe allow leave assign issue refuse".split()
)
# verbs that say too little of their object for it to be asked without a time, a place or another part
LIGHT = frozenset(
    "have get make take provide give do include use see find need offer show bring contain cite put let keep set call "
    "want like ask tell start begin continue try help leave cause receive face".split()
)
CHANGING = frozenset({"turn", "transform", "convert"})
UNINFLECTED = frozenset(
    "people police cattle aircraft spacecraft fish sheep deer staff personnel crew offspring percent livestock youth "
    "clergy folk infantry cavalry hertz".split()
)
PREPOSITIONS = frozenset("to in of for with on at by from into across about on over under as than".split())
VAGUE = re.compile(
    r"(?:several|many|some|few|a few|numerous|various|each|every|another|other|the \w+ time)\b", re.IGNORECASE
)
POINTING_BACK = frozenset("that which who there so his her its their".split())
REFLEXIVE = frozenset("himself herself itself themselves oneself".split())
SCORE = re.compile(
    r"\b(?:defeat|defeated|beat|lose|lost|won|win|drew|draw|up)\b"
    r"(?: (?!in|on|by|of|at|to|for|from|with|after)\w+){0,3} \d{1,2}(?=\W*$| (?:in|on|at|to|with|yesterday|today)\b)"
)
# a blank that is part of a longer name: "Tel Tamer" with "_____ Tamer", "Church of _____"
PART_OF_NAME = re.compile(
    rf"{BLANK} (?:of )?[A-Z]|[a-z] (?:the |an? )?[A-Z][\w-]+ (?:of )?{BLANK}|\b(?:al|el)-[A-Z][\w-]+ in {BLANK}"
)
PART_OF_PLACE = re.compile(rf"[A-Z][\w-]+, {BLANK}")  # "Springfield, _____"
# somebody set beside a description, or first behind an opening phrase; not one of a list
SET_BESIDE = re.compile(rf"[A-Z][\w-]+, {BLANK}(?:, (?!(?:and|or|the|an?)\b)| (?!(?:and|or)\b))")
# the same once more in brackets ("_____ (WHO)"), or an aside that lost its end ("a shot by _____, was saved")
GLOSSED = re.compile(rf"/{BLANK}|{BLANK}/|{BLANK} \([A-Z$€£\d]|\({BLANK}\)|{BLANK}, (?:was|is|were|are|has|had)\b")
HALF_OF_NAME = re.compile(rf"{BLANK} (?:and|&) [A-Z]|[A-Z]\w+ (?:and|&) {BLANK}")  # "Marks and _____"
TITLES = re.compile(
    rf"\b(?:[Pp]resident|[Pp]rofessor|[Mm]inister|[Ss]ecretary|[Gg]eneral|[Ss]enator|[Gg]overnor|[Mm]ayor|[Aa]mbassador|"
    rf"[Jj]udge|[Cc]olonel|[Cc]aptain|[Dd]r\.?|[Mm]rs?\.?|[Kk]ing|[Qq]ueen|[Cc]oach|[Dd]irector|[Cc]hair\w*) {BLANK}"
)
SHORTEST_UNNAMED = 9  # words of a question in which neither stem nor answer names anything
SHORTEST_NAMED = 7  # words of one that only the answer's name ties to anything
MOST_COMMAS = 2  # in a question that is understood at one reading
LONGEST_COUNTED = 7  # words that say what is counted
COUNT = re.compile(
    rf"(?:(?:about|around|over|nearly|almost|some|roughly|at least|up to|more than|fewer than|less than) )?"
    rf"(?:\d[\d,.]*|{'|'.join(WORDS[2:])}) [a-z]",
    re.IGNORECASE,
)
COMPLEX = 3  # words of a preposition that says by itself how what stands behind it belongs to the rest: "in favour of"
ONE_OF_MANY = re.compile(r", (?!and\b|or\b)")


def is_fluent(stem: str, fact: Fact, asked: Slot) -> bool:
    """Whether nothing in the stem or the answer shows that the sentence was read wrongly."""
    if not _is_clause(fact, asked) or _is_half(fact, asked):
        return False
    if _is_left_unattributed(stem, fact, asked):
        return False
    if LEANING.search(stem) or SCORE.search(stem) or not _is_about_something(stem, fact, asked):
        return False
    if stem.endswith("?") and stem.count(",") > MOST_COMMAS:
        return False
    if asked.within == "statement":
        return _is_said_by_another(fact, asked)  # a blank stands where the answer stood: nothing was moved
    return _is_answer(fact, asked) and _is_countable(asked) and _is_said_by_another(fact, asked)


def _is_half(fact: Fact, asked: Slot) -> bool:
    """Whether an office began before ("treasurer" of "chief and treasurer"), or a time goes on ("in 2007 and a")."""
    text, start = fact.sentence.text, fact.sentence.span.start
    if fact.kind == "role" and re.search(r"\band\s$", text[: asked.span.start - start]):
        return True
    times = [slot for slot in fact.slots if slot.type == "time"]
    if any(is_one_of_years(slot, text, start) for slot in times):
        return True
    return any(re.match(r" and (?:an?|another|one|two|three)\b", text[slot.span.end - start :]) for slot in times)


def _is_left_unattributed(stem: str, fact: Fact, asked: Slot) -> bool:
    """Whether the sentence says who states it, and the parse does not tell of what."""
    if fact.attribution or asked.name == "speaker" or (fact.verb is None and asked.within != "statement"):
        return False
    return "according to" in fact.sentence.text.lower() and "according to" not in stem.lower()


def is_blanked(stem: str, asked: Slot) -> bool:
    """Whether a cloze has one blank, for a whole name, a date or a number that says more than a weekday."""
    if asked.rest and not asked.within:
        return False  # what is left out of the answer ("river") would be missing in the sentence as well
    if stem.count(BLANK) != 1 or VAGUE.match(asked.text) or GLOSSED.search(stem) or stem.count(":") > 1:
        return False
    if is_one_of_list(stem):
        return False
    if asked.type == "time":
        return bool(re.search(r"\d", asked.text)) or any(month in asked.text for month in MONTHS)
    if asked.type in COUNTED:  # neither "one" nor somebody's age
        return asked.text.lower() not in {"one", "1"} and f", {BLANK}," not in stem
    if asked.type == "people" and not asked.wording[:1].isupper():
        return False
    if asked.type in {"organization", "thing"} and HALF_OF_NAME.search(stem):
        return False
    if PART_OF_PLACE.search(stem) and not (asked.type == "person" and SET_BESIDE.search(stem)):
        return False
    return not PART_OF_NAME.search(stem) or TITLES.search(stem) is not None


def _is_clause(fact: Fact, asked: Slot) -> bool:
    """Whether verb and parts make a clause: no passive with an object, no infinitive that lost its end."""
    verb, subject, held, chain = fact.verb, fact.slot("subject"), fact.slot("object"), fact.slot("chain")
    if verb is None:
        return True
    if not is_regular(verb) or (subject is not None and not _can_be_subject(subject)):
        return False
    if verb.passive and held is not None and chain is None and verb.lemma not in DITRANSITIVE:
        return False
    if verb.lemma == "die" and (held is not None or (chain is not None and not chain.wording.startswith("to "))):
        return False  # what a colon introduces: "have died: a firefighter and …"
    if verb.passive and subject is not None and subject.type == "time":
        return False
    if chain is None:
        return True
    is_last = all(slot.span.start <= chain.span.start for slot in fact.slots)
    is_short = len(chain.wording.split()) <= 2 or chain.wording.endswith("using")
    return not (is_last and is_short and base_name(asked.name) == "object") and not chain.wording.endswith(" using")


def _can_be_subject(subject: Slot) -> bool:
    """Whether a subject opens neither with a preposition ("at least ten" has none) nor with a word that points back."""
    first = subject.wording.lower().split()[0]
    return (first not in PREPOSITIONS or COUNT.match(subject.wording) is not None) and first not in POINTING_BACK


def _is_about_something(stem: str, fact: Fact, asked: Slot) -> bool:
    """Whether stem or answer names something, or the stem is long enough to describe it; a term names itself."""
    if fact.kind == "definition" and fact.slot("thing") is not None:
        return True
    if re.search(r"[A-Z]|\d", stem.replace(BLANK, "")[1:]):
        return True
    is_named_key = re.search(r"[A-Z]|\d", asked.wording) is not None
    return len(stem.split()) >= (SHORTEST_NAMED if is_named_key else SHORTEST_UNNAMED)


def _is_answer(fact: Fact, asked: Slot) -> bool:
    """Whether the slot can be asked for by itself."""
    text, name = " ".join(asked.text.split()), base_name(asked.name)
    if _is_torn(text, name) or (asked.type == "duration" and (VAGUE.match(text) or text.lower().startswith("just "))):
        return False
    if name in {"subject", "object", "indirect"} and (_is_anybody(asked) or (not asked.within and COUNT.match(text))):
        return False
    if name in {"subject", "object", "oblique", "indirect"} and not asked.within and _is_list(text, asked):
        return False
    if name == "object" and fact.verb is not None:
        chain = fact.slot("chain")
        return _is_object(text, fact, fact.verb.lemma if chain is None else chain.wording.split()[-1])
    if name == "oblique" and not asked.within:
        return _is_governed(fact, asked)
    if (
        name == "time"
        and asked.case in {"from", "until", "by", "since"}
        and re.search(r" (?:to|and|until) |[–-]\d", text)
    ):
        return False  # "from when?" asks for one end of it
    if name == "time" and asked.type == "time":
        return bool(re.search(r"\d|[A-Z]", text)) or asked.normalised is not None
    return name != "place" or (bool(re.search(r"[A-Z]|\d", text)) and not _is_elaborating(fact, asked))


def _is_elaborating(fact: Fact, asked: Slot) -> bool:
    """Whether a place only tells more of the one before it ("on a beach near Leeds, on the east coast")."""
    before = fact.sentence.text[: asked.span.start - fact.sentence.span.start]
    placed = re.search(r"\b(?:in|on|at|near|outside) (?:\w+ ){0,3}[A-Z][\w-]+, (?:in|on|at|near) (?:the )?$", before)
    verb = fact.verb.span.end - fact.sentence.span.start if fact.verb is not None else 0
    return placed is not None and placed.start() >= verb


def _is_torn(text: str, name: str) -> bool:
    """Whether an answer opens with a conjunction, ends on a mirror of its subject, or is a bit of a word ("re")."""
    words = words_of(text)
    return (
        not words
        or words[0] in {"and", "or", "but"}
        or (words[-1] in REFLEXIVE and name not in DEEDS)
        or re.fullmatch(r"[a-z]{1,2}|\d+-[a-z]+", text) is not None
    )


def _is_object(text: str, fact: Fact, lemma: str) -> bool:
    """Whether verb and object mean something apart, and the clause tells enough of the object."""
    bare = words_of(re.sub(r"^(?:an?|the|its|their|his|her) ", "", text))
    is_idiom = lemma == "be" or not bare or not IDIOMS.get(lemma, frozenset()).isdisjoint({bare[0], bare[-1]})
    into = any(slot.case == "into" for slot in fact.slots)  # what something is turned into belongs to the verb
    if lemma in CHANGING and not into:
        return False
    is_phrasal = fact.verb is not None and bool(fact.verb.particle)  # "took over the barracks"
    return not is_idiom and (lemma not in LIGHT or is_phrasal or _has_more(fact))


def _is_anybody(asked: Slot) -> bool:
    """Whether an answer is a bare plural ("police", "members") or a vague number of something ("some crops")."""
    is_bare = re.fullmatch(r"[a-z]+", asked.wording) is not None
    is_kind = asked.plural or asked.type in {"people", "place", "organization"}
    return (is_bare and is_kind) or VAGUE.match(asked.wording) is not None


def _has_more(fact: Fact) -> bool:
    """Whether a clause has a part besides subject, verb and object."""
    return any(not slot.within and base_name(slot.name) not in {"subject", "object"} for slot in fact.slots)


def _is_list(text: str, asked: Slot) -> bool:
    """Whether an answer is three things or more to recite, or a list that lost its end.

    Commas before its head part the adjectives of one thing: "a long, narrow strip".
    """
    if asked.head.islower() and "," not in re.split(rf"(?<!\w){re.escape(asked.head)}", text)[-1]:
        text = text.rpartition(",")[2]
    items = len(re.findall(r",(?! \d|\d)", text)) + len(re.findall(r"\b(?:and|or)\b", text))
    is_list = bool(ONE_OF_MANY.search(text)) and not is_named(text) and not re.search(r"\d,\d", text)
    return items > 1 or (is_list and not re.search(r"\b(?:and|or)\b", text))


def _is_governed(fact: Fact, asked: Slot) -> bool:
    """Whether the preposition belongs to the verb, or stands before one to whom something is done."""
    chain, held = fact.slot("chain"), fact.slot("object")
    is_behind = chain is not None and chain.span.start < asked.span.start
    governors = set(words_of(chain.wording)) if chain and is_behind else {fact.verb.lemma if fact.verb else ""}
    if (told := fact.slot("complement")) is not None:
        governors |= set(lemmas(words_of(told.wording)[-1], "VERB"))  # "was involved in"
    if held is not None:
        governors |= set(words_of(held.wording)[-1:])
    is_body = asked.type == "organization" and is_named(asked.text)
    is_someone = is_body or asked.type in {"person", "people", "country"}
    if (asked.case == "as" and fact.kind != "action") or len(asked.case.split()) >= COMPLEX:
        return True
    return bool(governors & GOVERNED.get(asked.case, frozenset())) or (is_someone and asked.case in ADDRESSED)


def _is_countable(asked: Slot) -> bool:
    """Whether "how many" can stand before what is left of the counted phrase."""
    words = asked.rest.split()
    if base_name(asked.name) != "figure" or not words or asked.type not in {"number", "percent", "measure", "money"}:
        return True
    is_part = words[0] == "of" and len(words) > 1  # "how many of the dead"
    if words[0].lower() in PREPOSITIONS and not is_part:
        return False
    if len(words) > 2 and asked.text.lower() in {"one", "1", "a", "an"}:
        return False
    if len(words) > LONGEST_COUNTED or words[0].lower() in {"all", "each", "every", "both", "this", "these"}:
        return False
    is_owned = words[0].lower() in {"his", "her", "their", "its"}
    if asked.type == "number" and (is_owned or _is_singular(asked.head, words)):
        return False  # "how many its members", "how many magnitude earthquake"
    if re.search(r"\b(?:one|two|three|\d+)\b", asked.rest) or re.search(r"[a-z]s [A-Z]\w+ (?!\w+s\b)", asked.rest):
        return False
    return not re.fullmatch(r"(?i)(?:\w+ )*(?:half|quarter|third|fifth|majority|most)", asked.text.strip())


def _is_singular(counted: str, words: list[str]) -> bool:
    """Whether a noun in the singular stands behind "how many": the number was no count of it."""
    return counted in {word.lower() for word in words} and counted not in UNINFLECTED and not counted.endswith("s")


def _is_said_by_another(fact: Fact, asked: Slot) -> bool:
    """Whether the one who states it is named, and is not the one who it is about ("according to Roe" of Roe)."""
    said = set(words_of(fact.attribution)) if fact.kind != "quotation" else set()
    if not said:
        return True
    if "no" in said:
        return False
    about = [slot for slot in (fact.slot("subject"), asked) if slot is not None]
    return not any(said & {w.lower() for w in re.findall(r"\b[A-Z][\w-]+", slot.wording)} for slot in about)
