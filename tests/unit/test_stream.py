from __future__ import annotations

import threading

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.stream import LIVE_RATE, open_stream

PATIENCE_SECONDS = 10.0


def asking() -> list[threading.Thread]:
    """The threads of devices that nobody hears."""
    return [thread for thread in threading.enumerate() if thread.name == "null device"]


def over(threads: list[threading.Thread]) -> bool:
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    return not any(thread.is_alive() for thread in threads)


def test_a_device_that_nobody_takes_is_closed() -> None:
    before = asking()
    with open_stream("null", "") as stream:
        mine = [thread for thread in asking() if thread not in before]
        assert (len(mine), stream.ring.ahead) == (1, 0)
    assert over(mine)


def test_who_takes_the_device_closes_it() -> None:
    before = asking()
    with open_stream("null", "") as stream:
        device = stream.hand_over()
        mine = [thread for thread in asking() if thread not in before]
    assert all(thread.is_alive() for thread in mine)
    device.close()
    assert over(mine)


def test_another_device_asks_what_it_is_told_to() -> None:
    asked = threading.Event()
    with open_stream("null", "") as stream:
        another = stream.open_device(lambda block: asked.set() if len(block) <= LIVE_RATE else None)
        assert asked.wait(PATIENCE_SECONDS)
        another.close()


def test_no_device_is_no_stream() -> None:
    with pytest.raises(VoicecoachError) as error, open_stream("null", "Kitchen"):
        pass
    assert str(error.value) == 'no device is called "Kitchen"; there are null'
