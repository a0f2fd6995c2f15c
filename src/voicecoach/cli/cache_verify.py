"""``voicecoach cache verify``: every entry is read."""

from __future__ import annotations

import click

from voicecoach.cli.caches import caches

__all__ = ["verify_command"]


@click.command("verify")
def verify_command() -> None:
    """Read everything that is kept, and remove what is damaged; it is made anew when it is needed."""
    for cache in caches():
        number = sum(1 for _ in cache.entries())
        gone = cache.remove(cache.damaged())
        told = f"{len(gone)} damaged and removed" if gone else "all whole"
        click.echo(f"{cache.name}: {number} entries, {told}")
