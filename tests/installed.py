"""Packages that somebody has installed beside the program: their entry points, as the package tools write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

__all__ = ["install"]


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, group: str, points: Mapping[str, str]) -> None:
    """Have a package with these entry points lie in a folder that modules are imported from."""
    info = folder / "for_voicecoach-1.0.dist-info"
    info.mkdir()
    rows = [f"[{group}]", *(f"{name} = {place}" for name, place in points.items())]
    (info / "entry_points.txt").write_text("\n".join(rows), "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: for-voicecoach\nVersion: 1.0\n", "utf-8")
    monkeypatch.syspath_prepend(folder)
