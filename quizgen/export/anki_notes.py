"""A quiz as the notes of a deck: what each says, how it is tagged, and which subdeck its card goes to.

Nothing here knows how Anki stores a note; `anki` writes them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal

from quizgen.errors import WriteError
from quizgen.export.anki_cards import LETTERS, NOTE_TYPES, CardForm
from quizgen.export.anki_earlier import MAKER
from quizgen.export.anki_fields import fields, set_fields
from quizgen.export.anki_text import link, plain, publication, tag
from quizgen.model import BLANK, ItemSet, Question, Quiz, Source

Subdecks = Literal["none", "by-article", "by-kind"]
LISTED = 100  # sources that the description of a deck lists


@dataclass(frozen=True, slots=True)
class Layout:
    """How a user wants the deck: answers typed in, cards in subdecks, and called by this name.

    Without a name a deck is called as its earlier build was, so that new cards come to the old ones, or as its quiz.
    """

    type_in: bool = False
    subdecks: Subdecks = "none"
    name: str = ""


DEFAULT_LAYOUT = Layout()


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its tags, its subdeck ("" for the deck itself), and what makes its fields.

    `id` is that of its question or set; `newest` the day of the newest article that it draws on.
    """

    id: str
    form: CardForm
    values: Callable[[], Mapping[str, str]]
    tags: tuple[str, ...]
    subdeck: str
    newest: date | None

    def row(self) -> dict[str, str]:
        """The fields by name, in the order of the note type; made anew, since those of a large deck fill the memory."""
        values = self.values()
        return {name: values.get(name, "") for name in NOTE_TYPES[self.form].fields}


def notes(quiz: Quiz, layout: Layout, path: Path) -> Iterator[Note]:
    """The quiz's questions, then its orderings; sets to match are lists to recite, and no cards.

    Raises:
        WriteError: Anki could make no card, or no single one, of a question; the error names the deck, `path`.
    """
    seen: set[tuple[str, str]] = set()
    topics = {question.source.id: question.topics for question in quiz.questions}
    items: list[Question | ItemSet] = [*quiz.questions, *(one for one in quiz.sets if one.form == "ordering")]
    for item in items:
        fault = _question_fault(item) if isinstance(item, Question) else _set_fault(item)
        if fault or (item.form, item.id) in seen:
            fault = fault or "has the id of another one"
            raise WriteError(f"{path}: question {item.id} {fault}; leave it out or mend it.")
        seen.add((item.form, item.id))
        yield _of_question(item, layout) if isinstance(item, Question) else _of_set(item, layout, topics)


def _question_fault(question: Question) -> str:
    """What keeps the question from being a card, or nothing."""
    if not question.stem.strip():
        return "asks nothing"
    if not question.key.strip():
        return "has no answer"
    if question.form == "cloze" and BLANK not in question.stem:
        return f"is a cloze without the blank {BLANK}"
    if question.form == "multiple-choice" and question.options.count(question.key) != 1:
        return "does not have its answer once among its options"
    if len(question.options) > len(LETTERS):
        return f"has more than {len(LETTERS)} options"
    if question.form == "true-false" and question.key not in ("True", "False"):
        return "is to be true or false and has another answer"
    return ""


def _set_fault(items: ItemSet) -> str:
    if not items.stem.strip():
        return "asks nothing"
    if sorted(items.shown) != list(range(len(items.parts))):
        return "does not show each of its parts once"
    if not 1 < len(items.parts) <= len(LETTERS):
        return f"has not two to {len(LETTERS)} parts"
    return ""


def _of_question(question: Question, layout: Layout) -> Note:
    kind, source = question.fact.kind, question.source
    sources = (source, *(support.source for support in question.support))
    subdeck = {"none": "", "by-article": source.title, "by-kind": kind}[layout.subdecks]
    tags = _tags((kind,), question.form, (source,), question.topics)
    values = partial(fields, question, type_in=layout.type_in)
    return Note(question.id, question.form, values, tags, subdeck, _newest(sources))


def _of_set(items: ItemSet, layout: Layout, topics: dict[str, tuple[str, ...]]) -> Note:
    sources = tuple(dict.fromkeys(part.source for part in items.parts))
    article = sources[0].title if len(sources) == 1 else "Several articles"
    subdeck = {"none": "", "by-article": article, "by-kind": items.form}[layout.subdecks]
    kinds = tuple(dict.fromkeys(part.fact.kind for part in items.parts))
    named = tuple(dict.fromkeys(topic for source in sources for topic in topics.get(source.id, ())))
    tags = _tags(kinds, "ordering", sources, named)
    return Note(items.id, "ordering", partial(set_fields, items), tags, subdeck, _newest(sources))


def _newest(sources: Iterable[Source]) -> date | None:
    return max((source.published for source in sources if source.published), default=None)


def _tags(kinds: tuple[str, ...], form: str, sources: tuple[Source, ...], topics: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as a tree: what is asked, how, out of which article, and what that is about."""
    steps = [
        *(("kind", kind) for kind in kinds),
        ("form", form),
        *(("source", *([source.publisher] if source.publisher else []), source.title) for source in sources),
        *(("topic", topic) for topic in topics),
    ]
    return tuple(dict.fromkeys(_tag(*step) for step in steps))


@lru_cache(maxsize=4096)
def _tag(*steps: str) -> str:
    return "::".join(("quizgen", *map(tag, steps)))


def description(quiz: Quiz, count: int, version: str) -> str:
    """What Anki shows above the deck, as HTML: how it was made, and of what."""
    listed = "".join(f"<li>{_listed(source)}</li>" for source in quiz.sources[:LISTED])
    more = len(quiz.sources) - LISTED
    articles = "one article" if len(quiz.sources) == 1 else f"{len(quiz.sources):,} articles"
    return (
        f"<p>{count:,} cards on {articles}, {MAKER} {plain(version)}: facts were found in single sentences and "
        "asked for by templates. Each answer stands letter for letter in its sentence, which the card shows.</p>"
        f"<ul>{listed}{f'<li>and {more:,} more</li>' if more > 0 else ''}</ul>"
    )


def _listed(source: Source) -> str:
    title = f"<bdi>{plain(source.title)}</bdi>"
    address = link(source.url)
    shown = f'<a href="{address}">{title}</a>' if address else title
    return f"{shown} · {publication(source)}"
