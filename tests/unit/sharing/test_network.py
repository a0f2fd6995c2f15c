"""Where it is reached."""

from __future__ import annotations

import re

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.sharing.network import Place, listen, new_token


def test_a_token_can_be_typed_and_not_be_guessed() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(
        re.fullmatch(r"([abcdefghjkmnpqrstuvwxyz2-9]{4}-){3}[abcdefghjkmnpqrstuvwxyz2-9]{4}", each) for each in tokens
    )


def test_addresses() -> None:
    assert Place("192.0.2.7", 80, "a-b").address == "http://192.0.2.7:80/a-b/"
    assert Place("::1", 8734).address == "http://[::1]:8734/"


def test_a_port_that_is_taken() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(VoicecoachError) as refused:
            listen("127.0.0.1", port)
    assert str(refused.value) == (
        f"another program has port {port} already; choose another one with --port, or --port 0 for any"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no such name.invalid"])
def test_an_address_of_somebody_else(host: str) -> None:
    with pytest.raises(
        VoicecoachError, match=f'^"{host}" is no address of this computer .*; name one of its own'
    ) as refused:
        listen(host, 0)
    assert str(refused.value).endswith("with --address")
