"""Where the data folders of the project lie: the scripts and the sounds.

A wheel carries them inside the package; an editable install and a plain checkout have them at the repository's root.
"""

from __future__ import annotations

from pathlib import Path

from voicecoach.errors import VoicecoachError

__all__ = ["folder"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str, *, package: Path = _PACKAGE) -> Path:
    """The data folder of this name.

    Args:
        name: ``scripts`` or ``audio``.
        package: Where the package itself lies.

    Returns:
        A folder that exists.

    Raises:
        VoicecoachError: If it is in neither place, as after an incomplete install.
    """
    for candidate in (package / "_data" / name, package.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise VoicecoachError(f'voicecoach was installed without its "{name}" folder; install it again')
