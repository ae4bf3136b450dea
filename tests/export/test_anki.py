"""Decks as a user's own Anki takes them: through the official backend, with its default choices."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from quizgen.errors import WriteError
from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from quizgen.model import BLANK, ItemSet, Question, Quiz
from tests.export.forms import every_form, ordering
from tests.export.user import User, letters
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
FORMS = every_form()


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user with an empty collection."""
    user = User(tmp_path)
    yield user
    user.collection.close()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[User, dict[str, int]]]:
    """A user who has imported the sample quiz, and what the import said."""
    folder = tmp_path_factory.mktemp("imported")
    write_anki(QUIZ, folder / "deck.apkg")
    user = User(folder)
    yield user, user.imports(folder / "deck.apkg")
    user.collection.close()


class TestImport:
    def test_every_note_is_new_and_has_one_card(self, imported: tuple[User, dict[str, int]]) -> None:
        """None is lost, none conflicts, and Anki finds no empty card."""
        user, log = imported
        assert log == {"new": len(QUIZ.questions)}
        assert len(user.cards()) == len(QUIZ.questions)
        assert not user.collection.get_empty_cards().notes

    def test_cards_come_up_in_the_quiz_s_order(self, imported: tuple[User, dict[str, int]]) -> None:
        """Each shows its question on the front, and not its answer or its source."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            front = letters(card.question())
            assert front.startswith(question.context)
            before, _, after = question.stem.partition(BLANK)
            assert letters_of(before) in front
            assert letters_of(after) in front
            assert letters_of(question.fact.sentence.text) not in front

    def test_backs_show_answer_and_source(self, imported: tuple[User, dict[str, int]]) -> None:
        """The whole sentence stands there, its answer marked, with where it is from and who else says so."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            page = BeautifulSoup(card.answer(), "html.parser")
            answer, quoted = page.select_one(".answer"), page.select_one(".source blockquote")
            assert answer is not None
            assert answer.get_text() == question.key
            assert quoted is not None
            assert quoted.get_text() == question.fact.sentence.text
            assert [mark.get_text() for mark in quoted("mark")] == [
                question.fact.sentence.text[
                    question.key_span.start - question.fact.sentence.span.start : question.key_span.end
                    - question.fact.sentence.span.start
                ]
            ]
            shown = letters(card.answer())
            assert letters_of(question.source.title) in shown
            assert letters_of(question.derived) in shown
            assert all(letters_of(one) in shown for one in question.accepted)
            assert all(letters_of(support.sentence.text) in shown for support in question.support)

    def test_a_date_says_where_it_is_from(self, imported: tuple[User, dict[str, int]]) -> None:
        """Stated, inferred and unknown dates look different."""
        user, _ = imported
        lines = [BeautifulSoup(card.answer(), "html.parser").select_one(".publication") for card in user.cards()]
        shown = {line.get_text() for line in lines if line is not None}
        assert shown == {
            "Reuters · 16 February 2021",
            "Gazeta Łódzka · 4 March 2021 (date inferred from the text)",
            "Undated",
        }

    def test_sources_that_agree_are_counted(self, imported: tuple[User, dict[str, int]]) -> None:
        """The first question has a second source."""
        user, _ = imported
        assert "2 sources agree The alliance wants" in letters(user.cards()[0].answer())

    def test_a_name_in_place_of_a_pronoun_is_explained(self, imported: tuple[User, dict[str, int]]) -> None:
        """A reader sees why the marked word is not the answer's."""
        user, _ = imported
        assert "“He” stands for Jens Stoltenberg" in letters(user.cards()[4].answer())

    def test_only_web_addresses_become_links(self, imported: tuple[User, dict[str, int]]) -> None:
        """And the one there is, behind its title, points where it should."""
        user, _ = imported
        pages = [BeautifulSoup(card.answer(), "html.parser") for card in user.cards()]
        links = {str(link["href"]): link.get_text() for page in pages for link in page("a")}
        assert links == {"https://example.org/nato?a=1&b=2": "Nato ministers set to boost Iraq mission"}

    def test_multiple_choice_shows_options_and_marks_the_right_one(self, imported: tuple[User, dict[str, int]]) -> None:
        """Lettered lines in the question's own order; those of the front can be tapped, and the list knows its key."""
        user, _ = imported
        for card, question in zip(user.cards(), QUIZ.questions, strict=True):
            if question.form == "multiple-choice":
                front, back = (BeautifulSoup(side, "html.parser") for side in (card.question(), card.answer()))
                for page in (front, back):
                    assert [line.get_text() for line in page.select(".line > span")] == list(question.options)
                    letters_shown = [line.get_text() for line in page.select(".line > b")]
                    assert letters_shown == list("ABCDEF"[: len(question.options)])
                    key = page.select_one(f".options.key-{'ABCDEF'[question.options.index(question.key)]}")
                    assert key is not None
                assert len(front.select("label.tappable > input[type=radio]")) == len(question.options)
                assert not back.select("input")

    def test_nothing_is_left_to_media_or_latex(self, imported: tuple[User, dict[str, int]]) -> None:
        """No field refers to a file, so Anki's media check finds none missing."""
        user, _ = imported
        assert not user.collection.media.check().missing

    def test_every_right_to_left_text_finds_its_own_direction(self, imported: tuple[User, dict[str, int]]) -> None:
        """Whatever shows letters of an article says that its direction is theirs."""
        user, _ = imported
        for card in user.cards():
            for side in (card.question(), card.answer()):
                shown = BeautifulSoup(side, "html.parser").select("article p, article blockquote")
                assert {str(element.get("dir")) for element in shown if element.get("class") != ["agree"]} == {"auto"}

    def test_the_same_file_again_changes_nothing(self, imported: tuple[User, dict[str, int]], tmp_path: Path) -> None:
        """Zero new, zero updated."""
        user, _ = imported
        write_anki(QUIZ, tmp_path / "deck.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {"duplicate": len(QUIZ.questions)}


def letters_of(text: str) -> str:
    """The text with its white space made plain."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """Front and back, as HTML, of the cards of each form."""
    folder = tmp_path_factory.mktemp("forms")
    write_anki(FORMS, folder / "deck.apkg")
    user = User(folder)
    assert user.imports(folder / "deck.apkg") == {"new": len(FORMS.questions) + 1}
    forms = [*(question.form for question in FORMS.questions), "ordering"]
    made: dict[str, list[tuple[str, str]]] = {form: [] for form in forms}
    for form, card in zip(forms, user.cards(), strict=True):
        made[form].append((card.question(), card.answer()))
    user.collection.close()
    return made


class TestForms:
    def test_a_false_statement_is_put_right(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """The front states it and offers both answers; the back says what the source says instead."""
        front, back = cards["true-false"][0]
        assert letters(front).endswith(
            "True or false? Nato has had a non-combat mission in Erbil since October 2018. True False"
        )
        page = BeautifulSoup(back, "html.parser")
        assert [str(one.get_text()) for one in page.select(".answer, .correction, mark")] == [
            "False", "The source says “Baghdad”.", "Baghdad",
        ]  # fmt: skip

    def test_a_true_statement_needs_no_correction(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """Its deciding letters are marked in the source."""
        page = BeautifulSoup(cards["true-false"][1][1], "html.parser")
        assert [one.get_text() for one in page.select(".answer, .correction, mark")] == ["True", "Ankara"]

    def test_what_is_tapped_knows_whether_it_is_right(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """The two answers stand in a list that bears the key's name."""
        page = BeautifulSoup(cards["true-false"][0][0], "html.parser")
        assert [line.get_text() for line in page.select(".key-False label.tappable > input + .line")] == [
            "True", "False",
        ]  # fmt: skip

    def test_an_ordering_shows_its_events_as_they_are_shuffled(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """The front lists the prompts in the set's own order and tells no time."""
        page = BeautifulSoup(cards["ordering"][0][0], "html.parser")
        items = ordering()
        assert [line.get_text() for line in page.select(".events li")] == [
            items.parts[index].prompt for index in items.shown
        ]
        assert not any(part.key in letters(str(page)) for part in items.parts)

    def test_an_ordering_s_back_tells_the_times_and_marks_them(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """The letters in the right order, then each event with its time and its sentence."""
        page = BeautifulSoup(cards["ordering"][0][1], "html.parser")
        answer = page.select_one(".answer")
        assert answer is not None
        assert answer.get_text() == "B → D → A → C"
        shown = [
            tuple(line.select(css)[0].get_text() for css in (".when", ".event", "blockquote", "mark"))
            for line in page.select(".order > li")
        ]
        assert shown == [
            (part.key, f"{letter} {part.prompt}", part.fact.sentence.text, part.fact.slots[0].text)
            for part, letter in zip(ordering().parts, "BDAC", strict=True)
        ]
        assert "Monday → 15 February 2021, from the article’s date" in letters(str(page))

    def test_neighbouring_sentences_are_folded_away(self, cards: dict[str, list[tuple[str, str]]]) -> None:
        """Before the source sentence the one before it, after it the one after; a first sentence has none before."""
        whole, first = (BeautifulSoup(cards["short-answer"][at][1], "html.parser") for at in (0, 1))
        question = FORMS.questions[0]
        assert question.before is not None
        assert question.after is not None
        folded = [details.select("p")[0].get_text() for details in whole.select(".source details:not([open])")]
        assert folded == [question.before.text, question.after.text]
        assert len(first.select("details")) == 1

    def test_matching_sets_make_no_cards(self, user: User, tmp_path: Path) -> None:
        """A list to recite is no card."""
        matching = replace(ordering(), form="matching")
        write_anki(replace(FORMS, sets=(matching,)), tmp_path / "deck.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {"new": len(FORMS.questions)}


class TestOrganisation:
    def test_tags_are_a_tree(self, imported: tuple[User, dict[str, int]]) -> None:
        """By kind, form, source with its publisher above it, and topic."""
        user, _ = imported
        assert set(user.cards()[0].note().tags) == {
            "quizgen::kind::figure",
            "quizgen::form::short-answer",
            "quizgen::source::Reuters::Nato_ministers_set_to_boost_Iraq_mission",
        }

    def test_topics_are_tags(self, user: User, tmp_path: Path) -> None:
        """A set has those of its articles."""
        write_anki(FORMS, tmp_path / "deck.apkg")
        user.imports(tmp_path / "deck.apkg")
        for card in user.cards():
            assert {"quizgen::topic::Nato", "quizgen::topic::Iraq"} <= set(card.note().tags)

    @pytest.mark.parametrize(
        ("subdecks", "decks"),
        [
            ("none", {"Nato and Iraq"}),
            (
                "by-article",
                {
                    "Nato and Iraq::Nato ministers set to boost Iraq mission",
                    "Nato and Iraq::Iraq wants the alliance to stay",
                    "Nato and Iraq::Several articles",
                },
            ),
            (
                "by-kind",
                {f"Nato and Iraq::{kind}" for kind in ("action", "date", "figure", "leadership", "place", "role")}
                | {"Nato and Iraq::ordering"},
            ),
        ],
    )
    def test_cards_are_in_one_deck_or_in_subdecks(
        self, user: User, tmp_path: Path, subdecks: str, decks: set[str]
    ) -> None:
        """As the user wants it."""
        write_anki(FORMS, tmp_path / "deck.apkg", layout=Layout(subdecks=subdecks))  # type: ignore[arg-type]
        user.imports(tmp_path / "deck.apkg")
        assert {user.collection.decks.name(card.did) for card in user.cards()} == decks

    def test_the_deck_says_what_it_is_made_of(self, imported: tuple[User, dict[str, int]]) -> None:
        """Its description names each source, and letters of titles do nothing in it."""
        user, _ = imported
        deck = user.collection.decks.by_name("Sample quiz")
        assert deck is not None
        page = BeautifulSoup(deck["desc"], "html.parser")
        assert [line.get_text().split(" · ")[0] for line in page("li")] == [source.title for source in QUIZ.sources]
        assert {element.name for element in page(True)} == {"p", "ul", "li", "bdi", "a"}
        assert "16 cards on 4 articles, made by quizgen 0.1.0" in page.get_text()

    def test_of_many_sources_the_first_are_listed(self, user: User, tmp_path: Path) -> None:
        """And the others are counted."""
        sources = tuple(replace(QUIZ.sources[0], id=str(n), title=f"Article {n}") for n in range(1, 131))
        write_anki(replace(QUIZ, sources=sources), tmp_path / "deck.apkg")
        user.imports(tmp_path / "deck.apkg")
        deck = user.collection.decks.by_name("Sample quiz")
        assert deck is not None
        lines = [line.get_text() for line in BeautifulSoup(deck["desc"], "html.parser")("li")]
        assert len(lines) == 101
        assert lines[-1] == "and 30 more"

    def test_a_deck_in_a_deck_s_name_is_no_subdeck(self, user: User, tmp_path: Path) -> None:
        """Two colons in a title would make one."""
        write_anki(replace(FORMS, title="News::Iraq"), tmp_path / "deck.apkg")
        user.imports(tmp_path / "deck.apkg")
        assert {user.collection.decks.name(card.did) for card in user.cards()} == {"News:Iraq"}


class TestRefusals:
    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"stem": " \n"}, "asks nothing"),
            ({"key": ""}, "has no answer"),
            ({"form": "cloze"}, "is a cloze without the blank _____"),
            (
                {"form": "multiple-choice", "options": ("1", "2")},
                "does not have its answer once among its options",
            ),
            (
                {"form": "multiple-choice", "options": ("1", "2", "3", "4", "5", "6", QUIZ.questions[0].key)},
                "has more than 6 options",
            ),
            ({"form": "true-false"}, "is to be true or false and has another answer"),
        ],
    )
    def test_a_question_of_which_anki_would_make_no_card(
        self, tmp_path: Path, change: dict[str, str], reason: str
    ) -> None:
        """It is named, and no file is written."""
        broken: Question = replace(QUIZ.questions[0], **change)  # type: ignore[arg-type]
        with pytest.raises(WriteError, match=rf"deck\.apkg: question {broken.id} {reason}"):
            write_anki(Quiz("Broken", (broken,)), tmp_path / "deck.apkg")
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"stem": ""}, "asks nothing"),
            ({"shown": (0, 1, 2, 2)}, "does not show each of its parts once"),
            ({"parts": ordering().parts[:1], "shown": (0,)}, "has not two to 6 parts"),
        ],
    )
    def test_an_ordering_of_which_no_card_can_be_made(
        self, tmp_path: Path, change: dict[str, object], reason: str
    ) -> None:
        """It is named, and no file is written."""
        broken: ItemSet = replace(ordering(), **change)  # type: ignore[arg-type]
        with pytest.raises(WriteError, match=f"question {broken.id} {reason}"):
            write_anki(replace(FORMS, sets=(broken,)), tmp_path / "deck.apkg")
        assert not list(tmp_path.iterdir())

    def test_two_questions_with_one_id(self, tmp_path: Path) -> None:
        """Anki would keep the one and drop the other."""
        twice = Quiz("Twice", (QUIZ.questions[0], QUIZ.questions[0]))
        with pytest.raises(WriteError, match="has the id of another one"):
            write_anki(twice, tmp_path / "deck.apkg")

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """One clear sentence."""
        with pytest.raises(WriteError, match="its folder does not exist; create the folder or choose another"):
            write_anki(QUIZ, tmp_path / "none" / "deck.apkg")

    def test_an_empty_quiz_is_an_empty_deck(self, user: User, tmp_path: Path) -> None:
        """Whether it is worth writing is the caller's choice."""
        write_anki(Quiz("", ()), tmp_path / "deck.apkg")
        assert user.imports(tmp_path / "deck.apkg") == {}
