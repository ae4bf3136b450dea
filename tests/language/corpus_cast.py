"""Sentences with what their names and references are: on many topics, in the project's own words.

NAMES: text → {name: type}. REFERENCES: text, the word to resolve, its wording (None: it must stay open).
"""

from __future__ import annotations

NAMES: tuple[tuple[str, dict[str, str]], ...] = (
    # politics: titles are no part of a name, countries before them are names of their own
    ("US President Jimmy Carter met Chancellor Helmut Schmidt in Vienna.",
     {"US": "country", "Jimmy Carter": "person", "Helmut Schmidt": "person", "Vienna": "city"}),
    ("French Prime Minister Pierre Mauroy resigned on Tuesday.", {"Pierre Mauroy": "person"}),
    ("The Ministry of Finance in Lisbon published the budget.",
     {"Ministry of Finance": "organization", "Lisbon": "city"}),
    ("Mr Callaghan said the Labour Party would vote against the bill.",
     {"Callaghan": "person", "Labour Party": "organization"}),
    # business
    ("The Bank of England raised interest rates in March.", {"Bank of England": "organization"}),
    ("The Food and Drug Administration approved the vaccine.", {"Food and Drug Administration": "organization"}),
    ("Siemens AG will build a factory near Leipzig.", {"Siemens AG": "organization", "Leipzig": "city"}),
    # science
    ("Dr Alice Morgan of Stanford University studies volcanoes in Iceland.",
     {"Alice Morgan": "person", "Stanford University": "organization", "Iceland": "country"}),
    ("Researchers measured the Amazon River near Manaus.", {"Amazon River": "place", "Manaus": "city"}),
    # courts
    ("Judge Robert Klein sentenced the man at the Supreme Court of Canada.",
     {"Robert Klein": "person", "Supreme Court of Canada": "organization"}),
    ("The Lagos High Court on Friday freed the two men.", {"Lagos High Court": "organization"}),
    # sport
    ("Spain won the World Cup in Johannesburg.", {"Spain": "country", "World Cup": "event", "Johannesburg": "city"}),
    ("Mary Thompson won the London Marathon for Kenya.",
     {"Mary Thompson": "person", "London Marathon": "event", "Kenya": "country"}),
    # disasters
    ("Hurricane Hugo destroyed thousands of houses in Florida.", {"Hurricane Hugo": "event", "Florida": "place"}),
    ("The Red Cross sent tents to Haiti.", {"Red Cross": "organization", "Haiti": "country"}),
    # armies
    ("Operation Overlord began in June 1944.", {"Operation Overlord": "event"}),
    # offices and bodies before a name, places by what happens to them, by their country and by their list
    ("Secretary of Defense Robert Lovett met Minister for Trade Anna Lindqvist.",
     {"Robert Lovett": "person", "Anna Lindqvist": "person"}),
    ("A spokesman of NASA Peter Holm spoke.", {"NASA": "organization", "Peter Holm": "person"}),
    ("The boats on Lakes Vesla belong to Norway.", {"Lakes Vesla": "place", "Norway": "country"}),
    ("The Brekka Dam was built in Norway.", {"Brekka Dam": "place", "Norway": "country"}),
    ("General Antonio Lopez de Santa Anna led the Mexican Army.",
     {"Antonio Lopez de Santa Anna": "person", "Mexican Army": "organization"}),
    # several small words tie a name together, a floor leader's title stands before it, an amount is no name
    ("Greta von der Heide met Majority Whip Pedro de la Vega.",
     {"Greta von der Heide": "person", "Pedro de la Vega": "person"}),
    ("Anna Berg paid Sh40 million to Prince Omar bin al-Nadi.",
     {"Anna Berg": "person", "Omar bin al-Nadi": "person"}),
    # a court's word before a judge's title names no body
    ("Ann Miller wrote to U.S. District Judge Jane Roe.", {"Ann Miller": "person", "Jane Roe": "person"}),
    # bodies whose names have little words inside
    (
        "The Food and Agriculture Organization wrote to the Ministry of Health and Welfare.",
        {"Food and Agriculture Organization": "organization", "Ministry of Health and Welfare": "organization"},
    ),
    (
        "Experts of the Centers for Disease Control and Prevention (CDC) agreed.",
        {"Centers for Disease Control and Prevention": "organization"},
    ),
    (
        "The Organization for Security and Co-operation in Europe (OSCE) sent observers.",
        {"Organization for Security and Co-operation in Europe": "organization"},
    ),
    ("The European Court of Human Rights ruled on it.", {"European Court of Human Rights": "organization"}),
    ("Staff of the Ministry of Defence and Nato met.", {"Ministry of Defence": "organization", "Nato": "organization"}),
    (
        "The Ministry of Justice and the Department for Education replied.",
        {"Ministry of Justice": "organization", "Department for Education": "organization"},
    ),
    # what stands beside a name says what it is
    ("Analysts at Tarvo Hallmar called the price low.", {"Tarvo Hallmar": "organization"}),
    ("They crossed Orvik, a small glacier in the north.", {"Orvik": "place"}),
    ("He wrote for the newspaper La Bandera.", {"La Bandera": "organization"}),
    ("They lunched at Hobby Barrel.", {"Hobby Barrel": "place"}),
    ("Schools stay shut over Christmas.", {"Christmas": "event"}),
)  # fmt: skip

