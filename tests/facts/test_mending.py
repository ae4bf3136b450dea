"""Mended parses: what the small parser hangs wrongly in a regular way hangs where it belongs."""

from __future__ import annotations

import pytest

from quizgen.facts.mending import Draft, mended, redrawn
from quizgen.language import ParsedSentence, parse
from quizgen.model import Article, Block, Source, Span

# sentence, then a word, its head and its relation after mending
MENDED = [
    # one object behind a row of modifiers
    ('France has had a non-combat, "train-and-advise" mission in Niger since May 2018.', ("mission", "had", "obj")),
    ("Kenya opened a pro-market, low-tax zone near Mombasa.", ("zone", "opened", "obj")),
    # a gerund with an object of its own
    (
        "Police in nine towns have dismantled a trafficking organisation suspected of shipping at least 17 tonnes of "
        "cocaine from Ecuador to Europe dissolved in frozen banana pulp.",
        ("tonnes", "shipping", "obj"),
    ),
    # a perfect that a phrase of time parts
    ("Spain had on Monday ordered the release of nine men.", ("had", "ordered", "aux")),
    ("Members of the County Assembly had on July 23 voted to leave Leeds.", ("had", "voted", "aux")),
    ("Brazil had on Tuesday night been invited by the president.", ("had", "invited", "aux")),
    ("The firm had in May a staff of 40.", ("had", "had", "ROOT")),
    # a rough number before what it counts
    ("A couple of thousand nurses went on strike in Leeds on Monday.", ("couple", "nurses", "nmod:unmarked")),
    # a preposition of three words
    ("Anna Roth gave Turin her paintings in exchange for a seat on the council.", ("seat", "gave", "obl")),
    # the end of a deed by which a noun is described
    ("Atlas was a naval mission run by Denmark in 2009 to protect food ships.", ("protect", "run", "advcl")),
    # things set on fire
    ("Drones hit a depot in Oslo, killing seven guards and setting four tanks on fire.", ("fire", "setting", "obl")),
    # a second infinitive
    (
        "The Iraqi government has granted Nato permission to stay in the country and continue its training mission.",
        ("continue", "stay", "conj"),
    ),
    # a noun that goes on with what the second verb holds
    (
        "Berg was a captain in the navy during the war, and took part in the siege of Malta, and the battle of Crete "
        "in 1941.",
        ("battle", "siege", "conj"),
    ),
    # the last noun of a list
    (
        "With support from 14 donor states, the trust is delivering over 20 projects that reach 2 million Syrians in "
        "the sectors of health, food security, water, electricity, and waste management in areas of the north.",
        ("management", "health", "conj"),
    ),
    # a second clause with "that"
    (
        "He said that 38 people, among them nine firefighters, had been treated for burns or respiratory problems, and "
        "that at least 120 houses, two schools and a cheese factory had been destroyed.",
        ("houses", "destroyed", "nsubj:pass"),
    ),
    # "killed and injured" share what they hold
    ("Norway condemns the attack on Camp Hurriya that killed and injured camp residents.",
     ("residents", "killed", "obj")),
    # a subject taken for a name beside the date in front
    (
        'On May 7, 2006, the Dutch citizen Lars Berg, who is described by the ministry as the "leader of a group based '
        'in Oslo", was put on the list of terrorists.',
        ("citizen", "put", "nsubj:pass"),
    ),
    # a conjunction taken for a preposition
    ("The camp closed after a second night of shelling along the border between Chad and Sudan left 16 people dead.",
     ("night", "left", "nsubj")),
    # the object of the infinitive that belongs to the subject
    ("Peru has a base in Lima, but plans to expand it were delayed by floods.", ("it", "expand", "obj")),
    # a participle before the past tense
    (
        "In hospitals where it was introduced, 6.1% of babies admitted with suspected sepsis died, compared with 11.8% "
        "in those that carried on as usual.",
        ("%", "died", "nsubj"),
    ),
    # a clause with "that" whose subject was taken for an object
    (
        "Moscow and Beijing objected, arguing that conditions on the ground did not permit a peacekeeping operation.",
        ("conditions", "permit", "nsubj"),
    ),
    # what a clause describes, and a second one beside it
    (
        "The nomination of a new Prime Minister-designate is an important step toward the formation of an inclusive "
        "Government that represents all segments of the population and that contributes to finding a solution.",
        ("represents", "Government", "acl:relcl"),
    ),
    # what something led to belongs to the verb
    ("The charities have closed the road until further notice, leaving 18,500 people in Ouadda without help.",
     ("leaving", "closed", "advcl")),
    # what stands before an infinitive of purpose belongs to the verb as well
    ("Gulnara Berg, who had walked for six hours with her two daughters to reach the town of Isfana, wept.",
     ("daughters", "walked", "obl")),
    # two verbs taken for one
    ("It is also just months before the Iraqi government plans to hold early elections.", ("plans", "months", "advcl")),
    # what a verb of seeing tells
    (
        "It is also just months before the Iraqi government plans to hold early elections in the face of mass protests "
        "that have seen security forces use live ammunition and tear gas canisters.",
        ("use", "seen", "ccomp"),
    ),
    # an adjective that shares its noun
    ("The stage has been set for Nato to expand its advisory and training role in Iraq.", ("role", "expand", "obj")),
    # an auxiliary parted from its verb
    (
        "Gangs control the port of Lome, the capital, and have in recent weeks pushed into the farming region of Kara.",
        ("have", "pushed", "aux"),
    ),
]  # fmt: skip
# sentence, then a word, its head and its relation, which are right and stay
KEPT = [
    ("A couple of friends of Jane Roe opened a school in Turin.", ("couple", "opened", "nsubj")),
    ("Anna Roth keeps her paintings of Turin in a museum for poor children.", ("children", "museum", "nmod")),
    ("Norway left the report written by Anna Berg.", ("written", "report", "acl")),
    ("Norway approved Sweden's law in 2019.", ("law", "approved", "obj")),
    ("Because prices rose, the bank sold its bonds and closed.", ("rose", "sold", "advcl")),
    ("The firm runs a small, low-cost airline.", ("airline", "runs", "obj")),
    ("She asked him to wait and left the room.", ("left", "asked", "conj")),
    ("The law will let banks lend more and charge less.", ("charge", "lend", "conj")),
    ("Two men armed with knives robbed a bank in Oslo.", ("men", "robbed", "nsubj")),
    ("Homeopathy is a form of medicine which treats patients with water.", ("treats", "form", "acl:relcl")),
    ("Two miners died from a disease caused by dust after they left the mine.", ("left", "died", "advcl")),
    ("The minister resigned and left the country.", ("country", "left", "obj")),
]


