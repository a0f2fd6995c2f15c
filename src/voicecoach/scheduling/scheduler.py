"""The fold: one step after another, each placed from where the last one ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Edge, Lead, Step, Tail, Tone
from voicecoach.model.timeline import Bus, Event, PlacedStep
from voicecoach.scheduling import report
from voicecoach.scheduling.anchored import place_anchored
from voicecoach.scheduling.flow import Placed, choose, place, room_of, time_of
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.scheduling.anchored import Lost
    from voicecoach.units import Ms

__all__ = ["schedule"]

_GRID: Ms = 100
"""A step that is as long as its words need is rounded up to a tenth of a second."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A step with its words placed, relative to its start."""

    length: Ms
    placed: tuple[Placed, ...]
    lost: tuple[Lost, ...]
    diagnostics: tuple[Diagnostic, ...]


def schedule(
    steps: Iterable[Step], length_of: Callable[[str], Ms], earcon_length: Callable[[str], Ms]
) -> Iterator[PlacedStep]:
    """Place every step.

    Args:
        steps: Worded steps, taken one at a time.
        length_of: How long a text lasts when it is spoken, in ms; 0 for what cannot be spoken.
        earcon_length: How long an earcon lasts, in ms.

    Yields:
        The placed steps, each beginning where the one before it ends; the first at 0.
    """
    start = 0
    told: set[tuple[str, str]] = set()
    for number, step in enumerate(steps):
        layout = _lay_out(step, _to_say(step, told), length_of)
        told |= {(p.spoken.cue.subject, told_) for p in layout.placed for told_ in p.spoken.wording.tells}
        events = (*_words(layout, start, number), *_tones(step, layout, start, number, earcon_length))
        yield _placed(step, number, TimeRange(start, start + layout.length), events, layout.diagnostics)
        start += layout.length


def _to_say(step: Step, told: set[tuple[str, str]]) -> tuple[Cue, ...]:
    """The cues with words that have not been told."""
    return tuple(cue for cue in step.cues if cue.wordings and (cue.subject, cue.unless_told) not in told)


def _lay_out(step: Step, cues: tuple[Cue, ...], length_of: Callable[[str], Ms]) -> _Layout:
    flowing = [cue for cue in cues if isinstance(cue.anchor, Lead | Tail)]
    room = room_of(step)
    spoken = choose(flowing, room, length_of)
    needed = time_of(spoken) + step.quiet_head + step.tail
    diagnostics: list[Diagnostic] = []
    if step.duration is None or room is None:
        length = max(step.minimum, -(-needed // _GRID) * _GRID)
    elif needed > step.duration and spoken:
        length = -(-needed // _GRID) * _GRID if step.elastic else step.duration
        diagnostics += report.stretched(step, length)
    else:
        length = step.duration
        diagnostics += report.shortened(step, flowing, spoken, room - time_of(spoken), length_of)
    stands = place(spoken, step.quiet_head, length - step.tail)
    anchored = [cue for cue in cues if not isinstance(cue.anchor, Lead | Tail)]
    bounds = TimeRange(step.quiet_head, max(step.quiet_head, length - step.quiet_tail))
    placed, lost = place_anchored(anchored, stands, bounds, length_of)
    diagnostics += report.lost(lost, step.span)
    return _Layout(length, placed, lost, tuple(diagnostics))


def _words(layout: _Layout, start: Ms, number: int) -> Iterator[Event]:
    for one in layout.placed:
        if not one.spoken.length:
            continue
        yield Event(Bus.VOICE, start + one.start, start + one.end, one.spoken.wording.text, number)


def _tones(step: Step, layout: _Layout, start: Ms, number: int, earcon_length: Callable[[str], Ms]) -> Iterator[Event]:
    moments = [
        (tone.earcon, _moment_of(tone, layout.length)) for tone in step.tones if _held(tone, step, layout.length)
    ]
    moments += [(cue.earcon, _moment(cue, step)) for cue in step.cues if cue.earcon]
    moments += [(loss.cue.fallback, _moment(loss.cue, step)) for loss in layout.lost if loss.cue.fallback]
    for earcon, moment in moments:
        at = start + moment
        yield Event(Bus.EARCON, at, at + earcon_length(earcon), earcon, number)


def _moment_of(tone: Tone, length: Ms) -> Ms:
    return tone.offset if tone.edge is Edge.START else length + tone.offset


def _held(tone: Tone, step: Step, length: Ms) -> bool:
    """Whether a tone has its place: one that leads into the end must not fall into the quiet start."""
    return tone.edge is Edge.START or _moment_of(tone, length) >= min(step.quiet_head, length)


def _moment(cue: Cue, step: Step) -> Ms:
    """Where the earcon of a cue sounds: at its moment, or as soon as the step has been quiet."""
    return step.quiet_head if isinstance(cue.anchor, Lead | Tail) else cue.anchor.offset


def _placed(
    step: Step, number: int, place: TimeRange, events: Iterable[Event], diagnostics: tuple[Diagnostic, ...]
) -> PlacedStep:
    return PlacedStep(
        number=number,
        start=place.start,
        end=place.end,
        events=tuple(sorted(events, key=lambda event: event.start)),
        diagnostics=diagnostics,
        kind=step.kind,
        name=step.name,
        section=step.section,
        side=step.side,
        set=step.set,
        sets=step.sets,
        round=step.round,
        rounds=step.rounds,
        reps=step.reps,
        chapter=step.chapter,
        hold=step.hold,
        span=step.span,
    )
