"""Exercises in the words of another language: found by names of both, with what no language changes."""

from __future__ import annotations

import pytest

from voicecoach.diagnostics import render
from voicecoach.intake import load
from voicecoach.library import Shelf, Translations
from voicecoach.model.workout import Exercise, Movement, Prescription, Reps, Sides, Tempo
from voicecoach.script import parse_exercises
from voicecoach.source import Source

ORIGINALS = """### Row
Set-up: Hinge forward.
Action: Pull.
Form: Elbows back.
Variation: With a band.
Mistake: If you swing, go lighter.
Easier: Wall row
Harder: Pause at the top.
Sides: left, right
Tempo: 2-0-1-1
Starts: up
Phases: Pull, Down
Prescription: 8 reps each side
Equipment: dumbbells
Muscles: lats
Also called: one-arm row, Rudern

#### Wall row
Action: Lean and pull.

### Plank
Action: Hold.
"""

TRANSLATION = """# Kraft

### Rudern einarmig
Translates: Row
Set-up: Vorgebeugt stehen.
Action: Zieh.
Form: Ellbogen nach hinten.
Phases: Zieh, Ab
Equipment: Kurzhanteln
Also called: Hantelrudern

### Wandrudern
Translates: Wall row
Action: Lehn dich an und zieh.
"""

OWN = "### Plank\nAction: My own.\n"


def read(text: Source) -> tuple[Exercise, ...]:
    return parse_exercises(text)[0]


def shelf(text: str) -> Shelf:
    return Shelf(lambda: (Source("x", text),), read)


def german(own: str = "", translation: str = TRANSLATION) -> Translations:
    return Translations(shelf(own), shelf(ORIGINALS), lambda: (Source("library/de/x.md", translation),), read)


def name_of(name: str, *, own: str = "") -> str | None:
    found = german(own).lookup(name)
    return found.name if found else None


def test_words_come_from_the_translation_and_all_else_from_the_original() -> None:
    assert german().lookup("Hantelrudern") == Exercise(
        "Rudern einarmig",
        setup="Vorgebeugt stehen.",
        action="Zieh.",
        forms=("Ellbogen nach hinten.",),
        easier="Wandrudern",
        sides=("left", "right"),
        tempo=Tempo(down=2_000, bottom=0, up=1_000, top=1_000),
        starts=Movement.UP,
        phases=("Zieh", "Ab"),
        equipment=("Kurzhanteln",),
        muscles=("lats",),
        aliases=("Hantelrudern",),
        prescription=Prescription(Reps(8), sides=Sides.EACH),
    )


@pytest.mark.parametrize("name", ["rudern einarmig", "Hantelrudern", "Row", "One-arm rows", "Rudern"])
def test_it_is_found_by_its_names_in_either_language(name: str) -> None:
    assert name_of(name) == "Rudern einarmig"


def test_a_variation_of_the_original_is_one_in_translation() -> None:
    found = german().lookup("Wall row")
    assert found
    assert (found.name, found.variation_of, found.sides) == ("Wandrudern", "Rudern einarmig", ("left", "right"))
    assert found.equipment == ("dumbbells",)


def test_no_word_of_the_original_is_left() -> None:
    found = german().lookup("Wandrudern")
    assert found
    assert (found.setup, found.forms, found.mistakes, found.phases, found.harder) == ("", (), (), (), "")


def test_what_is_not_translated_is_told_as_it_is() -> None:
    assert german().lookup("plank") == Exercise("Plank", action="Hold.")
    assert german().lookup("Plankton") is None


def test_own_exercises_come_first() -> None:
    assert german(OWN).lookup("Plank") == Exercise("Plank", action="My own.")
    assert name_of("Row", own="### Row\nAction: Mine.\n") == "Row"
    assert name_of("Rudern einarmig", own="### Row\nAction: Mine.\n") == "Rudern einarmig"


def test_a_name_of_the_translation_comes_before_one_of_the_originals() -> None:
    """Where a word means one exercise here and another there, the language of the script decides."""
    words = TRANSLATION.replace("Also called: Hantelrudern", "Also called: Plank")
    found = german(translation=words).lookup("plank")
    assert found
    assert found.name == "Rudern einarmig"


def test_all_names_of_both_languages_are_known() -> None:
    assert german(OWN).names() == (
        "Plank", "Rudern einarmig", "Hantelrudern", "Wandrudern", "Row", "Wall row", "one-arm row", "Rudern", "Plank",
    )  # fmt: skip


def test_only_what_is_asked_for_is_read() -> None:
    """A script names a few of hundreds; each is read in both languages, and once."""
    read_texts: list[str] = []

    def noted(text: Source) -> tuple[Exercise, ...]:
        read_texts.append(text.text.strip().splitlines()[0])
        return read(text)

    originals = Shelf(lambda: (Source("x", ORIGINALS),), noted)
    library = Translations(shelf(""), originals, lambda: (Source("library/de/x.md", TRANSLATION),), noted)
    assert "Plank" in library.names()
    assert read_texts == []
    for name in ("Wall row", "wandrudern", "Wall rows"):
        library.lookup(name)
    assert read_texts == ["### Row", "### Wandrudern"]


def test_each_exercise_is_listed_once() -> None:
    assert [(each.name, each.action) for each in german(OWN).exercises] == [
        ("Plank", "My own."),
        ("Rudern einarmig", "Zieh."),
        ("Wandrudern", "Lehn dich an und zieh."),
    ]


def test_what_is_told_in_english_is_a_warning_once() -> None:
    workout = load(Source("x.md", "---\nlanguage: de-CH\n---\n- Squat: 9s\n- Turkish get-up: 9s\n- Get-up: 9s\n"))
    (fault,) = workout.diagnostics
    assert render(fault, lambda _: None) == (
        'x.md:5:3: warning: "Turkish get-up" is not translated into "de", so it is told in English [untranslated]\n'
        "  hint: describe it in the script, below ## Exercises"
    )


@pytest.mark.parametrize(
    "text",
    [
        "- Turkish get-up: 9s\n",
        "---\nlanguage: sw\ncoach: beeps\n---\n- Turkish get-up: 9s\n",
        "---\nlanguage: de\n---\n- Turkish get-up: 9s\n\n## Exercises\n\n### Turkish get-up\nAction: Steh auf.\n",
        "---\nlanguage: de\n---\n- Quatsch machen: 9s\n",
    ],
)
def test_nothing_is_foreign_in_english_in_own_words_or_where_nothing_is_translated(text: str) -> None:
    assert [fault.code for fault in load(Source("x.md", text)).diagnostics if fault.code == "untranslated"] == []


def test_an_entry_keeps_its_line() -> None:
    found = german().lookup("Wandrudern")
    assert found
    assert found.span
    assert (found.span.file, found.span.line) == ("library/de/x.md", 12)
