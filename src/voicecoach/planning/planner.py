"""The planner: a workout's performance, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Lead, Phrase, Priority, Step, StepKind
from voicecoach.model.talk import TalkLevel
from voicecoach.model.walk import activities_of
from voicecoach.model.workout import Reps, UntilReady
from voicecoach.names import thing_key
from voicecoach.planning import rules
from voicecoach.planning.context import known_ahead, known_everywhere, known_of
from voicecoach.planning.extent import WORDS, length_of, rough_length
from voicecoach.planning.gaps import Overview, gap_steps, title_of
from voicecoach.planning.more import ANOTHER_FORM_FROM, more_cues
from voicecoach.planning.phrases import about, sentence
from voicecoach.planning.reps import rep_cues, rep_tones
from voicecoach.planning.sequence import turns
from voicecoach.planning.talk import level_of
from voicecoach.planning.work import timed_cues, timed_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.plan import Values
    from voicecoach.model.workout import Settings, Workout
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.units import Ms

__all__ = ["plan"]

_HALF = 0.5

_TIMES_EXPLAINED = 2
"""So many times an exercise comes with a form point; then its name is enough."""


def plan(workout: Workout, total: Ms = 0) -> Iterator[Step]:
    """Plan a workout.

    The steps are made one at a time.

    Args:
        workout: At least one step with an exercise; none gives an opening and an ending alone.
        total: How long the whole lasts, in ms, as far as it is known; 0 to have it estimated. Only what the coach says
            of the whole ("about 24 minutes") depends on it.
    """
    estimated = rough_length(workout)
    return _steps(workout, total or estimated, estimated)


def _estimate(step: Step) -> Ms:
    return step.duration if step.duration is not None else max(step.minimum, WORDS.get(step.kind, 0))


def _steps(workout: Workout, total: Ms, estimated: Ms) -> Iterator[Step]:
    """The steps of a workout of ``total`` ms, where all of them were estimated at ``estimated`` ms, at least 1."""
    settings = workout.settings
    elapsed = before = 0
    forms: dict[str, int] = {}
    after_rest = False
    always = known_everywhere(settings)
    opening = replace(_opening(workout, total), values=always)
    elapsed += _estimate(opening)
    yield opening
    for gap, bout, following in turns(workout):
        overview = _overview(total, before / estimated, elapsed / estimated) if bout else Overview(0, halfway=False)
        ahead = always | known_ahead(bout, settings, overview.left)
        for step in gap_steps(gap, bout, settings, overview):
            before, elapsed = elapsed, elapsed + _estimate(step)
            after_rest = step.kind is StepKind.REST
            yield replace(step, values=ahead)
        if bout:
            step = _work(bout, settings, forms, chapter=after_rest)
            elapsed += _estimate(step)
            yield replace(step, values=always | known_of(bout, settings, following))
    yield replace(_ending(workout, total), values=always)


def _overview(total: Ms, before: float, now: float) -> Overview:
    """What is left when the part ``now`` of the whole is done; half is told at the first gap behind it."""
    crossed = before < _HALF <= now
    return Overview(max(0, round(total * (1 - now))), halfway=crossed and total >= rules.HALF_TOLD_FROM)


def _form(bout: ExerciseSet, told: dict[str, int], settings: Settings) -> str:
    """The next form point of an exercise; empty where there is none to tell.

    Each is told once, in the first two times that the exercise comes; a talkative coach goes on, round and round.
    """
    forms = bout.exercise.forms
    turn = told.get(bout.exercise.name, 0)
    if not forms or not (_many_forms(settings) or (turn < len(forms) and bout.time <= _TIMES_EXPLAINED)):
        return ""
    told[bout.exercise.name] = turn + 1
    return forms[turn % len(forms)]


def _many_forms(settings: Settings) -> bool:
    return level_of(settings.talk, "form") is TalkLevel.MANY


def _work(bout: ExerciseSet, settings: Settings, told: dict[str, int], *, chapter: bool) -> Step:
    amount = bout.prescription.amount
    reps = amount.count if isinstance(amount, Reps) else 0
    length = length_of(bout.exercise, bout.prescription, settings)
    form = _form(bout, told, settings)
    if reps:
        cues, tones = tuple(rep_cues(bout, reps, form)), rep_tones(bout, reps)
    else:
        cues, tones = tuple(timed_cues(bout, length, form)), timed_tones(bout, length)
    several = len(bout.exercise.forms) > 1 and length >= ANOTHER_FORM_FROM
    another = _form(bout, told, settings) if several and _many_forms(settings) else ""
    more = more_cues(bout, length, cues, another, settings.talk)
    return Step(
        StepKind.WORK,
        label=Phrase("name_work", {"exercise": bout.exercise.name}),
        heading=title_of(bout) if chapter else None,
        duration=length,
        quiet_head=rules.GO_BEEP if reps else rules.GO_TONE,
        quiet_tail=rules.COUNT_IN,
        hold=isinstance(amount, UntilReady),
        cues=(*cues, *more),
        tones=tuple(tones),
        section=bout.section.title,
        side=bout.side,
        set=bout.set,
        sets=bout.sets,
        round=bout.round,
        rounds=bout.rounds,
        reps=reps,
        span=bout.span,
    )


def _opening(workout: Workout, total: Ms) -> Step:
    settings = workout.settings
    sections = [section for section in workout.sections if section.title]
    values: Values = {
        "title": sentence(settings.title).rstrip("."),
        "duration": about(total),
        "sections": Phrase("sections", {"sections": len(sections)}) if len(sections) > 1 else "",
        "equipment": _equipment(workout),
    }
    return Step(
        StepKind.SAY,
        label=Phrase("name_opening", {"title": settings.title}),
        heading=Phrase("name_opening", {"title": settings.title}),
        minimum=settings.lead_in,
        quiet_head=settings.lead_in,
        cues=(Cue("opening", Lead(), Priority.ESSENTIAL, values),),
    )


def _equipment(workout: Workout) -> tuple[str, ...]:
    """What is needed in the whole workout, each thing once, in the order it comes."""
    needed: dict[str, str] = {}
    for activity in activities_of(workout):
        for thing in activity.exercise.equipment:
            needed.setdefault(thing_key(thing), thing)
    return tuple(needed.values())


def _ending(workout: Workout, total: Ms) -> Step:
    values: Values = {"title": workout.settings.title, "duration": about(total)}
    return Step(
        StepKind.SAY,
        label=Phrase("name_ending"),
        heading=Phrase("name_ending"),
        quiet_head=rules.AFTER_LAST_TONE,
        tail=rules.LEAD_OUT,
        cues=(Cue("ending", Lead(), Priority.ESSENTIAL, values),),
    )
