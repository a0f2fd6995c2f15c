"""Progress of long work, on a terminal only."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.pipeline import Progress

__all__ = ["progress_bars"]

_LABELS = {"speech": "Speaking", "sound": "Mixing  ", "exercises": "Reading "}


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """A bar for each stage on standard error; nothing at all where that is no terminal."""
    bars: dict[str, click._termui_impl.ProgressBar[int]] = {}

    def progress(stage: str, done: int, total: int) -> None:
        if stage not in bars:
            _finish(bars)
            bars[stage] = click.progressbar(length=total, label=_LABELS[stage], file=sys.stderr)
            bars[stage].render_progress()
        bars[stage].update(done - bars[stage].pos)

    try:
        yield progress if sys.stderr.isatty() else _silent
    finally:
        _finish(bars)


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


def _finish(bars: dict[str, click._termui_impl.ProgressBar[int]]) -> None:
    for bar in bars.values():
        if not bar.finished or bar.pos:
            bar.render_finish()
    bars.clear()