NO_NAMES: tuple[tuple[str, str], ...] = (
    ("Mills have taken downtime since spring.", "Mills"),
    ("Laughter filled the hall.", "Laughter"),
    ("The Danish minister spoke.", "Danish"),
    ("The meeting was held on Monday in Oslo.", "Monday"),
    ("The storm hit the coast in September.", "September"),
    ("The president of France spoke.", "president"),
)

ALIASES: tuple[tuple[str, str, str], ...] = (
    ("Nurse Helen Baxter treated the patients. Baxter left at noon.", "Baxter", "Helen Baxter"),
    (
        "The World Health Organization (WHO) warned travellers. The WHO will meet again.",
        "WHO",
        "World Health Organization",
    ),
    ("In Rome, Farid Soleimani opened the museum. Mr Suleimani thanked the donors.", "Suleimani", "Farid Soleimani"),
    ("Minister Omar al-Hashimi resigned. Al Hashimi had led the office.", "Hashimi", "Omar al-Hashimi"),
    ("Troops of NATO arrived. Nato sent more.", "NATO", "NATO"),
    ("Halden Steel AB will close a mill. Halden blames the price of power.", "Halden", "Halden Steel AB"),
    ("Runner Ruth Lund-Berg won in Oslo. Lund-Berg trained in Kenya.", "Lund", "Ruth Lund-Berg"),
    ("The United States voted. The US had asked for it.", "US", "United States"),
    ("The Supreme Court of Norway met in May. The Supreme Court rejected the plea.", "Supreme",
     "Supreme Court of Norway"),
    ("Ann Maria Berg was born in Rome. Ann Berg paints. Berg lives in Oslo.", "Berg", "Ann Berg"),
    ("Carl Jensen OBE was born in Rome. Carl Jensen paints. Jensen lives in Oslo.", "Jensen", "Carl Jensen"),
)

UNTIED: tuple[tuple[str, str], ...] = (
    ("Peter Jackson and Laura Jackson met in Rome. Jackson left early.", "Jackson"),
    ("George Washington was born in Virginia. Officials in Washington agreed.", "Washington"),
)

