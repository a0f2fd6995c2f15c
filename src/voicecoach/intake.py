"""From what a user has, a file, a line, a text of another program, to a script that can be performed.

With :mod:`voicecoach.pipeline` it is the assembly: these two know the order of the stages.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach import script as scripts
from voicecoach.errors import VoicecoachError
from voicecoach.languages import primary
from voicecoach.library import (
    OwnExercises,
    Shelf,
    Translations,
    bundled_texts,
    own_folder,
    translated_languages,
    translated_texts,
    untranslated,
)
from voicecoach.model.walk import activities_of
from voicecoach.model.workout import Settings, Workout
from voicecoach.planning import faults as faults_of
from voicecoach.resources import home
from voicecoach.source import Source
from voicecoach.wording import pack_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.talk import TalkChoice
    from voicecoach.model.workout import Exercise, Music
    from voicecoach.ports import Imported, KnownExercises
    from voicecoach.source import Span
    from voicecoach.wording import Pack

__all__ = [
    "AS_WRITTEN",
    "Choices",
    "NewExercises",
    "Script",
    "bare",
    "imported",
    "library",
    "load",
    "new_exercises",
    "own_faults",
    "own_packs",
    "quick",
    "read",
]

_MOST_NAMES = 3
"""Exercises that the title of a workout on one line names at most."""

_COACH_OPTION = "<--coach>"
"""What diagnostics call the place where the command line chooses a coach."""

_SCRIPT_SUFFIXES = (".md", ".markdown", "")
"""Endings that scripts have: such a file is something else only where it has no step."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user wants otherwise than a script says; empty for what it says.

    Attributes:
        coach: A pack's name, or its path from the current folder.
        listener: Whom the coach may call by name.
        language: BCP 47 tag of what is spoken.
        talk: How much is said; all that the script says of it gives way.
        seed: What variants are drawn by.
        music: What plays behind the coach, by paths from the root.
        music_level: In dB against the voice.
        keep_awake: Whether a noise nobody hears keeps sets awake.
    """

    coach: str = ""
    listener: str = ""
    language: str = ""
    talk: tuple[TalkChoice, ...] = ()
    seed: int | None = None
    music: Music | None = None
    music_level: float | None = None
    keep_awake: bool | None = None


AS_WRITTEN = Choices()


@dataclass(frozen=True, slots=True)
class Script:
    """A script that has been read.

    Attributes:
        source: Its text.
        workout: What could be understood of it.
        pack: The words it is spoken with.
        diagnostics: What is wrong with it, by place.
        sources: The texts that the diagnostics speak of: the script itself, what it was made of, its packs.
        assumptions: What was taken for granted where another format was read, each a sentence.
    """

    source: Source
    workout: Workout
    pack: Pack
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]
    assumptions: tuple[str, ...] = ()

    @property
    def playable(self) -> bool:
        """Whether it has no error."""
        return not any(diagnostic.is_error for diagnostic in self.diagnostics)

    @property
    def seed(self) -> int:
        """What chance is drawn by: the script's own seed, else what is done in it.

        Its words have no part in that, so that whoever changes one of them hears all the others as before, and nothing
        else has to be spoken anew.
        """
        given = self.workout.settings.seed
        names = "\n".join(activity.exercise.name for activity in activities_of(self.workout))
        return given if given is not None else int.from_bytes(blake2b(names.encode(), digest_size=4).digest())


@dataclass(frozen=True, slots=True)
class NewExercises:
    """Exercises for the user's own folder.

    Attributes:
        texts: Files to be written there, in the language of scripts; none where nothing is new.
        added: How many exercises are in them.
        known: The names of those that are left out, because a script can name them already.
        unusable: How many are left out because they have no name or no instructions, or are there twice.
        folder: The user's own folder; it may be missing.
    """

    texts: tuple[str, ...]
    added: int
    known: tuple[str, ...]
    unusable: int
    folder: Path


def library(language: str = "en") -> KnownExercises:
    """The exercises that every script can name: the user's own, then those that come with the program.

    Args:
        language: BCP 47 tag of what is spoken; where they have been translated into it, they are told in its words.
    """
    folder, spoken = own_folder(os.environ), primary(language)
    return _translations(folder, spoken) if spoken in translated_languages() else _shelves(folder)[1]


def own_packs() -> Path:
    """The user's own folder of cue packs; it may be missing."""
    return home(os.environ) / "packs"


def own_faults(exercises: Iterable[Exercise]) -> tuple[Diagnostic, ...]:
    """What is wrong with the user's own folder of exercises, as warnings, as far as it concerns ``exercises``."""
    return _shelves(own_folder(os.environ))[0].faults(exercises)


@lru_cache(1)
def _shelves(folder: Path) -> tuple[OwnExercises, Shelf]:
    return _read_shelves(folder)


def _read_shelves(folder: Path) -> tuple[OwnExercises, Shelf]:
    own = OwnExercises(folder, scripts.read, scripts.parse_exercises)
    return own, Shelf(lambda: (*own.texts, *bundled_texts()), _exercises_in)


@lru_cache
def _translations(folder: Path, language: str) -> Translations:
    originals = Shelf(bundled_texts, _exercises_in)
    return Translations(_shelves(folder)[0].shelf, originals, lambda: translated_texts(language), _exercises_in)


