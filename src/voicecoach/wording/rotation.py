"""Turns among variants: fair, reproducible, and never the same twice running."""

from __future__ import annotations

from random import Random

__all__ = ["Rotation"]


class Rotation:
    """Draws numbers of variants, for each key its own row.

    Each row is a chain of shuffled rounds in which every variant comes once; where one round would begin with what
    the last one ended with, the first two change places.

    Args:
        seed: Two rotations with the same seed draw the same rows.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._rows: dict[tuple[str, int], tuple[Random, list[int]]] = {}

    def draw(self, key: str, variants: int) -> int:
        """The next variant for a key, from 0; ``variants`` is how many there are, at least 1."""
        if variants == 1:
            return 0
        if (key, variants) not in self._rows:
            self._rows[key, variants] = Random(f"{self._seed}/{key}"), []  # noqa: S311 - turns, no secrets
        random, row = self._rows[key, variants]
        last = row.pop(0) if row else -1
        if not row:
            row += random.sample(range(variants), variants)
            if row[0] == last:
                row[0], row[1] = row[1], row[0]
        return row[0]
