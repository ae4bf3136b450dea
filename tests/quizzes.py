"""Articles and a quiz made by hand, for the tests of everything that writes or traces a quiz.

Every span is found in the article's text by its letters, so texts and offsets agree by construction. The items
cover all three forms, several sources, letters outside Latin-1, a derived answer, a replaced reference, supporting
sentences, and text that looks like HTML, cloze marks, LaTeX and sound files.
"""

import hashlib
import random
from dataclasses import dataclass
from datetime import date
from functools import cache

from quizgen.model import (
    Article,
    Basis,
    Block,
    Distractor,
    Fact,
    Form,
    ItemSet,
    Normalised,
    Part,
    Question,
    Quiz,
    Replacement,
    Sentence,
    Slot,
    Source,
    Span,
    Support,
)

SIZE = 16


@dataclass(frozen=True, slots=True)
class Item:
    """One question by its letters: `article` is an index, `sentence` and `key` are found in its text."""

    article: int
    sentence: str
    key: str
    stem: str
    form: Form = "short-answer"
    kind: str = "figure"
    wrong: tuple[str, ...] = ()
    support: tuple[int, str] | None = None
    derived: str = ""
    shown: str = ""
    accepted: tuple[str, ...] = ()
    reference: tuple[str, str, str] | None = None


TEXTS: tuple[tuple[str, str], ...] = (
    (
        "Nato ministers set to boost Iraq mission",
        "Nato Secretary General Jens Stoltenberg said on Monday that ministers were expected to agree.\n\n"
        "The number of Nato troops could increase from 500, to between 4,000 and 5,000, diplomats told Reuters. "
        "He said there would be more allied personnel in Iraq.\n\n"
        "Nato has had a non-combat mission in Baghdad since October\u00a02018.\n\n"
        "The mission is led by a Danish\ncommander.\n",
    ),
    (
        "Turkey’s Erdoğan meets Nguyễn in Łódź",
        "President Recep Tayyip Erdoğan met Nguyễn Phú Trọng in Łódź on 3 March 2021.\n\n"
        "Iraq’s prime minister, مصطفى الكاظمي (Mustafa al-Kadhimi), took office in May 2020.\n\n"
        "China’s president is written 習近平 in Chinese.\n\n"
        "The alliance wants between 4,000 and 5,000 soldiers in Iraq.\n",
    ),
    (
        "How to write <b>bold</b> & {{c1::cloze}} in [latex]x[/latex]",
        "The tag <b> makes text bold, and <script>alert(1)</script> & co. run code.\n\n"
        "Anki hides {{c1::x}} behind a cloze mark, and {{Question}} shows a field.\n\n"
        "The price \\(x\\) of [sound:a.mp3] rose to [$]5[/$] in C:\\temp.\n\n"
        '<img src="a.png"> shows a picture of 40 people :: and more }} after it.\n',
    ),
)

SOURCES: tuple[tuple[str | None, date | None, Basis | None, str | None], ...] = (
    ("Reuters", date(2021, 2, 16), "stated", "https://example.org/nato?a=1&b=2"),
    ("Gazeta Łódzka", date(2021, 3, 4), "inferred", None),
    (None, None, None, "javascript:alert(1)"),
)

