"""The key: where it goes, what it says of each answer, and the passages whose lines it refers to."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from quizgen.export.pdf import PrintOptions, short_id, write_key, write_pdf
from quizgen.export.pdf.design import PLAIN
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.marks import SIDE, Anchor, Glyphs, Row
from quizgen.export.pdf.options import KeyPlace
from quizgen.export.pdf.passages import line_numbers, passage_blocks, place_name
from quizgen.export.pdf.sections import Version, sections
from quizgen.model import Article, Block, Quiz, Source, Span
from tests.export.test_pdf import leftward, links, outline, page_texts, squashed
from tests.quizzes import sample_articles, sample_quiz, sample_sets


def reading_quiz() -> Quiz:
    """The sample quiz with sets and with its articles."""
    quiz = sample_quiz()
    used = {source.id for source in quiz.sources}
    passages = tuple(article for article in sample_articles() if article.id in used)
    return replace(quiz, sets=sample_sets(), passages=passages)


def galley() -> Galley:
    """A page of A4."""
    return Galley(FontBook(), PLAIN, 459)


def version(quiz: Quiz) -> Version:
    """The quiz as it stands."""
    return Version("", sections(quiz))


def lettering(row: Row) -> str:
    """The letters of a row."""
    return "".join(mark.text for mark in row.marks if isinstance(mark, Glyphs))


def written(quiz: Quiz, folder: Path, **options: object) -> PdfReader:
    """The quiz's file, read back."""
    write_pdf(quiz, folder / "quiz.pdf", PrintOptions(**options))  # type: ignore[arg-type]
    return PdfReader(folder / "quiz.pdf")


def titles(reader: PdfReader) -> list[str]:
    """The bookmarks of the first level and below."""
    return [title for title, _ in outline(reader)]


def line_links(reader: PdfReader) -> list[tuple[int, float]]:
    """Where each link leads that is no item's number: the index of the page, and the top of the place there."""
    pages = {page.indirect_reference: place for place, page in enumerate(reader.pages)}
    notes = (note.get_object() for page in reader.pages for note in page.get("/Annots", []))
    found = [(note["/Dest"], float(note["/Rect"][0])) for note in notes if "/Dest" in note]
    return [(pages[target[0].indirect_reference], float(target[3])) for target, left in found if left > SIDE + 1]


def line_at(reader: PdfReader, page: int, top: float) -> str:
    """The letters of the line of text below `top`, which stands a little above its line."""
    lines: dict[int, str] = {}

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        y = round(tm[5] + cm[5])
        lines[y] = lines.get(y, "") + text

    reader.pages[page].extract_text(visitor_text=visit)
    return lines[max(y for y in lines if y < top - 6 and lines[y].strip())]


class TestPlace:
    @pytest.mark.parametrize(
        ("key", "parts"), [("appended", ["Answer key", "Sources"]), ("none", ["Sources"]), ("separate", [])]
    )
    def test_what_follows_the_quiz(self, key: KeyPlace, parts: list[str], tmp_path: Path) -> None:
        """The key stands behind the quiz or not; the articles are listed wherever no other file lists them."""
        quiz = sample_quiz()
        reader = written(quiz, tmp_path, key=key)
        assert [title for title in titles(reader) if title in {"Answer key", "Sources"}] == parts
        text = "".join(page_texts(reader))
        for question in quiz.questions:
            sentence = question.fact.sentence.text
            assert (squashed(sentence) in text or leftward(sentence) in text) == (key == "appended")

    def test_a_file_of_its_own(self, tmp_path: Path) -> None:
        """The separate key has every answer and the sources, the short id of the quiz, and no question."""
        quiz = replace(sample_quiz(), sets=sample_sets())
        options = PrintOptions(key="separate")
        write_pdf(quiz, tmp_path / "quiz.pdf", options)
        write_key(quiz, tmp_path / "key.pdf", options)
        handout, key = (PdfReader(tmp_path / f"{name}.pdf") for name in ("quiz", "key"))
        assert titles(key) == ["Answer key", "Sources"]
        text = "".join(page_texts(key))
        for question in quiz.questions:
            assert squashed(question.key) in text or leftward(question.key) in text
            assert squashed(question.stem) not in text
        for pages in (page_texts(handout), page_texts(key)):
            assert all(f"Quiz{short_id(quiz)}" in page for page in pages)

    def test_no_link_leads_out_of_the_file(self, tmp_path: Path) -> None:
        """In two files neither has links to the other; in one, every number leads to its entry and back."""
        quiz = reading_quiz()
        write_key(quiz, tmp_path / "key.pdf", PrintOptions(key="separate"))
        assert links(PdfReader(tmp_path / "key.pdf")) == []
        assert links(written(quiz, tmp_path, key="separate")) == []
        count = len(quiz.questions) + len(quiz.sets)
        assert len(links(written(replace(quiz, passages=()), tmp_path))) == 2 * count

    def test_each_file_tells_of_its_own_letters(self, tmp_path: Path) -> None:
        """A letter that only the reading text holds is told with the quiz, with its place, and not with the key."""
        quiz = reading_quiz()
        quiz = replace(quiz, questions=(*quiz.questions[:3], quiz.questions[5]), sets=())
        options = PrintOptions(key="separate")
        (told,) = write_pdf(quiz, tmp_path / "quiz.pdf", options)
        assert "習近平” in text 2 " in told
        assert write_key(quiz, tmp_path / "key.pdf", options) == ()

    def test_versions_have_a_key_each(self, tmp_path: Path) -> None:
        """The separate key holds one for each version, then the table of versions and the sources."""
        write_key(reading_quiz(), tmp_path / "key.pdf", PrintOptions(key="separate", versions=2))
        made = titles(PdfReader(tmp_path / "key.pdf"))
        assert made == ["Answer key · Version A", "Answer key · Version B", "Versions", "Sources"]


