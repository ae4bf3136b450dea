from __future__ import annotations

import subprocess
import sys

import pytest

from quizgen.language import ParsedArticle, parse
from quizgen.language.cast import Cast
from quizgen.language.tokens import Token
from quizgen.model import Article, Block, Source, Span
from tests.language.corpus_bodies import ADDED, BODIES
from tests.language.corpus_cast import ALIASES, NAMES, NO_NAMES, OPEN, REFERENCES, TITLED, TYPES, UNTIED


def read(text: str, title: str = "") -> tuple[ParsedArticle, Cast]:
    """The text as an article of one paragraph, parsed, with its cast."""
    article = Article(Source(id="a", title=title, path="a.txt"), text, (Block("paragraph", Span(0, len(text))),))
    parsed = next(parse([article]))
    return parsed, Cast(parsed)


def last(parsed: ParsedArticle, word: str) -> Token:
    """The last token of the article with that text."""
    return next(t for s in reversed(parsed.sentences) for t in reversed(list(s.tokens)) if t.text == word)


class TestNames:
    @pytest.mark.parametrize(("text", "expected"), NAMES)
    def test_finds_and_types_names(self, text: str, expected: dict[str, str]) -> None:
        """Every name is found without its title or article, and has one type."""
        _, cast = read(text)
        assert {name.text: name.type for name in cast.names} == expected

    @pytest.mark.parametrize(("text", "word"), NO_NAMES)
    def test_leaves_other_capitals_alone(self, text: str, word: str) -> None:
        """Nationalities, days, months and offices are no names."""
        parsed, cast = read(text)
        assert cast.name_at(last(parsed, word)) is None

    @pytest.mark.parametrize(("text", "word", "full"), ALIASES)
    def test_ties_short_forms(self, text: str, word: str, full: str) -> None:
        """Surnames, acronyms and other spellings belong to the full name."""
        parsed, cast = read(text)
        name = cast.name_at(last(parsed, word))
        assert name is not None
        assert name.text == full
        assert len(name.mentions) > 1

    @pytest.mark.parametrize(("text", "word"), UNTIED)
    def test_leaves_shared_surnames_untied(self, text: str, word: str) -> None:
        """A surname of two people, or a known place, is tied to nobody."""
        parsed, cast = read(text)
        name = cast.name_at(last(parsed, word))
        assert name is not None
        assert name.text == word

    def test_points_at_the_fullest_mention(self) -> None:
        """`first` covers the letters of the fullest mention, and all mentions cover letters of the name."""
        text = "Mr Baxter left. Later Helen Baxter came back."
        _, cast = read(text)
        (name,) = cast.names
        assert name.first.of(text) == "Helen Baxter"
        assert [span.of(text) for span in name.mentions] == ["Baxter", "Helen Baxter"]

    def test_knows_gender(self) -> None:
        """A title or a first name tells the gender; a name that both bear tells none."""
        _, cast = read("Mr Haugen met Mary Smith and Leslie Brown.")
        assert {name.text: name.gender for name in cast.names} == {"Haugen": "m", "Mary Smith": "f", "Leslie Brown": ""}


class TestReferences:
    @pytest.mark.parametrize(("text", "word", "wording"), REFERENCES)
    def test_resolves_only_what_is_clear(self, text: str, word: str, wording: str | None) -> None:
        """A pronoun or description is replaced where one antecedent leads, and left alone where none does."""
        parsed, cast = read(text)
        reference = cast.resolve(last(parsed, word))
        assert (reference.wording if reference else None) == wording

    @pytest.mark.parametrize(("title", "text", "word", "wording"), TITLED)
    def test_lets_the_title_decide(self, title: str, text: str, word: str, wording: str | None) -> None:
        """Of several that a surname or a description may stand for, it is the one that the article is about."""
        parsed, cast = read(text, title)
        reference = cast.resolve(last(parsed, word))
        assert (reference.wording if reference else None) == wording

    @pytest.mark.parametrize(("title", "text", "word", "wording"), BODIES)
    def test_finds_the_body_or_post(self, title: str, text: str, word: str, wording: str | None) -> None:
        """A noun for a body or a post is replaced where one alone fits it, and left alone where two or none do."""
        parsed, cast = read(text, title)
        reference = cast.resolve(last(parsed, word))
        assert (reference.wording if reference else None) == wording

    def test_points_at_the_antecedent(self) -> None:
        """The antecedent is a span of the article."""
        text = "Helen Baxter opened the clinic. She treated children."
        parsed, cast = read(text)
        reference = cast.resolve(last(parsed, "She"))
        assert reference is not None
        assert reference.antecedent.of(text) == "Helen Baxter"
        assert reference.type == "person"

    def test_gives_surnames_their_full_name(self) -> None:
        """A surname is worded as the full name; the full name needs no replacement."""
        parsed, cast = read("Helen Baxter left. Baxter came back.")
        surname = cast.resolve(last(parsed, "Baxter"))
        assert surname is not None
        assert surname.wording == "Helen Baxter"
        assert cast.resolve(last(parsed, "Helen")) is None


class TestOpenness:
    @pytest.mark.parametrize(("text", "word", "is_open"), OPEN)
    def test_tells_what_cannot_stand_alone(self, text: str, word: str, is_open: bool) -> None:
        """Pronouns and descriptions that nothing identifies are open; names and full descriptions are not."""
        parsed, cast = read(text)
        assert cast.is_open(last(parsed, word)) is is_open

    @pytest.mark.parametrize(("text", "word", "is_open"), ADDED)
    def test_takes_an_addition_for_no_mark(self, text: str, word: str, is_open: bool) -> None:
        """A clause behind a comma or a time behind the noun leaves a definite as open as it is without."""
        parsed, cast = read(text)
        assert cast.is_open(last(parsed, word)) is is_open

    def test_closes_what_is_resolved(self) -> None:
        """A possessive whose owner is known can stand in a question."""
        parsed, cast = read("Carl Jensen sold his house.")
        assert not cast.is_open(last(parsed, "house"))


class TestTypes:
    @pytest.mark.parametrize(("text", "word", "kind"), TYPES)
    def test_types_common_nouns(self, text: str, word: str, kind: str) -> None:
        """The type of a common noun, a measure or a pronoun is told by its word and what counts it."""
        parsed, cast = read(text)
        assert cast.type_of(last(parsed, word)) == kind

    def test_gives_a_pronoun_the_type_of_what_it_stands_for(self) -> None:
        """A resolved "it" has its antecedent's type."""
        parsed, cast = read("Norway raised its taxes.")
        assert cast.type_of(last(parsed, "its")) == "country"


def test_gazetteers_load_lazily() -> None:
    """Importing the cast reads no word list."""
    code = "from quizgen.language import cast, gazetteer; print(gazetteer._table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
