from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.language.calendar_values import Tense
from quizgen.language.parsing import ParsedSentence, parse
from quizgen.language.times import TimeExpression, display, find_times
from quizgen.language.tokens import plain as records
from quizgen.language.view import View
from quizgen.model import Article, Block, Normalised, Sentence, Source, Span
from tests.language.corpus_times import CORPUS, NEGATIVES, PUBLISHED

if TYPE_CHECKING:
    from quizgen.language.tokens import Doc

CASES = [
    (kind, tense, value, marked)
    for (kind, tense), values in CORPUS.items()
    for value, sentences in values.items()
    for marked in sentences
]


def plain(marked: str) -> str:
    """The sentence without the corpus's marks."""
    return marked.replace("[", "").replace("]", "")


@cache
def parsed() -> dict[str, ParsedSentence]:
    """Every sentence of the corpus, parsed at once, each as an article of its own."""
    texts = list(dict.fromkeys([plain(case[3]) for case in CASES] + NEGATIVES))
    articles = [
        Article(Source(id=text, title="t", path="t.txt"), text, (Block("paragraph", Span(0, len(text))),))
        for text in texts
    ]
    return {article.article.id: article.sentences[0] for article in parse(articles)}


def untagged(text: str) -> ParsedSentence:
    """A sentence as a tokenizer alone leaves it: no tags, no parse."""
    doc = records(blank()(text))
    view = View(text, tuple(range(len(text))))
    return ParsedSentence(Sentence("t", 0, Span(0, len(text)), text), doc.span(0, len(doc)), view, text)


@cache
def blank() -> spacy.language.Language:
    """A tokenizer alone."""
    return spacy.blank("en")


def letters(sentence: ParsedSentence, time: TimeExpression) -> str:
    """The letters of a time."""
    doc: Doc = sentence.tokens.doc
    return doc.span(time.first, time.last + 1).text


class TestCorpus:
    @pytest.mark.parametrize(("kind", "tense", "value", "marked"), CASES, ids=[f"{c[1]}:{c[3]}" for c in CASES])
    def test_phrasing(self, kind: str, tense: Tense, value: str, marked: str) -> None:
        """Every phrasing of the corpus is found once, whole, as its kind, and has its value."""
        sentence = parsed()[plain(marked)]
        found = find_times(sentence)
        assert [letters(sentence, time) for time in found] == [marked[marked.index("[") + 1 : marked.index("]")]]
        normalised = found[0].resolve(PUBLISHED, tense)
        assert (found[0].kind, normalised.value if normalised else "") == (kind, value)

    @pytest.mark.parametrize("text", NEGATIVES)
    def test_negative(self, text: str) -> None:
        """What only looks like a time is none."""
        sentence = parsed()[text]
        assert [letters(sentence, time) for time in find_times(sentence)] == []

    def test_corpus_is_large(self) -> None:
        """The corpus holds at least 120 phrasings."""
        assert len(CASES) >= 120


