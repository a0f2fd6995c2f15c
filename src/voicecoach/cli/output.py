"""Options of what an export writes."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.pipeline import Output
from voicecoach.sinks.album import SECTIONS, STEPS
from voicecoach.sinks.delivery import BESIDE
from voicecoach.sinks.fidelity import BEST, SMALLEST, USUAL_QUALITY, Fidelity
from voicecoach.sinks.registry import SINKS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KINDS", "output_options"]

KINDS = f"{', '.join(list(SINKS)[:-1])} or {list(SINKS)[-1]}"
"""The endings of names that say of which kind a file is."""

_LEAST_KBPS, _MOST_KBPS = 8, 320
_LOWEST_RATE, _HIGHEST_RATE = 8_000, 192_000


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How much of the sound is kept, and what else is written; arrives as ``wanted``."""

    @wraps(command)
    def chosen(  # noqa: PLR0913 - one for each option, as click hands them over
        *arguments: Any,  # noqa: ANN401 - as click calls it
        bitrate: int | None,
        quality: int | None,
        rate: int | None,
        beside: tuple[str, ...],
        split: str | None,
        exact: bool,
        force: bool,
        cover: Path | None,
        no_cover: bool,
        **others: Any,  # noqa: ANN401 - as click calls it
    ) -> Any:  # noqa: ANN401 - as click calls it
        if bitrate and quality is not None:
            raise click.UsageError("--bitrate and --quality say the same in two ways; leave one of them out")
        if cover and no_cover:
            raise click.UsageError("--cover gives a picture and --no-cover wants none; leave one of them out")
        fidelity = Fidelity(bitrate or 0, quality)
        wanted = Output(
            rate or 0, fidelity, tuple(dict.fromkeys(beside)), split or "", exact, force, cover, covered=not no_cover
        )
        return command(*arguments, wanted=wanted, **others)

    options = (
        click.option("--exact", is_flag=True, help="Put every word in its place to the sample, not only within 12 ms."),
        click.option("--no-cover", is_flag=True, help="No pictures in the file."),
        click.option(
            "--cover",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A picture of your own as the cover; one of the workout is drawn by default.",
        ),
        click.option("--force", is_flag=True, help="Write over files that voicecoach did not make."),
        click.option(
            "--split",
            type=click.Choice([SECTIONS, STEPS]),
            help="Write numbered files and a playlist as well, in a folder of the file's name.",
        ),
        click.option(
            "--beside",
            type=click.Choice(list(BESIDE)),
            multiple=True,
            help="Write lyrics (.lrc) or chapters for podcasts (.chapters.json) as well. May come several times.",
        ),
        click.option(
            "--rate",
            type=click.IntRange(_LOWEST_RATE, _HIGHEST_RATE),
            metavar="HZ",
            help="Samples a second; 24000 by default, which holds all of a voice.",
        ),
        click.option(
            "--quality",
            type=click.IntRange(BEST, SMALLEST),
            metavar="STEP",
            help=f"From {BEST}, the best, to {SMALLEST}, the smallest; {USUAL_QUALITY} by default.",
        ),
        click.option(
            "--bitrate",
            type=click.IntRange(_LEAST_KBPS, _MOST_KBPS),
            metavar="KBPS",
            help="Kbit/s while something sounds, in the place of --quality.",
        ),
    )
    for option in options:
        chosen = option(chosen)
    return chosen
