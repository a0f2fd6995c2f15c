"""``voicecoach exercises``: what a script can name."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.completion import complete_exercise
from voicecoach.cli.scripts import show
from voicecoach.cli.views import exercise_json
from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.model.workout import Movement
from voicecoach.names import same_name
from voicecoach.script.printing import printed_prescription
from voicecoach.script.tempo import tempo_spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Exercise
    from voicecoach.ports import KnownExercises

__all__ = ["exercises_command"]

_LABELLED = 21
_WIDEST = 100


@click.command("exercises")
@click.argument("search", nargs=-1, shell_complete=complete_exercise)
@click.option("--equipment", metavar="WORD", help='Only those that need it, such as "band"; "none" for those without.')
@click.option("--muscle", metavar="WORD", help='Only those that train it, such as "glutes".')
@click.option("--language", metavar="TAG", default="en", help='Their names and texts in it, such as "de".')
@click.option("--json", "as_json", is_flag=True, help="Print everything about them as JSON.")
def exercises_command(
    search: tuple[str, ...], equipment: str | None, muscle: str | None, language: str, *, as_json: bool
) -> None:
    """List the exercises that a script can name, or show the one that SEARCH names.

    Your own come first: the .md files in the folder "exercises" of the program's configuration.
    """
    words = " ".join(search)
    library = pipeline.library(language)
    known = tuple(library.exercises)
    show(pipeline.own_faults(known), ())
    named = library.lookup(words) if words else None
    fitting = [each for each in known if each == named or _fits(each, words)]
    found = [each for each in fitting if _needs(each, equipment) and _trains(each, muscle)]
    if not found:
        raise VoicecoachError(_nothing(library, words, equipment, muscle))
    if as_json:
        click.echo(json.dumps([exercise_json(each) for each in found], indent=2, ensure_ascii=False))
    elif named in found or (words and len(found) == 1):
        shown = named if named in found else found[0]
        _tell(_whole(shown, [each.name for each in found if each != shown]))
    else:
        _tell(columns([_row(each) for each in found], screen_width()))


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _fits(exercise: Exercise, words: str) -> bool:
    """Whether each of the words begins a word of one of its names."""
    wanted = same_name(words).split()
    return any(_begin(wanted, same_name(name).split()) for name in (exercise.name, *exercise.aliases))


def _begin(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _needs(exercise: Exercise, equipment: str | None) -> bool:
    if equipment and same_name(equipment) == "none":
        return not exercise.equipment
    return _mentions(exercise.equipment, equipment)


def _trains(exercise: Exercise, muscle: str | None) -> bool:
    return _mentions(exercise.muscles, muscle)


def _mentions(entries: tuple[str, ...], word: str | None) -> bool:
    return not word or any(same_name(word) in same_name(entry) for entry in entries)


def _nothing(library: KnownExercises, words: str, equipment: str | None, muscle: str | None) -> str:
    """One sentence for a search without a result, with the word that may have been meant."""
    known = tuple(library.exercises)
    for word, entries, what in (
        (words, library.names(), "is called"),
        (equipment, [tool for each in known for tool in each.equipment], "needs"),
        (muscle, [muscle for each in known for muscle in each.muscles], "trains"),
    ):
        if word and not any(_mentions((entry,), word) or same_name(word) == "none" for entry in entries):
            near = nearest(word, entries)
            return f'no exercise {what} "{word}"' + (f'; did you mean "{near}"?' if near else "")
    return "no exercise is all of that; ask for less"


def _row(exercise: Exercise) -> tuple[str, str, str]:
    return exercise.name, ", ".join(exercise.equipment) or "-", ", ".join(exercise.muscles) or "-"


def _whole(exercise: Exercise, others: list[str]) -> Iterator[str]:
    """Everything about an exercise, and what else the words of the search are found in."""
    yield exercise.name
    for label, text in _fields(exercise):
        rows = wrap(text, max(_LABELLED, min(screen_width() or _WIDEST, _WIDEST) - _LABELLED)) if text else []
        for number, row in enumerate(rows):
            yield f"{'' if number else f'  {label}:':<{_LABELLED}}{row}"
    if others:
        yield ""
        yield from wrap(f"Others of that name: {', '.join(others)}.", min(screen_width() or _WIDEST, _WIDEST))


def _fields(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "also called", ", ".join(exercise.aliases)
    yield "variation of", exercise.variation_of
    yield "set-up", exercise.setup
    yield "starting position", exercise.starting_position
    yield "action", exercise.action
    yield from (("form", form) for form in exercise.forms)
    yield from (("mistake", mistake) for mistake in exercise.mistakes)
    yield from (("variation", variation) for variation in exercise.variations)
    yield "easier", exercise.easier
    yield "harder", exercise.harder
    yield "sides", ", ".join(exercise.sides)
    yield "starts", exercise.starts.value if exercise.starts is Movement.UP else ""
    yield "tempo", tempo_spelled(exercise.tempo, exercise.starts) if exercise.tempo else ""
    usual = exercise.prescription
    yield "usual amount", printed_prescription(usual, exercise.starts) if usual else ""
    yield "equipment", ", ".join(exercise.equipment)
    yield "muscles", ", ".join(exercise.muscles)
