"""Ties an article's short and other spellings of a name to its full form: surnames, acronyms, transliterations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from quizgen.language import evidence, gazetteer
from quizgen.language.entities import COMPANY_FORMS
from quizgen.language.names import Chunk, Cluster, cluster, key_of
from quizgen.model import EntityType

SMALL = frozenset({"of", "and", "the", "for", "in", "on", "de", "&", "-"})
PARTICLES = frozenset({"al", "el", "jr", "sr"})  # what a name may come with and without
ARTICLES = ("al ", "el ")
SAME_LETTERS = 0.8
SURE_LENGTH = 6  # letters that a surname needs before another spelling of it is believed


def tie(found: Iterable[Chunk], title: str = "") -> list[tuple[Cluster, EntityType]]:
    """The names of an article with this title, with their mentions and one type each, by first mention."""
    clusters = cluster(found)
    types = {id(group): evidence.decide(group.chunks) for group in clusters}
    into: dict[int, Cluster] = {}
    title = gazetteer.plain(title)
    longer = list(_full_names(clusters, types, title))
    known = [group for group in clusters if all(group is not full for full, _ in longer)]
    persons = (*longer, *_surnames(known, types, title))
    bodies = (*_companies(clusters), *_shortened(clusters, types))
    tied = (*_spellings(clusters, types), *_acronyms(clusters), *bodies, *persons)
    for short, full in tied:
        target = full
        while id(target) in into:
            target = into[id(target)]
        if target is not short and id(short) not in into:
            into[id(short)] = target
            target.chunks.extend(short.chunks)
    kept = [group for group in clusters if id(group) not in into]
    for group in kept:
        group.chunks.sort(key=lambda chunk: chunk.span)
    return [(group, evidence.decide(group.chunks)) for group in sorted(kept, key=lambda group: group.chunks[0].span)]


def _full_names(
    clusters: list[Cluster], types: dict[int, EntityType], title: str
) -> Iterable[tuple[Cluster, Cluster]]:
    """A person's name with middle names, an initial or letters behind it, and the one without: "Ann B. Berg".

    Whom the title calls by the longer one is not the one of the shorter, who may be his father.
    """
    people = [(group, bare_words(group.fullest)) for group in clusters if types[id(group)] == "person"]
    shortest: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for group, words in people:
        if len(words) == 2:
            shortest[words[0], words[1]].append(group)
    for group, words in people:
        same = shortest.get((words[0], words[-1]), []) if len(words) > 2 and "&" not in group.fullest.words else []
        if len(same) == 1 and gazetteer.plain(group.fullest.text) not in title:
            yield group, same[0]


def bare_words(chunk: Chunk) -> list[str]:
    """A name's words for comparing, without letters of honour behind it: "Ann Berg OBE"."""
    words = name_words(chunk)
    spelled = chunk.text.split()
    while len(spelled) > 2 and len(words) > 2 and spelled[-1].isupper():
        spelled, words = spelled[:-1], words[:-1]
    return words


def _surnames(
    clusters: list[Cluster], types: dict[int, EntityType], title: str
) -> Iterable[tuple[Cluster, Cluster]]:
    """A single word that ends the full name of one person alone, or of the one in the title, or is one's first name."""
    last: dict[str, dict[str, Cluster]] = defaultdict(dict)
    first: dict[str, dict[str, Cluster]] = defaultdict(dict)
    for group in clusters:
        words = name_words(group.chunks[0])
        if "&" in group.fullest.words:
            continue  # two authors, no one's full name
        if len(words) > 1 and (types[id(group)] == "person" or _like_person(group, types)):
            last[words[-1]].setdefault(" ".join(words), group)
            first[words[0]].setdefault(" ".join(words), group)
    sounding: dict[str, list[Cluster]] = defaultdict(list)
    for word, groups in last.items():
        sounding[skeleton(word)].extend(groups.values())
    for group in clusters:
        words = name_words(group.chunks[0])
        if len(words) != 1 or types[id(group)] in {"country", "event", "object"}:
            continue
        titled = any(chunk.titles for chunk in group.chunks)
        full, called = list(last.get(words[0], {}).values()), list(first.get(words[0], {}).values())
        if not full and len(words[0]) >= SURE_LENGTH:
            full = [
                one
                for one in sounding.get(skeleton(words[0]), [])
                if _same_letters(name_words(one.chunks[0])[-1], words[0])
            ]
        titular = [one for one in full if gazetteer.plain(one.fullest.text) in title]
        full = titular if len(titular) == 1 and not titled else full
        placed = gazetteer.place(group.chunks[0].text) is not None and not titled
        place = placed and types[id(group)] != "person"
        if len(full) == 1 and not place:
            yield group, full[0]
        elif not full and len(called) == 1 and types[id(group)] == "person" and not titled:
            yield group, called[0]


def _like_person(group: Cluster, types: dict[int, EntityType]) -> bool:
    """Whether a name of two or three words is typed by little more than the model's vote, and may be a person's."""
    words = group.fullest.words
    if types[id(group)] not in {"thing", "place", "organization"} or not 2 <= len(words) <= 6:
        return False
    voted = {rule for chunk in group.chunks for rule, _, _ in evidence.votes(chunk)} & evidence.SURE_RULES
    return not voted and "of" not in words and all(word[0].isupper() or word in {"al", "-", "bin"} for word in words)


