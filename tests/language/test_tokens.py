"""The records of a parsed paragraph say what spaCy's own tokens say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language import pipeline
from quizgen.language.tokens import Token, features, plain, tree

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

TEXTS = (
    "Norway sent two ships to Malta. The crews, who had trained in Bergen, arrived on 4 May.",
    '"We will not leave," the minister told reporters in Oslo, "until they are found."',
    "It rained.",
)
SAME = (
    "i idx text text_with_ws lower_ lemma_ tag_ pos_ dep_ ent_type_ whitespace_ is_punct is_alpha is_digit is_title "
    "is_upper like_num is_sent_start"
).split()


@cache
def parsed(text: str) -> SpacyDoc:
    """The text as spaCy has it."""
    return pipeline()(text)


def word(i: int, text: str = "x") -> Token:
    """A word of no kind."""
    return Token(i, 2 * i, text, text, " ", False, False, "", "NN", "NOUN", text, {}, "dep")


@st.composite
def hangings(draw: st.DrawFn) -> list[int]:
    """The heads of some trees: each word hangs on itself, or on one that was hung before it, in any order."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [0] * len(order)
    for place, i in enumerate(order):
        heads[i] = draw(st.sampled_from([i, *order[:place]]))
    return heads


@pytest.mark.parametrize("text", TEXTS)
class TestPlain:
    @pytest.mark.parametrize("name", SAME)
    def test_what_a_word_is(self, text: str, name: str) -> None:
        """Letters, tags, labels and signs are those of spaCy's token."""
        doc = parsed(text)
        assert [getattr(token, name) for token in plain(doc)] == [getattr(token, name) for token in doc]

    @pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
    def test_where_a_word_hangs(self, text: str, name: str) -> None:
        """Head and edges are those of spaCy's token."""
        doc = parsed(text)
        assert [getattr(token, name).i for token in plain(doc)] == [getattr(token, name).i for token in doc]

    @pytest.mark.parametrize("name", ["lefts", "rights", "children", "subtree", "ancestors", "sent"])
    def test_what_is_around_a_word(self, text: str, name: str) -> None:
        """What hangs on a word, what it hangs on, and its sentence come in spaCy's order."""
        doc = parsed(text)
        ours = [[other.i for other in getattr(token, name)] for token in plain(doc)]
        assert ours == [[other.i for other in getattr(token, name)] for token in doc]

    def test_features(self, text: str) -> None:
        """The features of a word are those of spaCy's token, each with its values."""
        doc = parsed(text)
        for ours, token in zip(plain(doc), doc, strict=True):
            assert {name: ",".join(values) for name, values in ours.morph.items()} == token.morph.to_dict()

    def test_letters(self, text: str) -> None:
        """A doc has all its letters, and some of its tokens have theirs."""
        doc = parsed(text)
        assert plain(doc).text == doc.text
        assert plain(doc).span(1, 3).text == doc[1:3].text


class TestTree:
    @given(hangings())
    def test_edges_and_order(self, heads: list[int]) -> None:
        """Whatever hangs below a word lies between its edges, and each of its children beneath it."""
        doc = tree([word(i) for i in range(len(heads))], heads)
        for token in doc:
            below = {other.i for other in doc if token is other or token.is_ancestor(other)}
            assert {other.i for other in token.subtree} == below
            assert (token.left_edge.i, token.right_edge.i) == (min(below), max(below))
            assert token.children == tuple(other for other in doc if other.head is token and other is not token)

    @given(hangings())
    def test_sentences(self, heads: list[int]) -> None:
        """Each word stands in one sentence, and each sentence begins where a tree does."""
        doc = tree([word(i) for i in range(len(heads))], heads)
        edges = {token.left_edge.i for token in doc if token.head is token}
        assert {token.sent.start for token in doc} == edges == {token.i for token in doc if token.is_sent_start}
        assert all(token.sent.start <= token.i < token.sent.end for token in doc)

    def test_neighbours(self) -> None:
        """A word's neighbour may be asked for up to the ends of the doc, and not beyond them."""
        doc = tree([word(0, "it"), word(1, "rained")], [1, 1])
        assert doc[0].nbor(1) is doc[1]
        for token, step in ((doc[0], -1), (doc[1], 1)):
            with pytest.raises(IndexError):
                token.nbor(step)


def test_features_of_a_word_without_any() -> None:
    """A word without features has none."""
    assert features("") == {}