def _exercises_in(text: Source) -> tuple[Exercise, ...]:
    return scripts.parse_exercises(text)[0]


def read(path: Path, choices: Choices = AS_WRITTEN) -> Script:
    """Read a script from a file, or make one of a text in another format.

    Args:
        path: The file.
        choices: What is wanted otherwise than it says.

    Raises:
        VoicecoachError: If there is no such file, or it is no text, or damaged. What is wrong *in* a script are
            diagnostics.
    """
    source = scripts.read(path)
    script = load(source, choices)
    if path.suffix.lower() in _SCRIPT_SUFFIXES and any(section.items for section in script.workout.sections):
        return script
    found = imported(source)
    if found is None:
        return script
    made = load(Source(f"<{path.name} as a script>", found.text), choices)
    faults = (*found.diagnostics, *made.diagnostics)
    return replace(made, diagnostics=faults, sources=(source, *made.sources), assumptions=found.assumptions)


def imported(source: Source) -> Imported | None:
    """A text in another format as a script; None where nobody reads it, or it is a script already.

    Raises:
        VoicecoachError: If it is damaged, too large, or holds nothing to perform.
    """
    from voicecoach.importers import importer_for, is_database  # noqa: PLC0415 - many modules, for those who import

    if is_database(source):
        told = f"{source.name} holds exercises and no workout; `voicecoach import` adds them to your own"
        raise VoicecoachError(told)
    importer = importer_for(source)
    return importer.convert(source, library()) if importer else None


def new_exercises(source: Source, *, known_too: bool, progress: Callable[[int, int], None]) -> NewExercises | None:
    """The exercises of a database that a script cannot name so far; None where the text is no database.

    Args:
        source: A text in the format of free-exercise-db.
        known_too: Whether those that have a name of the library, or of the user's own, are wanted as well.
        progress: Is told how many exercises of how many have been read.

    Raises:
        VoicecoachError: If it is damaged, too large, or holds no exercise.
    """
    from voicecoach.importers import database_of, files_of, is_database  # noqa: PLC0415 - as above

    if not is_database(source):
        return None
    found = database_of(source, progress)
    folder = own_folder(os.environ)
    _, shelf = _read_shelves(folder)  # and not those that are kept: whoever adds exercises changes the folder
    known = [each.name for each in found.exercises if not known_too and shelf.lookup(each.name)]
    added = [each for each in found.exercises if each.name not in known]
    texts = files_of(added, source.name)
    return NewExercises(texts, len(added), tuple(known), found.unusable, folder)


def quick(text: str, choices: Choices = AS_WRITTEN) -> Script:
    """Understand a workout on one line; its title is what is done, in the words of its author and of the library."""
    from voicecoach.script.quick import QUICK  # noqa: PLC0415 - as its name loads the parser

    source = Source(QUICK, text)
    workout, found = scripts.parse_quick(text, library=library(choices.language or "en"))
    names = list(dict.fromkeys(activity.exercise.name for activity in activities_of(workout)))
    title = workout.settings.title or ", ".join(names[:_MOST_NAMES])
    return _understood(source, replace(workout, settings=replace(workout.settings, title=title)), found, choices)


def bare(pack: Pack) -> Script:
    """A script without a step, to have single lines spoken in a pack's language and with its lexicon."""
    source = Source(f"<{pack.name}>", "")
    return Script(source, Workout(Settings(title=pack.name, language=pack.language)), pack, (), (source,))


def load(source: Source, choices: Choices = AS_WRITTEN) -> Script:
    """Understand a script, and find the words it is spoken with."""
    workout, found = scripts.parse(source, library=lambda written: library(choices.language or written))
    return _understood(source, workout, found, choices)


def _understood(source: Source, workout: Workout, found: Iterable[Diagnostic], choices: Choices) -> Script:
    asked = Source(_COACH_OPTION, choices.coach)
    settings = _chosen(workout.settings, choices, asked.span(1))
    workout = replace(workout, settings=replace(settings, title=settings.title or source.title))
    pack, faults, sources = pack_of(workout.settings, source, own_packs())
    activities = tuple(activities_of(workout))
    foreign = untranslated(activities, primary(workout.settings.language))
    faults = (*found, *faults, *faults_of(workout), *foreign)
    ordered = sorted(faults, key=lambda fault: (fault.span.line, fault.span.column))
    own = own_faults(activity.exercise for activity in activities)
    return Script(source, workout, pack, (*ordered, *own), (source, asked, *sources))


def _chosen(settings: Settings, choices: Choices, asked: Span) -> Settings:
    """The settings of a script as the user wants them; ``asked`` is where a coach is chosen."""
    wanted = {one.name: getattr(choices, one.name) for one in fields(choices)}
    changes: dict[str, Any] = {name: value for name, value in wanted.items() if value not in ("", (), None)}
    if choices.coach:
        is_path = choices.coach.endswith(".toml") or Path(choices.coach).name != choices.coach
        changes["coach"] = str(Path(choices.coach).absolute()) if is_path else choices.coach
        changes["coach_span"] = asked
    return replace(settings, **changes)
