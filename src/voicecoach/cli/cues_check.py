"""``voicecoach cues check``: the mistakes of packs, and what they leave out."""

from __future__ import annotations

import json
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from voicecoach.cli.columns import screen_width
from voicecoach.cli.completion import complete_pack_file
from voicecoach.cli.packs import language_option, places
from voicecoach.cli.scripts import show
from voicecoach.cli.views import diagnostic_json
from voicecoach.diagnostics import summary
from voicecoach.wording.catalog import open_pack
from voicecoach.wording.checking import faults_of_pack, missing_from
from voicecoach.wording.pack_file import PackError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.source import Source
    from voicecoach.wording.checking import Missing

__all__ = ["check_command"]

_WIDEST = 100


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=complete_pack_file)
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print the diagnostics, and what is missing, as JSON.")
def check_command(files: tuple[str, ...], language: str, *, as_json: bool) -> int:
    """Look for mistakes in each pack FILE, with line and remedy; exit code 1 if there is an error.

    A moment without words of its own is no mistake: it is listed with the pack that speaks there instead.
    """
    found: list[Diagnostic] = []
    left_out: list[dict[str, str]] = []
    for name in files:
        faults, missing, sources = _checked(name, language)
        found += faults
        left_out += [{"file": name, "table": m.table, "name": m.name, "pack": m.pack} for m in missing]
        if not as_json:
            show(faults, sources)
            click.echo("".join(f"{line}\n" for line in _told(name, missing)), nl=False)
    if as_json:
        told = {"diagnostics": [diagnostic_json(fault) for fault in found], "missing": left_out}
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        click.echo(f"{len(files)} pack{'s' * (len(files) != 1)}: {summary(found)}")
    return int(any(fault.is_error for fault in found))


def _checked(name: str, language: str) -> tuple[tuple[Diagnostic, ...], tuple[Missing, ...], tuple[Source, ...]]:
    """What is wrong with a pack, what it leaves out, and the texts that this speaks of."""
    try:
        stack = open_pack(name, places(), language)
    except PackError as error:
        return (error.diagnostic,), (), error.sources
    return faults_of_pack(stack), missing_from(stack), tuple(file.source for file in stack.files)


def _told(name: str, missing: tuple[Missing, ...]) -> Iterator[str]:
    """What a pack leaves to others, by the pack that says it instead."""
    for pack, entries in groupby(sorted(missing, key=lambda each: each.pack), key=lambda each: each.pack):
        names = ", ".join(each.name for each in entries)
        told = f"{name} leaves to {pack}: {names}."
        yield from wrap(told, min(screen_width() or _WIDEST, _WIDEST), subsequent_indent="  ", break_on_hyphens=False)
