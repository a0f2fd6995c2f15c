"""Every backend through the same assertions; one that has no device here skips."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.ports import Backend, Device, DeviceInfo
from voicecoach.sinks.speakers import BACKENDS, chosen_device, load_backend

if TYPE_CHECKING:
    from voicecoach.model.clip import Block

RATE = 48_000
PATIENCE_SECONDS = 10.0


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    try:
        return load_backend(request.param)
    except VoicecoachError as error:
        pytest.skip(str(error))


def test_a_backend_is_what_the_protocol_says(backend: Backend) -> None:
    assert isinstance(backend, Backend)
    assert backend.name in BACKENDS


def test_a_device_asks_for_whole_blocks_until_it_is_closed(backend: Backend) -> None:
    asked = threading.Event()
    shapes = set()

    def fill(block: Block) -> None:
        block[:] = 0.0
        shapes.add((block.dtype.name, block.shape[1]))
        asked.set()

    try:
        device = backend.open(fill, RATE, 1, "")
    except VoicecoachError as error:
        pytest.skip(str(error))
    try:
        assert isinstance(device, Device)
        assert asked.wait(PATIENCE_SECONDS)
        assert shapes == {("float32", 1)}
        device.pause()
        device.resume()
        asked.clear()
        assert asked.wait(PATIENCE_SECONDS)
        assert not device.lost
    finally:
        device.close()
        device.close()


def test_there_is_no_device_of_a_name_that_nobody_gave(backend: Backend) -> None:
    with pytest.raises(VoicecoachError, match=r"no device is called|no sound device|the system's device only"):
        backend.open(lambda _: None, RATE, 1, "a name that nobody gave")


def test_a_device_is_chosen_by_a_part_of_its_name() -> None:
    devices = [DeviceInfo("Speakers"), DeviceInfo("USB Headset", default=True)]
    assert chosen_device("headset", devices) == 1
    with pytest.raises(VoicecoachError) as error:
        chosen_device("kitchen", devices)
    assert str(error.value) == 'no device is called "kitchen"; there are Speakers, USB Headset'
