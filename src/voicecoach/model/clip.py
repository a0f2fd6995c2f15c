"""Sound in memory, and what is asked of a voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples: TypeAlias = NDArray[np.float32]
    Block: TypeAlias = NDArray[np.float32]

__all__ = ["Clip", "Utterance", "Voice"]


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Decoded sound.

    Attributes:
        samples: Mono, float32, full scale is 1.0; shape ``(frames,)``.
        rate: Frames a second.
    """

    samples: Samples
    rate: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to be spoken.

    Attributes:
        text: The words, already normalized for speech.
        voice: A voice of the engine; empty for its default.
        language: BCP 47 tag.
        rate: Words a minute; 0 for the engine's own pace.
        seed: What chance an engine may use is drawn by.
        phonemes: Words of the text with their sounds in IPA, for an engine that can be told.
    """

    text: str
    voice: str = ""
    language: str = "en"
    rate: int = 0
    seed: int = 0
    phonemes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that an engine offers.

    Attributes:
        name: What the engine calls it; with the engine's name in front it is the voice id ``engine:name``.
        language: BCP 47 tag.
        gender: ``female``, ``male`` or empty where unknown.
        description: A few words for a list.
        quality: ``high``, ``medium`` or ``low``, as people hear it; empty where nobody has said.
        licence: Of the voice and what speaks it, as an SPDX expression; empty where unknown.
        offline: Whether it speaks without a network.
        get: What to run to have it; empty for a voice that is on this machine.
    """

    name: str
    language: str
    gender: str = ""
    description: str = ""
    quality: str = ""
    licence: str = ""
    offline: bool = True
    get: str = ""
