"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from voicecoach.pipeline import VoiceChoice

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["choice_of", "script_argument", "voice_options"]

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_SLOWEST, _FASTEST = 80, 300

script_argument = click.argument("script", type=click.Path(path_type=Path))
"""A script's file."""


def voice_options(command: _Command) -> _Command:
    """Who speaks, and how fast: ``--engine``, ``--voice`` and ``--rate``."""
    for option in (
        click.option(
            "--rate",
            type=click.IntRange(_SLOWEST, _FASTEST),
            metavar="WPM",
            help=f"Words a minute, {_SLOWEST} to {_FASTEST}; the voice's own pace by default.",
        ),
        click.option(
            "--voice", default="", metavar="ID", help="A voice of the engine; the script's choice by default."
        ),
        click.option(
            "--engine",
            default="auto",
            metavar="NAME",
            show_default=True,
            help="Who speaks: natural, pyttsx3, tone, or auto for the best there is.",
        ),
    ):
        command = option(command)
    return command


def choice_of(engine: str, voice: str, rate: int | None) -> VoiceChoice:
    """The options as one value."""
    return VoiceChoice(engine, voice, rate or 0)
