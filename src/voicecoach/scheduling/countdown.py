"""The countdown as words: three, two, one, each voice on its second, or no word at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import Edge
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.plan import Step, Tone
    from voicecoach.units import Ms

__all__ = ["BEFORE_NEXT", "Number", "moment_of", "spoken_countdown"]

BEFORE_NEXT: Ms = 50
"""The least silence behind a number: shorter, and it runs into the next one, or under the go."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a countdown in its place, in ms from the start of the step.

    Attributes:
        tone: The beep that it stands for.
        beat: When its voice sets in.
        sounds: From its first sound to its last.
    """

    tone: Tone
    beat: Ms
    sounds: TimeRange


def spoken_countdown(
    step: Step, length: Ms, length_of: Callable[[str], Ms], onset_of: Callable[[str], Ms]
) -> tuple[Number, ...]:
    """The numbers that a step counts down with.

    Args:
        step: Its tones have texts where numbers are wanted.
        length: The step's length in ms.
        length_of: The length of a text in ms.
        onset_of: How long after its first sound the voice of a text sets in, in ms.

    Returns:
        In time order. Empty where beeps are to sound: where a number cannot be spoken, or does not fit its second.
    """
    numbers = [
        _number(tone, moment_of(tone, length), length_of, onset_of)
        for tone in step.tones
        if tone.text and moment_of(tone, length) >= min(step.quiet_head, length)
    ]
    if not numbers:
        return ()
    numbers.sort(key=lambda number: number.beat)
    ends = [*(after.sounds.start for after in numbers[1:]), length]
    fits = all(
        number.sounds.duration and number.sounds.end + BEFORE_NEXT <= end
        for number, end in zip(numbers, ends, strict=True)
    )
    return tuple(numbers) if fits and numbers[0].sounds.start >= 0 else ()


def _number(tone: Tone, beat: Ms, length_of: Callable[[str], Ms], onset_of: Callable[[str], Ms]) -> Number:
    start = beat - onset_of(tone.text)
    return Number(tone, beat, TimeRange(start, start + length_of(tone.text)))


def moment_of(tone: Tone, length: Ms) -> Ms:
    """Where a tone has its onset, in ms from the start of a step of ``length`` ms."""
    return tone.offset if tone.edge is Edge.START else length + tone.offset
