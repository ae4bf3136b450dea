import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import TraceError
from quizgen.export.anki import write_anki
from quizgen.export.jsonl import record, write_jsonl
from quizgen.model import Article, Question, Quiz
from quizgen.trace import TraceRecord, check, records
from tests.export import forms
from tests.export.user import User
from tests.quizzes import sample_articles, sample_quiz

ARTICLES = sample_articles()
QUESTIONS = sample_quiz().questions
WRITERS = {"questions.jsonl": write_jsonl, "deck.apkg": write_anki}


def read_back(folder: Path, quiz: Quiz, name: str) -> list[TraceRecord]:
    """What is traced in a file that a writer has just made of the quiz."""
    WRITERS[name](quiz, folder / name)
    return list(records(folder / name))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[TraceRecord]]:
    """The sample quiz as each writer wrote it and the trace reads it."""
    folder = tmp_path_factory.mktemp("made")
    return {name: read_back(folder, sample_quiz(), name) for name in WRITERS}


def reasons(traced: list[TraceRecord], articles: tuple[Article, ...] = ARTICLES) -> list[str]:
    """Why each record fails, empty where it passes."""
    return [verdict.reason for verdict in check(traced, articles)]


def changed(question: Question, **values: object) -> Quiz:
    """A quiz of this question alone, with other values."""
    return Quiz("One", (replace(question, **values),))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WRITERS)
class TestCheck:
    def test_every_question_of_a_made_file_stands_in_its_source(
        self, made: dict[str, list[TraceRecord]], name: str
    ) -> None:
        """Each record passes, in the quiz's order, and none is left out."""
        verdicts = list(check(made[name], ARTICLES))
        assert [verdict.question for verdict in verdicts] == [question.id for question in QUESTIONS]
        assert [verdict.reason for verdict in verdicts if not verdict.ok] == []

    def test_both_files_say_the_same(self, made: dict[str, list[TraceRecord]], name: str) -> None:
        """What is read from a deck's cards is what the open form says."""
        support = [tuple(replace(s, path="") for s in one.support) for one in made[name]]
        plain = [replace(r, marked=None, drawn=False, support=s) for r, s in zip(made[name], support, strict=True)]
        assert plain == made["questions.jsonl"]

    @settings(deadline=None)
    @given(data=st.data())
    def test_a_shifted_offset_fails(self, made: dict[str, list[TraceRecord]], name: str, data: st.DataObject) -> None:
        """No offset of sentence, answer, support or reference can be moved by a few characters unnoticed."""
        one = data.draw(st.sampled_from(made[name]))
        by = data.draw(st.integers(-4, 4).filter(bool))
        moved = [
            replace(one, answer_start=one.answer_start + by),
            replace(one, answer_end=one.answer_end + by),
            replace(one, place=replace(one.place, start=one.place.start + by)),
            replace(one, place=replace(one.place, end=one.place.end + by)),
            replace(one, place=replace(one.place, start=one.place.start + by, end=one.place.end + by)),
        ]
        for support in one.support:
            moved.append(replace(one, support=(replace(support, start=support.start + by),)))
        for reference in one.references:
            moved.append(replace(one, references=(replace(reference, start=reference.start + by),)))
            moved.append(replace(one, references=(replace(reference, name_end=reference.name_end - abs(by)),)))
        assert all(reasons(moved))

    @settings(deadline=None)
    @given(data=st.data())
    def test_a_changed_letter_of_the_source_fails(
        self, made: dict[str, list[TraceRecord]], name: str, data: st.DataObject
    ) -> None:
        """One other letter anywhere in the source sentence is noticed."""
        one = data.draw(st.sampled_from(made[name]))
        at = data.draw(st.integers(one.place.start, one.place.end - 1))
        article = next(article for article in ARTICLES if article.id == one.place.article)
        known = article.text[at]
        # a card shows each kind of white space as a space
        is_other = st.characters(codec="utf-8").filter(lambda c: c != known and not (c.isspace() and known.isspace()))
        letter = data.draw(is_other)
        other = replace(article, text=article.text[:at] + letter + article.text[at + 1 :])
        assert reasons([one], (other,)) != [""]

    def test_a_missing_article_fails(self, made: dict[str, list[TraceRecord]], name: str) -> None:
        """A question whose article is not given is not taken on trust."""
        assert "is not among the articles given" in reasons(made[name][:1], ARTICLES[1:])[0]

    def test_a_missing_supporting_article_fails(self, made: dict[str, list[TraceRecord]], name: str) -> None:
        """Nor is a supporting sentence."""
        assert "supporting article" in reasons(made[name][:1], ARTICLES[:1])[0]

    def test_an_answer_in_other_words_fails(self, tmp_path: Path, name: str) -> None:
        """White space may differ, letters may not."""
        traced = read_back(tmp_path, changed(QUESTIONS[0], key="5,000"), name)
        at = QUESTIONS[0].key_span
        said = f"its answer “5,000” is not what stands at {at.start} to {at.end}: “between 4,000 and 5,000”"
        assert reasons(traced) == [said]

    def test_a_derived_answer_must_show_what_it_is_derived_from(self, tmp_path: Path, name: str) -> None:
        """An answer reckoned from the text passes only with the text's own words beside it."""
        day = next(question for question in QUESTIONS if question.derived)
        said = changed(day, key="15 February 2021", derived="“Monday” in the text, from the article’s date")
        assert reasons(read_back(tmp_path, said, name)) == [""]
        unsaid = changed(day, key="15 February 2021", derived="from the article’s date")
        assert "is not what stands at" in reasons(read_back(tmp_path, unsaid, name))[0]

    def test_a_name_in_place_of_a_pronoun_must_stand_where_it_says(self, tmp_path: Path, name: str) -> None:
        """A replaced reference is as good as its antecedent."""
        said = next(question for question in QUESTIONS if question.fact.slots[0].replacements)
        slot = said.fact.slots[0]
        wrong = replace(slot.replacements[0], name="Josep Borrell")
        fact = replace(said.fact, slots=(replace(slot, replacements=(wrong,)),))
        found = reasons(read_back(tmp_path, changed(said, fact=fact, key="Josep Borrell"), name))
        assert "the name “Josep Borrell” does not stand at" in found[0]


