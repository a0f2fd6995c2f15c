"""What the scheduler tells the author: what was said shorter, what was not said, what was stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.model.plan import Lead, StepKind, Tail
from voicecoach.model.timeline import Change, Fitting
from voicecoach.units import seconds_left, seconds_needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from voicecoach.model.plan import Cue, Step, Wording
    from voicecoach.scheduling.fitting import Fit
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["fittings", "warnings"]

_PARTS = (("exercise", "the name"), ("amount", "the amount"), ("setup", "the set-up"), ("action", "the action"))
"""What placeholders are called in messages, in the order they are told."""

_STEPS = {StepKind.REST: "the rest", StepKind.SWITCH: "the change of sides"}
"""What steps are called in messages; every other is the step."""

_QUOTED = 70
"""Characters of a wording shown in a message."""


def fittings(step: Step, cues: Sequence[Cue], fitted: Fit, length_of: Callable[[str], Ms]) -> Iterator[Fitting]:
    """Everything in a step for which the time was too short.

    Args:
        step: The step.
        cues: All cues that wanted to be spoken.
        fitted: What became of them.
        length_of: The length of a text in ms.
    """
    if stretch := _stretch(step, fitted):
        yield stretch
    for number, left in fitted.left.items():
        cue = cues[number]
        if number in fitted.placed:
            said, needed = fitted.placed[number].spoken.wording, length_of(cue.wordings[0].text)
            yield Fitting(Change.SHORTENED, needed, left, cue.moment, said.form, said.text, cue.span)
        elif needed := min(length_of(wording.text) for wording in cue.wordings):
            shortest = cue.wordings[-1]
            yield Fitting(Change.DROPPED, needed, left, cue.moment, text=shortest.text, span=cue.span)


def warnings(step: Step, cues: Sequence[Cue], fitted: Fit, length_of: Callable[[str], Ms]) -> Iterator[Diagnostic]:
    """Those of the changes by which a script loses something that its author wrote.

    Args:
        step: The step.
        cues: All cues that wanted to be spoken.
        fitted: What became of them.
        length_of: The length of a text in ms.
    """
    if (stretch := _stretch(step, fitted)) and step.span:
        message = (
            f"the shortest words need {seconds_needed(stretch.needed)}, "
            f"{_step(step)} leaves {seconds_left(stretch.left)}: stretched to {seconds_needed(fitted.length)}"
        )
        yield _warning("stretched", message, step.span)
    for number, left in fitted.left.items():
        cue = cues[number]
        if number not in fitted.placed:
            if cue.span:
                yield _not_spoken(cue.span, step, cue, left, length_of)
        elif (span := cue.span or step.span) and _missed(cue, fitted.placed[number].spoken.wording):
            yield _without(span, step, cue, fitted.placed[number].spoken.wording, left, length_of)


def _stretch(step: Step, fitted: Fit) -> Fitting | None:
    """A step that had to become longer; counted is the time for words, before the count-in."""
    if step.duration is None or fitted.length <= step.duration:
        return None
    quiet = step.quiet_head + step.tail
    return Fitting(Change.STRETCHED, fitted.length - quiet, max(0, step.duration - quiet), span=step.span)


def _not_spoken(span: Span, step: Step, cue: Cue, left: Ms, length_of: Callable[[str], Ms]) -> Diagnostic:
    """Words of the author's that found no room."""
    needed = min(length_of(wording.text) for wording in cue.wordings)
    room = f"{_step(step)} leaves" if isinstance(cue.anchor, Lead | Tail) else "near its moment there are"
    message = (
        f"{_quoted(cue.wordings[-1])} needs {seconds_needed(needed)}, {room} {seconds_left(left)}: it is not spoken"
    )
    return _warning("cue-dropped", message, span)


def _without(span: Span, step: Step, cue: Cue, said: Wording, left: Ms, length_of: Callable[[str], Ms]) -> Diagnostic:
    """A shorter form that does not tell all that is needed."""
    complete = _complete(cue)
    parts = " and ".join(name for key, name in _PARTS if key in _missed(cue, said))
    message = (
        f"{_quoted(complete)} needs {seconds_needed(length_of(complete.text))}, "
        f"{_step(step)} leaves {seconds_left(left)}: used the {said.form or 'shorter'} form, without {parts}"
    )
    return _warning("too-short", message, span, hint=f"make {_step(step)} longer")


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


def _step(step: Step) -> str:
    return _STEPS.get(step.kind, "the step")


def _warning(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, message, span, hint=hint)


def _quoted(wording: Wording) -> str:
    """A wording in quotation marks, long ones cut."""
    cut = wording.text if len(wording.text) <= _QUOTED else f"{wording.text[:_QUOTED].rstrip()} ..."
    return f'"{cut}"'
