"""What articles are about: the names that they speak of most, and the ones that a quiz's articles share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from quizgen.model import Article, Fact
from quizgen.questions.names import is_name, name_key
from quizgen.questions.pool import LONGEST, NAMED

MOST = 4  # topics of an article
OFTEN = 3  # mentions from which a name that its title leaves out is a topic of an article
SHARED = 0.5  # of the articles, that a common topic is a topic of
TITLE = 2  # names in a title
PRONOUNS = frozenset("it he she they we you i this that these those".split())
WORD = re.compile(r"\w[\w.]*(?:[-'’]\w+)*")


class Topics:
    """The names of all articles of a build, each under one key however it is spelled.

    All articles have to be added before the first question is put.
    """

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._counts: dict[str, Counter[str]] = {}
        self._spellings: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, article: Article, facts: Iterable[Fact]) -> None:
        """Count the names that the facts of an article hold in all of its text."""
        self._titles[article.id] = article.source.title
        count = self._counts[article.id] = Counter()
        for name, is_person in _names(facts).items():
            # a person is called by the surname after the first mention
            found = _mentions(name.split()[-1] if is_person else name, article.text)
            count[name_key(name)] += len(found)
            self._spellings[name_key(name)].update([name] * len(found) if is_person else found)

    def of(self, article_id: str) -> tuple[str, ...]:
        """The names that the article is most about, in the spelling that most of the articles use."""
        return tuple(self._spelled(key) for key in self._topics[article_id])

    def common(self) -> str:
        """The names that most of several articles are about, as a title; or nothing where they share none."""
        articles = Counter(key for keys in self._topics.values() for key in keys)
        shared = [key for key in articles if articles[key] >= max(2, SHARED * len(self._topics))]
        mentions = {key: sum(count[key] for count in self._counts.values()) for key in shared}
        best = sorted(shared, key=lambda key: (-articles[key], -mentions[key], key))[:TITLE]
        return " and ".join(self._spelled(key) for key in best)

    @cached_property
    def _topics(self) -> dict[str, list[str]]:
        """The keys of each article's topics, those of its title first.

        A title is searched for the names of all articles, since the facts of its own may not hold all of them.
        """
        keys = {spelling.casefold(): key for key, spellings in self._spellings.items() for spelling in spellings}
        topics = {}
        for article_id, count in self._counts.items():
            titled = {keys[run] for run in _runs(self._titles[article_id]) if run in keys}
            told = titled | {key for key in count if count[key] >= OFTEN}
            topics[article_id] = sorted(told, key=lambda key: (key not in titled, -count[key], key))[:MOST]
        return topics

    def _spelled(self, key: str) -> str:
        return min(self._spellings[key].items(), key=lambda pair: (-pair[1], pair[0]))[0]


def _names(facts: Iterable[Fact]) -> dict[str, bool]:
    """The bare names in the slots of facts, and whether each is a person's."""
    slots = (slot for fact in facts for slot in fact.slots if slot.type in NAMED)
    named = ((re.sub(r"^[Tt]he ", "", " ".join(slot.text.split())), slot.type) for slot in slots)
    return {name: kind == "person" for name, kind in named if is_name(name, kind) and name.lower() not in PRONOUNS}


def _mentions(name: str, text: str) -> list[str]:
    """The name as the text spells it each time; "us" is no spelling of US."""
    found = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    return [" ".join(spelling.split()) for spelling in found if not spelling.islower()]


def _runs(title: str) -> Iterator[str]:
    """All runs of a title's words that are short enough for a name, case-folded, but for those written small."""
    words = [re.sub(r"['’]s$", "", word) for word in WORD.findall(title)]
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            run = " ".join(words[start:end])
            if not run.islower():
                yield run.casefold()
