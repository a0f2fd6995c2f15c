"""The real server on real sockets: slow, many and broken connections; every wait is one for something that happens."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from shared import TOKEN, serving, sound_file
from voicecoach.sharing.connections import BoundedProtocol, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared import Running

ADDRESS = f"/{TOKEN}/1/one.mp3"
REQUEST = f"GET {ADDRESS} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
PATIENCE = 20


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return sound_file(tmp_path / "one.mp3")


@pytest.fixture
def running(shared: Path) -> Iterator[Running]:
    with serving(shared) as running:
        yield running


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedProtocol, "limits", Limits(8, 0.3, 0.3))


def connected(running: Running) -> socket.socket:
    return socket.create_connection((running.place.host, running.place.port), PATIENCE)


def fetched(running: Running, address: str = ADDRESS) -> tuple[int, bytes]:
    connection = HTTPConnection(running.place.host, running.place.port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def rest_of(peer: socket.socket) -> bytes:
    """All that comes until the other side ends the connection."""
    received = b""
    try:
        while chunk := peer.recv(1 << 16):
            received += chunk
    except ConnectionResetError:
        pass
    return received


def test_two_hundred_connections_at_once_are_all_served(running: Running, shared: Path) -> None:
    whole = shared.read_bytes()
    with ExitStack() as stack:
        peers = [stack.enter_context(connected(running)) for _ in range(200)]
        for peer in peers:
            peer.sendall(REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(rest_of, peers))
    assert [answer.partition(b"\r\n\r\n")[2] == whole for answer in answers] == [True] * 200


def test_two_hundred_that_say_nothing_are_in_nobodys_way(running: Running, shared: Path) -> None:
    with ExitStack() as stack:
        for _ in range(200):
            stack.enter_context(connected(running)).sendall(b"GET /")
        assert fetched(running) == (200, shared.read_bytes())


def test_a_newcomer_takes_the_place_of_who_has_said_nothing_for_longest(
    monkeypatch: pytest.MonkeyPatch, running: Running, shared: Path
) -> None:
    monkeypatch.setattr(BoundedProtocol, "limits", Limits(connections=8))
    with ExitStack() as stack:
        silent = [stack.enter_context(connected(running)) for _ in range(20)]
        assert fetched(running) == (200, shared.read_bytes())
        assert [rest_of(peer) for peer in silent[:13]] == [b""] * 13
        silent[-1].sendall(REQUEST)
        assert silent[-1].recv(12) == b"HTTP/1.1 200"


@pytest.mark.usefixtures("limits")
@pytest.mark.parametrize("beginning", [b"", b"GET", REQUEST[:-2], REQUEST[:-4] + b"\r\nX: " + b"y" * 9000])
def test_a_request_that_never_ends_is_given_up(running: Running, beginning: bytes) -> None:
    with connected(running) as peer:
        peer.sendall(beginning)
        assert rest_of(peer) == b""


@pytest.mark.usefixtures("limits")
def test_a_second_request_that_never_ends_is_given_up(running: Running, shared: Path) -> None:
    with connected(running) as peer:
        peer.sendall(REQUEST)
        peer.sendall(b"GET /")
        assert rest_of(peer).endswith(shared.read_bytes())


@pytest.mark.usefixtures("limits")
def test_who_takes_nothing_is_given_up(tmp_path: Path) -> None:
    path = sound_file(tmp_path / "one.mp3")
    with path.open("ab") as file:
        file.truncate(64 << 20)
    with serving(path) as running:
        with connected(running) as peer:
            peer.sendall(REQUEST)
            assert peer.recv(12) == b"HTTP/1.1 200"
            assert fetched(running, f"/{TOKEN}/")[0] == 200
            while running.connections:  # it waits for us, and we for it to stop
                fetched(running, "/")
        assert not running.connections


def test_who_is_slow_with_the_end_of_a_file_gets_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(BoundedProtocol, "limits", Limits(8, 0.3, PATIENCE))
    path = sound_file(tmp_path / "one.mp3")
    with path.open("ab") as file:
        file.truncate(4 << 20)
    with serving(path, send_buffer=4096) as running, connected(running) as slow:
        slow.sendall(REQUEST)
        received = slow.recv(1 << 12)
        (serving_it,) = running.connections
        while serving_it._idle_since is None:  # type: ignore[attr-defined]
            received += slow.recv(1 << 12)
        with connected(running) as silent:  # it is given up later than the slow one would be
            assert rest_of(silent) == b""
        body = received.partition(b"\r\n\r\n")[2]
        while len(body) < path.stat().st_size:
            part = slow.recv(1 << 16)
            assert part, f"{path.stat().st_size - len(body)} bytes are missing"
            body += part


def test_who_goes_away_midway_leaves_nothing(tmp_path: Path) -> None:
    path = sound_file(tmp_path / "one.mp3")
    with path.open("ab") as file:
        file.truncate(64 << 20)
    with serving(path) as running:
        for _ in range(20):
            with connected(running) as peer:
                peer.sendall(REQUEST)
                assert peer.recv(12) == b"HTTP/1.1 200"
        assert fetched(running, f"/{TOKEN}/")[0] == 200


def test_a_head_without_end_is_refused(running: Running) -> None:
    with connected(running) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 70_000)
        assert rest_of(peer)[:12] in (b"HTTP/1.1 400", b"")
    assert fetched(running)[0] == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET  HTTP/9\r\n\r\n",
        b"GET /" + b"%ff" * 50 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"CONNECT elsewhere.example:80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 99999999\r\n\r\nabc",
    ],
)
def test_nonsense_is_answered_shortly(running: Running, nonsense: bytes) -> None:
    with connected(running) as peer:
        peer.sendall(nonsense)
        assert rest_of(peer).split(b"\r\n")[0].split(b" ")[1] in (b"400", b"404")
    assert fetched(running)[0] == 200


def test_a_file_that_becomes_shorter_ends_the_connection(running: Running, shared: Path) -> None:
    with shared.open("r+b") as file:
        file.truncate(100)
    with connected(running) as peer:
        peer.sendall(REQUEST)
        assert len(rest_of(peer).partition(b"\r\n\r\n")[2]) <= 100
    assert fetched(running, f"/{TOKEN}/")[0] == 200


def test_it_stops_while_somebody_listens(tmp_path: Path) -> None:
    path = sound_file(tmp_path / "one.mp3")
    with path.open("ab") as file:
        file.truncate(64 << 20)
    with ExitStack() as stack:
        with serving(path) as running:
            peer = stack.enter_context(connected(running))
            peer.sendall(REQUEST)
            assert peer.recv(12) == b"HTTP/1.1 200"
        with pytest.raises(ConnectionRefusedError):
            connected(running)
