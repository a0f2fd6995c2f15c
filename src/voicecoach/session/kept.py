"""What is kept of workouts in the user's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.resources import data
from voicecoach.session.history import History
from voicecoach.session.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Kept", "kept_by"]


class Kept:
    """A folder of what is kept.

    Args:
        folder: Is made when something is written.

    Attributes:
        places: Where workouts were left.
        history: What was done.
    """

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "places")
        self.history = History(folder / "history.jsonl")


def kept_by(environment: Mapping[str, str]) -> Kept:
    """What the user has; ``VOICECOACH_HOME`` in the environment names another folder than the system's."""
    return Kept(data(environment))
