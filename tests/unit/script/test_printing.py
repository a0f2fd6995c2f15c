"""What a printed script looks like; that it reads as it was is a law in tests/property."""

from __future__ import annotations

import pytest

from reader import parsed
from voicecoach.script import print_workout


@pytest.mark.parametrize(
    "text",
    [
        "# Legs, day one\n\n- Squat: 12 reps, tempo 3-1-1\n",
        "# Legs\n\n- Squat: 3 sets of 8 reps each side, tempo 3-0-X, rest 30s\n",
        "# Legs\n\n- Squat: to failure, cap 1 min, left\n",
        "# A\n\n> Welcome.\n\nA note.\n\n## B (3 rounds, rest 45s)\n\n- Squat: 40s\n  - halfway: Half.\n- Rest: 20s\n",
        "# A\n\n## B (tabata)\n\n- Squat\n- Reverse lunge: left\n",
        "# A\n\n## B (40s on 20s off, 3 rounds)\n\n- Squat\n\n## C (9 x 20s/10s)\n\n- Squat\n",
        "# A\n\n## B (EMOM 10 min)\n\n- Squat: 5 reps\n\n## C (every 1 min 30s x 6)\n\n- Squat: 5 reps\n",
        "# A\n\n## B (AMRAP 12 min)\n\n- Squat: 5 reps\n\n## C (for time, cap 15 min)\n\n- Squat: 5 reps\n",
        "# A\n\n## B (ladder 10-8-6, rest 1 min)\n\n- Squat\n\n## C (ladder 10, 5)\n\n- Squat\n",
        "# A\n\n- 2 rounds, rest 20s\n  - Squat: 5 reps\n    - halfway: Half.\n  - > Go.\n- Squat: 5s\n",
        '---\ntitle: "Legs: day one"\n---\n\n- Squat: 40s\n',
    ],
)
def test_a_script_that_is_well_written_stays_as_it_is(text: str) -> None:
    assert print_workout(parsed(text)[0]) == text


def test_three_phases_of_a_tempo_are_enough_where_they_say_it_all() -> None:
    steps = "- Bridge: 8 reps, tempo 2-0-2-1\n- Squat: 8 reps, tempo 2-0-2-1\n"
    text = f"{steps}\n## Exercises\n\n### Bridge\nStarts: up\n"
    printed = print_workout(parsed(text)[0])
    assert "- Bridge: 8 reps, tempo 2-1-2\n- Squat: 8 reps, tempo 2-0-2-1\n" in printed


def test_prose_is_folded_and_never_into_something_else() -> None:
    words = "word " * 19
    text = f"# A\n\n{words}again and on.\n\n{words}again - on.\n\n> {words}and on.\n\n- Squat: 5s\n"
    printed = print_workout(parsed(text)[0])
    assert printed.split("\n\n")[1:4] == [
        f"{words}again\nand on.",
        f"{words}again - on.",
        f"> {words}and\n> on.",
    ]
