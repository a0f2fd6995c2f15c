"""``voicecoach devices``: what a workout can be played on."""

from __future__ import annotations

import json
from typing import Any

import click

from voicecoach.errors import VoicecoachError

__all__ = ["devices_command"]


@click.command("devices")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def devices_command(*, as_json: bool) -> None:
    """List the devices a workout can be played on, and what each backend cannot do."""
    from voicecoach.sinks.speakers import BACKENDS  # noqa: PLC0415 - needed by this command alone

    found = [_found(name) for name in BACKENDS]
    if as_json:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    for backend in found:
        click.echo(backend["backend"])
        for device in backend["devices"]:
            click.echo(f"  {device['name']}{' (default)' if device['default'] else ''}")
        for line in filter(None, (backend["problem"], backend["limits"])):
            click.echo(f"  {line}")


def _found(name: str) -> dict[str, Any]:
    """A backend with its devices, or why it has none."""
    from voicecoach.sinks.speakers import load_backend  # noqa: PLC0415 - as above

    try:
        backend = load_backend(name)
        devices = [{"name": device.name, "default": device.default} for device in backend.devices()]
    except VoicecoachError as error:
        return {"backend": name, "devices": [], "problem": str(error), "limits": ""}
    return {"backend": name, "devices": devices, "problem": "", "limits": backend.limits}
