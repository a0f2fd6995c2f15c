"""The server: a socket, and answers on it until a signal comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uvicorn

from voicecoach.sharing.app import SharingApp
from voicecoach.sharing.connections import BoundedProtocol
from voicecoach.sharing.network import LOCAL_NAMES, Place
from voicecoach.sharing.table import table_of

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence

    from voicecoach.sharing.shelf import Item

__all__ = ["server_of"]

_HEAD_BYTES = 16_384
"""Of a request: its address and headers."""

_KEEP_ALIVE_SECONDS = 5
_FAREWELL_SECONDS = 5
"""For answers to end when the server has to stop; their connections end before."""


def server_of(items: Sequence[Item], place: Place, begun: Callable[[], None] = lambda: None) -> uvicorn.Server:
    """The server for files.

    Args:
        items: What it serves.
        place: Where it is.
        begun: Called once when it answers.

    Returns:
        Its ``run(sockets=[...])`` serves until SIGINT or SIGTERM, and hands the signal on when everything is closed.
        Its ``handle_exit`` may be made the handler of other signals, which have to be handed on by whoever did so.
    """
    app = SharingApp(table_of(items, place.address), place.token, () if place.token else LOCAL_NAMES)
    return _Server(
        begun,
        uvicorn.Config(
            app,
            http=BoundedProtocol,
            ws="none",
            lifespan="off",
            loop="asyncio",
            interface="asgi3",
            log_config=None,
            log_level="critical",  # a request that makes no sense is nothing to trouble anybody with
            access_log=False,
            proxy_headers=False,
            server_header=False,
            h11_max_incomplete_event_size=_HEAD_BYTES,
            timeout_keep_alive=_KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
        ),
    )


class _Server(uvicorn.Server):
    """A server that tells when it answers: a signal that comes before would meet a loop that is half made."""

    def __init__(self, begun: Callable[[], None], config: uvicorn.Config) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._begun()
