"""How much of the sound a file keeps: what is asked for, in the terms of each encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BEST", "SMALLEST", "USUAL", "USUAL_QUALITY", "Fidelity", "kbps_of", "refuse_for_lossless", "v_scale_of"]

BEST, USUAL_QUALITY, SMALLEST = 0, 4, 9
"""The ends of the scale of quality, and what is taken where nothing is asked for; it is LAME's V scale."""

_V_VOICE = (92, 81, 71, 66, 60, 53, 48, 43, 41, 32)
_V_WIDE_VOICE = (116, 98, 86, 80, 72, 63, 57, 51, 49, 41)
_V_STEREO = (245, 225, 190, 175, 165, 130, 115, 100, 85, 65)
"""Kbit/s of each step of LAME's V scale while something sounds. The first two are measured, on 100 s of the natural
voice without its pauses in one channel, at 24 and at 48 kHz; the third is what LAME aims at with music, by its
documentation."""

_VOICE_RATE = 24_000
"""Up to so many frames a second LAME uses MPEG-2."""


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What is asked for; at most one of the two.

    Attributes:
        bitrate: Kbit/s while something sounds; 0 for what the quality gives. Silence takes next to nothing.
        quality: From :data:`BEST` to :data:`SMALLEST`; None for :data:`USUAL_QUALITY`.
    """

    bitrate: int = 0
    quality: int | None = None

    @property
    def asked(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.bitrate) or self.quality is not None

    @property
    def step(self) -> int:
        """The place on the scale of quality."""
        return USUAL_QUALITY if self.quality is None else self.quality


USUAL = Fidelity()


def v_scale_of(fidelity: Fidelity, rate: int, channels: int) -> int:
    """LAME's V scale for a fidelity: the best step that takes no more than the bit rate while something sounds.

    Args:
        fidelity: What is asked for.
        rate: Frames a second.
        channels: 1 or 2.
    """
    if not fidelity.bitrate:
        return fidelity.step
    mono = _V_VOICE if rate <= _VOICE_RATE else _V_WIDE_VOICE
    table = mono if channels == 1 else _V_STEREO
    return next((step for step, kbps in enumerate(table) if kbps <= fidelity.bitrate), SMALLEST)


def kbps_of(fidelity: Fidelity, table: Sequence[int], channels: int) -> int:
    """The bit rate for an encoder that asks for one, in kbit/s.

    Args:
        fidelity: What is asked for.
        table: Kbit/s of each step of the scale, for a voice in one channel.
        channels: 1 or 2; two are for music, which needs two and a half times as much.
    """
    usual = table[fidelity.step]
    return fidelity.bitrate or (usual if channels == 1 else usual * 5 // 2)


def refuse_for_lossless(fidelity: Fidelity, kind: str) -> None:
    """Tell whoever asks for a fidelity that a kind of file, such as ``a WAV file``, keeps everything.

    Raises:
        VoicecoachError: If anything is asked for.
    """
    if fidelity.asked:
        raise VoicecoachError(f"{kind} keeps every sample as it is; leave --bitrate and --quality out")
