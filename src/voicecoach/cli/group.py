"""The command ``voicecoach`` with all that it can do."""

from __future__ import annotations

import click

from voicecoach import __version__
from voicecoach.cli.lazy import LazyGroup

__all__ = ["voicecoach"]

_COMMANDS = {
    "cache": "Show, prune and verify what is kept between runs.",
    "check": "Look for mistakes in scripts; nothing is spoken.",
    "completion": "Have the shell complete scripts, exercises and voices.",
    "cues": "Show, write, check and hear what the coach says.",
    "devices": "List the devices a workout can be played on.",
    "exercises": "List the exercises a script can name, or show one.",
    "export": "Write a workout to an MP3 file.",
    "format": "Write scripts as they are usually written.",
    "history": "Show what you have done.",
    "import": "Make a script of a blog post or of another program's workout.",
    "list": "List the scripts at hand, with length and equipment.",
    "new": "Write a script to begin with.",
    "play": "Play a workout, now.",
    "plan": "Show what happens when, and what is said.",
    "say": "Speak one line into a file.",
    "share": "Have the phone play workouts over the local network.",
    "voices": "List the voices of all engines, and choose those that speak.",
}
"""Every command with its line in the list."""


@click.group(
    cls=LazyGroup, told=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def voicecoach() -> None:
    """A voice-guided audio workout from a plain text script.

    Write down a workout as on a whiteboard, and get it as an MP3 file with a coach in it.
    """