REFERENCES: tuple[tuple[str, str, str | None], ...] = (
    # whoever is told of in what somebody says may be meant as well
    ("Prosecutor Helen Roe said the defendant had lied to the court. She had spent the money on a boat.", "She", None),
    # persons: one of the gender, subject taken up by subject
    ("Helen Baxter opened the clinic in 1998. She treated children.", "She", "Helen Baxter"),
    ("Helen Baxter sold her house.", "her", "Helen Baxter"),
    ("Mayor Carl Jensen said he would resign.", "he", "Carl Jensen"),
    ("Carl Jensen met Linda Marsh in Oslo. She gave a speech.", "She", "Linda Marsh"),
    ("Carl Jensen was born in Bergen. He studied law. He became mayor in 1990.", "He", "Carl Jensen"),
    # two of one gender, none ahead; someone unknown in the way
    ("Carl Jensen met Robert Marsh and Paul Brown. Robert Marsh and Paul Brown knew his plan.", "his", None),
    ("A man robbed a bank. He fled.", "He", None),
    # a description and the name beside it are one; who goes on is who was the subject before
    ("The city's director, Helen Baxter, spoke in Rome. She left early.", "She", "Helen Baxter"),
    ("The nurse, Carl Jensen, met Robert Marsh in Oslo. He gave a speech.", "He", "Carl Jensen"),
    ("Carl Jensen and Robert Marsh met in Oslo. He gave a speech.", "He", None),
    # not who is named in what the pronoun's own verb says, nor who stands beside it with a title
    ("Paul Brown spoke first. He said Robert Marsh was ill.", "He", "Paul Brown"),
    ("The court met in Rome. Mr Justice Carl Jensen told him to leave.", "him", None),
    # whose death was spoken of is who died, and nothing else
    ("Mary Berg spoke of the death of her sister, Ann Berg. She died in Rome.", "She", "Ann Berg"),
    ("Linda Marsh described the murder of Ann Berg. She was killed at home.", "She", "Ann Berg"),
    ("Linda Marsh described the murder of Ann Berg. She wept in court.", "She", "Linda Marsh"),
    # a clause with "who" speaks of someone of its own
    ("Carl Jensen wrote a novel about a clown who lost his dog.", "his", None),
    # things
    ("Toyota said it would close the plant.", "it", "Toyota"),
    ("Norway raised its taxes.", "its", "Norway"),
    ("The Lindberg Museum opened in 1950. It was closed in 1999.", "It", "the Lindberg Museum"),
    ("Carl Jensen lives in Bergen. It rained for days.", "It", None),
    ("Norway raised taxes. It is clear that prices will rise.", "It", None),
    ("Prices rose in Norway. They fell in May.", "They", None),
    # descriptions: the head of an earlier name or of an earlier phrase that holds a name
    ("St Mary Hospital opened in 1950. The hospital has 300 beds.", "hospital", "St Mary Hospital"),
    ("A Norwegian ship sank on Friday. The ship carried coal.", "ship", "the Norwegian ship"),
    ("A ship sank on Friday. The ship carried coal.", "ship", None),
    ("A Norwegian ship met a Danish ship. The ship carried coal.", "ship", None),
    # what the article is about, by its first sentence
    (
        "The Halden Society is an organization in Norway. Carl Jensen founded it in 1990. It publishes maps.",
        "It",
        "the Halden Society",
    ),
    ("Vesla Bridge is a bridge near Bergen. The structure was opened in 1961.", "structure", "Vesla Bridge"),
    ("Operation Larkspur was a military operation. The offensive lasted a week.", "offensive", "Operation Larkspur"),
    # another thing came in between
    # the name of what is meant stands behind the noun
    ("Niger is poor. German soldiers left the capital, Niamey, on Friday.", "capital", None),
    (
        "Vesla Bridge is a bridge near Bergen. The Lindberg Tower stands beside it. It is red.",
        "It",
        "the Lindberg Tower",
    ),
    # the subject of the clause around it, of the clause before it, whom a clause describes, who is told to act
    ("Norway and its allies signed the treaty.", "its", "Norway"),
    ("As Norway grew richer, it built roads.", "it", "Norway"),
    ("Sweden asked Norway to end its whaling.", "its", "Norway"),
    ("Norway has plans to expand it.", "it", None),
    ("Russia pressed the regime to end its attacks.", "its", None),
    ("Troops entered Bergen. Its liberation took a week.", "Its", None),
    ("The Halden Society named a ship after the Norwegian town and said it was safe.", "it", None),
    ("Gloria's house was so old that her roof leaked.", "her", "Gloria"),
    ("All parties and their supporters stayed calm.", "their", None),
    # two names joined, and what they are called
    (
        "Ann Berg and her husband Carl Berg opened a bakery in Oslo. They sold it in May.",
        "They",
        "Ann Berg and Carl Berg",
    ),
    ("Ann Berg and her husband Carl Berg opened a bakery. The couple moved.", "couple", "Ann Berg and Carl Berg"),
    ("Ann Berg, 42, and her husband Carl Berg, 36, from Oslo, face trial. The parents left.", "parents",
     "Ann Berg and Carl Berg"),
    ("Ann Berg saw Carl Berg and his brother Paul Berg. The couple moved.", "couple", None),
    ("Norway and Sweden signed a treaty. They will share data.", "They", "Norway and Sweden"),
    ("Norway, Sweden and Denmark met Finland. They agreed.", "They", None),
    # what everybody knows a body to be, and what its form says
    ("Nato met in Oslo. The alliance will grow.", "alliance", "Nato"),
    ("Officials told Reuters that prices rose. The agency did not name them.", "agency", "Reuters"),
    ("Siemens AG will build a factory. The company hires engineers.", "company", "Siemens AG"),
    ("Siemens AG rose. The Munich-listed company hires engineers.", "company", "Siemens AG"),
    ("Siemens AG met Volvo AB. The Munich-listed company hires engineers.", "company", None),
    ("Officials met in Oslo. The alliance will grow.", "alliance", None),
    # the one country of the article, by name or nationality
    ("Norwegian officials met in Oslo. Norway is rich. Oil made the country rich.", "country", "Norway"),
    ("Norway borders Sweden. Oil made the country rich.", "country", None),
    ("Norway held elections in May. The parliament met in June.", "parliament", "Norway's parliament"),
    ("The Norwegian town of Bergen is wet. The town has a port.", "town", "the Norwegian town of Bergen"),
    # the one town beside it
    ("Troops entered Bergen and left the town in May.", "town", "Bergen"),
    ("Troops left Bergen for Trondheim. The town was quiet.", "town", None),
    # adjectives tell two apart, or make another one
    (
        "The Halden Cultural Centre is near a sports centre. The cultural centre has a library.",
        "centre",
        "the Halden Cultural Centre",
    ),
    ("The Lindberg Museum opened in May. The new museum has a cafe.", "museum", None),
    # the one country named beside it, and none where two are
    ("Norway and Sweden met. Farmers fled from Chile after the country fell.", "country", "Chile"),
    ("Norway met Sweden. Troops left Chile for Peru when the country fell.", "country", None),
    # a wider word for the one name that it fits, a part of a name with its capital, a plural name
    ("The Halden Cup began in May. Ten clubs entered the tournament.", "tournament", "the Halden Cup"),
    ("The Halden Cup and the Bergen Cup began in May. Ten clubs entered the tournament.", "tournament", None),
    ("The Church of Norway sold a farm. The Church needed money.", "Church", "the Church of Norway"),
    ("The Andersen Foundation for the Arts gave money. The foundation is rich.", "foundation",
     "the Andersen Foundation for the Arts"),
    ("The Blue Mountains lie in Australia. The mountains are a park.", "mountains", "the Blue Mountains"),
    # who reports is no group, who stands in a list of places neither; what is told at once is another
    ("A farmer told Reuters a story. The group denied it.", "group", None),
    ('The Lindberg Museum closed in May. Visitors went to the museum "Halden House" instead.', "museum", None),
    # what a court finds is about others; nobody is the time
    ("The Supreme Court of Norway ruled that its claims were void.", "its", None),
    ("Norway announced that it is time for farmers to sow.", "it", None),
    ("The Halden Society met in May. It was a long meeting.", "It", None),
    # what names describe alike is one, and what nothing could tell does not stand in the way
    ("The six-member Danish team won. The Danish team left Rome. The team is young.", "team",
     "the six-member Danish team"),
    ("A Danish team won. Another Danish team left Rome. The team is young.", "team", None),
    ("The Lindberg Museum closed the Halden wing of the museum. The museum is old.", "museum", "the Lindberg Museum"),
    # a sum behind it makes no money of it
    ("The Norwegian grant of $5,000 to schools was late. The grant is small.", "grant", "the Norwegian grant"),
    # whose it is makes it known
    ("Norway began its training mission in May. The mission will last a year.", "mission", "Norway's training mission"),
)

