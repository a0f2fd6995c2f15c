"""What the scheduler tells the author: what was said shorter, what was not said, what was stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from voicecoach.model.plan import Cue, Step, Wording
    from voicecoach.scheduling.anchored import Lost
    from voicecoach.scheduling.flow import Spoken
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["lost", "shortened", "stretched"]

_PARTS = (("exercise", "the name"), ("amount", "the amount"), ("setup", "the set-up"), ("action", "the action"))
"""What placeholders are called in messages, in the order they are told."""

_QUOTED = 70
"""Characters of a wording shown in a message."""


def shortened(
    step: Step, cues: Iterable[Cue], spoken: Sequence[Spoken], free: Ms, length_of: Callable[[str], Ms]
) -> Iterator[Diagnostic]:
    """A step too short for what its cues had to tell.

    Args:
        step: The step.
        cues: All cues that wanted to be spoken.
        spoken: Those that are, with the wording taken.
        free: How much of the step's time for words is left, in ms.
        length_of: The length of a text in ms.
    """
    for cue in cues:
        span = cue.span or step.span
        taken = next((one for one in spoken if one.cue is cue), None)
        if span is None:
            continue
        if taken is None and cue.span:
            missing = length_of(cue.wordings[-1].text) - free
            yield _warning("cue-dropped", f"{_quoted(cue.wordings[-1])} is not spoken: {_short_by(missing)}", span)
        elif taken and (missed := _missed(cue, taken.wording)):
            parts = " and ".join(name for key, name in _PARTS if key in missed)
            missing = length_of(_complete(cue).text) - taken.length - free
            yield _warning(
                "too-short",
                f"{_short_by(missing)} for {parts}: {_quoted(taken.wording)} is all that is spoken",
                span,
                hint="make the rest longer",
            )


def _missed(cue: Cue, taken: Wording) -> frozenset[str]:
    """What a cue has to tell and the wording taken does not."""
    everything = frozenset[str]().union(*map(_told, cue.wordings))
    return (everything - _told(taken)) & cue.needs


def _told(wording: Wording) -> frozenset[str]:
    """What a wording tells; the whole position holds the short set-up."""
    return wording.tells | {"setup"} if "position" in wording.tells else wording.tells


def _complete(cue: Cue) -> Wording:
    """The shortest wording that tells all that it has to."""
    return next(wording for wording in reversed(cue.wordings) if not _missed(cue, wording))


def _short_by(missing: Ms) -> str:
    return f"the time is {_seconds(missing)} too short"


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
                f"{_quoted(loss.cue.wordings[-1])} is not spoken: near its moment no {_seconds(loss.length)} are free",
                loss.cue.span,
            )


def _warning(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, message, span, hint=hint)


def _quoted(wording: Wording) -> str:
    """A wording in quotation marks, long ones cut."""
    cut = wording.text if len(wording.text) <= _QUOTED else f"{wording.text[:_QUOTED].rstrip()} ..."
    return f'"{cut}"'


def _seconds(time: Ms) -> str:
    """A time in seconds, rounded up to a tenth: what is missing is never 0.0 s."""
    return f"{-(-time * 10 // MS_PER_SECOND) / 10:.1f} s"
