"""The printed quiz as a reader of the file finds it: text, pages, links, bookmarks, properties."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination

from quizgen.errors import QuizgenError, WriteError
from quizgen.export.pdf import Paper, PrintOptions, write_pdf
from quizgen.export.pdf.fonts import REPLACEMENT
from quizgen.export.pdf.scripts import shaped, stretches
from quizgen.export.pdf.sections import Item, sections
from quizgen.model import BLANK, FORMS, Form, ItemSet, Quiz
from tests.quizzes import sample_quiz, sample_sets

A4_POINTS, LETTER_POINTS = (595, 842), (612, 792)
CONTEXTS = ("Nato in Iraq, Reuters, 16 February 2021", "", "As of 4 March 2021, Gazeta Łódzka")
TYPED = str.maketrans("“”‘’–", "\"\"''-", "\u2060") | {ord("—"): "--"}


def squashed(text: str) -> str:
    """The letters alone: line ends, spaces, ligatures and the form of quotes are the typesetter's business."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(TYPED)))


def leftward(text: str) -> str:
    """The letters alone, each right-to-left word turned round: a reader of the file may leave them as drawn."""
    return "".join(
        squashed(shaped(word)) if rtl else squashed(word)
        for stretch, rtl in stretches(text)
        for word in (stretch.split() if rtl else [stretch])
    )


def written(quiz: Quiz, folder: Path, paper: Paper = "a4") -> PdfReader:
    """The quiz's file, read back."""
    write_pdf(quiz, folder / "quiz.pdf", PrintOptions(paper=paper))
    return PdfReader(folder / "quiz.pdf")


def page_texts(reader: PdfReader) -> list[str]:
    """The letters of each page."""
    return [squashed(page.extract_text()) for page in reader.pages]


def links(reader: PdfReader) -> list[tuple[int, int]]:
    """The links within the file, in order: the index of the page that each is on, and of the one it leads to."""
    places = {page.indirect_reference: place for place, page in enumerate(reader.pages)}
    notes = (
        (place, note.get_object()) for place, page in enumerate(reader.pages) for note in page.get("/Annots", [])
    )
    return [(place, places[note["/Dest"][0].indirect_reference]) for place, note in notes if "/Dest" in note]


def item_pages(reader: PdfReader) -> list[tuple[int, int]]:
    """For each item in printed order, the page of its question and of its key entry; both link to each other."""
    found = links(reader)
    questions, key = found[: len(found) // 2], found[len(found) // 2 :]
    assert [(there, here) for here, there in key] == questions
    return questions


def outline(reader: PdfReader, entries: list[object] | None = None) -> list[tuple[str, int]]:
    """Each bookmark with the index of the page that it leads to."""
    found: list[tuple[str, int]] = []
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, list):
            found += outline(reader, entry)
        elif isinstance(entry, Destination):
            found.append((str(entry.title), reader.get_destination_page_number(entry) or 0))
    return found


