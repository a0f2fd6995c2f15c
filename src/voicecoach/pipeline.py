"""The order of the stages, from a script to sound; :mod:`voicecoach.intake` has the way to the script.

script text -> Workout -> Steps with cues -> words -> lengths -> exact times -> blocks of sound -> a sink
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from voicecoach.diagnostics import distinct
from voicecoach.errors import VoicecoachError
from voicecoach.illustrating import Sketch
from voicecoach.intake import (
    AS_WRITTEN,
    Choices,
    NewExercises,
    Script,
    bare,
    imported,
    library,
    load,
    new_exercises,
    own_faults,
    own_packs,
    quick,
    read,
)
from voicecoach.model.timeline import Tags, Timeline
from voicecoach.planning import hushed, plan
from voicecoach.scheduling import schedule
from voicecoach.sinks.album import parts_of
from voicecoach.sinks.delivery import AS_USUAL, Delivery, Output
from voicecoach.sinks.speakers import DEFAULT_BACKEND
from voicecoach.sinks.telling import Telling
from voicecoach.soundtrack import EXPORT_RATE, PLAIN, Part, open_soundtrack
from voicecoach.speaking import VoiceChoice, open_speaker, prove_recordings
from voicecoach.store import Store, cache_folder
from voicecoach.units import ms_spanned
from voicecoach.wording import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.plan import Step
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.ports import Sink
    from voicecoach.soundtrack import Soundtrack
    from voicecoach.speech.speaker import Speaker
    from voicecoach.units import Ms

__all__ = [
    "AS_USUAL",
    "AS_WRITTEN",
    "Choices",
    "Exported",
    "LiveChoice",
    "NewExercises",
    "Output",
    "Part",
    "Progress",
    "Script",
    "VoiceChoice",
    "bare",
    "export",
    "first_wordings",
    "imported",
    "inputs_of",
    "library",
    "load",
    "new_exercises",
    "open_speaker",
    "outline",
    "own_faults",
    "own_packs",
    "perform",
    "prove_recordings",
    "quick",
    "read",
    "rehearse",
    "rough_length",
    "rough_total",
    "save_line",
    "timeline_of",
    "worded",
]

_REHEARSED = 4_000
"""Steps looked at for times that are too short; the export of a longer workout looks at all."""

_FRAMES_BYTES = 100_000_000
"""Encoded sound that is kept between exports: about four hours of speech."""

_ARTIST = _ALBUM = "voicecoach"

_ROUGH_BASE: Ms = 250
_ROUGH_PER_CHARACTER: Ms = 64
"""How long a text lasts, roughly, before anybody has spoken it: 155 words a minute are about 64 ms a character."""


@dataclass(frozen=True, slots=True)
class LiveChoice:
    """How a workout is played.

    Attributes:
        backend: A backend's name.
        device: A part of a device's name; empty for the system's choice.
        volume: In percent.
        start: Where it begins: a time (``4:30``), the number of a step from 1, or how its name begins; empty for the
            beginning.
        at: The step to begin at instead, from 0, and how far into it, in ms; None for ``start``.
    """

    backend: str = DEFAULT_BACKEND
    device: str = ""
    volume: int = 100
    start: str = ""
    at: tuple[int, Ms] | None = None


class Progress(Protocol):
    """Is told how far long work has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` units of a stage, ``speech`` or ``sound``, are done."""
        ...


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made.

    Attributes:
        path: The file.
        duration: Its length in ms.
        size: Its size in bytes.
        spoken_by: How many different clips each engine spoke.
        diagnostics: What the scheduler had to shorten, drop or stretch, each once.
        beside: What else was written.
    """

    path: Path
    duration: Ms
    size: int
    spoken_by: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]
    beside: tuple[Path, ...] = ()


def worded(script: Script, total: Ms = 0) -> Iterator[Step]:
    """The steps of a script with their words, made one at a time; ``total`` as for :func:`voicecoach.planning.plan`."""
    worded = Words(script.pack, script.seed).word(plan(script.workout, total))
    return hushed(worded, script.workout.settings.talk)


@dataclass(frozen=True, slots=True)
class Rough:
    """A workout as it is without a voice, the lengths of its words guessed.

    Attributes:
        total: How long it lasts, in ms.
        steps: How many it has.
    """

    total: Ms
    steps: int


def rough_total(script: Script) -> Ms:
    """About how long a workout lasts, in ms."""
    return _rough(script).total


def _rough(script: Script) -> Rough:
    rough = Rough(0, 0)
    for placed in _roughly_placed(script):
        rough = Rough(placed.end, placed.number + 1)
    return rough


def outline(script: Script) -> tuple[PlacedStep, ...]:
    """All steps of a workout about where they will be, without what sounds in them."""
    return tuple(replace(placed, events=(), diagnostics=(), fittings=()) for placed in _roughly_placed(script))


def _roughly_placed(script: Script) -> Iterator[PlacedStep]:
    """A workout placed with guessed lengths of its words."""
    return schedule(worded(script), rough_length, lambda _: 0)


def rough_length(text: str) -> Ms:
    """About how long a text lasts, in ms."""
    return _ROUGH_BASE + _ROUGH_PER_CHARACTER * len(text)


def rehearse(script: Script) -> tuple[Diagnostic, ...]:
    """What the scheduler would have to say of a script, the lengths of its words guessed; nothing is spoken."""
    return distinct(
        diagnostic
        for placed in schedule(islice(worded(script), _REHEARSED), rough_length, lambda _: 0)
        for diagnostic in placed.diagnostics
    )


def _nothing_to_tell(line: str) -> None:
    """A line that nobody wants to read."""


def _nothing_to_report(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


def _prepare(script: Script, total: Ms, speaker: Speaker, progress: Progress) -> None:
    """Have every cue's first wording spoken; shorter ones are only spoken where they turn out to be needed."""
    texts = {text for step in worded(script, total) for text in first_wordings(step)}
    speaker.prefetch(sorted(texts), lambda done: progress("speech", done, len(texts)))


def first_wordings(step: Step) -> Iterator[str]:
    """What a step says, where there is time enough."""
    yield from (cue.wordings[0].text for cue in step.cues if cue.wordings)
    yield from (tone.text for tone in step.tones if tone.text)


def _warm_up(script: Script, total: Ms, speaker: Speaker) -> None:
    """Let the voice load while the workout is planned, unless all was spoken before."""
    first = next((text for step in worded(script, total) for text in first_wordings(step)), "")
    if not speaker.has(first):
        speaker.warm()


def _placed(
    script: Script, speaker: Speaker, earcon_length: Callable[[str], Ms], progress: Progress
) -> tuple[Rough, Iterator[PlacedStep]]:
    """Every step in its place, one at a time, once all there is to say has been spoken; and what was guessed before."""
    rough = _rough(script)
    _warm_up(script, rough.total, speaker)
    _prepare(script, rough.total, speaker, progress)
    return rough, _scheduled(script, rough, speaker, earcon_length)


def _scheduled(
    script: Script, rough: Rough, speaker: Speaker, earcon_length: Callable[[str], Ms]
) -> Iterator[PlacedStep]:
    """Every step in its place, one at a time."""
    return schedule(worded(script, rough.total), speaker.duration, earcon_length, speaker.onset)


def timeline_of(script: Script, speaker: Speaker, progress: Progress = _nothing_to_report) -> Timeline:
    """Exactly when everything of a script sounds, spoken by ``speaker``."""
    from voicecoach.sounds import Earcons  # noqa: PLC0415 - numpy

    _, steps = _placed(script, speaker, Earcons(EXPORT_RATE).duration, progress)
    return Timeline(script.workout.settings.title, tuple(steps))


def export(
    script: Script,
    target: Path,
    speaker: Speaker,
    progress: Progress = _nothing_to_report,
    output: Output = AS_USUAL,
    part: Part = Part.FULL,
    notify: Callable[[str], None] = _nothing_to_tell,
) -> Exported:
    """Write a workout to a file, and whatever else is wanted.

    Memory does not grow with the workout: steps are placed, mixed and written one after another.

    Args:
        script: Without an error.
        target: The file; the ending of its name says of which kind. It appears when it is whole.
        speaker: Who speaks.
        progress: Is told how far it has come.
        output: What is wanted otherwise than usual.
        part: What of the workout is heard.
        notify: Is told one line for each file of music that is left out.

    Raises:
        VoicecoachError: If a file cannot be written, must not be written over, or its music cannot be played.
    """
    parts = parts_of(worded(script), output.split) if output.split else {}
    store = Store(cache_folder(os.environ) / "frames", ".mp3", _FRAMES_BYTES)
    sketch = Sketch(script.workout.settings.title, output)
    whole = replace(_tags(script), cover=sketch.foreseen(_roughly_placed(script)) if parts else b"")

    def watch(placed: PlacedStep) -> None:
        sketch.add(placed)
        delivery.add(placed)

    with open_soundtrack(script, part, output.rate, notify) as soundtrack:
        delivery = Delivery(target, output, soundtrack.rate, soundtrack.channels, whole, parts, store)
        try:
            delivery.check((*inputs_of(script), *soundtrack.files, *filter(None, [output.cover])))
            tags, diagnostics = perform(
                script, delivery.sink, speaker, progress, soundtrack, exact=output.exact, watch=watch
            )
            delivery.finish(sketch.illustrated(tags))
        finally:
            delivery.abort()
    size, spoken_by = target.stat().st_size, dict(speaker.spoken_by)
    return Exported(target, tags.duration, size, spoken_by, diagnostics, tuple(delivery.paths[1:]))


def inputs_of(script: Script) -> Iterator[Path]:
    """The files that a script is made of."""
    yield from (Path(source.name) for source in script.sources)
    yield from script.pack.recordings.values()


def _unwatched(placed: PlacedStep) -> None:
    """A step that nobody else has to be told of."""


def perform(
    script: Script,
    sink: Sink,
    speaker: Speaker,
    progress: Progress = _nothing_to_report,
    soundtrack: Soundtrack = PLAIN,
    *,
    exact: bool = False,
    watch: Callable[[PlacedStep], None] = _unwatched,
) -> tuple[Tags, tuple[Diagnostic, ...]]:
    """Mix a workout into a sink, step by step.

    Args:
        script: Without an error.
        sink: Takes what the soundtrack has: its rate, its channels; it is neither finished nor aborted.
        speaker: Who speaks.
        progress: Is told how far it has come.
        soundtrack: What is heard.
        exact: Whether spoken words stand where the timeline puts them to the sample, in any sink.
        watch: Is told of each step before the sink gets anything of its sound.

    Returns:
        What a file would say of itself, and what the scheduler had to shorten, drop or stretch, each once.
    """
    from voicecoach.rendering import Sounds, rendering  # noqa: PLC0415 - numpy
    from voicecoach.sounds import Earcons  # noqa: PLC0415

    earcons = Earcons(soundtrack.rate)
    sounds = Sounds(speaker, earcons, soundtrack.rate)
    telling = Telling()
    found: list[Diagnostic] = []
    rough, steps = _placed(script, speaker, earcons.duration, progress)
    into = rendering(sink, soundtrack.rate, sounds, soundtrack.balanced(steps, sounds), exact=exact)
    end: Ms = 0
    for placed in _scheduled(script, rough, speaker, earcons.duration):
        watch(placed)
        into.add(placed)
        telling.add(placed)
        found += placed.diagnostics
        end = placed.end
        progress("sound", placed.number + 1, rough.steps)
    into.finish(end)
    return telling.tags(_tags(script)), distinct(found)


def _tags(script: Script) -> Tags:
    """What a workout says of itself, before its steps are placed."""
    settings = script.workout.settings
    return Tags(settings.title, _ARTIST, _ALBUM, settings.language, 0)


def save_line(text: str, target: Path, speaker: Speaker) -> Ms:
    """Speak one line into a file; its length in ms.

    Raises:
        VoicecoachError: If the file cannot be written, or the text holds nothing to say.
    """
    from voicecoach.resampling import resample  # noqa: PLC0415 - soxr
    from voicecoach.sinks.registry import open_sink  # noqa: PLC0415 - codecs

    clip = resample(speaker.clip(text), EXPORT_RATE)
    if not len(clip.samples):
        raise VoicecoachError(f'there is nothing to say in "{text}"; write words')
    length = ms_spanned(len(clip.samples), EXPORT_RATE)
    sink = open_sink(target, EXPORT_RATE, 1)
    try:
        sink.write(clip.samples[:, None])
        sink.finish(Tags(text, _ARTIST, _ALBUM, "en", length))
    finally:
        sink.abort()
    return length
