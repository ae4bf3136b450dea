"""Pairs of sentences out of two articles: what the second is to a claim of the first.

`asked` is the answer in the first sentence, by its letters. `days` lie between the two articles; None leaves the second
one without a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, the answer in the first one, and what the second says of it."""

    one: str
    other: str
    asked: str
    found: Literal["same", "contradicted", "other"]
    days: int | None = 0


SAME = (
    Pair(
        "Mayor Sadia Karim opened the Arden Bridge in Leeds on 3 May 2024.",
        "The Arden Bridge in Leeds was opened by Mayor Sadia Karim on 3 May 2024.",
        "the Arden Bridge in Leeds", "same",
    ),
    Pair(
        "Fourteen people were killed in a hotel fire in Porto on 12 May 2024.",
        "On 12 May 2024, 14 people were killed in a hotel fire in Porto.",
        "Fourteen", "same",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "Fourteen people were killed in a hotel fire in Porto on 12 May 2024.",
        "14", "same",
    ),
    Pair(
        "A flood injured 30 people in Braga on 12 May 2024.",
        "A flood wounded 30 people in Braga on 12 May 2024.",
        "30", "same",
    ),
    Pair(
        "Tariq Suleimani founded the Karun Theatre in 1998.",
        "The Karun Theatre was founded by Tariq Soleimani in 1998.",
        "1998", "same",
    ),
    Pair(
        "Maria Lindqvist founded the Harbour Museum in 1998.",
        "Maria Lindqvist established the Harbour Museum in 1998.",
        "Maria Lindqvist", "same",
    ),
    Pair(
        "Acme bought the Orion Mill for $5 million on 2 May 2024.",
        "Acme purchased the Orion Mill for $5m on 2 May 2024.",
        "$5 million", "same",
    ),
    Pair(
        "The United States sent 300 soldiers to Estonia on 2 May 2024.",
        "The US sent 300 soldiers to Estonia on 2 May 2024.",
        "300", "same",
    ),
    Pair(
        "Police arrested Tomas Berg in Malmo on 4 May 2024.",
        "Tomas Berg was arrested by police in Malmo on 4 May 2024.",
        "Malmo", "same",
    ),
    Pair(
        "Swedish police arrested Tomas Berg in Malmo on 4 May 2024.",
        "Tomas Berg was detained in Malmo on 4 May 2024.",
        "Malmo", "same",
    ),
    Pair(
        "A presidential election was held on 5 May 2024 in North Macedonia.",
        "North Macedonia held a presidential election on 5 May 2024.",
        "5 May 2024", "same",
    ),
    Pair(
        "Anna Kowalska won the Warsaw marathon on 5 May 2024.",
        "On 5 May 2024 Anna Kowalska won the Warsaw marathon.",
        "the Warsaw marathon", "same",
    ),
    Pair(
        "Acme appointed Jane Roe as its chairwoman on 5 May 2024.",
        "Jane Roe was appointed as its chairwoman by Acme on 5 May 2024.",
        "Jane Roe", "same",
    ),
    Pair(
        "The World Health Organization (WHO) sent 40 doctors to Chad on 5 May 2024.",
        "The WHO sent 40 doctors to Chad on 5 May 2024.",
        "40", "same",
    ),
    Pair(
        "The number of students at Delft University could rise from 500 to 900.",
        "Delft University may increase the number of students at its new campus from 500 to 900.",
        "900", "same",
    ),
    Pair(
        "Mayor Sadia Karim closed the Tower Bridge on 6 May 2024.",
        "Sadia Karim closed the Tower Bridge on 6 May 2024.",
        "the Tower Bridge", "same",
    ),
    Pair(
        "The volcano Mount Lewotobi erupted on Monday.",
        "The volcano Mount Lewotobi erupted on 13 May 2024.",
        "Monday", "same",
    ),
    Pair(
        "Jan Novak, the Czech ambassador to Chile, resigned.",
        "Jan Novak, the Czech ambassador to Chile, spoke in Santiago.",
        "Jan Novak", "same",
    ),
    Pair(
        "Oslo University Hospital hired 60 nurses in April 2024.",
        "In April 2024 Oslo University Hospital hired sixty nurses.",
        "60", "same",
    ),
    Pair(
        "“The bridge will stay closed until Friday,” said Peter Falk.",
        "Peter Falk said: “The bridge will stay closed until Friday.”",
        "Peter Falk", "same",
    ),
)  # fmt: skip