class TestEntries:
    def test_all_that_is_known_of_an_answer(self, tmp_path: Path) -> None:
        """An entry has the answer, what else is right, its sentence, article, publisher, day and place there."""
        (question,) = sample_quiz(1).questions
        text = "".join(page_texts(written(sample_quiz(1), tmp_path)))
        for part in (
            "between 4,000 and 5,000 · also right: 4,000 to 5,000",
            question.fact.sentence.text,
            "Nato ministers set to boost Iraq mission · Reuters · 16 February 2021 · sentence 2, in paragraph 2",
            "The alliance wants between 4,000 and 5,000 soldiers in Iraq.",
            "Gazeta Łódzka · 4 March 2021 (date inferred) · sentence 4, in paragraph 4",
        ):
            assert squashed(part) in text

    def test_a_false_statement_is_put_right(self, tmp_path: Path) -> None:
        """The key says what the article says instead of a false statement."""
        (question,) = sample_quiz(1).questions
        false = replace(question, form="true-false", stem="It is two.", key="False", correction="It is three.")
        text = "".join(page_texts(written(Quiz("Title", (false,)), tmp_path)))
        assert "False·thearticlesays:Itisthree." in text


class TestPassages:
    def test_all_paragraphs_come_first(self, tmp_path: Path) -> None:
        """Every paragraph of every article stands before the first question, under its article's title."""
        quiz = reading_quiz()
        reader = written(quiz, tmp_path, key="none")
        pages = dict(outline(reader))
        assert pages["Questions"] == pages["Reading"] == 0
        text = "".join(re.sub(r"Page\d+of\d+", "", page) for page in page_texts(reader))
        before = text[: text.index(squashed("A" + "Short answers"))]
        for article in quiz.passages:
            assert squashed(article.source.title) in before
            for span in article.paragraphs():
                for sentence in re.split(r"(?<=\.) ", span.of(article.text)):
                    without = re.sub(r"\d+", "", before)
                    paragraph = re.sub(r"\d+", "", squashed(sentence))
                    assert paragraph in without or re.sub(r"\d+", "", leftward(sentence)) in without, sentence

    def test_every_fifth_line_is_numbered(self) -> None:
        """The numbers beside the lines of an article are 5, 10, 15 and so on, each beside its own line."""
        quiz = reading_quiz()
        article = quiz.passages[-1]
        blocks = passage_blocks(replace(quiz, passages=(article,)), version(quiz), galley())
        lines = [row for block in blocks if not block.keep for row in block.rows]
        for number, row in enumerate(lines, 1):
            shown = [mark for mark in row.marks if isinstance(mark, Glyphs) and mark.x < PLAIN.number]
            assert [mark.text for mark in shown] == ([str(number)] if number % 5 == 0 else [])
            assert all(mark.tag is None for mark in shown), "read aloud, it would stand in the middle of a sentence"

    def test_the_key_names_the_line(self) -> None:
        """The number that the key gives is that of the line on which the answer begins."""
        quiz = reading_quiz()
        lines = line_numbers(quiz, version(quiz), galley())
        for article in quiz.passages:
            blocks = passage_blocks(replace(quiz, passages=(article,)), version(quiz), galley())
            rows = [row for block in blocks if not block.keep for row in block.rows]
            for question in (one for one in quiz.questions if one.source.id == article.id):
                number = lines[place_name(version(quiz), article.id, question.key_span)]
                first = question.key_span.of(article.text).split()[0]
                row = lettering(rows[number - 1])
                assert squashed(first) in squashed(row) or leftward(first) in squashed(row)

    def test_a_line_number_leads_to_its_line(self, tmp_path: Path) -> None:
        """On a screen the line number in the key leads to the line on which the answer stands."""
        count = 60
        quiz = replace(sample_quiz(count), passages=sample_articles(count)[3:])
        counted = [question for question in quiz.questions if question.source.id == quiz.passages[0].id]
        reader = written(quiz, tmp_path)
        landed = [line_at(reader, *place) for place in line_links(reader)]
        assert len(landed) == len(counted) > 40
        for question, line in zip(counted, landed, strict=True):
            assert f"counted{question.key}votes" in squashed(line)

    def test_each_version_has_its_own_places(self, tmp_path: Path) -> None:
        """With two versions the passages stand in both, and each key leads to its own."""
        reader = written(reading_quiz(), tmp_path, versions=2)
        reading = [page for title, page in outline(reader) if title == "Reading"]
        assert len(reading) == 2
        assert reading[0] < reading[1]

    @pytest.mark.parametrize("words", [5, 10, 20, 30, 33])
    def test_no_line_of_a_paragraph_is_left_alone(self, words: int) -> None:
        """Blocks between which a page or a column may break hold at least two lines of a paragraph."""
        text = "One word after another makes a line. " * words
        article = Article(Source("x", "T", "x.txt"), text.strip(), (Block("paragraph", Span(0, len(text.strip()))),))
        quiz = replace(sample_quiz(1), passages=(article,))
        made = [block for block in passage_blocks(quiz, version(quiz), galley()) if not block.keep]
        *others, last = (len(block.rows) for block in made)
        assert {*others} <= {2}
        assert last in {2, 3}

    def test_what_is_no_word_is_left_out(self) -> None:
        """Marks that are no words of the text are not printed, and the places around them are still found."""
        text = "The *town*[4] counted 1000 votes."
        spans = [Span(text.index(mark), text.index(mark) + len(mark)) for mark in ("*town", "*[4]")]
        marks = (Span(spans[0].start, spans[0].start + 1), spans[1])
        source = sample_quiz(1).questions[0].source
        article = Article(source, text, (Block("paragraph", Span(0, len(text))),), marks)
        key = Span(text.index("1000"), text.index("1000") + 4)
        asked = replace(sample_quiz(1).questions[0], key_span=key, support=())
        quiz = Quiz("T", (asked,), (source,), passages=(article,))
        (block,) = (block for block in passage_blocks(quiz, version(quiz), galley()) if not block.keep)
        (row,) = block.rows
        assert lettering(row) == "The town counted 1000 votes."
        anchors = [mark.name for mark in row.marks if isinstance(mark, Anchor)]
        assert anchors == [place_name(version(quiz), article.id, key)]
        assert line_numbers(quiz, version(quiz), galley()) == {anchors[0]: 1}

    @given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), data=st.data())
    @settings(deadline=None, max_examples=60)
    def test_every_place_is_found(self, text: str, data: st.DataObject) -> None:
        """Whatever an article is written in, each place that is asked for stands on a line, later ones not before."""
        starts = sorted(data.draw(st.sets(st.integers(0, len(text) - 1), min_size=1, max_size=4)))
        question = sample_quiz(1).questions[0]
        article = Article(question.source, text, (Block("paragraph", Span(0, len(text))),))
        asked = tuple(replace(question, id=f"{n}", key_span=Span(n, n + 1), support=()) for n in starts)
        quiz = Quiz("T", asked, (question.source,), passages=(article,))
        lines = line_numbers(quiz, version(quiz), galley())
        found = [lines[place_name(version(quiz), article.id, one.key_span)] for one in asked]
        blocks = passage_blocks(quiz, version(quiz), galley())
        count = sum(len(block.rows) for block in blocks if not block.keep)
        assert found == sorted(found)
        assert 1 <= found[0] <= found[-1] <= count

    def test_without_passages_there_is_no_reading(self, tmp_path: Path) -> None:
        """A quiz that holds no articles has no part to read, and its key names no lines."""
        text = "".join(page_texts(written(sample_quiz(), tmp_path)))
        assert "Reading" not in text
        assert not re.search(r"line\d", text)