STATEMENTS = tuple(question for question in forms.every_form().questions if question.form == "true-false")
FALSE, TRUE = (next(one for one in STATEMENTS if one.key == key) for key in ("False", "True"))
TEXTS = {source.id: forms.article(source) for source in (FALSE.source, TRUE.source)}


@pytest.mark.parametrize("name", WRITERS)
class TestStatements:
    def reason(self, folder: Path, name: str, asked: Question, **values: object) -> str:
        """What is found wrong with a statement of which something was changed."""
        quiz = Quiz("One", (replace(asked, **values),))  # type: ignore[arg-type]
        (verdict,) = check(read_back(folder, quiz, name), TEXTS)
        return verdict.reason

    def test_true_and_false_ones_pass(self, tmp_path: Path, name: str) -> None:
        """The letters that decide stand in a true one, and in the correction of a false one."""
        assert [self.reason(tmp_path, name, one) for one in STATEMENTS] == ["", ""]

    def test_a_true_one_says_what_its_source_says(self, tmp_path: Path, name: str) -> None:
        """With other words it would be false."""
        found = self.reason(tmp_path, name, TRUE, stem=TRUE.stem.replace("Ankara", "Izmir"))
        assert found == "it is said to be true, but does not say what its source says: “Ankara”"

    def test_a_false_one_does_not(self, tmp_path: Path, name: str) -> None:
        """With the source's words it would be true."""
        found = self.reason(tmp_path, name, FALSE, stem=FALSE.stem.replace("Erbil", "Baghdad"))
        assert found == "it is said to be false, but says what its source says: “Baghdad”"

    def test_a_correction_is_what_the_source_says(self, tmp_path: Path, name: str) -> None:
        """No other words correct a false statement."""
        found = self.reason(tmp_path, name, FALSE, correction="Mosul")
        assert found == "its correction “Mosul” is not what its source says: “Baghdad”"


class TestArticles:
    def test_texts_can_be_given_by_id(self, made: dict[str, list[TraceRecord]]) -> None:
        """A mapping of ids to texts does instead of articles."""
        texts = {article.id: article.text for article in ARTICLES}
        assert all(verdict.ok for verdict in check(made["questions.jsonl"], texts))

    def test_articles_are_found_from_another_folder(self, made: dict[str, list[TraceRecord]]) -> None:
        """Where neither id nor path is known, the file's name will do, if only one article has it."""
        texts = {f"/elsewhere/{Path(article.source.path).name}": article.text for article in ARTICLES}
        alone = [replace(one, support=()) for one in made["deck.apkg"]]
        assert all(verdict.ok for verdict in check(alone, texts))
        twice = texts | {f"/copies/{Path(article.source.path).name}": "other" for article in ARTICLES}
        assert not any(verdict.ok for verdict in check(alone, twice))


class TestDeckLetters:
    def test_a_mark_on_other_letters_fails(self, made: dict[str, list[TraceRecord]]) -> None:
        """What a card marks as the answer is what stands at the answer's offsets."""
        one = made["deck.apkg"][0]
        assert "its card marks other letters" in reasons([replace(one, marked=(1, 2))])[0]

    def test_letters_that_anki_cannot_hold_are_traced_as_they_are_shown(self, tmp_path: Path) -> None:
        """A control character of the article shows as U+FFFD and still counts as the letter that it is."""
        text = "A bell\x07 and a \x1f separator rang 3 times."
        article = replace(ARTICLES[0], text=text)
        question = QUESTIONS[0]
        sentence = replace(question.fact.sentence, text=text, span=type(question.key_span)(0, len(text)))
        key = type(question.key_span)(text.index("3"), text.index("3") + 1)
        fact = replace(question.fact, sentence=sentence)
        quiz = changed(question, fact=fact, key="3", key_span=key, support=())
        for name in WRITERS:
            assert reasons(read_back(tmp_path, quiz, name), (article,)) == [""]