def sentence(text: str) -> ParsedSentence:
    """The first sentence of an article, parsed and mended."""
    article = Article(Source("t", "Title", "t.txt"), text, (Block("paragraph", Span(0, len(text))),))
    return mended(next(parse([article]))).sentences[0]


@pytest.mark.parametrize(("text", "relation"), [*MENDED, *KEPT])
def test_a_word_hangs_where_it_belongs(text: str, relation: tuple[str, str, str]) -> None:
    """A word hangs on its head with its relation: what was wrong is mended, and what was right stays."""
    assert relation in {(token.text, token.head.text, token.dep_) for token in sentence(text).tokens}


class TestRings:
    def test_two_mends_that_hang_words_on_each_other_leave_them_where_they_were(self) -> None:
        """A doc stays a tree, or whoever walks down it never ends."""
        doc = sentence("Norway sent two ships to Malta.").tokens.doc
        ships, malta = next(t for t in doc if t.text == "ships"), next(t for t in doc if t.text == "Malta")
        draft = Draft()
        draft.hang(ships, malta, "nmod")
        draft.hang(malta, ships, "nmod")
        draft.hang(next(t for t in doc if t.text == "two"), malta, "dep")
        new = redrawn(doc, draft)
        assert [new[i].head.i for i in (ships.i, malta.i)] == [ships.head.i, malta.head.i]
        assert next(t for t in new if t.text == "two").head.text == "Malta"
