from __future__ import annotations

import pytest

from voicecoach.importers.prose.labels import Role, label_of


@pytest.mark.parametrize(
    ("text", "role", "rest"),
    [
        ("Starting position: Lie down.", Role.SETUP, "Lie down."),
        ("SET UP - Lie down.", Role.SETUP, "Lie down."),
        ("Get set", Role.SETUP, ""),
        ("How to do it:", Role.ACTION, ""),
        ("How to do a proper glute bridge: Lift.", Role.ACTION, "Lift."),
        ("Step 2: Lift.", Role.ACTION, "Lift."),
        ("Instructions", Role.ACTION, ""),
        ("Variations: Hop.", Role.VARIATION, "Hop."),
        ("Make it easier: Sit.", Role.EASIER, "Sit."),
        ("Too easy? Hop.", Role.HARDER, "Hop."),
        ("Repeat? No.", None, ""),
        ("Progression: Hop.", Role.HARDER, "Hop."),
        ("Tip: Stay tall.", Role.FORM, "Stay tall."),
        ("Common mistakes:", Role.MISTAKE, ""),
        ("Sets & Reps: 3 x 12", Role.AMOUNT, "3 x 12"),
        ("Muscles worked (mostly): abs", Role.MUSCLES, "abs"),
        ("Why it works: it does.", Role.OTHER, "it does."),
        ("Squat: lower.", None, ""),
        ("Lift your hips: they matter.", None, ""),
    ],
)
def test_labels(text: str, role: Role | None, rest: str) -> None:
    found = label_of(text)
    assert (found.role if found else None, found.rest if found else "") == (role, rest)


def test_a_label_in_bold_needs_no_colon() -> None:
    found = label_of("Starting position Lie down.", "Starting position")
    assert found is not None
    assert (found.role, found.rest) == (Role.SETUP, "Lie down.")