ITEMS: tuple[Item, ...] = (
    Item(
        0,
        "The number of Nato troops could increase from 500, to between 4,000 and 5,000, diplomats told Reuters.",
        "between 4,000 and 5,000",
        "According to diplomats, to how many could the number of Nato troops in Iraq increase from 500?",
        support=(1, "The alliance wants between 4,000 and 5,000 soldiers in Iraq."),
        accepted=("4,000 to 5,000",),
    ),
    Item(
        0,
        "Nato has had a non-combat mission in Baghdad since October\u00a02018.",
        "October\u00a02018",
        "Nato has had a non-combat mission in Baghdad since _____.",
        form="cloze",
        kind="date",
        shown="October 2018",
    ),
    Item(
        0,
        "The mission is led by a Danish\ncommander.",
        "a Danish\ncommander",
        "By whom is the Nato mission in Iraq led?",
        form="multiple-choice",
        kind="leadership",
        wrong=("a Turkish commander", "a British commander", "an Iraqi commander"),
        shown="a Danish commander",
    ),
    Item(
        0,
        "Nato Secretary General Jens Stoltenberg said on Monday that ministers were expected to agree.",
        "Monday",
        "On what day did Jens Stoltenberg say that Nato ministers were expected to agree?",
        kind="date",
        derived="Monday, 15 February 2021, reckoned from the article’s date",
    ),
    Item(
        0,
        "He said there would be more allied personnel in Iraq.",
        "He",
        "Who said there would be more allied personnel in Iraq?",
        kind="quotation",
        shown="Jens Stoltenberg",
        reference=("He", "Jens Stoltenberg", "Jens Stoltenberg"),
    ),
    Item(
        1,
        "President Recep Tayyip Erdoğan met Nguyễn Phú Trọng in Łódź on 3 March 2021.",
        "Łódź",
        "In which city did Recep Tayyip Erdoğan meet Nguyễn Phú Trọng on 3 March 2021?",
        form="multiple-choice",
        kind="place",
        wrong=("Kraków", "Ankara"),
    ),
    Item(
        1,
        "President Recep Tayyip Erdoğan met Nguyễn Phú Trọng in Łódź on 3 March 2021.",
        "Nguyễn Phú Trọng",
        "Whom did Recep Tayyip Erdoğan meet in Łódź on 3 March 2021?",
        kind="action",
    ),
    Item(
        1,
        "Iraq’s prime minister, مصطفى الكاظمي (Mustafa al-Kadhimi), took office in May 2020.",
        "مصطفى الكاظمي",
        "Iraq’s prime minister, _____ (Mustafa al-Kadhimi), took office in May 2020.",
        form="cloze",
        kind="role",
    ),
    Item(
        1,
        "China’s president is written 習近平 in Chinese.",
        "習近平",
        "How is China’s president written in Chinese?",
        kind="definition",
    ),
    Item(
        2,
        "The tag <b> makes text bold, and <script>alert(1)</script> & co. run code.",
        "<b>",
        "Which tag makes text bold, where <script>alert(1)</script> & co. run code?",
        kind="definition",
    ),
    Item(
        2,
        "Anki hides {{c1::x}} behind a cloze mark, and {{Question}} shows a field.",
        "{{c1::x}}",
        "Anki hides _____ behind a cloze mark, and {{Question}} shows a field, as does {{c2::y}}.",
        form="cloze",
        kind="action",
    ),
    Item(
        2,
        "The price \\(x\\) of [sound:a.mp3] rose to [$]5[/$] in C:\\temp.",
        "[$]5[/$]",
        "To how much did the price \\(x\\) of [sound:a.mp3] rise in [latex]C[/latex]:\\temp?",
        form="multiple-choice",
        wrong=("<img src=x onerror=alert(1)>", "\\[7\\]", "{{FrontSide}}"),
    ),
    Item(
        2,
        '<img src="a.png"> shows a picture of 40 people :: and more }} after it.',
        "40",
        '<img src="a.png"> shows a picture of _____ people :: and more }} after it.',
        form="cloze",
    ),
)


def _blocks(title: str, text: str) -> tuple[Block, ...]:
    """The headline, then a paragraph for every stretch between blank lines."""
    blocks = [Block("headline", Span(0, len(title)))]
    for paragraph in text[len(title) :].split("\n\n"):
        if paragraph.strip():
            start = text.index(paragraph.strip(), len(title))
            blocks.append(Block("paragraph", Span(start, start + len(paragraph.strip()))))
    return tuple(blocks)


def _article(number: int, title: str, body: str) -> Article:
    """The article of that number, its headline first in its text."""
    text = f"{title}\n\n{body}"
    publisher, published, basis, url = SOURCES[number] if number < len(SOURCES) else (None, None, None, None)
    identity = hashlib.sha256(text.encode()).hexdigest()[:12]
    source = Source(identity, title, f"articles/{number:03}.txt", publisher, published, basis, url)
    return Article(source, text, _blocks(title, text))


def _counted(number: int) -> str:
    return f"The town of Łódź-{number} counted {number + 1000} votes on Sunday."


@cache
def sample_articles(n: int = SIZE) -> tuple[Article, ...]:
    """The articles that the first `n` questions come from; beyond the written ones, a long list of vote counts."""
    written = [_article(number, title, body) for number, (title, body) in enumerate(TEXTS)]
    counts = "\n\n".join(_counted(number) for number in range(max(n - len(ITEMS), 1)))
    return (*written, _article(len(TEXTS), "The count, town by town", counts + "\n"))


