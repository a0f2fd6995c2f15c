"""Files to share, a client that asks for them, and a real server."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from voicecoach.model.timeline import Chapter, Tags
from voicecoach.sharing.app import SharingApp
from voicecoach.sharing.network import LOCAL_NAMES, Place, listen
from voicecoach.sharing.server import server_of
from voicecoach.sharing.shelf import open_shelf
from voicecoach.sharing.table import table_of
from voicecoach.sinks.id3 import id3_tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
TAGS = Tags(
    "Mañana <b>& more</b>",
    "voicecoach",
    "voicecoach",
    "en",
    90_000,
    (Chapter("Squat", 0, 40_000), Chapter("Rest", 40_000, 60_500), Chapter("Plank", 60_500, 90_000)),
    "0:00 Squat\n0:40 Rest\n1:00 Plank",
    cover=PNG,
)
TOKEN = "aaaa-bbbb-cccc-dddd"  # noqa: S105 - opens nothing
SOUND = bytes(range(256)) * 800
"""More than the server reads at once, and each place differs from its neighbors."""


def sound_file(path: Path, tags: Tags = TAGS) -> Path:
    """A file with a tag as ours have it; what follows is no sound."""
    path.write_bytes(id3_tag(tags) + SOUND)
    return path


@dataclass(frozen=True)
class Answer:
    """What an application answers: the names of its headers are in lower case."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:  # noqa: ANN401 - whatever it is
        return json.loads(self.content)


class Client:
    """Asks an application as the server would, without a socket, and sends addresses as they are."""

    def __init__(self, app: SharingApp, host: str) -> None:
        self._app = app
        self._host = host

    def get(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        return self.request("GET", address, headers)

    def head(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        return self.request("HEAD", address, headers)

    def request(self, method: str, address: str, headers: dict[str, str] | None = None) -> Answer:
        return asyncio.run(self._ask(method, address, {"Host": self._host} | (headers or {})))

    async def _ask(self, method: str, address: str, headers: dict[str, str]) -> Answer:
        path, _, query = address.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        }
        messages: list[Any] = []

        async def receive() -> dict[str, Any]:
            await asyncio.Event().wait()  # nobody goes away
            return {}

        async def send(message: Any) -> None:  # noqa: ANN401 - as ASGI has it
            messages.append(message)

        await self._app(scope, receive, send)
        start, *body = messages
        told = {name.decode(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], told, b"".join(message["body"] for message in body))


@contextmanager
def client_of(*paths: Path, token: str = TOKEN) -> Iterator[Client]:
    """Asks an application that shares these files."""
    place = Place("192.0.2.7" if token else "127.0.0.1", 8734, token)
    with open_shelf(paths) as items:
        app = SharingApp(table_of(items, place.address), token, () if token else LOCAL_NAMES)
        yield Client(app, urlsplit(place.address).netloc)


@dataclass(frozen=True)
class Running:
    """A server that is up.

    Attributes:
        place: Where.
        connections: Those it has, as it counts them.
    """

    place: Place
    connections: set[object]


@contextmanager
def serving(*paths: Path, token: str = TOKEN, send_buffer: int = 0) -> Iterator[Running]:
    """A real server on a real socket, in a thread.

    Args:
        paths: What it serves.
        token: The first part of every address.
        send_buffer: Bytes that the system keeps on their way out of a connection; 0 for as many as it likes.
    """
    with ExitStack() as stack:
        listener = stack.enter_context(listen("127.0.0.1", 0))
        if send_buffer:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        items = stack.enter_context(open_shelf(paths))
        place = Place("127.0.0.1", listener.getsockname()[1], token)
        server = server_of(items, place)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Running(place, server.server_state.connections)  # type: ignore[arg-type]
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()
