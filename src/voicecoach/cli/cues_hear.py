"""``voicecoach cues hear``: what a pack says at one moment, spoken."""

from __future__ import annotations

from pathlib import Path

import click

from voicecoach import pipeline
from voicecoach.cli.completion import complete_moment
from voicecoach.cli.options import choice_of, voice_options
from voicecoach.cli.packs import language_option, pack_option, usable_pack
from voicecoach.cli.scripts import note
from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.wording.examples import example_cue
from voicecoach.wording.moments import MOMENTS

__all__ = ["hear_command"]


@click.command("hear")
@click.argument("moment", shell_complete=complete_moment)
@pack_option
@language_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write, .wav or .mp3; by default the moment's name with .wav, in the current folder.",
)
@voice_options
def hear_command(
    moment: str, pack: str, language: str, output: Path | None, engine: str, voice: str, pace: int | None
) -> None:
    """Speak what a pack says at MOMENT, with an example in its holes, into a file."""
    if moment not in MOMENTS:
        near = nearest(moment, MOMENTS)
        hint = f'did you mean "{near}"?' if near else f"there are {', '.join(MOMENTS)}"
        raise VoicecoachError(f'no moment is called "{moment}"; {hint}')
    found = usable_pack(pack, language)
    cue = example_cue(found.pack, moment)
    if not cue.wordings:
        told = f'sounds "{cue.earcon}" instead of words' if cue.earcon else "is silent"
        raise VoicecoachError(f'{found.pack.name} {told} at "{moment}"; choose another pack')
    target = output or Path(f"{moment}.wav")
    text = cue.wordings[0].text
    with pipeline.open_speaker(pipeline.bare(found.pack), choice_of(engine, voice, pace), note) as speaker:
        length = pipeline.save_line(text, target, speaker)
    click.echo(f'{target}: "{text}", {length / 1000:.1f} s')
