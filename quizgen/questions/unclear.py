"""Wordings that show by themselves that something was left out, or that more than one answer is right.

Each pattern is a sign seen in questions that readers refused; none names a thing, all hold for any article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.days import MONTH, WEEKDAY, YEAR
from quizgen.model import BLANK

EVENTS = r"(?:assassination|attack|bombing|meeting|incident|move|killing|raid|talk)s?"
WORD_EDGE = r"\b"
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_SIGNS = (
    # a kind of thing, of which there are many
    rf"^{BLANK} (?:is|are|was|were) (?:an? (?!\w+est\b|most\b|only\b)|known to)",
    # one of several is asked for as if it were the only one
    r"\b(?:among|one of) (?:the|\S+['’]s?) (?:[\w'’]+ )?(?:most|\w+est)\b.*\?$",
    # the agent or the naming stands where the verb should
    r"^(?:Why|When|How) (?:was|were|did) (?:\w+ed by|named)\b",
    # a range read as an infinitive ("mild to moderately cold")
    r"^What (?:is|are|was|were) .* to \w+ly \w+",
    # a tense that does not fit its time
    r"\b(?:is|are) \w+ing\b.*\b(?:since|last)\b",
    r"^(?:When|In which year) (?:has|have)\b",
    # a clause that lost its end, a word that lost its article or its "to"
    r", (?:but|and|which|who) \w+\.$",
    r"\b(?:into|at|from) (?:lobby|station|building|office|courtroom|court|room|house|entrance) of the\b",
    r"\b(?:goal|aim|task|purpose|job|idea) (?:is|was) (?!to\b|an?\b|the\b|not\b|\w+ed\b|\w+ing\b)[a-z]+ ",
    r"^(?:With|While|Although) (?:the|an?) [^,(]*\b(?:was|were|is|are)\b",
    # a caption run into its sentence
    r"[a-z] (?:In|On|At|After|For|This) [a-z]",
    r"\b(?:is|are|was|were|been|went|go|come|lived) there\b",
    # one of something said before, which of them nothing tells
    r"^(?:One|Another|Others|Both|Several) (?:in|at|on|near|of (?:them|these|those)|was|were|had|has)\b",
    rf"\b(?:after|before|during|since) the {EVENTS}\?$",
    r"\b(?:after|before|during|since|until) (?:his|her|their|its) [a-z]+\?$",
    r"^(?:When|Where|In which \w+) (?:was|were|is|are|did) the (?:first|second|next|last|final) [a-z]+ (?:set|held|due|"
    r"scheduled|take|begin|start|happen|end)\b",
    r"^Why (?:are|were) [a-z]+ \w+ed\b",
    r"\bas (?:much|many) as what\b",
    # said by nobody who could be asked
    r"^(?:Recent |Some |Several )?(?:[Mm]edia )?(?:[Rr]eports|[Oo]fficials|[Ss]ources|[Ee]xperts|[Dd]iplomats) "
    r"(?:have |had )?(?:said|say|suggest|told|speculated)",
    # who said it is what the source line is for
    rf"\b[Aa]ccording to (?:the )?{BLANK}",
    rf"^(?:The |Professor )?{BLANK} (?:said|says|noted|observed|stated|added|told|recalled|reported)\b",
    # a time inside the question for a time; a name that lost its number
    r"^When\b.* when\b",
    rf"^(?:When|In which year)\b.*\b{WEEKDAY}(?! \()",
    r"\b(?:Group|Chapter|Article|Section|Phase|Division|Act)[?.]$",
    # so many of whom?
    r"^(?:Most|Many|Some|None|Few|Several|All) (?:is|are|was|were|has|have|had|will|would|[a-z]+ed)\b",
    # somebody's, nobody knows whose
    r"^(?:His|Her|Its|Their) ",
    # some matter, meeting or event that the article had named before
    r"\bin question\b|\blast meetings?\b|\bat the event\b",
    # formulas of diplomacy, in which the name could be any
    r"\b(?:remains?|stands?|continues? to be|is|are) (?:firmly |fully |deeply )?(?:committed|steadfast|resolved)\b",
    # what was counted or done is not what is left
    r"^How (?:many|much)\b.*\bany \w+",
    r"^How many\b.*\bin (?:order|terms|addition|front)\b",
    r"^When (?:was|were)\b.*\b(?:off|up) to\b",
    r"\b(?:undergoing|facing|serving|standing) by\b.*\?$",
    rf"\b(?:called|named|titled) [A-Z][^,]* from {BLANK}",
    # a clause taken for a statement: "What officials said were …", "Each of whom paid …", "X was shot, and that …"
    r"^(?:What|Which|Who|Where|When|How|Why)\b.*\.$",
    r"^(?:\w+ ){1,3}of (?:which|whom)\b",
    r"\b(?:did|do|does|has|have|is|are|was|were) \w+ of (?:which|whom)\b",
    r"^(?!.*\bthat\b.*, and that\b).*, and that\b",
    # the end of a clause is missing: "… died, compared.", "… kept as a hub for as long.", "than Roe's."
    r", \w+(?:ed|ing)[.?]$",
    r"\bas (?:long|far|soon|many|much)[.?]$|\bfor as long\b(?! as)",
    r"['’]s[.?]$",
    r"\b(?:suspected|accused|believed|supposed|thought|said|due|able|unable|likely)[.?]$",
    r"\b(?:take|takes|took|taken|taking) part\b(?! in\b| as\b)",
    # a time, a comparison or an aside without what it belongs to
    r"^Since when did\b",
    r"\b(?:did|does|do) .*\bsince (?:\d|[A-Z])",
    r"^(?!.*\b(?:[Mm]ore|[Ll]ess|[Ff]ewer|[Rr]ather|[Oo]ther|[Ww]orse|\w+er)\b).*\bthan\b",
    r"[a-z] once (?:the|an?) \w+ of\b",
    r"(?:\bforc(?:ed|ing)|\b(?:did|does) .* force)\b(?!.*\b(?:to|into|from|out|off|onto|back)\b)",
    # the newest of them on the day of the article, which a card outlives
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s?) (?:latest|newest|most recent)\b",
    # one more than what was told before, in a sentence with a blank
    rf"^(?=.*{BLANK}).*\b(?:[Aa]nother|[Hh]owever|[Mm]eanwhile|[Ll]ikewise|the (?:same|latter|former))\b",
    # a comma between subject and verb, where an aside went
    r"^(?:The|An?) (?:\w+ ){0,3}\w+, (?:\w+ed|was|were|fell|rose|took|made|left|hit|struck) [^,]*$",
    # an aside that opens with a comma and never closes ("a deal, with Norway were signed")
    r"^[^,]*, (?:with|of|in|for|from|at|on|to|by|near) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)* "
    r"(?:(?:was|were|is|are|has|have|had|will)\b|\w+ed[?.])",
    # a verb without what it is about: of what they were accused, what they were told, to how many the toll rose
    r"\b(?:accused|blamed)\b(?!.*\b(?:of|for|on|over)\b)",
    r"\btold (?:(?!\bthat\b|[“\"]|\bto [a-z]|\b(?:how|what|why)\b|: |"
    r"\b(?:was|were|ha[sd]|have|is|are|would|will|could|did|\w+ed)\b).)*[.?]$",
    r"\bbringing (?:the|its|their) (?:\w+ )?(?:toll|total|number|count|tally|figure)s?\b(?!.* to\b)",
    r"\bin (?:a move|a bid|an effort|an attempt)[.?]$",
    r"\bas (?:far|close|near|big|large|long) (?:from|to) (?!.*\bas\b)",
    # speakers who are nobody; something of what nobody said
    r"\b[Aa]ccording to (?:who|whom|what|which|\w+ people)\b",
    r"\bof what\b[,?.]",
    r"\b(?:someone|somebody)\b",
    # a place, a time or a likeness that another sentence fixes
    r"\bto the (?:north|south|east|west)\b(?! of\b)",
    r"\b(?:overnight|nearby)\b|\b(?:shortly|soon) (?:before|after)\b",
    r"\b(?:metres|meters|kilomet(?:res|ers)|km|miles|yards|feet) away\b(?! from)",
    r"^Similar ",
    r"\b[Aa] (?:similar|different|separate) [a-z]+\b(?! (?:from|to)\b)",
    r"(?:['’]s|\b(?:his|her|its|their)) own [a-z]+",
    r"\b\d{1,2}:?\d\d GMT\b",
    # what belongs to somebody, and nobody is named: "Revenue rose", "Preparations began"
    r"^(?:Net |Operating )?(?:[Rr]evenues?|[Pp]rofits?|Sales|Turnover|Turnout|Earnings|[Ll]oss(?:es)?|Output|"
    r"Preparations|Drilling|Voting) (?!of\b|in\b|at\b|from\b|by\b|for\b)",
    r"\b(?:is|are|was|were) be\b",
    # more of what was counted before, the rest of some, both of two, all of them told elsewhere
    r"^How many (?:more|additional|further|other|others)\b",
    r"\b[Tt]he (?:remaining|rest|others?|two|three|four|latter|former|trio|pair|duo)\b(?! of\b)",
    r"\b[Bb]oth\b|\b[Ss]uch\b|\bthere\b",
    r"^How many .*\b(?:has|have) .* had\?$",
    rf"^Analysts .*\bexpected {BLANK}",
    # half of a name, half of a period, an owner's owner, a heading run into its sentence
    r" -\w",
    r"^(?!.*\b(?:[Bb]etween|[Ff]rom)\b).*\band the (?:early|mid|late)[- ]?\d{4}s\b",
    r"['’]s [a-z]+['’]s\b",
    rf"^(?=.*{BLANK})[A-Z][a-z]+: ",
    # half of a score, of a comparison, of an answer; an end that was cut; a length of time that something was "during"
    r"^By how many \w+ .*\bto \d",
    r"\bagainst \d+\?$",
    r"\bsomething to (?:do|say)\b",
    r", (?:more|fewer|less|up|down)\.$",
    rf"\bduring {BLANK}",
    # what is counted in a row, or by what stands before the verb
    r"^How many (?:first|second|third|last|next)\b",
    r"^(?:Initially|Originally|Only|Just) with how\b",
    r"\bthe same [a-z]+\b",
    # a past read as present: "is banned by the court for four years in January 2024"
    r"\b(?:is|are) (?!(?:expected|scheduled|planned|projected|slated|supposed)\b)"
    rf"\w+ed .*\bin (?:{MONTH} )?{YEAR}",
    r"\bin (?:return|exchange|response|turn)\?$",
    r"\b(?:late|early)(?:[?.]$|,)",
    r"^When .*\b(?:an?|one|two|three|four|five|\d+) (?:day|week|month|year)s? (?:before|after)\b",
    # one of many of its sort, with no day and nobody's name
    r"^(?:In|Near|At) which \w+ did the (?!.*\d)(?!.*[A-Z][a-z]+ [A-Z][a-z]+).* take place\?$",
    # two days in a row, half a range of places, half a name, two sentences in one
    r"\([^)]*\d{4}\) on \w+day \(",
    rf"\bfrom {BLANK} to [A-Z]|\bfrom [A-Z][\w.]+ to {BLANK}",
    rf"\b(?:Mr|Mrs|Ms|Miss)\.? {BLANK}",
    r";",
    # figures of a match, which only its followers can read ("366 for eight")
    rf"(?:\d|{BLANK}|\b(?:{_FEW})) for (?:\d{{1,3}}\b(?![,%])|{BLANK}|(?:{_FEW})\b)(?! \w+s\b)",
    # a deed that belongs to a noun, not to the subject; a gathering's purpose cut in two
    r"^What .*\bthe (?:decision|move|plan|call|offer)\b.* to do\?$",
    r"^What (?:do|does|did) .* (?:meet|gather|serve|exist) to \w+\?$",
)


def _opened_by(edge: str) -> Iterator[str]:
    """The signs that begin so, each in brackets and without the edge, which all its alternatives share."""
    return (f"(?:{sign.removeprefix(edge)})" for sign in _SIGNS if sign.startswith(edge))


# a sign of the beginning is tried there alone, one of whole words only where a word begins: half the time of all in one
OPENING_SIGNS = re.compile("|".join(_opened_by("^")))
WORD_SIGNS = re.compile(rf"\b(?:{'|'.join(_opened_by(WORD_EDGE))})")
OTHER_SIGNS = re.compile("|".join(f"(?:{sign})" for sign in _SIGNS if not sign.startswith(("^", WORD_EDGE))))
SIGNS = (OPENING_SIGNS.match, WORD_SIGNS.search, OTHER_SIGNS.search)
# the same name within a few words, a long one anywhere, the same adverb twice
TWICE = re.compile(
    r"\b([A-Z][a-z]+)(?:['’]s?)? (?:[a-z]+ ){0,3}\1\b|\b(\w+ly) \w+ \2\b"
    r"|\b((?:[A-Z][\w-]+ )+[A-Z][\w-]+)\b.*\b\3\b"
)
# two sentences in one, the second without its full stop ("... of the union In the other district ...")
RUN_ON = re.compile(r"\w (?:In|On|At|After|During) the [A-Z]\w+")


QUOTED = re.compile(r"^Who said: “(.*)”")
TELLING = re.compile(r"(?<!^)(?<![.!?] )\b(?!I\b|I['’])[A-Z]\w|\d")  # a name or a number inside a quotation
SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")


def is_clear(stem: str) -> bool:
    """Whether nothing in a stem shows that it cannot be understood, or answered in one way only."""
    quoted = QUOTED.match(stem)
    if quoted and (not TELLING.search(quoted[1]) or SELF.search(quoted[1])):
        return False  # of what it speaks, or of whom, only who has read the article knows
    return not any(shows(stem) for shows in SIGNS) and not TWICE.search(stem)


def is_one_sentence(text: str) -> bool:
    """Whether a sentence holds no caption or heading that ran into it."""
    return not RUN_ON.search(text)
