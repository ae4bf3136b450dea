"""Font files, made known to reportlab: those of the packages, and a user's own, named by their content."""

from __future__ import annotations

import hashlib
import io
import re
import struct
from pathlib import Path
from typing import Literal

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from quizgen.errors import QuizgenError

Face = Literal["regular", "bold", "italic", "bold-italic"]
_ANDIKA = Path(__file__).parent / "andika"
FIRA: dict[Face, str] = {"regular": "figo", "bold": "figbo", "italic": "figit", "bold-italic": "figbi"}
NOTO: dict[Face, str] = {"regular": "notos", "bold": "notosbo", "italic": "notosit", "bold-italic": "notosbi"}
# How the other faces of a family are called beside its regular one.
_REGULAR = re.compile("[-_ ]?(Regular|Book|Roman)$", re.IGNORECASE)
_SUFFIXES: dict[Face, tuple[str, ...]] = {
    "bold": ("-Bold", "Bold", "bd", "b"),
    "italic": ("-Italic", "-Oblique", "Italic", "i"),
    "bold-italic": ("-BoldItalic", "-BoldOblique", "BoldItalic", "bi", "z"),
}


def embedded(code: str) -> str:
    """The registered name of the font that `pymupdf-fonts` keeps under `code`, read when it is first needed."""
    name = f"quizgen-{code}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(pymupdf_fonts.fontbuffers[code]())))
    return name


def andika() -> dict[Face, str]:
    """Andika has no slanted faces here: who needs it is not to be given any."""
    regular, bold = (_register_file(_ANDIKA / f"Andika-{name}.ttf") for name in ("Regular", "Bold"))
    return {"regular": regular, "bold": bold, "italic": regular, "bold-italic": bold}


def own_faces(path: Path) -> dict[Face, str]:
    """The registered names of the user's font and of those faces of its family that lie beside it."""
    faces: dict[Face, str] = {"regular": _register_file(path)}
    base = _REGULAR.sub("", path.stem)
    for face, suffixes in _SUFFIXES.items():
        beside = (path.with_name(f"{base}{suffix}{path.suffix}") for suffix in suffixes)
        found = next((file for file in beside if file.is_file() and file != path), None)
        if found:
            faces[face] = _register_file(found)
    return faces


def _register_file(path: Path) -> str:
    try:
        data = path.read_bytes()
        name = f"quizgen-{hashlib.sha256(data).hexdigest()[:16]}"
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, io.BytesIO(data)))
    except OSError as error:
        raise QuizgenError(f"{path}: the font cannot be read ({error.strerror}).") from error
    # A damaged table surfaces as whatever reportlab's parser trips over first, hence the width of this net.
    except (
        TTFError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AssertionError,
        ArithmeticError,
        struct.error,
    ) as error:
        raise QuizgenError(f"{path}: not a font that can be embedded; give a TrueType file (.ttf).") from error
    return name


def register_reader(name: str) -> str:
    """The name of a font that readers have, registered so that it can be drawn with; the file does not embed it."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name
