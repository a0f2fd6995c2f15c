"""``voicecoach cues``: what the coach says."""

from __future__ import annotations

import click

from voicecoach.cli.lazy import LazyGroup

__all__ = ["cues_command"]

_COMMANDS = {
    "check": "Look for mistakes in packs, and for what they leave out.",
    "hear": "Speak what a pack says at one moment into a file.",
    "list": "List the packs at hand.",
    "new": "Write a pack to begin with.",
    "show": "Show all that a pack says, with examples.",
}


@click.group("cues", cls=LazyGroup, told=_COMMANDS, prefix="cues_")
def cues_command() -> None:
    """Show, write, check and hear what the coach says: cue packs.

    A pack is a text file with the words for each moment of a workout. A script chooses one with `coach: NAME`.
    """
