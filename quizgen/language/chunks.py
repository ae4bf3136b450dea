"""Finds the proper-noun chunks of a sentence: where a name begins and ends, and the title that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.language import gazetteer
from quizgen.language.bodies import body_end
from quizgen.language.names import CALENDAR, Chunk
from quizgen.language.number_units import CURRENCIES
from quizgen.language.parsing import ParsedSentence
from quizgen.language.types import is_common, lemma_of

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

PROPER = frozenset({"NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
JOINABLE = frozenset({"JJ", "NN", "NNS", "FW", "VBN", "JJS", "VBG"})  # tags that a capitalised part of a name may have
OPENING_PARTICLES = frozenset(
    {"al", "el", "van", "von", "bin", "ibn", "abu", "de", "ash", "an", "as", "ad", "ar", "at"}
)
HYPHEN_PARTICLES = frozenset({"ash", "an", "as", "ad", "ar", "at"})  # English words unless a hyphen ties them on
POSSESSIVE_FIRSTS = frozenset(
    {"People", "Children", "Women", "Men", "King", "Queen", "Workers", "World", "Nobel", "Veterans"}
)
OPENERS = frozenset(
    "Operation Hurricane Typhoon Cyclone Mount Lake Lakes Cape Fort Camp Port Exercise Team Radio".split()
)
AMOUNT = re.compile(rf"(?:{CURRENCIES})\d")  # "Rs90" is no name
CAPITALS = re.compile(r"[A-Z]{2,6}s?")  # an acronym, whatever the tagger takes it for
COMPANY_FORMS = frozenset({"Inc", "Inc.", "Ltd", "Ltd.", "LLC", "LLP", "Corp", "Corp.", "PLC", "Plc", "GmbH"})
ACRONYM_TAGS = frozenset({"WP", "WDT", "PRP", "NN", "NNS", "FW", "ADD", "GW"})
# words of a court, which before a judge's title name no body: "U.S. District Judge Jane Roe"
BENCHES = frozenset("District Circuit Appeals Superior Crown County Family Magistrates High Supreme Assistant".split())
BRACKETS = frozenset("()[]/|")
CONTINENTAL = frozenset({"European", "African", "American", "Asian", "Arab"})
AMOUNTS = frozenset("many several most few some both all more thousands hundreds dozens".split())


def chunks(sentence: ParsedSentence) -> Iterator[Chunk]:
    """The proper-noun chunks of a sentence, titles and nationalities cut off."""
    tokens = list(sentence.words)
    at = 0
    shouting = _title_cased(tokens)
    while at < len(tokens):
        if _is_small_place(tokens[at]):
            yield Chunk(sentence, (tokens[at],))
            at += 1
            continue
        small = tokens[at].text.islower() and tokens[at].lower_ not in OPENING_PARTICLES
        body = at if small or shouting else body_end(tokens, at)
        if small or (body == at and not _opens(tokens, at, shouting)):
            at += 1
            continue
        end = max(body, _run_end(tokens, at, shouting), _listed_end(tokens, at))
        yield from _split(sentence, tokens, at, end)
        at = end


def _is_small_place(token: Token) -> bool:
    """Whether a place's name lacks its capital, as in hasty writing: the model and the lists have to agree."""
    return token.text.islower() and token.ent_type_ == "LOC" and gazetteer.place(token.text.capitalize()) is not None


def _listed_end(tokens: list[Token], at: int) -> int:
    """Where a well-known name with small words inside ends that opens here; `at` when there is none."""
    for words in gazetteer.long_names().get(tokens[at].text, ()):
        if [token.text for token in tokens[at : at + len(words)]] == list(words):
            return at + len(words)
    return at


def _title_cased(tokens: list[Token]) -> bool:
    """Whether capitals say nothing in this sentence, as in a heading."""
    plain = [token for token in tokens[1:] if token.is_alpha and len(token) > 3 and token.tag_ not in PROPER]
    if sum(token.text.isupper() for token in plain) * 2 > len(plain):
        return True
    is_told = any(token.tag_ in FINITE and token.text.islower() and len(token) > 2 for token in tokens)
    return not is_told and sum(token.text[0].isupper() for token in plain) * 2 > len(plain)


