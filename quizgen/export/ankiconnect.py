"""A deck into the Anki that runs on this machine, by way of its add-on AnkiConnect.

The add-on listens on 127.0.0.1, takes a JSON object by HTTP POST and answers with a result or an error
(git.sr.ht/~foosoft/anki-connect). It is told the deck's path and imports the file itself, which does what the user's
*File → Import* does. Two short calls need no client of somebody else's: the ones there are wrap `requests`, which
may go by way of a proxy, and none of them bounds the time of a whole call.
"""

import json
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import SHUT_RDWR
from threading import Event, Timer

from quizgen.errors import PushError

ADD_ON = 2055492159  # its number at ankiweb.net
VERSION = 6  # of the protocol

CONNECTING = 5.0  # seconds; nothing on this machine needs longer
ASKING = 60.0  # seconds; a user may have to answer a question in Anki's window
IMPORTING = 900.0  # seconds; 50,000 notes take a tenth of it
_LARGEST = 1_000_000  # bytes of an answer; the ones to our calls have about a hundred
_SHOWN = 200  # letters of an error of the add-on's that are told

_MENDS = {
    "valid api key": "the key is wrong or missing; give the one that its settings name as apiKey with --key",
    "collection is not available": "Anki has no profile open; choose one in its window",
    "unsupported action": f"it is too old; update the add-on {ADD_ON} in Anki under Tools → Add-ons",
}


def push(
    deck: Path, *, port: int, key: str | None = None, asking: float = ASKING, importing: float = IMPORTING
) -> None:
    """Let the running Anki import the deck, an `.apkg` file, as its *File → Import* does.

    `key` is the `apiKey` of the add-on's settings, where there is one; `asking` and `importing` are the seconds that
    each of the two calls may take.

    Raises:
        PushError: there is no Anki, or it did not take the deck; the text says why, and what to do.
    """
    permission = _call(port, key, "requestPermission", {}, asking)
    if not isinstance(permission, dict) or permission.get("permission") != "granted":
        raise PushError("Anki was asked for permission and denied it; push again and answer Yes in its window.")
    version = permission.get("version")
    if not isinstance(version, int) or version < VERSION:
        raise PushError(
            f"AnkiConnect speaks version {version!r:.20} of its protocol and not {VERSION}; update the add-on "
            f"{ADD_ON} in Anki under Tools → Add-ons."
        )
    if _call(port, key, "importPackage", {"path": str(deck.absolute())}, importing) is not True:
        raise PushError("Anki did not import the deck, and does not say why; import it there with File → Import.")


def _call(port: int, key: str | None, action: str, params: dict[str, str], seconds: float) -> object:
    """The result of one action of the add-on's."""
    asked: dict[str, object] = {"action": action, "version": VERSION, "params": params}
    if key is not None:
        asked["key"] = key
    try:
        answer = json.loads(_exchange(port, json.dumps(asked).encode(), seconds))
    except TimeoutError:
        raise PushError(
            "Anki does not answer in time; look whether a question waits in its window or a long import is under way."
        ) from None
    except ConnectionRefusedError:
        raise PushError(
            f"no Anki answers on port {port}; start Anki, install the add-on AnkiConnect once (Tools → Add-ons → Get "
            f"Add-ons, code {ADD_ON}), and push again."
        ) from None
    except (OSError, HTTPException, ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
        raise PushError(
            f"what answers on port {port} is not AnkiConnect; name its port with --port, or close the other program."
        )
    if answer["error"] is not None:
        raise PushError(_told(str(answer["error"])))
    return answer["result"]


def _exchange(port: int, body: bytes, seconds: float) -> bytes:
    """Post the body and return the answer's.

    Raises:
        ConnectionRefusedError: nobody listens on the port.
        TimeoutError: the whole of it took longer than `seconds`, even if there was always something coming.
        OSError, HTTPException: what came is not HTTP, or not a success.
    """
    with closing(HTTPConnection("127.0.0.1", port, timeout=CONNECTING)) as connection:
        connection.connect()
        socket, late = connection.sock, Event()
        socket.settimeout(None)

        def hang_up() -> None:
            late.set()
            with suppress(OSError):
                socket.shutdown(SHUT_RDWR)

        watch = Timer(seconds, hang_up)
        watch.start()
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/json"})
            with connection.getresponse() as response:
                content = response.read(_LARGEST)
        except (OSError, HTTPException):
            if not late.is_set():
                raise
        finally:
            watch.cancel()
    if late.is_set():
        raise TimeoutError
    if response.status != 200:
        raise HTTPException(f"status {response.status}")
    return content


def _told(error: str) -> str:
    """An error of the add-on's in one sentence, with its mend where that is known."""
    for sign, mend in _MENDS.items():
        if sign in error:
            return f"AnkiConnect refuses: {mend}."
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in error).split()).rstrip(". ")
    return f"Anki did not take the deck ({shown[:_SHOWN] or 'without a reason'}); import it there with File → Import."
