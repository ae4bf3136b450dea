from training.columns import guess_spaces, hide_handles, parse_columns, plain_labels


class TestParseColumns:
    def test_sentences(self) -> None:
        """Each blank line ends a sentence of words and labels."""
        lines = ["Ann\tB-PER", "left\tO", "", "Yes\tO"]
        assert list(parse_columns(lines, "\t")) == [[("Ann", "B-PER"), ("left", "O")], [("Yes", "O")]]


class TestPlainLabels:
    def test_bare_inside_opens_a_name(self) -> None:
        """The older scheme opens a name with `I-`."""
        assert plain_labels(["O", "I-PER", "I-PER", "I-LOC"]) == ["O", "B-PER", "I-PER", "B-LOC"]

    def test_other_types(self) -> None:
        """Types beside the three are no names, and vague ones are unknown."""
        assert plain_labels(["B-product", "B-corporation", "B-group"]) == ["O", "B-ORG", "-"]


class TestHideHandles:
    def test_handles_are_unknown(self) -> None:
        """Handles and tags, and what goes on from them, count neither as names nor as none."""
        words = ["@", "ann", "met", "#Bob", "Lee", "Cy"]
        labels = ["B-PER", "I-PER", "O", "B-PER", "I-PER", "B-PER"]
        assert hide_handles(words, labels) == ["-", "-", "O", "-", "-", "B-PER"]


class TestGuessSpaces:
    def test_punctuation(self) -> None:
        """Punctuation stands close to its word, and nothing follows the last one."""
        assert guess_spaces(["Ann", "'s", "(", "old", ")", "car", "."]) == [
            False,
            True,
            False,
            False,
            True,
            False,
            False,
        ]
