"""What several articles state alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quizgen.model import Question, Source
from quizgen.questions.ledger import Ledger
from quizgen.questions.merge import merge, settle, specific
from tests.questions.build import SOURCE, day, fact, question, slot, verb

OTHER = Source("a2", "A gale reaches the shore", "a2.txt")
PLACE = slot("place", "Leeds", "city", "in")


def opened(who: str = "Jane Roe", source: Source = SOURCE) -> Question:
    """A question on who opened a school, of one article."""
    school = slot("object", "the harbour school", "object")
    made = fact(
        "action", verb("opened", "open"), slot("subject", who, "person"), school, PLACE, asked="subject"
    )  # fmt: skip
    return question(made, source=source)


class TestMerge:
    def test_a_fact_of_two_articles_is_asked_once(self) -> None:
        """The first question stays and names the other article's sentence as support."""
        (kept,) = merge([opened(), opened(source=OTHER)])
        assert kept.source == SOURCE
        assert [support.source.id for support in kept.support] == ["a2"]

    def test_a_third_article_supports_as_well(self) -> None:
        """Each article counts once."""
        third = replace(OTHER, id="a3")
        (kept,) = merge([opened(), opened(source=OTHER), opened(source=third), opened(source=third)])
        assert [support.source.id for support in kept.support] == ["a2", "a3"]

    def test_contradicting_answers_are_not_asked(self) -> None:
        """One stem under one context line with two answers has no right one."""
        assert merge([opened(), opened("John Doe")]) == ()

    def test_a_context_line_tells_rivals_apart(self) -> None:
        """Where the line names another source, both stay."""
        assert len(merge([opened(), opened("John Doe", OTHER)])) == 2

    def test_another_time_is_no_support(self) -> None:
        """Who held an office in one month is not confirmed by who held it in another."""
        asked = [replace(opened(source=source), stem=f"Who led the harbour school in May {year}?")
                 for source, year in ((SOURCE, 2020), (OTHER, 2021))]  # fmt: skip
        (kept,) = merge(asked)
        assert kept.support == ()


def killed(count: str, source: Source, score: float = 0.8) -> Question:
    """A question of one article on how many people a fire in Leeds killed."""
    made = fact(
        "casualty", verb("killed", "kill"), slot("subject", "a hotel fire", "event"),
        slot("object", f"{count} people", "people", plural=True, head="person"),
        slot("figure", count, "number", within="object", rest="people", head="person"), PLACE,
        day("4 May 2020", "2020-05-04"), asked="figure",
    )  # fmt: skip
    sentence = replace(made.sentence, article_id=source.id)
    return replace(question(replace(made, sentence=sentence), source=source), score=score)


def settled(*asked: Question) -> list[Question]:
    """What is left of one question of each article."""
    ledger = Ledger((one.source, (one.fact,)) for one in asked)
    return [question for found in settle([[one] for one in asked], ledger) for question in found]


TIMES = replace(SOURCE, id="b1", publisher="The Times", published=date(2020, 5, 5))
POST = replace(SOURCE, id="b2", publisher="The Post", published=date(2020, 5, 5))
LATER = replace(POST, id="b3", published=date(2020, 5, 8))
BARE = replace(SOURCE, id="b4", publisher=None, published=None)


class TestSettle:
    def test_what_two_articles_state_is_asked_by_the_better_question(self) -> None:
        """It bears the other's sentence as support, and is worth more."""
        (kept,) = settled(killed("14", TIMES, 0.7), killed("fourteen", POST, 0.8))
        assert (kept.source, [one.source.id for one in kept.support]) == (POST, ["b1"])
        assert kept.score > 0.8

    def test_of_equals_the_first_is_taken(self) -> None:
        """So that an article that comes later moves no card."""
        (kept,) = settled(killed("14", TIMES), killed("14", POST))
        assert kept.source == TIMES

    def test_a_contradiction_names_its_source(self) -> None:
        """Two papers of one day with two figures are told apart by their names."""
        stems = [question.stem for question in settled(killed("14", TIMES), killed("16", POST))]
        assert stems[0].endswith(", as reported by The Times?")
        assert stems[1].endswith(", as reported by The Post?")

    def test_an_older_figure_says_of_when_it_is(self) -> None:
        """A toll that rises is no contradiction."""
        stems = [question.stem for question in settled(killed("14", TIMES), killed("16", LATER))]
        assert stems[0].endswith(", as of 5 May 2020?")
        assert stems[1].endswith(", as of 8 May 2020?")

    def test_what_cannot_be_told_apart_is_not_asked(self) -> None:
        """A rival without publisher and day leaves no one right answer, but for the one that has a name."""
        assert settled(killed("14", BARE), killed("16", replace(BARE, id="b5"))) == []
        (kept,) = settled(killed("14", BARE), killed("16", TIMES))
        assert kept.stem.endswith(", as reported on 5 May 2020?")

    def test_other_words_get_the_same_cue(self) -> None:
        """A user's wording of the question names the source as well."""
        asked = [killed("14", TIMES), killed("16", POST)]
        ledger = Ledger((one.source, (one.fact,)) for one in asked)
        own = specific(replace(asked[0], stem="What was the toll of the hotel fire in Leeds?"), ledger)
        assert own is not None
        assert own.stem == "What was the toll of the hotel fire in Leeds, as reported by The Times?"

    def test_what_nothing_speaks_of_stays_as_it_is(self) -> None:
        """Most questions have neither support nor rival."""
        asked = [killed("14", TIMES), opened(source=OTHER)]
        assert settled(*asked) == asked
