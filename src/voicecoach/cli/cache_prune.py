"""``voicecoach cache prune``: less is kept."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli.caches import caches, megabytes
from voicecoach.store import beyond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.store import Entry

__all__ = ["prune_command"]

_DAY = 86_400
_SECONDS = {"h": 3_600, "d": _DAY, "w": 7 * _DAY}
_BYTES = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


class _Amount(click.ParamType):  # type: ignore[type-arg]
    """A number with a unit, or without one."""

    def __init__(self, name: str, units: dict[str, int], example: str) -> None:
        self.name = name
        self._units = units
        self._example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"(\d+(?:\.\d+)?) ?([a-z]+)", value.strip().casefold())
        if not found or found[2] not in self._units:
            self.fail(f'"{value}" is no {self.name}; write it like {self._example}', param, ctx)
        return float(found[1]) * self._units[found[2]]


@click.command("prune")
@click.option(
    "--older-than", type=_Amount("age", _SECONDS, "30d, 12h or 2w"), metavar="AGE", help="What was unused for so long."
)
@click.option(
    "--max-size",
    type=_Amount("size", _BYTES, "200MB"),
    metavar="SIZE",
    help="What was unused for longest, until each kind is no bigger than this.",
)
@click.option("--all", "everything", is_flag=True, help="All of it.")
def prune_command(older_than: float | None, max_size: float | None, *, everything: bool) -> None:
    """Remove what is old, what is too much, or all; at least one option says which.

    An export that runs meanwhile makes anew what it misses.
    """
    if older_than is None and max_size is None and not everything:
        raise click.UsageError("say what to remove: --older-than AGE, --max-size SIZE or --all")
    for cache in caches():
        before = list(cache.entries())
        gone = cache.remove(before if everything else _pruned(before, older_than, max_size))
        removed = set(gone)
        left = [entry for entry in before if entry not in removed]
        sizes = megabytes(sum(entry.size for entry in gone)), megabytes(sum(entry.size for entry in left))
        click.echo(f"{cache.name}: {len(gone)} removed ({sizes[0]}), {len(left)} left ({sizes[1]})")


def _pruned(kept: Iterable[Entry], older_than: float | None, max_size: float | None) -> Iterator[Entry]:
    """What is older than that, and what of the rest is too much."""
    oldest = time.time() - older_than if older_than is not None else 0.0
    young = []
    for entry in kept:
        if entry.used < oldest:
            yield entry
        else:
            young.append(entry)
    if max_size is not None:
        yield from beyond(young, max_size)
