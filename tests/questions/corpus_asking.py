"""Facts built by hand: the stems that the package's templates make of them, and facts that none is made of."""

from __future__ import annotations

from tests.questions.build import day, fact, slot, verb

STORM = slot("subject", "the storm", "event")
ROE = slot("subject", "Jane Roe", "person")
COUNCIL = slot("subject", "Harbour Council", "organization")
TROOPS = slot("subject", "French troops", "people", plural=True)
US = slot("subject", "the United States", "country", plural=True)
PAIR = slot("subject", "Britain and Turkey", "country", plural=True)
SCHOOL = slot("object", "the Leeds school", "object")
MONDAY = day("Monday", "2021-02-15")
IN_LEEDS = slot("place", "Leeds", "city", "in")

SUBJECTS = [
    (
        fact("action", verb("hit", "hit"), STORM, slot("object", "Leeds", "city"), MONDAY, asked="subject"),
        "What hit Leeds on Monday?",
    ),
    (
        fact("action", verb("opened", "open"), ROE, SCHOOL, MONDAY, asked="subject"),
        "Who opened the Leeds school on Monday?",
    ),
    (
        fact("action", verb("opened", "open"), COUNCIL, SCHOOL, MONDAY, asked="subject"),
        "Which organisation opened the Leeds school on Monday?",
    ),
    (
        fact("action", verb("sign", "sign", "VBP"), PAIR, slot("object", "the Leeds treaty"), asked="subject"),
        "Which countries sign the Leeds treaty?",
    ),
    (
        fact("action", verb("have left", "leave"), TROOPS, slot("object", "the base in Leeds"), asked="subject"),
        "Who has left the base in Leeds?",
    ),
    (
        fact("action", verb("are building", "build"), TROOPS, slot("object", "a bridge in Leeds"), asked="subject"),
        "Who is building a bridge in Leeds?",
    ),
    (
        fact("action", verb("were arrested", "arrest"), TROOPS, IN_LEEDS, MONDAY, asked="subject"),
        "Who was arrested in Leeds on Monday?",
    ),
    (
        fact("action", verb("was founded", "found"), COUNCIL, day("1989", "1989", case="in"), asked="subject"),
        "Which organisation was founded in 1989?",
    ),
    (
        fact("action", verb("could lead", "lead"), STORM, slot("oblique", "floods in Leeds", case="to"),
             asked="subject"),
        "What could lead to floods in Leeds?",
    ),
    (
        fact("action", verb("cracked", "crack", particle="down"), slot("subject", "Peru", "country"),
             slot("oblique", "illegal gold mines", case="on"), asked="subject"),
        "Which country cracked down on illegal gold mines?",
    ),
    (
        fact("action", verb("killed", "kill", adverb="reportedly"), STORM, slot("object", "two in Leeds"),
             asked="subject"),
        "What reportedly killed two in Leeds?",
    ),
    (
        fact("definition", verb("is", "be", copular=True), slot("subject", "Erbil", "city"),
             slot("complement", "the capital of Kurdistan"), asked="subject"),
        "Which city is the capital of Kurdistan?",
    ),
    (
        fact("action", verb("plans", "plan", "VBZ"), ROE, slot("chain", "to visit", "abstract"),
             slot("object", "the Leeds school"), asked="subject"),
        "Who plans to visit the Leeds school?",
    ),
    (
        fact("action", verb("will have met", "meet"), ROE, slot("oblique", "John Doe", "person", "with"), MONDAY,
             asked="subject"),
        "Who will have met with John Doe on Monday?",
    ),
]  # fmt: skip

