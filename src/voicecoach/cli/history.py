"""``voicecoach history``: what was done so far."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.scripts import note
from voicecoach.cli.wording import length_text
from voicecoach.units import MS_PER_SECOND, Ms

if TYPE_CHECKING:
    from voicecoach.session.history import Entry

__all__ = ["history_command"]

_MINUTE = 60


@click.command("history")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def history_command(*, as_json: bool) -> None:
    """Show what you have done: when, which workout, how far, and how long was worked, rests left out."""
    from voicecoach.session.kept import kept_by  # noqa: PLC0415 - needed by this command

    entries, unreadable = kept_by(os.environ).history.read()
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], indent=2, ensure_ascii=False))
    elif entries:
        for line in columns([_row(entry) for entry in entries], screen_width()):
            click.echo(line)
        worked = sum(entry.worked_ms for entry in entries)
        click.echo(f"{len(entries)} workout{'s' * (len(entries) > 1)}, {length_text(worked)} of work.")
    else:
        click.echo("No workout has been played yet.")
    if unreadable:
        note(f"{unreadable} line{'s' * (unreadable > 1)} of the history could not be read.")


def _row(entry: Entry) -> tuple[str, ...]:
    far = "done" if entry.finished else f"{_minutes(entry.reached_ms)} of {_minutes(entry.total_ms)}"
    return _day(entry.date), entry.workout, far, f"{length_text(entry.worked_ms)} of work"


def _day(date: str) -> str:
    """A date without its seconds, in the time of the place where it was written; as it stands if it is none."""
    try:
        return f"{datetime.fromisoformat(date):%Y-%m-%d %H:%M}"
    except ValueError:
        return date


def _minutes(time: Ms) -> str:
    minutes, seconds = divmod(time // MS_PER_SECOND, _MINUTE)
    return f"{minutes}:{seconds:02}"
