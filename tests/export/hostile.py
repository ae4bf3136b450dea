"""Letters that a page, Anki, TeX or a spreadsheet would act upon, questions full of them, and what a card may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from bs4 import BeautifulSoup
from bs4.element import NavigableString
from hypothesis import strategies as st

from quizgen.export.anki_cards import NOTE_TYPES
from quizgen.model import BLANK, Distractor, Form, ItemSet, Part, Question, Sentence, Span
from tests.quizzes import sample_quiz

MARKS = (
    "{{c1::a}}", "{{c2::b::c}}", "{{Question}}", "{{FrontSide}}", "{{#Link}}", "{{type:Answer}}", "}}", "{{", "::",
    ":::", "<%cloze:Text%>", "=<% %>=", "<b>", "</p>", "</article>", "<script>alert(1)</script>", "<img src=a.png>",
    "<img src=file:///etc/passwd onerror=alert(1)>", '"onclick="alert(1)', "'onmouseover='alert(1)", "<svg/onload=x>",
    "<!--", "-->", "<![CDATA[", "</style>", "&lt;", "&#123;", "&", '"', "'", "`", "[latex]", "[/latex]",
    "[$]x[/$]", "[$$]", "\\(x\\)", "\\[", "\\", "$x$", "[sound:a.mp3]", "[anki:play:q:0]", "[anki:tts lang=en]",
    "[[type:Answer]]", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example/x",
    "@import url(x)", "style=x", "\x1f", "\x00", "\x1b[31m", "\r\n", "\r", "\n\n", "\t", "\x85", "\u2028", "\u200f",
    "\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\ufeff", "\ufffe", "\ud800", "\udfff", "كاظمي", "習近平",
    "🙂", "%s", "{0}", "_", "#", "=1+1",
)  # fmt: skip
# Anki itself sets letters in their composed form (NFC), so only such text can be compared.
WORDS = st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=8)
HOSTILE = st.lists(st.sampled_from(MARKS) | WORDS, min_size=1, max_size=5).map("".join).map(lambda t: f"x{t}x")
NUMBERS = count()

# The elements that our templates and fields are made of, each with its attributes, and those of Anki's clozes.
OWN: dict[str, set[str]] = {
    "article": {"class", "lang"}, "section": {"class"}, "details": set(), "summary": {"class"}, "div": {"class"},
    "hr": {"id"}, "p": {"class", "dir"}, "blockquote": {"dir"}, "mark": set(), "bdi": set(), "b": set(), "ul": set(),
    "ol": {"class", "type"}, "li": {"class", "dir"}, "label": {"class"}, "input": {"type", "name", "class"},
    "a": {"href"}, "span": {"class", "dir", "data-cloze", "data-ordinal"},
}  # fmt: skip
_TAG = re.compile(r'</?([a-z]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>')
_ADDRESS = re.compile(r"https?://[\w%:/?#@!$&'()*+,;=.~-]+", re.ASCII)
# What stands in brackets because Anki or a template of ours put it there, and the templates' own script.
_BRACKETS = ("[...]", "[[type:nc:Typed]]")
_SCRIPTS = {script for kind in NOTE_TYPES.values() for script in re.findall("<script>.*?</script>", kind.back(), re.S)}


def question(form: Form, stem: str, key: str, other: str, number: int) -> Question:
    """A question that has hostile letters wherever letters of an article or of its front matter can be."""
    base = sample_quiz().questions[0]
    text = f"{other}{key}{stem}"
    source = replace(
        base.source, title=other, publisher=other, author=other, path=other, url=f"https://example.org/{other}"
    )
    sentence = Sentence(source.id, 0, Span(0, len(text)), text)
    support = replace(base.support[0], source=source, sentence=sentence)
    return replace(
        base,
        id=f"hostile {number}",
        form=form,
        stem=f"{stem.replace(BLANK, '')} {BLANK}" if form == "cloze" else stem,
        key="False" if form == "true-false" else key,
        key_span=Span(len(other), len(other) + len(key)),
        fact=replace(base.fact, sentence=sentence),
        source=source,
        context=other,
        options=(key, f"{other} no") if form == "multiple-choice" else (),
        distractors=(Distractor(f"{other} no", "by hand"),) if form == "multiple-choice" else (),
        accepted=(other,),
        derived=other,
        support=(support,),
        correction=other if form == "true-false" else "",
        before=sentence,
        after=sentence,
        topics=(other,),
    )


def ordering(stem: str, key: str, other: str, number: int) -> ItemSet:
    """Events to put into order that have hostile letters wherever letters of an article can be."""
    asked = question("short-answer", stem, key, other, number)
    part = Part(other, key, asked.key_span, asked.fact, asked.source)
    return ItemSet(asked.id, "ordering", stem, (part, part), (1, 0), other)


def faults(rendered: str) -> Iterator[str]:
    """All in a rendered side of a card, or in a deck's description, that is not ours."""
    body = rendered.partition("</style>")[2] if rendered.startswith("<style>") else rendered
    for own in (*_SCRIPTS, *_BRACKETS):
        body = body.replace(own, "")
    for found in re.finditer("<", body):
        tag = _TAG.match(body, found.start())
        if tag is None or not _is_own(tag[1], tag[2]):
            yield f"no element of ours: {body[found.start() : found.start() + 80]}"
    yield from (f"a mark of Anki's: {mark}" for mark in ("[", "{{", "}}", "\\", "\x1f", "\x00") if mark in body)
    for text in BeautifulSoup(body, "html.parser").find_all(string=True):
        if text.strip() and not _is_kept_from_tex(text):
            yield f"where TeX is looked for: {text}"


def _is_own(name: str, attributes: str) -> bool:
    """Whether an element and its attributes are among ours, with values that do nothing."""
    given = dict(re.findall(r' ([a-z-]+)(?:="([^"]*)")?', attributes))
    address = given.get("href")
    known = name in OWN and given.keys() <= OWN[name]
    return known and (address is None or bool(_ADDRESS.fullmatch(address)))


def _is_kept_from_tex(text: NavigableString) -> bool:
    """Whether an element around the text tells MathJax of either version to pass it over."""
    return any({"tex2jax_ignore", "mathjax_ignore"} <= {*(parent.get("class") or ())} for parent in text.parents)
