"""An Anki with its add-on AnkiConnect, for the tests: the documented protocol in front of the official importer.

What it answers, and in which order it looks at a request, is as described in the add-on's README
(git.sr.ht/~foosoft/anki-connect). `importPackage` does what the add-on does: it runs `AnkiPackageImporter` of the
`anki` package on the open collection.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stdout
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from io import StringIO
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from anki.collection import Collection


class AnkiStandIn(ThreadingHTTPServer):
    """The add-on. `collection` is None while Anki shows its list of profiles; `asked` is what it was asked for.

    `key`, `version` and `permission` are those of the add-on; `replies` holds other replies to actions by name;
    while `go_on` is not set, no answer comes.
    """

    collection: Collection | None = None
    key: str | None = None
    version: object = 6
    permission = "granted"
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.replies: dict[str, object] = {}
        self.go_on = Event()
        self.go_on.set()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def answer(self, asked: dict[str, Any]) -> object:
        """The reply to one request, its result or its error."""
        self.asked.append(asked)
        if asked["action"] in self.replies:
            return self.replies[asked["action"]]
        try:
            result = self._result(asked["action"], asked.get("params", {}), asked.get("key"))
        except Exception as error:
            return {"result": None, "error": str(error)}
        return {"result": result, "error": None} if asked.get("version", 4) > 4 else result

    def _result(self, action: str, params: dict[str, Any], key: str | None) -> object:
        if action == "requestPermission":
            if self.permission != "granted":
                return {"permission": self.permission}
            return {"permission": "granted", "requireApikey": bool(self.key), "version": self.version}
        if key != self.key:
            raise RuntimeError("valid api key must be provided")
        if action != "importPackage":
            raise RuntimeError("unsupported action")
        if self.collection is None:
            raise RuntimeError("collection is not available")
        import_module("anki.lang").set_lang("en_US")  # as Anki itself does when it starts
        with redirect_stdout(StringIO()):  # newer ones print that their old name is deprecated
            import_module("anki.importing").AnkiPackageImporter(self.collection, params["path"]).run()
        return True


class _Handler(BaseHTTPRequestHandler):
    server: AnkiStandIn

    def do_POST(self) -> None:
        """Answer the request, unless it comes from a page of a browser's, which would have to ask its user first."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.go_on.wait()
        content = json.dumps(self.server.answer(json.loads(body))).encode()
        self.send_response(403 if self.headers["Origin"] else 200)
        self.send_header("Content-Type", "text/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(collection: Collection | None = None) -> Iterator[AnkiStandIn]:
    """A stand-in that answers for as long as the block takes."""
    with AnkiStandIn() as server:
        server.collection = collection
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.go_on.set()
            server.shutdown()
            thread.join()


@contextmanager
def other_program(reply: bytes, *, drip: bool = False) -> Iterator[int]:
    """The port of a program that is no Anki and replies to everything alike; `drip` lets it go on for ever."""
    over = Event()

    def serve(listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with closing(connection):
                connection.recv(65536)
                connection.sendall(reply)
                while drip and not over.wait(0.01):
                    try:
                        connection.sendall(b" ")
                    except OSError:
                        break

    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        thread = Thread(target=serve, args=(listener,))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            over.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
