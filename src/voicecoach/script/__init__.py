"""Exercise scripts: text to workout, and every mistake with its place.

The names load what they need when they are first used: a command that reads no script waits for no parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.script.formatting import format_script
    from voicecoach.script.parsing import parse, parse_exercises
    from voicecoach.script.prescription import parse_prescription
    from voicecoach.script.printing import print_workout
    from voicecoach.script.quick import parse_quick, quick_script
    from voicecoach.script.reading import read

__all__ = [
    "format_script",
    "parse",
    "parse_exercises",
    "parse_prescription",
    "parse_quick",
    "print_workout",
    "quick_script",
    "read",
]

_HOMES = {
    "format_script": "formatting",
    "parse": "parsing",
    "parse_exercises": "parsing",
    "parse_prescription": "prescription",
    "parse_quick": "quick",
    "print_workout": "printing",
    "quick_script": "quick",
    "read": "reading",
}


def __getattr__(name: str) -> object:
    """Import the module that a public name lives in."""
    if name in _HOMES:
        return getattr(import_module(f"voicecoach.script.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
