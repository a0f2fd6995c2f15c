"""What the outside implements: voices and the places where sound goes.

Whatever satisfies one of these protocols has the same rights as the program's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.clip import Block, Clip, Utterance, Voice
    from voicecoach.model.timeline import Tags

__all__ = ["Sink", "SpeechEngine"]


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
