"""The tempo notation of strength training: seconds down, pause, up, pause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.model.workout import EXPLOSIVE, Movement, Tempo
from voicecoach.script.codes import Code
from voicecoach.script.scanner import quoted
from voicecoach.units import seconds

if TYPE_CHECKING:
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

__all__ = ["tempo", "tempo_spelled"]

_WRITTEN = re.compile(r"[^\s,;()]+(?:\s+[0-9xX](?![^\s,;()]))*")
_COMPACT = re.compile(r"[0-9xX]{3,4}")
_HYPHENATED = re.compile(r"(?:[0-9]{1,2}|[xX])(?:[-\u2010-\u2015\u2212](?:[0-9]{1,2}|[xX])){2,3}")
_PHASE = re.compile(r"[0-9]+|[xX]")
_EXPECTED = "three or four numbers such as 3-1-1 or 3-1-1-0, X for explosive"


def tempo(scanner: Scanner, starts: Movement) -> Tempo:
    """Read a tempo.

    ``tempo = digit digit digit [digit] | phase "-" phase "-" phase ["-" phase]``, where a digit or phase is a whole
    number of seconds or ``X``. Four phases are down, pause at the bottom, up, pause at the top. Three are down, pause,
    up, and the pause belongs to the turning point in the middle of the repetition: the bottom of a squat, the top of
    a bridge.

    Args:
        scanner: Where to read; the word ``tempo`` is behind it.
        starts: Which way the repetition starts.

    Raises:
        FlawError: If what stands there is no tempo, or lasts no time.
    """
    start = scanner.at
    match = scanner.take(_WRITTEN)
    written = match[0].rstrip(".") if match else ""
    if not (_COMPACT.fullmatch(written) or _HYPHENATED.fullmatch(written)):
        message = f"{quoted(written)} is no tempo" if written else "a tempo is missing here"
        raise scanner.flaw(Code.BAD_TEMPO, message, scanner.since(start), _EXPECTED, _remedy(written))
    phases = _PHASE.findall(written) if _HYPHENATED.fullmatch(written) else list(written)
    found = _placed([_length(phase) for phase in phases], starts)
    if not found.rep:
        message = f"at tempo {quoted(written)} a repetition takes no time"
        raise scanner.flaw(Code.BAD_TEMPO, message, scanner.since(start), _EXPECTED)
    return found


def _remedy(written: str) -> str:
    """The same with hyphens, where that would be a tempo."""
    hyphenated = "-".join(_PHASE.findall(written))
    usable = _HYPHENATED.fullmatch(hyphenated) and not re.search(r"[^\W\dxX]", written)
    return f'write "{hyphenated}"' if usable else ""


def _length(phase: str) -> Ms:
    return EXPLOSIVE if phase in "xX" else seconds(int(phase))


def _placed(phases: list[Ms], starts: Movement) -> Tempo:
    if len(phases) == len(("down", "bottom", "up", "top")):
        return Tempo(*phases)
    down, pause, up = phases
    return Tempo(down, 0, up, pause) if starts is Movement.UP else Tempo(down, pause, up, 0)


def tempo_spelled(value: Tempo, starts: Movement | None = None) -> str:
    """A tempo as a script writes it.

    Args:
        value: The tempo.
        starts: Which way a repetition starts, where that is known.

    Returns:
        Down, pause, up, where that is all of it; else all four phases: ``3-1-X-0``.
    """
    phases = [value.down, value.bottom, value.up, value.top]
    if starts is Movement.DOWN and not value.top:
        phases = phases[:3]
    elif starts is Movement.UP and not value.bottom:
        phases = [value.down, value.top, value.up]
    return "-".join(map(_digits, phases))


def _digits(phase: Ms) -> str:
    return "X" if phase == EXPLOSIVE else str(phase // seconds(1))
