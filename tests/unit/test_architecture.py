"""The import directions of the house, and that heavy libraries stay in the one module that wraps each."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import voicecoach

ROOT = Path(voicecoach.__file__).parent
FOUNDATIONS = {"errors", "units", "source", "diagnostics", "names", "languages", "plugins", "resources"}
TOOLS = {"config", "decoding", "loudness", "pronunciation", "resampling", "store"}
STAGES = {
    "script",
    "importers",
    "library",
    "wording",
    "planning",
    "speech",
    "sounds",
    "scheduling",
    "mixing",
    "music",
    "pictures",
    "playback",
    "sinks",
}
FLOORS = {
    "model": FOUNDATIONS,
    "ports": FOUNDATIONS | {"model"},
    "config": FOUNDATIONS | {"store"},
    "decoding": FOUNDATIONS | {"model"},
    "loudness": FOUNDATIONS | {"model"},
    "pronunciation": FOUNDATIONS,
    "resampling": FOUNDATIONS | {"model"},
    "store": FOUNDATIONS,
}
BELOW_STAGES = FOUNDATIONS | TOOLS | {"model", "ports"}
ASSEMBLY = {
    "testing": BELOW_STAGES | STAGES,
    "intake": BELOW_STAGES | STAGES,
    "rendering": BELOW_STAGES | STAGES,
    "soundtrack": BELOW_STAGES | STAGES | {"intake", "rendering"},
    "speaking": BELOW_STAGES | STAGES | {"intake"},
    "illustrating": BELOW_STAGES | STAGES,
    "pipeline": BELOW_STAGES | STAGES | {"illustrating", "intake", "rendering", "soundtrack", "speaking"},
    "stream": BELOW_STAGES | STAGES,
    "live": BELOW_STAGES | STAGES | {"intake", "pipeline", "rendering", "soundtrack", "stream"},
    "sampling": BELOW_STAGES | STAGES | {"intake", "pipeline", "speaking"},
    "session": BELOW_STAGES | STAGES | {"intake", "pipeline"},
    "sharing": BELOW_STAGES | {"sinks"},
}
WRAPPED = {
    "click": {"cli"},
    "hibari": {"speech/engines/natural.py"},
    "espeakng_loader": {"speech/engines/espeak.py"},
    "pyttsx3": {"speech/engines/pyttsx3.py", "speech/engines/pyttsx3_driver.py"},
    "lameenc": {"sinks/lame.py"},
    "PIL": {"pictures/own_cover.py", "pictures/painting.py"},
    "av": {"sinks/container.py", "sinks/packets.py", "sinks/packing.py"},
    "soxr": {"resampling.py"},
    "miniaudio": {"sinks/speakers_miniaudio.py", "decoding"},
    "pydub": {"decoding/recordings.py"},
    "sounddevice": {"sinks/speakers_sounddevice.py"},
    "simpleaudio": {"sinks/speakers_simpleaudio.py"},
    "dbus_fast": {"playback/mpris.py"},
    "starlette": {"sharing/app.py"},
    "uvicorn": {"sharing/server.py", "sharing/connections.py"},
    "segno": {"sharing/qr.py"},
    "wakepy": {"session/awake.py"},
    "markdown_it": {"script"},
    "ruamel": {"script"},
    "babel": {"wording/plural.py"},
    "defusedxml": {"importers/xml_tree.py"},
    "textual": {"playback/screen"},
    "platformdirs": {"store.py", "cli/bugs.py", "resources.py"},
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if "_data" not in path.parts)


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return parts[0].removesuffix(".py")


@cache
def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own_rooms(path: Path) -> set[str]:
    """Rooms of the program that a module imports, its own left out."""
    named = {name.split(".")[1] for name in imports_of(path) if name.startswith("voicecoach.")}
    return {name for name in named if not name.startswith("__")} - {room_of(path)}


def allowed(room: str) -> set[str] | None:
    """The rooms that a room may import; None for all."""
    if room in FOUNDATIONS:
        return FOUNDATIONS
    if room in STAGES:
        return BELOW_STAGES
    if room in ("cli", "__main__", "__init__"):
        return None
    return (FLOORS | ASSEMBLY).get(room, set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    may = allowed(room_of(path))
    assert may is None or own_rooms(path) <= may


@pytest.mark.parametrize("library", WRAPPED)
def test_a_library_stays_with_the_module_that_wraps_it(library: str) -> None:
    users = {
        str(path.relative_to(ROOT)) for path in MODULES for name in imports_of(path) if name.split(".")[0] == library
    }
    assert users, f"nobody imports {library}"
    assert all(any(user == place or user.startswith(f"{place}/") for place in WRAPPED[library]) for user in users)


def test_every_room_is_known() -> None:
    rooms = {room_of(path) for path in MODULES}
    edge = {"cli", "__main__", "__init__"}
    assert rooms <= BELOW_STAGES | STAGES | set(ASSEMBLY) | edge


def test_only_the_edge_and_foreign_code_are_caught_blindly() -> None:
    """``except Exception`` stands at the edge, where an engine of others is asked, and around the screen."""
    blind = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Name) and node.type.id == "Exception":
                blind.add(str(path.relative_to(ROOT)))
    assert blind == {"cli/boundary.py", "cli/screen.py", "speech/fallback.py"}
