from training.conllu import parse_conllu

TEXT = """\
# newdoc id = made-up
# newpar
# sent_id = made-up-1
1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t3\tnsubj:outer\t_\t_
2-3\tdoesn’t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux:pass\t_\t_
3\tn’t\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
4\tsay\tsay\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
4.1\tso\tso\tADV\tRB\t_\t_\t_\t4:advmod\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = made-up-2
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
""".splitlines()


class TestParseConllu:
    def test_sentences(self) -> None:
        """Blank lines part the sentences, and each knows its document and whether it opens a paragraph."""
        first, second = parse_conllu(TEXT)
        assert (first.sent_id, first.document, first.opens_paragraph) == ("made-up-1", "made-up", True)
        assert (second.sent_id, second.document, second.opens_paragraph) == ("made-up-2", "made-up", False)

    def test_empty_nodes(self) -> None:
        """A node of the enhanced graph is no token."""
        first, _ = parse_conllu(TEXT)
        assert [token.form for token in first.tokens] == ["Ann", "does", "n't", "say", "."]

    def test_quotes(self) -> None:
        """A curly apostrophe becomes a straight one, as the package's view of an article has it."""
        first, _ = parse_conllu(TEXT)
        assert first.tokens[2].form == "n't"

    def test_spacing(self) -> None:
        """A multiword token has no space inside and the spacing of its own line behind it."""
        first, _ = parse_conllu(TEXT)
        assert [token.space_after for token in first.tokens] == [True, False, False, False, True]

    def test_heads(self) -> None:
        """Heads are indices into the sentence, and a root is its own head."""
        first, _ = parse_conllu(TEXT)
        assert [token.head for token in first.tokens] == [2, 3, 3, 3, 3]

    def test_rare_subtypes(self) -> None:
        """A relation's subtype is kept where rules ask for it and left out elsewhere."""
        first, _ = parse_conllu(TEXT)
        assert [token.deprel for token in first.tokens] == ["nsubj", "aux:pass", "advmod", "root", "punct"]
