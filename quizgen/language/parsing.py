"""Articles into parsed sentences: the only importer of the trained pipeline, loaded lazily and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import PipelineMissing
from quizgen.language.asides import Range, find_asides, rest_behind
from quizgen.language.grafting import Plan, graft
from quizgen.language.rereading import is_found, joined, lost_asides, seams
from quizgen.language.speech import attribution_inside, attribution_start
from quizgen.language.tokens import Token, Tokens, plain
from quizgen.language.view import View, look
from quizgen.model import Article, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = Path(__file__).parent / "en"
BATCH = 128  # paragraphs parsed at a time; more only costs memory
TERMINAL = frozenset({".", "!", "?", "..", "...", "....", "?!", "!!", "?!?", "??"})
CLOSING = frozenset({'"', "'", "''", ")", "]", "}"})


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its parse: `tokens` are its words, `view` the way back to the article's letters.

    Where an attribution is set behind the statement ("…, diplomats said."), `tail` is the index of its first
    token; statement and attribution are then parsed apart, and each has a root of its own. Where it is set within the
    statement ("…, diplomats said, …"), `inside` are the indices of its first and last token; it hangs on the root.
    """

    sentence: Sentence
    tokens: Tokens
    view: View
    article_text: str
    tail: int | None = None
    inside: tuple[int, int] | None = None

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens, looked up in the doc once."""
        return tuple(self.tokens)

    @cached_property
    def stated(self) -> tuple[Token, ...]:
        """The tokens of the statement, without the attribution behind or within it."""
        end = self.tokens.end if self.tail is None else self.tail
        first, last = self.inside or (end, end)
        return tuple(token for token in self.words if token.i < end and not first <= token.i <= last)

    @cached_property
    def _roots(self) -> tuple[Token, ...]:
        return tuple(token for token in self.words if token.head.i == token.i)

    def roots(self) -> tuple[Token, ...]:
        """The roots of the sentence: one, or two where an attribution is set behind the statement."""
        return self._roots

    def span(self, first: Token, last: Token) -> Span:
        """The article's span from the first letter of `first` to the last letter of `last`."""
        return self.view.span(first.idx, last.idx + len(last))

    def text(self, span: Span) -> str:
        """The article's own letters at `span`."""
        return span.of(self.article_text)


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and its sentences in order; their `sentence.index` counts from 0 over the whole article."""

    article: Article
    sentences: tuple[ParsedSentence, ...]


@cache
def pipeline() -> Language:
    """The trained English pipeline; raises PipelineMissing when the package was installed without it."""
    import spacy

    import quizgen.language.embedding  # noqa: F401  (registers the layer that the pipeline names)

    if not (PIPELINE / "config.cfg").exists():
        raise PipelineMissing(f"{PIPELINE}: the English pipeline is missing; install quizgen again.")
    nlp = spacy.load(PIPELINE)
    _use_fast_products(nlp)
    return nlp


def _use_fast_products(nlp: Language) -> None:
    """Let the pipeline's models multiply matrices as numpy does, which takes half the time of spaCy's own way."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for model in component.model.walk():  # type: ignore[attr-defined]
            model.ops = ops


def parse(articles: Iterable[Article], nlp: Language | None = None) -> Iterator[ParsedArticle]:
    """Parse articles one after the other, each paragraph by itself, so that no sentence crosses paragraphs."""
    nlp = nlp or pipeline()
    for article in articles:
        views = [look(article.text, span, article.marks) for span in article.paragraphs()]
        views = [view for view in views if view.text]
        plans = [_plan(_tokenised(nlp, view)) for view in views]
        docs = _reread(nlp, _with_asides(nlp, plans, list(_grafted(nlp, plans))))
        found = (
            (tokens, tail, inside, view, paragraph)
            for paragraph, (doc, view) in enumerate(zip(docs, views, strict=True))
            for tokens, tail, inside in _records(doc)
        )
        yield ParsedArticle(article, tuple(_sentence(article, i, *parts) for i, parts in enumerate(found)))


def _plan(doc: Doc) -> Plan:
    """Where the doc is taken apart before it is parsed."""
    starts = [token.i for token in doc if token.i == 0 or token.is_sent_start]
    ends = [*starts[1:], len(doc)]
    asides = (aside for start, end in zip(starts, ends, strict=True) for aside in find_asides(doc, start, end))
    inside = doc.user_data["inside"]
    rests = (
        rest_behind(doc, *span, said)
        for span in zip(starts, ends, strict=True)
        for said in inside
        if _holds(span, said)
    )
    return Plan(doc, tuple(asides)).with_asides([*inside, *(rest for rest in rests if rest is not None)])


