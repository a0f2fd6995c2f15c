"""``voicecoach cues show``: all that a pack says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli.packs import language_option, opened_pack, pack_argument
from voicecoach.cli.scripts import show
from voicecoach.wording.examples import example_cue, example_phrase
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import entry_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.wording.layers import Stack

__all__ = ["show_command"]

_NAMED = 18
_FORM = 8


@click.command("show")
@pack_argument
@language_option
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
def show_command(pack: str, language: str, *, as_json: bool) -> int:
    """Show what PACK says at every moment: its words, and an example with the holes filled in.

    Without PACK it is the friendly one. Words that come from a pack below say from which.
    """
    found = opened_pack(pack, language)
    show(found.faults, [file.source for file in found.files])
    entries = [*_entries(found, "cues"), *_entries(found, "phrases")]
    if as_json:
        click.echo(json.dumps(_as_json(found, entries), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(found, entries)))
    return int(any(fault.is_error for fault in found.faults))


def _entries(found: Stack, table: str) -> Iterator[dict[str, Any]]:
    """Everything about each entry of a table."""
    words = found.pack.cues if table == "cues" else found.pack.phrases
    for name, moment in (MOMENTS if table == "cues" else PHRASES).items():
        origin = found.origin(table, name)
        yield {
            "table": table,
            "name": name,
            "when": moment.when or None,
            "placeholders": sorted(moment.placeholders),
            "counted": moment.counted or None,
            "pack": origin.text("name") or found.pack.name,
            "words": entry_data(words[name]),
            "example": _example(found, table, name),
        }


def _example(found: Stack, table: str, name: str) -> str | None:
    """The longest wording with its holes filled in; None for silence, and for an earcon."""
    if table == "phrases":
        return example_phrase(found.pack, name) or None
    wordings = example_cue(found.pack, name).wordings
    return wordings[0].text if wordings else None


def _as_json(found: Stack, entries: list[dict[str, Any]]) -> dict[str, Any]:
    top = found.files[0]
    return {
        "name": found.pack.name,
        "language": found.pack.language,
        "about": top.text("about"),
        "file": str(top.path) if top.path else None,
        "entries": entries,
        "lexicon": dict(found.pack.lexicon),
    }


def _lines(found: Stack, entries: list[dict[str, Any]]) -> Iterator[str]:
    top = found.files[0]
    about = f": {top.text('about')}" if top.text("about") else ""
    yield f"{found.pack.name} ({found.pack.language}, {top.path or 'bundled'}){about}"
    for entry in entries:
        below = f" (from {entry['pack']})" if entry["pack"] != found.pack.name else ""
        yield ""
        yield f"{entry['name']:<{_NAMED}}{entry['when'] or 'inside other words'}{below}"
        yield from _words(entry["words"])
        yield f"    {'e.g.':<{_FORM}}" + (f'"{entry["example"]}"' if entry["example"] else "(no words)")


def _words(words: Any, form: str = "") -> Iterator[str]:  # noqa: ANN401 - as TOML has it
    """A value of a pack, each wording on a line of its own behind its length or plural form."""
    if isinstance(words, dict):
        for key, told in words.items():
            yield from _words(told, key)
    elif isinstance(words, list):
        for number, told in enumerate(words):
            yield from _words(told, "" if number else form)
    else:
        yield f"    {form:<{_FORM}}{words or '(silence)'}"
