from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.language.numbers import Quantity, equal_values, find_quantities, variants
from quizgen.language.numerals import NUMERAL, ordinal_of, value_of
from quizgen.language.parsing import ParsedSentence, parse
from quizgen.model import Article, Block, Source, Span
from tests.language.corpus_numbers import CORPUS, COUNTED, EQUAL, NEGATIVES, UNEQUAL, VARIANTS, Reading
from tests.language.test_times import untagged

if TYPE_CHECKING:
    from quizgen.language.tokens import Doc

CASES = [(reading, marked) for reading, sentences in CORPUS.items() for marked in sentences]


def plain(marked: str) -> str:
    """The sentence without the corpus's marks."""
    return marked.replace("[", "").replace("|", "").replace("]", "")


@cache
def parsed() -> dict[str, ParsedSentence]:
    """Every sentence of the corpus, parsed at once, each as an article of its own."""
    texts = list(dict.fromkeys([plain(marked) for _, marked in CASES] + NEGATIVES + list(COUNTED)))
    articles = [
        Article(Source(id=text, title="t", path="t.txt"), text, (Block("paragraph", Span(0, len(text))),))
        for text in texts
    ]
    return {article.article.id: article.sentences[0] for article in parse(articles)}


def letters(sentence: ParsedSentence, first: int, last: int) -> str:
    """The letters of the tokens `first` to `last`."""
    doc: Doc = sentence.tokens.doc
    text = doc.span(first, last + 1).text
    return text.removesuffix(".") if doc[last].text == "m." else text  # the tokenizer leaves the full stop there


class TestCorpus:
    @pytest.mark.parametrize(("reading", "marked"), CASES, ids=[marked for _, marked in CASES])
    def test_phrasing(self, reading: Reading, marked: str) -> None:
        """Every phrasing of the corpus is found once, whole, and says what it says."""
        sentence = parsed()[plain(marked)]
        whole = marked[marked.index("[") + 1 : marked.index("]")]
        found = find_quantities(sentence)
        assert [letters(sentence, q.first, q.last) for q in found] == [whole.replace("|", "")]
        (quantity,) = found
        assert letters(sentence, quantity.core_first, quantity.core_last) == whole.split("| ")[-1]
        assert quantity.hedge == (whole.split("|")[0] if "|" in whole else "")
        assert (quantity.kind, quantity.low, quantity.high, quantity.unit) == pytest.approx(reading)

    @pytest.mark.parametrize("text", NEGATIVES)
    def test_negative(self, text: str) -> None:
        """What only looks like a quantity is none."""
        sentence = parsed()[text]
        assert [letters(sentence, q.first, q.last) for q in find_quantities(sentence)] == []

    def test_corpus_is_large(self) -> None:
        """The corpus holds at least 120 phrasings."""
        assert len(CASES) >= 120


class TestCounted:
    @pytest.mark.parametrize(("text", "noun"), COUNTED.items())
    def test_noun(self, text: str, noun: str) -> None:
        """The counted noun is the head of what stands after the number, or none where nothing is named."""
        sentence = parsed()[text]
        (quantity,) = find_quantities(sentence)
        assert ("" if quantity.counted is None else sentence.tokens.doc[quantity.counted].text) == noun


class TestValues:
    @pytest.mark.parametrize(("a", "b"), EQUAL)
    def test_equal(self, a: str, b: str) -> None:
        """Two spellings of one quantity are equal, either way round."""
        assert equal_values(a, b)
        assert equal_values(b, a)

    @pytest.mark.parametrize(("a", "b"), UNEQUAL)
    def test_unequal(self, a: str, b: str) -> None:
        """Another number, unit, hedge or kind is another quantity."""
        assert not equal_values(a, b)
        assert not equal_values(b, a)

    @pytest.mark.parametrize(("text", "others"), VARIANTS.items())
    def test_variants(self, text: str, others: tuple[str, ...]) -> None:
        """Variants say exactly the same and never repeat the text."""
        found = variants(text)
        assert set(others) <= set(found) if others else found in ((), (f"{text[:-3]}five hundred",))
        assert text not in found

    @pytest.mark.parametrize("text", [text for text in VARIANTS if not any(c in text for c in "FJ")])
    def test_variants_are_equal(self, text: str) -> None:
        """Every variant of a number equals it."""
        assert all(equal_values(text, other) for other in variants(text) if "February" not in other)

    @given(st.integers(0, 10**12))
    def test_figures(self, number: int) -> None:
        """A whole number is read with and without its commas."""
        assert value_of(str(number)) == value_of(f"{number:,}") == number

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("twenty-one", 21), ("nineteen hundred", 1900), ("two hundred thousand", 200_000), ("twenty one", 21),
            ("one million two hundred thousand", 1_200_000), ("one twenty", None), ("five two", None), ("", None),
            ("three hundred and five", 305),
            ("five thousand one hundred and two", 5102), ("2½", 2.5), ("1.5 million", 1_500_000),
            ("a couple of hundred", 200),
        ],
    )  # fmt: skip
    def test_words(self, text: str, value: float | None) -> None:
        """Number words that write one number have its value, others none."""
        assert value_of(text) == value

    @pytest.mark.parametrize(("text", "place"), [("3rd", 3), ("third", 3), ("twenty-first", 21), ("thrice", None)])
    def test_ordinals(self, text: str, place: int | None) -> None:
        """Ordinals in letters and figures have their place."""
        assert ordinal_of(text) == place

    def test_numeral_has_no_groups(self) -> None:
        """The numeral's pattern can stand inside any rule."""
        assert "(?P" not in NUMERAL


WORDS = st.sampled_from(
    "2 14 1,000 5,000 - – to and or between about at least more than $ £ % per cent million half a third of the one "
    "two dozen hundreds several km 3rd first in out 2-1 / . , troops m bn COVID-19 No.".split()
)


class TestAnyText:
    @settings(max_examples=300, deadline=None)
    @given(st.one_of(st.text(min_size=1, max_size=80), st.lists(WORDS, min_size=1, max_size=14).map(" ".join)))
    def test_spans(self, text: str) -> None:
        """Whatever the text, the quantities stand inside it, in order, the core inside the whole, low under high."""
        sentence = untagged(text)
        at = -1
        for quantity in find_quantities(sentence):
            assert at < quantity.first <= quantity.core_first <= quantity.core_last <= quantity.last
            assert quantity.last < len(sentence.tokens)
            at = quantity.last
            assert _ordered(quantity)

    @settings(max_examples=200, deadline=None)
    @given(st.one_of(st.text(max_size=30), st.lists(WORDS, min_size=1, max_size=5).map(" ".join)))
    def test_values_of_any_text(self, text: str) -> None:
        """Comparing and rewriting never fails, and a text is equal to itself."""
        assert equal_values(text, text)
        assert text not in variants(text)


def _ordered(quantity: Quantity) -> bool:
    if quantity.kind == "score" or quantity.low is None or quantity.high is None:
        return True
    return quantity.low <= quantity.high