def _grafted(nlp: Language, plans: Sequence[Plan]) -> Iterator[Doc]:
    """The parsed doc of each plan."""
    docs = nlp.pipe((piece for plan in plans for piece in plan.pieces()), batch_size=BATCH)
    return (graft(plan, list(islice(docs, 1 + len(plan.asides)))) for plan in plans)


def _with_asides(nlp: Language, plans: Sequence[Plan], docs: Sequence[Doc]) -> list[Doc]:
    """The docs, in order, read anew where an aside kept a verb from its subject."""
    lost = [lost_asides(doc, _ranges(doc)) for doc in docs]
    again = [plan.with_asides(new) for plan, new in zip(plans, lost, strict=True) if new]
    read = _grafted(nlp, again)
    better = [next(read) if new else doc for doc, new in zip(docs, lost, strict=True)]
    return [
        new if all(is_found(new, aside) for aside in asides) else old
        for old, new, asides in zip(docs, better, lost, strict=True)
    ]


def _ranges(doc: Doc) -> list[tuple[int, int]]:
    """The token ranges of the sentences of a doc, without the attributions behind them."""
    return [(start, end if tail is None else tail) for start, end, tail, _ in _sentences(doc)]


def _reread(nlp: Language, docs: Sequence[Doc]) -> Iterator[Doc]:
    """The docs, in order, with the sentences read anew in which a clause was lost."""
    # a piece with an attribution in it would be read with that as a part of the statement
    whole = [
        [span for span in _ranges(doc) if not any(_holds(span, a) for a in doc.user_data["inside"])] for doc in docs
    ]
    found = [seams(doc, ranges) for doc, ranges in zip(docs, whole, strict=True)]
    read = list(zip(docs, found, strict=True))
    parsed = nlp.pipe(piece for doc, here in read for seam in here for piece in seam.pieces(doc))
    return (joined(doc, here, parsed) for doc, here in read)


def _holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] < outer[1]


def _records(doc: Doc) -> Iterator[tuple[Tokens, int | None, Range | None]]:
    """The sentences of a parsed doc, with the attribution behind each put back, and the one within it."""
    words = plain(doc)
    return ((words.span(start, end), tail, inside) for start, end, tail, inside in _sentences(doc))


def _sentences(doc: Doc) -> Iterator[tuple[int, int, int | None, Range | None]]:
    """Where the sentences of a parsed doc begin and end, where the attribution behind begins, and the one within."""
    tails: set[int] = doc.user_data["tails"]
    start = 0
    starts = [token.i for token in doc if token.is_sent_start and token.i not in tails]
    for end in [*starts[1:], len(doc)]:
        tail = next((i for i in range(start, end) if i in tails), None)
        yield start, end, tail, next((a for a in doc.user_data["inside"] if _holds((start, end), a)), None)
        start = end


def _sentence(
    article: Article, index: int, tokens: Tokens, tail: int | None, inside: Range | None, view: View, paragraph: int
) -> ParsedSentence:
    span = view.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    sentence = Sentence(article.id, index, span, span.of(article.text), paragraph)
    return ParsedSentence(sentence, tokens, view, article.text, tail, inside)


def _tokenised(nlp: Language, view: View) -> Doc:
    """Cut the view into tokens and fix the sentence starts that punctuation alone decides."""
    doc = nlp.make_doc(view.text)
    starts = [0]
    for token in doc[1:]:
        token.is_sent_start = _starts_sentence(doc, token.i)
        if token.is_sent_start:
            starts.append(token.i)
    ends = [*starts[1:], len(doc)]
    spans = list(zip(starts, ends, strict=True))
    tails = {tail for span in spans if (tail := attribution_start(doc, *span)) is not None}
    for tail in tails:
        doc[tail].is_sent_start = True
    inside = (attribution_inside(doc, *span) for span in spans if not any(i in tails for i in range(*span)))
    doc.user_data["tails"] = tails
    doc.user_data["inside"] = tuple(found for found in inside if found is not None)
    return doc


def _starts_sentence(doc: Doc, i: int) -> bool | None:
    """Whether a sentence starts at token `i`; None where the parser has to decide."""
    if doc[i].text in CLOSING and not doc[i - 1].whitespace_:
        return False
    last = i - 1
    while last > 0 and doc[last].text in CLOSING and not doc[last - 1].whitespace_:
        last -= 1
    if doc[last].text not in TERMINAL:
        # an abbreviation keeps its full stop ("Inc."), so a sentence may still end there
        return None if doc[last].text.endswith(".") else False
    if not doc[i - 1].whitespace_:
        return False
    return True if doc[i].text[0].isupper() and doc[last].text in {".", "!", "?"} and last == i - 1 else None
