"""``voicecoach cues list``: the packs at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.packs import places
from voicecoach.wording.catalog import packs_at_hand

if TYPE_CHECKING:
    from voicecoach.wording.catalog import AtHand

__all__ = ["list_command"]


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_command(*, as_json: bool) -> None:
    """List the packs that a script in this folder can name: those that come with the program, and your own."""
    found = list(packs_at_hand(places(), Path()))
    if as_json:
        click.echo(json.dumps([_as_json(pack) for pack in found], indent=2, ensure_ascii=False))
        return
    for line in columns([_row(pack) for pack in found], screen_width()):
        click.echo(line)


def _as_json(pack: AtHand) -> dict[str, object]:
    path = str(pack.path) if pack.path else None
    return {"name": pack.name, "languages": list(pack.languages), "file": path, "about": pack.about}


def _row(pack: AtHand) -> tuple[str, str, str, str]:
    about = pack.about if pack.languages else f"has mistakes: see voicecoach cues check {pack.name}"
    return pack.name, " ".join(pack.languages) or "?", str(pack.path or "bundled"), about or "-"
