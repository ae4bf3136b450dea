"""What a reader of a card alone would send back."""

from __future__ import annotations

import pytest

from quizgen.questions.unclear import is_clear, is_one_sentence

REFUSED = (
    "_____ accused Peru.",
    "Jane Roe told _____ supporters in the Leeds town hall.",
    "_____ more people had died of cholera, bringing the death toll.",
    "The council of Leeds moved _____ offices in a bid.",
    "Mars is about as far from _____ in March.",
    "How many wells did the quarry leave dry, according to who?",
    "The bridge at Leeds lost _____ of what, according to Jane Roe.",
    "Jane Roe gave _____ pounds to somebody in Leeds.",
    "A second tunnel in Leeds, 80 kilometres to the north, cost _____.",
    "How many people were held overnight in Leeds?",
    "Leeds lies _____ kilometres away.",
    "Similar claims in Leeds cost _____ pounds.",
    "A similar raid in _____ failed in May 2019.",
    "What did Jane Roe's own estimate say?",
    "Shares of the Leeds bank fell _____ at 1045 GMT.",
    "Net profit rose to _____.",
    "How many more residents of Leeds were missing?",
    "_____ was one of the two.",
    "Both cost _____ pounds.",
    "How many mayors has Leeds had?",
    "Analysts had expected _____ a share.",
    "A century put Leeds in command -on-Sea match at _____.",
    "Lake Leeds lost _____ of its surface and the mid-1980s.",
    "For Jane Roe's morning's work, John Doe earns _____.",
    "Leeds: A team of _____ observers has begun its work.",
    "The farm in Leeds is be sold to _____.",
    "When did the rate fall on Friday (2 May 2021) on Sunday (4 May 2021)?",
    "The Leeds firm sold glass from _____ to Peru.",
    "Ms _____ spoke in Leeds.",
    "Leeds won _____ seats; Hull won nine.",
    "By how many votes did Jane Roe lose to 16?",
    "How many slides did Jane Roe count in Leeds against 23?",
    "What was Jane Roe given something to do?",
    "Leeds has _____ parks, more.",
    "The ship lay off Leeds during _____.",
    "How many first doses arrived in Leeds?",
    "Initially with how many guards did Peru open the camp?",
    "When did a bus fall into the same river?",
    "Jane Roe is banned by the court for _____ in May 2021.",
    "Which director gave Jane Roe a ring in return?",
    "When did gunmen attack Leeds late, according to Jane Roe?",
    "When was the mission in Leeds set up a day before Peru left?",
    "In which city did the rocket attack on the embassy take place?",
    "Who said: “We want Leeds to win my vote”?",
    "The latest flood, on _____, hit Leeds.",
    "How many homes did the council's most recent plan save?",
    "In which year were the people who fought a deal, with Norway arrested?",
    "The bridge, crashed into the village of _____ at dawn.",
    "Another _____ people were hurt in Leeds.",
    "The Leeds Savings Bank LSB lent the Leeds Savings Bank _____.",
    "_____ is a town.",
    "One in Leeds claimed by _____ hit a tent.",
    "Officials have said that _____ buses would change routes.",
    "Spain remains committed to _____.",
    "How many votes were given to any list?",
    "What is the mayor encouraged by the decision of Jane Roe to do?",
    "What does the council meet to coordinate?",
    "Whom does the agency rate among the world's most wanted people?",
    "When was the first meeting set to take place in Leeds?",
    "What did parliament pass after the attacks?",
    "To which country was Jane Roe moved before her release?",
    "The firm's goal is cut costs by _____.",
    "When did Jane Roe walk into lobby of the station?",
    "To which country did Paris' parents move Paris?",
    "What are half of all pupils mild to moderately vitamin?",
    "Jane Roe mainly was mainly active in _____.",
    "What officials said were 11 rounds of talks in _____.",
    "Each of whom paid _____ to Jane Roe.",
    "How much did each of whom pay Jane Roe for a seat?",
    "38 people were hurt, and that _____ houses, according to Jane Roe.",
    "_____ of the babies in Leeds died, compared.",
    "Only _____ would be kept as a port for as long.",
    "Leeds won 30% of the vote to _____ of Hansen's.",
    "The _____, which runs the line suspected.",
    "How many babies took part between May 2021 and June 2021?",
    "Spain slid to 366 for _____.",
    "According to _____, the bridge cost 5 million pounds.",
    "Leeds is growing, according to the _____.",
    "The _____ noted that Leeds was growing.",
    "Her first film was shot in _____ in 2016.",
    "When did Leeds run out of water when the pipe burst?",
    "When was Jane Roe acquitted of theft Friday?",
    "What did Jane Roe finish top of Group?",
    "Most were made in Leeds before the mill burned down in the year _____.",
    "The letter in question was sent to _____ in Leeds.",
    "The last meeting in Leeds was called off by _____.",
)
ASKED = (
    "_____ is the largest town in Spain.",
    "Who opened the harbour school in Leeds in May 2021?",
    "What did parliament pass after the attacks of May 2021?",
    "How many votes did Jane Roe get in the election?",
    "With how many votes was Jane Roe elected?",
    "The firm's goal is to cut costs by _____.",
    "The goal was a cut of _____.",
    "When was the first school in Leeds founded?",
    "Whom does the agency call a risk?",
    "What Jane Roe wrote hangs in _____",
    "How many babies took part in the trial in Leeds?",
    "Jane Roe said that Leeds was safe, and that _____ was not.",
    "Jane Roe sold 5,000 sheep for _____ pounds.",
    "Peru held the port for as long as _____ years.",
    "Leeds grew by _____, according to the mayor of Leeds.",
    "Spain and its neighbour Portugal share _____.",
    "More people than _____ died in Leeds.",
    "Jane Roe accused Peru of _____.",
    "Jane Roe told the people of Leeds that _____ had won.",
    "Nine people died in Leeds, bringing the toll to _____.",
    "How many wells did the quarry leave dry, according to officials?",
    "Leeds lies to the north of _____.",
    "Hull lies _____ kilometres away from Leeds.",
    "Net profit of the Leeds bank rose to _____.",
    "Between the early 1960s and the mid-1980s Lake Leeds lost _____ of its surface.",
    "In which city did the killing of General Jane Roe take place?",
    "Jane Roe is expected to return to _____ in May 2021.",
    "Since when has Peru been free of polio?",
    "US forces in Leeds have been attacked since _____.",
    "How many people did the flood in Leeds force from their homes?",
)


class TestSigns:
    @pytest.mark.parametrize("stem", REFUSED)
    def test_a_sign_of_something_left_out_refuses_the_stem(self, stem: str) -> None:
        """What cannot be understood, or answered in one way only, is not asked."""
        assert not is_clear(stem)

    @pytest.mark.parametrize("stem", ASKED)
    def test_a_clear_stem_passes(self, stem: str) -> None:
        """Plain questions carry none of the signs."""
        assert is_clear(stem)

    def test_a_caption_run_into_a_sentence_is_seen(self) -> None:
        """A capital "In the ..." behind a word, without a stop, starts another sentence."""
        assert not is_one_sentence("Jane Roe of the union In the North district won 51,516 votes.")
        assert is_one_sentence("Jane Roe of the union won. In the North district nobody did.")
