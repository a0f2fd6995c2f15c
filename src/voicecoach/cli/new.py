"""``voicecoach new``: a script to begin with."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from voicecoach.cli.files import write_text
from voicecoach.cli.templates import EQUIPMENT, TEMPLATES, filled

__all__ = ["new_command"]

_USUAL = 20
_MOST_MINUTES = 180


@click.command("new")
@click.argument("name", required=False)
@click.option("--template", type=click.Choice(TEMPLATES), help="What kind of workout; nothing is asked then.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write; by default the name with .md, in the current folder.",
)
@click.option("--force", is_flag=True, help="Write over a file of that name.")
def new_command(name: str | None, template: str | None, output: Path | None, *, force: bool) -> None:
    """Write a script to begin with, called NAME.

    On a terminal a few questions are asked first; elsewhere, or with --template, none.
    """
    title, minutes, equipment = name or "", 0, EQUIPMENT[0]
    if template is None and sys.stdin.isatty():
        title = click.prompt("What is it called", default=name or "My workout")
        template = click.prompt("What kind", type=click.Choice(TEMPLATES), default=TEMPLATES[0])
        minutes = click.prompt("About how many minutes", type=click.IntRange(1, _MOST_MINUTES), default=_USUAL)
        equipment = click.prompt("With what equipment", type=click.Choice(EQUIPMENT), default=EQUIPMENT[0])
    kind = template or TEMPLATES[0]
    target = output or Path(f"{_file_name(title) or kind}.md")
    write_text(target, filled(kind, title, minutes, equipment), force=force)
    click.echo(f"{target} is written. Change it as you like, then:")
    click.echo(f"  voicecoach check {target}")
    click.echo(f"  voicecoach export {target}")


def _file_name(title: str) -> str:
    """A title as the name of a file: lower case, hyphens."""
    return "-".join(re.findall(r"[^\W_]+", title.casefold()))
