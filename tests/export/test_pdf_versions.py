"""Versions of one quiz: the same items in other orders, each with its own key, and a table of where is what."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from quizgen.export.pdf import PrintOptions, write_pdf
from quizgen.export.pdf.design import PLAIN
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.marks import Glyphs
from quizgen.export.pdf.sections import LETTERS, Item, Version, answer, items_of, sections, set_answers
from quizgen.export.pdf.table import table_blocks
from quizgen.export.pdf.versions import versions
from quizgen.model import ItemSet, Question, Quiz
from tests.export.test_pdf import asked, links, mixed, outline, page_texts, squashed, stands_in
from tests.quizzes import sample_quiz, sample_sets

COUNT = 4


def choices(count: int, options: int = 4, seed: int = 7) -> Quiz:
    """A quiz of that many multiple-choice items, the right option first."""
    made = [
        replace(
            question,
            form="multiple-choice",
            options=(question.key, *(f"{question.key}-{wrong}" for wrong in range(1, options))),
        )
        for question in sample_quiz(count).questions
    ]
    return replace(sample_quiz(count), questions=tuple(made), seed=seed)


def by_id(version: Version) -> dict[str, Item]:
    """The items of a version by their ids."""
    return {item.id: item for _, item in version.items}


def right_places(version: Version) -> dict[str, int]:
    """The place of the right option of each question that has options."""
    items = (item for _, item in version.items if isinstance(item, Question) and item.options)
    return {item.id: item.options.index(item.key) for item in items}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """A quiz of all forms in four versions, read back."""
    path = tmp_path_factory.mktemp("versions") / "quiz.pdf"
    write_pdf(mixed(40), path, PrintOptions(versions=COUNT))
    return PdfReader(path)


class TestShuffling:
    def test_they_hold_the_same_items(self) -> None:
        """Each version asks the same items, under the same headings, with the same points."""
        quiz = mixed(40)
        plain = Version("", sections(quiz))
        for version in versions(quiz, COUNT):
            assert by_id(version).keys() == by_id(plain).keys()
            assert [(one.form, one.points) for one in version.sections] == [
                (one.form, one.points) for one in plain.sections
            ]

    def test_an_item_keeps_what_it_says(self) -> None:
        """What is shuffled are the places: no stem, option, key or side of a set is another."""
        quiz = mixed(40)
        for version in versions(quiz, COUNT):
            for item in items_of(quiz):
                shown = by_id(version)[item.id]
                if isinstance(item, ItemSet):
                    assert isinstance(shown, ItemSet)
                    assert sorted(shown.shown) == list(range(len(item.parts)))
                    assert replace(shown, shown=item.shown) == item
                else:
                    assert isinstance(shown, Question)
                    assert sorted(shown.options) == sorted(item.options)
                    assert replace(shown, options=item.options) == item

    def test_orders_differ(self) -> None:
        """No two versions have their items, or the options of all their items, in the same order."""
        made = versions(choices(12), COUNT)
        assert len({tuple(item.id for _, item in version.items) for version in made}) == COUNT
        assert len({tuple(right_places(version).items()) for version in made}) == COUNT

    def test_one_version_is_the_quiz_as_it_stands(self) -> None:
        """Without --versions nothing is shuffled and nothing bears a letter."""
        quiz = mixed(40)
        assert versions(quiz, 1) == (Version("", sections(quiz)),)

    def test_the_seed_decides(self) -> None:
        """The same seed makes the same versions, another one others."""
        assert versions(choices(12), COUNT) == versions(choices(12), COUNT)
        assert versions(choices(12), COUNT) != versions(choices(12, seed=8), COUNT)

    @given(st.integers(1, 30), st.integers(2, 6), st.integers(2, 8), st.integers())
    @settings(deadline=None, max_examples=40)
    def test_right_options_are_spread_evenly(self, items: int, options: int, count: int, seed: int) -> None:
        """In each version every place is the right one as often as any other, or once more."""
        for version in versions(choices(items, options, seed), count):
            found = Counter(right_places(version).values())
            assert max(found.values()) - min(found[place] for place in range(options)) <= 1

    def test_the_right_option_moves_on(self) -> None:
        """In four versions the right one of four options stands at another place in each."""
        made = [right_places(version) for version in versions(choices(12), COUNT)]
        for question in choices(12).questions:
            assert {places[question.id] for places in made} == {0, 1, 2, 3}

    def test_a_set_is_never_shown_solved(self) -> None:
        """No version shows the lines of a set in the order of its key."""
        quiz = replace(sample_quiz(1), sets=tuple(replace(one, shown=(1, 0, 2)) for one in sample_sets()))
        for seed in range(20):
            for version in versions(replace(quiz, seed=seed), 8):
                assert all(item.shown != (0, 1, 2) for _, item in version.items if isinstance(item, ItemSet))


class TestFile:
    def test_each_has_its_handout_and_its_key(self, reader: PdfReader) -> None:
        """The file holds version A to D, then a key for each, then the table, each part with its bookmark."""
        parts = [title for title, _ in outline(reader) if not re.match(r"[A-Z]  ", title)]
        letters = LETTERS[:COUNT]
        keys = [f"Answer key · Version {letter}" for letter in letters]
        assert parts == [*(f"Version {letter}" for letter in letters), *keys, "Versions", "Sources"]

    def test_bookmarks_land_where_they_say(self, reader: PdfReader) -> None:
        """Each section's bookmark leads to its heading, in the version under which it stands."""
        texts, version = page_texts(reader), ""
        for title, page in outline(reader):
            version = title if title.startswith("Version ") else version
            assert squashed(title.removeprefix("Answer key · ")) in texts[page]
            if re.match(r"[A-Z]  ", title):
                assert squashed(version) in texts[page]

    def test_every_part_begins_on_a_front(self, reader: PdfReader) -> None:
        """Printed on both sides, no version and no key has anything else on its sheets."""
        texts = page_texts(reader)
        begins = [place for place, text in enumerate(texts) if "Page1of" in text]
        assert len(begins) == 2 * COUNT + 1
        assert all(place % 2 == 0 for place in begins)

    def test_numbers_lead_to_their_own_key(self, reader: PdfReader) -> None:
        """An item's number leads into the key of its own version, and the number there back to the item."""
        made = versions(mixed(40), COUNT)
        count = len(by_id(made[0]))
        found = links(reader)
        handouts, keys = found[: COUNT * count], found[COUNT * count : 2 * COUNT * count]
        texts = page_texts(reader)
        assert [(there, here) for here, there in keys] == handouts
        for place, (here, there) in enumerate(handouts):
            version = made[place // count]
            number, item = [*version.items][place % count]
            assert all(stands_in(text, texts[here]) for text in asked(item))
            assert f"AnswerkeyVersion{version.letter}" in texts[there].replace("·", "")
            assert self.key_entry(number, item) in texts[there], item.id

    @staticmethod
    def key_entry(number: int, item: Item) -> str:
        """The beginning of an entry: the number, and what is to be marked or written."""
        if isinstance(item, ItemSet):
            numeral, mark, part = next(set_answers(item))
            return squashed(f"{number}{numeral}{mark}–" + (part.key if part.key.isascii() else ""))
        letter = answer(item) if item.options else ""
        return squashed(f"{number}{letter}{item.key}") if item.key.isascii() else squashed(f"{number}{letter}")

    def test_options_stand_under_their_letters(self, reader: PdfReader) -> None:
        """On each handout the letter that the key names is that of the right option."""
        text = "".join(page_texts(reader))
        for version in versions(mixed(40), COUNT):
            for number, item in version.items:
                if isinstance(item, Question) and item.options and item.key.isascii():
                    lettered = "".join(f"{LETTERS[place]}{option}" for place, option in enumerate(item.options))
                    assert squashed(f"{number}{item.stem}{lettered}/1") in text
                    assert f"{answer(item)}{item.key}" in lettered

    def test_the_table_maps_the_items(self, reader: PdfReader) -> None:
        """For each id the table has the item's number in each version, with what is right there."""
        made = versions(mixed(40), COUNT)
        start = next(page for title, page in outline(reader) if title == "Versions")
        lines = "\n".join(page.extract_text() for page in reader.pages[start:]).splitlines()
        table = re.sub(r"\s+", " ", " ".join(lines))
        for identity in by_id(made[0]):
            entries = [
                f"{number} {answer(item)}".strip()
                for version in made
                for number, item in version.items
                if item.id == identity
            ]
            assert re.search(rf"{identity} .*? {' '.join(entries)} ", table), identity

    @pytest.mark.parametrize("count", [2, 8])
    def test_the_columns_of_the_table_stand_apart(self, count: int) -> None:
        """However many versions there are, no entry reaches into the next one or beyond the page."""
        quiz = mixed(40)
        book = FontBook()
        for block in table_blocks(quiz, versions(quiz, count), Galley(book, PLAIN, 459)):
            glyphs = (mark for mark in block.rows[-1].marks if isinstance(mark, Glyphs))
            marks = sorted(glyphs, key=lambda mark: mark.x)
            ends = [mark.x + book.width(mark.text.rstrip(), mark.font, mark.size) for mark in marks]
            assert all(end < after.x + 0.01 for end, after in zip(ends, marks[1:], strict=False))
            assert max(ends) <= 459

    def test_an_endless_stem_has_its_line(self) -> None:
        """A stem of thousands of words takes one line of the table, in no time."""
        question = replace(sample_quiz(1).questions[0], stem="on " * 5000)
        quiz = replace(sample_quiz(1), questions=(question,))
        _, line = table_blocks(quiz, versions(quiz, 2), Galley(FontBook(), PLAIN, 459))
        (row,) = line.rows
        assert "…" in "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))

    def test_the_same_options_make_the_same_bytes(self, tmp_path: Path) -> None:
        """Versions are as reproducible as all else."""
        for name in ("one.pdf", "two.pdf"):
            write_pdf(mixed(12), tmp_path / name, PrintOptions(versions=2, answer_sheet=True))
        assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
