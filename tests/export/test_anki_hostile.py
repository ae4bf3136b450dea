"""Whatever stands in an article, its letters do nothing on a card but show."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.cli import main
from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from quizgen.export.anki_text import link, plain, tag
from quizgen.model import FORMS, Form, Quiz
from quizgen.trace import check, records
from tests.export.hostile import HOSTILE, NUMBERS, faults, ordering, question
from tests.export.user import User

if TYPE_CHECKING:
    from anki.decks import DeckId

# Sentences of which questions are made, with places for what does not belong there.
FRAMES = (
    "President Amara {0} visited Port {1} on Saturday.",
    "A flood in the {0} valley killed four people and injured at least 27 others, the police of {1} said.",
    "“{0} is ours,” Anna Berg said in {1} on 3 May 2021.",
    "The {0} Space Agency (ESA) has spent 40 million euros on {1} since 2019.",
    "Anna Berg, the chief executive of {0}, resigned in January 2023 because of {1}.",
)


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    """One user who is given all the decks, one after the other."""
    user = User(tmp_path_factory.mktemp("hostile"))
    yield user
    user.collection.close()


def shown(text: str) -> str:
    """The text as a page shows it, but for what Anki cannot hold."""
    return BeautifulSoup(plain(text), "html.parser").get_text()


def collected_faults(user: User) -> Iterator[str]:
    """All that is not ours in what the last import brought: cards, tags, and the names and descriptions of decks."""
    for number in user.found:
        note = user.collection.get_note(number)
        names = [name.split("::") for name in note.tags]
        yield from (f"the tag {steps}" for steps in names if steps[0] != "quizgen" or not all(map(_is_plain, steps)))
        for card in note.cards():
            for side in (card.question(), card.answer()):
                yield from faults(side)
            yield from (f"a sound: {sound}" for sound in (*card.question_av_tags(), *card.answer_av_tags()))
            yield from _deck_faults(user, card.did)


def _imported(user: User, folder: Path, quiz: Quiz, layout: Layout) -> BeautifulSoup:
    """The back of the only card of a quiz that the user imported, after a look at all that came with it."""
    deck = folder / "deck.apkg"
    deck.unlink(missing_ok=True)
    write_anki(quiz, deck, layout=layout)
    assert user.imports(deck) == {"new": 1}
    assert list(collected_faults(user)) == []
    (card,) = user.collection.get_note(user.new[0]).cards()
    return BeautifulSoup(card.answer(), "html.parser")


def _deck_faults(user: User, number: DeckId) -> Iterator[str]:
    decks = user.collection.decks
    steps = decks.name(number).split("::")
    if len(steps) > 2 or not all(map(_is_plain, steps)):
        yield f"the deck {steps}"
    for deck in (decks.get(number), *decks.parents(number)):
        yield from faults(_apart(deck["desc"] if deck else ""))


def _apart(html: str) -> str:
    """HTML that is no card's, in an element in which TeX is not looked for."""
    return f'<div class="tex2jax_ignore mathjax_ignore">{html}</div>'


def _is_plain(name: str) -> bool:
    """Whether nothing in a name of a deck or a tag steers what is around it."""
    turns = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
    return bool(name) and not set(name) & turns and all(unicodedata.category(c) not in ("Cc", "Cs") for c in name)


LAYOUTS = st.builds(Layout, st.booleans(), st.sampled_from(("none", "by-article", "by-kind")), HOSTILE | st.just(""))


