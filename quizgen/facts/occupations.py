"""Words for what people are: offices, ranks and occupations, and which offices only one person holds at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

Sort = Literal["office", "rank", "occupation", "other"]

# heads of something: the fact is one of leadership
LEADERS = frozenset(
    "president premier chancellor king queen emperor pope secretary-general general chief executive leader head "
    "director "
    "chairman chairwoman chairperson chair commander governor mayor minister secretary coach ceo principal dean "
    "speaker boss headteacher headmaster skipper superintendent".split()
)
# offices below the top, and those that are no top of anything
OTHER_OFFICES = frozenset(
    "ambassador envoy spokesperson spokesman spokeswoman prosecutor coordinator deputy adviser advisor commissioner "
    "senator congressman congresswoman councillor treasurer undersecretary inspector sheriff archbishop bishop "
    "captain manager editor judge justice magistrate representative assistant lawmaker mp whip curator "
    "rapporteur ombudsman registrar provost rector comptroller aide attorney delegate consul nominee designate".split()
)
# offices of which there is one at a time, wherever the rest of the title says of what
UNIQUE = frozenset(
    "president premier chancellor king queen emperor pope minister secretary governor mayor chairman chairwoman "
    "chairperson chair ceo secretary-general".split()
)
# offices that need no "of what" to say something
KNOWN = frozenset("president premier chancellor king queen emperor pope".split())
# offices of which there is one only where the phrase says so: "the director of the museum"
UNIQUE_WITH_THE = UNIQUE | frozenset(
    "director leader head chief commander coach principal dean speaker ambassador captain manager general "
    "commissioner superintendent coordinator rector provost envoy".split()
)
# offices of something; with a nationality alone they are trades
OF_SOMETHING = frozenset("director captain manager editor coach commander curator representative".split())
# before a name these say how to address somebody, or a rank, rather than what office somebody holds
RANKS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor doctor rev reverend sheikh imam ayatollah officer justice sen "
    "rep gen col lt capt sgt cpl maj st saint general colonel major lieutenant sergeant corporal private admiral "
    "brigadier captain commander marshal commodore constable detective inspector father sister brother prince "
    "princess duke duchess baron baroness cardinal rabbi".split()
)
OCCUPATIONS = frozenset(
    "teacher professor doctor nurse scientist researcher engineer architect artist author writer poet journalist "
    "reporter correspondent critic singer musician composer actor actress player footballer striker midfielder "
    "defender goalkeeper athlete runner swimmer cyclist driver pilot astronaut lawyer farmer fisherman baker butcher "
    "carpenter mechanic plumber electrician firefighter physician surgeon dentist veterinarian vet historian "
    "mathematician statistician politician librarian photographer filmmaker designer programmer developer trader "
    "banker investor lecturer academic homeopath paramedic barber chef cook painter sculptor dancer sprinter jockey "
    "boxer golfer bowler batsman winger quarterback analyst entrepreneur accountant contractor broadcaster presenter "
    "comedian playwright screenwriter producer conductor translator interpreter geographer physicist shopkeeper "
    "sailor soldier policeman policewoman detective tailor welder miner trucker postman waiter waitress cleaner "
    "explorer inventor publisher solicitor barrister consultant psychologist engineer hydrologist rower skier "
    "gymnast wrestler weightlifter marathoner cellist pianist violinist guitarist drummer rapper novelist".split()
)
# who ends in -ist by conviction or deed, not by trade
NO_TRADE = frozenset(
    "terrorist extremist islamist activist loyalist separatist nationalist jihadist specialist feminist racist "
    "communist socialist capitalist fascist populist royalist protectionist finalist semifinalist medallist medalist "
    "leftist rightist tourist motorist cyclist hobbyist arsonist list".split()
)
COURTESY = frozenset("mr mrs ms miss sir dame lord lady dr prof professor doctor rev reverend hon".split())
FORMER = frozenset({"former", "ex", "late", "ousted", "onetime", "retired"})
THEN = frozenset({"then", "incoming", "outgoing", "future", "would", "longtime"})
# words that make an office less than a fact
HEDGED = frozenset("alleged suspected styled proclaimed purported supposed possible potential likely".split())
# words that single somebody out among all who held the office
RANKED = frozenset("first second third fourth fifth last only next youngest oldest".split())
# another title than the one without it, of which there may be several
UNDER = frozenset({"deputy", "vice", "assistant", "under", "junior", "associate", "senior", "acting", "co", "shadow"})

# of which area, only the article knows
AREAL = frozenset("regional provincial local national federal state district county city municipal area".split())


def sort_of(head: Token) -> Sort:
    """What sort of word for a person this is."""
    word = head.lower_.rstrip(".")
    lemma = head.lemma_.lower() if head.tag_ in {"NN", "NNS"} else word
    for form in (word, lemma, word.rpartition("-")[2]):
        if form in LEADERS or form in OTHER_OFFICES:
            return "office"
        if form in OCCUPATIONS or (form.endswith("ist") and len(form) > 5 and form not in NO_TRADE):
            return "occupation"
        if form in RANKS:
            return "rank"
    return "other"


def is_rank(head: Token) -> bool:
    """Whether before a name the word is a rank or a form of address."""
    return head.lower_.rstrip(".") in RANKS
