"""The YAML block at the top of a file: title, publisher, published, url, author.

    ---
    title: City opens its second bridge
    published: 2021-02-16
    ---

Everything is read as the string that stands there, so that no value becomes something else ("title: 1984").
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from quizgen.errors import BadFrontMatter
from quizgen.reading.dates import stated

KEYS = ("title", "publisher", "published", "url", "author")
"""The keys that are understood; others are passed over, and a near miss of one of these is warned about."""
MAX_LENGTH = 20_000
"""The longest block that is looked at, in characters."""

_OPEN = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$(?:\r\n|\n|\r)?", re.MULTILINE)
_KEY = re.compile(r"\s*[A-Za-z_-]+[ \t]*:(?:\s|$)")
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block states, None where it does not, and `end`, the offset at which the article itself begins."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    end: int = 0


def front_matter(text: str, path: Path, warn: Callable[[str], None]) -> FrontMatter:
    """Reads the YAML block at the top of `text`, if there is one.

    Args:
        text: The whole decoded file; a byte order mark may stand before the block.
        path: The file, for messages.
        warn: Told of a key that looks like a misspelled one of `KEYS`.

    Raises:
        BadFrontMatter: The block has no end, is not YAML, states a key twice, or has a value of the wrong type.
    """
    opened = _OPEN.match(text)
    if not opened:
        return FrontMatter()
    start = opened.end()
    closed = _CLOSE.search(text.replace("\r", "\n"), start, start + MAX_LENGTH)
    if not closed:
        if _KEY.match(text, start):
            raise _bad(path, 1, "the front matter has no end", "close it with a line of three hyphens (---)")
        return FrontMatter()
    node = _node(text[start : closed.start()], path)
    if node is None or (isinstance(node, yaml.ScalarNode) and not _KEY.match(text, start)):
        # Two rules with nothing, or with prose, between them.
        return FrontMatter(end=closed.end() if node is None else 0)
    if not isinstance(node, yaml.MappingNode):
        raise _bad(path, 2, "the front matter is not a list of keys and values", "write a line such as `title: …`")
    return _read(node, closed.end(), path, warn)


def _node(block: str, path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        reason = f"the front matter is not YAML ({error.problem or error.context})"
        raise _bad(path, line, reason, "put the value in quotes, or mend the line") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = f"the front matter is not YAML ({str(error).splitlines()[0]})"
        raise _bad(path, 1, reason, "mend it or take it out") from None


def _read(node: yaml.MappingNode, end: int, path: Path, warn: Callable[[str], None]) -> FrontMatter:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 2
        if name not in KEYS:
            near = difflib.get_close_matches(name.lower(), KEYS, n=1, cutoff=0.8)
            if near:
                warn(f"{path}: line {line}: `{name}` is no key of the front matter; did you mean `{near[0]}`?")
            continue
        if name in lines:
            raise _bad(path, line, f"`{name}` is stated twice", "keep one of them")
        values[name], lines[name] = _string(name, value, path), line
    found = {name: value for name, value in values.items() if value}
    return FrontMatter(
        title=found.get("title"),
        publisher=found.get("publisher"),
        published=_published(found.get("published"), lines, path),
        url=_url(found.get("url"), lines, path),
        author=found.get("author"),
        end=end,
    )


def _string(name: str, node: yaml.Node, path: Path) -> str:
    """The value on one line; empty where nothing or `null` is stated. Only an author may be a list."""
    if isinstance(node, yaml.SequenceNode) and name == "author":
        return ", ".join(_string("an author", each, path) for each in node.value)
    if not isinstance(node, yaml.ScalarNode):
        reason = f"`{name}` is a {'list' if isinstance(node, yaml.SequenceNode) else 'mapping'}, not a text"
        raise _bad(path, node.start_mark.line + 2, reason, "write it on one line, in quotes if it holds a colon")
    # an escape such as \ud83d is half of a letter: with its other half one, and alone none that could be written
    letters = node.value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    value = " ".join(letters.split())
    return "" if node.style is None and value in {"", "~", "null", "Null", "NULL"} else value


def _published(value: str | None, lines: dict[str, int], path: Path) -> date | None:
    if value is None:
        return None
    day = stated(value)
    if day is None:
        reason = f"`published` is {value[:60]!r}, which is no date"
        raise _bad(path, lines["published"], reason, "write it as year-month-day, such as 2021-02-16")
    return day


def _url(value: str | None, lines: dict[str, int], path: Path) -> str | None:
    # The URL becomes a link on a card, so that nothing but a web address may pass.
    if value is not None and not _URL.fullmatch(value):
        reason = f"`url` is {value[:60]!r}, which is no web address"
        raise _bad(path, lines["url"], reason, "write it in full, beginning with https://")
    return value


def _bad(path: Path, line: int, reason: str, mend: str) -> BadFrontMatter:
    return BadFrontMatter(path, f"line {line}: {reason}", mend)
