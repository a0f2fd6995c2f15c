"""``voicecoach say``: hear one line."""

from __future__ import annotations

from pathlib import Path

import click

from voicecoach import pipeline
from voicecoach.cli.options import choice_of, voice_options
from voicecoach.cli.scripts import note
from voicecoach.source import Source

__all__ = ["say_command"]


@click.command("say")
@click.argument("text")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("say.wav"),
    show_default=True,
    metavar="FILE",
    help="The file to write, .wav or .mp3.",
)
@voice_options
def say_command(text: str, output: Path, engine: str, voice: str, rate: int | None) -> None:
    """Speak TEXT into a file, as the coach would."""
    script = pipeline.load(Source("<say>", ""))
    with pipeline.open_speaker(script, choice_of(engine, voice, rate), note) as speaker:
        length = pipeline.save_line(text, output, speaker)
    click.echo(f"{output}: {length / 1000:.1f} s")
