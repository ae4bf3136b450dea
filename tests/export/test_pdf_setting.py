"""How the printed quiz is set: questions into blocks, blocks onto pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.export.pdf import items, key, questions
from quizgen.export.pdf.design import PLAIN
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import type_area
from quizgen.export.pdf.marks import SIDE, Block, Booklet, Bubble, Glyphs, Row, Stroke
from quizgen.export.pdf.pages import paginate
from quizgen.export.pdf.sections import Version, sections
from quizgen.model import Question, Quiz
from tests.quizzes import sample_quiz


def lettering(row: Row) -> str:
    """The letters of a row, in order."""
    return "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))


def one(**changes: object) -> Question:
    """The first sample question with changes."""
    return replace(sample_quiz(1).questions[0], **changes)  # type: ignore[arg-type]


def block_of(question: Question) -> Block:
    """The printed block of a question that stands alone in its quiz."""
    *_, block = handout(Quiz("Title", (question,)))
    return block


def handout(quiz: Quiz) -> list[Block]:
    """The blocks of the quiz's handout, on a page of A4."""
    return list(questions.question_blocks(quiz, Version("", sections(quiz)), Galley(FontBook(), PLAIN, 459)))


def answers(quiz: Quiz) -> list[Block]:
    """The blocks of its key."""
    return list(key.key_blocks(Version("", sections(quiz)), Galley(FontBook(), PLAIN, 459), {}))


def rules_of(block: Block) -> list[Stroke]:
    """The rules in a block."""
    return [mark for row in block.rows for mark in row.marks if isinstance(mark, Stroke)]


def bubbles_of(block: Block) -> list[Bubble]:
    """The options' circles in a block."""
    return [mark for row in block.rows for mark in row.marks if isinstance(mark, Bubble)]


class TestItems:
    @pytest.mark.parametrize(("key", "lines", "share"), [("500", 1, 0.5), ("x" * 40, 1, 1), ("x" * 80, 2, 1)])
    def test_writing_lines(self, key: str, lines: int, share: float) -> None:
        """The lines are as long as the answer takes by hand."""
        rules = rules_of(block_of(one(key=key)))
        assert len(rules) == lines
        assert rules[0].end - rules[0].x == pytest.approx((459 - PLAIN.number - PLAIN.worth) * share)

    def test_a_blank_is_a_rule(self) -> None:
        """The blank of a cloze is a rule in its sentence, and the answer gets no line of its own."""
        block = block_of(one(form="cloze", stem="Nato has been there since _____.", key="2018"))
        (rule,) = rules_of(block)
        assert rule.end - rule.x == items.BLANKS[0] * PLAIN.written
        assert all("_" not in lettering(row) for row in block.rows)

    @pytest.mark.parametrize(
        ("options", "columns"),
        [
            (("1", "2", "3", "4"), 4),
            (("a Turkish commander",) * 4, 2),
            (("a long option of many words " * 3,) * 4, 1),
        ],
    )
    def test_columns_of_options(self, options: tuple[str, ...], columns: int) -> None:
        """Short options share a line, longer ones stand in two columns, long ones below each other."""
        block = block_of(one(form="multiple-choice", options=options))
        assert len({bubble.x for bubble in bubbles_of(block)}) == columns
        assert len(bubbles_of(block)) == len(options)

    def test_columns_read_downwards(self) -> None:
        """In two columns B stands below A and C beside it, and they are drawn in the order of their letters."""
        block = block_of(one(form="multiple-choice", options=tuple(f"a commander from {x}" for x in "wxyz")))
        a, b, c, d = bubbles_of(block)
        assert (a.x, c.x) == (b.x, d.x)
        assert (a.drop, b.drop) == (c.drop, d.drop)
        assert a.x < c.x
        assert a.drop < b.drop
        letters = re.findall(r"([A-Z]) a commander from (.)", "".join(map(lettering, block.rows)))
        assert letters == [*zip("ABCD", "wxyz", strict=True)]

    def test_all_stands_on_the_grid(self) -> None:
        """Every block of the quiz is a whole number of half grid lines high."""
        quiz = sample_quiz(30)
        for block in handout(quiz):
            assert (block.height + block.gap) % (PLAIN.grid / 2) == pytest.approx(0, abs=1e-6)
        for block in answers(quiz):
            assert (block.height + block.gap) % (key.GRID / 4) == pytest.approx(0, abs=1e-6)

    def test_sections_keep_articles_together(self) -> None:
        """Within a form, the questions of one context stand side by side, in order of first appearance."""
        quiz = Quiz("Title", tuple(one(id=str(place), context=context) for place, context in enumerate("abacb")))
        (part,) = sections(quiz)
        assert [(number, question.id) for number, question in part.items] == list(enumerate("02143", 1))

    def test_forms_without_questions_are_left_out(self) -> None:
        """Sections are lettered through, with no gap for a form that has no question."""
        quiz = Quiz("Title", (one(form="multiple-choice", options=("a", "b")), one()))
        assert [(part.letter, part.form) for part in sections(quiz)] == [
            ("A", "short-answer"),
            ("B", "multiple-choice"),
        ]


