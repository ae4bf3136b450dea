"""What a machine can hold a question to: whole, alone on its card, not given away, about something."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.language.days import MONTH, WEEKDAY, YEAR
from quizgen.model import BLANK, Fact, Form, Slot
from quizgen.questions.governed import GOVERNED
from quizgen.questions.unclear import is_clear, is_one_sentence

LONGEST_OBJECT = 8  # words of a thing; reasons and deeds take more
# clauses, which may speak of what the stem names
DEEDS = frozenset({"act", "purpose", "cause", "condition", "how", "content"})
THIRD = frozenset("he she they him them it".split())
PRONOUNS = THIRD | frozenset("his her its their himself herself itself themselves".split())
LONGER = 2  # words that a deed may have more than a name
LONGEST_KEY = {"short-answer": 12, "cloze": 7, "multiple-choice": 9, "true-false": 9}  # words
BLANKED = frozenset({"cloze", "true-false"})  # forms whose stem holds the blank, for good or until it is filled
# words that point out of the card: to the day of reading, the speaker, or something said before
POINTING = frozenset(
    "i we you me my our your mine ours yours he she they him them theirs it this these those today yesterday "
    "tomorrow tonight now currently recently here ago aforementioned former latter".split()
)
POINTING_PHRASES = re.compile(
    r"\b(?:last|next|past|recent|coming|previous|following) "
    r"(?:year|month|week|day|night|decade|hour|weekend|spring|summer|autumn|fall|winter|election|season|\w+day)s?\b"
    r"|\bearlier (?:today|this)\b|\bso far\b|\bsame (?:day|time|year)\b|\bat the time\b|\bthat (?:day|time|year)\b"
    r"|\b(?:[Ss]ince|[Bb]y|[Uu]ntil) then\b"
    rf"|\b(?:last|next) {MONTH}\b",
    re.IGNORECASE,
)
# a day of the week that no date settles; "on Sunday, 5 May" and "every Friday" need none
OPEN_DAY = re.compile(
    rf"\b(?!(?:every|each|a)\b)[a-z]+ {WEEKDAY}\b"
    r"(?!,? [A-Z\d(]| (?:prayers?|mass|services?|school|markets?)\b)"
)
OWN_THING = re.compile(r"(?:his|her|its|their) [a-z]+", re.IGNORECASE)  # "its outlook", "their leader"
EMPTY_KEYS = frozenset(
    "it they he she this that these those others something someone anything everything nothing more many some most "
    "all one time part place way thing things people office order account action a number lot lots two others".split()
)
SCALES = frozenset("hundred thousand million billion trillion dozen half".split())  # a number cut from its digits
# "the group", "a second step": which one, nothing tells
BARE = re.compile(r"(?:[Tt]he|[Aa]n?) [a-z]+|[Aa]n? (?:second|third|further|new) [a-z]+|[Ss]uch .*")
# signs of words left out: a comma in the air, a preposition without its noun
DOUBLED = re.compile(
    r" ,|, (?:for|of|on|in|to|by|and|or),|\b(?:of|for|the|an?|by|with|and|or)\.$"
    r"|\b(?:for|of|to|by|with|from|at) (?:for|of|by|with|from|at)\b"
)
# an answer that only says that there is one; an actor with the place of the deed
EMPTY = re.compile(r"(?:more |further )?(?:information|details|news|questions|comments?) (?:about|on)\b")
ACTORS = frozenset({"person", "organization", "people"})
PLACED_ACTOR = re.compile(r"\b(?:inside|outside|within|near|during) ")
RESULT = re.compile(r" \d+[-–]\d+$")  # of a match, behind the name of a side
PLACED = frozenset({"country", "city", "place"})
# a key that runs on into the time of the deed: "Hamburg in April", "the game on Thursday"
DAY_TAIL = re.compile(rf"\b(?:on|last) {WEEKDAY}$")
TIME_TAIL = re.compile(rf"\b(?:in|since|until) (?:{MONTH}|{YEAR})\b")
# a rate that lost what it is counted by: "18 hours" of "18 hours a day"
RATED = re.compile(
    r"(?:\s\w+)?\s((?:an?|per|each|every) (?:day|week|month|year|hour|minute|night|person|head|household|barrel))\b"
)
RELATIVES = frozenset({"which", "who", "that", "whose", "what", "how", "whom"})
OFFICES = frozenset(
    "president minister director secretary chairman chairwoman chair commander governor mayor ambassador spokesman "
    "spokeswoman spokesperson leader head general manager coach captain chief official officer representative "
    "executive prime foreign finance defence defense interior health education justice energy transport project "
    "elections deputy vice senior managing editor professor judge superintendent inspector".split()
)
SHORTEST_UNNAMED = 6  # words of a stem in which no name or number says what it is about
TELLING = 2  # content words that make a stem without a name tell what it is about
COUNTED = frozenset({"number", "money", "percent", "measure", "duration"})
STOP = frozenset(
    "the a an of in on at to for from by with and or as is are was were be been has have had did does do will would "
    "could may might can who whom what which when where why how many much according its their his her than".split()
)
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LETTERED = re.compile(r"[^\W\d_][\w'’.-]*")
POSSESSIVE = re.compile(r"['’]s?$")
PARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l)[- ](?=[A-Z])")
# neither what is quoted nor a day with its date beside it points anywhere
POINTING_NOWHERE = re.compile(r"“[^”]*”|(?:\w+ ){1,3}\([^)]*\d{4}\)")


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, possessive endings left out."""
    return tuple(POSSESSIVE.sub("", word).lower() for word in WORD.findall(text))


