from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach.mixing.mixer import Mixer
from voicecoach.model.timeline import Bus, Event

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples

RATE = 1000
"""One frame a ms."""

SOUNDS: dict[str, Samples] = {"a": np.array([0.1, 0.2, 0.3], np.float32), "b": np.array([0.01, 0.02], np.float32)}


def event(name: str, start: int, bus: Bus = Bus.VOICE) -> Event:
    return Event(bus, start, start + len(SOUNDS[name]), name, 0)


def mixer(*events: Event, channels: int = 1, gains: dict[Bus, float] | None = None) -> Mixer:
    result = Mixer(RATE, channels, lambda event: SOUNDS[event.name], gains or {})
    result.add(events)
    return result


def heard(made: Mixer, start: int, count: int) -> list[float]:
    return [round(float(value), 6) for value in made.render(start, count)[:, 0]]


def test_a_sound_starts_at_its_frame() -> None:
    assert heard(mixer(event("a", 2)), 0, 7) == [0, 0, 0.1, 0.2, 0.3, 0, 0]


def test_frames_are_those_of_the_units() -> None:
    """1 ms at 22,050 Hz is frame 22.05, the nearest is 22."""
    made = Mixer(22_050, 1, lambda _: SOUNDS["b"][:1], {})
    made.add([Event(Bus.VOICE, 1, 2, "a", 0)])

    assert np.flatnonzero(made.render(0, 100)).tolist() == [22]


def test_sounds_add_up() -> None:
    assert heard(mixer(event("a", 0), event("b", 1)), 0, 4) == [0.1, 0.21, 0.32, 0]


def test_any_stretch_can_be_rendered_in_any_order() -> None:
    made = mixer(event("a", 2), event("b", 10))

    assert heard(made, 10, 2) == [0.01, 0.02]
    assert heard(made, 3, 1) == [0.2]
    assert heard(made, 4, 7) == [0.3, 0, 0, 0, 0, 0, 0.01]


def test_every_channel_carries_the_same() -> None:
    block = mixer(event("a", 0), channels=2).render(0, 3)

    assert block.shape == (3, 2)
    assert np.array_equal(block[:, 0], block[:, 1])
    assert block.dtype == np.float32


def test_a_bus_has_its_gain() -> None:
    gains = {Bus.EARCON: -20.0}

    assert heard(mixer(event("a", 0, Bus.EARCON), event("b", 5), gains=gains), 0, 7) == [
        *(0.01, 0.02, 0.03, 0, 0),
        *(0.01, 0.02),
    ]


def test_events_may_come_in_any_order_and_later() -> None:
    made = mixer(event("b", 10))
    made.add([event("a", 0), event("b", 4)])

    assert heard(made, 0, 12) == [0.1, 0.2, 0.3, 0, 0.01, 0.02, 0, 0, 0, 0, 0.01, 0.02]


def test_the_order_of_adding_does_not_change_a_bit() -> None:
    """Sums of floats depend on their order, so the mixer has its own."""
    rng = np.random.default_rng(3)
    sounds = {name: rng.normal(0, 0.1, 50).astype(np.float32) for name in "abcd"}
    events = [Event(Bus.VOICE, 0, 50, name, 0) for name in "abcd"]
    forward, backward = (Mixer(RATE, 1, lambda event: sounds[event.name], {}) for _ in range(2))
    forward.add(events)
    backward.add(reversed(events))

    assert np.array_equal(forward.render(0, 50), backward.render(0, 50))


def test_each_sound_is_asked_for_once() -> None:
    asked: list[str] = []

    def sound_of(event: Event) -> Samples:
        asked.append(event.name)
        return SOUNDS[event.name]

    made = Mixer(RATE, 1, sound_of, {})
    made.add([event("a", 0), event("b", 1)])
    for start in range(10):
        made.render(start, 1)

    assert asked == ["a", "b"]


def test_the_past_can_be_forgotten() -> None:
    made = mixer(event("a", 0), event("a", 100), event("a", 1000))
    made.forget(500)

    assert heard(made, 999, 4) == [0, 0.1, 0.2, 0.3]
    assert len(made._placed) == 1
    with pytest.raises(ValueError, match="cannot render 1 frames from 499: the timeline begins at 500"):
        made.render(499, 1)


def test_what_still_sounds_is_not_forgotten() -> None:
    made = mixer(event("a", 500))
    made.forget(501)

    assert heard(made, 501, 3) == [0.2, 0.3, 0]


def test_what_was_loud_a_moment_ago_still_counts() -> None:
    """The limiter comes back up behind a loud sound, also when that has been forgotten."""
    sounds = {"loud": np.full(476, 2.0, np.float32), "bed": np.full(2000, 0.1, np.float32)}
    made = Mixer(24_000, 1, lambda event: sounds[event.name], {})
    made.add([Event(Bus.VOICE, 0, 20, "loud", 0), Event(Bus.VOICE, 1, 85, "bed", 0)])
    expected = made.render(500, 100)
    assert expected[0, 0] < 0.09

    made.forget(500)

    assert np.array_equal(made.render(500, 100), expected)


def test_an_empty_sound_is_silence() -> None:
    made = Mixer(RATE, 1, lambda _: np.zeros(0, np.float32), {})
    made.add([Event(Bus.VOICE, 3, 3, "", 0)])

    assert not made.render(0, 10).any()


def test_no_frames_are_an_empty_block() -> None:
    assert mixer(event("a", 0)).render(0, 0).shape == (0, 1)


@pytest.mark.parametrize(("start", "count"), [(-1, 1), (0, -1)])
def test_nonsense_is_refused(start: int, count: int) -> None:
    with pytest.raises(ValueError, match="cannot render"):
        mixer().render(start, count)


def test_the_reach_is_what_decides() -> None:
    """A loud sound changes the gain before it, but no earlier than the reach tells."""
    loud = np.full(5, 3.0, np.float32)
    bed = np.full(2400, 0.5, np.float32)
    made = Mixer(24_000, 1, lambda event: loud if event.name == "loud" else bed, {})
    made.add([Event(Bus.VOICE, 0, 100, "bed", 0)])
    before = made.render(0, 2400)
    made.add([Event(Bus.VOICE, 50, 51, "loud", 0)])
    after = made.render(0, 2400)

    changed = np.flatnonzero(before[:, 0] != after[:, 0])

    assert 1200 - made.reach <= changed[0] < 1200
