"""Every layout of the handout: nothing is lost, parted, coloured or out of bounds, whatever the options."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

from quizgen.errors import QuizgenError
from quizgen.export.pdf import Paper, PrintOptions, write_pdf
from quizgen.export.pdf.answer_sheet import sheet_blocks
from quizgen.export.pdf.design import LARGE, PLAIN, design
from quizgen.export.pdf.fonts import FontBook
from quizgen.export.pdf.galley import Galley
from quizgen.export.pdf.ink import PAPERS, type_area
from quizgen.export.pdf.marks import Block, Box, Bubble, Glyphs, Stroke
from quizgen.export.pdf.questions import name_rows, question_blocks
from quizgen.export.pdf.sections import Version, points, sections
from quizgen.model import BLANK, ItemSet, Question, Quiz
from tests.export.test_pdf import asked, evidence, item_pages, mixed, outline, page_texts, printed, squashed, stands_in
from tests.quizzes import sample_quiz, sample_sets

LAYOUTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "columns": {"columns": 2},
    "large print": {"large_print": True},
    "dyslexia": {"dyslexia": True},
    "large and spaced": {"large_print": True, "dyslexia": True},
    "answer sheet": {"answer_sheet": True},
    "form": {"fillable": True},
}
NAMES = "Recep Tayyip Erdoğan, Łódź, Nguyễn Phú Trọng, Škoda, Đặng, Κύπρος, Київ and كاظمي"


def whole(count: int = 28) -> Quiz:
    """A quiz of every form, with names of many languages."""
    quiz = replace(mixed(count), title=NAMES)
    return replace(quiz, questions=tuple(q for q in quiz.questions if "習" not in q.fact.sentence.text))


def handout(quiz: Quiz, options: PrintOptions) -> tuple[list[Block], Galley]:
    """The blocks of the quiz's handout and answer sheet, and how wide they may be."""
    plan = design(options)
    galley = Galley(FontBook(legible=options.dyslexia), plan, type_area(options.paper, plan.side)[0])
    version = Version("", sections(quiz))
    blocks = [*question_blocks(quiz, version, galley, options.columns)]
    return blocks + [*sheet_blocks(quiz, version, galley)], galley


@pytest.fixture(scope="module", params=[(name, paper) for name in LAYOUTS for paper in PAPERS], ids="-".join)
def printed_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Quiz, PdfReader]:
    """A quiz in one layout on one paper, read back."""
    name, paper = request.param
    path = tmp_path_factory.mktemp("layouts") / "quiz.pdf"
    assert write_pdf(whole(), path, PrintOptions(paper=paper, **LAYOUTS[name])) == ()
    return whole(), PdfReader(path)


def operations(reader: PdfReader) -> list[tuple[list[Any], bytes]]:
    """Everything that is drawn on the pages."""
    return [one for page in reader.pages for one in ContentStream(page.get_contents(), reader).operations]


