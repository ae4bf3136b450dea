"""Which files are articles, and what each is called: folders, patterns and file names into paths and ids."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizgen.errors import NoArticles, ReadingError

TEXT_SUFFIXES = (".txt",)
MARKDOWN_SUFFIXES = (".md", ".markdown")
SUFFIXES = TEXT_SUFFIXES + MARKDOWN_SUFFIXES
"""The endings of a file that is an article, in lower case."""

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_NOT_SLUG = re.compile(r"\W+")


def find(sources: Sequence[str]) -> tuple[Path, ...]:
    """The articles that files, folders and patterns name.

    Args:
        sources: Each a file, a folder (searched with all its subfolders) or a pattern such as `news/**/*.txt`. In
            folders and patterns only .txt, .md and .markdown count; hidden files and READMEs do not.

    Returns:
        The paths, in the order of `sources`, those of one source sorted by name; each file once.

    Raises:
        NoArticles: A folder or a pattern holds no article.
        ReadingError: There is no such file, it is of another format, or a folder cannot be read.
    """
    found: dict[Path, Path] = {}
    for source in sources:
        for path in _of(source):
            found.setdefault(path.resolve(), path)
    return tuple(found.values())


def ids(paths: Iterable[Path]) -> dict[Path, str]:
    """An id for each path: the file's stem as a slug, with as much of its folders as makes it unlike all others.

    Two files of one name both get their folder's name before it, whichever comes first, so that the order of
    `paths` decides nothing.
    """
    names = {path: _names(path) for path in paths}
    depth = dict.fromkeys(names, 0)
    while True:
        chosen = {path: names[path][depth[path]] for path in names}
        count = Counter(chosen.values())
        clashing = [path for path in names if count[chosen[path]] > 1 and depth[path] + 1 < len(names[path])]
        if not clashing:
            return chosen
        for path in clashing:
            depth[path] += 1


def _of(source: str) -> list[Path]:
    if _URL.match(source):
        raise ReadingError(source, "nothing is fetched from the network", "save the article's text to a file")
    path = Path(source)
    try:
        if path.is_dir():
            return _filled(_walk(path), source, "the folder")
        if path.exists():
            return [_known(path)]
        if glob.has_magic(source):
            return _filled(_matching(source), source, "the pattern")
    except (OSError, ValueError) as error:
        reason = f"it cannot be opened ({getattr(error, 'strerror', None) or error})"
        raise ReadingError(source, reason, "check its name and whether you may read it") from None
    raise ReadingError(source, "there is no such file or folder", "check how it is spelled")


def _known(path: Path) -> Path:
    if path.suffix.lower() not in (*SUFFIXES, ""):
        reason = f"a {path.suffix} file is not read"
        raise ReadingError(path, reason, "save the article as plain text (.txt) or Markdown (.md)")
    return path


def _filled(paths: list[Path], source: str, what: str) -> list[Path]:
    if not paths:
        raise NoArticles(source, f"{what} holds no article", f"put articles there as {', '.join(SUFFIXES)} files")
    return paths


def _matching(pattern: str) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, sorted(glob.glob(pattern, recursive=True))):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        if path.is_file() and _is_article(path.name):
            found.append(path)
        elif path.is_dir() and not pattern.endswith("**"):
            found.extend(_walk(path))
    return found


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for where, folders, files in os.walk(folder, onerror=_raise):
        # Sorted in place: the walk goes down in this order on every file system.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(where, name) for name in files if _is_article(name))
    return sorted((path for path in found if path.is_file()), key=lambda path: path.parts)


def _raise(error: OSError) -> None:
    raise error


def _is_article(name: str) -> bool:
    stem, suffix = Path(name.lower()).stem, Path(name.lower()).suffix
    return suffix in SUFFIXES and not name.startswith(".") and not re.match(r"readme(?![a-z])", stem)


def _names(path: Path) -> list[str]:
    """What the path may be called, from the shortest to one that no other path has."""
    whole = path.absolute()
    stems = [*reversed([part for part in whole.parent.parts if _slug(part)])]
    short = _slug(path.stem) or "article"
    names, name = [short], short
    for parent in stems:
        name = f"{_slug(parent)}-{name}"
        names.append(name)
    suffix = _slug(path.suffix)
    mark = hashlib.sha256(whole.as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return [
        *names[:2],
        *([f"{names[min(1, len(names) - 1)]}-{suffix}"] if suffix else []),
        *names[2:],
        f"{name}-{mark}",
    ]


def _slug(name: str) -> str:
    """Lower-case letters without accents, digits and underscores, with a hyphen for anything else."""
    letters = unicodedata.normalize("NFKD", name)
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_SLUG.sub("-", letters.lower()).strip("-_")
