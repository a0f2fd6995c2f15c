"""``voicecoach voices default``: the voice of a language."""

from __future__ import annotations

import os

import click

from voicecoach.cli.completion import complete_voice
from voicecoach.cli.scripts import note
from voicecoach.config import default_voice, default_voices, set_default_voice
from voicecoach.errors import VoicecoachError

__all__ = ["default_command"]


@click.command("default")
@click.argument("language", default="")
@click.argument("voice", default="", shell_complete=complete_voice)
@click.option("--remove", is_flag=True, help="Choose none: the best there is speaks LANGUAGE again.")
def default_command(language: str, voice: str, *, remove: bool) -> None:
    """Choose VOICE for all that is spoken in LANGUAGE, unless a script, a pack or an option says otherwise.

    Without a VOICE, show what is chosen; without a LANGUAGE, show all.
    """
    if remove or voice:
        _choose(language, "" if remove else voice, remove=remove)
        return
    chosen = {language: default_voice(os.environ, language)} if language else default_voices(os.environ)
    for tag, name in chosen.items():
        click.echo(f"{tag}  {name or 'none chosen; the best there is'}")
    if not chosen:
        click.echo("No voice is chosen; the best there is speaks each language.")


def _choose(language: str, voice: str, *, remove: bool) -> None:
    if not language:
        raise click.UsageError("--remove needs a LANGUAGE")
    if remove:
        path = set_default_voice(os.environ, language, "")
        click.echo(f"The best there is speaks {language} ({path}).")
        return
    if ":" not in voice:
        raise VoicecoachError(
            f'"{voice}" is no voice id such as natural:heart; `voicecoach voices` lists all there are'
        )
    from voicecoach.speech.registry import open_voice  # noqa: PLC0415 - numpy

    open_voice(voice, language, note).close()
    path = set_default_voice(os.environ, language, voice)
    click.echo(f"{voice} speaks {language} ({path}).")