def surname_key(chunk: Chunk) -> str:
    """A name for comparing surnames: plain letters, the Arabic article joined to none."""
    key = " ".join(word for word in gazetteer.plain(chunk.text).split() if word not in PARTICLES)
    return key or gazetteer.plain(chunk.text)


def name_words(chunk: Chunk) -> list[str]:
    """A name's words for comparing, plain, a double surname as one word: "Cruz-Ortiz" is not Ortiz."""
    words = (gazetteer.plain(word).split() for word in chunk.text.split())
    bare = (" ".join(part for part in word if part not in PARTICLES) for word in words)
    return [word for word in bare if word] or [gazetteer.plain(chunk.text)]


def _spellings(clusters: list[Cluster], types: dict[int, EntityType]) -> Iterable[tuple[Cluster, Cluster]]:
    """Names of one type that share their consonants and nearly all else: Suleimani and Soleimani."""
    by_sound: dict[str, list[Cluster]] = defaultdict(list)
    for group in clusters:
        key = surname_key(group.chunks[0])
        if len(key) >= SURE_LENGTH and key.isascii():
            by_sound[skeleton(key)].append(group)
    for same in by_sound.values():
        main = max(same, key=lambda group: (len(group.chunks), group.chunks[0].text))
        for other in same:
            alike = {types[id(main)], types[id(other)]}
            if other is not main and (len(alike) == 1 or "thing" in alike) and _near(other, main):
                yield other, main


def _near(one: Cluster, other: Cluster) -> bool:
    """Whether two spellings share nearly all their letters in order."""
    return _same_letters(surname_key(one.chunks[0]), surname_key(other.chunks[0]))


def _same_letters(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= SAME_LETTERS


def skeleton(key: str) -> str:
    """A name's consonants, doubled ones once; its first letter as it is."""
    letters: list[str] = []
    for word in key.split():
        for at, letter in enumerate(word):
            if (at == 0 or letter not in "aeiouy") and (at == 0 or letters[-1] != letter):
                letters.append(letter)
    return "".join(letters)


def _acronyms(clusters: list[Cluster]) -> Iterable[tuple[Cluster, Cluster]]:
    """An acronym and the one full name that its letters open, or whose brackets hold it."""
    initials: dict[str, list[Cluster]] = defaultdict(list)
    for group in clusters:
        words = [word for word in group.fullest.words if word.lower() not in SMALL]
        if len(words) > 1:
            initials["".join(word[0] for word in words).upper()].append(group)
    by_key = {key_of(chunk.text): group for group in clusters for chunk in group.chunks}
    for group in clusters:
        word = group.chunks[0].text.replace(".", "")
        if gazetteer.place(group.chunks[0].text) is not None:
            continue  # US is not the University of Sheffield
        if len(group.chunks[0].tokens) == 1 and 2 <= len(word) <= 6 and (word.isupper() or len(word) > 2):
            full = initials.get(word.upper(), [])
            if len(full) == 1:
                yield group, full[0]
            elif (named := _bracketed(group, by_key)) is not None:
                yield group, named


def _companies(clusters: list[Cluster]) -> Iterable[tuple[Cluster, Cluster]]:
    """The first words of one company's full name, which says that it is one: "Norrvik" of "Norrvik Steel AB"."""
    companies = [group for group in clusters if group.fullest.words[-1].lower().rstrip(".") in COMPANY_FORMS]
    for group in clusters:
        words = group.fullest.words
        full = [one for one in companies if len(one.fullest.words) > len(words) == _alike(one.fullest.words, words)]
        if len(full) == 1:
            yield group, full[0]


def _shortened(clusters: list[Cluster], types: dict[int, EntityType]) -> Iterable[tuple[Cluster, Cluster]]:
    """The words before the "of" or "for" of one body named before: "the Supreme Court" of "… of Norway"."""
    fulls: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for group in clusters:
        words = group.fullest.words
        at = next((i for i, word in enumerate(words) if word in {"of", "for"}), 0)
        if at > 1 and types[id(group)] == "organization":
            fulls[words[:at]].append(group)
    for group in clusters:
        full = fulls.get(group.fullest.words, [])
        if len(full) == 1 and full[0].fullest.span < group.chunks[0].span:
            yield group, full[0]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two names begin with alike."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _bracketed(group: Cluster, by_key: dict[str, Cluster]) -> Cluster | None:
    """The name right before "(ABC)" whose first letter the acronym shares."""
    for chunk in group.chunks:
        first = chunk.tokens[0]
        if first.i < 2 or first.nbor(-1).text != "(" or not chunk.text.isupper():
            continue
        for other in by_key.values():
            for mention in other.chunks:
                if (
                    mention.tokens[-1].doc is first.doc
                    and mention.tokens[-1].i == first.i - 2
                    and len(mention.tokens) > 1
                ):
                    return other
    return None
