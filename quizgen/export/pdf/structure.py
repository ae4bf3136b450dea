"""The structure of a tagged PDF: which headings and paragraphs there are, for those who have the file read aloud.

reportlab draws pages and knows nothing of what is on them, but it lets the marked content of a page and the objects
of a file be written (ISO 32000-1, 14.7 and 14.8). Here every paragraph becomes an element of the file's structure, in
the order of reading; rules, circles, running heads and page numbers are marked as no part of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFString, format

from quizgen.export.pdf.growing import GrowingCanvas
from quizgen.export.pdf.marks import Tag


class Structure:
    """Writes the structure of what is drawn on the pages of `canvas`, a page at a time.

    An element is written as soon as a page ends that has nothing of it. What is kept of it is its number.
    """

    def __init__(self, canvas: GrowingCanvas) -> None:
        self._canvas, self._document = canvas, canvas.document
        self._whole = self._document.reserve()
        self._elements: dict[Tag, _Element] = {}
        self._page: list[int] = []
        self._numbers, self._parents = array("L"), array("L")
        self._open = False
        self._tag: Tag | None = None

    def enter(self, tag: Tag | None) -> None:
        """What is drawn from now on belongs to `tag`, or to the furniture of the page."""
        if self._open and tag is self._tag:
            return
        self.leave()
        if tag:
            element = self._elements.get(tag)
            if element is None:
                element = self._elements[tag] = _Element(self._document.reserve())
                self._numbers.append(element.number)
            element.stretches.append((len(self._parents), len(self._page)))
            self._canvas.addLiteral(f"/{tag.role} <</MCID {len(self._page)}>> BDC")
            self._page.append(element.number)
        else:
            self._canvas.addLiteral("/Artifact BMC")
        self._open, self._tag = True, tag

    def leave(self) -> None:
        """What was entered ends."""
        if self._open:
            self._canvas.addLiteral("EMC")
        self._open = False

    def end_page(self) -> None:
        """The page is written."""
        number = self._document.reserve()
        self._document.put(number, b"[", _references(self._page), b"]")
        for tag, element in [*self._elements.items()]:
            page, _ = element.stretches[-1]
            if page < len(self._parents):
                self._write(self._elements.pop(tag), tag)
        self._parents.append(number)
        self._page = []

    def finish(self) -> None:
        """All pages are written: write the rest of the structure into the file."""
        for tag, element in self._elements.items():
            self._write(element, tag)
        root, whole = self._document.reserve(), self._whole
        opening = b"<</Type/StructElem/S/Document/P %d 0 R/K[" % root
        self._document.put(whole, opening, _references(self._numbers), b"]>>")
        pages = (b"%d %d 0 R " % pair for pair in enumerate(self._parents))
        opening = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[" % whole
        self._document.put(root, opening, pages, b"]>>>>")
        self._document.Catalog.StructTreeRoot = b"%d 0 R" % root
        self._document.Catalog.MarkInfo = b"<</Marked true>>"

    def _write(self, element: _Element, tag: Tag) -> None:
        (first, _), *_ = element.stretches
        kids = []
        for page, mark in element.stretches:
            on = b"<</Type/MCR/Pg %s/MCID %d>>" % (self._on(page), mark)
            kids.append(b"%d" % mark if page == first else on)
        said = b"/ActualText " + format(PDFString(tag.said), self._document) if tag.said else b""
        self._document.put(
            element.number,
            b"<</Type/StructElem/S/%s/P %d 0 R/Pg %s/K[%s]%s>>"
            % (tag.role.encode(), self._whole, self._on(first), b" ".join(kids), said),
        )

    def _on(self, page: int) -> bytes:
        """A reference to a page, counted from 0."""
        return b"%d 0 R" % self._document.number_of(f"Page{page + 1}")


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of the structure: its number in the file, and its stretches of marked content, page and number."""

    number: int
    stretches: list[tuple[int, int]] = field(default_factory=list)


def _references(numbers: Iterable[int]) -> Iterator[bytes]:
    return (b"%d 0 R " % number for number in numbers)
