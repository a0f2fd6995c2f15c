from __future__ import annotations

import pytest

from unit.importers.knowledge import exercise, library, played
from voicecoach.importers.prose import load

POST = """My one move

{name}

{told}
"""


@pytest.mark.parametrize(
    ("name", "told", "equipment"),
    [
        ("Calf Raise", "Stand on the edge of a step. Rise onto your toes and lower your heels slowly.", ()),
        ("Calf Raise", "Stand facing a wall. Rise onto your toes and lower your heels slowly.", ("wall",)),
        ("Bent-Over Row", "Stand with a weight in each hand. Hinge forward and pull your elbows back.", ("dumbbells",)),
        ("Bent-Over Row", "Stand with your feet apart. Hinge forward and pull your elbows back.", ()),
        ("Glute Bridge", "Lie on your back with your knees bent. Lift your hips and lower them.", ("mat",)),
    ],
)
def test_only_equipment_that_the_post_speaks_of_is_needed(name: str, told: str, equipment: tuple[str, ...]) -> None:
    assert library().lookup(name) is not None
    workout = played(load(), POST.format(name=name, told=told))
    assert exercise(workout, name.capitalize()).equipment == equipment


def test_where_only_the_library_says_how_to_begin_its_equipment_is_needed() -> None:
    workout = played(load(), POST.format(name="Calf Raise", told="Rise onto your toes and lower your heels slowly."))
    assert exercise(workout, "Calf raise").equipment == ("wall",)
