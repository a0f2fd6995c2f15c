"""Numbers and steps as commands print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.units import MS_PER_SECOND, Ms

if TYPE_CHECKING:
    from voicecoach.model.timeline import PlacedStep

__all__ = ["length_text", "size_text", "step_title"]

_MINUTE = 60
_UNIT = 1000


def length_text(time: Ms) -> str:
    """A length such as ``24 min 7 s``; ``time`` in ms, rounded to a second."""
    minutes, seconds = divmod(round(time / MS_PER_SECOND), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    parts = ((hours, "h"), (minutes, "min"), (seconds, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


def size_text(size: int) -> str:
    """A size such as ``4.3 MB``; ``size`` in bytes."""
    if size < _UNIT:
        return f"{size} bytes"
    if size < _UNIT**2:
        return f"{size / _UNIT:.0f} kB"
    return f"{size / _UNIT**2:.1f} MB"


def step_title(step: PlacedStep) -> str:
    """A step with whatever tells it from others of its name."""
    parts = [step.name]
    if step.side:
        parts.append(step.side)
    if step.set:
        parts.append(f"set {step.set}/{step.sets}")
    if step.round:
        parts.append(f"round {step.round}/{step.rounds}")
    return ", ".join(parts)
