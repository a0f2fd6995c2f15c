from __future__ import annotations

from itertools import combinations

import pytest

from voicecoach.model.plan import StepKind
from voicecoach.playback.screen.looks import LOOKS, STRIP, Mood

OFTEN = (Mood.WORK, Mood.REST, Mood.READY, Mood.PAUSED, Mood.WAIT)


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mood", Mood)
def test_the_countdown_can_be_read(mood: Mood) -> None:
    darker, lighter = sorted((luminance(LOOKS[mood].paper), luminance(LOOKS[mood].ink)))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize(("one", "other"), list(combinations(OFTEN, 2)))
def test_moods_differ_with_and_without_color(one: Mood, other: Mood) -> None:
    assert LOOKS[one].label != LOOKS[other].label
    assert LOOKS[one].pattern != LOOKS[other].pattern
    assert LOOKS[one].paper != LOOKS[other].paper


def test_every_kind_of_step_has_its_look() -> None:
    assert set(STRIP) == set(StepKind)
    assert {Mood(kind.value) for kind in StepKind} <= set(LOOKS)
    assert set(LOOKS) == set(Mood)


def test_patterns_are_in_the_fonts_of_old_windows_terminals() -> None:
    for look in LOOKS.values():
        look.pattern.encode("cp437")