CONTRADICTED = (
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire killed 16 people in Porto on 12 May 2024.",
        "14", "contradicted",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "Twelve people were killed in a hotel fire in Porto on 12 May 2024.",
        "14", "contradicted",
    ),
    Pair(
        "Maria Lindqvist founded the Harbour Museum in 1998.",
        "Maria Lindqvist established the Harbour Museum in 1996.",
        "1998", "contradicted",
    ),
    Pair(
        "Maria Lindqvist founded the Harbour Museum in 1998.",
        "Karin Olsen founded the Harbour Museum in 1998.",
        "Maria Lindqvist", "contradicted",
    ),
    Pair(
        "Acme bought the Orion Mill for $5 million on 2 May 2024.",
        "Acme bought the Orion Mill for $6 million on 2 May 2024.",
        "$5 million", "contradicted",
    ),
    Pair(
        "The number of students at Delft University could rise from 500 to between 800 and 900.",
        "Delft University may increase the number of students at its new campus from 500 to as many as 900.",
        "between 800 and 900", "contradicted",
    ),
    Pair(
        "Anna Kowalska won the Warsaw marathon on 5 May 2024.",
        "Ewa Nowak won the Warsaw marathon on 5 May 2024.",
        "Anna Kowalska", "contradicted",
    ),
    Pair(
        "The Stella sank off Malta on 2 May 2024.",
        "The Stella sank off Malta on 3 May 2024.",
        "2 May 2024", "contradicted",
    ),
    Pair(
        "Oslo University Hospital hired 60 nurses in April 2024.",
        "Oslo University Hospital hired 80 nurses in April 2024.",
        "60", "contradicted", days=None,
    ),
    Pair(
        "The United States sent 300 soldiers to Estonia on 2 May 2024.",
        "The US sent 400 soldiers to Estonia on 2 May 2024.",
        "300", "contradicted",
    ),
)  # fmt: skip

