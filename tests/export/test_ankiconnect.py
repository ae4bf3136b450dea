"""Decks handed to a running Anki: a stand-in that speaks the add-on's protocol before the official importer."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from quizgen.errors import PushError
from quizgen.export.anki import write_anki
from quizgen.export.ankiconnect import push
from quizgen.model import Quiz
from tests.export.anki_stand_in import AnkiStandIn, other_program, running
from tests.export.user import User
from tests.quizzes import sample_quiz

if TYPE_CHECKING:
    from anki.models import NotetypeDict

QUIZ = sample_quiz()


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    """A user who has Anki open."""
    user = User(tmp_path)
    yield user
    user.collection.close()


@pytest.fixture
def anki(user: User) -> Iterator[AnkiStandIn]:
    """The Anki that the user has open."""
    with running(user.collection) as server:
        yield server


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The deck of the sample quiz."""
    write_anki(QUIZ, tmp_path / "deck.apkg")
    return tmp_path / "deck.apkg"


def refusal(deck: Path, port: int, **more: object) -> str:
    """The sentence that tells why the deck was not taken."""
    with pytest.raises(PushError) as raised:
        push(deck, port=port, **more)  # type: ignore[arg-type]
    text = str(raised.value)
    assert text.endswith(".")
    assert "\n" not in text
    return text