def _is_proper(token: Token, shouting: bool) -> bool:
    if token.is_sent_start and token.lower_ in AMOUNTS:
        return False  # "Many Norwegians"
    if token.lower_ in CALENDAR or AMOUNT.match(token.text) or not any(letter.isalpha() for letter in token.text):
        return False
    if token.tag_ in PROPER:
        return token.text[0].isupper() or any(letter.isupper() for letter in token.text)
    if token.is_sent_start and token.tag_ in JOINABLE and not shouting and _opens_full_name(token):
        return True
    if token.is_sent_start and token.tag_ == "NNS" and not shouting and _is_singular_subject(token):
        return True
    # a capital inside a sentence makes a name of a word that the tagger took for another noun
    inside = not token.is_sent_start and token.i > 0 and token.nbor(-1).tag_ not in {"``", ":", "''"}
    if inside and not shouting and CAPITALS.fullmatch(token.text) and token.tag_ in ACRONYM_TAGS:
        return True
    return inside and not shouting and token.text[0].isupper() and token.tag_ in {"NN", "NNS", "FW", "LS", "ADD"}


def _is_singular_subject(token: Token) -> bool:
    """Whether a word taken for a plural has a singular verb, and so is a name that ends in s or that nobody knows."""
    verbs = [token.head, *(child for child in token.head.children if child.dep_ in {"cop", "aux", "aux:pass"})]
    single = any(verb.lower_ in {"is", "was", "has"} or verb.tag_ == "VBZ" for verb in verbs)
    return token.dep_ in {"nsubj", "nsubj:pass"} and single and token.text.istitle() and not is_common(lemma_of(token))


def _opens_full_name(token: Token) -> bool:
    """Whether the first word of a sentence is a first name or unknown, and a proper noun follows: Nabil Hassan."""
    if not token.text.istitle() or token.i + 1 >= len(token.doc) or token.nbor(1).tag_ not in PROPER:
        return False
    if gazetteer.is_demonym(token.nbor(1).text):
        return False  # "Many Norwegians"
    known = gazetteer.given(token.text) is not None
    return known or (
        token.tag_ in {"NN", "FW"} and not is_common(token.lower_) and not gazetteer.is_demonym(token.text)
    )


def _opens(tokens: list[Token], at: int, shouting: bool) -> bool:
    token = tokens[at]
    if _is_proper(token, shouting):
        return True
    if token.lower_ in OPENING_PARTICLES and at + 1 < len(tokens):
        hyphen = tokens[at + 1].text == "-" and not token.whitespace_
        after = tokens[at + 2] if hyphen and at + 2 < len(tokens) else tokens[at + 1]
        tied = hyphen or token.lower_ not in HYPHEN_PARTICLES
        return tied and not token.is_title and after.text[0].isupper() and _is_proper(after, shouting)
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    # "Supreme Court", "Red Cross", "Iraqi Army": a capitalised adjective before the noun that makes it a name
    return bool(
        follows is not None
        and not shouting
        and token.text[0].isupper()
        and token.tag_ in JOINABLE
        and _is_proper(follows, shouting)
        and (not gazetteer.is_demonym(token.text) or _closes_as_name(tokens, at + 1, shouting))
        and token.whitespace_
        and (not token.is_sent_start or token.text in OPENERS or _closes_as_name(tokens, at + 1, shouting))
    )


def _closes_as_name(tokens: list[Token], at: int, shouting: bool) -> bool:
    """Whether the run that starts here ends in a word that makes an institution of a nationality."""
    end = at
    while end < len(tokens) and _is_proper(tokens[end], shouting):
        end += 1
    last = tokens[end - 1].text
    return last not in gazetteer.words("title-head") and _makes_name(last)


def _makes_name(word: str) -> bool:
    return any(word in gazetteer.words(f"{kind}-head") for kind in ("organization", "place", "event"))


def _run_end(tokens: list[Token], at: int, shouting: bool) -> int:
    """Where the run of proper nouns that opens at `at` ends."""
    end = at + 1
    while end < len(tokens):
        step = _step(tokens, at, end, shouting)
        if not step:
            break
        end += step
    return end


