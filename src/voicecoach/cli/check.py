"""``voicecoach check``: the mistakes of scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.options import coach_options, quick_option, scripts_argument
from voicecoach.cli.scripts import read, show
from voicecoach.cli.views import diagnostic_json
from voicecoach.diagnostics import summary
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.pipeline import Choices

__all__ = ["check_command"]


@click.command("check")
@scripts_argument
@quick_option
@click.option("--json", "as_json", is_flag=True, help="Print the diagnostics as JSON.")
@coach_options
def check_command(scripts: tuple[Path, ...], quick: str, choices: Choices, *, as_json: bool) -> int:
    """Look for mistakes in each SCRIPT, with line and remedy; exit code 1 if there is an error.

    Times that are too short for their words are guessed from the length of the words; an export knows exactly.
    """
    found: list[Diagnostic] = []
    unread = 0
    asked: list[Path | None] = [*scripts, *([None] if quick or not scripts else [])]
    for path in asked:
        try:
            script = read(path, "" if path else quick, choices)
            pipeline.prove_recordings(script)
        except VoicecoachError as error:
            click.echo(f"error: {error}", err=True)
            unread += 1
            continue
        diagnostics = script.diagnostics + (pipeline.rehearse(script) if script.playable else ())
        found += diagnostics
        if not as_json:
            show(diagnostics, script.sources)
    if as_json:
        click.echo(json.dumps([diagnostic_json(diagnostic) for diagnostic in found], indent=2))
    elif not unread:
        click.echo(f"{len(asked)} script{'s' * (len(asked) != 1)}: {summary(found)}")
    return int(bool(unread) or any(diagnostic.is_error for diagnostic in found))
