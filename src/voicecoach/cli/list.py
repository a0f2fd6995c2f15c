"""``voicecoach list``: the scripts at hand."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.wording import length_text
from voicecoach.errors import VoicecoachError
from voicecoach.model.walk import activities_of
from voicecoach.names import without_article
from voicecoach.resources import folder
from voicecoach.script import read
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.pipeline import Script
    from voicecoach.units import Ms

__all__ = ["list_command"]

_MOST_MUSCLES = 3
_ERRORS_A_STEP = 2
_MINUTE: Ms = 60 * MS_PER_SECOND


@dataclass(frozen=True, slots=True)
class _Entry:
    """A script as it is listed.

    Attributes:
        name: What commands know it by: its file, or the name of a ready script.
        title: What the workout is called.
        duration_ms: About how long it lasts, in ms; None where it has errors.
        equipment: What its exercises need.
        muscles: What most of its steps train, the most frequent first.
        errors: How many errors it has.
    """

    name: str
    title: str
    duration_ms: Ms | None
    equipment: tuple[str, ...]
    muscles: tuple[str, ...]
    errors: int


@click.command("list")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER...")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_command(folders: tuple[Path, ...], *, as_json: bool) -> None:
    """List the scripts in the current folder, in each FOLDER, and those that come with the program.

    With the length (about: a voice has its own pace), what is needed, and what is trained most.
    """
    entries = list(_entries(folders))
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], indent=2, ensure_ascii=False))
        return
    for line in columns([_row(entry) for entry in entries], screen_width()):
        click.echo(line)


def _entries(folders: tuple[Path, ...]) -> Iterator[_Entry]:
    """Each script once, under the first name that it is found by."""
    seen: set[Path] = set()
    ready = folder("scripts")
    for place in (Path(), *folders, ready):
        for path in sorted(place.glob("*.md")):
            whole = path.resolve()
            if whole not in seen:
                seen.add(whole)
                entry = _entry(path, path.stem if place is ready else str(path))
                if entry:
                    yield entry


def _entry(path: Path, name: str) -> _Entry | None:
    """The line of a file in the list; None for a text that is no script."""
    try:
        script = pipeline.load(read(path))
    except VoicecoachError:
        return None
    if not script.playable and not _means_steps(script):
        return None
    used = [activity.exercise for activity in activities_of(script.workout)]
    trained = Counter(muscle for exercise in used for muscle in exercise.muscles)
    return _Entry(
        name,
        script.workout.settings.title,
        pipeline.rough_total(script) if script.playable else None,
        tuple(dict.fromkeys(without_article(tool) for exercise in used for tool in exercise.equipment)),
        tuple(muscle for muscle, _ in trained.most_common(_MOST_MUSCLES)),
        _errors(script),
    )


def _means_steps(script: Script) -> bool:
    """Whether a text with errors is a script all the same: against two errors stands at least one proper step."""
    proper = [each for each in activities_of(script.workout) if each.exercise.described and each.prescription.amount]
    return bool(proper) and _errors(script) <= _ERRORS_A_STEP * len(proper)


def _errors(script: Script) -> int:
    return sum(diagnostic.is_error for diagnostic in script.diagnostics)


def _row(entry: _Entry) -> tuple[str, str, str, str, str]:
    length = "?"
    if entry.duration_ms is not None:
        length = length_text(max(1, round(entry.duration_ms / _MINUTE)) * _MINUTE)
    title = f"{entry.errors} error{'s' * (entry.errors != 1)}: see voicecoach check" if entry.errors else entry.title
    return entry.name, length, title, ", ".join(entry.equipment) or "-", ", ".join(entry.muscles) or "-"
