"""The steps that stand between two sets: rest, change of sides, getting ready, and what is said around sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Lead, Phrase, Priority, Step, StepKind, Tail
from voicecoach.model.talk import TalkLevel
from voicecoach.model.walk import activities_in
from voicecoach.model.workout import Clock
from voicecoach.planning import rules
from voicecoach.planning.announce import announce, descriptions, told_at_opening
from voicecoach.planning.phrases import about, duration, scheme_of, sentence, side_of
from voicecoach.planning.talk import level_of
from voicecoach.planning.work import author_cues, call, time_left
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.plan import Values
    from voicecoach.model.workout import Section, Settings, SpokenLine
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.planning.sequence import Gap
    from voicecoach.units import Ms

__all__ = ["Overview", "gap_steps", "title_of"]

_FULL_TAIL: Ms = rules.COUNT_IN + rules.CLEAR_OF_COUNT_IN
_AFTER_LINES: Ms = 700
_LISTED_MOVES = 5
"""A section with at most so many moves has them listed when it opens."""
_LONG_REST: Ms = 60_000
"""A rest at least so long has its time called."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the coach knows of the whole: estimates, in ms.

    Attributes:
        left: How much of it is left when the gap begins.
        halfway: Whether the half of the whole lies between the last gap and this one.
    """

    left: Ms
    halfway: bool


def gap_steps(gap: Gap, following: ExerciseSet | None, settings: Settings, overview: Overview) -> Iterator[Step]:
    """The steps of a gap.

    Args:
        gap: What stands there.
        following: The set behind it; None at the end of the workout.
        settings: The script's settings.
        overview: Where in the whole it stands.
    """
    if gap.closes or gap.opens or following is None:
        if gap.rest or gap.open:
            yield _rest(gap, None, settings, overview)
        yield from _between_sections(gap, following, overview)
        if following:
            yield _ready(gap, following, settings.get_ready, opens_section=True)
    elif gap.rest or gap.open:
        yield _rest(gap, following, settings, overview)
    elif gap.switch and not gap.lines_before:
        yield _switch(following, settings.switch)
    else:
        yield _ready(gap, following, rules.TRANSITION, opens_section=False)


def _rest(gap: Gap, following: ExerciseSet | None, settings: Settings, overview: Overview) -> Step:
    length = gap.rest + (settings.ready if gap.open else 0)
    cues = [_rest_cue(gap, length)]
    cues += author_cues(gap.rest_cues, length)
    cues += _marks(length, level_of(settings.talk, "remaining"))
    if following:
        if overview.halfway:
            cues.append(Cue("workout_halfway", Lead(), Priority.HELPFUL, {"remaining": about(overview.left)}))
        cues += _said_in_passing(gap)
        cues += announce(following, opens_section=False)
    return Step(
        StepKind.REST,
        label=Phrase("name_rest"),
        heading=Phrase("name_rest"),
        duration=length,
        elastic=True,
        quiet_head=rules.BREATH,
        tail=_FULL_TAIL if following else 0,
        quiet_tail=rules.COUNT_IN if following else 0,
        hold=gap.open,
        cues=tuple(cues),
        tones=rules.COUNT_IN_TONES if following else (),
        section=following.section.title if following else "",
        span=gap.rest_span,
    )


def _rest_cue(gap: Gap, length: Ms) -> Cue:
    if gap.open:
        return Cue("rest_open", Lead(), Priority.ESSENTIAL)
    values: Values = {"duration": duration(length), "seconds": round(length / MS_PER_SECOND)}
    return Cue("rest", Lead(), Priority.AUTHOR, values)


def _marks(length: Ms, talk: TalkLevel) -> Iterator[Cue]:
    """Time calls of a long rest; what is long depends on how much is said."""
    if length < (_LONG_REST // 2 if talk is TalkLevel.MANY else _LONG_REST):
        return
    for left in rules.marks_of(length, ()):
        if left > rules.LAST_MARK:
            moment = length - left
            yield Cue("remaining", call(moment), Priority.TIMING, time_left(left))


def _said_in_passing(gap: Gap) -> Iterator[Cue]:
    yield from _lines(gap.lines_before)
    if gap.round:
        moment = f"last_{gap.turn}" if gap.round == gap.rounds else gap.turn
        yield Cue(moment, Tail(), Priority.AUTHOR, {"round": gap.round, "rounds": gap.rounds})


def _lines(lines: Iterable[SpokenLine]) -> Iterator[Cue]:
    for line in lines:
        text: Values = {"text": sentence(line.text)}
        yield Cue("line", Lead(_AFTER_LINES), Priority.ESSENTIAL, text, span=line.span)


def _ready(gap: Gap, following: ExerciseSet, minimum: Ms, *, opens_section: bool) -> Step:
    passing = tuple(_opening_descriptions(following)) if opens_section else tuple(_said_in_passing(gap))
    return Step(
        StepKind.READY,
        label=_name_of(following),
        heading=title_of(following),
        minimum=minimum,
        quiet_head=rules.BREATH,
        tail=_FULL_TAIL,
        quiet_tail=rules.COUNT_IN,
        cues=(*passing, *announce(following, opens_section=opens_section)),
        tones=rules.COUNT_IN_TONES,
        section=following.section.title,
        side=following.side,
        span=following.span,
    )


def _opening_descriptions(following: ExerciseSet) -> Iterator[Cue]:
    """The exercises of a block that has no time to describe them later; the first is announced by itself."""
    if told_at_opening(following.section):
        exercises = (activity.exercise for activity in activities_in(following.section.items))
        yield from descriptions(exercise for exercise in exercises if exercise != following.exercise)


def _switch(following: ExerciseSet, length: Ms) -> Step:
    values: Values = {"side": side_of(following.side), "exercise": following.exercise.name}
    return Step(
        StepKind.SWITCH,
        label=_name_of(following),
        heading=title_of(following),
        duration=length,
        elastic=True,
        quiet_head=rules.BREATH,
        tail=_FULL_TAIL,
        quiet_tail=rules.COUNT_IN,
        cues=(Cue("switch", Lead(), Priority.ESSENTIAL, values, fallback="switch"),),
        tones=rules.COUNT_IN_TONES,
        section=following.section.title,
        side=following.side,
        span=following.span,
    )


def _between_sections(gap: Gap, following: ExerciseSet | None, overview: Overview) -> Iterator[Step]:
    """What is said where a section ends or begins; the end of the whole is the ending's."""
    cues: list[Cue] = []
    if gap.closes and following:
        values: Values = {"section": gap.closes.title, "remaining": about(overview.left)}
        cues.append(Cue("section_done", Lead(), Priority.AUTHOR, values))
    cues += _lines(gap.lines_before)
    if gap.opens and gap.opens.title:
        cues.append(Cue("section", Lead(), Priority.ESSENTIAL, _section_values(gap.opens)))
    cues += _lines(gap.lines_after)
    if cues:
        name = Phrase("name_section", {"section": gap.opens.title}) if gap.opens else Phrase("name_line")
        yield Step(
            StepKind.SAY,
            label=name,
            heading=name if gap.opens and gap.opens.title else None,
            quiet_head=rules.BREATH,
            cues=tuple(cues),
            section=gap.opens.title if gap.opens else "",
            span=gap.opens.span if gap.opens else None,
        )


def _section_values(section: Section) -> Values:
    moves = list(dict.fromkeys(activity.exercise.name for activity in activities_in(section.items)))
    listed = len(moves) <= _LISTED_MOVES and not isinstance(section.scheme, Clock)
    return {
        "section": sentence(section.title).rstrip("."),
        "rounds": scheme_of(section.scheme) or "",
        "moves": tuple(moves) if listed else (),
    }


def _name_of(bout: ExerciseSet) -> Phrase:
    return Phrase("name_work", {"exercise": bout.exercise.name})


def title_of(bout: ExerciseSet) -> Phrase:
    """The chapter title of a set, sides, sets and rounds told apart."""
    return Phrase(
        "title_work",
        {
            "exercise": bout.exercise.name,
            "side": side_of(bout.side),
            "set": bout.set or "",
            "sets": bout.sets,
            "round": bout.round or "",
            "rounds": bout.rounds,
        },
    )