OBJECTS = [
    (
        fact("action", verb("had", "have"), ROE, slot("object", "a short, well-guarded visit to Leeds", head="visit"),
             MONDAY, asked="object"),
        "What did Jane Roe have on Monday?",
    ),
    (fact("action", verb("opened", "open"), ROE, SCHOOL, MONDAY, asked="object"), "What did Jane Roe open on Monday?"),
    (
        fact("action", verb("opens", "open", "VBZ"), ROE, SCHOOL, IN_LEEDS, asked="object"),
        "What does Jane Roe open in Leeds?",
    ),
    (
        fact("action", verb("guard", "guard", "VBP"), TROOPS, SCHOOL, IN_LEEDS, asked="object"),
        "What do French troops guard in Leeds?",
    ),
    (
        fact("action", verb("has opened", "open"), ROE, SCHOOL, IN_LEEDS, asked="object"),
        "What has Jane Roe opened in Leeds?",
    ),
    (
        fact("action", verb("is opening", "open"), ROE, SCHOOL, IN_LEEDS, asked="object"),
        "What is Jane Roe opening in Leeds?",
    ),
    (
        fact("action", verb("may have opened", "open"), ROE, SCHOOL, IN_LEEDS, asked="object"),
        "What may Jane Roe have opened in Leeds?",
    ),
    (
        fact("action", verb("met", "meet"), ROE, slot("object", "John Doe", "person"), IN_LEEDS, asked="object"),
        "Whom did Jane Roe meet in Leeds?",
    ),
    (
        fact("action", verb("invaded", "invade"), TROOPS, slot("object", "Peru", "country"), MONDAY, asked="object"),
        "Which country did French troops invade on Monday?",
    ),
    (
        fact("action", verb("are providing", "provide"), US, slot("object", "clean water", "object"), IN_LEEDS,
             asked="object"),
        "What is the United States providing in Leeds?",
    ),
    (
        fact("action", verb("have signed", "sign"), PAIR, slot("object", "a trade deal"), MONDAY, asked="object"),
        "What have Britain and Turkey signed on Monday?",
    ),
    (
        fact("action", verb("took", "take", particle="over"), COUNCIL, SCHOOL, MONDAY, asked="object"),
        "What did Harbour Council take over on Monday?",
    ),
    (
        fact("action", verb("plans", "plan", "VBZ"), ROE, slot("chain", "to rebuild", "abstract"), SCHOOL,
             asked="object"),
        "What does Jane Roe plan to rebuild?",
    ),
    (
        fact("action", verb("was awarded", "award"), ROE, slot("object", "a silver medal", "object"), MONDAY,
             asked="object"),
        "What was Jane Roe awarded on Monday?",
    ),
    (
        fact("action", verb("asked", "ask"), ROE, slot("object", "Harbour Council", "organization"),
             slot("oblique", "help in Leeds", case="for"), asked="object"),
        "Which organisation did Jane Roe ask for help in Leeds?",
    ),
    (
        fact("action", verb("bought", "buy"), ROE, slot("object", "Acme", "organization"), MONDAY, asked="object"),
        "What did Jane Roe buy on Monday?",
    ),
    (
        fact("action", verb("sued", "sue"), ROE, slot("object", "Acme", "organization"), MONDAY, asked="object"),
        "Whom did Jane Roe sue on Monday?",
    ),
]  # fmt: skip

AGENTS = [
    (
        fact("leadership", verb("was founded", "found"), COUNCIL, slot("agent", "Jane Roe", "person", "by"),
             day("1989", "1989", case="in"), asked="agent"),
        "Who founded Harbour Council in 1989?",
    ),
    (
        fact("action", verb("were arrested", "arrest"), TROOPS, slot("agent", "Leeds police", "organization", "by"),
             MONDAY, asked="agent"),
        "Who arrested French troops on Monday?",
    ),
    (
        fact("action", verb("is run", "run"), slot("subject", "the Leeds school"),
             slot("agent", "Harbour Council", "organization", "by"), asked="agent"),
        "Which organisation runs the Leeds school?",
    ),
    (
        fact("action", verb("has been invaded", "invade"), slot("subject", "Leeds", "city"),
             slot("agent", "Peru", "country", "by"), MONDAY, asked="agent"),
        "Which country has invaded Leeds on Monday?",
    ),
    (
        fact("action", verb("will be opened", "open"), slot("subject", "the Leeds school"),
             slot("agent", "Jane Roe", "person", "by"), asked="agent"),
        "Who will open the Leeds school?",
    ),
    (
        fact("action", verb("is being led", "lead"), slot("subject", "the Leeds mission"),
             slot("agent", "Jane Roe", "person", "by"), asked="agent"),
        "Who is leading the Leeds mission?",
    ),
    (
        fact("action", verb("was picked", "pick", particle="up"), ROE, slot("agent", "John Doe", "person", "by"),
             IN_LEEDS, asked="agent"),
        "Who picked up Jane Roe in Leeds?",
    ),
    (
        fact("leadership", verb("was opened", "open"), slot("subject", "the Leeds school"),
             slot("agent", "Mayor Jane Roe", "person", "by"),
             slot("name", "Jane Roe", "person", "by", within="agent", rest="Mayor"), asked="name"),
        "Which Mayor opened the Leeds school?",
    ),
]  # fmt: skip

