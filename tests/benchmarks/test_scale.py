from pathlib import Path

from benchmarks import scale

ARTICLES = Path(__file__).parent.parent / "articles"


def test_every_part_runs_and_has_its_line(tmp_path: Path) -> None:
    """Genanki alone, the deck, the deck anew, the text and two imports, each with its time and memory."""
    scale.ask(str(ARTICLES / "comet.md"), tmp_path / "questions")
    lines = [scale.Line(name) for name in scale.PARTS]
    for line in lines:
        line.add(scale.part(line.name, tmp_path, 30))
    said = scale.table(lines, 30)
    assert all(line.name in said and 0 < line.seconds < line.memory for line in lines)
    assert (tmp_path / "ours.tsv").read_text(encoding="utf-8").count("quizgen::kind") == 30


def test_the_copies_are_questions_of_their_own(tmp_path: Path) -> None:
    """None shares its letters with another one, which would make the memory look small, or has its id."""
    scale.ask(str(ARTICLES / "comet.md"), tmp_path / "questions")
    quiz = scale.large(tmp_path / "questions", 50)
    assert len({question.id for question in quiz.questions}) == 50
    sentences = [id(question.fact.sentence.text) for question in quiz.questions]
    assert len(set(sentences)) > len(set(sentences[:5]))
