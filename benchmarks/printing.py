"""How long printing takes against the same texts as bare reportlab's flowables, and how much memory it wants.

    python -m benchmarks.printing [--items 500] [--runs 5] [--memory 100,500,2000,5000]

A quiz of that many made-up items, of every form that a build makes, is printed with its key. Against it stands a
plain reportlab document of the same texts: paragraphs, tables of options and rules to write on, each item kept
together. What is compared runs in turns. Memory is the peak of what Python allocates beside the quiz itself, for
quizzes of several lengths, and what an item adds to it from the second longest to the longest. Aims: at most 1.3 times
bare reportlab; memory that stays flat.
"""

from __future__ import annotations

import argparse
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from benchmarks.speed import compare, in_turns
from quizgen.export.pdf import write_pdf
from quizgen.export.pdf.fonts import FontBook
from quizgen.model import BLANK, FORMS, Question, Quiz
from tests.quizzes import sample_quiz

AIM = 1.3
LENGTHS = "100,500,2000,5000"
OPTIONS = 4


def made_up(count: int) -> Quiz:
    """A quiz of `count` items, of every form in turn."""
    quiz = sample_quiz(count)
    questions = [_in_form(question, place) for place, question in enumerate(quiz.questions)]
    return replace(quiz, questions=tuple(questions))


def _in_form(question: Question, place: int) -> Question:
    form = FORMS[place % len(FORMS)]
    if form == "multiple-choice":
        wrong = [f"{place + step} votes" for step in range(1, OPTIONS)]
        return replace(question, form=form, options=(question.key, *wrong))
    if form == "cloze":
        return replace(question, form=form, stem=question.fact.sentence.text.replace(question.key, BLANK, 1))
    if form == "true-false":
        return replace(question, form=form, stem=question.fact.sentence.text, key="True", options=())
    return replace(question, form=form, options=())


def bare(quiz: Quiz, path: Path) -> None:
    """The same texts as reportlab's own flowables."""
    book = FontBook()
    family = book.face("regular")
    pdfmetrics.registerFontFamily(family, family, book.face("bold"), book.face("italic"), book.face("bold-italic"))
    SimpleDocTemplate(str(path), pagesize=A4, title=quiz.title, invariant=1).build([*_flowables(quiz, family)])


def _flowables(quiz: Quiz, font: str) -> Iterator[Flowable]:
    stem = ParagraphStyle("stem", fontName=font, fontSize=10.5, leading=15)
    small = ParagraphStyle("small", fontName=font, fontSize=8, leading=12)
    yield Paragraph(escape(quiz.title), ParagraphStyle("title", fontName=font, fontSize=22, leading=30))
    for number, question in enumerate(quiz.questions, 1):
        yield KeepTogether([*_item(number, question, stem, small), Spacer(0, 15)])
    yield PageBreak()
    for number, question in enumerate(quiz.questions, 1):
        yield KeepTogether([*_entry(number, question, stem, small), Spacer(0, 12)])


def _item(number: int, question: Question, stem: ParagraphStyle, small: ParagraphStyle) -> Iterator[Flowable]:
    text = escape(question.stem).replace(BLANK, "_" * 20)
    yield Paragraph(f'<a name="q{number}"/><a href="#k{number}"><b>{number}</b></a>  {text}', stem)
    if question.options:
        lettered = zip("ABCDEFGH", question.options, strict=False)
        yield Table([[Paragraph(f"({letter}) {escape(option)}", stem) for letter, option in lettered]])
    elif question.form == "short-answer":
        yield HRFlowable(width="50%", spaceBefore=20, color="black")
    yield Paragraph(f"<i>{escape(question.context)}</i>", small)


def _entry(number: int, question: Question, stem: ParagraphStyle, small: ParagraphStyle) -> Iterator[Flowable]:
    sentence, key = question.fact.sentence, question.key_span
    start, end = key.start - sentence.span.start, key.end - sentence.span.start
    text = sentence.text
    marked = f"{escape(text[:start])}<b><u>{escape(text[start:end])}</u></b>{escape(text[end:])}"
    head = f'<a name="k{number}"/><a href="#q{number}"><b>{number}</b></a>  <b>{escape(question.key)}</b>'
    yield Paragraph(head, stem)
    yield Paragraph(marked, stem)
    yield Paragraph(f"<i>{escape(question.source.title)}</i> · sentence {sentence.index + 1}", small)


def peak(work: Callable[[], object]) -> float:
    """The most memory that the work takes at once, in megabytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def weigh(lengths: list[int], works: Callable[[int], list[Callable[[], object]]]) -> None:
    """Print the peaks of both for quizzes of these lengths, and what an item adds in the end."""
    peaks = []
    for count in lengths:
        plain, own = (peak(work) for work in works(count))
        print(f"{f'memory, {count:,} items':<28}{plain:7.1f} MB{own:7.1f} MB   {own / plain:5.2f}")
        peaks.append((plain, own))
    if len(lengths) > 1:
        more = lengths[-1] - lengths[-2]
        plain, own = (1000 * (last - before) / more for before, last in zip(*peaks[-2:], strict=True))
        print(f"{'  an item more':<28}{plain:7.2f} KB{own:7.2f} KB   {own / plain:5.2f}")


def main() -> None:
    """Run both once to warm up, then in turns; then weigh them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory", default=LENGTHS, metavar="N,N,…", help="how long the weighed quizzes are")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.pdf"), Path(folder, "bare.pdf")

        def works(count: int) -> list[Callable[[], object]]:
            quiz = made_up(count)
            return [lambda: bare(quiz, theirs), lambda: write_pdf(quiz, ours)]

        both = works(arguments.items)
        in_turns(both, 1)
        print(f"{'':<28}{'bare':>10}{'ours':>10}   ratio")
        plain_times, own_times = in_turns(both, arguments.runs)
        compare(f"{arguments.items} items printed", plain_times, own_times, AIM)
        weigh([int(length) for length in arguments.memory.split(",")], works)


if __name__ == "__main__":
    main()
