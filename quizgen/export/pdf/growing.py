"""A PDF that is written while it is made, so that no page has to stay in memory until the last one is done.

reportlab keeps every object until the file is saved: its pages as text, and a small world of dictionaries for each link
and each place that links lead to. Here a page is written, compressed, when it ends, with its links and places as plain
bytes, and all that stays of it are the offsets for the file's table of contents. Objects that others refer to before
they are written (a place further on, the foot of a page) get their numbers first (ISO 32000-1, 7.3.10 and 7.5).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import BinaryIO

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
    PDFTrailer,
    format,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

VERSION = (1, 5)
LANGUAGE = "en"
LINK = b"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s]%s>>"
WEB = b"/A<</S/URI/URI %s>>"


class GrowingDocument(PDFDocument):  # type: ignore[misc]
    """A document that is written to `file` object by object.

    What reportlab registers by `Reference` is kept until it is told to `settle` it, or until the end.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self._out = PDFFile(VERSION)
        (opening,) = self._out.strings
        self._out.write = file.write
        file.write(opening)
        self._offsets = array("Q", [0])
        self.Reference(self.Pages)

    def reserve(self) -> int:
        """The number of an object that is to be `put` later."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def promise(self, name: str) -> None:
        """Let an object be referred to by a name under which it is put later."""
        self.idToObjectNumberAndVersion[name] = (self.reserve(), 0)

    def number_of(self, name: str) -> int:
        """The number of the object that has this name."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def put(self, number: int, *content: bytes | Iterable[bytes]) -> None:
        """Write an object; a long one need not be in memory as a whole."""
        self._write(number, b"%d 0 obj\n" % number)
        for part in content:
            for piece in [part] if isinstance(part, bytes) else part:
                self._out.add(piece)
        self._out.add(b"\nendobj\n")

    def is_written(self, number: int) -> bool:
        """Whether the object with that number is in the file."""
        return number < len(self._offsets) and self._offsets[number] > 0

    def settle(self, name: str) -> None:
        """Write the named object, and those that come up while it is written; none of them is kept."""
        at = self.objectcounter
        self._write_known(self.number_of(name))
        for number in range(at + 1, self.objectcounter + 1):
            self._write_known(number)
        for number in (self.number_of(name), *range(at + 1, self.objectcounter + 1)):
            del self.idToObject[self.numberToId.pop(number)]

    def addPage(self, page: PDFObject) -> None:  # noqa: N802
        """Write a page, tagged by its place among the pages; what is kept is a reference to it."""
        name = self.thisPageName()
        # reportlab's pages write the entries that this names; those of tagged files are not among them.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.Pages.pages), PDFName("S")
        super().addPage(page)
        self.settle(name)
        self.Pages.pages[-1] = b"%d 0 R" % self.number_of(name)

    def addForm(self, name: str, form: PDFObject) -> None:  # noqa: N802
        """Write a form that pages have promised."""
        self.inObject = None
        self.put(self.number_of(xObjectName(name)), form.format(self))

    def format(self) -> bytes:
        """Write what is left and the table of all objects; nothing remains to be written by the caller."""
        number = 0
        while number < self.objectcounter:
            number += 1
            if number in self.numberToId:
                self._write_known(number)
        count = len(self._offsets)
        entries = (b"%010d 00000 n \n" % at if at else b"0000000000 65535 f \n" for at in self._offsets)
        start = self._out.add(b"xref\n0 %d\n" % count)
        for entry in entries:
            self._out.add(entry)
        catalog, info = self.Reference(self.Catalog), self.Reference(self.info)
        trailer = PDFTrailer(startxref=start, Size=count, Root=catalog, Info=info, ID=self.ID())
        self._out.add(trailer.format(self))
        return b""

    def _write_known(self, number: int) -> None:
        name = self.numberToId[number]
        self._write(number, PDFIndirectObject(name, self.idToObject[name]).format(self))

    def _write(self, number: int, content: bytes) -> None:
        self._offsets.extend([0] * (number + 1 - len(self._offsets)))
        self._offsets[number] = self._out.add(content)


class GrowingCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages, of `size` points, are written to `file` as soon as they end; `font` is the first one."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], font: str) -> None:
        super().__init__(file, size, initialFontName=font)
        self._doc = GrowingDocument(file)
        self._places: dict[str, int] = {}
        self._bound: list[tuple[int, float, float]] = []

    @property
    def document(self) -> GrowingDocument:
        """The document that grows."""
        return self._doc

    def link(self, box: tuple[float, float, float, float], target: str, *, web: bool) -> None:
        """Make a rectangle lead to a place in the document, bound or not yet, or to a web address."""
        leads = WEB % format(PDFString(target), self._doc) if web else b"/Dest %d 0 R" % self._number(target)
        self._annotationrefs.append(LINK % (fp_str(*self._absRect(box, 1)).encode(), leads))

    def bind(self, name: str, x: float, y: float) -> None:
        """Give a place its name."""
        self._bound.append((self._number(name), *self.absolutePosition(x, y)))

    def showPage(self) -> None:  # noqa: N802
        """Write the page with its form fields and its places."""
        page = self._doc.thisPageName()
        fields = [note.name for note in self._annotationrefs if isinstance(note, PDFObjectReference)]
        super().showPage()
        for field in fields:
            self._doc.settle(field)
        for number, *corner in self._bound:
            on = self._doc.number_of(page)
            self._doc.put(number, b"[%d 0 R /XYZ %s 0]" % (on, fp_str(*corner).encode()))
        self._bound.clear()

    def doForm(self, name: str) -> None:  # noqa: N802
        """Show on this page a form that is drawn later."""
        self._doc.promise(xObjectName(name))
        super().doForm(name)

    def save(self) -> None:
        """Write what is left; raises ValueError if a link leads to a place that was never bound."""
        lost = [name for name, number in self._places.items() if not self._doc.is_written(number)]
        if lost:
            raise ValueError(f"links lead to places that are not there: {', '.join(lost)}")
        super().save()

    def _bookmarkReference(self, name: str) -> _Place:  # noqa: N802
        return _Place(self._number(name))

    def _number(self, place: str) -> int:
        if place not in self._places:
            self._places[place] = self._doc.reserve()
        return self._places[place]


class _Place(PDFObject):  # type: ignore[misc]
    """A place for reportlab's outline."""

    def __init__(self, number: int) -> None:
        self._number = number

    def format(self, _: PDFDocument) -> bytes:
        """A reference to it."""
        return b"%d 0 R" % self._number
