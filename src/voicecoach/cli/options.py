"""Options and arguments that several commands share."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from voicecoach.cli.completion import complete_engine, complete_pack, complete_script, complete_sharable, complete_voice
from voicecoach.diagnostics import nearest
from voicecoach.model.talk import ALL_MOMENTS, TalkChoice, TalkLevel
from voicecoach.model.workout import LOUDEST, SOFTEST, Music
from voicecoach.pipeline import Choices, LiveChoice, VoiceChoice
from voicecoach.planning import SAID_FROM
from voicecoach.resources import folder
from voicecoach.sinks.speakers import BACKENDS, DEFAULT_BACKEND

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "choice_of",
    "coach_options",
    "quick_option",
    "script_argument",
    "scripts_argument",
    "sharables_argument",
    "sound_options",
    "voice_options",
]

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_SLOWEST, _FASTEST = 80, 300


class _Talk(click.ParamType):  # type: ignore[type-arg]
    """How much is said: a level, or a moment and its level."""

    name = "level"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> TalkChoice:  # noqa: ANN401 - click
        if isinstance(value, TalkChoice):
            return value
        moment, _, level = str(value).rpartition("=")
        moment = moment.strip() or ALL_MOMENTS
        if level.strip().upper() not in TalkLevel.__members__:
            levels = ", ".join(known.name.lower() for known in TalkLevel)
            self.fail(f'"{level}" is no level; there are {levels}', param, ctx)
        if moment not in (ALL_MOMENTS, *SAID_FROM):
            near = nearest(moment, SAID_FROM)
            self.fail(f'no moment is called "{moment}"' + (f'; did you mean "{near}"?' if near else ""), param, ctx)
        return TalkChoice(TalkLevel[level.strip().upper()], moment)


class _ScriptPath(click.Path):
    """A script's file; a name alone, where there is no such file, is that of a ready script."""

    name = "script"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click
        path = Path(value)
        ready = folder("scripts") / f"{value}.md"
        is_name = path.name == str(value) and not path.suffix and not path.exists()
        return super().convert(ready if is_name and ready.is_file() else path, param, ctx)


script_argument = click.argument(
    "script", required=False, type=_ScriptPath(path_type=Path), shell_complete=complete_script
)
"""A script's file; it may be missing where the workout stands behind ``--quick``."""

quick_option = click.option(
    "--quick",
    default="",
    metavar="TEXT",
    help='The workout on one line instead of a script: "3 rounds: squat 40s, rest 20s".',
)
"""A workout without a file."""

scripts_argument = click.argument(
    "scripts",
    nargs=-1,
    type=_ScriptPath(path_type=Path),
    metavar="SCRIPT...",
    shell_complete=complete_script,
)
"""The files of one script or more."""

sharables_argument = click.argument(
    "listed",
    nargs=-1,
    required=True,
    type=_ScriptPath(path_type=Path),
    metavar="FILE|SCRIPT...",
    shell_complete=complete_sharable,
)
"""Sound files and scripts."""


