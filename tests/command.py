"""The command as a user meets it: exit code, output, errors."""

from __future__ import annotations

import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import click

from voicecoach.cli import main
from voicecoach.cli.group import voicecoach as group

SCRIPTS = Path(__file__).parent.parent / "scripts"


def commands() -> dict[str, click.Command]:
    """Every command by its name, those of a group with the group's name before it."""
    found = {}
    for name in group.list_commands(None):  # type: ignore[arg-type]
        command = group.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            inner = {each: command.get_command(None, each) for each in command.list_commands(None)}  # type: ignore[arg-type]
            found |= {f"{name} {each}": told for each, told in inner.items() if told}
    return found


@dataclass(frozen=True)
class Result:
    code: object
    out: str
    err: str


def voicecoach(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    out, err = StringIO(), StringIO()
    handler = signal.getsignal(signal.SIGTERM)
    code: object = None
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["voicecoach"]):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        finally:
            signal.signal(signal.SIGTERM, handler)
    return Result(code, out.getvalue(), err.getvalue())
