"""Where the data folders of the project lie, the scripts and the sounds, and the user's own.

A wheel carries them inside the package; an editable install and a plain checkout have them at the repository's root.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["data", "folder", "home"]

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


def home(environment: Mapping[str, str]) -> Path:
    """The user's folder of own exercises, packs and the like: ``VOICECOACH_HOME``, else the system's place for such."""
    named = environment.get("VOICECOACH_HOME")
    if named:
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - needed only where the environment names no folder

    return user_config_path("voicecoach", appauthor=False)


def data(environment: Mapping[str, str]) -> Path:
    """The user's folder of what the program keeps for them: ``VOICECOACH_HOME``, else the system's place for such."""
    named = environment.get("VOICECOACH_HOME")
    if named:
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("voicecoach", appauthor=False)