OBLIQUES = [
    (
        fact("action", verb("was added", "add"), slot("subject", "The Leeds dance", "thing"),
             slot("oblique", "a list of the world's heritage", case="to"), day("2011", "2011", case="in"),
             asked="oblique"),
        "What was the Leeds dance added to in 2011?",
    ),
    (
        fact("action", verb("passed", "pass"), COUNCIL, slot("object", "a bill"),
             slot("oblique", "banning old cars", case="in favour of"), asked="oblique"),
        "In favour of what did Harbour Council pass a bill?",
    ),
    (
        fact("action", verb("met", "meet"), ROE, slot("oblique", "John Doe", "person", "with"), MONDAY,
             asked="oblique"),
        "Who did Jane Roe meet with on Monday?",
    ),
    (
        fact("action", verb("can lead", "lead"), slot("subject", "Storm Gale", "event"),
             slot("oblique", "floods in the valley", case="to"), asked="oblique"),
        "What can Storm Gale lead to?",
    ),
    (
        fact("action", verb("acts", "act", "VBZ"), COUNCIL, slot("oblique", "a registrar of ships", case="as"),
             asked="oblique"),
        "What does Harbour Council act as?",
    ),
    (
        fact("action", verb("was sentenced", "sentence"), ROE, slot("oblique", "ten weeks of work", case="to"), MONDAY,
             asked="oblique"),
        "What was Jane Roe sentenced to on Monday?",
    ),
    (
        fact("action", verb("fought", "fight"), TROOPS, MONDAY,
             slot("oblique", "John Doe", "person", "against"), asked="oblique"),
        "Against whom did French troops fight on Monday?",
    ),
    (
        fact("action", verb("is accused", "accuse"), ROE, slot("oblique", "fraud and theft", case="of"), IN_LEEDS,
             asked="oblique"),
        "What is Jane Roe accused of in Leeds?",
    ),
    (
        fact("action", verb("gave", "give"), ROE, slot("indirect", "John Doe", "person"),
             slot("object", "a silver medal"), asked="indirect"),
        "Whom did Jane Roe give a silver medal?",
    ),
]  # fmt: skip

