from __future__ import annotations

from itertools import combinations

import pytest

from voicecoach.model.plan import StepKind
from voicecoach.pictures.looks import FAINT, INK, LOOKS, PAPER, Look


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_kind_has_a_look() -> None:
    assert set(LOOKS) == set(StepKind)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_text_can_be_read_on_every_kind(look: Look) -> None:
    assert contrast(look.on, look.paper) >= 4.5


def test_text_can_be_read_on_the_ground() -> None:
    assert contrast(INK, PAPER) >= 4.5
    assert contrast(FAINT, PAPER) >= 4.5


def test_kinds_differ_without_color() -> None:
    for one, other in combinations(LOOKS.values(), 2):
        assert one.strokes != other.strokes or one.height != other.height, (one.name, other.name)


def test_work_is_darker_than_all_else() -> None:
    work, *others = LOOKS.values()
    assert all(contrast(work.paper, other.paper) >= 3 for other in others)