class TestQuestions:
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(form=st.sampled_from(FORMS), stem=HOSTILE, key=HOSTILE, other=HOSTILE, layout=LAYOUTS)
    def test_letters_of_articles_only_show(
        self, user: User, tmp_path: Path, form: Form, stem: str, key: str, other: str, layout: Layout
    ) -> None:
        """One note, one card; nothing on it that is not ours; the letters stand on it as they are."""
        asked = question(form, stem, key, other, next(NUMBERS))
        page = _imported(user, tmp_path, Quiz(f"Hostile {other}", (asked,), (asked.source,)), layout)
        sentence = f"{other}{key}{stem}"
        for place, text in ((".answer", asked.key), (".source blockquote", sentence), (".context", other)):
            assert [element.get_text() for element in page.select(place)] == [shown(text)]
        correction = [f"The source says “{shown(other)}”."] if form == "true-false" else []
        assert [element.get_text() for element in page.select(".correction")] == correction

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(stem=HOSTILE, key=HOSTILE, other=HOSTILE, layout=LAYOUTS)
    def test_letters_of_events_only_show(
        self, user: User, tmp_path: Path, stem: str, key: str, other: str, layout: Layout
    ) -> None:
        """The same of an ordering: events, times and sentences."""
        items = ordering(stem, key, other, next(NUMBERS))
        page = _imported(user, tmp_path, Quiz(other, (), sets=(items,)), layout)
        assert [line.get_text() for line in page.select(".when")] == [shown(key)] * 2
        assert [line.get_text() for line in page.select(".order mark")] == [shown(key)] * 2

    @settings(deadline=None)
    @given(text=HOSTILE | st.text())
    def test_plain_text_reads_back_as_it_was(self, text: str) -> None:
        """Nothing in a field opens a mark of Anki's, and a page shows each letter."""
        escaped = plain(text)
        assert not any(mark in escaped for mark in ("{", "}", "[", "\\", "<", ">", "::", '"', "'", "\x1f", "\x00"))
        assert len(BeautifulSoup(f"<p>{escaped}</p>", "html.parser").get_text()) == len(text)
        escaped.encode()


