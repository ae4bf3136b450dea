import random

from spacy.vocab import Vocab

from training.conllu import Token
from training.convert import make_doc
from training.corpus import collect_names, rewrite, swap_names

TOKENS = [
    Token("Ann", "Ann", "PROPN", "NNP", "Number=Sing", 1, "nsubj"),
    Token("slept", "sleep", "VERB", "VBD", "Tense=Past|VerbForm=Fin", 1, "root", space_after=False),
    Token(".", ".", "PUNCT", ".", "_", 1, "punct", space_after=False),
]


class TestMakeDoc:
    def test_annotation(self) -> None:
        """Text, tags, features, lemmas and tree come out as they went in."""
        doc = make_doc(Vocab(), TOKENS, ["B-PER", "O", "O"])
        assert doc.text == "Ann slept."
        assert [(t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i) for t in doc] == [
            ("NNP", "PROPN", "Ann", "nsubj", 1),
            ("VBD", "VERB", "sleep", "ROOT", 1),
            (".", "PUNCT", ".", "punct", 1),
        ]
        assert str(doc[1].morph) == "Tense=Past|VerbForm=Fin"

    def test_unknown_names(self) -> None:
        """A token of unknown label is neither a name nor none."""
        doc = make_doc(Vocab(), TOKENS, ["-", "O", "O"])
        assert [token.ent_iob for token in doc] == [0, 2, 2]
        assert not doc.ents


class TestSwapNames:
    def test_same_type_and_length(self) -> None:
        """A name gives way to one of its type and length; its lemma follows, the tree stays."""
        doc = make_doc(Vocab(), TOKENS, ["B-PER", "O", "O"])
        swapped = swap_names(doc, {("PER", 1): [("Bob",)], ("LOC", 1): [("Rome",)]}, random.Random(0))
        assert (swapped.text, swapped.ents[0].label_, swapped[0].lemma_) == ("Bob slept.", "PER", "Bob")
        assert [token.head.i for token in swapped] == [1, 1, 1]


class TestRewrite:
    def test_common_words_keep_their_lemma(self) -> None:
        """A word in capitals has the lemma that it had."""
        doc = make_doc(Vocab(), TOKENS, ["B-PER", "O", "O"])
        assert [token.lemma_ for token in rewrite(doc, ["ANN", "SLEPT", "."])][1] == "sleep"


class TestCollectNames:
    def test_capitalised_words_alone(self) -> None:
        """Names are kept by type and length, as often as they occur; those with digits and signs are not."""
        doc = make_doc(Vocab(), TOKENS, ["B-PER", "O", "O"])
        names = collect_names([doc, doc], [("LOC", ("New", "York")), ("ORG", ("3M",))])
        assert names == {("PER", 1): [("Ann",), ("Ann",)], ("LOC", 2): [("New", "York")]}
