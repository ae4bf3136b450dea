"""Which function works out the value of which rule's match; a rule without one has no value of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from quizgen.language.calendar_values import (
    Fields,
    Tense,
    ancient,
    century,
    day,
    day_range,
    decade,
    month,
    month_of_year,
    month_range,
    quarter,
    slash,
    weekday,
    weekday_of_week,
    weekday_range,
    which_month,
    which_weekday,
    year,
)
from quizgen.language.span_values import age, age_decade, ago, clock, length, near_day, part_of_day, period, season
from quizgen.model import Normalised

RESOLVERS: Mapping[str, Callable[[Fields, date | None, Tense], Normalised | None]] = {
    "Monday, 15 February 2021": day, "February 15, 2021": day, "2021-02-15": day, "February 15": day,
    "15 February": day, "15 February this year": day, "February 15 last year": day, "15/02/2021": slash,
    "May 6 to May 9": day_range, "6 May to 9 May": day_range, "May 6-9": day_range, "6-9 May 2021": day_range,
    "October 2018": month, "October": month, "October last year": month_of_year, "last October": which_month,
    "July 2003 to December 2004": month_range, "July to December 2004": month_range, "July to December": month_range,
    "2018": year, "2004 to 2008": year, "2013-14": year, "FY2020": year, "575 BC": ancient, "AD 622": ancient,
    "Q3 2021": quarter, "the first half of 2020": quarter, "the 1990s": decade,
    "the 20th century": century, "20th and 21st centuries": century,
    "the summer of 2020": season,
    "Monday": weekday, "last Monday": which_weekday, "Monday last week": weekday_of_week,
    "Wednesday and Thursday": weekday_range,
    "today": near_day, "the day after tomorrow": near_day, "last night": part_of_day, "last week": period,
    "two days ago": ago,
    "three days": length, "three years and two months": length, "two to three years": length, "seven-day": length,
    "half a century": length,
    "aged 42": age, "the 45-year-old": age, "42 years of age": age, "Smith, 42,": age, "she was six": age,
    "in his 40s": age_decade, "3 pm": clock,
}  # fmt: skip