def coach_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How the coach speaks, over what the script says; arrives as ``choices``.

    These are ``--coach``, ``--listener``, ``--talk`` and ``--seed``.
    """

    @wraps(command)
    def chosen(
        *arguments: Any,  # noqa: ANN401 - as click calls it
        coach: str,
        listener: str,
        talk: tuple[TalkChoice, ...],
        seed: int | None,
        **others: Any,  # noqa: ANN401 - as click calls it
    ) -> Any:  # noqa: ANN401 - as click calls it
        return command(*arguments, choices=Choices(coach, listener, talk=talk, seed=seed), **others)

    options = (
        click.option(
            "--seed",
            type=click.IntRange(min=0),
            metavar="NUMBER",
            help="Draw the variants of the coach's phrases by this number; by the names of the exercises by default.",
        ),
        click.option(
            "--talk",
            type=_Talk(),
            multiple=True,
            metavar="LEVEL",
            help="How much is said: none, few, normal or many; of one moment: halfway=none. May come several times.",
        ),
        click.option(
            "--listener", default="", metavar="NAME", help="Whom the coach may call by name; the script's by default."
        ),
        click.option(
            "--coach",
            default="",
            metavar="PACK",
            shell_complete=complete_pack,
            help="The cue pack, by name or file; the script's choice by default.",
        ),
    )
    for option in options:
        chosen = option(chosen)
    return chosen


def sound_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What else is heard, over what the script says; goes into ``choices``, so it stands below :func:`coach_options`.

    These are ``--music``, ``--music-level`` and ``--keep-awake``.
    """

    @wraps(command)
    def chosen(
        *arguments: Any,  # noqa: ANN401 - as click calls it
        choices: Choices,
        music: tuple[Path, ...],
        music_level: float | None,
        keep_awake: bool | None,
        **others: Any,  # noqa: ANN401 - as click calls it
    ) -> Any:  # noqa: ANN401 - as click calls it
        files = tuple(str(path.expanduser().absolute()) for path in music)
        wanted = replace(choices, music_level=music_level, keep_awake=keep_awake)
        wanted = replace(wanted, music=Music(files, files)) if files else wanted
        return command(*arguments, choices=wanted, **others)

    options = (
        click.option(
            "--keep-awake/--no-keep-awake",
            default=None,
            help="Fill silence with a noise nobody hears, so that Bluetooth sets do not fall asleep.",
        ),
        click.option(
            "--music-level",
            type=click.FloatRange(SOFTEST, LOUDEST),
            metavar="DB",
            help="How loud the music is against the voice, where nobody speaks; 0 by default.",
        ),
        click.option(
            "--music",
            type=click.Path(path_type=Path),
            multiple=True,
            metavar="FILE",
            help="Music behind the coach, a file or a folder; the script's by default. May come several times.",
        ),
    )
    for option in options:
        chosen = option(chosen)
    return chosen


def live_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """On what it is played, how loud, and from where on; arrives as ``live``."""

    @wraps(command)
    def chosen(*arguments: Any, backend: str, device: str, volume: int, start: str, **others: Any) -> Any:  # noqa: ANN401
        return command(*arguments, live=LiveChoice(backend, device, volume, start), **others)

    options = (
        click.option(
            "--backend",
            type=click.Choice(list(BACKENDS)),
            default=DEFAULT_BACKEND,
            show_default=True,
            help="What plays on the device; null is not heard.",
        ),
        click.option("--device", default="", metavar="NAME", help="A part of a name from `voicecoach devices`."),
        click.option("--volume", type=click.IntRange(0, 100), default=100, show_default=True, help="In percent."),
        click.option(
            "--from", "start", default="", metavar="PLACE", help="Where to begin: 4:30, a step's number or its name."
        ),
    )
    for option in options:
        chosen = option(chosen)
    return chosen


def voice_options(command: _Command) -> _Command:
    """Who speaks, and how fast: ``--engine``, ``--voice`` and ``--pace``."""
    for option in (
        click.option(
            "--pace",
            type=click.IntRange(_SLOWEST, _FASTEST),
            metavar="WPM",
            help=f"Words a minute, {_SLOWEST} to {_FASTEST}; the voice's own pace by default.",
        ),
        click.option(
            "--voice",
            default="",
            metavar="ID",
            shell_complete=complete_voice,
            help="A voice from `voicecoach voices`; that of the script, the pack or your language by default.",
        ),
        click.option(
            "--engine",
            default="auto",
            metavar="NAME",
            shell_complete=complete_engine,
            show_default=True,
            help="Who speaks: natural, pyttsx3, tone, or auto for the best there is.",
        ),
    ):
        command = option(command)
    return command


def choice_of(engine: str, voice: str, pace: int | None) -> VoiceChoice:
    """The options as one value."""
    return VoiceChoice(engine, voice, pace or 0)