def is_sound(stem: str, fact: Fact, asked: Slot) -> bool:
    """Whether a question for a key that may be asked for may have this stem."""
    if not stem or _is_cut_name(fact, asked) or _is_plain_initials(fact, asked):
        return False
    if stem.startswith("In which year") and not re.fullmatch(YEAR, asked.text.strip()):
        return False
    if _is_rate_cut(stem, fact, asked) or (stem.startswith("Where ") and _is_governed(fact, asked)):
        return False
    if not is_clear(stem) or not is_one_sentence(fact.sentence.text):
        return False
    return is_alone(stem) and not gives_away(stem, asked) and _is_whole(stem) and _is_understood(stem, asked)


def _is_governed(fact: Fact, asked: Slot) -> bool:
    """Whether the verb asks for the preposition, so that the place is none: "depend on the Nile"."""
    return fact.verb is not None and fact.verb.lemma in GOVERNED.get(asked.case, frozenset())


def _is_rate_cut(stem: str, fact: Fact, asked: Slot) -> bool:
    """Whether an amount lost "a day" or "per year", and the stem does not say it either."""
    rate = RATED.match(fact.sentence.text, asked.span.end - fact.sentence.span.start)
    return asked.type in COUNTED and rate is not None and rate[1] not in stem


def _is_cut_name(fact: Fact, asked: Slot) -> bool:
    """Whether a name goes on behind a hyphen in the text ("Chi" of "Chi-wai"); "Denmark-led" names Denmark."""
    if fact.kind == "affiliation":
        return False
    ends = {slot.span.end for slot in fact.slots if (slot is asked and slot.name != "age") or is_named(slot.text)}
    start = fact.sentence.span.start
    if re.match(r"['’]s?[.,;]", fact.sentence.text[asked.span.end - start :]) and is_named(asked.text):
        return True  # "according to Moody's."
    named = (slot for slot in fact.slots if slot.span.start > start and is_named(slot.text))
    if any(re.search(r"\w-$", fact.sentence.text[: slot.span.start - start]) for slot in named):
        return True  # "Vesla" of "Tor el-Vesla"
    return any(re.match(r"-\w|: [A-Z]", fact.sentence.text[end - start :]) for end in ends)


