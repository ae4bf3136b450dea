"""What becomes of a card when its article was corrected: the official importer."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.export.anki import write_anki
from quizgen.export.anki_notes import Layout
from quizgen.model import Question, Quiz, Sentence, Source, Span
from tests.export.forms import every_form
from tests.quizzes import sample_quiz

QUIZ = sample_quiz()
FORMS = every_form()
LAYOUT = Layout()


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    """What a query finds in a deck."""
    with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        return database.execute(query).fetchall()


def guids(path: Path) -> list[str]:
    """The lasting names of a deck's notes, in order."""
    return [str(guid) for (guid,) in read(path, "SELECT guid FROM notes ORDER BY id")]


TOWNS = ("Leeds", "Derby", "Truro", "Wells", "Ripon", "Ely", "Bath", "York")
COUNTED = Source("count", "The count", "count.txt")


def counted(text: str, key: str, stem: str, number: str, source: Source = COUNTED, at: int = 0) -> Question:
    """A question for `key` in a sentence of its own."""
    base = FORMS.questions[1]
    sentence = Sentence(source.id, 0, Span(at, at + len(text)), text)
    span = Span(at + text.index(key), at + text.index(key) + len(key))
    fact = replace(base.fact, sentence=sentence, slots=(replace(base.fact.slots[0], span=span, text=key),))
    asked = replace(base, id=number, stem=stem, key=key, key_span=span, fact=fact, source=source)
    return replace(asked, derived="", before=None, after=None)


def deck_of(path: Path, *questions: Question, previous: Path | None = None) -> list[str]:
    """The names of the notes of a deck of these questions."""
    write_anki(Quiz("Count", questions), path, previous=previous)
    return guids(path)


class TestCorrections:
    TEXT = "The town of Leeds counted 1,000 votes for the mayor on Sunday."

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("The town of Leeds counted 1,000 votes for the mayor on Monday.", "1,000"),
            ("The town of Leeds counted 1,200 votes for the mayor on Sunday.", "1,200"),
            ("The town of Leeds counted at least 1,000 votes for the mayor on Sunday.", "at least 1,000"),
            ("On Sunday the town of Leeds counted 1,000 votes for the mayor.", "1,000"),
        ],
    )
    def test_a_corrected_sentence_keeps_its_note(self, tmp_path: Path, text: str, key: str) -> None:
        """Whether the correction is in the answer or beside it; and from the corrected build on as well."""
        old = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "a")
        new = counted(text, key, "How many votes did the town of Leeds count?", "b")
        deck = tmp_path / "deck.apkg"
        names = deck_of(deck, old)
        assert deck_of(deck, new) == names
        assert deck_of(deck, new) == names
        assert deck_of(deck, old) == names

    def test_another_place_in_the_same_sentence_is_another_note(self, tmp_path: Path) -> None:
        """The sentences are alike, but what is asked is not."""
        old = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "a")
        new = counted(self.TEXT, "Sunday", "When did Leeds count its votes?", "b")
        deck = tmp_path / "deck.apkg"
        assert set(deck_of(deck, old)).isdisjoint(deck_of(deck, new))

    def test_a_note_whose_question_is_still_asked_is_not_taken_over(self, tmp_path: Path) -> None:
        """A sentence that only looks like another one has a note of its own."""
        old = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "a")
        new = counted(self.TEXT.replace("Leeds", "Derby"), "1,000", "How many votes did Derby count?", "b", at=100)
        deck = tmp_path / "deck.apkg"
        (name,) = deck_of(deck, old)
        names = deck_of(deck, new, old)
        assert names[1] == name != names[0]

    def test_another_article_s_sentence_is_another_note_unless_it_is_the_same(self, tmp_path: Path) -> None:
        """A renamed file keeps its notes; an article that words things much alike does not inherit them."""
        old = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "a")
        renamed = replace(COUNTED, id="count-2", path="count-2.txt")
        same = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "b", renamed)
        alike = counted(self.TEXT.replace("1,000", "1,001"), "1,001", "How many votes did Leeds count?", "c", renamed)
        for number, (question, is_kept) in enumerate(((same, True), (alike, False))):
            deck = tmp_path / f"{number}.apkg"
            names = deck_of(deck, old)
            assert (deck_of(deck, question) == names) is is_kept

    def test_a_note_that_went_on_with_another_question_is_not_given_twice(self, tmp_path: Path) -> None:
        """When the first question comes back beside its successor, it gets a new name."""
        old = counted(self.TEXT, "1,000", "How many votes did Leeds count?", "a")
        new = counted(self.TEXT.replace("1,000", "1,200"), "1,200", "How many votes did Leeds count?", "b")
        deck = tmp_path / "deck.apkg"
        (name,) = deck_of(deck, old)
        assert deck_of(deck, new) == [name]
        both = deck_of(deck, old, new)
        assert both[1] == name != both[0]
        assert deck_of(deck, new, old) == [name, both[0]]

    def test_an_ordering_keeps_its_note_when_a_date_is_corrected(self, tmp_path: Path) -> None:
        """It asks for all of its sentences at once."""
        items = FORMS.sets[0]
        part = items.parts[0]
        sentence = replace(part.fact.sentence, text=part.fact.sentence.text.replace("2018", "2017"))
        corrected = replace(part, key="October 2017", fact=replace(part.fact, sentence=sentence))
        changed = replace(items, id="0" * 20, parts=(corrected, *items.parts[1:]))
        write_anki(replace(FORMS, questions=(), sets=(items,)), tmp_path / "deck.apkg")
        names = guids(tmp_path / "deck.apkg")
        write_anki(replace(FORMS, questions=(), sets=(changed,)), tmp_path / "deck.apkg")
        assert guids(tmp_path / "deck.apkg") == names

    @settings(max_examples=60, deadline=None)
    @given(data=st.data())
    def test_of_many_corrections_each_keeps_its_own_note(
        self, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """However many sentences look alike, and in whatever order they come, none gets the note of another."""
        votes = data.draw(st.lists(st.integers(10_000, 99_999), min_size=8, max_size=8, unique=True))
        more = data.draw(st.permutations(range(8)))
        changed = data.draw(st.sets(st.integers(0, 7)))

        def asked(number: int, count: int) -> Question:
            text = f"The town of {TOWNS[number]} counted {count} votes for the mayor on Sunday."
            return counted(text, str(count), f"How many votes did {TOWNS[number]} count?", f"{number}-{count}")

        deck = tmp_path_factory.mktemp("many") / "deck.apkg"
        names = deck_of(deck, *(asked(number, votes[number]) for number in range(8)))
        new = deck_of(deck, *(asked(n, votes[n] + 100_000 if n in changed else votes[n]) for n in more))
        assert new == [names[number] for number in more]
