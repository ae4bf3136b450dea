"""Picture captions: told by how they open, by the credit that closes them, or by having no verb.

Lines come without inline marks and in single spaces (`inline.plain`).
"""

from __future__ import annotations

import re

AGENCIES = (
    r"Reuters|REUTERS|AFP|AP|AP Photo|Associated Press|EPA|EPA-EFE|EFE|PA|PA Wire|PA Images|PA Media|Getty|GETTY"
    r"|Getty Images(?: [A-Z][\w ]{0,30})?|AFP via Getty Images|Shutterstock|Alamy(?: Stock Photo| Live News)?"
    r"|Xinhua"
    r"|Bloomberg|Anadolu(?: Agency)?|TASS|Kyodo(?: News)?|DPA|dpa|ANSA|UPI|Rex Features|REX|iStock(?:photo)?"
    r"|Unsplash"
    r"|Flickr|Wikimedia(?: Commons)?|NurPhoto|ZUMA(?: Press)?|Sipa(?: USA)?|AAP(?: Image)?|Canadian Press|Handout"
    r"|HANDOUT|Pool|POOL|Pool Photo|File Photo|File photo|FILE|Screenshot|Supplied|Facebook|Twitter|Instagram"
    r"|YouTube"
    r"|Action Images|Imago|Avalon|WireImage|Pexels|Pixabay|NASA|ESA"
)
"""Picture and news agencies and what stands in the place of one, as part of a pattern."""
CONNECTORS = r"and|in|of|the|for|at|with|from|de|da|di|dos|del|van|von|der|den|bin|ibn|al|el|la|le|on|&|by|via"
"""Small words within names and lists of names, as part of a pattern."""

