"""The exercises of whoever uses the program: Markdown files in a folder of their own, searched before the library."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity, distinct
from voicecoach.errors import VoicecoachError
from voicecoach.library.shelf import Shelf
from voicecoach.resources import home
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from voicecoach.model.workout import Exercise

__all__ = ["OwnExercises", "own_folder"]


def own_folder(environment: Mapping[str, str]) -> Path:
    """Where own exercises lie: ``exercises`` in the user's folder."""
    return home(environment) / "exercises"


class OwnExercises:
    """A folder of exercises, read when it is first asked for. Whatever is wrong in it is a warning: it hinders nobody.

    Args:
        folder: Where the files lie; it may be missing.
        read: Reads a file, or raises VoicecoachError.
        parse: Gives the exercises of a text, and its faults.

    Attributes:
        shelf: The exercises by their names.
    """

    def __init__(
        self,
        folder: Path,
        read: Callable[[Path], Source],
        parse: Callable[[Source], tuple[tuple[Exercise, ...], tuple[Diagnostic, ...]]],
    ) -> None:
        self._folder = folder
        self._read = read
        self._parse = parse
        self.shelf = Shelf(lambda: self.texts, lambda text: parse(text)[0])

    @property
    def texts(self) -> tuple[Source, ...]:
        """The files that could be read, in order of their names."""
        return self._files[0]

    def faults(self, exercises: Iterable[Exercise]) -> tuple[Diagnostic, ...]:
        """A warning for each file that cannot be read, and for each mistake in those of ``exercises`` that are own."""
        files = {text.name for text in self.texts}
        own = {exercise.name for exercise in exercises if exercise.span and exercise.span.file in files}
        texts = (self.shelf.text_of(name) for name in sorted(own))
        found = distinct(fault for text in texts if text for fault in self._parse(text)[1])
        return (*self._files[1], *(replace(fault, severity=Severity.WARNING) for fault in found))

    @cached_property
    def _files(self) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
        texts: list[Source] = []
        faults: list[Diagnostic] = []
        for path in sorted(self._folder.glob("*.md")):
            try:
                texts.append(self._read(path))
            except VoicecoachError as error:
                faults.append(_unread(path, error))
        return tuple(texts), tuple(faults)


def _unread(path: Path, error: VoicecoachError) -> Diagnostic:
    message = f"the exercises in this file are left out: {str(error).removeprefix(str(path)).lstrip(': ')}"
    return Diagnostic(Severity.WARNING, "unread-exercises", message, Source(str(path), "").span(1))
