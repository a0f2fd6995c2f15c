"""``voicecoach play``: a workout, now."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.options import choice_of, coach_options, live_options, quick_option, script_argument, voice_options
from voicecoach.cli.resuming import begun, left_last, name_of, resume_option
from voicecoach.cli.screen import Notes, has_screen, show_screen
from voicecoach.cli.scripts import playable
from voicecoach.cli.wording import step_title
from voicecoach.units import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from voicecoach.pipeline import Choices, LiveChoice, Script, VoiceChoice
    from voicecoach.playback.driver import Driver
    from voicecoach.playback.keyboard import Keys
    from voicecoach.playback.player import Snapshot
    from voicecoach.stream import Stream

__all__ = ["play_command"]

_LOOK_SECONDS = 0.1
_INTERRUPTED = 130
_TIME = 9
_STATES = {"paused": "paused", "waiting": "waits for you: enter goes on", "no device": "waits for a sound device"}


@click.command("play")
@script_argument
@quick_option
@live_options
@resume_option
@click.option("--plain", is_flag=True, help="One line a step, for screen readers and logs.")
@coach_options
@voice_options
def play_command(  # noqa: PLR0913 - one for each option, as click hands them over
    script: Path | None,
    quick: str,
    live: LiveChoice,
    choices: Choices,
    *,
    engine: str,
    voice: str,
    pace: int | None,
    resume: bool,
    plain: bool,
) -> int:
    """Play the workout of SCRIPT on the speakers, with a coach one need not look at.

    SCRIPT may also be a text that `voicecoach import` reads, such as a blog post or a Zwift workout.

    Keys: space pauses and goes on, enter says that you are ready, right and left go to the next and the previous step,
    ] and [ to the next and the previous exercise, r repeats the step, + makes a rest 15 s longer and - skips it, m
    mutes the coach, up and down change the volume, q stops.
    """
    from voicecoach.stream import open_stream  # noqa: PLC0415 - numpy

    script, quick = left_last(script, quick) if resume else (script, quick)
    with open_stream(live.backend, live.device) as stream:  # before all that takes its time: it plays silence meanwhile
        workout, name = playable(script, quick, choices), name_of(script, quick)
        live = begun(workout, name, live, resume=resume)
        return _play(stream, workout, name, live, choice_of(engine, voice, pace), plain=plain)


def _play(stream: Stream, workout: Script, name: str, live: LiveChoice, voice: VoiceChoice, *, plain: bool) -> int:
    from voicecoach.live import open_live  # noqa: PLC0415 - all that sounds
    from voicecoach.playback.remote import open_remote  # noqa: PLC0415 - as above
    from voicecoach.session.attending import attended  # noqa: PLC0415 - as above
    from voicecoach.session.kept import kept_by  # noqa: PLC0415 - as above

    title, notes = workout.workout.settings.title, Notes()
    with (
        pipeline.open_speaker(workout, voice, notes) as speaker,
        open_live(workout, speaker, stream, live, notes) as driver,
        attended(driver, workout, name, kept_by(os.environ), notes, resumed=live.at is not None),
        open_remote(driver, title, step_title),
    ):
        try:
            if plain or not has_screen() or not show_screen(driver, title, notes):
                _play_plain(driver)
            driver.wait(0.0)
            click.echo(_ended(driver.snapshot()))
        except KeyboardInterrupt:
            click.echo(f"Stopped at {clock(driver.snapshot().time)}.")
            return _INTERRUPTED
    return 0


def _play_plain(driver: Driver) -> None:
    from voicecoach.playback.keyboard import open_keys  # noqa: PLC0415 - numpy, for those who play

    with open_keys() as keys:
        for line in _lines(driver, keys):
            click.echo(line)


def _lines(driver: Driver, keys: Keys | None) -> Iterator[str]:
    """A line for each step as it begins, and for each change of what the workout does."""
    shown: tuple[object, ...] = ()
    while not driver.wait(0.0):
        now = driver.snapshot()
        told = (now.step and now.step.number, now.transport.state.value, now.transport.muted, now.transport.volume)
        if now.step and told != shown:
            yield from _changed(now, shown)
            shown = told
        yield from _pressed(driver, keys)


def _changed(now: Snapshot, shown: tuple[object, ...]) -> Iterator[str]:
    at = f"{clock(now.time):>{_TIME}}"
    number, state, muted, volume = shown or (None, None, now.transport.muted, now.transport.volume)
    if now.step and now.step.number != number:
        yield f"{at}  {step_title(now.step)}"
    if now.transport.state.value != state and now.transport.state.value in _STATES:
        yield f"{at}  {_STATES[now.transport.state.value]}"
    elif now.step and now.step.number == number and state in _STATES:
        yield f"{at}  goes on"
    if now.transport.muted != muted:
        yield f"{at}  the coach is {'silent' if now.transport.muted else 'back'}"
    if now.transport.volume != volume:
        yield f"{at}  volume {now.transport.volume} %"


def _pressed(driver: Driver, keys: Keys | None) -> Iterator[str]:
    """Do what the keys pressed wish for."""
    from voicecoach.playback.keyboard import COMMANDS, HELP  # noqa: PLC0415 - numpy, for those who play

    if keys is None:
        time.sleep(_LOOK_SECONDS)
        return
    for key in keys.read(_LOOK_SECONDS):
        if key in COMMANDS:
            driver.tell(COMMANDS[key])
        elif key == "?":
            yield HELP


def _ended(now: Snapshot) -> str:
    if now.complete and now.time >= now.total:
        return f"Done, {clock(now.total)}."
    return f"Stopped at {clock(now.time)}."
