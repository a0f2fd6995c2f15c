"""``voicecoach cache``: what is kept between runs, and nothing but saves time."""

from __future__ import annotations

import json
from typing import Any

import click

from voicecoach.cli.caches import Cache, caches, megabytes
from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.lazy import LazyGroup

__all__ = ["cache_command"]

_COMMANDS = {
    "prune": "Remove what is old, what is too much, or all.",
    "verify": "Read all of it, and remove what is damaged.",
}


@click.group("cache", cls=LazyGroup, told=_COMMANDS, prefix="cache_", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def cache_command(context: click.Context, *, as_json: bool) -> None:
    """Show what is kept between runs: spoken clips, by who spoke them, and encoded sound.

    All of it is made anew where it is missing, so it can be removed at any time, even while an export runs.
    """
    if context.invoked_subcommand:
        return
    found = [_shown(cache) for cache in caches()]
    if as_json:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    rows = [row for cache in found for row in _rows(cache)]
    for line in columns(rows, screen_width()):
        click.echo(line)


def _shown(cache: Cache) -> dict[str, Any]:
    """A cache with its numbers, of all and of each engine."""
    by_engine: dict[str, dict[str, int]] = {}
    number = size = 0
    for entry in cache.entries():
        number += 1
        size += entry.size
        if cache.names_engines:
            told = by_engine.setdefault(cache.speaker(entry), {"entries": 0, "bytes": 0})
            told["entries"] += 1
            told["bytes"] += entry.size
    engines = dict(sorted(by_engine.items()))
    return {"cache": cache.name, "folder": str(cache.folder), "entries": number, "bytes": size, "engines": engines}


def _rows(cache: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    own = (cache["cache"], f"{cache['entries']} entries", megabytes(cache["bytes"]), cache["folder"])
    engines = [
        (f"  {name or 'unknown'}", f"{told['entries']} entries", megabytes(told["bytes"]), "")
        for name, told in cache["engines"].items()
    ]
    return [own, *engines]
