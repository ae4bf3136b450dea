"""A quiz as `questions.jsonl`: one question a line, UTF-8, the open form that other tools and the trace read.

Offsets are Python string indices into the article's text as read; `article.path` says which file that was. The
keys and their order are kept from version to version. Of a statement to be judged (`true-false`) the answer is "True"
or "False", and the answer's offsets point at the letters that decide it. After the keys that every reader needs come
four for the trace:

    accepted       other answers to count as right
    derived        how a shown answer that the text does not state letter for letter was got; empty where it does
    replacements   the words of the sentence that a name stands for in question or answer, and where that name
    stands
    correction     what the source says instead of the words that make a statement false; empty for all else
"""

import json
from pathlib import Path

from quizgen.export.files import whole_file
from quizgen.model import Question, Quiz, Replacement, Source, Support

Json = dict[str, object]


def _article(source: Source) -> Json:
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
    }


def _source(question: Question) -> Json:
    sentence = question.fact.sentence
    return {
        "sentence": sentence.text,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "answer_start": question.key_span.start,
        "answer_end": question.key_span.end,
    }


def _support(support: Support) -> Json:
    sentence = support.sentence
    return {
        "article": support.source.id,
        "sentence": sentence.text,
        "start": sentence.span.start,
        "end": sentence.span.end,
    }


def _replacement(replacement: Replacement) -> Json:
    return {
        "text": replacement.text,
        "start": replacement.span.start,
        "end": replacement.span.end,
        "name": replacement.name,
        "name_start": replacement.antecedent.start,
        "name_end": replacement.antecedent.end,
    }


def record(question: Question) -> Json:
    """The question as the object that one line holds, keys in their fixed order."""
    return {
        "id": question.id,
        "kind": question.fact.kind,
        "form": question.form,
        "question": question.stem,
        "answer": question.key,
        "distractors": [distractor.text for distractor in question.distractors],
        "context": question.context,
        "template": question.template,
        "rule": question.fact.rule,
        "score": round(question.score, 4),
        "article": _article(question.source),
        "source": _source(question),
        "support": [_support(support) for support in question.support],
        "accepted": list(question.accepted),
        "derived": question.derived,
        "replacements": [_replacement(one) for slot in question.fact.slots for one in slot.replacements],
        "correction": question.correction,
    }


def write_jsonl(quiz: Quiz, path: Path) -> None:
    """Write the quiz's questions to `path`, in their order, whole or not at all; one quiz, the same bytes.

    Raises:
        WriteError: the file cannot be written.
    """
    with whole_file(path) as file:
        for question in quiz.questions:
            file.write(json.dumps(record(question), ensure_ascii=False).encode() + b"\n")