# with a title before the text
TITLED: tuple[tuple[str, str, str, str | None], ...] = (
    ("Peter Jackson opens a museum", "Peter Jackson and Laura Jackson met. Jackson left.", "Jackson", "Peter Jackson"),
    ("Two Jacksons in Rome", "Peter Jackson and Laura Jackson met. Jackson left.", "Jackson", None),
    ("Mary Ann Berg", "Mary Ann Berg was a painter. Mary Berg was her aunt. Berg died in Rome.", "Berg",
     "Mary Ann Berg"),
    ("Halden Bridge", "Halden Bridge is a bridge. Vesla Bridge is near. The bridge is old.", "bridge", None),
    ("Halden Bridge", "Halden Bridge is a bridge. It is near Vesla Bridge. The bridge is old.", "bridge",
     "Halden Bridge"),
)  # fmt: skip

OPEN: tuple[tuple[str, str, bool], ...] = (
    ("The group met again.", "group", True),
    ("This move was a surprise.", "move", True),
    ("His brother died in May.", "brother", True),
    ("The two countries agreed.", "countries", True),
    ("Officials closed these bases.", "bases", True),
    ("They left.", "They", True),
    ("The capital of Norway is Oslo.", "capital", False),
    ("Norwegian officials agreed.", "officials", False),
    ("The use of chemical weapons is banned.", "use", False),
    ("A teacher found the coin.", "teacher", False),
    ("Oslo is growing.", "Oslo", False),
    ("Norway's parliament voted.", "parliament", False),
    ("A former Norwegian minister spoke.", "minister", False),
    ("The former leader of Norway spoke.", "leader", False),
    ("Officials met the former leader in May.", "leader", True),
    ("Changes in the dairy industry hurt farmers.", "industry", False),
    ("It worried the international community.", "community", False),
    ("The river flows to the north.", "north", False),
    ("The Danes voted.", "Danes", False),
    ("Farmers saved Bergen and other towns.", "towns", False),
    ("Farmers saved other towns.", "towns", True),
    ("Such towns are rare.", "towns", True),
)

TYPES: tuple[tuple[str, str, str], ...] = (
    ("The commander spoke.", "commander", "person"),
    ("Four diplomats spoke.", "diplomats", "people"),
    ("Many Norwegians voted.", "Norwegians", "people"),
    ("The government fell.", "government", "organization"),
    ("The election was held in spring.", "election", "event"),
    ("They waited for three years.", "years", "duration"),
    ("It happened that year.", "year", "time"),
    ("The village was empty.", "village", "place"),
    ("They paid ten million dollars.", "dollars", "money"),
    ("About ten percent agreed.", "percent", "percent"),
    ("A rocket hit the roof.", "rocket", "object"),
    ("The plan failed.", "plan", "abstract"),
    ("She left.", "She", "person"),
    ("A biologist found it.", "biologist", "person"),
)