class TestWholeWay:
    # making an example smaller would read hundreds of articles anew
    @settings(
        max_examples=15,
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(texts=st.lists(HOSTILE, min_size=16, max_size=16))
    def test_from_the_article_s_file_to_the_card(self, user: User, tmp_path: Path, texts: list[str]) -> None:
        """Front matter, file name, text and title of a deck may hold anything; every card of it is harmless."""
        article, deck = _article(tmp_path, texts), tmp_path / "deck.apkg"
        said = CliRunner().invoke(
            main, ["anki", str(article), "-o", str(deck), "--density", "9", "--title", texts[0], "--json"]
        )
        article.unlink()
        assert said.exit_code == 0, said.output
        log = user.imports(deck)
        deck.unlink()
        assert "conflicting" not in log
        assert len(user.found) == sum(log.values()) >= sum(json.loads(said.stdout)["questions"].values()) > 0
        assert list(collected_faults(user)) == []

    def test_what_is_asked_holds_the_hostile_letters(self, user: User, tmp_path: Path) -> None:
        """The way above is no detour around them: they stand on cards, in questions and in sources."""
        article, deck = tmp_path / "a.txt", tmp_path / "a.apkg"
        hostile = "<b>Diallo</b>", 'x"onclick="y'
        article.write_text("\n\n".join(frame.format(*hostile) for frame in FRAMES), encoding="utf-8")
        assert CliRunner().invoke(main, ["anki", str(article), "-o", str(deck), "--density", "9"]).exit_code == 0
        user.imports(deck)
        fields = [user.collection.get_note(number).items() for number in user.new]
        held = {name for note in fields for name, value in note if "onclick" in value}
        assert {"Question", "Source"} <= held
        assert list(collected_faults(user)) == []

    def test_no_file_is_looked_for(self, user: User) -> None:
        """Among all of the above there is no name of a file that Anki would miss in its folder of media."""
        report = user.collection.media.check()
        assert not report.missing
        assert not user.collection.get_empty_cards().notes


def _article(folder: Path, texts: list[str]) -> Path:
    """An article's file with the texts in its name, its front matter and its sentences."""
    values = dict(zip(("title", "publisher", "author"), texts[1:4], strict=True))
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    name, *letters = (text.encode("utf-8", "replace").decode().replace("\0", "") for text in texts[4:])
    body = "\n\n".join(frame.format(*letters[2 * n :]) for n, frame in enumerate(FRAMES))
    path = folder / f"{name.replace('/', '')[:60]}.txt"
    path.write_text(
        f"---\n{front}published: 2021-05-04\nurl: https://e.example/\n---\n{body}\n\nThe town of Seeheim counted "
        "1,200 votes on 3 May 2021.\n" + "\n" * 40_000,  # so that control characters are too few for a binary file
        encoding="utf-8",
    )
    return path


class TestDecks:
    @pytest.mark.parametrize(
        ("name", "title", "deck"),
        [
            ("News:", ":Rain::", "News::Rain"), ("a:::b", "c ::: d", "a:b::c : d"), ("::", " ", "Untitled::Untitled"),
            ("\ud800News\x00", "\u202eRain\n", "News::Rain"),
        ],
    )  # fmt: skip
    def test_a_name_is_one_deck(self, user: User, tmp_path: Path, name: str, title: str, deck: str) -> None:
        """And an article's is one below it, whatever colons they begin or end with."""
        asked = question("short-answer", "Where?", "Sella", "In ", next(NUMBERS))
        asked = replace(asked, source=replace(asked.source, title=title))
        _imported(user, tmp_path, Quiz("Quiz", (asked,)), Layout(subdecks="by-article", name=name))
        (card,) = user.collection.get_note(user.new[0]).cards()
        assert user.collection.decks.name(card.did) == deck


class TestSpaces:
    @pytest.mark.parametrize("space", ["\x1c", "\x1f", "\x0b", "\x0c", "\x85", "\u2028", "\u2003", "\u00a0", "\n"])
    def test_an_answer_with_odd_white_space_stands_in_its_source(self, tmp_path: Path, space: str) -> None:
        """Our wordings have a space for it; so has the card, also where Anki cannot hold it, and the deck is traced."""
        asked = question("short-answer", "Where?", f"Port{space}Sella", "In ", 0)
        shown = replace(asked, key="Port Sella")
        write_anki(Quiz("Spaces", (shown,), (shown.source,)), tmp_path / "deck.apkg")
        (verdict,) = check(records(tmp_path / "deck.apkg"), {asked.source.id: asked.fact.sentence.text})
        assert verdict.ok, verdict.reason


class TestTag:
    @settings(deadline=None)
    @given(name=HOSTILE | st.text())
    def test_a_tag_is_one_word_and_one_step(self, name: str) -> None:
        """Anki reads a space as the end of a tag, and `::` as a step down."""
        assert len(tag(name).split()) == 1
        assert ":" not in tag(name)
        assert _is_plain(tag(name))


class TestLink:
    @pytest.mark.parametrize(
        "url",
        [
            None, "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://", "http://[x", "a",
            "//evil.example/x", "HTTPS:evil", "javascript://e.example/%0aalert(1)", "file://e.example/etc/passwd",
            " javascript:alert(1)", "java\nscript:alert(1)", "vbscript:x",
        ],
    )  # fmt: skip
    def test_what_is_no_web_address_is_no_link(self, url: str | None) -> None:
        """It is left out."""
        assert link(url) == ""

    def test_an_address_stays_in_its_quotes(self) -> None:
        """Marks, quotes and spaces are written in the way of addresses."""
        assert link('https://example.org/Łódź?q="{{c1::x}}"&[a]\\') == (
            "https://example.org/%C5%81%C3%B3d%C5%BA?q=%22%7B%7Bc1::x%7D%7D%22&amp;%5Ba%5D%5C"
        )

    @settings(deadline=None)
    @given(rest=HOSTILE | st.text())
    def test_whatever_follows_the_host_is_part_of_the_address(self, rest: str) -> None:
        """A link is a web address in its quotes, or there is none."""
        assert list(faults(_apart(f'<a href="{link("https://e.example/" + rest)}">x</a>'))) == []