def _step(tokens: list[Token], start: int, end: int, shouting: bool) -> int:
    """How many tokens from `end` on belong to the run; 0 when it is over."""
    token, last = tokens[end], tokens[end - 1]
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if _is_proper(token, shouting) and last.text != "-":
        return 1
    if token.text == "-" and after is not None and not last.whitespace_ and not token.whitespace_:
        # al-Kadhimi, Covid-19, Secretary-General; but not "US-led"
        beyond = tokens[end + 2].text if end + 2 < len(tokens) else ""
        if (
            not _makes_name(beyond)
            and gazetteer.place(last.text)
            and (gazetteer.place(after.text) or gazetteer.is_demonym(after.text))
        ):
            return 0  # "the Syria-Iraq border" holds two names
        return 2 if after.text[0].isupper() or after.text[0].isdigit() else 0
    if after is None:
        return 0
    if token.text == "," and after.text in COMPANY_FORMS:
        return 2
    if _is_particle(token):
        behind = end + 1
        while behind + 1 < len(tokens) and (_is_particle(tokens[behind]) or tokens[behind].text == "-"):
            behind += 1  # "von der Heide", "de la Vega", "bin al-Nadi"
        follows = tokens[behind]
        return behind + 1 - end if follows.text[0].isupper() and _is_proper(follows, shouting) else 0
    if token.tag_ in JOINABLE and token.text[0].isupper() and not shouting and _is_proper(after, shouting):
        return 0 if gazetteer.is_demonym(token.text) else 1
    if token.tag_ == "CD" and token.text.isdigit() and len(token) < 4 and token.head.i == last.i:
        return 1
    if token.tag_ == "POS" and last.text in POSSESSIVE_FIRSTS and _is_proper(after, shouting):
        return 2
    return _linked(tokens, start, end, shouting)


def _is_particle(token: Token) -> bool:
    """Whether a small word ties the parts of a name together: "van", "bin", "de"."""
    return token.lower_ in gazetteer.words("particle") and token.text not in {"a", "an", "as", "at"}


def _linked(tokens: list[Token], start: int, end: int, shouting: bool) -> int:
    """How many tokens an "of", "for" or "and" inside a name takes with it: Bank of England."""
    token, last = tokens[end], tokens[end - 1]
    if (
        token.lower_ in {"of", "for", "on"}
        and _makes_name(last.text)
        and last.text not in gazetteer.words("title-head")
    ):
        article = end + 2 < len(tokens) and tokens[end + 1].lower_ == "the"
        follows = tokens[end + 2 if article else end + 1]
        if token.lower_ == "of" and _is_proper(follows, shouting):
            return 3 if article else 2
        if last.text in gazetteer.words("organization-head") and _is_proper(follows, shouting) and not article:
            known = gazetteer.place(follows.text)
            return 0 if known or follows.tag_ not in PROPER else 2
    if token.lower_ in {"and", "&"} and end + 1 < len(tokens):
        stop = end + 1
        while stop < len(tokens) and _is_proper(tokens[stop], shouting):
            stop += 1
        if token.text == "&" and stop > end + 1:
            return 2
        closing = tokens[stop - 1].text in gazetteer.words("organization-head")
        inside = last.head.i == tokens[stop - 1].i or tokens[end + 1].head.i == last.i
        familiar = bool(gazetteer.place(last.text) or gazetteer.given(tokens[start].text))
        if closing and stop - end > 2 and inside and not familiar and not _makes_name(last.text):
            return stop - end
    return 0


def _split(sentence: ParsedSentence, tokens: list[Token], start: int, end: int) -> Iterator[Chunk]:
    """Cut a run at its titles: "US President Donald Trump" is the name US and the name Donald Trump."""
    run = tokens[start:end]
    while run and run[-1].text in BRACKETS | {"-", "'"}:
        run.pop()
    cut = _title_at(run)
    if cut is None:
        yield from _named(sentence, run, _titles_before(tokens, start))
        return
    first, last = cut
    if first and run[first - 1].text not in BENCHES:
        yield from _named(sentence, run[:first], ())
    if last < len(run):
        yield from _named(sentence, run[last:], tuple(token.text for token in run[first:last]))


