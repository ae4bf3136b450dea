"""How often an article names those of whom a fact tells."""

from pathlib import Path

from quizgen.facts import find_facts
from quizgen.language import parse
from quizgen.reading import read

TEXT = (
    "Anna Berg won the race in Oslo on Sunday. Berg beat Lena Dahl by a minute. "
    "Anna Berg trained in Bergen. She met Clara Holm there."
)


def test_mentions_are_counted_over_the_article(tmp_path: Path) -> None:
    """A name counts under all its forms, one read for a pronoun too; a slot without a name counts 0."""
    path = tmp_path / "race.txt"
    path.write_text(TEXT, encoding="utf-8")
    counted = {
        (slot.wording, slot.mentions)
        for article in parse([read(path)])
        for fact in find_facts(article)
        for slot in fact.slots
        if slot.name in {"subject", "object", "place", "time"}
    }
    assert {("Anna Berg", 3), ("Lena Dahl", 1), ("Bergen", 1), ("Clara Holm", 1), ("the race", 0)} <= counted
