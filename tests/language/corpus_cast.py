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
    # sport
    ("Spain won the World Cup in Johannesburg.", {"Spain": "country", "World Cup": "event", "Johannesburg": "city"}),
    ("Mary Thompson won the London Marathon for Kenya.",
     {"Mary Thompson": "person", "London Marathon": "event", "Kenya": "country"}),
    # disasters
    ("Hurricane Hugo destroyed thousands of houses in Florida.", {"Hurricane Hugo": "event", "Florida": "place"}),
    ("The Red Cross sent tents to Haiti.", {"Red Cross": "organization", "Haiti": "country"}),
    # armies
    ("Operation Overlord began in June 1944.", {"Operation Overlord": "event"}),
    ("General Antonio Lopez de Santa Anna led the Mexican Army.",
     {"Antonio Lopez de Santa Anna": "person", "Mexican Army": "organization"}),
)  # fmt: skip

NO_NAMES: tuple[tuple[str, str], ...] = (
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
    ("The United States voted. The US had asked for it.", "US", "United States"),
)

UNTIED: tuple[tuple[str, str], ...] = (
    ("Peter Jackson and Laura Jackson met in Rome. Jackson left early.", "Jackson"),
    ("George Washington was born in Virginia. Officials in Washington agreed.", "Washington"),
)

REFERENCES: tuple[tuple[str, str, str | None], ...] = (
    # persons: one of the gender, subject taken up by subject
    ("Helen Baxter opened the clinic in 1998. She treated children.", "She", "Helen Baxter"),
    ("Helen Baxter sold her house.", "her", "Helen Baxter"),
    ("Mayor Carl Jensen said he would resign.", "he", "Carl Jensen"),
    ("Carl Jensen met Linda Marsh in Oslo. She gave a speech.", "She", "Linda Marsh"),
    ("Carl Jensen was born in Bergen. He studied law. He became mayor in 1990.", "He", "Carl Jensen"),
    # two of one gender, none ahead; someone unknown in the way
    ("Carl Jensen met Robert Marsh and Paul Brown. Robert Marsh and Paul Brown knew his plan.", "his", None),
    ("A man robbed a bank. He fled.", "He", None),
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
)

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
