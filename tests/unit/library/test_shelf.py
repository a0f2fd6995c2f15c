from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.library import Shelf, bundled_texts
from voicecoach.script import parse_exercises
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise

TEXTS = (
    Source(
        "own",
        "# Mine\n\n### Plank\nAction: Hold it my way.\nAlso called: Board, hover\n\n#### Plank twist\nAction: Twist.\n",
    ),
    Source("bundled", "### Plank\nAction: Hold.\n\n### Board\nAction: Something else.\n"),
)


def shelf(read: list[str] | None = None) -> Shelf:
    """A shelf of the two texts; ``read`` gets what is parsed."""

    def parse(text: Source) -> tuple[Exercise, ...]:
        if read is not None:
            read.append(text.text.strip().splitlines()[0])
        return parse_exercises(text)[0]

    return Shelf(lambda: TEXTS, parse)


def action(name: str) -> str | None:
    found = shelf().lookup(name)
    return found.action if found else None


def test_of_two_with_a_name_the_first_counts() -> None:
    assert action("plank") == "Hold it my way."


def test_variations_and_aliases_are_found_however_they_are_spelled() -> None:
    assert action("Plank-Twists") == "Twist."
    assert action("HOVER") == "Hold it my way."


def test_a_name_counts_before_an_alias() -> None:
    assert action("board") == "Something else."


def test_what_is_not_there_is_not_found() -> None:
    assert action("Plankton") is None


def test_only_what_is_asked_for_is_read() -> None:
    read: list[str] = []
    stocked = shelf(read)
    assert "Board" in stocked.names()
    stocked.lookup("Plank twist")
    stocked.lookup("plank")
    assert read == ["### Plank"]


def test_every_name_of_the_bundled_texts_finds_its_exercise() -> None:
    whole = [exercise for text in bundled_texts() for exercise in parse_exercises(text)[0]]
    stocked = Shelf(bundled_texts, lambda text: parse_exercises(text)[0])
    assert {name for exercise in whole for name in (exercise.name, *exercise.aliases)} == set(stocked.names())
    for exercise in whole:
        assert all(stocked.lookup(name) == exercise for name in (exercise.name, *exercise.aliases))
    assert stocked.exercises == tuple(whole)


def test_what_another_hides_is_not_among_them() -> None:
    assert [(each.name, each.action) for each in shelf().exercises] == [
        ("Plank", "Hold it my way."),
        ("Plank twist", "Twist."),
        ("Board", "Something else."),
    ]


def test_an_exercise_keeps_its_lines() -> None:
    text = shelf().text_of("hover")
    assert text is not None
    assert (text.name, text.line(3)) == ("own", "### Plank")
    assert shelf().text_of("Plankton") is None
