"""Cue packs for the commands that deal with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from voicecoach import pipeline
from voicecoach.cli.completion import complete_pack
from voicecoach.cli.scripts import show
from voicecoach.diagnostics import summary
from voicecoach.errors import VoicecoachError
from voicecoach.wording.catalog import open_pack
from voicecoach.wording.pack_file import PackError
from voicecoach.wording.places import DEFAULT_PACK, Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.wording.layers import Stack

__all__ = ["language_option", "opened_pack", "pack_argument", "pack_option", "places", "usable_pack"]

pack_argument: Callable[[Any], Any] = click.argument(
    "pack", default=DEFAULT_PACK, metavar="[PACK]", shell_complete=complete_pack
)
"""A pack by name or file; the default one where none is named."""

pack_option: Callable[[Any], Any] = click.option(
    "--pack",
    default=DEFAULT_PACK,
    metavar="PACK",
    shell_complete=complete_pack,
    show_default=True,
    help="The pack, by name or file.",
)

language_option: Callable[[Any], Any] = click.option(
    "--language", default="", metavar="TAG", help='What is spoken, such as "de"; the pack\'s own language by default.'
)


def places() -> Places:
    """Where packs are looked for."""
    return Places(pipeline.own_packs())


def opened_pack(name: str, language: str) -> Stack:
    """A pack by its name or file, with whatever is wrong in single entries.

    Raises:
        VoicecoachError: If there is none, or it cannot be used at all, which is shown.
    """
    try:
        return open_pack(name, places(), language)
    except PackError as error:
        show([error.diagnostic], error.sources)
        raise VoicecoachError(summary([error.diagnostic])) from error


def usable_pack(name: str, language: str) -> Stack:
    """A pack without errors, by its name or file; what is wrong with it is shown.

    Raises:
        VoicecoachError: If there is none, or it has errors.
    """
    found = opened_pack(name, language)
    show(found.faults, [file.source for file in found.files])
    if any(fault.is_error for fault in found.faults):
        raise VoicecoachError(summary(found.faults, "Nothing was written."))
    return found