class TestPages:
    @given(st.lists(st.tuples(st.lists(st.floats(1, 90), min_size=1, max_size=6), st.floats(0, 30)), max_size=30))
    def test_blocks_stay_whole(self, shapes: list[tuple[list[float], float]]) -> None:
        """Each block is on one page, in order, and nothing reaches below the foot."""
        blocks = [Block(tuple(Row(height) for height in heights), gap) for heights, gap in shapes]
        pages = list(paginate(Booklet(blocks), 459, 600))
        for page in pages:
            assert all(top + row.height <= 600.001 for _, top, row in page.rows)
            assert not page.rows or page.rows[0][1] == 0
        places = {id(row): place for place, page in enumerate(pages) for _, _, row in page.rows}
        for block in blocks:
            assert len({places[id(row)] for row in block.rows}) == 1

    @given(
        st.lists(st.tuples(st.lists(st.floats(1, 90), min_size=1, max_size=3), st.booleans()), min_size=1, max_size=40),
        st.integers(1, 2),
    )
    def test_columns(self, shapes: list[tuple[list[float], bool]], columns: int) -> None:
        """Blocks stand whole and in order down one column after the other, a heading always above what it heads."""
        blocks: list[Block] = []
        for heights, keep in shapes:
            follows = bool(blocks) and blocks[-1].keep
            blocks.append(Block(tuple(map(Row, heights)), keep=keep and not follows))
        blocks.append(Block((Row(10),)))
        places: dict[int, tuple[int, float, float]] = {}
        for number, page in enumerate(paginate(Booklet(blocks, columns=columns, gutter=20), 400, 600)):
            for x, top, row in page.rows:
                assert x in {0, 210}
                assert top + row.height <= 600.001
                places[id(row)] = (number, x, top)
        order = [places[id(row)] for block in blocks for row in block.rows]
        assert order == sorted(order)
        for block, after in pairwise(blocks):
            together = (*block.rows, *after.rows) if block.keep else block.rows
            if sum(row.height for row in together) > 600:
                together = block.rows  # what is longer than a page cannot stay with its heading
            columns_of = {places[id(row)][:2] for row in together}
            assert len(columns_of) == 1

    def test_the_columns_of_the_last_page_are_level(self) -> None:
        """Ten lines at the end of a quiz in columns stand five by five."""
        blocks = [Block((Row(10),)) for _ in range(10)]
        (page,) = paginate(Booklet(blocks, columns=2), 400, 600)
        assert [x for x, _, _ in page.rows] == [0] * 5 + [200] * 5

    def test_what_spans_stands_above_all_columns(self) -> None:
        """A heading between two sections begins below the deeper column of the first."""
        lines = [Block((Row(10),)) for _ in range(3)]
        heading = Block((Row(20),), keep=True, spans=True)
        (page,) = paginate(Booklet([*lines, heading, *lines], columns=2), 400, 600)
        assert [(x, top) for x, top, _ in page.rows][3:] == [(0, 20), (0, 40), (0, 50), (200, 40)]

    def test_the_last_page_is_worth_turning_to(self) -> None:
        """Where a quiz is a little longer than its pages, the last one gets a third at least."""
        blocks = [Block((Row(50),)) for _ in range(13)]
        *_, last = paginate(Booklet(blocks), 400, 600)
        assert len(last.rows) == 4

    @given(st.lists(st.floats(15, 200), min_size=2, max_size=40))
    def test_the_last_page_takes_what_it_can(self, heights: list[float]) -> None:
        """However long its items are, the last page is a third full, or one more item would be too much for it."""
        pages = list(paginate(Booklet([Block((Row(height),)) for height in heights]), 400, 600))
        if len(pages) > 1:
            *_, before, last = pages
            assert last.depth >= 200 or last.depth + before.rows[-1][2].height > 600

    def test_blocks_are_called_for_as_they_are_needed(self) -> None:
        """The first page of a book is there before the third has been set."""
        called: list[int] = []

        def blocks() -> Iterator[Block]:
            for number in range(1000):
                called.append(number)
                yield Block((Row(20),))

        next(paginate(Booklet(blocks()), 400, 600))
        assert len(called) <= 65

    def test_no_item_is_sent_on_alone(self) -> None:
        """The last item of a section takes the one before it along to the next page."""
        heading = Block((Row(50),), keep=True, spans=True)
        section = [heading, *(Block((Row(50),)) for _ in range(12))]
        first, second = paginate(Booklet([*section, *section[:8]]), 400, 600)
        assert (len(first.rows), len(second.rows)) == (11, 10)

    def test_a_carried_heading_comes_first(self) -> None:
        """Where a page break parts an item from its heading, the heading is repeated."""
        heading = Row(10)
        first, second = Block((Row(80),)), Block((Row(80),), gap=5, carried=(heading,))
        booklet = Booklet([first, second])
        _, parted = paginate(booklet, 459, 100)
        assert parted.rows[0][2] is heading
        (whole,) = paginate(booklet, 459, 200)
        assert all(row is not heading for _, _, row in whole.rows)

    def test_a_page_of_either_paper_has_room(self) -> None:
        """The type area leaves margins of more than two centimetres on both papers."""
        assert type_area("a4", SIDE) == pytest.approx((595.28 - 136, 841.89 - 132), abs=0.1)
        assert type_area("letter", SIDE) == pytest.approx((612 - 136, 792 - 132), abs=0.1)
