"""Whatever stands in an article, its letters do nothing on a card but show."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.export.anki import write_anki
from quizgen.export.anki_text import link, plain, tag
from quizgen.model import BLANK, FORMS, Distractor, Form, ItemSet, Part, Question, Quiz, Sentence, Span
from tests.export.user import User
from tests.quizzes import sample_quiz

MARKS = (
    "{{c1::a}}", "{{c2::b::c}}", "{{Question}}", "{{FrontSide}}", "{{#Link}}", "}}", "{{", "::", "<%cloze:Text%>",
    "=<% %>=", "<b>", "</p>", "<script>alert(1)</script>", "<img src=a.png>", "<!--", "-->", "&lt;", "&#123;", "&",
    '"', "'", "[latex]", "[/latex]", "[$]x[/$]", "\\(x\\)", "\\[", "\\", "[sound:a.mp3]", "[anki:play:q:0]",
    "[[type:Answer]]", "\x1f", "\x00", "\r\n", "\r", "\u2028", "\u202e", "كاظمي", "習近平", "%s", "_",
)  # fmt: skip
# Anki itself sets letters in their composed form (NFC), so only such text can be compared.
WORDS = st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=8)
HOSTILE = st.lists(st.sampled_from(MARKS) | WORDS, min_size=1, max_size=5).map("".join).map(lambda t: f"x{t}x")
# What our own templates and fields are made of.
OWN = {
    "style", "article", "p", "hr", "section", "blockquote", "mark", "ol", "li", "bdi", "a", "span", "b", "label",
    "input", "details", "summary",
}  # fmt: skip


def question(form: Form, stem: str, key: str, other: str, number: int) -> Question:
    """A question that has hostile letters wherever letters of an article can be; of a statement, in its correction."""
    base = sample_quiz().questions[0]
    text = f"{other}{key}{stem}"
    source = replace(base.source, title=other, publisher=other, url=f"https://example.org/{other}")
    sentence = Sentence(source.id, 0, Span(0, len(text)), text)
    support = replace(base.support[0], source=source, sentence=sentence)
    return replace(
        base,
        id=f"hostile {number}",
        form=form,
        stem=f"{stem.replace(BLANK, '')} {BLANK}" if form == "cloze" else stem,
        key="False" if form == "true-false" else key,
        correction=key if form == "true-false" else "",
        before=sentence,
        after=sentence,
        topics=(other,),
        key_span=Span(len(other), len(other) + len(key)),
        fact=replace(base.fact, sentence=sentence),
        source=source,
        context=other,
        options=(key, f"{other} no"),
        distractors=(Distractor(f"{other} no", "by hand"),),
        accepted=(other,),
        derived=other,
        support=(support,),
    )


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    """One user who is given all the decks, one after the other."""
    user = User(tmp_path_factory.mktemp("hostile"))
    yield user
    user.collection.close()


NUMBERS = count()


def shown(text: str) -> str:
    """The text as a page shows it, but for what Anki cannot hold."""
    return BeautifulSoup(plain(text), "html.parser").get_text()


class TestHostileText:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(form=st.sampled_from(FORMS), stem=HOSTILE, key=HOSTILE, other=HOSTILE)
    def test_letters_of_articles_only_show(
        self, user: User, tmp_path: Path, form: Form, stem: str, key: str, other: str
    ) -> None:
        """One note, one card; no element that is not ours; the letters stand on the card as they are."""
        asked = question(form, stem, key, other, next(NUMBERS))
        write_anki(Quiz(f"Hostile {other}", (asked,)), tmp_path / f"{asked.id}.apkg")
        assert user.imports(tmp_path / f"{asked.id}.apkg") == {"new": 1}
        (number,) = user.collection.find_cards(f"nid:{user.new[0]}")
        card = user.collection.get_card(number)
        for side in (card.question(), card.answer()):
            assert {element.name for element in BeautifulSoup(side, "html.parser")(True)} <= OWN
        assert not card.question_av_tags()
        assert not card.answer_av_tags()
        page = BeautifulSoup(card.answer(), "html.parser")
        answer, quoted, context = (page.select_one(css) for css in (".answer", ".source blockquote", ".context"))
        assert answer is not None
        assert quoted is not None
        assert context is not None
        assert answer.get_text() == shown(asked.key)
        if form == "true-false":
            assert page.select(".correction")[0].get_text() == f"The source says “{shown(key)}”."
        assert quoted.get_text() == shown(f"{other}{key}{stem}")
        assert context.get_text() == shown(other)

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(stem=HOSTILE, key=HOSTILE, other=HOSTILE)
    def test_letters_of_events_only_show(self, user: User, tmp_path: Path, stem: str, key: str, other: str) -> None:
        """The same of an ordering: events, times and sentences."""
        asked = question("short-answer", stem, key, other, next(NUMBERS))
        part = Part(other, key, asked.key_span, asked.fact, asked.source)
        items = ItemSet(asked.id, "ordering", stem, (part, part), (1, 0), other)
        write_anki(Quiz(other, (), sets=(items,)), tmp_path / f"{asked.id}.apkg")
        assert user.imports(tmp_path / f"{asked.id}.apkg") == {"new": 1}
        card = user.collection.get_card(user.collection.find_cards(f"nid:{user.new[0]}")[0])
        for side in (card.question(), card.answer()):
            assert {element.name for element in BeautifulSoup(side, "html.parser")(True)} <= OWN
        page = BeautifulSoup(card.answer(), "html.parser")
        assert [line.get_text() for line in page.select(".when")] == [shown(key)] * 2
        assert [line.get_text() for line in page.select(".order mark")] == [shown(key)] * 2

    @settings(deadline=None)
    @given(text=HOSTILE | st.text())
    def test_plain_text_reads_back_as_it_was(self, text: str) -> None:
        """Nothing in a field opens a mark of Anki's, and a page shows each letter."""
        escaped = plain(text)
        assert not any(mark in escaped for mark in ("{", "}", "[", "\\", "<", ">", "::", "\x1f", "\x00"))
        assert len(BeautifulSoup(f"<p>{escaped}</p>", "html.parser").get_text()) == len(text)


class TestTag:
    @settings(deadline=None)
    @given(name=st.text())
    def test_a_tag_is_one_word_and_one_step(self, name: str) -> None:
        """Anki reads a space as the end of a tag, and `::` as a step down."""
        assert len(tag(name).split()) == 1
        assert ":" not in tag(name)


class TestLink:
    @pytest.mark.parametrize(
        "url",
        [None, "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://", "http://[x", "a"],
    )
    def test_what_is_no_web_address_is_no_link(self, url: str | None) -> None:
        """It is left out."""
        assert link(url) == ""

    def test_an_address_stays_in_its_quotes(self) -> None:
        """Marks, quotes and spaces are written in the way of addresses."""
        assert link('https://example.org/Łódź?q="{{c1::x}}"&[a]\\') == (
            "https://example.org/%C5%81%C3%B3d%C5%BA?q=%22%7B%7Bc1::x%7D%7D%22&amp;%5Ba%5D%5C"
        )
