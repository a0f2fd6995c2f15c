"""Where this computer can be reached, and by which secret address."""

from __future__ import annotations

import errno
import secrets
import socket
from dataclasses import dataclass

from voicecoach.errors import VoicecoachError

__all__ = ["LOCAL_NAMES", "LOOPBACK", "Place", "lan_address", "listen", "new_token"]

LOOPBACK = "127.0.0.1"
LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those that nobody takes for another one when typing them."""

_GROUPS, _GROUP = 4, 4
"""31^16 addresses are 79 bits: at a million guesses a second it takes longer than there have been computers."""

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that belongs to nobody; nothing is sent there. Source: RFC 5737."""


_WAITING = 512
"""Connections that the system keeps until they are taken."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is served.

    Attributes:
        host: The address of this computer.
        port: On it.
        token: The first part of every address; empty for none.
    """

    host: str
    port: int
    token: str = ""

    @property
    def address(self) -> str:
        """Of the page, with its slash."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/" + (f"{self.token}/" if self.token else "")


def new_token() -> str:
    """A secret that can be typed: ``k7wq-m3fz-2hpd-x9ra``."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def lan_address() -> str:
    """The address by which this computer takes part in its network.

    Raises:
        VoicecoachError: If it takes part in none.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
        except OSError as error:
            raise VoicecoachError(
                "this computer is in no network; join the phone's, or name the computer's address with --address"
            ) from error
        address: str = asking.getsockname()[0]
        return address


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Args:
        host: An address of this computer.
        port: 0 for any that is free.

    Raises:
        VoicecoachError: If that is impossible, above all because another program has the port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise VoicecoachError(_refused(host, port, error)) from error


def _refused(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"another program has port {port} already; choose another one with --port, or --port 0 for any"
    if error.errno == errno.EACCES:
        return f"port {port} is kept for the system; choose one from 1024 on with --port"
    return f'"{host}" is no address of this computer ({error.strerror or error}); name one of its own with --address'
