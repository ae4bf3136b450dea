"""The structure of a tagged PDF: which headings and paragraphs there are, for those who have the file read aloud.

reportlab draws pages and knows nothing of what is on them, but it lets the marked content of a page and the objects
of a file be written (ISO 32000-1, 14.7 and 14.8). Here every paragraph becomes an element of the file's structure, in
the order of reading; rules, circles, running heads and page numbers are marked as no part of it.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString, format
from reportlab.pdfgen.canvas import Canvas

from quizgen.export.pdf.marks import Tag


class Structure:
    """Collects what is drawn on the pages of `canvas`, and writes it into the file in the end."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._elements: dict[Tag, _Element] = {}
        self._pages: list[list[Tag]] = []
        self._open = False
        self._tag: Tag | None = None

    def begin_page(self) -> None:
        """A page begins."""
        self._pages.append([])

    def enter(self, tag: Tag | None) -> None:
        """What is drawn from now on belongs to `tag`, or to the furniture of the page."""
        if self._open and tag is self._tag:
            return
        self.leave()
        if tag:
            page = self._pages[-1]
            if tag not in self._elements:
                self._elements[tag] = _Element(tag)
            self._elements[tag].stretches += (len(self._pages), len(page))
            self._canvas.addLiteral(f"/{tag.role} <</MCID {len(page)}>> BDC")
            page.append(tag)
        else:
            self._canvas.addLiteral("/Artifact BMC")
        self._open, self._tag = True, tag

    def leave(self) -> None:
        """What was entered ends."""
        if self._open:
            self._canvas.addLiteral("EMC")
        self._open = False

    def write(self) -> None:
        """Write the structure into the file, whose pages are all drawn."""
        document = self._canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": document.Reference(root)})
        parent = document.Reference(whole)
        made: dict[Tag, PDFObjectReference] = {}
        for tag, element in self._elements.items():
            element.parent = parent
            made[tag] = document.Reference(element)
        whole["K"] = PDFArray([*made.values()])
        root["K"] = PDFArray([parent])
        numbers: list[object] = []
        for number, tags in enumerate(self._pages):
            numbers += [number, document.Reference(PDFArray([made[tag] for tag in tags]))]
            page = document.Pages[number]
            # reportlab's pages write the entries that this names; those of tagged files are not among them.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _Element(PDFObject):  # type: ignore[misc]
    """An element of the structure and its stretches of marked content: page by page its number there, in turns.

    There are thousands of them, so that each is kept small and written by hand.
    """

    __RefOnly__ = 1
    parent: PDFObjectReference

    def __init__(self, tag: Tag) -> None:
        self.tag = tag
        self.stretches: tuple[int, ...] = ()

    def format(self, document: object) -> bytes:
        """The dictionary as it stands in the file."""
        first, *_ = self.stretches
        kids = []
        for page, number in zip(self.stretches[::2], self.stretches[1::2], strict=True):
            on = b"" if page == first else b"<</Type/MCR/Pg %s/MCID " % _page(page, document)
            kids.append(on + b"%d" % number + (b">>" if on else b""))
        said = b"/ActualText " + format(PDFString(self.tag.said), document) if self.tag.said else b""
        return b"<</Type/StructElem/S/%s/P %s/Pg %s/K[%s]%s>>" % (
            self.tag.role.encode(), format(self.parent, document), _page(first, document), b" ".join(kids), said,
        )  # fmt: skip


def _page(number: int, document: object) -> bytes:
    """A reference to a page, counted from 1."""
    reference: bytes = format(PDFObjectReference(f"Page{number}"), document)
    return reference
