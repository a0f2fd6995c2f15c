"""The command group: a command's module is imported when it is called, so that --help answers at once."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from voicecoach import __version__

__all__ = ["voicecoach"]

_COMMANDS = {
    "check": "Look for mistakes in scripts; nothing is spoken.",
    "completion": "Have the shell complete scripts, exercises and voices.",
    "devices": "List the devices a workout can be played on.",
    "exercises": "List the exercises a script can name, or show one.",
    "export": "Write a workout to an MP3 file.",
    "format": "Write scripts as they are usually written.",
    "import": "Make a script of a blog post or of another program's workout.",
    "list": "List the scripts at hand, with length and equipment.",
    "new": "Write a script to begin with.",
    "play": "Play a workout, now.",
    "plan": "Show what happens when, and what is said.",
    "say": "Speak one line into a file.",
}
"""Every command with its line in the list; its module is ``voicecoach.cli.NAME``, its function ``NAME_command``."""


class _LazyGroup(click.Group):
    """Knows its commands by name and loads each when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((*super().list_commands(ctx), *_COMMANDS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"voicecoach.cli.{module}"), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def voicecoach() -> None:
    """A voice-guided audio workout from a plain text script.

    Write down a workout as on a whiteboard, and get it as an MP3 file with a coach in it.
    """
