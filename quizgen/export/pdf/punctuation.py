"""A typewriter's quotes and dashes as a printer sets them.

The source keeps its letters; what is printed has “these”, ‘these’ and – these for "these", 'these' and - these, as a
publisher's page has. Each is one letter for one, so that a stretch of the text stays the same stretch.
"""

from __future__ import annotations

import re

_OPENING = {'"': "“", "'": "‘"}
_CLOSING = {'"': "”", "'": "’"}
# What looks like an opening quote stands for letters left out.
_ELISION = re.compile(r"'(?=\d0s\b|(?:em|til|tis|twas|cause|round|n'?)\b)", re.IGNORECASE)
# Feet, inches, minutes and seconds, and the marks within Hebrew words, are no quotes.
_NO_QUOTE = re.compile(r"(?<=\d)'\d+\"?|(?<=[\u0590-\u05ff])['\"](?=[\u0590-\u05ff])")
# A joiner, which has no width, keeps the place of the second hyphen.
_DASH, _TWO = re.compile(r"(?<=\s)-(?=\s)"), re.compile(r"(?<!-)--(?!-)")
_EN, _EM = "–", "—\u2060"


def printed(text: str) -> str:
    """`text` with the quotes and dashes of a printed page; as many letters as before."""
    if '"' not in text and "'" not in text and "-" not in text:
        return text
    text = _TWO.sub(_EM, _DASH.sub(_EN, _ELISION.sub("’", text)))
    kept = {place for found in _NO_QUOTE.finditer(text) for place in range(*found.span())}
    made = list(text)
    for place, letter in enumerate(text):
        if letter in _OPENING and place not in kept:
            made[place] = (_OPENING if _opens(made, place) else _CLOSING)[letter]
    return "".join(made)


def _opens(text: list[str], place: int) -> bool:
    """Whether a quote opens: words follow it, and before it stand none, but a space, a bracket, a dash or a quote."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([{–—/-“‘\u2060")
