"""The forms of lines that are no running text: named rules, each with the role that it gives.

A rule looks at how a line is made and at the set phrases of newsrooms, never at what one article is about. Lines
come without inline marks and in single spaces (`inline.plain`). The first rule that fits decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizgen.model import BlockRole
from quizgen.reading.captions import AGENCIES, CONNECTORS, is_caption
from quizgen.reading.dates import full_dates, is_dateline

LONGEST = 900
"""A line of more characters is running text, whatever it begins or ends with."""


def _any(*forms: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(forms), flags)


_NAMES = r"[A-Z][\w.’'\-]*,?(?: (?:[A-Z][\w.’'\-/]*|" + CONNECTORS + r"),?){0,14}"
_DESK = re.compile(
    r"(?:(?:By|Our|From) )?(?:Our )?(?:(?:[A-Z]\w+ )?(?:Staff|Special|Own|Senior|District|Court|Business|Sports?|City) "
    r"(?:Correspondent|Reporter|Writer)s?|(?:News|Web|Sports|Business|City|Monitoring) Desk|Agencies)"
    r"(?:,? [A-Z]\w+)?$"
)
_NO_MONTH = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)"
_PLACED = re.compile(
    rf"{_NO_MONTH}[A-Z][\w.’'\-]+(?: {_NO_MONTH}[A-Z][\w.’'\-]+){{0,2}}(?:, {_NO_MONTH}[A-Z][\w.’'\-]+)?,? +(?=\S)"
)
_BYLINE = _any(
    r"(?:By|BY|Words by|Story by|Text by|Written by|Report by) (?:" + _NAMES + r"|[Oo]ur [\w ]{3,40}|[Ss]taff\b.{0,40})"
    r"(?:, [a-z][\w ]{2,60}|,? ?[|•·–—] ?.{1,60})?$",
    r"(?:From|By) our .{0,40}correspondents?\b.{0,30}$",
    flags=0,
)
_RELATED = r"related (?:stories|story|articles?|news|topics?|content|links?|coverage)"
_LINK_OPENING = re.compile(
    "(?:"
    r"(?:read|see|also|watch|listen|view|find out|discover)(?: (?:more|also|read|now|live|next|again))?"
    r"|explore|go deeper|don['’]t miss|must read|more(?: on this(?: story)?)?|recommended|related|" + _RELATED + ""
    r"|in (?:pictures|pics|video)|live(?: updates?)?|video|podcast|gallery|opinion|analysis|explainer|explained"
    r"|profile|timeline|interactive|quiz|factbox|further reading|editor['’]s picks?|up next|next|previous"
    r"|external links?|from the archives?"
    r") ?(?::|\||»|›|>|→) ?\S",
    re.IGNORECASE,
)
_LINK_PHRASE = re.compile(
    "(?:"
    r"read (?:more|also|next|the full|our full|full)|also read|see also|see more|more (?:on this|from|stories"
    r"|news|on)"
    r"|" + _RELATED + r"|recommended (?:for you|stories|reading)|you (?:may|might) also (?:like|be interested)"
    r"|most (?:read|viewed|shared)|top stories|latest (?:news|stories)|trending(?: now)?|what to read next"
    r"|editor['’]s picks?|watch (?:live|now|the video|the full|our)|in pictures|(?:back|return) to (?:top|home)"
    r"|view (?:gallery|comments|all|more)|show (?:more|comments)|load more|up next|continue reading|keep reading"
    r"|don['’]t miss"
    r")\b",
    re.IGNORECASE,
)
_LINK_SENTENCE = _any(
    r"(?:click|tap) (?:here|on the|the link|through)\b",
    r"(?:read|see|watch|listen to|find|view) (?:the |our |more |all ).{0,60}\b"
    r"(?:here|below|online|on our (?:site|website|app))\.?$",
    r"for more (?:information|details|on this|news|stories)\b.{0,40}\b(?:visit|see|click|go to|call|follow)\b",
    r"(?:you can )?(?:follow|find|like) (?:us|me|him|her|them) (?:on|at)\b",
    r"(?:be sure to |make sure to |please |you can )?follow .{1,60} on (?:Twitter|Facebook|Instagram|X|YouTube"
    r"|Flickr)\b",
)
_LINK_ENDING = re.compile(
    r" ?(?:[-–—|:]| \() ?(?:"
    r"in (?:pictures|pics|photos|video|maps|charts|numbers|graphics|full|quotes)|videos?|live|live blog"
    r"|live updates?|as it happened|gallery|photos|pictures|podcast|quiz|timeline|explainer|explained|watch|audio"
    r"|interactive|slideshow"
    r")\)?$",
    re.IGNORECASE,
)
_ADDRESS = _any(r"\W*(?:https?://|www\.)\S+\W*$", r"\W*[\w.+-]+@[\w-]+\.[\w.]+\W*$", r"@\w{2,30}$")
_STAFF = _any(
    r"\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|"
    r"[Tt]ranslat(?:ed|ion)|[Pp]roduced|[Gg]raphics?|[Ww]ritten) by " + _NAMES + r"(?:[;).].*)?$",
    r"[Ww]ith (?:files|reporting|additional reporting|inputs?|contributions?) (?:from|by) " + _NAMES + r"\.?$",
    r"[A-Z][\w.’' \-]{3,40} contributed (?:reporting|to this (?:report|story|article))\b",
    flags=0,
)
_ASIDES = (
    "editor['’]?s['’]? note", "corrections?", "clarification", "advertise?ment", "advert", "sponsored(?: content)?",
    "disclaimer", "note to (?:editors|readers)", "tags?", "topics?", "filed under", "keywords", "categor(?:y|ies)",
    "sources?", "(?:media )?contacts?", "location", "coordinates", "isbn", "doi", "share this", "about the author",
)  # fmt: skip
_NOTICE = _any(
    rf"(?:{'|'.join(_ASIDES)})(?: ?:|$)",
    r"powered by\b",
    r"©|\(c\) ?(?:19|20)\d\d|copyright\b.{0,40}(?:©|\(c\)|(?:19|20)\d\d|reserved)|all rights reserved",
    r"(?:please )?(?:subscribe|sign up)\b(?! to the | for the )",
    r"(?:please )?(?:subscribe|sign up|register|log in|sign in)\b.{0,80}\b"
    r"(?:newsletters?|account|free|comment|here|now|alerts?|updates|inbox|today)\b",
    r"this (?:story|article|post|page|piece|headline|content|translation)"
    r" (?:has been|was|is|will be|has since been|may (?:be|have been)) (?:\w+ly )?"
    r"(?:updated|corrected|amended|edited|first|republished|published|written|produced|translated"
    r"|provided|supplied|part of|taken from|auto|machine|developing|breaking)\b",
    r"(?:this|the) (?:story|article|report|headline|version) (?:has been|has since been|was) (?:\w+ly )?"
    r"(?:updated|corrected|amended) (?:to|with|after|on|at|following|since)\b",
    r"our standards:|(?:story|article) continues|this is a developing story\b|more to follow\b|breaking news$",
    r"(?:the )?(?:views|opinions) expressed (?:in|are|here|on)\b|support (?:our|independent) journalism",
    r"download (?:our|the) .{0,40}\bapp\b|get (?:the|our|all the|more) .{0,60}"
    r"(?:newsletter|inbox|\bapp|alerts?)\b",
    r"join (?:our|the) (?:newsletter|conversation|discussion|mailing)|by (?:signing up|subscribing)\b",
    r"we use cookies|(?:accept|manage) (?:all )?cookies|loading ?(?:\.|…)",
    r"\d+ (?:min|minute)s? read\b|\d+ comments?$",
    r"(?:share|tweet|print|email|comments?|save|listen|menu|home|search|close|skip to (?:main )?content)$",
    r"(?:share|tweet|print|email)(?: this)?(?: (?:on|via|article|story|page|facebook|twitter)){1,3}\.?$",
    r"a version of this (?:article|story)\b|this material may not be published",
    r"originally published (?:on|in|at|by)\b.{0,60}$|(?:with )?agencies$",
    r"(?:have|do you have|got|have you got) (?:a tip|a story|more information)\b",
)
_TABLE = re.compile(r"^\|.*\||^[^|]*(?:\|[^|]{0,60}){3,}$")
_LIST = re.compile(r"(?:[-*•·‣▪●–+]|\(?\d{1,2}[.)]|\(?[a-z]\)) ")
_PULL_QUOTE = re.compile(r"[\"“‘'].{10,400}[\"”’'] ?[–—-]{1,2} ?[A-Z][^.!?]{2,80}$")
_FINAL = re.compile(r"[.!?…][\"'”’»)\]*_]*(?: ?\((?:Reuters|[A-Z]{2,9})\)| ?[–—-] ?(?:" + AGENCIES + r"|[A-Z]{2,9}))?$")


@dataclass(frozen=True, slots=True)
class Form:
    """A rule: a line that it is for as its name, the role it gives, and the test of a line."""

    name: str
    role: BlockRole
    fits: Callable[[str], bool]


def form_of(line: str) -> Form | None:
    """The first rule that `line` fits, or None where by its form alone it may be running text or a heading."""
    if not line or len(line) > LONGEST:
        return None
    return next((form for form in FORMS if form.fits(line)), None)


def is_final(line: str) -> bool:
    """Whether a line ends as a sentence does: a stop, perhaps closed by quotes, brackets or an agency's name."""
    return bool(_FINAL.search(line[-80:]))


