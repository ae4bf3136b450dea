"""Articles into parsed sentences: the parser, names and who is who, numbers, times."""

from quizgen.language.parsing import ParsedArticle, ParsedSentence, parse, pipeline

__all__ = ["ParsedArticle", "ParsedSentence", "parse", "pipeline"]