def mixed(count: int) -> Quiz:
    """A long quiz of all forms and several contexts, with short and long options, and with sets."""
    quiz = sample_quiz(count)
    made = []
    for place, question in enumerate(quiz.questions):
        form = FORMS[place % len(FORMS)]
        options: tuple[str, ...] = ()
        stem = question.stem.replace(BLANK, "what")
        if form == "multiple-choice":
            long = " of the towns that sent in their counts before the polls had closed in all of them" * (
                place % 2
            )
            options = (question.key, *(f"{number + place}{long}" for number in range(3)))
        elif form == "cloze":
            stem = question.fact.sentence.text.replace(question.key, BLANK, 1)
        elif form == "true-false":
            stem, question = question.fact.sentence.text, replace(question, key="True")
        context = CONTEXTS[place // 4 % 3]
        made.append(replace(question, form=form, stem=stem, options=options, context=context))
    return replace(quiz, questions=tuple(made), sets=sample_sets())


def printed(quiz: Quiz) -> list[Item]:
    """The items in the order in which they are printed."""
    return [item for part in sections(quiz) for _, item in part.items]


def asked(item: Item) -> list[str]:
    """All that an item says on the handout."""
    if isinstance(item, ItemSet):
        keys = [part.key for part in item.parts] if item.form == "matching" else []
        return [item.stem, *(part.prompt for part in item.parts), *keys]
    return [*item.stem.split(BLANK), *item.options]


def evidence(item: Item) -> list[str]:
    """The source sentences of an item."""
    return [one.fact.sentence.text for one in (item.parts if isinstance(item, ItemSet) else (item,))]


def stands_in(text: str, page: str) -> bool:
    """Whether the letters of a text stand on a page."""
    return squashed(text) in page or leftward(text) in page


@pytest.fixture(scope="module")
def long_quiz() -> Quiz:
    """A quiz of many pages."""
    return mixed(61)


@pytest.fixture(scope="module")
def long_reader(long_quiz: Quiz, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The long quiz's file, read back."""
    return written(long_quiz, tmp_path_factory.mktemp("long"))


class TestText:
    def test_everything_is_there(self, tmp_path: Path) -> None:
        """Every stem, option, answer, source sentence, article and supporting sentence can be read in the file."""
        quiz = sample_quiz()
        text = "".join(page_texts(written(quiz, tmp_path)))
        for question in quiz.questions:
            parts = [*question.stem.split(BLANK), *question.options, question.key, question.context]
            parts += [question.fact.sentence.text, question.source.title, question.derived, *question.accepted]
            parts += [support.sentence.text for support in question.support]
            for part in parts:
                # A right-to-left stretch is read back in one of its two orders, as the reader sees fit.
                assert stands_in(part, text), part

    def test_names_in_their_own_letters(self, tmp_path: Path) -> None:
        """Names in Latin letters of any language are set, with nothing to warn of."""
        quiz = replace(sample_quiz(1), title="Erdoğan, Łódź, Nguyễn, Müller, Škoda, Ħamrun, Κύπρος, Київ – “’…”")
        assert write_pdf(quiz, tmp_path / "quiz.pdf") == ()
        assert squashed(quiz.title) in page_texts(PdfReader(tmp_path / "quiz.pdf"))[0]

    def test_an_arabic_name_is_joined(self, tmp_path: Path) -> None:
        """An Arabic name is set in its joined forms, with nothing to warn of."""
        quiz = replace(sample_quiz(1), title="Mustafa al-Kadhimi is مصطفى الكاظمي")
        assert write_pdf(quiz, tmp_path / "quiz.pdf") == ()
        text = PdfReader(tmp_path / "quiz.pdf").pages[0].extract_text()
        assert any("\ufe70" <= letter <= "\ufefc" for letter in text)

    def test_a_chinese_name_is_reported(self, tmp_path: Path) -> None:
        """Letters that are left to the reader's own font are set, and named in a warning with their place."""
        quiz = replace(sample_quiz(1), title="習近平")
        (warning,) = write_pdf(quiz, tmp_path / "quiz.pdf")
        assert "習近平" in warning
        assert "the title" in warning
        assert "習近平" in page_texts(PdfReader(tmp_path / "quiz.pdf"))[0]

    def test_a_letter_without_a_font_is_reported(self, tmp_path: Path) -> None:
        """A letter that no font has is drawn as a box and named with its code point and its place."""
        question = replace(sample_quiz(1).questions[0], stem="Who saw the 🦆?")
        (warning,) = write_pdf(replace(sample_quiz(1), questions=(question,)), tmp_path / "quiz.pdf")
        assert "U+1F986 DUCK" in warning
        assert "question 1" in warning
        assert f"Whosawthe{REPLACEMENT}?" in page_texts(PdfReader(tmp_path / "quiz.pdf"))[0]

    def test_hostile_text_is_only_text(self, tmp_path: Path) -> None:
        """Mark-up in an article is printed as it stands, and its address becomes no link."""
        stem = "What is <b>unclosed & <a href='x'>, &amp; <para>, ]]> and \x00\x1b?"
        quiz = sample_quiz()
        question = replace(quiz.questions[-1], stem=stem)
        source = replace(question.source, url="javascript:alert(1)")
        reader = written(replace(quiz, questions=(replace(question, source=source),), sources=(source,)), tmp_path)
        assert squashed("What is <b>unclosed & <a href='x'>, &amp; <para>, ]]> and ?") in page_texts(reader)[0]
        assert b"/URI" not in (tmp_path / "quiz.pdf").read_bytes()

    def test_a_web_address_is_a_link(self, tmp_path: Path) -> None:
        """The address of a source on the web leads there."""
        reader = written(sample_quiz(1), tmp_path)
        notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
        assert [note["/A"]["/URI"] for note in notes if "/A" in note] == ["https://example.org/nato?a=1&b=2"]

    def test_the_count_of_questions_and_sources(self, tmp_path: Path) -> None:
        """The title block says how many questions of how many articles there are, and leaves room for a score."""
        text = page_texts(written(sample_quiz(1), tmp_path))[0]
        for part in ("1 question · 1 point · from 1 news article", "Name", "Date", "Score", "/ 1"):
            assert squashed(part) in text

    def test_agreeing_sources_are_counted(self, tmp_path: Path) -> None:
        """The key says how many articles state the same, and that an inferred date is inferred."""
        text = "".join(page_texts(written(sample_quiz(1), tmp_path)))
        assert "2sourcesagree" in text
        assert squashed("4 March 2021 (date inferred)") in text

    def test_an_empty_quiz_is_still_a_document(self, tmp_path: Path) -> None:
        """A quiz without questions gives its title page alone."""
        assert len(written(Quiz("Nothing", ()), tmp_path).pages) == 1


class TestPages:
    @pytest.mark.parametrize(("paper", "size"), [("a4", A4_POINTS), ("letter", LETTER_POINTS)])
    def test_paper(self, paper: Paper, size: tuple[int, int], tmp_path: Path) -> None:
        """The pages are A4 or Letter as asked."""
        for page in written(sample_quiz(), tmp_path, paper).pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) == size

    def test_every_page_says_which_it_is(self, long_reader: PdfReader) -> None:
        """The foot of each page says "Page x of y", the handout's and the key's pages counted by themselves."""
        texts = [text for text in page_texts(long_reader) if "leftblank" not in text]
        found = [re.search(r"Page(\d+)of(\d+)", text) for text in texts]
        counts = [(int(each[1]), int(each[2])) for each in found if each]
        handout = counts[0][1]
        assert handout > 4
        assert counts == [
            *((number, handout) for number in range(1, handout + 1)),
            *((number, len(texts) - handout) for number in range(1, len(texts) - handout + 1)),
        ]

    def test_no_item_is_parted(self, long_quiz: Quiz, long_reader: PdfReader) -> None:
        """A question's stem and options stand on the one page that its number is on, and so does its key entry."""
        texts = page_texts(long_reader)
        for item, (here, there) in zip(printed(long_quiz), item_pages(long_reader), strict=True):
            assert all(stands_in(part, texts[here]) for part in asked(item))
            assert all(stands_in(sentence, texts[there]) for sentence in evidence(item))

    def test_the_context_is_always_in_sight(self, long_quiz: Quiz, long_reader: PdfReader) -> None:
        """What a question is about stands on its page, repeated where a page break parts it from its heading."""
        texts = page_texts(long_reader)
        for item, (here, _) in zip(printed(long_quiz), item_pages(long_reader), strict=True):
            assert squashed(item.context) in texts[here]

    def test_no_heading_stands_alone(self, long_quiz: Quiz, long_reader: PdfReader) -> None:
        """A section's heading is on the page of its first question."""
        pages, bookmarks = item_pages(long_reader), dict(outline(long_reader))
        for part in sections(long_quiz):
            first, _ = next(part.items)
            assert bookmarks[f"{part.letter}  {part.name}"] == pages[first - 1][0]

    def test_the_key_has_its_own_pages(self, long_reader: PdfReader) -> None:
        """The answer key opens a page that holds no question."""
        questions, entries = zip(*item_pages(long_reader), strict=True)
        assert max(questions) < min(entries) == dict(outline(long_reader))["Answer key"]
        assert dict(outline(long_reader))["Sources"] >= max(entries)

    def test_an_endless_item_still_prints(self, tmp_path: Path) -> None:
        """A stem longer than a page, and a word longer than a line, run on without an error or a loss."""
        stem = "Why " + "on and on " * 900 + "x" * 500 + "?"
        question = replace(sample_quiz(1).questions[0], stem=stem)
        reader = written(replace(sample_quiz(1), questions=(question,)), tmp_path)
        text = re.sub(r"Quiz[0-9a-f]{8}|Page\d+of\d+|SamplequizQuestions", "", "".join(page_texts(reader)))
        assert text.count("onandon") == 900
        assert text.count("x" * 500) == 1


class TestNavigation:
    def test_bookmarks(self, long_quiz: Quiz, long_reader: PdfReader) -> None:
        """The outline names the questions, each section, the key and the sources, and lands where they stand."""
        names = [f"{part.letter}  {part.name}" for part in sections(long_quiz)]
        bookmarks, texts = outline(long_reader), page_texts(long_reader)
        assert [title for title, _ in bookmarks] == ["Questions", *names, "Answer key", "Sources"]
        assert bookmarks[0][1] == 0
        for title, page in bookmarks[1:]:
            assert squashed(title) in texts[page]

    def test_numbers_lead_to_the_key_and_back(self, long_quiz: Quiz, long_reader: PdfReader) -> None:
        """Each question's number is a link to its key entry, whose number is a link back."""
        pairs = item_pages(long_reader)
        assert len(pairs) == len(printed(long_quiz))
        assert all(question < entry for question, entry in pairs)

    def test_properties(self, tmp_path: Path) -> None:
        """Title, author, subject, language and day are set, and readers show the title in their window."""
        day = datetime(2021, 2, 16, 12, tzinfo=UTC)
        write_pdf(replace(sample_quiz(1), title="Wóche 1"), tmp_path / "quiz.pdf", created=day)
        reader = PdfReader(tmp_path / "quiz.pdf")
        about, root = reader.metadata, reader.root_object
        assert about is not None
        assert (about.title, about.author, about.creation_date) == ("Wóche 1", "quizgen", day)
        assert about.subject
        assert str(root["/Lang"]) == "en"
        assert reader.viewer_preferences is not None
        assert bool(reader.viewer_preferences.display_doctitle)


class TestBytes:
    def test_the_day_is_that_of_reproducible_builds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a day of its own the file bears that of SOURCE_DATE_EPOCH, or else the first of the century."""
        for epoch, year in (("1600000000", 2020), ("", 2000)):
            monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
            about = written(sample_quiz(1), tmp_path).metadata
            assert about is not None
            assert about.creation_date is not None
            assert about.creation_date.year == year

    def test_the_same_quiz_makes_the_same_file(self, tmp_path: Path) -> None:
        """Processes with other hash seeds, and one that has written another quiz before, write the same bytes."""
        code = (
            "import sys; from pathlib import Path; from tests.quizzes import sample_quiz;"
            "from quizgen.export.pdf import write_pdf; write_pdf(sample_quiz(), Path(sys.argv[1]))"
        )
        for seed in ("1", "2"):
            environment = os.environ | {"PYTHONHASHSEED": seed}
            subprocess.run([sys.executable, "-c", code, tmp_path / f"{seed}.pdf"], check=True, env=environment)
        write_pdf(sample_quiz(3), tmp_path / "other.pdf")
        write_pdf(sample_quiz(), tmp_path / "3.pdf")
        first, second, third = ((tmp_path / f"{name}.pdf").read_bytes() for name in (1, 2, 3))
        assert first == second == third

    def test_fonts_are_embedded(self, tmp_path: Path) -> None:
        """Regular, bold and italic are real faces inside the file."""
        written(sample_quiz(7), tmp_path)
        content = (tmp_path / "quiz.pdf").read_bytes()
        for face in (b"Regular", b"Bold", b"Italic"):
            assert re.search(rb"/FontFile2 \d+ 0 R[^>]*\+FiraGO-" + face, content)

    def test_the_work_is_watched(self, tmp_path: Path) -> None:
        """Whoever looks on is told how many steps there are, and of each of them."""
        for options in (PrintOptions(), PrintOptions(versions=2, answer_sheet=True), PrintOptions(layout="flashcards")):
            steps: list[int] = []

            @contextmanager
            def watch(count: int, steps: list[int] = steps) -> Iterator[Callable[[], None]]:
                yield lambda: steps.append(count)

            write_pdf(sample_quiz(), tmp_path / "quiz.pdf", options, watch=watch)
            assert steps
            assert set(steps) == {len(steps)}


class TestFaults:
    @pytest.mark.parametrize(
        "content", [b"no font at all", b"OTTO" + b"\0" * 200, b"", b"\0\1\0\0\0\5" + b"\xff" * 99]
    )
    def test_a_file_that_is_no_font(self, content: bytes, tmp_path: Path) -> None:
        """A font file that cannot be embedded is refused in one sentence that names it, and nothing is written."""
        font = tmp_path / "bad.ttf"
        font.write_bytes(content)
        with pytest.raises(QuizgenError, match=r"bad\.ttf: .*TrueType"):
            write_pdf(sample_quiz(1), tmp_path / "quiz.pdf", PrintOptions(font=font))
        assert not (tmp_path / "quiz.pdf").exists()

    def test_a_font_that_is_not_there(self, tmp_path: Path) -> None:
        """A missing font file is told as such."""
        with pytest.raises(QuizgenError, match=r"none\.ttf: the font cannot be read"):
            write_pdf(sample_quiz(1), tmp_path / "quiz.pdf", PrintOptions(font=tmp_path / "none.ttf"))

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """A place that cannot be written to is a WriteError."""
        with pytest.raises(WriteError, match="folder does not exist"):
            write_pdf(sample_quiz(1), tmp_path / "none" / "quiz.pdf")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=60), min_size=6, max_size=6), form=st.sampled_from(FORMS))
def test_any_text_prints(texts: list[str], form: Form, tmp_path: Path) -> None:
    """Whatever letters an article holds, the file is written and can be read."""
    title, context, stem, key, option, url = texts
    (question,) = sample_quiz(1).questions
    source = replace(question.source, title=title, publisher=context, url=f"https://{url}")
    options = (key, option, option + key) if form == "multiple-choice" else ()
    asked = replace(question, form=form, stem=stem, key=key, context=context, options=options, source=source)
    write_pdf(Quiz(title, (asked,)), tmp_path / "any.pdf")
    reader = PdfReader(tmp_path / "any.pdf")
    assert len(reader.pages) >= 2
    assert "Page1of" in page_texts(reader)[0]
