"""What a run tells at its end, and what was found in an article: as text for people, as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.export.anki_changes import Changes, Entry
from quizgen.model import FORMS, SET_FORMS, Article, Fact, Quiz, Slot
from quizgen.pipeline import Claim, Conflict, Tally

Json = dict[str, object]


def summary(tally: Tally, quiz: Quiz, files: Sequence[Path], skipped: Sequence[QuizgenError]) -> Json:
    """What was read, found, asked and written, ready for JSON."""
    forms = Counter[str]([question.form for question in quiz.questions])
    forms.update(one.form for one in quiz.sets)
    return {
        "title": quiz.title,
        "articles": tally.articles,
        "skipped": [str(error) for error in skipped],
        "sentences": tally.sentences,
        "facts": dict(sorted(tally.facts.items(), key=lambda pair: (-pair[1], pair[0]))),
        "questions": {form: forms[form] for form in (*FORMS, *SET_FORMS) if forms[form]},
        "files": [path.as_posix() for path in files],
    }


def table(tally: Tally, quiz: Quiz, files: Sequence[Path], skipped: Sequence[QuizgenError]) -> str:
    """The same as a table of two columns, for people."""
    told = summary(tally, quiz, files, skipped)
    lines: list[tuple[str, int | None]] = [("articles", tally.articles)]
    if skipped:
        lines.append(("skipped", len(skipped)))
    lines.append(("sentences", tally.sentences))
    for name in ("facts", "questions"):
        counts = told[name]
        assert isinstance(counts, dict)
        lines.append((name, sum(counts.values())))
        lines += [(f"  {kind}", count) for kind, count in counts.items()]
    lines.append(("files", len(files)))
    width = max(len(name) for name, _ in lines)
    shown = [f"{name:{width}} {count:>7,}" for name, count in lines]
    return "\n".join([*shown, *(f"  {path.as_posix()}" for path in files)])


def changes_record(changes: Changes) -> Json:
    """What is different from an earlier deck, ready for JSON."""
    return {
        "new": [_entry_record(entry) for entry in changes.new],
        "changed": [{**_entry_record(entry), "fields": list(entry.fields)} for entry in changes.changed],
        "retired": [{**_entry_record(entry), "search": entry.search} for entry in changes.retired],
        "moved": changes.moved,
        "same": changes.same,
    }


def _entry_record(entry: Entry) -> Json:
    return {
        "guid": entry.guid, "id": entry.id, "form": entry.form, "question": entry.question, "answer": entry.answer,
    }  # fmt: skip


def change_lines(changes: Changes) -> Iterator[str]:
    """The same for people: what is new, what has changed and in which fields, what is gone and how to find it."""
    yield f"new: {len(changes.new)}"
    yield from (f"  {_asked(entry)}" for entry in changes.new)
    yield f"changed: {len(changes.changed)}"
    yield from (f"  {_asked(entry)} ({', '.join(entry.fields)})" for entry in changes.changed)
    kept = " (Anki keeps these; search for what stands in brackets to find one)" if changes.retired else ""
    yield f"gone, retired: {len(changes.retired)}{kept}"
    yield from (f"  {_asked(entry)} [{entry.search}]" for entry in changes.retired)
    yield f"as before: {changes.same + changes.moved}"


def _asked(entry: Entry) -> str:
    return f"{entry.question} → {entry.answer}"


def fact_lines(article: Article, facts: Iterable[Fact]) -> Iterator[str]:
    """The facts of an article under their sentences, for people."""
    yield f"{article.source.title} ({article.source.path})"
    last = -1
    for fact in facts:
        if fact.sentence.index != last:
            last = fact.sentence.index
            yield f"\n{last + 1:4}  {_plain(fact.sentence.text)}"
        yield f"      {fact.kind}: {', '.join(_slot(fact, slot) for slot in fact.slots)}{_limits(fact)}"


def _slot(fact: Fact, slot: Slot) -> str:
    """A slot in a word or two; the answers that may be asked for bear a question mark."""
    text = f"{slot.name}{'?' if slot.name in fact.answerable else ''} “{_plain(slot.text)}”"
    if slot.normalised and slot.normalised.value != slot.text:
        text += f" = {slot.normalised.value}"
    return text


def _limits(fact: Fact) -> str:
    limits = [f"“{limit}”" for limit in (fact.modality, _plain(fact.attribution)) if limit]
    return f" — under {', '.join(limits)}" if limits else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def fact_record(article: Article, fact: Fact) -> Json:
    """One fact, ready for JSON; offsets are Python string indices into the article's text."""
    source, sentence = article.source, fact.sentence
    return {
        "kind": fact.kind,
        "rule": fact.rule,
        "article": {"id": source.id, "path": source.path, "title": source.title},
        "sentence": {
            "index": sentence.index, "text": sentence.text, "start": sentence.span.start, "end": sentence.span.end,
        },
        "verb": fact.verb.text if fact.verb else None,
        "slots": [_slot_record(slot, slot.name in fact.answerable) for slot in fact.slots],
        "modality": fact.modality,
        "attribution": fact.attribution,
        "confidence": fact.confidence,
    }  # fmt: skip


def _slot_record(slot: Slot, answerable: bool) -> Json:
    return {
        "name": slot.name,
        "text": slot.text,
        "start": slot.span.start,
        "end": slot.span.end,
        "type": slot.type,
        "wording": slot.wording,
        "value": slot.normalised.value if slot.normalised else None,
        "answerable": answerable,
    }


def conflict_lines(conflict: Conflict) -> Iterator[str]:
    """A conflict for people: the answers, then each article with the sentence that gives its answer in brackets."""
    first = conflict.claims[0]
    answers = dict.fromkeys(f"“{_plain(claim.asked.text)}”" for claim in conflict.claims)
    yield f"{first.fact.kind}: {' or '.join(answers)}?"
    for claim in conflict.claims:
        source, sentence, span = claim.source, claim.fact.sentence, claim.asked.span
        start, end = span.start - sentence.span.start, span.end - sentence.span.start
        day = source.published.isoformat() if source.published else "undated"
        marked = f"{sentence.text[:start]}[{sentence.text[start:end]}]{sentence.text[end:]}"
        yield f"      {source.title} ({source.path}, {day})"
        yield f"      {sentence.index + 1:4}  {_plain(marked)}"


def conflict_record(conflict: Conflict) -> Json:
    """One conflict, ready for JSON; offsets are Python string indices into each article's text."""
    return {
        "kind": conflict.claims[0].fact.kind,
        "answers": list(dict.fromkeys(_plain(claim.asked.text) for claim in conflict.claims)),
        "claims": [_claim_record(claim) for claim in conflict.claims],
    }


def _claim_record(claim: Claim) -> Json:
    source, sentence = claim.source, claim.fact.sentence
    return {
        "article": {
            "id": source.id, "path": source.path, "title": source.title, "publisher": source.publisher,
            "published": source.published.isoformat() if source.published else None,
        },
        "sentence": {
            "index": sentence.index, "text": sentence.text, "start": sentence.span.start, "end": sentence.span.end,
        },
        "answer": _slot_record(claim.asked, answerable=True),
        "attribution": claim.fact.attribution,
    }  # fmt: skip
