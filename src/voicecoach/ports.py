"""What the outside implements: voices, files and devices where sound goes, and readers of other people's texts.

Whatever satisfies one of these protocols has the same rights as the program's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.clip import Block, Clip, Utterance, Voice
    from voicecoach.model.timeline import Tags
    from voicecoach.model.workout import Exercise
    from voicecoach.source import Source
    from voicecoach.units import Frames

__all__ = [
    "Backend",
    "Device",
    "DeviceInfo",
    "Fill",
    "Grid",
    "Imported",
    "Importer",
    "KnownExercises",
    "Offering",
    "Phonemizer",
    "Sink",
    "SpeechEngine",
    "SplicingSink",
]


@runtime_checkable
class SpeechEngine(Protocol):
    """Turns words into sound.

    Attributes:
        name: The engine's name, as used in ``--engine`` and voice ids.
        version: Changes whenever the same words may sound different; part of the cache's key.
    """

    name: str
    version: str

    def voices(self) -> Sequence[Voice]:
        """The voices at hand, the default first."""
        ...

    def speaks(self, language: str) -> bool:
        """Whether the engine has a voice for a BCP 47 language tag."""
        ...

    def speak(self, utterance: Utterance) -> Clip:
        """Speak.

        Args:
            utterance: Normalized words. Text without anything to pronounce gives an empty clip.

        Returns:
            Mono sound as the engine makes it: untrimmed and at any loudness.

        Raises:
            VoicecoachError: If the voice is unknown or the engine cannot go on.
        """
        ...

    def close(self) -> None:
        """Give up whatever the engine holds; a second call does nothing."""
        ...


@runtime_checkable
class Phonemizer(Protocol):
    """An engine that can tell how it pronounces."""

    def phonemes(self, utterance: Utterance) -> str:
        """The sounds of an utterance, in IPA.

        Args:
            utterance: As it would be spoken.

        Raises:
            VoicecoachError: If the voice is unknown.
        """
        ...


@runtime_checkable
class Offering(Protocol):
    """An engine that knows of voices that are not on this machine yet."""

    def offered(self) -> Sequence[Voice]:
        """Those voices; :attr:`~voicecoach.model.clip.Voice.get` of each says how to have it."""
        ...


@runtime_checkable
class Sink(Protocol):
    """Where blocks go: a file or the speakers."""

    def write(self, block: Block) -> None:
        """Take the next block.

        Args:
            block: float32, shape ``(frames, channels)``, full scale is 1.0.

        Raises:
            VoicecoachError: If the sink is full or gone.
        """
        ...

    def finish(self, tags: Tags) -> None:
        """Complete what was written, with its tags; afterwards it stands under its name."""
        ...

    def abort(self) -> None:
        """Leave nothing behind and everything older as it was; a second call, or one after finish, does nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the regions of a file may lie.

    Attributes:
        step: They begin and end at multiples of so many frames.
        lead: So many frames at their beginning are silent.
        tail: So many frames at their end are silent.
    """

    step: Frames
    lead: Frames
    tail: Frames


@runtime_checkable
class SplicingSink(Sink, Protocol):
    """A sink that can take what sounds apart from silence, in the place of blocks."""

    @property
    def grid(self) -> Grid:
        """Where regions may lie."""
        ...

    def silence(self, frames: Frames) -> None:
        """Go on with silence: a multiple of the grid's step, or the last there is.

        Raises:
            VoicecoachError: If the sink is full or gone.
        """
        ...

    def sound(self, key: Hashable, frames: Frames, render: Callable[[], Block]) -> None:
        """Go on with a region.

        Args:
            key: Equal for regions that sound the same.
            frames: How many there are of it: all, unless it is the last and the file ends in it.
            render: Makes the whole of it, a multiple of the grid's step; asked only if its sound is not known.

        Raises:
            VoicecoachError: If the sink is full or gone.
        """
        ...


Fill: TypeAlias = "Callable[[Block], None]"
"""Writes the next frames of a live workout into a block of float32, shape ``(frames, channels)``; never waits."""


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """A device that sound can be played on.

    Attributes:
        name: What the system calls it; any part of it chooses the device.
        default: Whether it is what the system plays on by itself.
    """

    name: str
    default: bool = False


@runtime_checkable
class Device(Protocol):
    """An open device: it asks for the next frames whenever it needs some, in a thread of its own.

    Attributes:
        name: What the system calls it, as far as that is known.
    """

    name: str

    @property
    def lost(self) -> bool:
        """Whether it is gone and will not ask again."""
        ...

    def pause(self) -> None:
        """Ask for nothing for a while; the machine may sleep."""
        ...

    def resume(self) -> None:
        """Ask again after a pause."""
        ...

    def close(self) -> None:
        """Give the device up; a second call does nothing."""
        ...


@runtime_checkable
class Backend(Protocol):
    """A library that plays on devices.

    Attributes:
        name: As used in ``--backend``.
        limits: What it cannot do, a sentence; empty for nothing.
    """

    name: str
    limits: str

    def devices(self) -> Sequence[DeviceInfo]:
        """The devices there are now.

        Raises:
            VoicecoachError: If the library is not there or does not work here.
        """
        ...

    def open(self, fill: Fill, rate: int, channels: int, device: str) -> Device:
        """Open a device, which begins to ask at once.

        Args:
            fill: What it asks.
            rate: Frames a second.
            channels: Of a block.
            device: A part of the device's name, in any case of letters; empty for the system's choice.

        Raises:
            VoicecoachError: If there is no device, none of this name, or it cannot be opened.
        """
        ...


class KnownExercises(Protocol):
    """The exercises that a script can name without describing them; a library's shelf is one."""

    @property
    def exercises(self) -> Iterable[Exercise]:
        """All of them with their descriptions, in order; slow at the first question."""
        ...

    def lookup(self, name: str) -> Exercise | None:
        """The exercise of a name or alias, or None."""
        ...

    def names(self) -> Iterable[str]:
        """Every name and alias, as written."""
        ...


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a text in another format.

    Attributes:
        text: A script, which its parser reads without an error.
        assumptions: What was taken for granted or left out, each a sentence of one line, for the user.
        diagnostics: Warnings with their places in the original text, in the order of its lines.
    """

    text: str
    assumptions: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@runtime_checkable
class Importer(Protocol):
    """Turns a text in another format into a script.

    Attributes:
        name: What the format is called in messages, and what its entry point is called.
        suffixes: Endings of file names that are nearly always of this format, in lower case with their dot.
    """

    name: str
    suffixes: tuple[str, ...]

    def sniff(self, source: Source) -> float:
        """How sure it is that it can read a text: from 0 for not at all to 1.

        Args:
            source: Any text. The answer comes quickly, and never as an exception.
        """
        ...

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script.

        Args:
            source: A text of this format, or what claims to be one.
            known: The exercises that the script may name.

        Raises:
            VoicecoachError: If it is damaged, too large, or holds nothing to perform.
        """
        ...
