from __future__ import annotations

import pytest

from voicecoach.importers.prose.points import point


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Make sure the weight of your body is in your heels (so you don't fall), and go low.",
            "Keep the weight in your heels.",
        ),
        ("making sure legs are bent at 90 degrees", "Keep your legs bent at 90 degrees."),
        ("Avoid arching your back.", "No arching your back."),
        ("Try not to sag in the middle.", "Don't sag in the middle."),
        ("The elbows should be close to the torso.", "Keep the elbows close to the torso."),
        ("The weight of your front foot should be in the heel.", "Keep the weight in the heel."),
        ("Both feet are facing forward.", "Keep both feet facing forward."),
        ("Your arms will be tired.", ""),
        ("The palms of the hands should be facing your torso.", "Keep the palms facing your torso."),
        ("Breathe out as you perform this movement.", ""),
        ("Be sure to use a slow and controlled motion.", ""),
        ("The dip should not be excessive.", "The dip should not be excessive."),
        ("Your torso should remain upright.", "Keep your torso upright."),
        ("Keep your back flat during this portion of the movement.", ""),
        ("Your back is the star of this one.", "Your back is the star of this one."),
        ("Your knees should not drift inwards.", "Don't let your knees drift inwards."),
        ("This will be your starting position.", ""),
        ("Both knees, hips, and ankles turn red and purple and blue in the end.", ""),
        ("Hold for two seconds.", ""),
        ("I keep my knees straight.", ""),
    ],
)
def test_form_points(text: str, told: str) -> None:
    assert point(text) == told
