from __future__ import annotations

from voicecoach.importers.prose.sorting import told_of


def test_a_description_is_sorted() -> None:
    told = told_of(
        "", "Stand on one leg. Keep your feet together and open your knee. Close it slowly. Repeat 10 times."
    )
    assert told.position == "Stand on one leg."
    assert told.action == "Open your knee. Close it slowly."
    assert told.points == ("Keep your feet together.",)


def test_a_sentence_with_the_set_up_and_the_action_is_parted() -> None:
    told = told_of("", "Stand on one leg and draw your name in the air with the other foot. Keep your hips level.")
    assert (told.position, told.action) == ("Stand on one leg.", "Draw your name in the air with the other foot.")
