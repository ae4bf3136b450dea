"""A quiz made by hand that shows all that a card can show: every form, with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quizgen.model import (
    BLANK,
    Distractor,
    Fact,
    ItemSet,
    Normalised,
    Part,
    Question,
    Quiz,
    Sentence,
    Slot,
    Source,
    Span,
    Support,
)

NEWS = Source(
    "nato", "Nato ministers set to boost Iraq mission", "news/nato.txt", "The Northern Courier", date(2021, 2, 16),
    "stated", "https://news.example/nato",
)  # fmt: skip
TOLD = Source(
    "iraq", "Iraq wants the alliance to stay", "news/iraq.txt", "Erbil Gazette", date(2021, 2, 17), "inferred"
)
TEXTS: dict[Source, tuple[str, ...]] = {
    NEWS: (
        "Nato Secretary General Jens Stoltenberg said on Monday that ministers were expected to agree on Thursday.",
        "Nato has had a non-combat mission in Baghdad since October 2018.",
        "The mission is led by a Danish commander and could grow from 500 to between 4,000 and 5,000 soldiers.",
        "It was suspended in January 2020, after the killing of an Iranian general in Baghdad.",
        "The last coalition troops are to leave three more bases by the end of March.",
    ),
    TOLD: (
        "Iraq’s prime minister, مصطفى الكاظمي (Mustafa al-Kadhimi), took office in May 2020.",
        "He told reporters in Erbil that the alliance wants between 4,000 and 5,000 soldiers in the country.",
        "President Recep Tayyip Erdoğan met him in Ankara on 17 December 2020.",
    ),
}  # fmt: skip
CONTEXT = {source: f"{source.title} · {source.publisher}" for source in TEXTS}


def sentences(source: Source) -> tuple[Sentence, ...]:
    """The sentences of an article of one paragraph, with a space between any two."""
    made, at = [], 0
    for index, text in enumerate(TEXTS[source]):
        made.append(Sentence(source.id, index, Span(at, at + len(text)), text))
        at += len(text) + 1
    return tuple(made)


def article(source: Source) -> str:
    """The article's text."""
    return " ".join(TEXTS[source])


def fact(source: Source, index: int, key: str, kind: str = "figure", how: Normalised | None = None) -> Fact:
    """A fact of the sentence with that number, with one slot."""
    sentence = sentences(source)[index]
    start = sentence.span.start + sentence.text.index(key)
    slot = Slot("value", Span(start, start + len(key)), key, key, normalised=how)
    return Fact(kind, (slot,), ("value",), sentence, "by-hand")


def question(made: Fact, source: Source, stem: str, number: int, **more: object) -> Question:
    """A short-answer question for the fact's slot; `more` are other values of the question."""
    around, at = sentences(source), made.sentence.index
    asked = Question(
        f"{number:020x}", "short-answer", stem, made.slots[0].text, made.slots[0].span, made, source, "by-hand",
        CONTEXT[source], before=around[at - 1] if at else None, topics=("Nato", "Iraq"),
        after=around[at + 1] if at + 1 < len(around) else None,
    )  # fmt: skip
    return replace(asked, **more)  # type: ignore[arg-type]


def ordering() -> ItemSet:
    """Three events of two articles, one of them dated by a derivation."""
    times = (
        (fact(NEWS, 1, "October 2018", "date"), NEWS, "Nato’s mission in Baghdad began.", "October 2018"),
        (fact(NEWS, 3, "January 2020", "date"), NEWS, "Nato’s mission in Baghdad was suspended.", "January 2020"),
        (fact(TOLD, 2, "17 December 2020", "date"), TOLD, "Erdoğan met Iraq’s prime minister.", "17 December 2020"),
        (
            fact(NEWS, 0, "Monday", "date", Normalised("2021-02-15", "from the article’s date")), NEWS,
            "Jens Stoltenberg said that ministers were expected to agree.", "15 February 2021",
        ),
    )  # fmt: skip
    parts = tuple(Part(prompt, key, made.slots[0].span, made, source) for made, source, prompt, key in times)
    return ItemSet("0" * 19 + "a", "ordering", "In which order did these things happen?", parts, (2, 0, 3, 1))


def every_form() -> Quiz:
    """One question or more of each form, and an ordering."""
    many = fact(NEWS, 2, "between 4,000 and 5,000")
    questions = (
        question(
            many, NEWS, "To how many soldiers could the Nato mission in Iraq grow?", 1,
            accepted=("4,000 to 5,000", "4000 to 5000"), support=(Support(TOLD, sentences(TOLD)[1]),),
        ),
        question(
            fact(NEWS, 0, "Monday", "date"), NEWS,
            "On what day did Jens Stoltenberg say that ministers were expected to agree?", 2,
            derived="Monday → 15 February 2021, from the article’s date",
        ),
        question(
            fact(TOLD, 0, "مصطفى الكاظمي", "role"), TOLD,
            f"Iraq’s prime minister, {BLANK} (Mustafa al-Kadhimi), took office in May 2020.", 3, form="cloze",
        ),
        question(
            fact(NEWS, 2, "a Danish commander", "leadership"), NEWS, "Who leads the Nato mission in Iraq?", 4,
            form="multiple-choice", distractors=tuple(Distractor(text, "by hand") for text in WRONG),
            options=(WRONG[0], "a Danish commander", *WRONG[1:]),
        ),
        question(
            fact(NEWS, 1, "Baghdad", "place"), NEWS, "Nato has had a non-combat mission in Erbil since October 2018.",
            5, form="true-false", key="False", correction="Baghdad",
        ),
        question(
            fact(TOLD, 2, "Ankara", "place"), TOLD, "Recep Tayyip Erdoğan met Iraq’s prime minister in Ankara.", 6,
            form="true-false", key="True",
        ),
        question(fact(TOLD, 2, "Recep Tayyip Erdoğan", "action"), TOLD, "Who met Iraq’s prime minister in Ankara?", 7),
    )  # fmt: skip
    return Quiz("Nato and Iraq", questions, tuple(TEXTS), sets=(ordering(),))


WRONG = ("a Turkish general", "a British commander", "the Iraqi minister of defence")
