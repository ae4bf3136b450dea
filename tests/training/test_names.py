import pytest

from training import names
from training.conllu import Sentence, Token


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "countries", lambda: frozenset({"France"}))
    monkeypatch.setattr(names, "places", lambda: frozenset({"France", "Paris"}))


def sentence(*rows: tuple[str, str, int, str, str]) -> Sentence:
    """A sentence from form, Penn tag, head (from 1, 0 at the root), relation and mentions."""
    return Sentence(
        [
            Token(
                form,
                form,
                "X",
                tag,
                "_",
                head - 1 if head else i,
                relation,
                {"Entity": entity} if entity else {},
            )
            for i, (form, tag, head, relation, entity) in enumerate(rows)
        ],
        document="made-up",
    )


class TestGumLabels:
    def test_title_is_no_part_of_a_name(self) -> None:
        """A person's name leaves out the title before it and the clause after it."""
        given = sentence(
            ("President", "NNP", 2, "nmod:desc", "(1-person-new"),
            ("Ann", "NNP", 5, "nsubj", ""),
            ("Lee", "NNP", 2, "flat", ""),
            ("there", "RB", 2, "advmod", "1)"),
            ("spoke", "VBD", 0, "root", ""),
        )
        assert names.gum_labels([given]) == [["O", "B-PER", "I-PER", "O", "O"]]

    def test_organization_with_of(self) -> None:
        """A name goes on through `of` but leaves out the article before it."""
        given = sentence(
            ("the", "DT", 2, "det", "(1-organization-new"),
            ("Bank", "NNP", 0, "root", ""),
            ("of", "IN", 4, "case", ""),
            ("Wales", "NNP", 2, "nmod", "(2-place-new)1)"),
        )
        assert names.gum_labels([given]) == [["O", "B-ORG", "I-ORG", "I-ORG"]]

    def test_common_noun(self) -> None:
        """A mention whose head is a common noun is no name."""
        given = sentence(("the", "DT", 2, "det", "(1-person-new"), ("teacher", "NN", 0, "root", "1)"))
        assert names.gum_labels([given]) == [["O", "O"]]

    def test_country_that_acts(self) -> None:
        """A country is a place even where the corpus has it act as an organization."""
        assert names.gum_labels([sentence(("France", "NNP", 0, "root", "(1-organization-new)"))]) == [
            ["B-LOC"]
        ]


class TestSilverLabels:
    def test_person(self) -> None:
        """A name with flat parts is a person, and so is its last word later in the document."""
        full = sentence(
            ("Ann", "NNP", 3, "nsubj", ""), ("Lee", "NNP", 1, "flat", ""), ("spoke", "VBD", 0, "root", "")
        )
        short = sentence(("Lee", "NNP", 2, "nsubj", ""), ("left", "VBD", 0, "root", ""))
        assert [row[0] for row in names.silver_labels([full, short])] == ["B-PER", "B-PER"]

    def test_doubt_is_left_open(self) -> None:
        """A proper noun that nothing tells the type of is unknown, and so are the words beside it."""
        given = sentence(
            ("Zorb", "NNP", 2, "nsubj", ""),
            ("grew", "VBD", 0, "root", ""),
            ("very", "RB", 4, "advmod", ""),
            ("fast", "RB", 2, "advmod", ""),
        )
        assert names.silver_labels([given]) == [["-", "-", "O", "O"]]

    def test_lists_and_head_words(self) -> None:
        """A listed place is a place, and a name that ends in a word such as `University` an organization."""
        given = sentence(
            ("Zorb", "NNP", 2, "compound", ""),
            ("University", "NNP", 0, "root", ""),
            ("in", "IN", 4, "case", ""),
            ("Paris", "NNP", 2, "nmod", ""),
        )
        labels = names.silver_labels([given])[0]
        assert [labels[0], labels[1], labels[3]] == ["B-ORG", "I-ORG", "B-LOC"]