class TestResolve:
    @pytest.mark.parametrize(
        ("text", "anchored", "how"),
        [
            ("It opened in October 2018.", True, ""),
            ("It opened on January 3, 2020.", True, ""),
            ("It opened in 2018.", True, ""),
            ("It opened on Monday.", False, "from the article's date"),
            ("It opened last week.", False, "from the article's date"),
            ("It opened in May.", False, "from the article's date"),
            ("It opened on January 3.", False, "from the article's date"),
            ("It opened today.", False, "from the article's date"),
        ],
    )
    def test_basis(self, text: str, anchored: bool, how: str) -> None:
        """A time that its text fixes needs no date; any other says that it took the article's."""
        (time,) = find_times(untagged(text))
        normalised = time.resolve(PUBLISHED, "past")
        assert normalised is not None
        assert (time.anchored, normalised.how) == (anchored, how)
        assert (time.resolve(None, "past") is not None) == anchored

    @given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(("Monday", "Thursday", "Sunday")))
    def test_weekday_direction(self, published: date, name: str) -> None:
        """A weekday in the past is at most six days back, one in the future at most six days ahead."""
        (time,) = find_times(untagged(f"They met on {name}."))
        past, future = time.resolve(published, "past"), time.resolve(published, "future")
        assert past is not None
        assert future is not None
        assert timedelta(0) <= published - date.fromisoformat(past.value) < timedelta(7)
        assert timedelta(0) <= date.fromisoformat(future.value) - published < timedelta(7)
        assert time.resolve(published, "") is None

    @given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1904, 1, 1), date(1904, 12, 31)))
    def test_day_direction(self, published: date, day: date) -> None:
        """A day without a year is never later than the article in the past, never earlier in the future."""
        (time,) = find_times(untagged(f"They met on {day:%B} {day.day}."))
        past, future = time.resolve(published, "past"), time.resolve(published, "future")
        assert past is None or date.fromisoformat(past.value) <= published
        assert future is None or date.fromisoformat(future.value) >= published


class TestDisplay:
    def test_both_forms(self) -> None:
        """A time that needed the article's date is shown as written and as resolved."""
        found = Normalised("2021-02-15", "from the article's date")
        assert display("Monday", found, PUBLISHED) == "Monday (15 February 2021)"

    def test_style_of_the_article(self) -> None:
        """Where the text has the month first, the addition has it first too."""
        found = Normalised("2020-01-03", "from the article's date")
        assert display("January 3 at noon", found, PUBLISHED) == "January 3 at noon (January 3, 2020)"

    @pytest.mark.parametrize("text", ["January", "late January", "3 January", "January 3", "January 3rd"])
    def test_a_day_or_month_lacks_only_its_year(self, text: str) -> None:
        """What is written is not written again."""
        found = Normalised("2020-01-03" if "3" in text else "2020-01", "from the article's date")
        assert display(text, found, PUBLISHED) == f"{text} (2020)"

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("2020-10", "x (October 2020)"),
            ("2020", "x (2020)"),
            ("2021-W06", "x (the week of 8 February 2021)"),
            ("2021-02-10/2021-02-11", "x (10 February 2021 to 11 February 2021)"),
            ("P3D", "x"),
        ],
    )
    def test_forms(self, value: str, shown: str) -> None:
        """Months, years, weeks and ranges are written out; a duration is left as it is."""
        assert display("x", Normalised(value, "from the article's date"), PUBLISHED) == shown

    def test_stated(self) -> None:
        """A time that its text states is shown as it stands."""
        assert display("January 3, 2020", Normalised("2020-01-03"), PUBLISHED) == "January 3, 2020"


TENSES: tuple[Tense, ...] = ("past", "future", "")
WORDS = st.sampled_from(
    "May Monday 2021 15 a an the last year ago days of to - , . ( ) half two second 3 pm 's Q3 19 99 1990s and next "
    "February 30 between week $ % January / : 24/7 BC aged old".split()
)


class TestAnyText:
    @settings(max_examples=300, deadline=None)
    @given(st.one_of(st.text(min_size=1, max_size=80), st.lists(WORDS, min_size=1, max_size=14).map(" ".join)))
    def test_spans(self, text: str) -> None:
        """Whatever the text, the times stand inside it, in order, without overlap, and resolve without an error."""
        sentence = untagged(text)
        at = -1
        for time in find_times(sentence):
            assert at < time.first <= time.last < len(sentence.tokens)
            at = time.last
            for tense in TENSES:
                time.resolve(PUBLISHED, tense)

    def test_second_sentence(self) -> None:
        """Token numbers are the document's, so that a sentence in the middle of a paragraph has its own."""
        whole = untagged("It rained. They met on Monday.")
        second = replace(whole, tokens=whole.tokens.doc.span(3, len(whole.tokens)))
        (time,) = find_times(second)
        assert letters(second, time) == "Monday"
