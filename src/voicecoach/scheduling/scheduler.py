"""The fold: one step after another, each placed from where the last one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Edge, Lead, Step, Tail, Tone
from voicecoach.model.timeline import Bus, Event, PlacedStep
from voicecoach.scheduling.anchored import at_once
from voicecoach.scheduling.countdown import moment_of
from voicecoach.scheduling.report import fittings, warnings
from voicecoach.scheduling.variety import fit_varied, heard_last

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from voicecoach.model.plan import Wording
    from voicecoach.scheduling.fitting import Fit
    from voicecoach.units import Ms

__all__ = ["schedule"]


def schedule(
    steps: Iterable[Step],
    length_of: Callable[[str], Ms],
    earcon_length: Callable[[str], Ms],
    onset_of: Callable[[str], Ms] = at_once,
) -> Iterator[PlacedStep]:
    """Place every step.

    Args:
        steps: Worded steps, taken one at a time.
        length_of: How long a text lasts when it is spoken, in ms; 0 for what cannot be spoken.
        earcon_length: How long an earcon lasts, in ms.
        onset_of: How long after its first sound the voice of a text sets in, in ms; asked for what falls on a moment.

    Yields:
        The placed steps, each beginning where the one before it ends; the first at 0.
    """
    start = 0
    told: set[tuple[str, str]] = set()
    heard: dict[str, Wording] = {}
    for number, step in enumerate(steps):
        cues, fitted = fit_varied(step, _to_say(step, told), heard, length_of, onset_of)
        told |= {(p.spoken.cue.subject, told_) for p in fitted.placed.values() for told_ in p.spoken.wording.tells}
        heard |= heard_last(fitted.placed.values())
        events = [*_words(fitted, start, number), *_tones(step, cues, fitted, start, number, earcon_length)]
        yield _placed(step, number, start, cues, fitted, events, length_of)
        start += fitted.length


def _to_say(step: Step, told: set[tuple[str, str]]) -> tuple[Cue, ...]:
    """The cues with words that have not been told."""
    return tuple(cue for cue in step.cues if cue.wordings and (cue.subject, cue.unless_told) not in told)


def _words(fitted: Fit, start: Ms, number: int) -> Iterator[Event]:
    for one in fitted.placed.values():
        beat = None if one.beat is None else start + one.beat
        yield Event(Bus.VOICE, start + one.start, start + one.end, one.spoken.wording.text, number, beat)
    for told in fitted.countdown:
        sounds = told.sounds
        yield Event(Bus.VOICE, start + sounds.start, start + sounds.end, told.tone.text, number, start + told.beat)


def _tones(
    step: Step, cues: Sequence[Cue], fitted: Fit, start: Ms, number: int, earcon_length: Callable[[str], Ms]
) -> Iterator[Event]:
    spoken = [told.tone for told in fitted.countdown]
    silent = [tone for tone in step.tones if tone not in spoken]
    moments = [(tone.earcon, moment_of(tone, fitted.length)) for tone in silent if _held(tone, step, fitted.length)]
    moments += [(cue.earcon, _moment(cue, step)) for cue in step.cues if cue.earcon]
    dropped = [cue for number, cue in enumerate(cues) if number not in fitted.placed]
    moments += [(cue.fallback, _moment(cue, step)) for cue in dropped if cue.fallback]
    for earcon, moment in moments:
        at = start + moment
        yield Event(Bus.EARCON, at, at + earcon_length(earcon), earcon, number)


def _held(tone: Tone, step: Step, length: Ms) -> bool:
    """Whether a tone has its place: one that leads into the end must not fall into the quiet start."""
    return tone.edge is Edge.START or moment_of(tone, length) >= min(step.quiet_head, length)


def _moment(cue: Cue, step: Step) -> Ms:
    """Where the earcon of a cue sounds: at its moment, or as soon as the step has been quiet."""
    return step.quiet_head if isinstance(cue.anchor, Lead | Tail) else cue.anchor.offset


def _placed(
    step: Step,
    number: int,
    start: Ms,
    cues: Sequence[Cue],
    fitted: Fit,
    events: Iterable[Event],
    length_of: Callable[[str], Ms],
) -> PlacedStep:
    return PlacedStep(
        number=number,
        start=start,
        end=start + fitted.length,
        events=tuple(sorted(events, key=lambda event: event.start)),
        diagnostics=tuple(warnings(step, cues, fitted, length_of)),
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
        fittings=tuple(fittings(step, cues, fitted, length_of)),
    )
