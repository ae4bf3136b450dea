"""Matching: persons and their offices or bodies, names and the other names of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.language.days import MONTHS
from quizgen.model import ItemSet, Part, Question, Source
from quizgen.questions.agreement import MONTH, is_one_name
from quizgen.questions.asked import answer_of, asked_slot
from quizgen.questions.checks import STOP, words_of
from quizgen.questions.names import is_name
from quizgen.questions.pool import Pool
from quizgen.questions.sets import FEWEST, GOOD, MOST, make_set, part_of, stories


@dataclass(frozen=True, slots=True)
class Family:
    """Facts of one kind that can be matched: which slots stand on the two sides, and the stem."""

    kinds: frozenset[str]
    left: str
    right: frozenset[str]
    stem: str
    passing: bool = True  # true of a time


FAMILIES = (
    Family(
        frozenset({"role", "leadership"}), "holder", frozenset({"role", "post"}),
        "Match each person with the office or role that they held{when}.",
    ),
    Family(
        frozenset({"affiliation"}), "holder", frozenset({"side"}),
        "Match each person with the institution or organisation that they belonged to{when}.",
    ),
    Family(
        frozenset({"acronym"}), "short", frozenset({"long"}),
        "Match each abbreviation with what it stands for.", passing=False,
    ),
    Family(
        frozenset({"definition"}), "thing", frozenset({"alias", "official", "birth", "earlier"}),
        "Match each name with another name of the same person or thing.", passing=False,
    ),
)  # fmt: skip


def matchings(
    asked: Sequence[Sequence[Question]], chosen: Iterable[Question], pool: Pool, seed: int
) -> Iterator[ItemSet]:
    """The sets that the questions of the articles allow, at most one of a family on one story.

    What one of the chosen questions asks is not matched as well.
    """
    stems: dict[tuple[str, ...], list[set[str]]] = defaultdict(list)
    for question in chosen:
        stems[answer_of(question)].append(set(words_of(question.stem)))
    for family in FAMILIES:
        of_family = [[q for q in questions if _belongs(q, family) and not _is_asked(q, family, stems)]
                     for questions in asked]  # fmt: skip
        for questions in stories(of_family, pool):
            parts = list(_unique(questions, family))[:MOST]
            when = _when([part.source for part in parts]) if family.passing else ""
            if len(parts) >= FEWEST and when is not None:
                yield make_set("matching", family.stem.format(when=when), parts, seed)


def _belongs(question: Question, family: Family) -> bool:
    fact, left = question.fact, question.fact.slot(family.left)
    is_asked = fact.kind in family.kinds and asked_slot(question).name in family.right
    if not is_asked or left is None or question.form != "short-answer" or question.score < GOOD:
        return False
    is_person = family.left != "holder" or is_name(left.wording, "person")
    return is_person and not _tells(left.wording, question.key)


def _is_asked(question: Question, family: Family, stems: Mapping[tuple[str, ...], Sequence[set[str]]]) -> bool:
    """Whether a question asks for one side of this with the other in its stem."""
    left = question.fact.slot(family.left)
    sides = words_of(left.wording) if left else (), words_of(question.key)
    return any(stem >= set(said) for one, said in (sides, sides[::-1]) for stem in stems.get(one, ()))


def _tells(left: str, right: str) -> bool:
    """Whether one side tells the other: by a word in common, or as its initials."""
    words = [word for word in words_of(right) if word not in STOP]
    initials = "".join(word[0] for word in words)
    return bool(set(words) & set(words_of(left)) - STOP) or left.replace(".", "").lower() in initials


def _unique(questions: Iterable[Question], family: Family) -> Iterator[Part]:
    """The best parts of which neither side could belong to another part as well."""
    taken: list[tuple[str, str]] = []
    for question in sorted(questions, key=lambda question: (-question.score, question.id)):
        left = question.fact.slot(family.left)
        assert left is not None
        sides = left.wording, question.key
        if not any(is_one_name(sides[0], one) or is_one_name(sides[1], other) for one, other in taken):
            taken.append(sides)
            yield part_of(question, *sides)


def _when(sources: Sequence[Source]) -> str | None:
    """When the articles say so: " in May 2020"; None where one has no date, or the time is too long to be one."""
    days = sorted(source.published for source in sources if source.published)
    if not days or len(days) < len(sources) or (days[-1] - days[0]).days > MONTH:
        return None
    return f" in {MONTHS[days[-1].month - 1]} {days[-1].year}"