TIMES_AND_PLACES = [
    (
        fact("date", verb("hit", "hit"), STORM, slot("object", "Leeds", "city"), MONDAY, asked="time"),
        "When did the storm hit Leeds?",
    ),
    (
        fact("date", verb("was founded", "found"), COUNCIL, day("1989", "1989", case="in"), asked="time"),
        "In which year was Harbour Council founded?",
    ),
    (
        fact("date", verb("has changed", "change"), COUNCIL, slot("object", "its name"), day("2014", "2014", case="in"),
             asked="time"),
        "In which year did Harbour Council change its name?",
    ),
    (
        fact("date", verb("have been moved", "move"), TROOPS, day("May 2014", "2014-05", case="in"), asked="time"),
        "When were French troops moved?",
    ),
    (
        fact("date", verb("has guarded", "guard"), COUNCIL, SCHOOL, day("2018", "2018", case="since"), asked="time"),
        "Since when has Harbour Council guarded the Leeds school?",
    ),
    (
        fact("date", verb("will guard", "guard"), COUNCIL, SCHOOL, day("May 2022", "2022-05", case="until"),
             asked="time"),
        "Until when will Harbour Council guard the Leeds school?",
    ),
    (
        fact("date", verb("ruled", "rule"), ROE, slot("object", "Leeds", "city"),
             slot("time", "twelve years", "duration", "for"), asked="time"),
        "How long did Jane Roe rule Leeds?",
    ),
    (
        fact("place", verb("met", "meet"), ROE, slot("oblique", "John Doe", "person", "with"), IN_LEEDS, MONDAY,
             asked="place"),
        "In which city did Jane Roe meet with John Doe on Monday?",
    ),
    (
        fact("place", verb("was born", "bear"), ROE, slot("place", "Peru", "country", "in"), MONDAY, asked="place"),
        "In which country was Jane Roe born on Monday?",
    ),
    (
        fact("place", verb("flew", "fly"), ROE, slot("place", "Peru", "country", "to"), MONDAY, asked="place"),
        "To which country did Jane Roe fly on Monday?",
    ),
    (
        fact("place", verb("is being kept", "keep"), ROE, slot("place", "the Leeds Arena", "place", "at"),
             asked="place"),
        "Where is Jane Roe being kept?",
    ),
]  # fmt: skip

FIGURES = [
    (
        fact("figure", verb("left", "leave"), slot("subject", "500 troops", "people", plural=True),
             slot("figure", "500", "number", within="subject", rest="troops"), IN_LEEDS, asked="figure"),
        "How many troops left in Leeds?",
    ),
    (
        fact("figure", verb("have left", "leave"), slot("subject", "500 French troops", "people", plural=True),
             slot("figure", "500", "number", within="subject", rest="French troops"), asked="figure"),
        "How many French troops have left?",
    ),
    (
        fact("figure", verb("has", "have", "VBZ"), COUNCIL, slot("object", "around 30 ships", plural=True),
             slot("figure", "around 30", "number", within="object", rest="ships"), asked="figure"),
        "How many ships does Harbour Council have?",
    ),
    (
        fact("figure", verb("spent", "spend"), COUNCIL, slot("object", "$3 million", "money"),
             slot("figure", "$3 million", "money", within="object"), MONDAY, asked="figure"),
        "How much did Harbour Council spend on Monday?",
    ),
    (
        fact("figure", verb("own", "own", "VBP"), slot("subject", "40 percent of farmers", "people", plural=True),
             slot("figure", "40 percent", "percent", within="subject", rest="farmers"), slot("object", "a tractor"),
             IN_LEEDS, asked="figure"),
        "What share of farmers own a tractor in Leeds?",
    ),
    (
        fact("casualty", verb("were killed", "kill"), slot("subject", "nine people", "people", plural=True),
             slot("figure", "nine", "number", within="subject", rest="people"), IN_LEEDS, MONDAY, asked="figure"),
        "How many people were killed in Leeds on Monday?",
    ),
    (
        fact("figure", verb("was elected", "elect"), ROE, slot("oblique", "58,825 votes", "number", "with"),
             slot("figure", "58,825", "number", "with", within="oblique", rest="votes"), asked="figure"),
        "With how many votes was Jane Roe elected?",
    ),
]  # fmt: skip