def is_listed(line: str) -> bool:
    """Whether a line opens with the mark of a list's item."""
    return bool(_LIST.match(line))


def _at_most(words: int, pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda line: bool(pattern.match(line)) and len(line.split()) <= words


def _is_byline(line: str) -> bool:
    dated = [found.start for found in full_dates(line) if found.end == len(line)]
    line = line[: dated[0]].rstrip(" ,|•·–—-") if dated else line
    if is_final(line) and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", line):
        return False
    return len(line.split()) <= 18 and bool(_BYLINE.match(line))


def _is_placed_date(line: str) -> bool:
    """Whether a line says nothing but where and on what day: "Oslo, Sept 14, 2023"."""
    placed = _PLACED.match(line)
    return placed is not None and is_dateline(line[placed.end() :]) and any(True for _ in full_dates(line))


def _is_link_phrase(line: str) -> bool:
    return not is_final(line) and len(line.split()) <= 15 and bool(_LINK_PHRASE.match(line))


def _is_figures(line: str) -> bool:
    """Whether more than a third of the words hold a digit, and no stop ends them."""
    words = line.split()
    return len(words) >= 6 and not is_final(line) and sum(map(_has_digit, words)) > len(words) / 3


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


FORMS: tuple[Form, ...] = (
    Form("Friday, May 8, 2009", "dateline", is_dateline),
    Form("Powered by automated translation", "notice", _at_most(80, _NOTICE)),
    Form("(Reporting by Jane Doe; editing by John Roe)", "notice", _at_most(60, _STAFF)),
    Form("FILE PHOTO: The dam. John Roe/Reuters", "caption", is_caption),
    Form("By Jane Doe and John Roe in Cairo", "byline", _is_byline),
    Form("Our Staff Correspondent", "byline", _at_most(6, _DESK)),
    Form("Oslo, Sept 14, 2023", "dateline", _is_placed_date),
    Form("Read more: The dam breaks", "link", _at_most(30, _LINK_OPENING)),
    Form("Click here to see the map.", "link", _at_most(40, _LINK_SENTENCE)),
    Form(
        "The dam breaks - in pictures",
        "link",
        lambda line: len(line.split()) <= 20 and bool(_LINK_ENDING.search(line)),
    ),
    Form("Read more about the dam", "link", _is_link_phrase),
    Form("https://example.org/", "link", lambda line: bool(_ADDRESS.match(line))),
    Form("Year | Dams | Lakes | Rivers", "notice", lambda line: bool(_TABLE.search(line))),
    Form("“It is a long game.” – Jane Doe", "heading", lambda line: bool(_PULL_QUOTE.match(line))),
    Form("Frequency 12130 MHz Rate 27.5 FEC 3/4", "notice", _is_figures),
)
