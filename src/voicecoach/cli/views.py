"""The JSON of diagnostics and plans: a documented, stable interface (docs/json.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from voicecoach.model.timeline import Bus, Change
from voicecoach.script.printing import printed_prescription
from voicecoach.script.tempo import tempo_spelled
from voicecoach.units import seconds_left, seconds_needed

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.timeline import Event, Fitting, PlacedStep, Timeline
    from voicecoach.model.workout import Exercise

__all__ = ["diagnostic_json", "exercise_json", "fitting_text", "plan_json"]


def diagnostic_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as editors read them: a range with lines and characters from 0, half-open."""
    span = diagnostic.span
    return {
        "file": span.file,
        "range": {
            "start": {"line": span.line - 1, "character": span.column - 1},
            "end": {"line": span.line - 1, "character": span.end - 1},
        },
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "expected": diagnostic.expected,
        "hint": diagnostic.hint,
    }


def exercise_json(exercise: Exercise) -> dict[str, Any]:
    """All that is known of an exercise, its tempo and usual amount as a script writes them."""
    tempo, usual = exercise.tempo, exercise.prescription
    plain = ("name", "variation_of", "setup", "starting_position", "action", "easier", "harder")
    lists = ("aliases", "forms", "mistakes", "variations", "sides", "phases", "equipment", "muscles")
    return {
        **{name: getattr(exercise, name) or None for name in plain},
        **{name: list(getattr(exercise, name)) for name in lists},
        "starts": exercise.starts.value,
        "tempo": tempo_spelled(tempo, exercise.starts) if tempo else None,
        "prescription": printed_prescription(usual, exercise.starts) if usual else None,
    }


def plan_json(timeline: Timeline, diagnostics: tuple[Diagnostic, ...]) -> dict[str, Any]:
    """A timeline with everything a player or a test wants to know; times in ms, ranges half-open."""
    return {
        "title": timeline.title,
        "duration_ms": timeline.duration,
        "chapters": [{"title": c.title, "start_ms": c.start, "end_ms": c.end} for c in timeline.chapters],
        "steps": [_step_json(step) for step in timeline.steps],
        "events": [_event_json(event) for event in timeline.events],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in diagnostics],
    }


def _step_json(step: PlacedStep) -> dict[str, Any]:
    return {
        "name": step.name,
        "kind": step.kind.value,
        "section": step.section,
        "side": step.side or None,
        "set": step.set or None,
        "sets": step.sets or None,
        "round": step.round or None,
        "rounds": step.rounds or None,
        "reps": step.reps or None,
        "start_ms": step.start,
        "end_ms": step.end,
        "line": step.span.line if step.span else None,
        "fittings": [_fitting_json(fitting) for fitting in step.fittings],
    }


def _fitting_json(fitting: Fitting) -> dict[str, Any]:
    return {
        "change": fitting.change.value,
        "moment": fitting.moment or None,
        "form": fitting.form or None,
        "text": fitting.text or None,
        "needs_ms": fitting.needed,
        "leaves_ms": fitting.left,
        "line": fitting.span.line if fitting.span else None,
    }


def fitting_text(fitting: Fitting) -> str:
    """What became of a cue or a step that had too little time, in one line."""
    times = f"needs {seconds_needed(fitting.needed)}, {seconds_left(fitting.left)} left"
    match fitting.change:
        case Change.SHORTENED:
            return f"{fitting.moment}: {fitting.form or 'shorter'} form, the longest {times}"
        case Change.DROPPED:
            return f'{fitting.moment}: not said, {times}: "{fitting.text}"'
        case Change.STRETCHED:
            return f"stretched: what must be said {times}"


def _event_json(event: Event) -> dict[str, Any]:
    named = "text" if event.bus is Bus.VOICE else "earcon"
    return {
        "bus": event.bus.value,
        "start_ms": event.start,
        "end_ms": event.end,
        named: event.name,
        "step": event.step,
        **({"beat_ms": event.beat} if event.bus is Bus.VOICE else {}),
    }
