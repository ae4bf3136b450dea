"""The words that quizgen's stages hand to each other, in the order in which they build on each other.

    Article → Sentence → Fact (Slot, Verb) → Question (Distractor, Support) → Quiz

All are frozen values with tuples inside. Every `Span` is a pair of Python string offsets into the text of one
article, exactly as it was decoded from the user's file; nothing here imports anything but the standard library.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

BlockRole = Literal["headline", "standfirst", "dateline", "caption", "link", "notice", "byline", "heading", "paragraph"]
Basis = Literal["stated", "inferred"]
Form = Literal["short-answer", "cloze", "multiple-choice", "true-false"]
SetForm = Literal["matching", "ordering"]
Difficulty = Literal["easy", "medium", "hard"]
EntityType = Literal[
    "person", "people", "organization", "country", "city", "place", "time", "duration", "number", "money",
    "percent", "measure", "event", "object", "abstract", "thing",
]  # fmt: skip
FORMS: tuple[Form, ...] = ("short-answer", "cloze", "multiple-choice", "true-false")
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")
SET_FORMS: tuple[SetForm, ...] = ("matching", "ordering")
KINDS = (
    "leadership", "role", "figure", "casualty", "date", "place", "action", "quotation", "cause", "purpose",
    "request", "definition", "acronym", "membership", "affiliation",
)  # fmt: skip
BLANK = "_____"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets `[start, end)` into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The letters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text and what it is by its form; only a `paragraph` holds source sentences."""

    role: BlockRole
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of where an article comes from; what nothing states is None, never a guess.

    `published_basis` says whether the date was stated (front matter) or inferred (a dateline, a caption); `place` is
    where its dateline says that it was reported from.
    """

    id: str
    title: str
    path: str
    publisher: str | None = None
    published: date | None = None
    published_basis: Basis | None = None
    url: str | None = None
    author: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: its source, its text (the decoded file, never changed) and its blocks, in order.

    `marks` are stretches inside paragraphs that are no words of the text (citation marks, Markdown's signs,
    stray quotes of a table's cell): the language stage reads past them.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The article's stable id, the same as its source's."""
        return self.source.id

    def paragraphs(self) -> Iterator[Span]:
        """The spans that hold running text, in order."""
        return (block.span for block in self.blocks if block.role == "paragraph")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: its place among the article's sentences, its span, its letters.

    `index` and `paragraph` count the article's sentences and its paragraphs from 0.
    """

    article_id: str
    index: int
    span: Span
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Normalised:
    """A value in a standard form and how it was got: `("2021-02-15", "from the article's date")`.

    `value` is an ISO 8601 date or month, or a plain number; `how` is empty where the text itself states it.
    """

    value: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """An editorial replacement: what the text has at `span`, and the name that a stem uses instead of it."""

    span: Span
    text: str
    name: str
    antecedent: Span


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a fact, pointing at its letters in the article.

    `text` is verbatim; `wording` is how a stem says it (white space made plain, references replaced);
    `case` is the preposition that stands before it, not part of `span`; `head` is the head noun's lemma.
    A nested slot (the number in "nine people") names in `within` the slot that it is part of, and in `rest`
    how that slot is said without it ("people"). Of a `trimmed` slot words were left out that lean on their
    context: it may stand in a stem, but is no whole answer. `mentions` counts how often the article names the one
    whom it names most, 0 without a name: who is in the news, and who only passes by.
    """

    name: str
    span: Span
    text: str
    wording: str
    type: EntityType = "thing"
    plural: bool = False
    case: str = ""
    head: str = ""
    normalised: Normalised | None = None
    replacements: tuple[Replacement, ...] = ()
    within: str = ""
    rest: str = ""
    trimmed: bool = False
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb group of a fact: `auxiliaries` in order, then the main verb in its `form`.

    `tag` is the Penn tag of the first finite word; `adverb` stands right before the main verb ("likely"), and
    `second` is the form of a verb that shares all its parts ("injured" of "killed and injured").
    """

    span: Span
    text: str
    lemma: str
    form: str
    tag: str
    auxiliaries: tuple[str, ...] = ()
    particle: str = ""
    adverb: str = ""
    passive: bool = False
    copular: bool = False
    negated: bool = False
    second: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the group in the order of a statement."""
        joined = ("and", self.second) if self.second else ()
        return [word for word in (*self.auxiliaries, self.adverb, self.form, self.particle, *joined) if word]


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a name is, by the article's own words: `wording` says it with the name ("the trader Jane Roe").

    `span` is where the article says so.
    """

    name: str
    wording: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that one sentence states: its slots in the order in which a stem says them.

    `answerable` names the slots that may be asked for. `modality` ("could", "expected") and `attribution`
    ("four diplomats told Reuters") keep what limits the statement; both are empty where nothing does.
    `introductions` tell what the names in its slots are.
    """

    kind: str
    slots: tuple[Slot, ...]
    answerable: tuple[str, ...]
    sentence: Sentence
    rule: str
    verb: Verb | None = None
    modality: str = ""
    attribution: str = ""
    confidence: float = 1.0
    introductions: tuple[Introduction, ...] = ()

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option and where it came from: the id of an article, or the name of a gazetteer or a method."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Support:
    """Another sentence that states the same, with the article that it stands in."""

    source: Source
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Question:
    """One item: its stem asks, its key answers, and `key_span` points at the key in the source sentence.

    `id` hashes what is asked of which fact, never the wording. A cloze stem holds `BLANK` where the key goes.
    `context` says what the question is about, of when, and by whom; `options` are shown in their order.
    Of a true-false item the stem is the statement, the key "True" or "False", and `key_span` the letters that
    decide it; a false one has in `correction` what the source says instead of the words that were swapped in.
    `before` and `after` are the neighbours of the source sentence in its article, where it has them; `topics` are
    the names that the article is most about.
    """

    id: str
    form: Form
    stem: str
    key: str
    key_span: Span
    fact: Fact
    source: Source
    template: str
    context: str = ""
    distractors: tuple[Distractor, ...] = ()
    options: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    derived: str = ""
    score: float = 0.0
    support: tuple[Support, ...] = ()
    correction: str = ""
    before: Sentence | None = None
    after: Sentence | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a set: what is shown, the answer that belongs to it, and where that stands in its source.

    For matching `prompt` and `key` are the two sides ("Jens Stoltenberg", "NATO Secretary General"); for ordering
    `prompt` says the event and `key` its time.
    """

    prompt: str
    key: str
    key_span: Span
    fact: Fact
    source: Source


@dataclass(frozen=True, slots=True)
class ItemSet:
    """An item of several facts: sides to match, or events to put into their order.

    `parts` stand in the order of the key (of ordering: the earliest first); `shown` lists the indices of the parts
    in the order in which the item shows their keys (matching) or their prompts (ordering).
    """

    id: str
    form: SetForm
    stem: str
    parts: tuple[Part, ...]
    shown: tuple[int, ...]
    context: str = ""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A titled sequence of questions, sets made of their facts, the sources, and the seed of every shuffle.

    `passages` are the articles that the items come from, where they are to be read with the quiz, and else empty.
    """

    title: str
    questions: tuple[Question, ...]
    sources: tuple[Source, ...] = field(default=())
    seed: int = 0
    sets: tuple[ItemSet, ...] = ()
    passages: tuple[Article, ...] = ()
