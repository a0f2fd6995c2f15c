from __future__ import annotations

from collections import Counter
from itertools import pairwise

from voicecoach.wording.rotation import Rotation


def draws(seed: int, variants: int, count: int) -> list[int]:
    rotation = Rotation(seed)
    return [rotation.draw("halfway", variants) for _ in range(count)]


def test_the_same_seed_draws_the_same_row() -> None:
    assert draws(7, 5, 50) == draws(7, 5, 50)


def test_another_seed_draws_another_row() -> None:
    assert len({tuple(draws(seed, 5, 20)) for seed in range(10)}) > 1


def test_never_the_same_twice_running() -> None:
    for seed in range(50):
        for variants in (2, 3, 5):
            row = draws(seed, variants, 60)
            assert all(a != b for a, b in pairwise(row))


def test_every_round_brings_each_variant_once() -> None:
    row = draws(3, 4, 40)
    assert Counter(row) == {0: 10, 1: 10, 2: 10, 3: 10}


def test_moments_do_not_disturb_each_other() -> None:
    alone = draws(1, 3, 6)
    rotation = Rotation(1)
    mixed = []
    for _ in range(6):
        mixed.append(rotation.draw("halfway", 3))
        rotation.draw("rest", 3)
    assert mixed == alone


def test_a_single_variant_is_always_taken() -> None:
    assert draws(1, 1, 3) == [0, 0, 0]
