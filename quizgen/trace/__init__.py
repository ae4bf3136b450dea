"""A made file → a verdict on each of its questions: does every answer still stand in its sentence?

records(path)                what a `questions.jsonl` or an Anki deck says of where its questions are from
check(questions, articles)   whether the articles say so too, letter for letter
"""

from quizgen.trace.checking import Verdict, check
from quizgen.trace.records import Place, Reference, TraceRecord, records

__all__ = ["Place", "Reference", "TraceRecord", "Verdict", "check", "records"]
