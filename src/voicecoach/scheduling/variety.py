"""Never the same variant twice running: where a cue between two others is dropped, the turns of its variants meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.scheduling.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from voicecoach.model.plan import Cue, Step, Wording
    from voicecoach.scheduling.fitting import Fit
    from voicecoach.scheduling.flow import Placed
    from voicecoach.units import Ms

__all__ = ["fit_varied", "heard_last"]


def fit_varied(
    step: Step,
    cues: Sequence[Cue],
    heard: Mapping[str, Wording],
    length_of: Callable[[str], Ms],
    onset_of: Callable[[str], Ms],
) -> tuple[tuple[Cue, ...], Fit]:
    """Fit a step so that no moment is worded as it was the last time, where it has another variant.

    Args:
        step: The step.
        cues: Those of its cues that are to be spoken.
        heard: What was heard last for each moment before the step.
        length_of: The length of a text in ms.
        onset_of: How long after its first sound the voice of a text sets in, in ms.

    Returns:
        The cues, with other variants where these had to change, and how they fit.
    """
    cues = tuple(cues)
    fitted = fit(step, cues, length_of, onset_of)
    while (number := _repeating(fitted.placed, heard)) is not None:
        repeated = fitted.placed[number].spoken.wording
        wordings = tuple(repeated.others[0] if one is repeated else one for one in cues[number].wordings)
        cues = (*cues[:number], replace(cues[number], wordings=wordings), *cues[number + 1 :])
        fitted = fit(step, cues, length_of, onset_of)
    return cues, fitted


def _repeating(placed: Mapping[int, Placed], heard: Mapping[str, Wording]) -> int | None:
    """The first cue, by time, that repeats a variant and has another."""
    last = dict(heard)
    for number in sorted(placed, key=lambda number: placed[number].start):
        spoken = placed[number].spoken
        before = last.get(spoken.cue.moment)
        if before and spoken.wording.others and _variant(before) == _variant(spoken.wording):
            return number
        last[spoken.cue.moment] = spoken.wording
    return None


def _variant(wording: Wording) -> tuple[str, int]:
    return wording.form, wording.variant


def heard_last(placed: Iterable[Placed]) -> dict[str, Wording]:
    """What is heard last for each moment of a step."""
    in_time = sorted(placed, key=lambda one: one.start)
    return {one.spoken.cue.moment: one.spoken.wording for one in in_time}