class TestPush:
    def test_the_deck_is_in_anki(self, anki: AnkiStandIn, user: User, deck: Path) -> None:
        """Every card of it is, and the add-on was asked for permission before anything was done."""
        push(deck, port=anki.port)
        assert len(user.cards()) == len(QUIZ.questions)
        assert [(one["action"], one["version"]) for one in anki.asked] == [
            ("requestPermission", 6),
            ("importPackage", 6),
        ]

    def test_a_relative_path_is_made_absolute(
        self, anki: AnkiStandIn, deck: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Anki's own folder is another one."""
        monkeypatch.chdir(deck.parent)
        push(Path(deck.name), port=anki.port)
        assert anki.asked[-1]["params"] == {"path": str(deck)}

    def test_the_key_is_given_where_there_is_one(self, anki: AnkiStandIn, user: User, deck: Path) -> None:
        """And it stands in no request where there is none."""
        push(deck, port=anki.port)
        assert "key" not in anki.asked[-1]
        anki.key = "secret"
        push(deck, port=anki.port, key="secret")
        assert len(user.cards()) == len(QUIZ.questions)

    def test_no_proxy_is_asked(self, anki: AnkiStandIn, deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever the environment says, nothing leaves this machine."""
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        push(deck, port=anki.port)


def collected(user: User) -> object:
    """All that a user sees and has learnt: notes, cards, note types, decks, and what was answered."""
    collection = user.collection
    notes = [collection.get_note(number) for number in collection.find_notes("")]
    cards = [collection.get_card(number) for number in collection.find_cards("", order="n.guid, c.ord")]
    models = [model for model in collection.models.all() if model["name"].startswith("quizgen")]
    assert collection.db is not None
    return (
        sorted((note.guid, note.mid, note.fields, note.tags) for note in notes),
        [(c.ord, collection.decks.name(c.did), c.type, c.queue, c.ivl, c.reps, c.flags) for c in cards],
        [card.note().guid for card in user.cards()],
        sorted(_look(model) for model in models),
        sorted((deck["name"], deck["conf"], deck["desc"]) for deck in collection.decks.all()),
        collection.db.all("select ease, ivl, lastIvl, factor, type from revlog"),
    )


def _look(model: NotetypeDict) -> tuple[object, ...]:
    """What a note type is to its user."""
    sides = [(one["name"], one["qfmt"], one["afmt"]) for one in model["tmpls"]]
    return model["name"], model["id"], model["css"], sides, [one["name"] for one in model["flds"]]


class TestImport:
    def test_a_push_does_what_the_user_s_import_does(self, tmp_path: Path) -> None:
        """A new deck, the same again, other wordings and more questions, after the user has worked with the first."""
        users = []
        for name in ("by hand", "pushed"):
            (tmp_path / name).mkdir()
            users.append(User(tmp_path / name))
        hand, pushed = users
        deck = tmp_path / "deck.apkg"
        with running(pushed.collection) as anki:
            for quiz in _builds():
                write_anki(quiz, deck)
                hand.imports(deck)
                push(deck, port=anki.port)
                pushed.collection.models._clear_cache()
                assert collected(hand) == collected(pushed)
                for user in users:
                    _work(user)
                assert collected(hand) == collected(pushed)
        assert len(hand.cards()) == len(QUIZ.questions)
        for user in users:
            user.collection.close()


def _builds() -> Iterator[Quiz]:
    """One article's questions, the same again, all of them, and all of them with two in other words."""
    first = replace(QUIZ, questions=QUIZ.questions[:5])
    other = [replace(question, stem=f"And {question.stem}") for question in QUIZ.questions[:2]]
    return iter((first, first, QUIZ, replace(QUIZ, questions=(*other, *QUIZ.questions[2:]))))


def _work(user: User) -> None:
    """Answer a card, edit a note, tag one, move a card, and flag one."""
    collection, cards = user.collection, user.cards()
    collection.decks.select(cards[0].did)
    card = collection.sched.getCard()
    assert card is not None
    collection.sched.answerCard(card, 3)
    edited, tagged = cards[2].note(), cards[3].note()
    edited["Answer"] = "as I would say it"
    collection.update_note(edited)
    tagged.add_tag("mine")
    collection.update_note(tagged)
    collection.set_deck([cards[4].id], int(collection.decks.id("My own") or 0))
    collection.set_user_flag_for_cards(1, [cards[1].id])


class TestRefusals:
    def test_where_no_anki_runs(self, deck: Path) -> None:
        """How to get there is told: start Anki, install the add-on by its number."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        assert refusal(deck, port) == (
            f"no Anki answers on port {port}; start Anki, install the add-on AnkiConnect once (Tools → Add-ons → Get "
            "Add-ons, code 2055492159), and push again."
        )

    def test_where_permission_is_denied(self, anki: AnkiStandIn, deck: Path) -> None:
        """Nothing is imported then."""
        anki.permission = "denied"
        assert "denied it; push again and answer Yes" in refusal(deck, anki.port)
        assert [one["action"] for one in anki.asked] == ["requestPermission"]

    @pytest.mark.parametrize(("needed", "given"), [("secret", None), ("secret", "wrong"), (None, "secret")])
    def test_where_the_key_is_another(
        self, anki: AnkiStandIn, deck: Path, needed: str | None, given: str | None
    ) -> None:
        """The option and the place of the right one are named, the key itself is not."""
        anki.key = needed
        told = refusal(deck, anki.port, key=given)
        assert "the key is wrong or missing; give the one that its settings name as apiKey with --key" in told
        assert "secret" not in told

    @pytest.mark.parametrize("version", [5, None, "6", True])
    def test_where_the_add_on_is_too_old(self, anki: AnkiStandIn, deck: Path, version: object) -> None:
        """Its version is told, and nothing is imported."""
        anki.version = version
        assert f"speaks version {version!r} of its protocol and not 6; update the add-on" in refusal(deck, anki.port)
        assert len(anki.asked) == 1

    def test_where_a_later_version_is_spoken(self, anki: AnkiStandIn, user: User, deck: Path) -> None:
        """It is asked in the words of version 6, which it knows."""
        anki.version = 7
        push(deck, port=anki.port)
        assert user.cards()

    def test_where_no_profile_is_open(self, anki: AnkiStandIn, deck: Path) -> None:
        """Anki shows its list of profiles, and has no collection to import into."""
        anki.collection = None
        assert refusal(deck, anki.port) == (
            "AnkiConnect refuses: Anki has no profile open; choose one in its window."
        )

    @pytest.mark.parametrize("content", [None, b"no deck at all"])
    def test_where_anki_cannot_read_the_file(self, anki: AnkiStandIn, user: User, deck: Path, content: bytes) -> None:
        """What it says of a file that is gone, or none of its decks, is told in our sentence."""
        deck.unlink()
        if content:
            deck.write_bytes(content)
        told = refusal(deck, anki.port)
        assert told.startswith("Anki did not take the deck (")
        assert told.endswith("); import it there with File → Import.")
        assert not user.cards()

    def test_where_the_add_on_is_of_before_permissions(self, anki: AnkiStandIn, deck: Path) -> None:
        """It knows no such action."""
        anki.replies["requestPermission"] = {"result": None, "error": "unsupported action"}
        assert "it is too old; update the add-on 2055492159" in refusal(deck, anki.port)

    @pytest.mark.parametrize(("error", "shown"), [("a\nb\x1b[31m\u202e.", "(a b [31m)"), ("", "(without a reason)")])
    def test_an_error_of_the_add_on_s_is_one_clean_sentence(
        self, anki: AnkiStandIn, deck: Path, error: str, shown: str
    ) -> None:
        """No line's end, no control character, and not at any length."""
        anki.replies["importPackage"] = {"result": None, "error": error}
        assert shown in refusal(deck, anki.port)
        anki.replies["importPackage"] = {"result": None, "error": "long " * 1000}
        assert len(refusal(deck, anki.port)) < 300

    def test_where_anki_says_no_without_an_error(self, anki: AnkiStandIn, deck: Path) -> None:
        """A result that is not true is no success."""
        anki.replies["importPackage"] = {"result": False, "error": None}
        assert "does not say why" in refusal(deck, anki.port)

    @pytest.mark.parametrize(
        "reply",
        [
            b"", b"\xff\xfe nothing known\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n<html>",
            b"HTTP/1.1 200 OK\r\n\r\n\xff\xfe", b"HTTP/1.1 200 OK\r\n\r\nnull", b"HTTP/1.1 200 OK\r\n\r\n[6]",
            b'HTTP/1.1 200 OK\r\n\r\n{"result": true}', b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 100_000,
            b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
            b'HTTP/1.1 403 Forbidden\r\n\r\n{"result": true, "error": null}',
            b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n",
            b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        ],
    )  # fmt: skip
    def test_where_another_program_answers(self, deck: Path, reply: bytes) -> None:
        """Whatever it is that it says."""
        with other_program(reply) as port:
            assert f"what answers on port {port} is not AnkiConnect; name its port with --port" in refusal(deck, port)

    def test_where_anki_does_not_answer(self, anki: AnkiStandIn, deck: Path) -> None:
        """The wait has an end, and the user is sent to Anki's window."""
        anki.go_on.clear()
        assert "Anki does not answer in time; look whether a question waits" in refusal(deck, anki.port, asking=0.05)

    @pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
    def test_where_the_answer_has_no_end(self, deck: Path, head: bytes) -> None:
        """There is an end to that too, however steadily something comes."""
        with other_program(head, drip=True) as port:
            start = monotonic()
            assert "does not answer in time" in refusal(deck, port, asking=0.2)
            assert monotonic() - start < 20

    def test_the_request_is_json_that_any_parser_reads(self, anki: AnkiStandIn, tmp_path: Path) -> None:
        """Quotes, letters outside of ASCII and line ends of a path are written as JSON has them."""
        path = tmp_path / 'a "deck"\n from Łódź.apkg'
        write_anki(QUIZ, path)
        push(path, port=anki.port)
        assert json.loads(json.dumps(anki.asked[-1]))["params"]["path"] == str(path)