def _title_at(run: list[Token]) -> tuple[int, int] | None:
    """The half-open range of the title inside a run; None when the run holds none or is an institution's name."""
    titles, heads = gazetteer.words("title"), gazetteer.words("title-head")
    if not run or (_makes_name(run[-1].text) and run[-1].text not in titles):
        return None
    first = next((i for i in range(len(run)) if run[i].text in heads or run[i].text in titles), len(run))
    if 0 < first < len(run) and run[first - 1].text in {"of", "for"}:
        return None  # "Ministry of Justice"
    while first < len(run):
        end = first
        while end < len(run) and (run[end].text in titles | heads or run[end].text == "-"):
            end += 1
        if any(token.text in heads for token in run[first:end]):
            surname = end == len(run) and end - first == 1 and first and gazetteer.given(run[first - 1].text)
            return None if surname else (first, end)  # "Stephen King" bears a surname that looks like a title
        first = next((i for i in range(end, len(run)) if run[i].text in heads or run[i].text in titles), len(run))
    return None


def _titles_before(tokens: list[Token], start: int) -> tuple[str, ...]:
    """The title in small letters right before a name: "president Jacques Chirac"."""
    if not start:
        return ()
    before = tokens[start - 1]
    return (before.text,) if before.text.capitalize() in gazetteer.words("title-head") else ()


def _named(sentence: ParsedSentence, run: list[Token], titles: tuple[str, ...]) -> Iterator[Chunk]:
    """The name in a run, without a nationality or the rest of an office before it."""
    cut = _body_before(run)
    if cut:
        yield from _named(sentence, run[:cut], titles)
        run, titles = run[cut:], ()
    if len(run) > 1 and run[0].is_sent_start and run[0].lower_ in gazetteer.words("person-noun"):
        titles, run = (*titles, run[0].text), run[1:]  # "Nurse Helen Baxter": large only because it opens the sentence
    if _heads_office(run):
        while run and run[0].text in gazetteer.words("portfolio"):
            titles, run = (*titles, run[0].text), run[1:]  # "Secretary of State Jane Roe"
    run = _without_nation(run)
    is_plain = len(run) == 1 and not titles and _is_plain_noun(run[0])
    if any(token.text[0].isupper() for token in run) and not is_plain:
        yield Chunk(sentence, tuple(run), titles)


def _body_before(run: list[Token]) -> int:
    """Where a person's name begins behind a body's in capitals: "of NATO Jane Roe"; 0 where none does."""
    for i in range(1, len(run) - 1):
        first = run[i].text
        if CAPITALS.fullmatch(run[i - 1].text) and first.istitle() and gazetteer.given(first) in {"m", "f"}:
            return i
    return 0


def _heads_office(run: list[Token]) -> bool:
    """Whether the run stands behind "Secretary of" or "Minister for", as the rest of an office."""
    if not run or run[0].i < 2 or run[0].nbor(-1).lower_ not in {"of", "for"}:
        return False
    return run[0].nbor(-2).text.capitalize() in gazetteer.words("title-head")


def _without_nation(run: list[Token]) -> list[Token]:
    """A run without the nationality before it, where that is no part of the name."""
    whole = " ".join(token.text for token in run)
    christian = len(run) == 2 and gazetteer.given(run[0].text)  # "Christian Berg", a name after all
    listed = " ".join(token.text for token in run[:2]) in gazetteer.words("organization")
    if not christian and not listed and not gazetteer.place(whole):
        while run and gazetteer.is_demonym(run[0].text) and not _is_of_nations(run):
            run = run[1:]
    while run and run[0].text in {"-", "'"}:
        run = run[1:]
    is_people = len(run) == 2 and gazetteer.is_demonym(run[1].text) and run[1].tag_ == "NNPS"
    return [] if is_people and run[0].is_sent_start else run  # "Many Norwegians"


def _is_of_nations(run: list[Token]) -> bool:
    """Whether a nationality opens the name of an institution: "British Museum", "European Court of Human Rights"."""
    if len(run) > 1 and _makes_name(run[-1].text):
        return True
    link = next((i for i, token in enumerate(run) if token.text in {"of", "for", "on"}), 0)
    return run[0].text in CONTINENTAL and link > 1 and _makes_name(run[link - 1].text)


def _is_plain_noun(token: Token) -> bool:
    """Whether a single capitalised word is a common noun written large: "the Government", "Members"."""
    if gazetteer.place(token.text) or gazetteer.given(token.text) or token.text in gazetteer.words("organization"):
        return False
    lemma = token.lower_ if token.tag_ == "NNP" else lemma_of(token)
    return token.text.istitle() and is_common(lemma)
