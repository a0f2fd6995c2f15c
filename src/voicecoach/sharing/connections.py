"""Connections that cannot be held for ever, nor pile up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

__all__ = ["BoundedProtocol", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one may ask of the server.

    Attributes:
        connections: At once. Beyond these a newcomer takes the place of whoever has asked for nothing for longest;
            where all are busy it is turned away.
        request_seconds: For sending a request, from the first byte to the last, and between two.
        stall_seconds: For taking something of what is sent. A paused player loses its connection by it, and opens
            another one when it goes on.
        farewell_seconds: For taking the rest, when the server stops.
    """

    connections: int = 256
    request_seconds: float = 10.0
    stall_seconds: float = 60.0
    farewell_seconds: float = 1.0


class BoundedProtocol(H11Protocol):
    """HTTP with an end to every wait."""

    limits: ClassVar[Limits] = Limits()

    def __init__(self, *arguments: Any, **others: Any) -> None:  # noqa: ANN401 - as uvicorn has them
        super().__init__(*arguments, **others)
        self._deadline: asyncio.TimerHandle | None = None
        self._idle_since: float | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Make room if there is none, and wait for a request."""
        super().connection_made(transport)
        self._await_request()
        if len(self.connections) > self.limits.connections:
            self._make_room()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; the time for all of it runs on."""
        super().data_received(data)
        if self._idle_since is not None and self._is_answering():
            self._idle_since = None
            self._set_deadline(None)

    def on_response_complete(self) -> None:
        """Wait for the next request, unless it is there already."""
        super().on_response_complete()
        if not self._is_answering():
            self._await_request()

    def pause_writing(self) -> None:
        """The other side does not take what is sent."""
        super().pause_writing()
        self._set_deadline(self.limits.stall_seconds)

    def resume_writing(self) -> None:
        """It does again."""
        super().resume_writing()
        self._set_deadline(None if self._is_answering() else self.limits.request_seconds)

    def shutdown(self) -> None:
        """End, soon."""
        super().shutdown()
        self.loop.call_later(self.limits.farewell_seconds, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing to wait for any more."""
        self._set_deadline(None)
        super().connection_lost(exc)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _await_request(self) -> None:
        """Expect a request, or first that the rest of an answer is taken."""
        self._idle_since = self.loop.time()
        unsent = self.transport.get_write_buffer_size()
        self._set_deadline(self.limits.stall_seconds if unsent else self.limits.request_seconds)

    def _set_deadline(self, seconds: float | None) -> None:
        """The connection ends in so many seconds, in the place of what was said before; None for never."""
        if self._deadline:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self.transport.abort)

    def _make_room(self) -> None:
        """End the connection that has been idle for longest; this one is the youngest."""
        idle = (other for other in self.connections if isinstance(other, BoundedProtocol))
        waiting = [other for other in idle if other is not self and other._idle_since is not None]  # noqa: SLF001
        leaving = min(waiting, key=lambda other: other._idle_since or 0.0, default=self)  # noqa: SLF001
        self.connections.discard(leaving)
        leaving.transport.abort()