OTHERS = [
    (
        fact("cause", verb("was delayed", "delay"), slot("subject", "the Leeds match"),
             slot("cause", "due to heavy rain", "event"), MONDAY, asked="cause"),
        "Why was the Leeds match delayed on Monday?",
    ),
    (
        fact("purpose", verb("will travel", "travel"), ROE, slot("place", "Peru", "country", "to"),
             slot("purpose", "to discuss trade", "abstract"), asked="purpose"),
        "Why will Jane Roe travel to Peru?",
    ),
    (
        fact("action", verb("decided", "decide"), ROE, slot("chain", "to rebuild the school", "abstract"),
             slot("act", "rebuild the school", "abstract", within="chain", rest="to do"), MONDAY, asked="act"),
        "What did Jane Roe decide to do on Monday?",
    ),
    (
        fact("definition", verb("is", "be", copular=True), COUNCIL,
             slot("complement", "a body of eleven towns", "organization"), asked="complement", said="John Doe"),
        "What is Harbour Council, according to John Doe?",
    ),
    (
        fact("request", verb("left", "leave"), TROOPS, slot("object", "Leeds", "city"),
             slot("request", "the request of Jane Roe", "abstract", "at", head="request"),
             slot("requester", "Jane Roe", "person", within="request"), asked="requester"),
        "At whose request did French troops leave Leeds?",
    ),
    (
        fact("date", verb("will open", "open"), slot("subject", "The Leeds school"),
             day("Today", "2021-02-16", case=""), slot("time2", "May 2021", "time", "in"), asked="time2"),
        "When will the Leeds school open today?",
    ),
]  # fmt: skip
CASES = [*SUBJECTS, *OBJECTS, *AGENTS, *OBLIQUES, *TIMES_AND_PLACES, *FIGURES, *OTHERS]

UNASKED = [
    ("a verb group that does not fit together", fact("action", verb("is begin", "begin"), ROE, SCHOOL, asked="object")),
    ("a passive with an object that it cannot have",
     fact("action", verb("was filed", "file"), ROE, slot("object", "an all-out war"), asked="subject")),
    ("a subject that opens with a preposition",
     fact("date", verb("was opened", "open"), slot("subject", "to the fund"), MONDAY, asked="time")),
    ("an object that means nothing without its verb",
     fact("action", verb("took", "take"), ROE, slot("object", "part in the match"), MONDAY, asked="object")),
    ("an object that mirrors its subject",
     fact("action", verb("turned", "turn", particle="in"), ROE, slot("object", "himself"), MONDAY, asked="object")),
    ("bare people, who could be anybody",
     fact("action", verb("met", "meet"), ROE, slot("object", "citizens", "people", plural=True), IN_LEEDS,
          asked="object")),
    ("a list that lost its end",
     fact("action", verb("comes", "come", "VBZ"), ROE, slot("oblique", "seafood, milk", case="from", head="seafood"),
          asked="oblique")),
    ("a circumstance that does not belong to the verb",
     fact("action", verb("opened", "open"), ROE, SCHOOL, slot("oblique", "good spirits", case="in"), asked="oblique")),
    ("a score that lost its second half",
     fact("action", verb("defeated", "defeat"), slot("subject", "Peru", "country"), slot("object", "Fiji", "country"),
          slot("oblique", "3", "number"), asked="subject")),
    ("words that point out of the card",
     fact("action", verb("allows", "allow", "VBZ"), slot("subject", "such a law"), SCHOOL, MONDAY, asked="object")),
    ("a speaker who is the one spoken of",
     fact("action", verb("opened", "open"), ROE, SCHOOL, IN_LEEDS, asked="object", said="Roe")),
    ("a count of what is counted already",
     fact("figure", verb("left", "leave"), slot("subject", "two Syrian teams one national", plural=True),
          slot("figure", "two", "number", within="subject", rest="Syrian teams one national"), IN_LEEDS,
          asked="figure")),
    ("an agent that is a circumstance",
     fact("leadership", verb("has fallen", "fall"), ROE, slot("agent", "John Doe", "person", "by"), asked="agent")),
    ("a subject that points back",
     fact("action", verb("annoyed", "annoy"), slot("subject", "that"), slot("object", "John Doe", "person"), IN_LEEDS,
          asked="object")),
    ("a vague number of something",
     fact("action", verb("hit", "hit"), STORM, slot("object", "some towns", plural=True), MONDAY, asked="object")),
    ("things counted, which how many asks for",
     fact("action", verb("hit", "hit"), STORM, slot("object", "34 towns", plural=True), MONDAY, asked="object")),
    ("three things to recite",
     fact("action", verb("hit", "hit"), STORM, slot("object", "Leeds, York and Hull", plural=True), MONDAY,
          asked="object")),
    ("an object of a verb that tells nothing",
     fact("action", verb("got", "get"), ROE, slot("object", "a silver ring"), asked="object")),
]  # fmt: skip
