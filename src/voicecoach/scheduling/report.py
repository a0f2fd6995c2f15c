"""What the scheduler tells the author: what was said shorter, what was not said, what was stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from voicecoach.model.plan import Cue, Step
    from voicecoach.scheduling.anchored import Lost
    from voicecoach.scheduling.flow import Spoken
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["lost", "shortened", "stretched"]


def shortened(step: Step, cues: Iterable[Cue], spoken: Sequence[Spoken], missing: Ms) -> Iterator[Diagnostic]:
    """A step too short for its words.

    Args:
        step: The step.
        cues: All cues that wanted to be spoken.
        spoken: Those that are, with the wording taken.
        missing: How much longer the step would have to be for all of them in full, in ms.
    """
    for cue in cues:
        span = cue.span or step.span
        taken = next((one.wording for one in spoken if one.cue is cue), None)
        if span is None:
            continue
        if taken is None and cue.span:
            yield _warning("cue-dropped", f"{_quoted(cue)} is not spoken: {_seconds(missing)} too little time", span)
        elif taken and (cue.wordings[0].tells - taken.tells) & cue.needs:
            yield _warning(
                "too-short",
                f'the time is {_seconds(missing)} too short for {_quoted(cue)}: "{taken.text}" is spoken instead',
                span,
                hint="a longer rest before it leaves room for all of it",
            )


def stretched(step: Step, length: Ms) -> Iterator[Diagnostic]:
    """A step that had to become longer, ``length`` ms, for what must be said."""
    if step.span and step.duration is not None:
        yield _warning(
            "stretched",
            f"{_seconds(step.duration)} are too short even for the shortest words: they last {_seconds(length)}",
            step.span,
        )


def lost(losses: Iterable[Lost], span_of_step: Span | None) -> Iterator[Diagnostic]:
    """The author's own words that found no room in a step."""
    for loss in losses:
        if loss.cue.span and span_of_step:
            yield _warning(
                "cue-dropped",
                f"{_quoted(loss.cue)} is not spoken: near its moment there is no room for {_seconds(loss.length)}",
                loss.cue.span,
            )


def _warning(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, message, span, hint=hint)


def _quoted(cue: Cue) -> str:
    return f'"{cue.wordings[0].text}"'


def _seconds(time: Ms) -> str:
    """A time in seconds, rounded up to a tenth: what is missing is never 0.0 s."""
    return f"{-(-time * 10 // MS_PER_SECOND) / 10:.1f} s"