class TestFile:
    def test_everything_is_there(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """Each stem, option, side of a set, answer and source sentence can be read, and so can every name."""
        quiz, reader = printed_file
        text = "".join(page_texts(reader))
        for item in printed(quiz):
            keys = [part.key for part in item.parts] if isinstance(item, ItemSet) else [item.key]
            assert all(stands_in(part, text) for part in (*asked(item), *keys, *evidence(item), item.context))
        assert all(stands_in(name, text) for name in re.split(", | and ", NAMES))

    def test_no_item_is_parted(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """All that an item says stands on the page that its number is on, and its key entry is as whole."""
        quiz, reader = printed_file
        texts = page_texts(reader)
        for item, (here, there) in zip(printed(quiz), item_pages(reader), strict=True):
            assert all(stands_in(part, texts[here]) for part in (*asked(item), item.context))
            assert all(stands_in(sentence, texts[there]) for sentence in evidence(item))

    def test_bookmarks_land_where_they_say(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """Each bookmark leads to the page that has its heading, and each section's to that of its first item."""
        quiz, reader = printed_file
        texts, bookmarks = page_texts(reader), dict(outline(reader))
        assert all(squashed(title) in texts[page] for title, page in bookmarks.items() if title != "Questions")
        pages = item_pages(reader)
        for section in sections(quiz):
            number, _ = next(section.items)
            assert bookmarks[f"{section.letter}  {section.name}"] == pages[number - 1][0]

    def test_each_item_says_what_it_is_worth(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """The points of the items are printed, and add up to what the sections and the title say."""
        quiz, reader = printed_file
        text = "".join(page_texts(reader))
        total = sum(points(item) for item in printed(quiz))
        assert f"{total}points" in text
        for section in sections(quiz):
            assert f"{squashed(section.name)}{section.points}point" in text
        for number, item in enumerate(printed(quiz), 1):
            assert f"/{points(item)}" in text, number

    def test_nothing_is_coloured(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """A printer without colours loses nothing: all is black, or a grey dark enough to copy."""
        _, reader = printed_file
        drawn = operations(reader)
        used = {operator for _, operator in drawn}
        assert not used & {b"k", b"K", b"sc", b"SC", b"scn", b"SCN", b"sh"}
        greys = [float(operands[0]) for operands, operator in drawn if operator in {b"g", b"G"}]
        colours = [operands for operands, operator in drawn if operator in {b"rg", b"RG"}]
        assert max(greys) <= 0.35
        assert all(len({float(part) for part in colour}) == 1 for colour in colours)

    def test_fonts_are_embedded(self, printed_file: tuple[Quiz, PdfReader]) -> None:
        """Whoever opens the file needs no font for anything that is printed."""
        _, reader = printed_file
        for page in reader.pages:
            found: Any = page["/Resources"]
            fonts = {name: font.get_object() for name, font in found["/Font"].items()}
            current = ""
            for operands, operator in ContentStream(page.get_contents(), reader).operations:
                if operator == b"Tf":
                    current = operands[0]
                elif operator in {b"Tj", b"TJ"}:
                    assert "/FontFile2" in fonts[current]["/FontDescriptor"]


class TestBounds:
    @pytest.mark.parametrize("paper", PAPERS)
    @pytest.mark.parametrize("name", LAYOUTS)
    def test_nothing_leaves_the_measure(self, name: str, paper: Paper) -> None:
        """No letter, rule, box or circle reaches beyond its column."""
        options = PrintOptions(paper=paper, **LAYOUTS[name])
        blocks, galley = handout(whole(), options)
        for block in blocks:
            columns = 1 if block.spans else options.columns
            width = galley.width if block.spans else max(galley.column(columns).width, galley.column(2).width)
            for mark in (mark for row in block.rows for mark in row.marks):
                match mark:
                    case Glyphs():
                        left, right = mark.x, mark.x + galley.book.width(mark.text.rstrip(), mark.font, mark.size)
                    case Stroke():
                        left, right = mark.x, mark.end
                    case Bubble():
                        left, right = mark.x - mark.radius, mark.x + mark.radius
                    case Box():
                        left, right = mark.x, mark.x + mark.width
                    case _:
                        continue
                assert -0.01 <= left <= right <= width + 0.01, (block.part, mark)

    @pytest.mark.parametrize("name", LAYOUTS)
    def test_all_stands_on_the_grid(self, name: str) -> None:
        """Every item is a whole number of half lines high, so that lines stand level from column to column."""
        options = PrintOptions(**LAYOUTS[name])
        plan = design(options)
        galley = Galley(FontBook(), plan, 459)
        for block in question_blocks(whole(), Version("", sections(whole())), galley, options.columns):
            if block.number:
                assert (block.height + block.gap) % (plan.grid / 2) == pytest.approx(0, abs=1e-6) or (
                    block.height + block.gap
                ) % (plan.grid / 2) == pytest.approx(plan.grid / 2, abs=1e-6)


class TestDesigns:
    def sizes(self, **options: Any) -> set[float]:
        """The sizes of all letters on the handout, but for those in circles."""
        blocks, galley = handout(whole(), PrintOptions(**options))
        small = galley.design.bubble_letter.size
        found = {mark.size for block in blocks for row in block.rows for mark in row.marks if isinstance(mark, Glyphs)}
        return {size for size in found if size != small}

    def test_large_print_is_large(self) -> None:
        """Running text has 18 points and nothing on the handout has less than 16."""
        assert LARGE.stem.size == LARGE.option.size == 18
        assert min(self.sizes(large_print=True)) >= 16
        assert max(self.sizes()) < max(self.sizes(large_print=True))

    @pytest.mark.parametrize("options", [{"large_print": True}, {"dyslexia": True}])
    def test_no_slanted_letters(self, options: dict[str, Any]) -> None:
        """Who needs large print or a face that is easy to tell apart gets no italics."""
        blocks, _ = handout(whole(), PrintOptions(**options))
        fonts = {mark.font for block in blocks for row in block.rows for mark in row.marks if isinstance(mark, Glyphs)}
        slanted = {FontBook().face("italic"), FontBook().face("bold-italic")}
        assert not fonts & slanted

    def test_spacing_is_that_of_the_guideline(self) -> None:
        """Letters and words stand 0.12 and 0.16 of the size further apart, lines 1.5 of it, as WCAG 1.4.12 asks."""
        for plan in (design(PrintOptions(dyslexia=True)), design(PrintOptions(dyslexia=True, large_print=True))):
            assert (plan.stem.tracking, plan.stem.spacing) == (0.12, 0.16)
            assert plan.stem.leading / plan.stem.size >= 1.5

    def test_the_face_is_andika(self, tmp_path: Path) -> None:
        """The dyslexia-friendly setting has a face of its own, in the file itself."""
        write_pdf(sample_quiz(2), tmp_path / "quiz.pdf", PrintOptions(dyslexia=True))
        content = (tmp_path / "quiz.pdf").read_bytes()
        for face in (b"Andika", b"Andika-Bold"):
            assert re.search(rb"/FontFile2 \d+ 0 R[^>]*\+" + face, content)

    @pytest.mark.parametrize("options", [{"large_print": True}, {"dyslexia": True}])
    def test_columns_need_small_letters(self, options: dict[str, Any]) -> None:
        """Two columns of large letters are refused, in a sentence that says what to leave out."""
        with pytest.raises(QuizgenError, match="leave one of the two out"):
            PrintOptions(columns=2, **options)


class TestForms:
    def rows(self, item: Question | ItemSet, **options: Any) -> Block:
        """The printed block of one item."""
        sets = (item,) if isinstance(item, ItemSet) else ()
        questions = (item,) if isinstance(item, Question) else ()
        blocks, _ = handout(Quiz("Title", questions, sets=sets), PrintOptions(**options))
        return next(block for block in blocks if block.number)

    def test_a_statement_has_two_circles_beside_it(self) -> None:
        """T and F stand on the statement's first line, at the right."""
        statement = replace(sample_quiz(1).questions[0], form="true-false", stem="It is so. " * 20, key="True")
        block = self.rows(statement)
        true, false = [mark for row in block.rows for mark in row.marks if isinstance(mark, Bubble)]
        texts = [mark for row in block.rows for mark in row.marks if isinstance(mark, Glyphs)]
        assert true.x < false.x
        assert max(mark.x for mark in texts if "so." in mark.text) < true.x

    def test_a_statement_in_a_column_has_them_below(self) -> None:
        """Where a column is narrow, True and False are options below the statement."""
        statement = replace(sample_quiz(1).questions[0], form="true-false", stem="It is so.", key="True")
        text = "".join(
            mark.text for row in self.rows(statement, columns=2).rows for mark in row.marks if isinstance(mark, Glyphs)
        )
        assert "T True" in text
        assert "F False" in text

    def test_matching_has_a_box_for_each_prompt_and_a_letter_for_each_key(self) -> None:
        """Prompts stand at the left behind boxes, keys at the right behind letters in their shown order."""
        matching, _ = sample_sets()
        block = self.rows(matching)
        boxes = [mark for row in block.rows for mark in row.marks if isinstance(mark, Box)]
        glyphs = [mark for row in block.rows for mark in row.marks if isinstance(mark, Glyphs)]
        assert len(boxes) == len(matching.parts)
        assert len({box.x for box in boxes}) == 1
        found = {mark.text.strip(): mark.x for mark in glyphs}
        for letter, place in zip("ABC", matching.shown, strict=True):
            assert boxes[0].x < found[matching.parts[0].prompt] < found[letter] < found[matching.parts[place].key]

    def test_ordering_has_a_box_for_each_event(self) -> None:
        """The events stand in their shown order, each behind a box."""
        _, ordering = sample_sets()
        block = self.rows(ordering)
        text = "".join(mark.text for row in block.rows for mark in row.marks if isinstance(mark, Glyphs))
        places = [text.index(ordering.parts[place].prompt) for place in ordering.shown]
        assert places == sorted(places)
        assert sum(isinstance(mark, Box) for row in block.rows for mark in row.marks) == 3

    def test_with_an_answer_sheet_there_is_nothing_to_write_on(self) -> None:
        """Lines and boxes are on the sheet alone; the gaps of a text stay."""
        matching, _ = sample_sets()
        short = replace(sample_quiz(1).questions[0], form="short-answer", stem="Who?", options=())
        cloze = replace(short, form="cloze", stem=f"It is {BLANK}.")
        for item in (matching, short):
            marks = [mark for row in self.rows(item, answer_sheet=True).rows for mark in row.marks]
            assert not any(isinstance(mark, Stroke | Box) for mark in marks)
        assert any(isinstance(m, Stroke) for row in self.rows(cloze, answer_sheet=True).rows for m in row.marks)


class TestAnswerSheet:
    def test_a_place_for_every_answer(self) -> None:
        """The sheet has a circle for each option, letter and number that can be right, and a line for the rest."""
        quiz = whole()
        version = Version("", sections(quiz))
        galley = Galley(FontBook(), design(PrintOptions(answer_sheet=True)), 459)
        entries = {block.number: block for block in sheet_blocks(quiz, version, galley) if block.number}
        assert list(entries) == [number for number, _ in version.items]
        for number, item in version.items:
            marks = [mark for row in entries[number].rows for mark in row.marks]
            circles = sum(isinstance(mark, Bubble) for mark in marks)
            if isinstance(item, ItemSet):
                assert circles == len(item.parts) ** 2
            elif item.form == "true-false":
                assert circles == 2
            else:
                assert circles == len(item.options)
                assert bool(item.options) != any(isinstance(mark, Stroke) for mark in marks)

    def test_it_says_nothing_of_the_items(self, tmp_path: Path) -> None:
        """Who has the sheet alone reads no question and no answer, but title, name, version and the quiz's id."""
        write_pdf(whole(), tmp_path / "quiz.pdf", PrintOptions(answer_sheet=True, versions=2, key="none"))
        texts = page_texts(PdfReader(tmp_path / "quiz.pdf"))
        (first,) = [text for text in texts if text.startswith("AnswersheetVersionB")]
        assert "Name" in first
        assert "Quiz" in first
        assert not any(squashed(item.stem) in first for item in printed(whole()) if len(item.stem) > 20)


class TestColumns:
    @pytest.mark.parametrize("name", ["plain", "large"])
    def test_there_is_room_for_name_date_and_score(self, name: str) -> None:
        """Each has a rule long enough to be written on by hand; in large print the name has a line of its own."""
        plan = design(PrintOptions(large_print=name == "large", dyslexia=name == "large"))
        quiz = whole()
        width, _ = type_area("a4", plan.side)
        made = name_rows(Version("", sections(quiz)), Galley(FontBook(), plan, width))
        rules = [mark for row in made for mark in row.marks if isinstance(mark, Stroke)]
        assert len(made) == (2 if name == "large" else 1)
        named, dated, scored = (rule.end - rule.x for rule in rules)
        assert named >= 15 * plan.written
        assert dated >= 7 * plan.written
        assert scored >= 4 * plan.written

    def test_sets_span_both_columns(self) -> None:
        """Two sides to match need the whole width, also on a page in columns."""
        blocks, _ = handout(Quiz("Title", (), sets=sample_sets()), PrintOptions(columns=2))
        assert all(block.spans for block in blocks if block.number and block.part == "Questions")


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """A quiz of every form, read back."""
    path = tmp_path_factory.mktemp("tagged") / "quiz.pdf"
    write_pdf(whole(), path)
    return PdfReader(path)


def root(reader: PdfReader) -> Any:
    """The catalogue of the file."""
    return reader.root_object


def elements(reader: PdfReader) -> list[Any]:
    """The headings and paragraphs of the file, in the order of reading."""
    (document,) = root(reader)["/StructTreeRoot"]["/K"]
    assert document.get_object()["/S"] == "/Document"
    return [kid.get_object() for kid in document.get_object()["/K"]]


class TestStructure:
    def test_it_is_tagged(self, tagged: PdfReader) -> None:
        """Readers are told that the file has a structure, and of which language it is."""
        assert root(tagged)["/MarkInfo"]["/Marked"]
        assert str(root(tagged)["/Lang"]) == "en"
        assert {str(page["/Tabs"]) for page in tagged.pages} == {"/S"}

    def test_headings_and_paragraphs(self, tagged: PdfReader) -> None:
        """Titles and sections are headings, all else is paragraphs."""
        roles = [str(element["/S"]) for element in elements(tagged)]
        assert set(roles) == {"/H1", "/H2", "/P"}
        assert roles[0] == "/H1"
        assert roles.count("/H2") == 2 * len(sections(whole()))

    def test_all_that_is_drawn_belongs_somewhere(self, tagged: PdfReader) -> None:
        """Each marked stretch of a page is known to one element, and every letter stands in one or is furniture."""
        known: dict[tuple[IndirectObject, int], int] = {}
        for element in elements(tagged):
            for kid in element["/K"]:
                own = element.raw_get("/Pg")
                inside = isinstance(kid, DictionaryObject)
                page, number = (kid.raw_get("/Pg"), kid.raw_get("/MCID")) if inside else (own, kid)
                known[page, number] = known.get((page, number), 0) + 1
        assert set(known.values()) == {1}
        for page in tagged.pages:
            numbers, open_ = set(), False
            for operands, operator in ContentStream(page.get_contents(), tagged).operations:
                if operator == b"BDC":
                    numbers.add(int(operands[1]["/MCID"]))
                if operator in {b"BDC", b"BMC", b"EMC"}:
                    assert open_ == (operator == b"EMC")
                    open_ = operator != b"EMC"
                assert open_ or operator not in {b"Tj", b"TJ"}
            assert numbers == {number for reference, number in known if reference == page.indirect_reference}

    def test_pages_find_their_elements(self, tagged: PdfReader) -> None:
        """The tree by which a page's marks lead to their elements has an entry for every mark of every page."""
        numbers = root(tagged)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        trees = dict(zip(numbers[::2], (one.get_object() for one in numbers[1::2]), strict=True))
        for page in tagged.pages:
            parents = trees[page["/StructParents"]]
            for number, parent in enumerate(parents):
                kids = parent.get_object()["/K"]
                assert any(kid == number or getattr(kid, "get", lambda _: None)("/MCID") == number for kid in kids)

    def test_what_is_drawn_from_its_end_is_said_in_order(self, tagged: PdfReader) -> None:
        """An Arabic name and a gap are told to whoever has the file read aloud."""
        said = [str(element["/ActualText"]) for element in elements(tagged) if "/ActualText" in element]
        assert any("كاظمي" in text for text in said)
        assert any("(blank)" in text for text in said)


def test_plain_design_is_the_default() -> None:
    """Without options the design is the plain one."""
    assert design(PrintOptions()) == PLAIN