OTHER = (
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire killed 16 people in Braga on 12 May 2024.",
        "14", "other",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire killed 16 people in Porto on 9 May 2024.",
        "14", "other",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire injured 14 people in Porto on 12 May 2024.",
        "14", "other",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire killed 16 horses in Porto on 12 May 2024.",
        "14", "other",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire killed at least 12 people in Porto on 12 May 2024.",
        "14", "other",
    ),
    Pair(
        "A hotel fire killed about 500 sheep in Porto on 12 May 2024.",
        "A hotel fire killed 490 sheep in Porto on 12 May 2024.",
        "about 500", "other",
    ),
    Pair(
        "A hotel fire killed 14 people in Porto on 12 May 2024.",
        "A hotel fire did not kill 14 people in Porto on 12 May 2024.",
        "14", "other",
    ),
    Pair(
        "Mayor Sadia Karim opened the Arden Bridge in Leeds on 3 May 2024.",
        "Mayor Sadia Karim will open the Arden Bridge in Leeds on 3 May 2024.",
        "the Arden Bridge in Leeds", "other",
    ),
    Pair(
        "Mayor Sadia Karim opened the Arden Bridge in Leeds on 3 May 2024.",
        "Mayor Sadia Karim closed the Arden Bridge in Leeds on 3 May 2024.",
        "the Arden Bridge in Leeds", "other",
    ),
    Pair(
        "Iran accused Iraq of 30 attacks on 3 May 2024.",
        "Iraq accused Iran of 40 attacks on 3 May 2024.",
        "30", "other",
    ),
    Pair(
        "The number of students at Delft University could rise from 500 to 900.",
        "The number of students at Delft University could fall from 500 to 300.",
        "900", "other",
    ),
    Pair(
        "The number of students at Delft University could rise from 500 to 900.",
        "The number of teachers at Delft University could rise from 500 to 800.",
        "900", "other",
    ),
    Pair(
        "The number of students at Delft University could rise from 500 to 900.",
        "The number of students at Utrecht University could rise from 500 to 800.",
        "900", "other",
    ),
    Pair(
        "Oslo University Hospital has 60 nurses.",
        "Oslo University Hospital has 80 nurses.",
        "60", "other", days=400,
    ),
    Pair(
        "An earthquake killed 14 people in Van on 12 May 2024.",
        "An earthquake killed 20 people in Van on 12 May 2024.",
        "14", "other", days=2,
    ),
    Pair(
        "Anna Kowalska won the Warsaw marathon on 5 May 2024.",
        "Anna Kowalska won the Berlin marathon on 5 May 2024.",
        "Anna Kowalska", "other",
    ),
    Pair(
        "Anna Kowalska won the Warsaw marathon in 2021.",
        "Ewa Nowak won the Warsaw marathon in 2022.",
        "Anna Kowalska", "other",
    ),
    Pair(
        "Jan Novak visited Prague on 5 May 2024.",
        "Jan Novak visited Vienna on 5 May 2024.",
        "Prague", "other",
    ),
    Pair(
        "Jan Novak met Ewa Nowak in Prague on 5 May 2024.",
        "Jan Novak met Karin Olsen in Prague on 5 May 2024.",
        "Ewa Nowak", "other",
    ),
    Pair(
        "Jan Novak, the Czech ambassador to Chile, resigned.",
        "Petr Svoboda, the Czech ambassador to Chile, resigned.",
        "Jan Novak", "other", days=900,
    ),
    Pair(
        "Jan Novak, the Czech ambassador to Chile, resigned.",
        "Jan Novak, the Czech ambassador to Peru, resigned.",
        "Jan Novak", "other",
    ),
    Pair(
        "Police arrested Tomas Berg in Malmo on 4 May 2024.",
        "Police arrested Tomas Holm in Malmo on 4 May 2024.",
        "Malmo", "other",
    ),
    Pair(
        "Acme bought the Orion Mill on 2 May 2024.",
        "Acme sold the Orion Mill on 2 May 2024.",
        "Acme", "other",
    ),
    Pair(
        "The police station in Leeds closed on 2 May 2024.",
        "The police in Leeds closed the road on 4 May 2024.",
        "2 May 2024", "other",
    ),
    Pair(
        "Storm Ciaran killed nine people in Truro on 12 May 2024.",
        "Storm Ciaran killed another nine people in Truro on 12 May 2024.",
        "nine", "other",
    ),
    Pair(
        "Leeds City Council built 200 homes in York in 2020.",
        "Leeds City Council built 300 homes in York in 2021.",
        "200", "other",
    ),
    Pair(
        "The International Maritime Organization (IMO) hired 12 lawyers in 2022.",
        "The International Mathematical Olympiad (IMO) hired 15 lawyers in 2022.",
        "12", "other",
    ),
    Pair(
        "The volcano Mount Lewotobi erupted on Monday.",
        "The volcano Mount Lewotobi erupted on 13 May 2023.",
        "Monday", "other", days=365,
    ),
    Pair(
        "The Arden Bridge may cost $5 million, according to the Leeds council.",
        "The Arden Bridge cost $7 million, according to the Leeds council.",
        "$5 million", "other",
    ),
    Pair(
        "Peter Falk said: “The bridge will stay closed until Friday.”",
        "Peter Falk said: “The school will stay closed until Friday.”",
        "Peter Falk", "other",
    ),
)  # fmt: skip

PAIRS = (*SAME, *CONTRADICTED, *OTHER)