def _items(n: int) -> tuple[Item, ...]:
    counts = (
        Item(
            len(TEXTS),
            _counted(number),
            str(number + 1000),
            f"How many votes did the town of Łódź-{number} count?",
        )
        for number in range(n - len(ITEMS))
    )
    return (*ITEMS, *counts)[:n]


def _sentence(article: Article, letters: str) -> Sentence:
    start = article.text.index(letters)
    span = Span(start, start + len(letters))
    paragraph = next(place for place, block in enumerate(article.paragraphs()) if block.contains(span))
    return Sentence(article.id, article.text.count(".", 0, start), span, letters, paragraph)


def _within(sentence: Sentence, letters: str) -> Span:
    start = sentence.span.start + sentence.text.index(letters)
    return Span(start, start + len(letters))


def _replacements(article: Article, sentence: Sentence, item: Item) -> tuple[Replacement, ...]:
    if item.reference is None:
        return ()
    text, name, antecedent = item.reference
    start = article.text.index(antecedent)
    return (Replacement(_within(sentence, text), text, name, Span(start, start + len(antecedent))),)


def _fact(article: Article, item: Item) -> Fact:
    sentence = _sentence(article, item.sentence)
    slot = Slot(
        "value",
        _within(sentence, item.key),
        item.key,
        item.shown or item.key,
        normalised=Normalised("2021-02-15", "from the article's date") if item.derived else None,
        replacements=_replacements(article, sentence, item),
    )
    return Fact(item.kind, (slot,), ("value",), sentence, rule=f"{item.kind}-by-hand")


def _context(source: Source) -> str:
    parts = (source.publisher, source.published and source.published.isoformat())
    return " · ".join(part for part in parts if part)


def _question(number: int, item: Item, articles: tuple[Article, ...], shuffle: random.Random) -> Question:
    article = articles[item.article]
    fact = _fact(article, item)
    shown = item.shown or item.key
    options = [*item.wrong, shown] if item.wrong else []
    shuffle.shuffle(options)
    support: tuple[Support, ...] = ()
    if item.support is not None:
        other = articles[item.support[0]]
        support = (Support(other.source, _sentence(other, item.support[1])),)
    return Question(
        id=hashlib.sha256(f"{number}/{item.form}/{article.id}".encode()).hexdigest()[:16],
        form=item.form,
        stem=item.stem,
        key=shown,
        key_span=fact.slots[0].span,
        fact=fact,
        source=article.source,
        template=f"{item.kind}-plain",
        context=_context(article.source),
        distractors=tuple(Distractor(text, "by hand") for text in item.wrong),
        options=tuple(options),
        accepted=item.accepted,
        derived=item.derived,
        score=0.875,
        support=support,
    )


def sample_quiz(n: int = SIZE, seed: int = 7) -> Quiz:
    """A quiz of `n` questions, the written ones first; `seed` shuffles the options of multiple choice."""
    articles = sample_articles(n)
    shuffle = random.Random(seed)
    questions = tuple(_question(number, item, articles, shuffle) for number, item in enumerate(_items(n)))
    used = tuple(article.source for article in articles if any(q.source == article.source for q in questions))
    return Quiz("Sample quiz", questions, used, seed)


def sample_sets() -> tuple[ItemSet, ...]:
    """Names to match and events to order, made of facts of the sample quiz."""
    questions = sample_quiz().questions

    def part(place: int, prompt: str, key: str) -> Part:
        question = questions[place]
        return Part(prompt, key, question.key_span, question.fact, question.source)

    people = (
        part(4, "Jens Stoltenberg", "Nato Secretary General"),
        part(6, "Nguyễn Phú Trọng", "guest of Recep Tayyip Erdoğan"),
        part(7, "مصطفى الكاظمي", "prime minister of Iraq"),
    )
    events = (
        part(1, "Nato’s mission in Baghdad begins", "October 2018"),
        part(7, "Mustafa al-Kadhimi takes office", "May 2020"),
        part(5, "Recep Tayyip Erdoğan is in Łódź", "3 March 2021"),
    )
    return (
        ItemSet("people", "matching", "Who is who?", people, (2, 0, 1), "As of 4 March 2021"),
        ItemSet("events", "ordering", "What came first?", events, (1, 2, 0)),
    )
