"""The tokens beside a token, at the edges of a doc as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.language.tokens import Token


def neighbour(token: Token, step: int) -> Token:
    """The token so many places on (back, where negative); the token itself where the doc ends before."""
    at = token.i + step
    return token.doc[at] if 0 <= at < len(token.doc) else token
