"""Files into articles: one module a format, plus metadata and the recognition of what is no running text.

find → paths    read, read_all → Article    markup → the marks inside a paragraph
"""

from quizgen.reading.article import read, read_all
from quizgen.reading.files import find
from quizgen.reading.inline import markup

__all__ = ["find", "markup", "read", "read_all"]
