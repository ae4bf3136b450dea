"""The printed quiz is written while it is made: its length hardly counts in memory, and the file is whole."""

import io
import re
import tracemalloc
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4

from quizgen.export.pdf import PrintOptions, write_pdf
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.growing import GrowingCanvas
from tests.quizzes import sample_quiz

# What an item may add to the peak, in bytes; reportlab's own flowables add nine thousand.
AN_ITEM = 3000


def peak(count: int, path: Path, options: PrintOptions) -> int:
    """The most that Python holds while a quiz of `count` questions is printed."""
    quiz = sample_quiz(count)
    tracemalloc.start()
    try:
        write_pdf(quiz, path, options)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


class TestMemory:
    @pytest.mark.parametrize("options", [PrintOptions(), PrintOptions(layout="flashcards", key="none")])
    def test_a_long_quiz_takes_hardly_more_than_a_short_one(
        self, options: PrintOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Seven hundred questions more are drawn and let go of."""
        # With few words remembered, what grows is what the items leave behind.
        monkeypatch.setattr("quizgen.export.pdf.fonts.REMEMBERED", 64)
        path = tmp_path / "quiz.pdf"
        peak(20, path, options)
        short, long = (peak(count, path, options) for count in (100, 800))
        assert (long - short) / 700 < AN_ITEM


@pytest.fixture
def grown() -> tuple[io.BytesIO, GrowingCanvas]:
    """A canvas on a file in memory, with a page."""
    file = io.BytesIO()
    canvas = GrowingCanvas(file, A4, FontBook().face("regular"))
    canvas.setTitle("Title")
    return file, canvas


class TestGrowing:
    def test_a_page_is_written_when_it_ends(self, grown: tuple[io.BytesIO, GrowingCanvas]) -> None:
        """The file grows page by page."""
        file, canvas = grown
        sizes = []
        for _ in range(3):
            canvas.circle(100, 100, 10)
            canvas.showPage()
            sizes.append(file.tell())
        assert 0 < sizes[0] < sizes[1] < sizes[2]

    def test_a_link_leads_forwards_and_backwards(self, grown: tuple[io.BytesIO, GrowingCanvas]) -> None:
        """Places are known by their names, before and after they are bound."""
        file, canvas = grown
        for here, there in (("first", "second"), ("second", "first")):
            canvas.bind(here, 50, 700)
            canvas.link((0, 0, 10, 10), there, web=False)
            canvas.showPage()
        canvas.save()
        reader = PdfReader(file)
        ids = [page.indirect_reference for page in reader.pages]
        led = [page["/Annots"][0].get_object()["/Dest"].get_object() for page in reader.pages]  # type: ignore[index]
        assert [place[0] for place in led] == [ids[1], ids[0]]
        assert [place[1:4] for place in led] == [["/XYZ", 50, 700]] * 2

    def test_a_form_is_drawn_after_its_page(self, grown: tuple[io.BytesIO, GrowingCanvas]) -> None:
        """What a page shows may be known only when later pages are done."""
        file, canvas = grown
        canvas.doForm("foot")
        canvas.showPage()
        canvas.showPage()
        canvas.beginForm("foot")
        canvas.setFont(FontBook().face("regular"), 10)
        canvas.drawString(100, 100, "1 of 2")
        canvas.endForm()
        canvas.save()
        first, second = PdfReader(file).pages
        assert (first.extract_text().strip(), second.extract_text()) == ("1 of 2", "")

    def test_a_link_to_nowhere_is_an_error(self, grown: tuple[io.BytesIO, GrowingCanvas]) -> None:
        """No file is finished in which a link leads to a place that there is not."""
        _, canvas = grown
        canvas.link((0, 0, 10, 10), "nowhere", web=False)
        canvas.showPage()
        with pytest.raises(ValueError, match="nowhere"):
            canvas.save()

    def test_every_object_is_where_the_table_says(self, tmp_path: Path) -> None:
        """Each offset in the table at the end is that of the object with its number."""
        write_pdf(sample_quiz(30), tmp_path / "quiz.pdf")
        data = (tmp_path / "quiz.pdf").read_bytes()
        start = int(data.rsplit(b"startxref", 1)[1].split()[0])
        _, head, entries = data[start:].split(b"trailer")[0].split(b"\n", 2)
        assert head == b"0 %d" % (len(entries) // 20)
        for number in range(1, len(entries) // 20):
            offset, _, kind = entries[20 * number : 20 * number + 20].split()
            assert kind == b"n"
            assert re.match(rb"%d 0 obj" % number, data[int(offset) :])
