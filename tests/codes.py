"""The codes of diagnostics that do not come from the grammar of scripts."""

from __future__ import annotations

import re
from pathlib import Path

import voicecoach

_FOUND = re.compile(r'(?:Severity\.\w+,|_(?:warning|error)\()\s*"([a-z-]+)"')
_ROOMS = ("library", "wording", "scheduling", "planning", "intake.py", "pipeline.py")


def codes() -> set[str]:
    root = Path(voicecoach.__file__).parent
    sources = [
        path for room in _ROOMS for path in ((root / room).rglob("*.py") if (root / room).is_dir() else [root / room])
    ]
    return {code for path in sources for code in _FOUND.findall(path.read_text("utf-8"))}