_LONGEST = 120
_CREDIT = r"(?:Images?|IMAGE|Photo(?:graph|graphy)?s?|PHOTOS?|Pictures?|Illustration|Graphic|Credits?|CREDIT|Video)"
_NAMES = r"[A-Z@][\w.’'\-]*,?(?: (?:[A-Z][\w.’'\-]*|" + CONNECTORS + r"),?){0,10}"
_OPENING = re.compile(
    r"\(?(?:FILE|File|Archive|ARCHIVE|Handout|HANDOUT|Undated)(?: (?:photo|picture|image|PHOTO|PICTURE|IMAGE"
    r"|pic))?"
    r"(?: \([^)]{1,40}\))? ?[:\-–—] ?\S"
    r"|\(?" + _CREDIT + r"(?: [Cc]aption| [Cc]redit| [Cc]ourtesy(?: of)?| [Bb]y)? ?:"
    r"|\(?" + _CREDIT + r" (?:by|courtesy of|credit|provided by|supplied by|via|©) " + _NAMES + r"(?:[./|,)].*)?$"
    r"|\((?:[Pp]ictured|[Aa]bove|[Bb]elow|[Ll]eft|[Rr]ight)\)"
    r"|(?:Caption|Image caption|Image source|Media caption|Pictured|PICTURED)\b ?[:,|]"
    r"|(?:Above|Below|Left|Right|Top|Bottom|Clockwise|From left|From top)(?: (?:to right|from top left|left"
    r"|right))?:"
    r"|In this (?:[\w.,]+ ){0,6}(?:file )?(?:photo|image|picture|photograph)\b[^.]{0,40}"
    r"(?:,|provided|released|taken|made)"
)
_PICTURE_CODE = re.compile(r"(?:[a-z]{2,6}|[A-Z]{2,6})[-_]?\d{6,}\b")
_CREDITED = re.compile(
    r"(?:[\w.’'\-)\]] ?[/|] ?(?:" + AGENCIES + r")"
    r"|(?:\b(?:via|VIA|courtesy of|Courtesy of)|©|\(c\)) ?(?:" + AGENCIES + r")"
    r"|(?:^|[.!?…)\]”\"’:–—-] ?|\()(?:EPA|AFP|AP|PA|EPA-EFE|Reuters|REUTERS|Getty|GETTY|XINHUA) ?[/|] ?"
    r"[A-Z][\w.’' \-]{1,40}"
    r"|[.!?)”\"’] (?:Getty Images|Shutterstock|Alamy|Wikimedia Commons|File [Pp]hoto|Unsplash|Handout)"
    r"|\((?:AP|AFP|PA|EPA|Reuters|REUTERS|Getty|TASS|Xinhua)(?: (?:Photo|Image|Images|Wire))?/[^()]{2,60}"
    r"|\((?:AP Photo|Getty Images|PA Wire|File photo|File|FILE|Shutterstock|Supplied|Handout|Screenshot)"
    r"|\([Pp](?:hoto|icture)s?(?: [Cc]redit)?(?: by|:| courtesy of)? ?[A-Z][^()]{2,80}"
    r")[)\]]?\.?$"
)
_IMAGE_BY = re.compile(
    r"(?:^|[.!?…)\]”\"’] ?|, |; | [–—-] )(?:Image|Photo|Photograph|Picture|Illustration|Graphic|Credit"
    r"|Photo [Cc]redit|Image [Cc]redit)s?(?: (?:by|courtesy of|courtesy) " + _NAMES + r"|(?: by| courtesy of)? ?[:©] ?"
    r"[A-Z@©](?:[^.:;!?]|\.(?=\w)|(?<=[A-Z])\.){1,80})[.)]?$"
)
_FROM_FILE = re.compile(
    r"(?:[;,(] ?|\. )(?:from file|file (?:photo|picture|image)|file)(?:, \d{4}|[,:] .{0,30})?[.)]*$", re.IGNORECASE
)
_PARTICLE = re.compile(r"(?:al|el|de|der|di|da|van|von|bin|ibn|e|i|d|l)[-’' ]")
_NOUN_PHRASE = re.compile(r"(?:[a-z](?!\w*[A-Z])|(?:A|An|The|One|Two|Three) )[^!?:;]{5,90}\.$")
# Forms that are a verb, or may be one: without any of them a line with a full stop is a label, not a sentence.
_VERB = re.compile(r"[a-z]+(?:ed|s)$")
_VERBS = frozenset(
    "is are was were be been am has have had do did can could will would shall should may might must"
    " say said told went go came come got get made make took take gave give found find left leave felt feel held"
    " hold"
    " kept keep met meet paid pay put ran run rose rise fell fall saw see sent send set shot spoke speak spent"
    " stood"
    " stand struck swept taught thought think threw won win wrote write began begin became become bought brought"
    " built"
    " broke chose cost cut drew drove fled flew fought grew heard hit hurt knew know led lent let lost lay meant"
    " read"
    " rode sank sat sought sold split stole swore wore blew bore caught dealt drank ate shut slid spread sprang"
    " stuck"
    " swam tore woke wept bent bled burst dug fed froze hid hung knelt laid lit shook sang slept spun stank beat"
    " quit"
    " cast bet shed upset bid thrust wed bound clung crept dove flung forgot forgave ground rang shone shrank"
    " slung"
    " stung strode swung withdrew withstood undertook understood overcame overtook overthrew wound arose awoke"
    " forbade"
    " foresaw mistook outdid pled drove struck want need expect believe hope plan seem remain live work look"
    " face help"
    " fear claim agree play open close host visit drop show use own buy sell pose warn argue suggest reject"
    " accept".split()
)


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption or the credit of one."""
    words = len(line.split())
    if words > _LONGEST:
        return False
    if _OPENING.match(line) or _PICTURE_CODE.match(line) or _CREDITED.search(line) or _IMAGE_BY.search(line):
        return True
    return (words <= 30 and bool(_FROM_FILE.search(line))) or (words <= 14 and is_label(line))


def is_credit(line: str) -> bool:
    """Whether a line is nothing but a credit, so that what stands right above it is the caption."""
    match = _IMAGE_BY.search(line)
    opens = match and match.start() == 0
    return len(line.split()) <= 12 and bool(opens or re.match(r"\(?" + _CREDIT + r"\b", line))


def is_label(line: str) -> bool:
    """Whether a line ends with a stop and yet has no verb, as "The flag of the city." has none."""
    if not _NOUN_PHRASE.match(line) or _PARTICLE.match(line):
        return False
    words = [word.strip(".,'’\"()") for word in line.split()[1:]]
    return not any(word in _VERBS or _VERB.match(word) for word in words)