def _is_plain_initials(fact: Fact, asked: Slot) -> bool:
    """Whether an abbreviation is asked for that anybody can spell out from the long name."""
    long = fact.slot("long")
    if asked.name != "short" or long is None:
        return False
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z][\w'’]*", long.text))
    return initials.casefold() == asked.text.replace(".", "").casefold()


def is_key(asked: Slot) -> bool:
    """Whether the asked slot makes an answer: a whole one, that stands alone and is worth recalling."""
    text = asked.text.strip()
    words = words_of(text)
    if asked.name == "content" and words[:1] == ("that",):
        words = words[1:]
    if not words or "*" in text or asked.trimmed or not _is_own_name(asked):
        return False
    if BARE.fullmatch(text) or OWN_THING.fullmatch(text) or EMPTY.match(text):
        return False
    if asked.type in ACTORS and PLACED_ACTOR.search(text):
        return False
    if asked.type in ACTORS | PLACED and RESULT.search(text):
        return False
    if asked.type in PLACED and re.search(r", [a-z]", text):
        return False  # "Oslo, political analyst"
    if asked.type != "time" and asked.name not in DEEDS and _has_time_tail(asked, text):
        return False
    if set(words) <= SCALES:
        return False
    if (" ".join(words) in EMPTY_KEYS and asked.type not in COUNTED) or words[0] in RELATIVES:
        return False
    if set(words) & (POINTING - THIRD if asked.name in DEEDS else POINTING) and asked.name != "quotation":
        return False
    return _balanced(text) and not POINTING_PHRASES.search(text)


def is_key_of(form: Form, asked: Slot) -> bool:
    """Whether an answer suits a form: it is short enough, and in a blank a name, a time or a number."""
    text = asked.text.strip()
    longest = LONGEST_OBJECT if asked.name in {"object", "oblique"} else LONGEST_KEY[form]
    longest += LONGER * (asked.name in DEEDS)
    if len(text.split()) > longest:
        return False
    return form not in BLANKED or asked.type in COUNTED | {"time"} or is_named(text)


def _has_time_tail(asked: Slot, text: str) -> bool:
    """Whether the time of what is told hangs on the answer."""
    return DAY_TAIL.search(text) is not None or (asked.type in PLACED | ACTORS and TIME_TAIL.search(text) is not None)


def _is_own_name(asked: Slot) -> bool:
    """Whether the slot says by itself what it means: a shorter form of a name does, a pronoun does not.

    A deed may speak of what its question names ("What did Roe promise? To rebuild her town").
    """
    if asked.name in DEEDS:
        return True
    return all(replaced.text[0].isupper() and replaced.text in replaced.name for replaced in asked.replacements)


def _is_understood(stem: str, asked: Slot) -> bool:
    """Whether the stem names all that a deed's pronouns refer to."""
    said = words_of(stem)
    pronouns = [replaced for replaced in asked.replacements if set(words_of(replaced.text)) <= PRONOUNS]
    return asked.name not in DEEDS or all(
        any(is_kin(words_of(replaced.name)[-1], word) for word in said) for replaced in pronouns
    )


@lru_cache(maxsize=8192)
def is_named(text: str) -> bool:
    """Whether a text is a name: its words are capitalised but for the little ones between."""
    words = [word for word in LETTERED.findall(text) if word.lower() not in STOP]
    return bool(words) and all(word[0].isupper() or "-" in word for word in words)


def is_alone(stem: str) -> bool:
    """Whether the stem points at nothing outside its card."""
    plain = POINTING_NOWHERE.sub("", stem) if "“" in stem or "(" in stem else stem
    if OPEN_DAY.search(plain):
        return False
    return not set(words_of(plain.replace("US", "U.S."))) & POINTING and not POINTING_PHRASES.search(plain)


def gives_away(stem: str, asked: Slot) -> bool:
    """Whether the stem holds the key, or a name out of it."""
    said = set(words_of(plain_name(stem)))
    key = [word for word in words_of(asked.text) if word not in STOP or word.isdigit() or asked.type == "time"]
    names = {word.lower() for word in re.findall(r"\b[A-Z][\w-]+", plain_name(asked.text))} - STOP
    if not key:
        return True
    shared = len(names & said)
    placed = names or set(key)  # of "the Kiruna mine" the name; a mine may be spoken of
    if asked.type in PLACED and any(is_kin(word, other) for word in placed for other in said):
        return True
    if asked.type == "time" and any(re.fullmatch(YEAR, word) and word in said for word in key):
        return True  # "When was he to lead the 2007 crackdown?"
    return all(word in said for word in key) or (is_named(asked.text) and 2 * shared >= len(names) > 0)


def plain_name(text: str) -> str:
    """Names without the particle that some bear and some do not ("al-Karbouly", "Karbouly")."""
    return PARTICLE.sub("", text)


def is_kin(word: str, other: str, ending: int = 2) -> bool:
    """Whether two words are forms of one: "Syria" and "Syrian"; they may differ in the last `ending` letters."""
    stem = min(len(word), len(other), max(4, len(word) - ending))
    return stem >= 4 and word[:stem] == other[:stem]


def _is_whole(stem: str) -> bool:
    """Whether quotes and brackets close, no word stands twice in a row, and the stem is about something named."""
    names = re.findall(r"(?:[A-Z][\w'’.-]+ )+[A-Z][\w’.-]+", stem)
    if len(names) != len(set(names)):
        return False
    if (
        not _balanced(stem)
        or re.search(r"\b(\w+) \1\b", stem, re.IGNORECASE)
        or DOUBLED.search(stem)
        or "|" in stem
        or "http" in stem
    ):
        return False
    content = [word for word in words_of(stem.replace(BLANK, "")) if word not in STOP]
    is_named_stem = bool(re.search(r"[A-Z0-9]", stem.replace(BLANK, "")[1:]))
    return len(content) >= TELLING and (is_named_stem or len(stem.split()) >= SHORTEST_UNNAMED)


def _balanced(text: str) -> bool:
    """Whether quotes and brackets close, and each pair of straight quotes opens before a word and closes behind one."""
    pairs = text.split('"')
    if len(pairs) % 2 == 0 or text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return False
    return all(quoted == quoted.strip() and quoted for quoted in pairs[1::2])