class TestForms:
    TEXTS = {source.id: forms.article(source) for source in forms.TEXTS}  # noqa: RUF012 (a constant)

    def traced(self, folder: Path, quiz: Quiz) -> list[str]:
        """Why each record of the quiz's deck fails, empty where it passes."""
        write_anki(quiz, folder / "deck.apkg")
        return [verdict.reason for verdict in check(records(folder / "deck.apkg"), self.TEXTS)]

    def test_a_deck_of_every_form_stands_in_its_sources(self, tmp_path: Path) -> None:
        """One record a question, and one for each event of an ordering."""
        quiz = forms.every_form()
        assert self.traced(tmp_path, quiz) == [""] * (len(quiz.questions) + len(quiz.sets[0].parts))

    def test_a_correction_must_be_what_the_source_says(self, tmp_path: Path) -> None:
        """The card of a false statement claims it."""
        false = next(question for question in forms.every_form().questions if question.correction)
        found = self.traced(tmp_path, Quiz("One", (replace(false, correction="Basra"),)))
        assert "its correction “Basra” is not what its source says" in found[0]

    def test_an_event_s_sentence_must_stand_where_it_says(self, tmp_path: Path) -> None:
        """One letter is enough."""
        items = forms.ordering()
        part = items.parts[1]
        sentence = replace(part.fact.sentence, text=part.fact.sentence.text.replace("general", "General"))
        wrong = replace(items, parts=(items.parts[0], replace(part, fact=replace(part.fact, sentence=sentence))))
        found = self.traced(tmp_path, Quiz("One", (), sets=(replace(wrong, shown=(1, 0)),)))
        assert found[0] == ""
        assert "does not stand at" in found[1]


class TestRecords:
    def test_a_file_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        """The sentence names the path."""
        with pytest.raises(TraceError, match=r"none\.apkg: cannot be opened \(No such file"):
            list(records(tmp_path / "none.apkg"))

    @pytest.mark.parametrize("content", [b"", b"\n\n"])
    def test_an_empty_file_is_an_error(self, tmp_path: Path, content: bytes) -> None:
        """A file without a question proves nothing."""
        path = tmp_path / "empty.jsonl"
        path.write_bytes(content)
        with pytest.raises(TraceError, match="holds no question"):
            list(records(path))

    def test_an_answer_that_fits_no_correction_is_an_error(self, tmp_path: Path) -> None:
        """What is true has no correction, and what is false has one."""
        path = tmp_path / "broken.jsonl"
        path.write_text(json.dumps(record(FALSE) | {"correction": ""}) + "\n")
        with pytest.raises(TraceError, match="line 1"):
            list(records(path))

    @pytest.mark.parametrize("line", ["{", "[]", "3", "{}", '{"id": 3}', "\x00", "[" * 100_000])
    def test_a_broken_line_is_an_error(self, tmp_path: Path, line: str) -> None:
        """The sentence names the line."""
        path = tmp_path / "broken.jsonl"
        path.write_text(json.dumps(record(QUESTIONS[0])) + "\n" + line + "\n")
        with pytest.raises(TraceError, match="line 2"):
            list(records(path))

    @settings(deadline=None)
    @given(cut=st.floats(0, 1), flip=st.integers(0, 255))
    def test_a_damaged_deck_is_an_error_or_still_sound(
        self, tmp_path_factory: pytest.TempPathFactory, cut: float, flip: int
    ) -> None:
        """However a deck is damaged, it is refused or read, never a crash of another kind."""
        path = tmp_path_factory.mktemp("damaged") / "deck.apkg"
        write_anki(sample_quiz(3), path)
        content = bytearray(path.read_bytes())
        at = int(cut * (len(content) - 1))
        content[at] ^= flip
        path.write_bytes(content)
        with suppress(TraceError):
            list(check(records(path), ARTICLES))
        path.write_bytes(content[:at])
        with pytest.raises(TraceError):
            list(records(path))

    def test_a_deck_that_anki_exported_is_read_or_refused_with_advice(self, tmp_path: Path) -> None:
        """With support for older versions it is as good as ours; without, it needs Anki to read it."""
        write_anki(sample_quiz(), tmp_path / "deck.apkg")
        user = User(tmp_path)
        user.imports(tmp_path / "deck.apkg")
        user.exports(tmp_path / "old.apkg", legacy=True)
        user.exports(tmp_path / "new.apkg", legacy=False)
        user.collection.close()
        assert reasons(list(records(tmp_path / "old.apkg"))) == [""] * len(QUESTIONS)
        with pytest.raises(TraceError, match="export it for older versions"):
            list(records(tmp_path / "new.apkg"))
