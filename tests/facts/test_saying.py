from __future__ import annotations

import pytest

from quizgen.facts.saying import say
from quizgen.facts.scene import scenes
from quizgen.language import parse
from quizgen.model import Article, Block, Source, Span


def said(text: str, words: str) -> tuple[str, bool]:
    """How the last sentence of the text says these words of it, and whether they lean on their context."""
    source = Source(id="a", title="News of the day", path="a.txt")
    article = Article(source, text, (Block("paragraph", Span(0, len(text))),))
    *_, scene = scenes(next(parse([article])))
    wanted = words.split()
    at = next(i for i in range(len(scene.words)) if [t.text for t in scene.words[i : i + len(wanted)]] == wanted)
    wording, _, is_open = say(scene, scene.words[at : at + len(wanted)])
    return wording, is_open


class TestSay:
    @pytest.mark.parametrize(
        ("text", "words", "is_open"),
        [
            ("Anna Berg defended the law that bans chemical weapons.", "the law that bans chemical weapons", False),
            ("Anna Berg defended the law that bans chemical weapons.", "the law", True),
            ("Anna Berg met the 90 people evacuated from Oslo.", "the 90 people", False),
        ],
    )
    def test_judges_a_definite_by_the_words_said(self, text: str, words: str, is_open: bool) -> None:
        """What is cut off behind a definite makes it known to nobody; a counted one says how many."""
        assert said(text, words)[1] is is_open

    def test_says_a_nickname_without_its_marks(self) -> None:
        """A surname stands for the full name, whose nickname is said without quotation marks."""
        wording, is_open = said('Mayor Teresa "Terry" Wolska spoke. Wolska had 18,204 votes.', "Wolska")
        assert (wording, is_open) == ("Teresa Terry Wolska", False)

    def test_says_whose_ministry_it_is(self) -> None:
        """What the country of the article has one of is said with the country."""
        text = "The mines of Norway closed. The energy ministry gave no reason."
        wording, is_open = said(text, "The energy ministry")
        assert (wording, is_open) == ("Norway's energy ministry", False)
