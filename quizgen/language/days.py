"""Days, months and years, as words of a question and as parts of patterns for them."""

from __future__ import annotations

from quizgen.language.time_fragments import MONTHS, WEEKDAYS

MONTH = f"(?:{'|'.join(MONTHS)})"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
YEAR = r"(?:1[5-9]|20)\d\d"

__all__ = ["MONTH", "MONTHS", "WEEKDAY", "WEEKDAYS", "YEAR"]
