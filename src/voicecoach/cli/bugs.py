"""Where the details of a bug are kept for whoever will mend it."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from platformdirs import user_log_dir

from voicecoach import __version__

__all__ = ["write_report"]


def write_report(error: Exception) -> Path | None:
    """Write the traceback of a bug into the user's log folder; None where that cannot be written to."""
    place = Path(user_log_dir("voicecoach")) / "bug.log"
    head = f"voicecoach {__version__}, Python {platform.python_version()}, {platform.platform()}\n{sys.argv}\n"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(head + "".join(traceback.format_exception(error)), "utf-8")
    except OSError:
        return None
    return place
